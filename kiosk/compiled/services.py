"""Services as they lie in a file: each is unpacked when a page asks for it, and a few are remembered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from kiosk.compiled.values import packed, unpacked
from kiosk.domain.catalog import Service
from kiosk.domain.language import SOURCE
from kiosk.domain.services import LONG, Services, Some, longest

TABLE, ROWS, SERVICES = "services", "longest services", "each service"
REMEMBERED = 256
"""Services that are kept unpacked: more than a visitor meets, and four megabytes."""


def parts_of(services: Mapping[str, Service]) -> dict[str, bytes]:
    """The services as three parts of a file: the table of their ids, topics, organisations and sizes; by topic and
    language those that need most room; and themselves."""
    each = {identifier: packed(service) for identifier, service in services.items()}
    rows = [(identifier, one.topic, one.where, len(each[identifier])) for identifier, one in services.items()]
    return {TABLE: packed(rows), ROWS: packed(_longest(services)), SERVICES: b"".join(each.values())}


def _longest(services: Mapping[str, Service]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Of the topics that are too long to be laid out as a whole."""
    topics: dict[str, list[Service]] = {}
    for service in services.values():
        topics.setdefault(service.topic, []).append(service)
    return {
        (topic, language): longest(every, language)
        for topic, every in topics.items()
        if len(every) > LONG
        for language in {language for service in every for language in (*service.name.texts, *service.short.texts)}
    }


class PackedServices(Services):
    """The services of a file."""

    def __init__(self, parts: Mapping[str, memoryview]) -> None:
        """Raises NoValue where the parts are none."""
        rows: Sequence[tuple[str, str, str, int]] = unpacked(parts[TABLE])
        ends = list(accumulate(row[3] for row in rows))
        self._data = parts[SERVICES]
        self._longest: dict[tuple[str, str], tuple[str, ...]] = unpacked(parts[ROWS])
        self._places = {row[0]: (end - row[3], end) for row, end in zip(rows, ends, strict=True)}
        self._topics: dict[str, list[str]] = {}
        self._organisations: dict[str, list[str]] = {}
        for identifier, topic, where, _ in rows:
            self._topics.setdefault(topic, []).append(identifier)
            self._organisations.setdefault(where, []).append(identifier)
        self._remembered: OrderedDict[str, Service] = OrderedDict()

    def __getitem__(self, identifier: str) -> Service:
        found = self._remembered.get(identifier)
        if found is None:
            start, end = self._places[identifier]
            found = self._remembered[identifier] = unpacked(self._data[start:end])
            if len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._places

    def __len__(self) -> int:
        return len(self._places)

    def of_topic(self, topic: str) -> Some:
        """Those of a topic, in their order."""
        return Some(self, self._topics.get(topic, ()))

    def longest(self, topic: str, language: str) -> Some:
        """The few of a topic whose rows need most room in a language. One in which nothing of a long topic is written
        yet is not looked for in all its services: its rows are the German ones."""
        known = (topic, language) in self._longest or (topic, SOURCE) not in self._longest
        return super().longest(topic, language if known else SOURCE)

    def at(self, organisation: str) -> Some:
        """Those that a visitor gets at an organisation."""
        return Some(self, self._organisations.get(organisation, ()))
