"""The words of all texts in one language, and which of them somebody may mean who types a few letters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from math import inf

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import partial_ratio

from kiosk.search.columns import Sounded, WordColumns, lines, numbers
from kiosk.search.fold import without_article
from kiosk.search.sound import consonants, script, sound, voiced

WHOLE, BEGINS, INSIDE, STEM, SOUNDS, MISTYPED = 0.0, 0.3, 0.8, 1.4, 2.0, 3.0
"""How far a word is from what was typed: it is that word, begins so, holds it, differs in its ending, sounds like it in
another script, is it but for typing errors."""
SHORTEST_INSIDE, SHORTEST_STEM, SHORTEST_SOUND = 3, 6, 3
ONE_ERROR, TWO_ERRORS = 4, 8
"""Letters from which on a word may have one typing error, or two: in a shorter one they would make it another word."""
SHORTEST_TORN, ALIKE = 7, 85.0
"""Letters from which on a mistyped word is looked for within others, and how alike a part must be, in percent."""
END = "\U0010ffff"


class Vocabulary:
    """The words of a language, and for each of them the numbers of the texts that it stands in."""

    def __init__(self, columns: WordColumns) -> None:
        self._begin, self._numbers = numbers(columns.begin), numbers(columns.numbers)
        self._words = lines(columns.words, len(self._begin) - 1)
        self._scripts = frozenset(map(script, self._words)) - {""}
        self._sounds = Sounds(columns.sounds, self._words)
        self._consonants = Sounds(columns.consonants, self._words)
        self._line = f"\n{columns.words}\n"
        self._starts = list(accumulate((len(word) + 1 for word in self._words), initial=1))

    def texts(self, word: str) -> memoryview:
        """The numbers of the texts that one of the words stands in."""
        place = bisect_left(self._words, word)
        return self._numbers[self._begin[place] : self._begin[place + 1]]

    def near(self, typed: str) -> dict[str, float]:
        """The words that may be meant if there is no typing error, and how far each of them is from what was typed."""
        found: dict[str, float] = {}
        for word, distance in self._near(typed):
            if distance < found.get(word, inf):
                found[word] = distance
        return found

    def mistyped(self, typed: str) -> dict[str, float]:
        """The words that may be meant if there are typing errors: those with the fewest."""
        most = 2 if len(typed) >= TWO_ERRORS else 1 if len(typed) >= ONE_ERROR else 0
        if not most:
            return {}
        likely = self._likely(typed)
        lengths = range(len(typed) - 1, len(typed) + most + 1)
        beginnings = {word[:length] for length in lengths for word in likely if len(word) >= length}
        close = process.extract(typed, beginnings, scorer=OSA.distance, score_cutoff=most, limit=None)
        least = min((errors for _, errors, _ in close), default=0)
        found: dict[str, float] = {}
        for beginning, errors, _ in close:
            if errors == least:
                for word in self._beginning(beginning):
                    found.setdefault(word, MISTYPED + errors + _more(beginning, word))
        return found or self._torn(typed)

    def _near(self, typed: str) -> Iterator[tuple[str, float]]:
        for form in {typed, without_article(typed)}:
            for word in self._beginning(form):
                yield word, WHOLE if word == form else BEGINS + _more(form, word)
            if len(form) >= SHORTEST_INSIDE:
                for word in self._inside(form):
                    yield word, INSIDE + _more(form, word)
            if len(form) >= SHORTEST_STEM:
                for word in self._beginning(stem(form)):
                    if len(word) <= len(form) + 2:
                        yield word, STEM
        yield from self._sounding(typed)

    def _sounding(self, typed: str) -> Iterator[tuple[str, float]]:
        """Words of other scripts that sound like it; with Arabic on either side by the consonants alone."""
        own = script(typed)
        if not own or self._scripts <= {own}:
            return
        for wanted, known, arabic in (
            (sound(typed), self._sounds, False),
            (consonants(without_article(typed)), self._consonants, True),
        ):
            if len(typed) < SHORTEST_SOUND or len(wanted) < SHORTEST_SOUND - arabic:
                continue
            begun = len(wanted) >= SHORTEST_SOUND + arabic  # of so few consonants many words could be the beginning
            for heard, word in known.beginning(wanted) if begun else known.same(wanted):
                other = script(word)
                if other == own or arabic != ("ARABIC" in (own, other)):
                    continue
                if begun or not arabic or _vowels_alike(typed, word):
                    yield word, SOUNDS + _more(wanted, heard)

    def _torn(self, typed: str) -> dict[str, float]:
        """Longer words that hold it with typing errors, as German ones hold others."""
        if len(typed) < SHORTEST_TORN:
            return {}
        longer = [word for word in self._words if len(word) > len(typed)]
        close = process.extract(typed, longer, scorer=partial_ratio, score_cutoff=ALIKE, limit=20)
        return {word: MISTYPED + 2 + (100 - alike) / 100 for word, alike, _ in close}

    def _inside(self, form: str) -> Iterator[str]:
        """The words that hold a form, but do not begin with it."""
        at = self._line.find(form)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            word = self._words[number]
            if at > self._starts[number] and not word.startswith(form):
                yield word
            at = self._line.find(form, self._starts[number] + len(word))

    def _likely(self, typed: str) -> list[str]:
        """Words that begin with one of its first two letters, or with any letter before them: few people mistype the
        beginning of a word, and thousands of words need not be compared."""
        first, second = typed[0], typed[1]
        return [word for word in self._words if word[0] in (first, second) or word[1:2] == first]

    def _beginning(self, beginning: str) -> list[str]:
        return self._words[bisect_left(self._words, beginning) : bisect_left(self._words, beginning + END)]


def _vowels_alike(typed: str, word: str) -> bool:
    """Whether two words with the same few consonants may also have the same vowels, as far as both are written."""
    return OSA.distance(sound(typed), voiced(word)) <= 2 or OSA.distance(voiced(typed), sound(word)) <= 2


def stem(form: str) -> str:
    """A word without what its ending may change: "реєстраці" of реєстрація and реєстрацію."""
    return form[: -2 if len(form) > SHORTEST_STEM else -1]


def _more(typed: str, word: str) -> float:
    """How much of a word is not typed yet, from 0 to 0.5."""
    return 0.5 * (1 - len(typed) / max(1, len(word)))


class Sounds:
    """Words by how they sound."""

    def __init__(self, column: Sounded, words: list[str]) -> None:
        self._words, self._numbers = words, numbers(column.words)
        self._heard = lines(column.heard, len(words))

    def beginning(self, wanted: str) -> Iterator[tuple[str, str]]:
        """Sounds that begin so, each with its word."""
        return self._between(bisect_left(self._heard, wanted), bisect_left(self._heard, wanted + END))

    def same(self, wanted: str) -> Iterator[tuple[str, str]]:
        """The words that sound so."""
        return self._between(bisect_left(self._heard, wanted), bisect_right(self._heard, wanted))

    def _between(self, first: int, end: int) -> Iterator[tuple[str, str]]:
        return ((self._heard[place], self._words[self._numbers[place]]) for place in range(first, end))
