"""Every screen in every language on every size of panel: nothing clipped, torn, lost, too small or too close."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.catalog import Catalog
from kiosk.domain.language import RTL_SCRIPTS
from kiosk.domain.modes import NO_MODES, Modes
from kiosk.domain.node import View
from kiosk.domain.reach import band
from kiosk.domain.reading import Reading, Status
from kiosk.domain.request import for_service, for_topic
from kiosk.domain.settings import Panel
from kiosk.domain.sound import Sound
from kiosk.domain.strings import Strings
from kiosk.domain.trouble import SCRIPTS
from kiosk.domain.visit import Visit
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.loaders.theme import load_theme
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.screens.registry import compose, compose_overlay
from kiosk.search.index import Index
from kiosk.text.engine import Engine
from kiosk.theme.tokens import ROLES, UNIT_MM, Theme
from kiosk.widgets.pieces import Look, Page
from kiosk.widgets.sheet import Frame
from tests.screens import audit

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 24, 14, 32)
SIZES = {
    "27 inch": (1920, 1080),
    "27 inch upright": (1080, 1920),
    "24 inch": (1830, 1030),
    "32 inch": (2278, 1281),
    "16:10": (1830, 1144),
    "4:3": (1830, 1373),
    "24 inch upright": (1060, 1884),
    "upright 16:10": (1080, 1728),
}
"""Width and height in units, as kiosk.widgets.surface.frame_of gives them for such panels."""

settings, _ = load_settings(ROOT / "config" / "kiosk.yaml")
catalog, _ = load_catalog(ROOT / "content", settings.hosts)
assert catalog is not None
catalog = replace(catalog, find=Index(catalog).find)
strings, _ = load_strings(ROOT / "content", [language.code for language in catalog.languages])
assert strings is not None
LANGUAGES = [language.code for language in catalog.languages]
engine = Engine()


def frame(size: tuple[int, int], language: str, modes: Modes = NO_MODES) -> Frame:
    """The surface as the kiosk would make it, on a panel that hangs 900 mm above the floor, upright 800 mm."""
    assert catalog is not None
    width, height = size
    scripts = SCRIPTS | {one.code: one.script for one in catalog.languages}
    panel = Panel(width, height, UNIT_MM, 800 if height > width else 900)
    reach = band(panel, height * UNIT_MM, height > width)
    low = {"low_top": height - reach.top_mm / UNIT_MM, "low_bottom": height - reach.bottom_mm / UNIT_MM}
    return Frame(width, height, 1.0, scripts[language] in RTL_SCRIPTS, scripts, engine, modes, **low)


def routes(catalog: Catalog) -> Iterator[nav.Route]:
    yield from (nav.Route(name) for name in (nav.ATTRACT, nav.LANGUAGES, nav.HOME, nav.TODAY, nav.HELP, nav.TROUBLE))
    yield from (nav.Route(nav.TOPIC, topic) for topic, t in catalog.topics.items() if not t.leads_to)
    yield from (nav.Route(nav.SERVICE, service) for service in catalog.services)
    yield from (nav.Route(nav.ORGANISATION, id_) for id_ in (catalog.centre.id, *catalog.organisations))
    yield from (nav.Route(nav.ORGANISATIONS, subject) for subject in ("house", "city"))
    yield from (nav.Route(nav.GUIDE, question) for question in catalog.guide.questions)
    known = [one for one in (catalog.centre, *catalog.organisations.values()) if one.phone or one.email or one.address]
    yield from (nav.Route(nav.CONTACT, one.id) for one in known)
    longest = max(catalog.services.values(), key=lambda service: len(service.ask.said("de").text))
    yield from (nav.Route(nav.SHOW, subject) for subject in ("", for_topic("wohnen"), for_service(longest.id)))
    yield nav.Route(nav.ASK)
    yield from (nav.Route(nav.SEARCH, query) for query in QUERIES)


QUERIES = ("", "a", "شهادة Kita", "qqqq", "Wohnungsgeberbestätigung für die Anmeldu")
"""What is typed on the search screen: nothing, one letter, two scripts, what there is not, as much as there can be."""


def visit(route: nav.Route, language: str, **more: object) -> Visit:
    """Somebody who is there. The subject of a search, which has none, stands for what is typed."""
    query = route.subject if route.name == nav.SEARCH else ""
    return Visit(stack_to(route), language, query=query, **more)  # type: ignore[arg-type]


def stack_to(route: nav.Route) -> tuple[nav.Route, ...]:
    """The screens that a visitor has before them and behind: a question of the guide has the first one behind it."""
    assert catalog is not None
    if route.name == nav.GUIDE and route.subject != catalog.guide.question("").id:
        return (nav.Route(nav.GUIDE), route)
    return () if route.name == nav.ATTRACT else (route,)


def scene(route: nav.Route, language: str, **more: object) -> Scene:
    assert catalog is not None and isinstance(strings, Strings)
    made = Scene(catalog, strings, visit(route, language), NOW, greeting=LANGUAGES.index(language))
    return replace(made, **more)  # type: ignore[arg-type]


def pages(route: nav.Route, language: str, on: Frame, by_keys: bool = False, **more: object) -> list[tuple[View, Page]]:
    """All pages of a route as the kiosk would show them one after the other, in the modes of the surface."""
    first = scene(route, language, visit=visit(route, language, by_keys=by_keys, modes=on.modes), **more)
    view = present(first)
    counted = compose(view, on).pages
    found = []
    for number in range(counted):
        there = visit(replace(route, page=number), language, by_keys=by_keys, modes=on.modes)
        view = present(replace(first, visit=there, pages=counted))
        found.append((view, compose(view, on)))
    return found


@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
@pytest.mark.parametrize("look", list(Look))
def test_every_word_and_sign_stands_out_from_its_ground_in_every_look(size: str, look: Look) -> None:
    """C-01, C-02."""
    assert catalog is not None
    colours, _ = load_theme(ROOT / "config" / "themes" / "lobby.yaml", ROLES)
    theme = Theme("lobby", colours)
    on, found = frame(SIZES[size], "en"), set()
    for route in routes(catalog):
        for _, page in pages(route, "en", on, reading=Reading(Status.PLAYING, 0, 3)):
            found |= set(audit.contrasts(page, theme))
            for target in page.targets:
                pressed = replace(page, pieces=(*page.pieces, *target.draw(look)))
                found |= set(audit.contrasts(pressed, theme, first=len(page.pieces)))
    overlay = compose_overlay(present(scene(nav.Route(nav.HOME), "en", countdown=30)), on)
    assert overlay is not None
    found |= set(audit.contrasts(replace(overlay, ground="paper"), theme))
    assert not found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_idle_warning_is_whole(language: str, size: str) -> None:
    on = frame(SIZES[size], language)
    overlay = compose_overlay(present(scene(nav.Route(nav.HOME), language, countdown=30)), on)
    assert overlay is not None
    assert audit.faults(overlay, on) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "more",
    [
        {"sound": Sound.NO_VOICE},
        {"sound": Sound.NO_DEVICE},
        {"reading": Reading(Status.PLAYING, 11, 24)},
        {"reading": Reading(Status.PAUSED, 0, 9)},
    ],
    ids=["no voice", "no device", "reading", "paused"],
)
def test_the_listen_bar_is_whole_in_every_state(language: str, size: str, more: dict[str, object]) -> None:
    assert catalog is not None
    on = frame(SIZES[size], language)
    route = nav.Route(nav.SERVICE, next(iter(catalog.services)))
    found = [fault for _, page in pages(route, language, on, **more) for fault in audit.faults(page, on)]
    assert found == []
