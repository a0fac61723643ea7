"""What a city would take instead of the kiosk, made by the benchmark from the same content: a web page and a Qt app."""
