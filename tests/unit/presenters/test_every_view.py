"""Every route, in every language and state of things, is a sound view; and every route can be shown."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.domain.language import SOURCE, Said
from kiosk.domain.navigation import ATTRACT, HOME, ROUTES, TOPIC, TROUBLE, Back, Finish, Route, leads_to
from kiosk.domain.node import Node, Role, State, View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.presenters import trouble
from kiosk.presenters.registry import PRESENTERS, present
from kiosk.screens.registry import SCREENS
from tests import builders
from tests.builders import LANGUAGES_HERE, scene
from tests.unit.presenters.sound_view import faults

STATES: dict[str, dict[str, Any]] = {
    "usual": {},
    "warned": {"countdown": 12},
    "clock": {"clock_trusted": False},
    "silent": {"sound": Sound.NO_VOICE},
    "reading": {"reading": Reading(Status.PLAYING, 1, 4)},
    "failed": {"reading": Reading(error="listen.no_device")},
    "pages": {"pages": 3},
    "unknown hours": {"catalog": builders.catalog(centre={"hours": None})},
    "old hours": {"catalog": builders.catalog(centre={"hours": replace(builders.CENTRE.hours, unsure=True)})},  # type: ignore[type-var]
}


def test_every_route_has_a_presenter_and_a_screen() -> None:
    assert set(PRESENTERS) == set(SCREENS) == set(ROUTES)


def test_every_route_has_its_place_in_the_small_centre() -> None:
    assert {route.name for route in builders.ROUTES} | {TROUBLE} == set(ROUTES)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("route", builders.ROUTES, ids=lambda route: f"{route.name}-{route.subject}")
def test_the_view_is_sound(route: Route, state: str) -> None:
    """V-05."""
    for language in LANGUAGES_HERE:
        view = present(scene(route, language, **STATES[state]))
        assert list(faults(view)) == []
        assert view.route.name == route.name
        assert (view.overlay is not None) == (state == "warned" and route.name != ATTRACT)


def test_a_view_that_is_not_sound_is_found_out() -> None:
    key = Node("a", Role.BUTTON, Said("Los", "de"), intent=Back())
    bad = [
        (key, key),
        (replace(key, intent=None),),
        (replace(key, states=frozenset({State.OFF})),),
        (replace(key, name=Said("", "de")),),
        (Node("a", Role.TEXT),),
        (Node("a", Role.TEXT, Said("Wort", "")),),
        (Node("a", Role.TEXT, Said("Wort", "de"), address="https://a"),),
        (replace(key, children=(replace(key, id="b"),)),),
    ]
    assert [len(list(faults(View(Route(HOME), "de", (), main, ())))) > 0 for main in bad] == [True] * len(bad)
    assert list(faults(View(Route(HOME), "de", (), (key,), ()))) == []


@pytest.mark.parametrize("language", LANGUAGES_HERE)
def test_every_key_leads_to_a_view(language: str) -> None:
    """From the language screen and home on, whatever can be opened can be shown."""
    seen, waiting = set(), [Route(ATTRACT), Route(HOME)]
    while waiting:
        route = waiting.pop()
        if route in seen:
            continue
        seen.add(route)
        view = present(scene(route, language))
        waiting += [route for node in view.nodes() if (route := leads_to(node.intent))]
    reachable = {(route.name, route.subject) for route in seen}
    everything = {(route.name, route.subject) for route in builders.ROUTES if route != Route(TOPIC, "notfall")}
    assert everything <= reachable


@pytest.mark.parametrize("name", ["topic", "service", "organisation", "organisations", "show", "contact"])
def test_a_route_to_what_is_not_there_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError, match="nirgends"):
        present(scene(Route(name, "nirgends")))


def test_a_language_that_is_not_offered_gets_german_words() -> None:
    view = present(scene(Route(HOME), "xx"))
    assert list(faults(view)) == []
    assert {node.name.language for node in view.nodes() if node.name} == {SOURCE}


def test_trouble_needs_nothing_and_leads_back_to_the_start() -> None:
    view = trouble.present()
    assert list(faults(view)) == []
    assert view == PRESENTERS[TROUBLE](scene())
    assert view["trouble"].intent == Finish()
    assert [node.name.language for node in view["trouble"].children] == ["de", "en", "ar", "uk"]
    assert [node.name.text for node in view["numbers"].children] == ["112", "110"]
    assert "Willkommenszentrum Leipzig" in view["header.brand"].value.text
