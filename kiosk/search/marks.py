"""Which letters of a text somebody has typed, so that they can be marked in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from kiosk.search.fold import Word, joined, without_article, words
from kiosk.search.sound import consonants, script, sound
from kiosk.search.vocabulary import SHORTEST_STEM, stem

Span = tuple[int, int]


def marks(text: str, typed: Iterable[str]) -> tuple[Span, ...]:
    """Where the typed words stand in a text, as (start, end) in their order, none touching another: the letters that
    are the same, or a whole word that only sounds like it or differs by a typing error."""
    every = [*words(text), *words(text, umlauts=True)]
    every += [*joined(text, words(text)), *joined(text, words(text, umlauts=True))]
    if not every:
        return ()
    spans = sorted(_widened(text, min(_found(word, every))[1:]) for word in typed)
    found: list[Span] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _found(typed: str, every: list[Word]) -> Iterator[tuple[float, int, int]]:
    """For each word how badly it matches, and what of it does."""
    for word in every:
        for form in {typed, without_article(typed)}:
            at = word.form.find(form)
            if at >= 0:
                better = 0.0 if form == word.form else 1.0 if at == 0 else 2.0
                yield better, word.places[at], word.places[at + len(form) - 1] + 1
            elif len(form) >= SHORTEST_STEM and word.form.startswith(stem(form)):
                yield 3.0, word.places[0], word.places[-1] + 1
        yield 4.0 + _apart(typed, word.form), word.places[0], word.places[-1] + 1


def _apart(typed: str, form: str) -> float:
    """How far two words are from each other that are not the same: by their letters, or in two scripts by sound."""
    scripts = {script(typed), script(form)}
    if len(scripts) == 1:
        return float(min(OSA.distance(typed, form), OSA.distance(typed, form[: len(typed)]) + 0.5))
    heard = consonants if "ARABIC" in scripts else sound
    one, other = heard(without_article(typed)), heard(without_article(form))
    return float(OSA.distance(one, other[: len(one) + 1]))


def _widened(text: str, span: tuple[int, int]) -> Span:
    """With the marks that stand above or below its last letter: they are part of it."""
    start, end = span
    while end < len(text) and (unicodedata.category(text[end]) == "Mn" or text[end] == "ـ"):
        end += 1
    return start, end
