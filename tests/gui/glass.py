"""What the last frame has left on the glass, and fingers on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from kiosk.widgets.pieces import Box
from tests.gui.hands import place
from tests.gui.pictures import picture

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

GARBAGE = (1.0, 0.0, 1.0)


def seen(pilot: Pilot) -> Any:
    """What the last frame has left in the window, without painting another."""
    from kivy.core.window import Window
    from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glFinish, glReadPixels

    glFinish()
    width, height = Window.size
    data = glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE)
    return np.frombuffer(data, np.uint8).reshape(height, width, 4)[::-1, :, :3].copy()


def spoil(pilot: Pilot) -> None:
    """Leave garbage in the window: what is not painted anew shows it."""
    from kivy.core.window import Window
    from kivy.graphics.opengl import GL_COLOR_BUFFER_BIT, glClear, glClearColor

    glClearColor(*GARBAGE, 1.0)
    glClear(GL_COLOR_BUFFER_BIT)
    glClearColor(*Window.clearcolor)


def is_whole(pilot: Pilot, what: str) -> None:
    """The window shows to the pixel what it would show if all of it were painted now: the page that is meant, in the
    colours that are meant."""
    stage = pilot.app.stage
    layers = {name: layer.shown for name, layer in stage._layers._layers.items() if layer.shown}
    assert layers["page"].pieces == stage.page.pieces, what
    for name, painting in layers.items():
        assert painting.group.children and painting.theme is stage.theme, f"{what}: {name}"
    now, whole = seen(pilot), picture(pilot)
    differ = np.argwhere((now != whole).any(axis=2))
    assert not len(differ), f"{what}: {len(differ)} pixels, from {differ.min(axis=0)} to {differ.max(axis=0)}"


def press(pilot: Pilot, node: str) -> Box:
    """A finger on a node."""
    at = place(pilot, node)
    pilot._given.now += 0.6
    pilot.press(*at.center)
    return at


def tap(pilot: Pilot, node: str) -> None:
    """A touch; at each of its moments the window is as it would be if all were painted."""
    at = press(pilot, node)
    assert pilot.app.stage.pressed == node
    is_whole(pilot, f"{node} is pressed")
    pilot.slide(at.center[0], 1)
    is_whole(pilot, f"slid off {node}")
    pilot.slide(*at.center)
    pilot.release(*at.center)
    is_whole(pilot, f"{node} was touched")
