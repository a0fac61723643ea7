"""The ring around what the keypad is on, as it is painted: where it is, how thick it is, and that it stands out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from kiosk.domain.keypad import KEY_NAMES, Function
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import HELP, HOME, LANGUAGES, SERVICE, TOPIC, Route
from kiosk.domain.visit import Visit
from kiosk.domain.walk import walk
from kiosk.host import Host
from kiosk.runtime.lockdown import key_names
from kiosk.theme.tokens import UNIT_MM
from kiosk.widgets.pieces import Box, Look
from tests.gui.keys import go_to, press
from tests.gui.pictures import picture, share
from tests.gui.windows import Lobby

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

WIDE, UPRIGHT = pytest.mark.window(1920, 1080), pytest.mark.window(1080, 1920)
BOTH = pytest.mark.parametrize("size", [pytest.param("wide", marks=WIDE), pytest.param("upright", marks=UPRIGHT)])
CARD = Route(SERVICE, "wohnung-anmelden")
SCREENS = (Route(HOME), Route(LANGUAGES), Route(TOPIC, "anmelden"), CARD, Route(HELP))
THINNEST_MM, LEAST_CONTRAST = 1.5, 3.0
"""F-02."""
REACH = 14
"""Units around a box within which its ring lies, pixels on these panels."""


def show(pilot: Pilot, lobby: Lobby, route: Route, language: str, *modes: Mode) -> Host:
    """A visitor by keypad before a screen."""
    host: Host = pilot.app.host
    stack = (Route(HOME),) if route.name == HOME else (Route(HOME), route)
    host._store.visit = Visit(stack, language, by_keys=True, modes=frozenset(modes))
    host._screen.another()
    lobby.given.now += 1
    host.touched()
    host.refresh()
    return host


def luminance(pixels: Any) -> Any:
    """Of each pixel, by WCAG 2."""
    part = pixels.astype(float) / 255
    linear = np.where(part <= 0.03928, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def contrast(before: Any, after: Any) -> Any:
    """Between two pictures, pixel by pixel."""
    one, two = luminance(before), luminance(after)
    return (np.maximum(one, two) + 0.05) / (np.minimum(one, two) + 0.05)


def rings(pilot: Pilot, host: Host, node: str) -> tuple[Any, Any, Box]:
    """The place of a node without and with the ring around it, and its box."""
    host._keypad.forget()
    host.refresh()
    at = pilot.app.stage.around(node)
    assert at is not None, f"{node} is not on the screen"
    before = picture(pilot, at.inset(-REACH))
    assert host._keypad.set_focus(node)
    host.refresh()
    host._narrator.stop()
    host.refresh()
    return before, picture(pilot, at.inset(-REACH)), at


def stops(host: Host, pilot: Pilot) -> Iterator[str]:
    """The stops that are on the page that is shown; those that are on every screen, at home only."""
    others = {node.id for node in (*host.view.header, *host.view.bar)} if host.visit.route.name != HOME else set()
    return (stop.id for stop in walk(host.view) if pilot.app.stage.around(stop.id) and stop.id not in others)


@pytest.mark.parametrize(
    ("language", "modes"),
    [
        pytest.param("de", (), marks=WIDE, id="wide, German"),
        pytest.param("ar", (Mode.CONTRAST,), marks=WIDE, id="wide, Arabic, contrast"),
        pytest.param("ar", (), marks=UPRIGHT, id="upright, Arabic"),
        pytest.param("de", (Mode.CONTRAST,), marks=UPRIGHT, id="upright, German, contrast"),
    ],
)
def test_around_every_stop_it_is_thick_enough_and_stands_out(
    language: str, modes: tuple[Mode, ...], pilot: Pilot, lobby: Lobby
) -> None:
    """F-02, measured as WCAG 2.4.13 does: the pixels that change by at least 3:1 between the picture without and the
    one with the ring are as many as a line of 1.5 mm all around has; and no side of it is without."""
    scale, thin = pilot.app.frame.scale, []
    for route in SCREENS:
        host = show(pilot, lobby, route, language, *modes)
        for node in list(stops(host, pilot)):
            before, after, at = rings(pilot, host, node)
            changed = contrast(before, after) >= LEAST_CONTRAST
            around = 2 * (at.w + at.h) * scale
            thickness = changed.sum() / around / scale * UNIT_MM
            thinnest = min(sides(changed).values()) / scale * UNIT_MM
            if thickness < THINNEST_MM or thinnest < THINNEST_MM / 2:
                thin.append(f"{route.name} {node}: {thickness:.2f} mm, {thinnest:.2f} mm")
    assert thin == []


def sides(changed: Any) -> dict[str, float]:
    """How many pixels thick the line is at each side of a picture that it runs around: the median over the side."""
    height, width = changed.shape
    reach, edge = 2 * REACH, 3 * REACH
    return {
        "top": float(np.median(changed[:reach, edge:-edge].sum(axis=0))) if width > 2 * edge else math.inf,
        "bottom": float(np.median(changed[-reach:, edge:-edge].sum(axis=0))) if width > 2 * edge else math.inf,
        "left": float(np.median(changed[edge:-edge, :reach].sum(axis=1))) if height > 2 * edge else math.inf,
        "right": float(np.median(changed[edge:-edge, -reach:].sum(axis=1))) if height > 2 * edge else math.inf,
    }


@BOTH
def test_it_is_never_hidden_not_even_by_the_question(size: str, pilot: Pilot, lobby: Lobby) -> None:
    """F-02, I-02."""
    host = show(pilot, lobby, Route(HOME), "de")
    host.set_focus("guide")
    while host.view.overlay is None:
        pilot.advance(5)
    assert host.focus == "idle.more"
    at = pilot.app.stage.around("idle.more")
    assert at is not None
    ring = picture(pilot, at.inset(-REACH))
    pilot.app.stage._fill("over_press", pilot.app.stage.overlay.targets[-1].draw(Look.PRESSED))
    assert np.array_equal(picture(pilot, at.inset(-REACH))[:REACH], ring[:REACH])
    assert share(ring[:REACH], pilot, "focus_out") > 0.2


@BOTH
@pytest.mark.parametrize("language", ["de", "ar"])
def test_every_stop_of_every_page_has_its_place_on_the_glass(
    size: str, language: str, pilot: Pilot, lobby: Lobby
) -> None:
    """V-06: by keys alone the page turns to every stop, and the ring lies around it, on the glass."""
    glass = Box(0, 0, pilot.app.frame.width, pilot.app.frame.height)
    for route in SCREENS:
        host = show(pilot, lobby, route, language)
        press(pilot, lobby, Function.HELP)
        for _ in walk(host.view):
            press(pilot, lobby, Function.NEXT)
            assert pilot.app.stage.around(host.focus), (route, host.focus)
            assert len(pilot.app.stage._ring) == 2
            assert all(glass.holds(piece.at) for piece in pilot.app.stage._ring)


@WIDE
def test_the_ring_goes_with_the_visit(pilot: Pilot, lobby: Lobby) -> None:
    """I-04."""
    host = show(pilot, lobby, Route(HOME), "de")
    go_to(pilot, lobby, "bar.finish")
    assert pilot.app.stage._layers.shows("focus")
    press(pilot, lobby, Function.SELECT)
    assert (host.visit, host.focus) == (Visit(), "")
    assert not pilot.app.stage._layers.shows("focus")


@WIDE
def test_the_keys_that_can_be_set_are_those_that_the_window_names(pilot: Pilot) -> None:
    """K-01: no name in the settings that no key has, and no key that cannot be set."""
    assert set(key_names().values()) == KEY_NAMES
