"""Keyboards on the screen: rows of letters, as they usually stand in a script."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from msgspec import Struct

from kiosk.domain.language import SOURCE, Language

DIGITS = "123"
"""The keyboard of figures and signs."""
GERMAN = SOURCE
"""The keyboard that is always at hand: most words that newcomers copy from a letter or a door are German."""
BY_SCRIPT = {"Latn": "de", "Cyrl": "ru", "Arab": "ar", "Ethi": "ti"}
"""The keyboard of a language that names none, by its script."""
MOST_KEYS, ROWS = 12, 3
"""Keys of a row and rows of a keyboard at most: twelve keys of 23 mm fill an upright panel."""


SIGNS = {"-": "hyphen", ".": "dot", "/": "slash", "’": "apostrophe", "&": "and", "+": "plus", "@": "at", ",": "comma"}
"""Signs that can be keys, and the end of the name of the words by which they are heard (`search.sign.hyphen`)."""


class Keyboard(Struct, frozen=True):
    """Letters row by row, each row from left to right as on any keyboard of that script: rows are never mirrored.
    `language` is the one its letters are spoken in."""

    name: str
    language: str
    rows: tuple[tuple[str, ...], ...]


BASIC = Keyboard("basic", SOURCE, (tuple("qwertzuiop"), tuple("asdfghjkl"), tuple("yxcvbnm")))
"""What is shown if no keyboard can be read at all."""


def keyboard_of(language: Language, keyboards: Mapping[str, Keyboard]) -> Keyboard | None:
    """The keyboard that a language names, has under its own code, or shares with its script, or the German one; None if
    there is none of these."""
    for name in (language.keyboard, language.code, BY_SCRIPT.get(language.script, ""), GERMAN):
        if name in keyboards:
            return keyboards[name]
    return None


SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Ethi": "ETHIOPIC"}
"""How Unicode's names of letters begin, by script."""


def written_in(text: str, language: Language) -> bool:
    """Whether any letter of a text belongs to the script of a language."""
    beginning = SCRIPTS.get(language.script, "")
    return any(unicodedata.name(char, "").startswith(beginning) for char in text if char.isalpha())
