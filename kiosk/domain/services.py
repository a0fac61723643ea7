"""All services, and those of a topic or at a place, without looking through all of them at every page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from kiosk.domain.catalog import Service


LONG = 60
"""Rows of a list that are laid out as a whole. Of a longer one only the page that is shown: it costs the same then,
however many there are."""
LONGEST = 4
"""So many with the longest names, with the longest lines below them, and with most of both, tell how high rows get."""


class Services(Mapping[str, "Service"]):
    """Services by id, in the order of the screen. What stands in a topic, or is done at an organisation, is gathered
    once, at the first question."""

    def __init__(self, services: Mapping[str, Service]) -> None:
        self._services = services
        self._of_topic: Mapping[str, list[str]] | None = None
        self._at: Mapping[str, list[str]] | None = None
        self._longest: dict[tuple[str, str], tuple[str, ...]] = {}

    def __getitem__(self, identifier: str) -> Service:
        return self._services[identifier]

    def __iter__(self) -> Iterator[str]:
        return iter(self._services)

    def __len__(self) -> int:
        return len(self._services)

    def of_topic(self, topic: str) -> Some:
        """Those of a topic, in their order."""
        if self._of_topic is None:
            self._of_topic = self._gathered(lambda service: service.topic)
        return Some(self, self._of_topic.get(topic, []))

    def at(self, organisation: str) -> Some:
        """Those that a visitor gets at an organisation."""
        if self._at is None:
            self._at = self._gathered(lambda service: service.where)
        return Some(self, self._at.get(organisation, []))

    def longest(self, topic: str, language: str) -> Some:
        """The few of a topic whose rows need most room in a language."""
        if (topic, language) not in self._longest:
            self._longest[topic, language] = longest(self.of_topic(topic), language)
        return Some(self, self._longest[topic, language])

    def _gathered(self, by: Callable[[Service], str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for identifier, service in self._services.items():
            found.setdefault(by(service), []).append(identifier)
        return found


class Some(Sequence["Service"]):
    """Some of the services. How many there are is known without reading any of them."""

    def __init__(self, services: Mapping[str, Service], identifiers: Sequence[str]) -> None:
        self._services, self._identifiers = services, identifiers

    @overload
    def __getitem__(self, index: int) -> Service: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Service, ...]: ...
    def __getitem__(self, index: int | slice) -> Service | tuple[Service, ...]:
        """One of them, or a tuple of several. Raises IndexError."""
        if isinstance(index, slice):
            return tuple(self._services[identifier] for identifier in self._identifiers[index])
        return self._services[self._identifiers[index]]

    def __len__(self) -> int:
        return len(self._identifiers)


def longest(services: Collection[Service], language: str) -> tuple[str, ...]:
    """The ids of those with the longest names, the longest lines, and most of both, in a language."""
    sizes = [(one.id, len(one.name.said(language).text), len(one.short.said(language).text)) for one in services]
    by: tuple[Callable[[tuple[str, int, int]], int], ...] = (lambda r: r[1], lambda r: r[2], lambda r: r[1] + r[2])
    return tuple(dict.fromkeys(row[0] for key in by for row in nlargest(LONGEST, sizes, key)))
