"""How words of any script sound in Latin letters, roughly: "propiska" for прописка, "iqama" for إقامة.

Nobody spells such words by a standard. So what the standards write in several ways is made the same, and of Arabic,
which does not write its short vowels, only the consonants are compared.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

ALIKE = (
    *(("shch", "s"), ("tsch", "c"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("gh", "g"), ("ch", "c")),
    *(("th", "t"), ("dh", "d"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("w", "v")),
)
"""Spellings of one sound, the longer first."""
TOGETHER = (("ts", "c"), ("tz", "c"))
"""Also one sound, but in Arabic two letters that only their vowels part."""
VOWELS = re.compile("[aeiouyv]+")
"""Also y and w, in Arabic letters for both a vowel and a consonant; w has become v."""
LONG = {"ا": "a", "و": "u", "ي": "i"}
"""The vowels that Arabic writes."""
DOUBLE = re.compile(r"(.)\1+")
_OTHER = re.compile("[^a-z0-9]+")
_LETTERS = dict(ALIKE)
_SPELLING = re.compile("|".join(_LETTERS))


def sound(word: str) -> str:
    """The sound of a word: letters of one sound made the same, doubled ones single; y and j are i."""
    latin = _alike(word)
    for spelling, letter in TOGETHER:
        latin = latin.replace(spelling, letter)
    return DOUBLE.sub(r"\1", latin.replace("y", "i").replace("j", "i"))


def consonants(word: str) -> str:
    """The consonants of a word's sound. The h that ends many Arabic nouns is written, but not heard."""
    latin = _alike(word) if script(word) == "LATIN" else "".join(map(_letter, word))
    return DOUBLE.sub(r"\1", VOWELS.sub("", latin.removesuffix("h")))


def voiced(word: str) -> str:
    """The sound of an Arabic word with the vowels that are written in it."""
    return "".join(LONG.get(char) or _letter(char) for char in word).removesuffix("h")


def _alike(word: str) -> str:
    latin = word if word.isascii() else _OTHER.sub("", anyascii(word).lower())
    return _SPELLING.sub(lambda found: _LETTERS[found[0]], latin)


@lru_cache(maxsize=2048)
def _letter(char: str) -> str:
    return _alike(char)


def script(word: str) -> str:
    """The script of a word by its first letter, as Unicode names it: LATIN, CYRILLIC, ARABIC; empty without letters."""
    return next((_script(char) for char in word if char.isalpha()), "")


@lru_cache(maxsize=2048)
def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]
