"""Where the fonts are: Noto from Debian packages, the Phosphor icons from the PyPI package qtawesome.

Fonts are loaded by path, so nothing that a machine happens to have installed changes the look.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

NOTO = Path("/usr/share/fonts/truetype/noto")
"""Where Debian 12 and 13, Ubuntu 24.04 and Raspberry Pi OS put the packages fonts-noto-core and fonts-noto-ui-core."""

TEXT_FAMILIES = "Noto Sans,Noto Sans Arabic UI,Noto Sans Arabic,Noto Sans Ethiopic"
"""Latin first: Pango goes along this list for each character, so figures and signs always come from Noto Sans."""

ICON_FAMILY = "Phosphor"

_CUTS = ("Regular", "Bold")
_LATIN = ("NotoSans",)
_FACES = {"Arab": ("NotoSansArabicUI", "NotoSansArabic"), "Ethi": ("NotoSansEthiopic",)}
"""The fonts of scripts (ISO 15924) that not every language needs; the second name is good enough where the first is
missing."""


NOTO_REMEDY = "sudo apt install --reinstall fonts-noto-core fonts-noto-ui-core"
ICON_REMEDY = "python3 -m pip install --force-reinstall qtawesome"


class FontsMissing(Exception):
    """A font file that the kiosk needs is not on this machine, or cannot be read."""

    def __init__(self, missing: str, remedy: str) -> None:
        super().__init__(
            f"Eine Schrift fehlt ({missing}); bitte installieren Sie sie so / "
            f"A font is missing ({missing}); please install it like this: {remedy}"
        )


class Icons(NamedTuple):
    """The Phosphor icons: the font's file and the code point of each name ('house-fill' -> 0xf9a1)."""

    file: Path
    points: dict[str, int]


def text_files(folder: Path = NOTO) -> tuple[Path, ...]:
    """The Noto files of every script that can be written here, Regular and Bold. Raises FontsMissing without those of
    Latin, in which German is written."""
    gone = missing(folder)
    faces = (_LATIN, *(names for script, names in _FACES.items() if script not in gone))
    return tuple(_cut(folder, names, cut) for names in faces for cut in _CUTS)


def missing(folder: Path = NOTO) -> dict[str, FontsMissing]:
    """The scripts that cannot be written here, and what to install: their languages are not offered then, for nobody
    can read boxes in place of letters."""
    found = {}
    for script, names in _FACES.items():
        try:
            for cut in _CUTS:
                _cut(folder, names, cut)
        except FontsMissing as gone:
            found[script] = gone
    return found


def _cut(folder: Path, names: tuple[str, ...], cut: str) -> Path:
    candidates = [folder / f"{name}-{cut}.ttf" for name in names]
    for file in candidates:
        if file.is_file():
            return file
    raise FontsMissing(str(candidates[0]), NOTO_REMEDY)


@cache
def icons(package: str = "qtawesome") -> Icons:
    """The icons inside an installed `package`, which is looked at but never imported. Raises FontsMissing."""
    spec = importlib.util.find_spec(package)
    places = spec.submodule_search_locations if spec else None
    for place in places or ():
        fonts = Path(place) / "fonts"
        # The package carries one Phosphor; its version is part of the names.
        for file in sorted(fonts.glob("phosphor-[0-9]*.ttf")):
            charmap = fonts / file.name.replace("phosphor-", "phosphor-charmap-").replace(".ttf", ".json")
            if charmap.is_file():
                names: dict[str, str] = json.loads(charmap.read_text(encoding="utf-8"))
                return Icons(file, {name: int(point, 16) for name, point in names.items()})
    raise FontsMissing("Phosphor", ICON_REMEDY)


def icon_names() -> frozenset[str]:
    """The pictures that content may name: those that the icons' font has in both weights. Raises FontsMissing."""
    points = icons().points
    filled = (name.removesuffix("-fill") for name in points if name.endswith("-fill"))
    return frozenset(name for name in filled if f"{name}-bold" in points)


def icon(name: str, fill: bool) -> tuple[str, str]:
    """The character and family that draw an icon, in Fill (pictograms of things) or Bold (signs); look.md, section 4.

    Raises KeyError naming the icon if Phosphor has no such icon in that weight.
    """
    weighted = f"{name}-{'fill' if fill else 'bold'}"
    points = icons().points
    if weighted not in points:
        raise KeyError(f"no Phosphor icon is called {name!r} ({weighted})")
    return chr(points[weighted]), ICON_FAMILY
