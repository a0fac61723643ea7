"""Text and shapes as masks: Pango sets the words, Cairo draws them. Nothing here knows Kivy."""
