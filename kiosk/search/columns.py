"""What an index is made of, as plain columns: they take little memory, and are written to a file and read back at once
(kiosk.compiled). Numbers are bytes of unsigned 32-bit integers, in this machine's order; words stand in one text, line
by line."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from msgspec import Struct, field

from kiosk.domain.language import Said
from kiosk.search.sound import consonants, sound

NUMBER: Final = "I"


class Sounded(Struct, frozen=True):
    """Words by how they sound: all sounds in order, and the number of the word of each."""

    heard: str = ""
    words: bytes = b""


class WordColumns(Struct, frozen=True):
    """All words of a language in order; where the texts of each begin in `numbers`, and these numbers, one word after
    the other; and the words by their sound and by their consonants."""

    words: str = ""
    begin: bytes = b""
    numbers: bytes = b""
    sounds: Sounded = field(default_factory=Sounded)
    consonants: Sounded = field(default_factory=Sounded)


class TextColumns(Struct, frozen=True):
    """All texts of a language: which thing each belongs to, how much less it counts than a name (an index of `less`),
    how many letters it has; by their numbers those that are outdated, and how some are spoken."""

    texts: tuple[str, ...] = ()
    things: bytes = b""
    ranks: bytes = b""
    letters: bytes = b""
    less: tuple[float, ...] = ()
    outdated: frozenset[int] = frozenset()
    says: Mapping[int, str] = field(default_factory=dict)

    def said(self, number: int, language: str) -> Said:
        """A text as it is shown."""
        return Said(self.texts[number], language, number in self.outdated, self.says.get(number, ""))


class LanguageColumns(Struct, frozen=True):
    """All that can be found in one language."""

    texts: TextColumns
    words: WordColumns


def numbers(data: bytes) -> memoryview:
    """The numbers of a column, to be asked by their place."""
    return memoryview(data).cast(NUMBER)


def lines(column: str, count: int) -> list[str]:
    """The words of a column that holds so many."""
    return column.split("\n") if count else []


def word_columns(posted: Iterable[tuple[str, int]]) -> WordColumns:
    """Of pairs of a word and the number of a text that it stands in, in the order of the texts."""
    texts: dict[str, list[int]] = defaultdict(list)
    for word, number in posted:
        if not texts[word] or texts[word][-1] != number:
            texts[word].append(number)
    words = sorted(texts)
    begin, every = array(NUMBER, [0]), array(NUMBER)
    for word in words:
        every.extend(texts[word])
        begin.append(len(every))
    sounded = (_sounded(heard, words) for heard in (sound, consonants))
    return WordColumns("\n".join(words), begin.tobytes(), every.tobytes(), *sounded)


def _sounded(heard: Callable[[str], str], words: list[str]) -> Sounded:
    pairs = sorted((heard(word), number) for number, word in enumerate(words))  # equal sounds: in the words' order
    column = array(NUMBER, [number for _, number in pairs])
    return Sounded("\n".join(one for one, _ in pairs), column.tobytes())


def text_columns(texts: Iterable[tuple[int, float, Said]]) -> TextColumns:
    """Of texts: the number of the thing, how much less it counts, the words."""
    every = list(texts)
    less = tuple(sorted({one for _, one, _ in every}))
    return TextColumns(
        tuple(said.text for _, _, said in every),
        array(NUMBER, [thing for thing, _, _ in every]).tobytes(),
        array(NUMBER, [less.index(one) for _, one, _ in every]).tobytes(),
        array(NUMBER, [max(1, len(said.text) - said.text.count(" ")) for _, _, said in every]).tobytes(),
        less,
        frozenset(number for number, (_, _, said) in enumerate(every) if said.outdated),
        {number: said.say for number, (_, _, said) in enumerate(every) if said.say},
    )
