"""Türöffner: the lobby kiosk of the Willkommenszentrum Leipzig."""
