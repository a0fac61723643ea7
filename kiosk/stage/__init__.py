"""The stage: Kivy paints the pages here and hands the touches on. Nothing is decided here."""
