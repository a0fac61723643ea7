"""The index: all that can be found in the catalog, by the visitor's language and by German."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec import Struct

from kiosk.domain.catalog import Catalog
from kiosk.domain.language import SOURCE, Said, Words
from kiosk.domain.navigation import ORGANISATION, SERVICE, TOPIC
from kiosk.domain.search import Hit
from kiosk.search.columns import LanguageColumns, numbers, text_columns, word_columns
from kiosk.search.fold import forms, tokens
from kiosk.search.marks import marks
from kiosk.search.vocabulary import SOUNDS, STEM, WHOLE, Vocabulary

MOST = 12
"""Things that are found at most: whoever would have to look through more types another letter."""
NAME, OTHER, MEANING, LINE = 0.0, 0.01, 0.3, 0.7
"""How much less a text counts than a name: another word for it, what it means, the short line below it."""
BEGUN = 0.2
"""How much less another word counts of which only the beginning is typed: it might still become a name."""
REST = 0.8
"""How much less a text counts of which nothing was typed but one word of many."""
GERMAN = 0.05
"""Of two equal texts the one in the visitor's language is shown."""


class Thing(Struct, frozen=True):
    """What can be found: a screen and an id."""

    kind: str
    id: str


class Lexicon:
    """All that can be found in one language, ready to be searched."""

    def __init__(self, columns: LanguageColumns) -> None:
        self.texts, self.vocabulary = columns.texts, Vocabulary(columns.words)
        self.things, self.letters = numbers(columns.texts.things), numbers(columns.texts.letters)
        self._ranks = numbers(columns.texts.ranks)

    def less(self, number: int) -> float:
        """How much less a text counts than a name."""
        return self.texts.less[self._ranks[number]]


Match = dict[int, dict[str, float]]
"""By the number of a text: the words typed that match it, and how far each of them is from it."""


