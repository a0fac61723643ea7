"""What is always there is always at the same place: a hand that knows where "back" is need not look (WCAG 3.2.3)."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from kiosk.domain.navigation import (
    ASK,
    ATTRACT,
    CONTACT,
    GUIDE,
    HELP,
    HOME,
    LANGUAGES,
    ORGANISATION,
    ORGANISATIONS,
    ROUTES,
    SEARCH,
    SERVICE,
    SHOW,
    TODAY,
    TOPIC,
    TROUBLE,
    Choose,
    Home,
    Open,
    Route,
    Turn,
    Wake,
)
from kiosk.host import Host
from kiosk.widgets.pieces import Box

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

KEYS = ("back", "home", "language", "large", "contrast", "low", "listen", "help")
SHOWN = set(ROUTES) - {ATTRACT, TROUBLE}
"""The two screens without keys: touching them anywhere leads on."""
SIZES = pytest.mark.parametrize(
    "size",
    [
        pytest.param(size, marks=pytest.mark.window(*size), id="x".join(map(str, size)))
        for size in ((1920, 1080), (1080, 1920), (1280, 720))
    ],
)


def routes(host: Host) -> list[Route]:
    """A route of every kind that has the keys; of cards the first and the last."""
    catalog = host.scene().catalog
    services, organisations = list(catalog.services), list(catalog.organisations)
    return [
        Route(LANGUAGES),
        *(Route(name) for name in (SEARCH, TODAY, GUIDE, HELP, SHOW, ASK)),
        Route(CONTACT, catalog.centre.id),
        Route(TOPIC, next(topic.id for topic in catalog.topics.values() if not topic.leads_to)),
        *(Route(SERVICE, service) for service in (services[0], services[-1])),
        *(Route(ORGANISATIONS, subject) for subject in ("house", "city")),
        *(Route(ORGANISATION, one) for one in (catalog.centre.id, organisations[0], organisations[-1])),
    ]


def keys(pilot: Pilot) -> dict[str, Box]:
    """Where the keys stand; at home "finish" stands for "back"."""
    found = {key: pilot.app.stage.at(f"bar.{key}") for key in (*KEYS, "finish")}
    finish, back = found.pop("finish"), found["back"]
    assert (finish is None) != (back is None)
    found["back"] = back or finish
    assert all(found.values()), f"missing: {[key for key in found if not found[key]]}"
    return {key: at for key, at in found.items() if at}


def everywhere(pilot: Pilot, host: Host) -> dict[str, dict[str, Box]]:
    """The places of the keys on every screen and page of it."""
    host.send(Home())
    found = {"home": keys(pilot)}
    for route in routes(host):
        host.send(Open(route))
        for _ in range(pilot.app.stage.page.pages):
            shown = host.visit.route
            found[f"{shown.name} {shown.subject} {shown.page}"] = keys(pilot)
            host.send(Turn(+1))
        host.send(Home())
    return found


@SIZES
def test_the_keys_stand_at_the_same_place_on_every_screen(size: tuple[int, int], pilot: Pilot, host: Host) -> None:
    """L-03."""
    catalog = host.scene().catalog
    host.send(Wake())
    first = keys(pilot)  # nobody has chosen a language yet
    for language in catalog.languages:
        host.send(Choose(language.code))
        width = pilot.app.frame.width
        wanted = {key: at.mirrored(width) for key, at in first.items()} if language.rtl else first
        found = everywhere(pilot, host)
        assert {where: places for where, places in found.items() if places != wanted} == {}
        assert {where.split()[0] for where in found} == SHOWN


@SIZES
def test_the_keys_are_large_apart_and_on_the_screen(size: tuple[int, int], pilot: Pilot, host: Host) -> None:
    """In millimetres of the lobby's panel: accessibility.md asks for 20 by 20 and 2 between."""
    host.send(Wake())
    frame, unit_mm = pilot.app.frame, 0.311
    places = sorted(keys(pilot).values(), key=lambda at: at.x)
    assert all(at.w * unit_mm >= 20 and at.h * unit_mm >= 20 for at in places)
    wider = [place.inset(-1 / unit_mm) for place in places]
    assert not [
        (one, other)
        for one, other in combinations(wider, 2)
        if one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
    ]
    assert all(Box(0, 0, frame.width, frame.height).holds(at) for at in places)


@pytest.mark.window(1920, 1080)
def test_the_languages_stand_at_the_same_place_in_every_language(pilot: Pilot, host: Host) -> None:
    """L-02: somebody who chose a language that he cannot read finds his own again."""
    host.send(Wake())
    codes = [language.code for language in host.scene().catalog.languages]
    first = {code: pilot.app.stage.at(f"language.{code}") for code in codes}
    assert all(first.values())
    for code in codes:
        host.send(Choose(code))
        host.send(Open(Route(LANGUAGES)))
        assert {other: pilot.app.stage.at(f"language.{other}") for other in codes} == first
        assert host.visit.route == Route(LANGUAGES)
    host.send(Open(Route(HOME)))
