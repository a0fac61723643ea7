"""Fingers that are too many, that were lost, and that are none: one finger counts, and the screen never goes deaf."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.navigation import HOME, LANGUAGES, Route
from kiosk.host import Host
from kiosk.widgets.pieces import Box
from tests.gui.hands import finger, first_tile, place

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

pytestmark = pytest.mark.window(1920, 1080)


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


def mouse(pilot: Pilot, event: str, button: str, at: Box) -> None:
    """What Kivy's window tells of a mouse with several buttons."""
    from kivy.core.window import Window

    x, y = (value * pilot.app.frame.scale for value in at.center)
    Window.dispatch(f"on_mouse_{event}", x, y, button, [])
    pilot.settle()


@pytest.mark.parametrize("where", ["topic", "bar.help"], ids=["the same place", "another place"])
@pytest.mark.parametrize("button", ["right", "middle", "scrolldown"])
def test_another_button_while_the_left_is_down_changes_nothing(
    button: str, where: str, home: Pilot, host: Host
) -> None:
    """Left down, right down, right up, left up: the left acts, once, and the next touch acts, too."""
    node, at = first_tile(home)
    elsewhere = at if where == "topic" else place(home, where)
    mouse(home, "down", "left", at)
    mouse(home, "down", button, elsewhere)
    mouse(home, "up", button, elsewhere)
    assert (home.app.stage.pressed, host.visit.route.name) == (node, HOME)
    mouse(home, "up", "left", at)
    assert [route.name for route in host.visit.stack] == [HOME, "topic"]
    home.touch(place(home, "bar.language"))
    assert host.visit.route == Route(LANGUAGES)


@pytest.mark.parametrize("node", ["bar.language", "topic"], ids=["another key", "the same key"])
def test_a_mouse_whose_lifting_was_lost_does_not_deafen_the_screen(node: str, home: Pilot, host: Host) -> None:
    _, at = first_tile(home)
    mouse(home, "down", "left", at)
    home.app.stage._finger.time_update -= 2.1  # so long ago it was last heard of
    home.touch(at if node == "topic" else place(home, node))
    assert host.visit.route.name == ("topic" if node == "topic" else LANGUAGES)


def test_a_finger_whose_lifting_was_lost_does_not_deafen_the_screen(home: Pilot, host: Host) -> None:
    """On a touch screen that tells fingers apart the next one counts; that the first one lifts at last does nothing."""
    from kivy.base import EventLoop

    _, at = first_tile(home)
    lost, second = finger(1, at, home), finger(2, place(home, "bar.language"), home)
    lost.time_start = lost.time_update = second.time_start - 2.1
    EventLoop.post_dispatch_input("begin", lost)
    EventLoop.post_dispatch_input("begin", second)
    assert home.app.stage.pressed == "bar.language"
    EventLoop.post_dispatch_input("end", lost)
    assert host.visit.route.name == HOME
    EventLoop.post_dispatch_input("end", second)
    assert host.visit.route == Route(LANGUAGES)


def test_a_finger_that_moves_is_not_lost_however_long_it_stays(home: Pilot, host: Host) -> None:
    from kivy.base import EventLoop

    node, at = first_tile(home)
    slow, second = finger(1, at, home), finger(2, place(home, "bar.language"), home)
    slow.time_start = second.time_start - 60
    slow.time_update = second.time_start - 1.9
    EventLoop.post_dispatch_input("begin", slow)
    EventLoop.post_dispatch_input("begin", second)
    assert home.app.stage.pressed == node
    EventLoop.post_dispatch_input("end", second)
    EventLoop.post_dispatch_input("end", slow)
    assert [route.name for route in host.visit.stack] == [HOME, "topic"]
