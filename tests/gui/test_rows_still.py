"""Rows of docs/accessibility.md about rest: nothing flashes (C-04), and on a screen with content nothing moves while
nobody touches it (C-05). Judged by the pixels of a real window."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import (
    HELP,
    HOME,
    LANGUAGES,
    ORGANISATIONS,
    SERVICE,
    TODAY,
    TOPIC,
    Choose,
    Open,
    Route,
    Toggle,
    Wake,
)
from kiosk.host import Host
from kiosk.widgets.pieces import Box
from tests.gui.pictures import picture

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

CLOCK = ("header.now", "header.opening")
"""What may change by itself: the time, and what follows from it."""
LATER_S = (0.1, 0.4, 1, 3, 10, 30)
"""Looked at after so many more seconds of rest, 44.5 in all: less than until the question whether somebody is there."""
JUST_OPEN = "2026-11-24T17:58:20"
"""The centre closes at 18:00; a test begins a minute after its kiosk."""
STEP_S = 0.1
SHARE, CHANGE = 0.25, 0.1
"""WCAG 2.3.1: a flash is a change of a tenth of the lightest there and back, on a quarter of what one sees at once."""
MOST_FLASHES = 3
SIDES = pytest.mark.parametrize(
    "size",
    [
        pytest.param(size, marks=pytest.mark.window(*size), id="x".join(map(str, size)))
        for size in ((1920, 1080), (1080, 1920))
    ],
)


def clock(pilot: Pilot) -> list[Box]:
    """Where the clock and what follows from it stand."""
    return [at for at in map(pilot.app.stage.at, CLOCK) if at]


def moves(pilot: Pilot, seconds: float) -> bool:
    """Whether anything in the window changes in so long, but the clock: where it stood and where it stands then, for
    "closed until" is longer than "open"."""
    before, places = picture(pilot), clock(pilot)
    pilot.advance(seconds)
    changed = (picture(pilot) != before).any(axis=2)
    scale = pilot.app.frame.scale
    for at in places + clock(pilot):
        changed[int(at.y * scale) : int(at.bottom * scale) + 1, int(at.x * scale) : int(at.right * scale) + 1] = False
    return bool(changed.any())


def routes(host: Host) -> list[Route]:
    """One of every kind of screen with content."""
    catalog = host.scene().catalog
    return [
        *(Route(HOME), Route(LANGUAGES), Route(TODAY), Route(HELP), Route(ORGANISATIONS, "house")),
        topic(host),
        Route(SERVICE, next(iter(catalog.services))),
    ]


def topic(host: Host) -> Route:
    """A list of services."""
    return Route(TOPIC, next(one.id for one in host.scene().catalog.topics.values() if not one.leads_to))


@SIDES
@pytest.mark.parametrize("mode", [None, Mode.LARGE], ids=["usual", "large"])
def test_c_05_on_screens_with_content_nothing_moves_but_the_clock(
    mode: Mode | None, size: tuple[int, int], pilot: Pilot, host: Host
) -> None:
    """F-03, too: no screen changes by itself."""
    host.send(Wake())
    host.send(Choose("en"))
    if mode:
        host.send(Toggle(mode))
    moved = []
    for route in routes(host):
        host.send(Open(route))
        pilot.settle()
        moved += [(route.name, seconds) for seconds in LATER_S if moves(pilot, seconds)]
    assert moved == []


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(size, marks=pytest.mark.window(*size, now=JUST_OPEN), id="x".join(map(str, size)))
        for size in ((1920, 1080), (1080, 1920))
    ],
)
def test_c_05_when_the_centre_closes_only_the_header_says_so(size: tuple[int, int], pilot: Pilot, host: Host) -> None:
    """Its words get longer then."""
    host.send(Wake())
    host.send(Choose("en"))
    host.send(Open(topic(host)))
    pilot.settle()
    before = clock(pilot)
    assert not moves(pilot, 60)
    assert clock(pilot) != before


@SIDES
def test_c_05_the_judge_sees_a_clock_that_nobody_takes_away(size: tuple[int, int], pilot: Pilot, host: Host) -> None:
    """Control: the minute turns."""
    host.send(Wake())
    host.send(Choose("en"))
    pilot.settle()
    first = np.array(picture(pilot))
    pilot.advance(61)
    assert not np.array_equal(picture(pilot), first)


def flashes(lightness: Any) -> int:
    """The most flashes in any second of a row of pictures: half of the changes there and back of a tenth or more."""
    ways: list[int] = []
    held = lightness[0].astype(int)
    for now in lightness[1:]:
        step = now.astype(int) - held
        brighter, darker = (step >= CHANGE * 255).mean(), (step <= -CHANGE * 255).mean()
        ways.append(1 if brighter >= SHARE else -1 if darker >= SHARE else 0)
        held = now.astype(int)
    second = round(1 / STEP_S)
    return max(turns(ways[start : start + second]) for start in range(max(1, len(ways) - second + 1))) // 2


def turns(ways: list[int]) -> int:
    """How often it goes the other way."""
    seen = [way for way in ways if way]
    return sum(one != two for one, two in pairwise(seen)) + bool(seen)


def watched(pilot: Pilot, seconds: float) -> Any:
    """How light the window is, small, ten times a second."""
    found = []
    for _ in range(round(seconds / STEP_S)):
        pilot.advance(STEP_S)
        found.append(np.array(picture(pilot)[::8, ::8].mean(axis=2)))
    return np.array(found)


@SIDES
def test_c_04_nothing_flashes_while_the_waiting_screen_greets(size: tuple[int, int], pilot: Pilot, host: Host) -> None:
    """Two greetings, from the left and from the right: the whole scene turns round once, and rests."""
    seen = watched(pilot, 11)
    assert any((one != two).any() for one, two in pairwise(seen)), "another greeting came"
    assert flashes(seen) <= MOST_FLASHES


@SIDES
def test_c_04_nothing_flashes_while_screens_change_and_the_question_comes(
    size: tuple[int, int], pilot: Pilot, host: Host
) -> None:
    host.send(Wake())
    host.send(Choose("de"))
    lightness = [watched(pilot, 0.3)]
    for intent in (Toggle(Mode.CONTRAST), Open(Route(HELP)), Toggle(Mode.CONTRAST), Toggle(Mode.LOW)):
        host.send(intent)
        lightness.append(watched(pilot, 1.0))
    pilot.advance(178)  # in low mode the question comes later (I-03)
    lightness.append(watched(pilot, 4))
    assert pilot.app.stage.overlay is not None
    assert flashes(np.concatenate(lightness)) <= MOST_FLASHES


def test_c_04_the_judge_sees_a_screen_that_flashes() -> None:
    """Control: five times a second from black to white and back; once a second is none too many."""
    black, white = np.zeros((10, 10)), np.full((10, 10), 255.0)
    assert flashes(np.array([black, white] * 10)) > MOST_FLASHES
    assert flashes(np.array(([black] * 5 + [white] * 5) * 2)) <= 1
