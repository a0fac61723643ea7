"""Where the kiosk stands and whom to call, in plain letters: the safe page says it, too, without any library."""

HOUSE = "Willkommenszentrum Leipzig · Otto-Schill-Straße 2"
NUMBERS = ("112", "110")
"""Fire brigade and ambulance, police."""
