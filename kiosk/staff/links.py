"""`run_kiosk.py check --links`: whether the pages are there to which codes lead, each at the line where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import chain, zip_longest
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from msgspec import Struct

from kiosk.domain.problem import Problem
from kiosk.loaders import faults_links as faults
from kiosk.loaders import kinds
from kiosk.loaders.catalog import language_names
from kiosk.loaders.faults import Both, Fault, Value
from kiosk.loaders.fields import Group, Inspection, Record
from kiosk.loaders.maps import map_of
from kiosk.loaders.nodes import Node, Table
from kiosk.loaders.records import CENTRE
from kiosk.loaders.settings import load_settings
from kiosk.loaders.tree import Tree
from kiosk.staff.asking import TIMEOUTS, Answer, Asker, Trouble

AT_ONCE = 6
"""Addresses that are asked for at the same time, over all sites."""
MAP = Both("Karte", "map")
GONE = (404, 410)
_NO_PAGE = {
    Trouble.CERTIFICATE: faults.CERTIFICATE,
    Trouble.ROUND: faults.ROUND,
    Trouble.UNREACHABLE: faults.UNREACHABLE,
}


class Offline(Exception):
    """Not one site could be reached."""


class Place(Struct, frozen=True):
    """Where an address stands, and in which language its page is."""

    node: Node
    language: Both


class Addresses(Struct, frozen=True):
    """All addresses that codes carry, each with all its places, and the sites that they may be on."""

    places: Mapping[str, list[Place]]
    hosts: frozenset[str]

    def __len__(self) -> int:
        return len(self.places)


def addresses(folder: Path) -> Addresses:
    """The addresses of everything in `folder` that can be shown; what is wrong with the files `check` says itself."""
    settings, _ = load_settings(folder / "config" / "kiosk.yaml")
    tree = Tree(folder / "content")
    inspection = Inspection([], settings.hosts, language_names(tree))
    places: dict[str, list[Place]] = defaultdict(list)
    for name, group in _files(tree):
        table = tree.table(name)
        record = group.read(table, inspection) if table else None
        for url, place in _in(record, inspection) if record else ():
            places[urldefrag(url).url].append(place)
    return Addresses(dict(places), settings.hosts)


def _files(tree: Tree) -> Iterator[tuple[str, Group]]:
    yield tree.name_of("", CENTRE), kinds.CENTRE
    for folder, group in (("organisations", kinds.ORGANISATION), ("services", kinds.SERVICE)):
        for identifier in tree.ids(folder):
            yield tree.name_of(folder, identifier), group


def _in(record: Record, inspection: Inspection) -> Iterator[tuple[str, Place]]:
    """The addresses of one entry: its pages, and the map of its place."""
    link = record.place("link")
    for code, url in record.get("link", {}).items():
        yield url, Place(link.values[code] if isinstance(link, Table) else link, Both(code, code))
    if "role" in record.values:  # an organisation: services have no place of their own
        url = map_of(record, inspection)
        if url:
            yield url, Place(record.place("geo" if record.get("geo") else "address"), MAP)


def problems_of(found: Addresses, told: Callable[[str], None], asker: Asker | None = None) -> list[Problem]:
    """What is wrong with the addresses, at every place where they stand. `told` hears the site of each one when it has
    been asked. Raises Offline if no site at all could be reached."""
    asker = asker or Asker(found.hosts)
    answers: dict[str, Answer] = {}
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        asked = {pool.submit(asker.ask, url): url for url in _in_turn(found.places)}
        for done in as_completed(asked):
            answers[asked[done]] = done.result()
            told(_host(asked[done]))
    finally:  # also when somebody presses Ctrl-C: what has not begun does not begin
        pool.shutdown(cancel_futures=True)
    if answers and all(answer.trouble is Trouble.UNREACHABLE for answer in answers.values()):
        raise Offline
    return [
        problem
        for url in sorted(answers)
        for place in found.places[url]
        for problem in _judged(url, answers[url], place)
    ]


def _in_turn(urls: Mapping[str, object]) -> list[str]:
    """The addresses so that one site after the other gets its turn."""
    sites: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        sites[_host(url)].append(url)
    return [url for url in chain.from_iterable(zip_longest(*sites.values())) if url]


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _judged(url: str, answer: Answer, place: Place) -> Iterator[Problem]:
    fault, values = _fault(answer)
    if fault:
        # Both(…): an address is told whole, however long; it is to be found again, and to be copied
        yield place.node.problem(fault, url=Both(url, url), language=place.language, host=_host(url), **values)


def _fault(answer: Answer) -> tuple[Fault | None, dict[str, Value]]:
    """What an answer means to the person who wrote the address; the worst first."""
    if answer.trouble is Trouble.FORBIDDEN:
        fault = faults.SENT_ELSEWHERE if answer.off_list else faults.SENT_ASTRAY
        return fault, {"to": Both(answer.detail, answer.detail), "site": _host(answer.detail)}
    if answer.trouble is Trouble.SLOW:
        return faults.SLOW, {"seconds": f"{sum(TIMEOUTS):.0f}"}
    if answer.trouble is not None:
        return _NO_PAGE[answer.trouble], {"detail": answer.detail}
    if answer.status in GONE:
        return faults.GONE, {"status": answer.status}
    if answer.status >= 400:
        return (faults.DOWN if answer.status >= 500 else faults.REFUSED), {"status": answer.status}
    moved_to = Both(answer.moved_to, answer.moved_to)
    return (faults.MOVED, {"to": moved_to}) if answer.moved_to else (None, {})
