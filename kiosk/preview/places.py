"""What a preview shows: every kind of screen that a visitor meets, each as a visit that has come there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain import navigation
from kiosk.domain.catalog import Catalog
from kiosk.domain.language import SOURCE, Words
from kiosk.domain.modes import Modes
from kiosk.domain.navigation import Route
from kiosk.domain.request import for_service
from kiosk.domain.visit import Visit

USUAL = (
    *("attract", "languages", "home", "topic", "service", "organisation"),
    *("organisations", "guide", "search", "today", "show", "help"),
)
"""The screens that tell most, one example each."""
MORE = ("question", "found", "ask", "contact", "idle", "trouble")
"""The others: a deeper question of the guide, a search that finds, other cards to show, a contact to take along, the
question whether somebody is still there, and our own trouble."""
NAMES = (*USUAL, *MORE)
ROUTES = {"found": navigation.SEARCH, "question": navigation.GUIDE, "idle": navigation.HOME}
"""Where a screen stands that has no route of its own name."""
TYPED = 4
"""Letters of the first topic's name that somebody has typed who searches."""


class Place(Struct, frozen=True):
    """One screen: its name (of `NAMES`), the id of what it shows, and what staff call that, in German."""

    screen: str
    subject: str = ""
    title: str = ""

    @property
    def id(self) -> str:
        """`service:wohnung-anmelden`, or `home`: as it is named on the command line."""
        return f"{self.screen}:{self.subject}" if self.subject else self.screen


def places(catalog: Catalog) -> Iterator[Place]:
    """Every screen there is, in the order of `NAMES`; of each kind the example comes first."""
    for name in NAMES:
        yield from (Place(name, subject, title) for subject, title in _subjects(name, catalog))


def examples(catalog: Catalog) -> dict[str, Place]:
    """One place for each name."""
    found: dict[str, Place] = {}
    for place in places(catalog):
        found.setdefault(place.screen, place)
    return found


def _subjects(name: str, catalog: Catalog) -> Iterator[tuple[str, str]]:
    match name:
        case "topic":
            yield from ((t.id, _german(t.name)) for t in catalog.topics.values() if not t.leads_to)
        case "service":
            yield from ((one.id, _german(one.name)) for one in catalog.services.values())
        case "show":
            yield from ((for_service(one.id), _german(one.name)) for one in catalog.services.values())
        case "organisation" | "contact":
            yield from ((one.id, one.name) for one in catalog.organisations.values())
        case "organisations":
            yield from (("house", "im Haus"), ("city", "in der Stadt"))
        case "question":
            questions = list(catalog.guide.questions.values())
            yield from ((one.id, _german(one.text)) for one in questions[1:])
        case "guide" if not catalog.guide.questions:
            return
        case _:
            yield "", ""


def _german(words: Words) -> str:
    return words.said(SOURCE).text


def visit_at(place: Place, language: str, modes: Modes, catalog: Catalog) -> Visit:
    """The visit of somebody who has come to a place. Before the attract screen is nobody, so no mode is on."""
    if place.screen == navigation.ATTRACT:
        return Visit()
    route = Route(ROUTES.get(place.screen, place.screen), place.subject)
    behind = () if route.name == navigation.HOME else (Route(navigation.HOME),)
    if place.screen == "question":
        behind = (*behind, Route(navigation.GUIDE))
    visit = Visit((*behind, route), language, modes=modes)
    if place.screen == "found":
        topic = next(iter(catalog.topics.values()))
        return replace(visit, query=topic.name.said(language).text[:TYPED].lower())
    return visit
