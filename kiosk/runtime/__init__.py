"""What keeps the kiosk running and locked: Kivy's doors shut, the loop, time, idling, crashes, the log."""
