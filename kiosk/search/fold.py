"""Texts as a search compares them: without case, accents and the choices that a script leaves to whoever writes it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from msgspec import Struct

SAME = {
    # What Unicode does not take apart, or takes for different letters. An empty text: not written by everybody.
    **{"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"},
    **{"ґ": "г", "ы": "и"},
    **{"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ە": "ه", "ھ": "ه", "ء": "", "ـ": ""},
}
SYLLABLES = range(0x1200, 0x1358)
"""The Ethiopic syllables: eight to a consonant in Unicode, the first of them its basic form."""
SYLLABLES_WITH_U = {"ቈ": "ቀ", "ቘ": "ቐ", "ኈ": "ኀ", "ኰ": "ከ", "ዀ": "ኸ", "ጐ": "ገ"}
"""Rows of eight that belong to another consonant: the same with a short u."""
SAME_SYLLABLES = {"ሠ": "ሰ", "ፀ": "ጸ"}
"""Consonants that sound alike in Tigrinya, and are written in two ways."""
UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}
"""How German letters are written where a keyboard lacks them."""
UNSPOKEN = frozenset("'’ʼ‘`´ʹ\u00ad")
"""Signs within a word that many leave out."""
JOINING = frozenset("-‐‑–/.&")
"""Signs between the parts of a word that others write as one."""
ARTICLES = ("وال", "بال", "كال", "فال", "ال", "لل")
"""The Arabic article with what may stand before it: one word with its noun, and often left out."""
SHORTEST_NOUN = 3


class Word(Struct, frozen=True):
    """A word of a text as it is compared, and for each of its letters the character of the text that it comes from."""

    form: str
    places: tuple[int, ...]


def tokens(text: str) -> tuple[str, ...]:
    """The words that somebody has typed, each once."""
    return tuple(dict.fromkeys(word.form for word in words(text)))


def words(text: str, umlauts: bool = False) -> tuple[Word, ...]:
    """The words of a text in their order; with `umlauts` ä is written as ae, else as a."""
    found: list[Word] = []
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(f"{text} "):
        folded = _folded(char, umlauts)
        if folded != " ":
            letters += folded
            places += [place] * len(folded)
        elif letters:
            found.append(Word("".join(letters), tuple(places)))
            letters, places = [], []
    return tuple(found)


def forms(text: str) -> frozenset[str]:
    """All forms under which the words of a text are found: both ways to write an umlaut, Arabic nouns without their
    article, and what a hyphen joins also as one word."""
    found: set[str] = set()
    for umlauts in (False, True) if any(char in UMLAUTS for char in text.casefold()) else (False,):
        every = words(text, umlauts)
        found.update(word.form for word in every)
        found.update(word.form for word in joined(text, every))
    return frozenset(found | {noun for form in found if (noun := without_article(form)) != form})


def joined(text: str, parts: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a text that are parted by nothing but a hyphen or the like, as one."""
    found: list[Word] = []
    for part in parts:
        before = found[-1] if found else None
        if before and len(between := text[before.places[-1] + 1 : part.places[0]]) == 1 and between in JOINING:
            found[-1] = Word(before.form + part.form, before.places + part.places)
        else:
            found.append(part)
    alone = {part.form for part in parts}
    return tuple(word for word in found if word.form not in alone)


def without_article(form: str) -> str:
    """An Arabic word without its article; any other as it is."""
    for article in ARTICLES:
        if form.startswith(article) and len(form) - len(article) >= SHORTEST_NOUN:
            return form[len(article) :]
    return form


@lru_cache(maxsize=4096)
def _folded(char: str, umlauts: bool) -> str:
    """The letters that a character is compared as; a space for whatever parts words."""
    if char in UNSPOKEN or unicodedata.category(char) in ("Cf", "Mn"):
        return ""
    low = unicodedata.normalize("NFC", char.casefold())
    if umlauts and low in UMLAUTS:
        return UMLAUTS[low]
    return "".join(_letter(part) for part in unicodedata.normalize("NFKD", low)) if low not in SAME else SAME[low]


def _letter(char: str) -> str:
    if char in SAME:
        return SAME[char]
    if unicodedata.combining(char):
        return ""
    if ord(char) in SYLLABLES:
        return _consonant(char)
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    return char if char.isalpha() else " "


def _consonant(syllable: str) -> str:
    """The basic form of an Ethiopic syllable: the keyboard on the screen has no room for all seven of a consonant."""
    basic = chr(ord(syllable) & ~7)
    basic = SYLLABLES_WITH_U.get(basic, basic)
    return SAME_SYLLABLES.get(basic, basic)
