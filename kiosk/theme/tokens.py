"""Design values by name. Millimetres are what counts; a *unit* is 0.311 mm, one pixel of the 27-inch panel that the
look was drawn for (look.md). A panel with another pitch shows the same millimetres with other pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.text.setting import Align, TypeStyle

__all__ = ["Align", "TypeStyle"]

UNIT_MM = 0.311
"""Millimetres of one unit (27-inch panel, 1920 x 1080)."""

DEFAULTS = {
    "paper": "#fbf7ef",
    "surface": "#ffffff",
    "sunk": "#f1e9da",
    "ink": "#14262b",
    "ink2": "#3f4f54",
    "action": "#0b4650",
    "on_action": "#ffffff",
    "night": "#0c333b",
    "night_key": "#17474f",
    "night_line": "#7fa6ab",
    "night_off": "#3e666c",
    "night_text": "#ffffff",
    "night_text2": "#b9d6d6",
    "light": "#ffc83d",
    "soft": "#ffe49b",
    "notice": "#fff3cf",
    "border": "#80765f",
    "hair": "#dcd2bf",
    "open_bg": "#e3efdd",
    "open_ink": "#17502a",
    "alert": "#a1121a",
    "alert_bg": "#fbe9e7",
    "off_ink": "#5d6668",
    "off_line": "#c9bfab",
    "scrim": "#081c21",
    "code_bg": "#ffffff",
    "code_ink": "#000000",
    "leaf": "#2c6a75",
    "leaf_edge": "#3e808b",
    "mark_leaf": "#0b4650",
    "door_frame": "#f4ebd8",
    "floor_light": "#e9b949",
    "floor_dark": "#0a2a31",
    "on_hue": "#ffffff",
    "register": "#1d5594",
    "residence": "#57449c",
    "german": "#8a2c74",
    "work": "#734e00",
    "housing": "#963811",
    "children": "#2b5f1c",
    "health": "#006460",
    "people": "#4a5a12",
    "emergency": "#a1121a",
}
"""The lobby's colours (config/themes/lobby.yaml; a test holds the two alike): what is shown of a role that the chosen
theme lacks, or if there is no such theme."""

ROLES = frozenset(DEFAULTS)
"""The colours a theme must give."""

HUES = frozenset("register residence german work housing children health people emergency".split())
"""The hues of topics; anything else takes `ink2`, as a topic added later does (look.md 2)."""

# Type, in units (look.md, section 3). The smallest is 22 units: its capitals are 4.9 mm high (accessibility.md T-02).
DISPLAY = TypeStyle(116, True, 1.12)
COUNTDOWN = TypeStyle(128, True, 1.0)
NUMBER = TypeStyle(108, True, 1.0)
NUMBER_LONG = TypeStyle(64, True, 1.0)
PORTRAIT_TITLE = TypeStyle(72, True, 1.12, -0.01)
TITLE = TypeStyle(56, True, 1.15, -0.01)
HEADING = TypeStyle(42, True, 1.18, -0.01)
HEADING_LIGHT = TypeStyle(44, False, 1.25)
AUTONYM = TypeStyle(40, True, 1.18)
LEAD = TypeStyle(34, False, 1.4)
LEAD_BOLD = TypeStyle(34, True, 1.3)
LABEL = TypeStyle(32, True, 1.22)
LABEL_NARROW = TypeStyle(28, True, 1.22)
BUTTON = TypeStyle(30, True, 1.2)
BODY = TypeStyle(28, False, 1.4)
LINE = TypeStyle(26, False, 1.35)
KEY = TypeStyle(24, False, 1.15)
KEY_BOLD = TypeStyle(24, True, 1.15)
SECTION = TypeStyle(24, True, 1.3)
CHIP = TypeStyle(24, False, 1.3)
NOTICE = TypeStyle(24, False, 1.35)
SMALL = TypeStyle(22, False, 1.3)

# Radii and lines, in units (look.md, section 4).
R_KEY, R_TILE, R_CARD, R_OVERLAY, R_PLATE, R_NOTICE = 14, 16, 20, 28, 16, 8
HAIR, BORDER, PRESSED, SPOKEN, EDGE = 2, 2, 4, 5, 14
MARGIN, MARGIN_PORTRAIT = 64, 32
GAP = 20


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role, as `#rrggbb`. Raises KeyError for a role that no theme knows."""

    name: str
    colours: Mapping[str, str]

    def rgb(self, role: str) -> tuple[float, float, float]:
        """Red, green and blue from 0 to 1."""
        code = self.colours[role]
        return int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255


def hue(name: str) -> str:
    """The colour role of a topic's hue or of another role named in content; an unknown one is `ink2`."""
    return name if name in HUES or name in ("action", "night", "ink") else "ink2"
