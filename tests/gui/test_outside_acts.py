"""What assistive technology presses: it comes from another thread, and does what a finger there would do."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from kiosk.domain.navigation import ByEar
from kiosk.host import Host

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

pytestmark = pytest.mark.window(1920, 1080)


def press(pilot: Pilot, node: str) -> None:
    """As AccessKit's thread does it."""
    act = pilot.app._from_outside(pilot.app._clicked)
    thread = threading.Thread(target=act, args=(node,))
    thread.start()
    thread.join()
    pilot.settle()


def test_a_press_from_outside_does_what_a_finger_does(pilot: Pilot, host: Host) -> None:
    press(pilot, "wake")
    press(pilot, "language.ar")
    assert (host.view.route.name, host.visit.language) == ("home", "ar")


def test_what_has_gone_does_nothing(pilot: Pilot, host: Host) -> None:
    press(pilot, "wake")
    before = host.visit
    press(pilot, "wake")
    press(pilot, "topic.wohnen")
    assert host.visit == before


def test_what_lies_under_the_question_cannot_be_pressed(pilot: Pilot, host: Host) -> None:
    press(pilot, "wake")
    press(pilot, "language.de")
    pilot.advance(95)
    assert host.view.overlay is not None
    press(pilot, "bar.help")
    assert host.view.overlay is not None and host.view.route.name == "home"
    press(pilot, "idle.more")
    assert host.view.overlay is None


def test_by_ear_one_press_is_enough(pilot: Pilot, host: Host) -> None:
    """Whoever presses from outside has heard the name already, by their own screen reader."""
    press(pilot, "wake")
    host.send(ByEar())
    press(pilot, "language.en")
    assert host.visit.language == "en" and host.visit.by_ear
