"""What each script needs to look the same size as the others. All such numbers are here (look.md, section 3)."""

from __future__ import annotations

import re
from functools import lru_cache

from kiosk.text.bindings import bindings

SIZE = {"Arab": 1.2, "Ethi": 1.15}
"""How much larger than its token a text in this script is set."""

SMALLEST_LINE = {"Arab": 1.4}
"""The least line height of a script, as a ratio of its size: Arabic descenders and marks need the room."""

FOREIGN_SIZE = {"Arab": 0.86, "Ethi": 0.9}
"""Latin, Greek, Cyrillic and figures inside a text of this script, as a ratio of that text's size."""

_EUROPEAN = frozenset({"Latn", "Cyrl", "Grek"})
_ARABIC_BLOCK = range(0x0600, 0x0700)

_EUROPEAN_RUN = re.compile("n*e(?:[nb]*e)*n*")
"""Over the letters of `_kind`: European characters, the signs that touch them, and what lies between two of them."""


def size(script: str, token: float) -> float:
    """The size in px at which a text of `script` is set when its style says `token` px."""
    return token * SIZE.get(script, 1.0)


def line_height(script: str, token: float, ratio: float) -> int:
    """The height of a line in whole px, so that every baseline lies on a pixel."""
    return round(size(script, token) * max(ratio, SMALLEST_LINE.get(script, 0.0)))


def european_runs(text: str) -> list[tuple[int, int]]:
    """Where Latin, Greek and Cyrillic words and figures stand in `text`: (start, end) of characters.

    Signs that touch such a run belong to it ("+49", "(BAMF)"), and so do blanks and signs between two of its words.
    """
    return [run.span() for run in _EUROPEAN_RUN.finditer("".join(map(_kind, text)))]


@lru_cache(maxsize=2048)
def _kind(character: str) -> str:
    """e: European letter or figure, b: blank, n: sign of no script, o: letter of another script."""
    if character.isspace():
        return "b"
    point = ord(character)
    if character in "0123456789":
        return "e"
    if point in _ARABIC_BLOCK:  # Unicode calls the Arabic comma common to all scripts
        return "o"
    c = bindings()
    code = c.g_unicode_script_to_iso15924(c.g_unichar_get_script(point)).to_bytes(4, "big").decode()
    if code in _EUROPEAN:
        return "e"
    return "n" if code in ("Zyyy", "Zinh") else "o"