class Index:
    """Made once of a catalog; `find` is its search. Nothing of what is typed is kept. A language is made ready when it
    is searched for the first time: few visitors search, and none of them in seventeen languages."""

    def __init__(self, catalog: Catalog) -> None:
        codes = [language.code for language in catalog.languages]
        things: list[Thing] = []
        texts: dict[str, list[tuple[int, float, Said]]] = defaultdict(list)
        for thing, fields in _all(catalog, codes):
            for said, less in fields:
                texts[said.language].append((len(things), less, said))
            things.append(thing)
        self._ready(tuple(things), tuple(texts), lambda code: _columns(texts[code]))

    @classmethod
    def of_columns(
        cls, things: tuple[Thing, ...], codes: Collection[str], columns: Callable[[str], LanguageColumns]
    ) -> Index:
        """An index that was made before: its things, and where the columns of a language come from."""
        index = cls.__new__(cls)
        index._ready(things, tuple(codes), columns)
        return index

    def _ready(
        self, things: tuple[Thing, ...], codes: tuple[str, ...], columns: Callable[[str], LanguageColumns]
    ) -> None:
        self.things, self.codes, self._columns = things, codes, columns
        self._lexicons: dict[str, Lexicon] = {}

    def columns(self, code: str) -> LanguageColumns:
        """All that can be found in a language, to be kept. Raises KeyError for one in which there is nothing."""
        return self._columns(code)

    def _lexicon(self, code: str) -> Lexicon:
        if code not in self._lexicons:
            self._lexicons[code] = Lexicon(self._columns(code))
        return self._lexicons[code]

    def find(self, query: str, language: str) -> tuple[Hit, ...]:
        """What may be meant, the best first: what matches most of the words, then what needs no guessing, then services
        before topics and organisations."""
        typed = tokens(query)
        codes = [code for code in dict.fromkeys((language, SOURCE)) if code in self.codes]
        if not typed or not codes:
            return ()
        matches = {code: self._matches(code, typed, Vocabulary.near) for code in codes}
        found_in = (found for match in matches.values() for found in match.values())
        known = {word for found in found_in for word, distance in found.items() if distance < STEM}
        unknown = tuple(word for word in typed if word not in known)
        if unknown:
            for code in codes:
                for number, found in self._matches(code, unknown, Vocabulary.mistyped).items():
                    matches[code][number] = found | matches[code].get(number, {})
        return self._ranked(matches)

    def _matches(
        self, code: str, typed: tuple[str, ...], near: Callable[[Vocabulary, str], Mapping[str, float]]
    ) -> Match:
        found: Match = defaultdict(dict)
        vocabulary = self._lexicon(code).vocabulary
        for word in typed:
            for form, distance in near(vocabulary, word).items():
                for number in vocabulary.texts(form):
                    distances = found[number]
                    if distance < distances.get(word, distance + 1):
                        distances[word] = distance
        return found

    def _ranked(self, matches: Mapping[str, Match]) -> tuple[Hit, ...]:
        """Of each thing the words that any of its texts match, and of these texts the one that tells most."""
        distances: dict[int, dict[str, float]] = defaultdict(dict)
        best: dict[int, tuple[tuple[int, bool, bool, float], str, int, tuple[str, ...]]] = {}
        for code, match in matches.items():
            lexicon, foreign = self._lexicon(code), GERMAN if code == SOURCE else 0.0
            for number, found in match.items():
                thing, less = lexicon.things[number], lexicon.less(number)
                covered = min(1.0, sum(map(len, found)) / lexicon.letters[number])
                begun = BEGUN if less == OTHER and max(found.values()) > WHOLE else 0.0
                here = less + foreign + begun + REST * (1 - covered)
                of_thing = distances[thing]
                for word, distance in found.items():
                    of_thing[word] = min(of_thing.get(word, distance + here), distance + here)
                mean = sum(found.values()) / len(found)
                rank = (-len(found), mean >= STEM, less > NAME, mean + here)  # of a name one sees what it is
                if thing not in best or rank < best[thing][0]:
                    best[thing] = (rank, code, number, tuple(found))
        ranked = sorted(distances, key=lambda thing: self._rank(thing, distances[thing]))[:MOST]
        return tuple(self._hit(thing, *best[thing][1:]) for thing in ranked)

    def _rank(self, thing: int, distances: Mapping[str, float]) -> tuple[int, bool, int, float, int]:
        mean = sum(distances.values()) / len(distances)
        return -len(distances), mean >= SOUNDS, KINDS.index(self.things[thing].kind), mean, thing

    def _hit(self, thing: int, code: str, number: int, typed: tuple[str, ...]) -> Hit:
        found, said = self.things[thing], self._lexicon(code).texts.said(number, code)
        return Hit(found.kind, found.id, said, marks(said.text, typed))


KINDS = (SERVICE, TOPIC, ORGANISATION)
"""In this order, if they match equally well."""


def _columns(texts: list[tuple[int, float, Said]]) -> LanguageColumns:
    known: dict[str, frozenset[str]] = {}

    def posted() -> Iterator[tuple[str, int]]:
        for number, (_, _, said) in enumerate(texts):
            for word in said.text.split():  # the same words come again and again
                if word not in known:
                    known[word] = forms(word)
                for form in known[word]:
                    yield form, number

    return LanguageColumns(text_columns(texts), word_columns(posted()))


def _all(catalog: Catalog, codes: list[str]) -> Iterator[tuple[Thing, Iterator[tuple[Said, float]]]]:
    """Everything that can be found, with its texts and how much less each of them counts."""
    other = catalog.other_words

    def others(identifier: str) -> Iterator[tuple[Said, float]]:
        for code in codes:
            for word in other.get(code, {}).get(identifier, ()):
                yield Said(word, code), OTHER

    def texts(identifier: str, *fields: tuple[Words, float]) -> Iterator[tuple[Said, float]]:
        for field, less in fields:
            for code in codes:
                if field.texts.get(code):
                    yield field.said(code), less
        yield from others(identifier)

    for service in catalog.services.values():
        yield Thing(SERVICE, service.id), texts(service.id, (service.name, NAME), (service.short, LINE))
    for topic in catalog.topics.values():
        yield Thing(TOPIC, topic.id), texts(topic.id, (topic.name, NAME))
    for one in (catalog.centre, *catalog.organisations.values()):
        name = Words.german(one.name)
        yield Thing(ORGANISATION, one.id), texts(one.id, (name, NAME), (one.meaning, MEANING))
