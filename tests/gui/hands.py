"""Where a visitor's hand goes in tests: a visitor at home, the places of keys, and fingers one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.domain.navigation import HOME, Choose, Route, Wake
from kiosk.host import Host
from kiosk.widgets.pieces import Box, Piece

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

LAYERS = ("page", "spoken", "press", "overlay", "over_press", "focus")
"""Of the stage, from the lowest to the uppermost."""
Layers = Callable[[str, Sequence[Piece]], None]


@pytest.fixture
def home(pilot: Pilot, host: Host) -> Pilot:
    """A visitor who reads German, at home."""
    host.send(Wake())
    host.send(Choose("de"))
    pilot.settle()
    assert host.visit.route == Route(HOME)
    return pilot


@pytest.fixture
def fill(pilot: Pilot) -> Iterator[Layers]:
    """Fills a layer with pieces; afterwards all of them show the kiosk again."""
    stage = pilot.app.stage
    yield stage._fill
    for layer in LAYERS:
        stage._fill(layer, ())
    stage._forget(tuple(stage._laid))
    stage.view = None  # the next view is laid out and painted anew


def place(pilot: Pilot, node: str) -> Box:
    """Where a node is; it must be there."""
    at: Box | None = pilot.app.stage.at(node)
    assert at is not None, f"{node} is not on the screen"
    return at


def first_tile(pilot: Pilot) -> tuple[str, Box]:
    """The first topic: its node and its place."""
    topic = next(iter(pilot.app.host.scene().catalog.topics))
    return f"topic.{topic}", place(pilot, f"topic.{topic}")


def finger(number: int, at: Box, pilot: Pilot) -> Any:
    """A finger on a touch screen that can tell several apart."""
    from kivy.input.providers.mouse import MouseMotionEvent

    frame = pilot.app.frame
    where = (at.center[0] / frame.width, 1 - at.center[1] / frame.height)
    return MouseMotionEvent("touch screen", number, (*where, "left"), is_touch=True, type_id="touch")
