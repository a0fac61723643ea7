"""What the finger does: visits by people of many languages, the same for all programs, as places on the glass."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.peers.book import START, Book, name_of
from kiosk.domain.navigation import ATTRACT, HOME, Route
from kiosk.domain.visit import Visit, advance

NOBODY = Visit()


@dataclass(frozen=True, slots=True)
class Step:
    """One touch: the node that is meant, where it is in pixels, and the page that comes: "ar/topic.wohnen"."""

    node: str
    x: int
    y: int
    page: str

    @property
    def checked(self) -> bool:
        """Whether the page that comes always looks the same: the screen that waits greets in another language."""
        return ATTRACT not in self.page


def steps(book: Book, taps: int, seed: int) -> list[Step]:
    """At least so many touches in whole visits; another `seed`, other languages and topics."""
    chance, made = random.Random(seed), list[Step]()
    languages = list(book.codes)
    chance.shuffle(languages)
    number = 0
    while len(made) < taps:
        made += walked(book, _visit(book, languages[number % len(languages)], chance))
        number += 1
    return made


def reading(book: Book) -> list[Step]:
    """From home, where somebody left it, to a new visitor's card in German that is read aloud."""
    topic = book.topics[0]
    card = book.catalog.services_of(topic.id)[0]
    nodes = ("bar.finish", "wake", "language.de", f"topic.{topic.id}", f"service.{card.id}", "bar.listen")
    return list(walked(book, iter(nodes), Visit((Route(HOME),), "de")))


def walked(book: Book, nodes: Iterator[str], visit: Visit = NOBODY) -> Iterator[Step]:
    """The touches on these nodes, one after the other. Raises LookupError where one is not on its page."""
    for node in nodes:
        key = book.leaf(visit).key(node)
        visit = advance(visit, key.intent)
        x, y = key.at.center
        yield Step(node, round(x), round(y), f"{visit.chosen or START}/{name_of(visit.route)}")


def _visit(book: Book, code: str, chance: random.Random) -> Iterator[str]:
    """The nodes that a visitor touches: two topics, three cards, back and home again, and done."""
    first, second = chance.sample(book.topics, 2)
    cards = [service.id for service in book.catalog.services_of(first.id)[:3]]
    others = [service.id for service in book.catalog.services_of(second.id)[:3]]
    yield from ("wake", f"language.{code}", f"topic.{first.id}", f"service.{cards[0]}", "bar.back")
    yield from (f"service.{cards[-1]}", "bar.back", "bar.home", f"topic.{second.id}")
    yield from (f"service.{chance.choice(others)}", "bar.back", "bar.home", "bar.finish")
