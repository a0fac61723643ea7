"""The index: all that can be found in the catalog, by the visitor's language and by German."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.domain.catalog import Catalog
from kiosk.domain.language import SOURCE, Said, Words
from kiosk.domain.navigation import ORGANISATION, SERVICE, TOPIC
from kiosk.domain.search import Hit
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


@dataclass(frozen=True, slots=True)
class Thing:
    """What can be found: a screen and an id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Text:
    """One of its texts: its number among the things, how much less it counts than a name, and its letters."""

    thing: int
    less: float
    said: Said
    letters: int


Match = dict[int, dict[str, float]]
"""By the number of a text: the words typed that match it, and how far each of them is from it."""


class Index:
    """Made once of a catalog; `find` is its search. Nothing of what is typed is kept."""

    def __init__(self, catalog: Catalog) -> None:
        self._things: list[Thing] = []
        self._texts: dict[str, list[Text]] = defaultdict(list)
        codes = [language.code for language in catalog.languages]
        for thing, texts in _all(catalog, codes):
            for said, less in texts:
                self._texts[said.language].append(Text(len(self._things), less, said, _letters(said.text)))
            self._things.append(thing)
        self._vocabularies = {code: _vocabulary(texts) for code, texts in self._texts.items()}

    def find(self, query: str, language: str) -> tuple[Hit, ...]:
        """What may be meant, the best first: what matches most of the words, then what needs no guessing, then services
        before topics and organisations."""
        typed = tokens(query)
        codes = [code for code in dict.fromkeys((language, SOURCE)) if code in self._vocabularies]
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
        vocabulary = self._vocabularies[code]
        for word in typed:
            for form, distance in near(vocabulary, word).items():
                for number in vocabulary.texts[form]:
                    distances = found[number]
                    if distance < distances.get(word, distance + 1):
                        distances[word] = distance
        return found

    def _ranked(self, matches: Mapping[str, Match]) -> tuple[Hit, ...]:
        """Of each thing the words that any of its texts match, and of these texts the one that tells most."""
        distances: dict[int, dict[str, float]] = defaultdict(dict)
        best: dict[int, tuple[tuple[int, bool, bool, float], Text, tuple[str, ...]]] = {}
        for code, match in matches.items():
            texts, less = self._texts[code], GERMAN if code == SOURCE else 0.0
            for number, found in match.items():
                text = texts[number]
                covered = min(1.0, sum(map(len, found)) / text.letters)
                begun = BEGUN if text.less == OTHER and max(found.values()) > WHOLE else 0.0
                here = text.less + less + begun + REST * (1 - covered)
                of_thing = distances[text.thing]
                for word, distance in found.items():
                    of_thing[word] = min(of_thing.get(word, distance + here), distance + here)
                mean = sum(found.values()) / len(found)
                rank = (-len(found), mean >= STEM, text.less > NAME, mean + here)  # of a name one sees what it is
                if text.thing not in best or rank < best[text.thing][0]:
                    best[text.thing] = (rank, text, tuple(found))
        ranked = sorted(distances, key=lambda thing: self._rank(thing, distances[thing]))[:MOST]
        return tuple(self._hit(thing, *best[thing][1:]) for thing in ranked)

    def _rank(self, thing: int, distances: Mapping[str, float]) -> tuple[int, bool, int, float, int]:
        mean = sum(distances.values()) / len(distances)
        return -len(distances), mean >= SOUNDS, KINDS.index(self._things[thing].kind), mean, thing

    def _hit(self, thing: int, text: Text, typed: tuple[str, ...]) -> Hit:
        found = self._things[thing]
        return Hit(found.kind, found.id, text.said, marks(text.said.text, typed))


KINDS = (SERVICE, TOPIC, ORGANISATION)
"""In this order, if they match equally well."""


def _vocabulary(texts: list[Text]) -> Vocabulary:
    known: dict[str, frozenset[str]] = {}

    def posted() -> Iterator[tuple[str, int]]:
        for number, text in enumerate(texts):
            for word in text.said.text.split():  # the same words come again and again
                if word not in known:
                    known[word] = forms(word)
                for form in known[word]:
                    yield form, number

    return Vocabulary(posted())


def _letters(text: str) -> int:
    return max(1, len(text) - text.count(" "))


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
