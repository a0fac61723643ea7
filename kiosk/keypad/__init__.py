"""The kiosk used by its keypad, with the screen switched off: where the visitor is, and what is said to them."""
