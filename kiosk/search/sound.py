"""How words of any script sound in Latin letters, roughly: "propiska" for прописка, "iqama" for إقامة.

Nobody spells such words by a standard. So what the standards write in several ways is made the same, and of Arabic,
which does not write its short vowels, only the consonants are compared.
"""

from __future__ import annotations

import re
import unicodedata

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


def sound(word: str) -> str:
    """The sound of a word: letters of one sound made the same, doubled ones single; y and j are i."""
    latin = _alike(word)
    for spelling, letter in TOGETHER:
        latin = latin.replace(spelling, letter)
    return DOUBLE.sub(r"\1", latin.replace("y", "i").replace("j", "i"))


def consonants(word: str) -> str:
    """The consonants of a word's sound. The h that ends many Arabic nouns is written, but not heard."""
    latin = _alike(word) if script(word) == "LATIN" else "".join(map(_alike, word))
    return DOUBLE.sub(r"\1", VOWELS.sub("", latin.removesuffix("h")))


def voiced(word: str) -> str:
    """The sound of an Arabic word with the vowels that are written in it."""
    return "".join(LONG.get(char) or _alike(char) for char in word).removesuffix("h")


def _alike(word: str) -> str:
    latin = _OTHER.sub("", anyascii(word).lower())
    for spelling, letter in ALIKE:
        latin = latin.replace(spelling, letter)
    return latin


def script(word: str) -> str:
    """The script of a word by its first letter, as Unicode names it: LATIN, CYRILLIC, ARABIC; empty without letters."""
    letter = next((char for char in word if char.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""
