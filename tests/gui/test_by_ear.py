"""The kiosk used by ear in a real window: the key that speaks, tiles that are lit, the second touch that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.navigation import HOME, LANGUAGES
from kiosk.domain.reading import Status
from tests.gui.pictures import picture, share
from tests.gui.windows import Lobby

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

WIDE = pytest.mark.window(1920, 1080, sound=True)
UPRIGHT = pytest.mark.window(1080, 1920, sound=True)


def touch(pilot: Pilot, node: str) -> None:
    """Touch the middle of a node."""
    at = pilot.app.stage.at(node)
    assert at is not None
    pilot.touch(at)


def lit(pilot: Pilot, node: str) -> bool:
    """Whether a tile has the look of what is being spoken."""
    at = pilot.app.stage.at(node)
    assert at is not None
    return share(picture(pilot, at), pilot, "soft") > 0.3


def speaking(pilot: Pilot, lobby: Lobby, node: str) -> None:
    """Wait until this node is heard and lit."""
    reading = pilot.app.host.scene

    def heard() -> bool:
        return reading().reading.status is Status.PLAYING and lobby.player.busy() and lit(pilot, node)

    pilot.wait_until(heard, f"{node} is heard")


@pytest.mark.parametrize("window", [pytest.param("wide", marks=WIDE), pytest.param("upright", marks=UPRIGHT)])
def test_a_visitor_who_cannot_read_gets_from_the_door_to_a_topic(window: str, pilot: Pilot, lobby: Lobby) -> None:
    touch(pilot, "ear")
    assert pilot.app.host.visit.route.name == LANGUAGES
    speaking(pilot, lobby, "language.de")
    touch(pilot, "language.uk")
    speaking(pilot, lobby, "language.uk")
    assert pilot.app.host.visit.chosen == ""
    touch(pilot, "language.uk")
    assert (pilot.app.host.visit.chosen, pilot.app.host.visit.route.name) == ("uk", HOME)
    pilot.wait_until(lambda: pilot.app.host.scene().reading.status is Status.PLAYING, "the home screen reads itself")
    topic = next(node.id for node in pilot.app.host.view["topics"].children)
    touch(pilot, topic)
    speaking(pilot, lobby, topic)
    assert pilot.app.host.visit.route.name == HOME
    touch(pilot, topic)
    assert pilot.app.host.visit.route.subject in topic


@WIDE
def test_one_touch_beside_the_ear_wakes_a_kiosk_that_is_silent(pilot: Pilot, lobby: Lobby) -> None:
    pilot.touch(pilot.app.stage.at("greeting.uk"))
    assert pilot.app.host.visit.route.name == LANGUAGES
    assert not pilot.app.host.visit.by_ear
    assert pilot.app.host.scene().reading.status is Status.IDLE
