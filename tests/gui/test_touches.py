"""Fingers on a real window (EN 301 549 5.8 and 11.2.5.2): what acts, when, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.domain.navigation import HELP, HOME, LANGUAGES, Home, Open, Route
from kiosk.host import Host
from kiosk.widgets.pieces import Box
from tests.gui.hands import first_tile, place
from tests.gui.pictures import picture
from tests.gui.windows import Lobby

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

pytestmark = pytest.mark.window(1920, 1080)


@pytest.mark.parametrize("node", ["topic", "guide", "way.search", "bar.help"])
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
    """S-03."""
    _, at = first_tile(home)
    home.press(*at.center)
    assert host.visit.route.name == HOME
    home.release(*at.center)
    assert host.visit.route.name == "topic"


def test_sliding_off_cancels(home: Pilot, host: Host) -> None:
    """S-03."""
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


def test_sliding_back_onto_the_key_presses_it_again(home: Pilot, host: Host) -> None:
    """An arm that trembles off the key and back onto it meant this key."""
    node, at = first_tile(home)
    home.press(*at.center)
    held = picture(home, at)
    home.slide(at.center[0], at.y - 40)
    assert (picture(home, at) != held).any()
    home.slide(*at.center)
    assert home.app.stage.pressed == node
    assert np.array_equal(picture(home, at), held)
    home.release(*at.center)
    assert host.visit.route.name == "topic"


def test_sliding_back_by_way_of_another_key_presses_only_the_first(home: Pilot, host: Host) -> None:
    node, at = first_tile(home)
    home.press(*at.center)
    home.slide(*place(home, "bar.help").center)
    assert home.app.stage.pressed == ""
    home.slide(*at.center)
    assert home.app.stage.pressed == node
    home.release(*at.center)
    assert host.visit.route.name == "topic"


def test_a_finger_that_slid_off_presses_nothing_of_the_next_screen(home: Pilot, host: Host) -> None:
    """Screens change while it is beside its key: a key of the same name on the last of them is not what it aimed at."""
    _, at = first_tile(home)
    home.press(*at.center)
    home.slide(at.center[0], at.y - 40)
    host.send(Open(Route(HELP)))
    home.settle()
    host.send(Home())
    home.settle()
    home.release(*at.center)
    assert host.visit.route.name == HOME


def test_two_taps_at_the_same_place_within_half_a_second_act_once(home: Pilot, host: Host, lobby: Lobby) -> None:
    """S-05: back, with a trembling hand: one step only."""
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


def test_the_attract_screen_wakes_wherever_it_is_touched(pilot: Pilot, host: Host) -> None:
    for x, y in ((5, 5), (1900, 20), (960, 540), (10, 1070)):
        host.recover()
        pilot.settle()
        pilot.touch(Box(x, y, 1, 1))
        assert host.visit.route.name == LANGUAGES
