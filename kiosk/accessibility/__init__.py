"""What assistive technology and test robots get to see of the kiosk: the same nodes that the screen shows."""
