"""Fingers on a real window (EN 301 549 5.8 and 11.2.5.2): what acts, when, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from kiosk.domain.navigation import HELP, HOME, LANGUAGES, Choose, Open, Route, Wake
from kiosk.host import Host
from kiosk.widgets.pieces import Box
from tests.gui.pictures import picture
from tests.gui.windows import Lobby

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

pytestmark = pytest.mark.window(1920, 1080)


@pytest.fixture
def home(pilot: Pilot, host: Host) -> Pilot:
    """A visitor who reads German, at home."""
    host.send(Wake())
    host.send(Choose("de"))
    pilot.settle()
    assert host.visit.route == Route(HOME)
    return pilot


def place(pilot: Pilot, node: str) -> Box:
    """Where a node is; it must be there."""
    at: Box | None = pilot.app.stage.at(node)
    assert at is not None, f"{node} is not on the screen"
    return at


def first_tile(pilot: Pilot) -> tuple[str, Box]:
    """The first topic: its node and its place."""
    topic = next(iter(pilot.app.host.scene().catalog.topics))
    return f"topic.{topic}", place(pilot, f"topic.{topic}")


@pytest.mark.parametrize("node", ["topic", "today", "way.house", "bar.help"])
def test_a_press_shows_in_the_very_next_frame(node: str, home: Pilot) -> None:
    at = first_tile(home)[1] if node == "topic" else place(home, node)
    before, around = picture(home, at), picture(home)
    from kivy.core.window import Window

    scale = home.app.frame.scale
    Window.dispatch("on_mouse_down", at.center[0] * scale, at.center[1] * scale, "left", [])
    home.settle(1)
    pressed = picture(home, at)
    assert (pressed != before).any(axis=2).mean() > 0.005
    home.release(0, 0)
    assert np.array_equal(picture(home), around)


def test_nothing_acts_before_the_finger_lifts(home: Pilot, host: Host) -> None:
    _, at = first_tile(home)
    home.press(*at.center)
    assert host.visit.route.name == HOME
    home.release(*at.center)
    assert host.visit.route.name == "topic"


def test_sliding_off_cancels(home: Pilot, host: Host) -> None:
    node, at = first_tile(home)
    home.press(*at.center)
    assert home.app.stage.pressed == node
    home.slide(at.center[0], at.y - 40)
    assert home.app.stage.pressed == ""
    home.release(at.center[0], at.y - 40)
    assert host.visit.route.name == HOME


def test_sliding_onto_another_key_does_not_press_that_one(home: Pilot, host: Host) -> None:
    _, at = first_tile(home)
    home.press(*at.center)
    home.slide(*place(home, "bar.help").center)
    home.release(*place(home, "bar.help").center)
    assert host.visit.route.name == HOME


def test_two_taps_at_the_same_place_within_half_a_second_act_once(home: Pilot, host: Host, lobby: Lobby) -> None:
    """Back, with a trembling hand: one step only."""
    for route in (LANGUAGES, HELP):
        host.send(Open(Route(route)))
    lobby.given.now += 5
    at = place(home, "bar.back")
    for _ in range(2):
        home.press(*at.center)
        home.release(*at.center)
        lobby.given.now += 0.3
    assert [route.name for route in host.visit.stack] == [HOME, LANGUAGES]


def test_the_echo_of_a_tap_does_not_act_on_the_next_screen(home: Pilot, host: Host, lobby: Lobby) -> None:
    lobby.given.now += 5
    _, at = first_tile(home)
    for _ in range(2):
        home.press(*at.center)
        home.release(*at.center)
        lobby.given.now += 0.2
    assert [route.name for route in host.visit.stack] == [HOME, "topic"]


def test_two_taps_at_different_places_both_act(home: Pilot, host: Host, lobby: Lobby) -> None:
    lobby.given.now += 5
    for node in ("bar.language", "bar.help"):
        home.press(*place(home, node).center)
        home.release(*place(home, node).center)
        lobby.given.now += 0.1
    assert [route.name for route in host.visit.stack] == [HOME, LANGUAGES, HELP]


def test_after_half_a_second_the_same_key_acts_again(home: Pilot, host: Host) -> None:
    """Back, twice, with people's own pace between."""
    host.send(Open(Route(LANGUAGES)))
    host.send(Open(Route(HELP)))
    home.settle()
    home.touch(place(home, "bar.back"))
    home.touch(place(home, "bar.back"))
    assert host.visit.route == Route(HOME)


def finger(number: int, at: Box, pilot: Pilot) -> Any:
    """A finger on a touch screen that can tell several apart."""
    from kivy.input.providers.mouse import MouseMotionEvent

    frame = pilot.app.frame
    where = (at.center[0] / frame.width, 1 - at.center[1] / frame.height)
    return MouseMotionEvent("touch screen", number, (*where, "left"), is_touch=True, type_id="touch")


def test_a_second_finger_is_ignored(home: Pilot, host: Host) -> None:
    """A hand that rests on the glass does not press, and does not keep the first finger from acting."""
    from kivy.base import EventLoop

    node, at = first_tile(home)
    first, second = finger(1, at, home), finger(2, place(home, "bar.help"), home)
    EventLoop.post_dispatch_input("begin", first)
    EventLoop.post_dispatch_input("begin", second)
    assert home.app.stage.pressed == node
    EventLoop.post_dispatch_input("end", second)
    assert host.visit.route.name == HOME
    EventLoop.post_dispatch_input("end", first)
    assert host.visit.route.name == "topic"


@pytest.mark.parametrize("button", ["scrolldown", "scrollup", "right", "middle"])
def test_wheels_and_other_buttons_are_no_fingers(button: str, home: Pilot, host: Host) -> None:
    from kivy.core.window import Window

    x, y = (value * home.app.frame.scale for value in first_tile(home)[1].center)
    for event in ("on_mouse_down", "on_mouse_up"):
        Window.dispatch(event, x, y, button, [])
        home.settle()
        assert home.app.stage.pressed == ""
    assert host.visit.route.name == HOME


def test_the_attract_screen_wakes_wherever_it_is_touched(pilot: Pilot, host: Host) -> None:
    for x, y in ((5, 5), (1900, 20), (960, 540), (10, 1070)):
        host.recover()
        pilot.settle()
        pilot.touch(Box(x, y, 1, 1))
        assert host.visit.route.name == LANGUAGES
