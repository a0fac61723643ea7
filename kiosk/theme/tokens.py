"""Design values by name. Millimetres are what counts; a *unit* is 0.311 mm, one pixel of the 27-inch panel that the
look was drawn for (look.md). A panel with another pitch shows the same millimetres with other pixels.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from kiosk.text.setting import Align, TypeStyle

__all__ = ["Align", "TypeStyle"]

UNIT_MM = 0.311
"""Millimetres of one unit (27-inch panel, 1920 x 1080)."""

DEFAULTS = {
    "paper": "#fbf7ef",
    "surface": "#ffffff",
    "sunk": "#f1e9da",
    "ink": "#14262b",
    "on_light": "#14262b",
    "on_soft": "#14262b",
    "playing_bed": "#ffe49b",
    "playing": "#14262b",
    "on_playing": "#ffffff",
    "spoken_bg": "#ffe49b",
    "spoken_line": "#14262b",
    "main": "#0b4650",
    "main_line": "#0b4650",
    "key_ink": "#0b4650",
    "hue_sign": "#ffffff",
    "night_main": "#ffffff",
    "night_main_line": "#ffffff",
    "on_night_main": "#0b4650",
    "night_pressed": "#fbf7ef",
    "on_night_pressed": "#14262b",
    "focus_in": "#ffc83d",
    "focus_out": "#14262b",
    "pressed": "#14262b",
    "on_pressed": "#ffc83d",
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
    "key_fn": "#e2d8c4",
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
    "code_sign": "#0b4650",
    "code_words": "#14262b",
    "code_words2": "#3f4f54",
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
    "dark": "#14262b",
    "other": "#3f4f54",
    "tint_register": "#e3ecf6",
    "tint_residence": "#ece9f6",
    "tint_german": "#f5e5f1",
    "tint_work": "#f3ead9",
    "tint_housing": "#f8e8e0",
    "tint_children": "#e5efe0",
    "tint_health": "#ddeeec",
    "tint_people": "#ecefdd",
    "tint_emergency": "#fbe9e7",
    "tint_other": "#ece7dc",
}
"""The lobby's colours (config/themes/lobby.yaml; a test holds the two alike): what is shown of a role that the chosen
theme lacks, or if there is no such theme."""

ROLES = frozenset(DEFAULTS)
"""The colours a theme must give."""

HUES = frozenset("register residence german work housing children health people emergency".split())
"""The hues of topics."""


class Type(Struct, frozen=True):
    """The sizes of words in units, by name (look.md, section 3). `factor` is what else grows with the words: signs,
    keys, the room around them. The smallest is 22 units: its capitals are 4.9 mm high (accessibility.md T-02)."""

    factor: float = 1.0
    display: TypeStyle = TypeStyle(116, True, 1.12)
    countdown: TypeStyle = TypeStyle(128, True, 1.0)
    number: TypeStyle = TypeStyle(108, True, 1.0)
    number_long: TypeStyle = TypeStyle(64, True, 1.0)
    statement: TypeStyle = TypeStyle(76, True, 1.18)
    portrait_title: TypeStyle = TypeStyle(72, True, 1.12, -0.01)
    title: TypeStyle = TypeStyle(56, True, 1.15, -0.01)
    heading: TypeStyle = TypeStyle(42, True, 1.18, -0.01)
    heading_light: TypeStyle = TypeStyle(44, False, 1.25)
    autonym: TypeStyle = TypeStyle(40, True, 1.18)
    beneath: TypeStyle = TypeStyle(40, False, 1.3)
    lead: TypeStyle = TypeStyle(34, False, 1.4)
    lead_bold: TypeStyle = TypeStyle(34, True, 1.3)
    label: TypeStyle = TypeStyle(32, True, 1.22)
    label_narrow: TypeStyle = TypeStyle(28, True, 1.22)
    button: TypeStyle = TypeStyle(30, True, 1.2)
    body: TypeStyle = TypeStyle(28, False, 1.4)
    line: TypeStyle = TypeStyle(26, False, 1.35)
    key: TypeStyle = TypeStyle(24, False, 1.15)
    key_bold: TypeStyle = TypeStyle(24, True, 1.15)
    section: TypeStyle = TypeStyle(24, True, 1.3)
    chip: TypeStyle = TypeStyle(24, False, 1.3)
    notice: TypeStyle = TypeStyle(24, False, 1.35)
    small: TypeStyle = TypeStyle(22, False, 1.3)


LARGEST_GROWS, SMALLEST_LARGE = 56, 34
"""What is smaller than the first grows 1.5 times in large mode; nothing is then smaller than the second: capitals of
7.5 mm (accessibility.md T-01 asks for 7.3)."""


def _large(style: TypeStyle) -> TypeStyle:
    """Titles are large already and grow less, displays not at all: what is read is what must grow (look.md 3)."""
    if style.size >= LARGEST_GROWS:
        return style._replace(size=max(style.size, LARGE_TITLE))
    return style._replace(size=min(LARGE_TITLE, max(SMALLEST_LARGE, round(style.size * LARGE_FACTOR))))


LARGE_FACTOR, LARGE_TITLE = 1.5, 68
NORMAL = Type()
LARGE = Type(
    LARGE_FACTOR, **{name: _large(getattr(NORMAL, name)) for name in Type.__struct_fields__ if name != "factor"}
)

# Radii and lines, in units (look.md, section 4).
R_KEY, R_TILE, R_CARD, R_OVERLAY, R_PLATE, R_NOTICE = 14, 16, 20, 28, 16, 8
HAIR, BORDER, BORDER_CONTRAST, PRESSED, SPOKEN, EDGE = 2, 2, 4, 4, 5, 14
MARGIN, MARGIN_PORTRAIT = 64, 32
GAP = 20


class Theme(Struct, frozen=True):
    """Colours by role, as `#rrggbb`. Raises KeyError for a role that no theme knows."""

    name: str
    colours: Mapping[str, str]

    def rgb(self, role: str) -> tuple[float, float, float]:
        """Red, green and blue from 0 to 1."""
        code = self.colours[role]
        return int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255


CONTRAST_THEME = "contrast"
"""The theme that a visitor's contrast key puts on."""


GROUNDS = {"action": "main", "ink": "dark", "night": "night"}
"""The grounds of other hues that content may name: what stands for the hand, what shall look sober, our own."""


def hue(name: str) -> str:
    """The colour role of a ground in a hue; an unknown one is `other`, as a topic added later takes it (look.md 2)."""
    return name if name in HUES else GROUNDS.get(name, "other")


def tint(name: str) -> str:
    """The colour role of the light ground on which a picture stands in its hue (look.md 2)."""
    return f"tint_{name}" if name in HUES else "tint_other"
