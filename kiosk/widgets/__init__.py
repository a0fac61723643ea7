"""The parts that screens are made of, as lists of frozen pieces. No toolkit: `kiosk.stage` paints them."""
