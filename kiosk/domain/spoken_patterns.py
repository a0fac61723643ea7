"""What the rules of pronunciation share: where a number begins and ends, forms that fit, and patterns to fill in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from kiosk.domain.pronunciation import Form, Pronunciation
from kiosk.domain.strings import PLACEHOLDER

Rule: TypeAlias = tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]
"""A shape in a text, and what is said for it; None: this is not what it looked like, leave it as it is."""

OPEN = r"(?<![^\W_\u0600-\u06ff])(?<!\d[.,:/])"
"""Where a number may begin: behind no figure and no letter ("B1"), but for Arabic ones, which are joined ("and100")."""
CLOSE = r"(?!\d)(?![.,:]\d)"
"""Where a number has ended."""
DASH = r"\s?[–-]\s?"


def said(forms: Iterable[Form], before: str, index: int, otherwise: str) -> str:
    """The word for `index` in the form that fits the text `before` it; `otherwise` if the list has none."""
    form = fitting(forms, before)
    return form.words[index] if form and index < len(form.words) else otherwise


def fitting(forms: Iterable[Form], before: str) -> Form | None:
    """The form with the longest ending of `before` among its `after`; else the usual form."""
    usual, best, length = None, None, 0
    for form in forms:
        if not form.after:
            usual = usual or form
        for phrase in form.after:
            if len(phrase) > length and ends_with(before, phrase):
                best, length = form, len(phrase)
    return best or usual


def ends_with(before: str, phrase: str) -> bool:
    """Whether the last words of `before` are `phrase`, in small or capital letters."""
    text, last = before.rstrip().casefold(), phrase.casefold()
    return text.endswith(last) and not text[: -len(last)][-1:].isalnum()


Values: TypeAlias = Mapping[str, Callable[[str], str]]
"""What fills the places of a pattern. Each is asked for with the text before it, for it may have to fit."""


def filled(pattern: str, values: Values, before: str = "", after: str = "") -> str:
    """`pattern` with its places filled in, to stand between `before` and `after`. A word at its edge that stands there
    already ("the", "року") is not said twice."""
    literals = PLACEHOLDER.split(pattern)
    first, last = literals[0].strip(), literals[-1].strip()
    if first and ends_with(before, first):
        literals[0] = ""
    if last and after.lstrip().casefold().startswith(last.casefold()):
        literals[-1] = ""
    out = ""
    for number, part in enumerate(literals):
        out += values[part](before + out) if number % 2 else part
    return out.strip()


def around(match: re.Match[str]) -> tuple[str, str]:
    """The text before and behind what was found."""
    return match.string[: match.start()], match.string[match.end() :]


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; one that matches nothing if there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word) or r"(?!)"


def counted(list_: Pronunciation) -> str:
    """A pattern for what makes the number before it an amount."""
    return one_of(("€", "EUR", "%", *list_.prices.written, *list_.amounts))
