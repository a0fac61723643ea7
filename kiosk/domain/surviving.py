"""What is left of a visit when the content under it is replaced."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from kiosk.domain.catalog import Catalog
from kiosk.domain.navigation import CONTACT, GUIDE, HOME, ORGANISATION, SERVICE, SHOW, TOPIC, Route
from kiosk.domain.request import for_service, for_topic
from kiosk.domain.visit import Visit


def surviving(visit: Visit, catalog: Catalog) -> Visit:
    """The visit with all that is still there: who stood before something that is gone stands where one step back would
    have led; who read a language that is gone reads German. What was chosen otherwise stays."""
    stack = tuple(route for route in visit.stack if _is_there(route, catalog))
    codes = {language.code for language in catalog.languages}
    if visit.stack and not stack:
        stack = (Route(HOME),)
    chosen = visit.chosen if visit.chosen in codes else ""
    keyboard = visit.keyboard if visit.keyboard in catalog.keyboards else ""
    if (stack, chosen, keyboard) == (visit.stack, visit.chosen, visit.keyboard):
        return visit
    return replace(visit, stack=stack, chosen=chosen, keyboard=keyboard)


def _is_there(route: Route, catalog: Catalog) -> bool:
    subject = route.subject
    there: Collection[str]
    if route.name == GUIDE:
        there = catalog.guide.questions
        subject = subject or next(iter(there), "")
    elif route.name == TOPIC:
        there = catalog.topics
    elif route.name == SERVICE:
        there = catalog.services
    elif route.name in (ORGANISATION, CONTACT):
        there = (catalog.centre.id, *catalog.organisations)
    elif route.name == SHOW and subject:
        there = {*map(for_service, catalog.services), *map(for_topic, catalog.topics)}
    else:
        return True
    return subject in there
