"""Türöffner: the lobby kiosk of the Willkommenszentrum Leipzig."""

from datetime import date

VERSION = "0.1.0"
"""Of this program; setup.cfg says the same."""
RELEASED = date(2026, 11, 22)
"""The day of this release. A terminal whose clock is before it has a wrong clock."""
