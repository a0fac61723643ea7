"""The walk of the keypad: what it stops at, in which order, and what it leaves out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.language import Said
from kiosk.domain.navigation import (
    ATTRACT,
    HOME,
    LANGUAGES,
    SERVICE,
    TROUBLE,
    Faster,
    Listen,
    Louder,
    Route,
    Skip,
    Turn,
)
from kiosk.domain.node import Node, Role, View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.visit import Visit
from kiosk.domain.walk import first, stop_of, title, walk
from kiosk.presenters import trouble
from kiosk.presenters.registry import present
from tests import builders
from tests.builders import scene

CARD = Route(SERVICE, "anmelden")
BY_KEYS = [route for route in builders.ROUTES if route.name != ATTRACT]


def shown(route: Route, language: str = "de", **changes: object) -> View:
    """A screen as whoever uses the keypad has it."""
    here = scene(route, language)
    return present(replace(here, visit=replace(here.visit, by_keys=True), **changes))


def ids(view: View) -> list[str]:
    return [stop.id for stop in walk(view)]


def test_it_goes_over_the_screen_then_its_keys_then_its_header() -> None:
    found = ids(shown(Route(HOME)))
    assert found[:2] == ["title", "guide"]
    assert found[found.index("way.show") + 1] == "bar.finish"
    assert found[found.index("bar.help") + 1] == "header.brand"


@pytest.mark.parametrize("route", [*BY_KEYS, Route(TROUBLE)], ids=lambda route: f"{route.name}-{route.subject}")
def test_nothing_with_words_is_left_out_but_captions_and_page_keys(route: Route) -> None:
    """V-01: what is no stop is in one, repeats one, or belongs to the keypad."""
    view = trouble.present() if route.name == TROUBLE else shown(route, pages=3)
    inside = {node.id for stop in walk(view) for node in stop.walk()}
    left = {node.id for node in view.nodes() if (node.name or node.value) and node.id not in inside}
    assert left <= {
        *("pages.count", "pages.previous", "pages.next", "listen.play", "listen.state", "speed"),
        *("volume.down", "volume", "volume.up"),
        *(f"week.axis.{hour}" for hour in range(25)),  # the hours are told with each day
    }


@pytest.mark.parametrize("route", BY_KEYS, ids=lambda route: f"{route.name}-{route.subject}")
def test_every_intent_is_at_a_stop_or_is_the_keypads_own(route: Route) -> None:
    view = shown(route, pages=3)
    at_stops = {stop.intent for stop in walk(view)}
    others = {node.intent for node in view.nodes() if node.intent} - at_stops
    assert all(isinstance(intent, Louder | Turn | Skip) for intent in others)


def test_a_group_is_no_stop_and_a_key_with_parts_is_one() -> None:
    found = ids(shown(CARD))
    assert "bring" not in found
    assert found[found.index("bring.title") :][:3] == ["bring.title", "bring.1", "bring.2"]
    today = [stop for stop in walk(shown(Route(HOME))) if stop.id == "guide"]
    assert [child.id for child in today[0].children] == ["guide.text", "guide.button"]


def test_of_the_listen_bar_only_the_speed_is_left() -> None:
    view = shown(CARD)
    stops = [stop for stop in walk(view) if any(node.id == stop.id for node in view["listen"].walk())]
    assert [(stop.id, stop.intent) for stop in stops] == [("speed.down", Faster(-1)), ("speed.up", Faster(1))]
    assert [stop.id for stop in walk(view) if stop.intent == Listen()] == ["bar.listen"]


def test_a_silent_key_that_does_something_of_its_own_is_a_stop() -> None:
    assert "about" in ids(shown(CARD))


def test_an_overlay_is_walked_alone() -> None:
    assert ids(shown(CARD, countdown=20)) == ["idle.title", "idle.text", "idle.more", "idle.finish"]


def test_our_own_trouble_can_be_walked() -> None:
    found = ids(trouble.present())
    assert found == ["trouble", "number.112", "number.110", "header.brand"]


def test_a_part_belongs_to_its_stop_and_a_caption_of_nobody_to_none() -> None:
    view = shown(Route(HOME))
    assert stop_of(view, "guide.text") is stop_of(view, "guide")
    assert stop_of(view, "topics") is None
    assert stop_of(view, "nowhere") is None


@pytest.mark.parametrize(
    ("route", "named", "beginning"),
    [
        (Route(HOME), "title", "guide"),
        (Route(LANGUAGES), "title", "language.de"),
        (CARD, "title", "lead"),
        (Route("topic", "papiere"), "panel", "service.anmelden"),
    ],
)
def test_a_visitor_begins_after_the_title(route: Route, named: str, beginning: str) -> None:
    view = shown(route)
    assert (title(view), first(view)) == (view[named], view[beginning])


def test_a_screen_without_a_heading_or_without_anything_is_walked_too() -> None:
    words = Node("words", Role.TEXT, Said("Wort", "de"))
    alone = View(Route(HOME), "de", (), (words,), ())
    assert (walk(alone), title(alone), first(alone)) == ((words,), words, words)
    empty = View(Route(HOME), "de", (), (Node("sign", Role.IMAGE),), ())
    assert (walk(empty), title(empty), first(empty)) == ((), None, None)


def test_while_a_finger_has_it_read_the_walk_is_the_same() -> None:
    """A companion may have touched "read aloud": the keys that the bar has then are not in the way."""
    here = replace(scene(CARD), reading=Reading(Status.PLAYING, 1, 4), visit=Visit((CARD,), "de"))
    assert not [stop for stop in walk(present(here)) if isinstance(stop.intent, Skip)]
