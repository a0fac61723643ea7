"""What is painted anew is what changed, and looks as if all of it had been painted."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import ATTRACT, HELP, SEARCH, SERVICE, Open, Route, Toggle
from kiosk.host import Host
from kiosk.widgets.pieces import Box, Fill, Outline, Piece, Sign
from tests.gui.glass import GARBAGE, is_whole, press, seen, spoil, tap
from tests.gui.hands import LAYERS, Layers, first_tile, place
from tests.gui.pictures import picture

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

BLENDED = 2
"""Of 255: so far apart may Mesa blend one translucent colour, painted in another company of triangles."""


@pytest.mark.window(1920, 1080)
@pytest.mark.parametrize("language", ["de", "ar"])
def test_at_every_moment_of_a_visit_the_window_is_whole(pilot: Pilot, host: Host, language: str) -> None:
    walk_through(pilot, host, language)


@pytest.mark.window(1080, 1920)
def test_upright_too(pilot: Pilot, host: Host) -> None:
    walk_through(pilot, host, "ar")


def walk_through(pilot: Pilot, host: Host, language: str) -> None:
    """A visit with pages, letters, modes, the question whether somebody is there, and its end."""
    is_whole(pilot, "attract")
    topic = f"topic.{next(iter(pilot.app.host.scene().catalog.topics))}"
    for node in ("wake", f"language.{language}", topic):
        tap(pilot, node)
    tap(pilot, next(node for node in pilot.app.stage.places if node.startswith("service.")))
    for mode in ("contrast", "large", "low", "contrast", "large", "low"):
        tap(pilot, f"bar.{mode}")
    for node in ("pages.next", "bar.back", "bar.home", "bar.help", "bar.home"):
        tap(pilot, node)
    host.send(Open(Route(SEARCH)))
    pilot.settle()
    is_whole(pilot, "the keyboard")
    for node in [node for node in pilot.app.stage.places if node.startswith("key.")][:3]:
        tap(pilot, node)
    pilot.advance(100)
    assert pilot.app.stage.overlay is not None
    is_whole(pilot, "the question")
    pilot.advance(3)
    is_whole(pilot, "the question counts down")
    pilot.advance(60)
    assert host.visit.route.name == ATTRACT
    is_whole(pilot, "attract again")


@pytest.mark.window(1920, 1080)
def test_a_pressed_key_paints_nothing_around_it_and_a_sign_of_life_nothing_at_all(home: Pilot) -> None:
    from kivy.core.window import Window

    node, _ = first_tile(home)
    spoil(home)
    spoilt = seen(home)
    at = press(home, node)
    fresh = (seen(home) != spoilt).any(axis=2)
    rows, columns = np.nonzero(fresh)
    left, bottom, width, height = home.app.stage._painter.pixels(at)
    edges = columns.min(), columns.max() + 1, Window.height - rows.max() - 1, Window.height - rows.min()
    wanted = left, left + width, bottom, bottom + height
    assert all(abs(edge - where) <= 1 for edge, where in zip(edges, wanted, strict=True)), (edges, wanted)
    home.app.stage.blink()
    home.settle()
    assert (seen(home) != spoilt).any(axis=2).sum() == fresh.sum() + 1
    Window.canvas.ask_update()  # as when the window was covered: nobody knows what is left of it
    home.settle()
    is_whole(home, "uncovered")


@pytest.mark.window(1920, 1080)
def test_of_another_page_what_both_have_stays(home: Pilot, host: Host) -> None:
    """The bar is not painted anew; with other colours everything is."""
    first, second, *_ = host.scene().catalog.services
    host.send(Open(Route(SERVICE, first)))
    home.settle()
    spoil(home)
    bar = place(home, "bar.help")
    garbage = np.array([round(255 * value) for value in GARBAGE])
    host.send(Open(Route(SERVICE, second)))
    home.settle()
    window, x, y = seen(home), round(bar.center[0]), round(bar.y + 4)
    assert (window[y, x] == garbage).all()
    assert (window[300:700, 900] != garbage).any(axis=1).all()
    host.send(Toggle(Mode.CONTRAST))
    home.settle()
    is_whole(home, "in other colours")


@pytest.mark.window(1920, 1080)
def test_after_a_frame_that_failed_midway_nothing_of_the_page_before_is_left(home: Pilot, host: Host) -> None:
    """The last visitor's page must not stay on the glass around a waiting screen that is painted in a corner only."""
    from kivy.core.window import Window
    from kivy.graphics import Callback

    def fail(_: Any) -> None:
        raise ValueError("in the middle of a frame")

    at = press(home, first_tile(home)[0])
    breaks = Callback(fail)
    home.app.stage.canvas.add(breaks)
    with pytest.raises(ValueError, match="middle of a frame"):
        home.slide(at.center[0], 1)
    home.app.stage.canvas.remove(breaks)
    host.recover()
    home.settle()
    is_whole(home, "attract after a fault")
    night = [round(255 * value) for value in home.app.stage.theme.rgb("night")]
    assert np.abs(seen(home)[20, 20].astype(int) - night).max() <= 1 and Window.clearcolor != [0, 0, 0, 1]


@pytest.mark.window(1920, 1080)
def test_a_frame_after_another_that_was_not_painted_has_the_changes_of_both(home: Pilot, fill: Layers) -> None:
    boxes = Box(100, 300, 50, 50), Box(700, 800, 60, 60)
    for number, box in enumerate(boxes):
        fill("press" if number else "focus", (Fill("one", box, "alert"),))
    home.settle()
    is_whole(home, "two layers")
    fill("press", ())
    fill("focus", ())
    home.settle()
    is_whole(home, "neither")


PILES: dict[str, tuple[Piece, ...]] = {
    "words under a box": (
        Sign("a", Box(300, 300, 96, 96), "house", True, "ink"),
        Fill("b", Box(340, 340, 90, 90), "alert"),
    ),
    "a box between": (
        Fill("a", Box(300, 300, 200, 200), "main", 20),
        Outline("a", Box(320, 320, 160, 160), "light", 6, 12),
        Fill("b", Box(310, 310, 30, 30), "alert"),
        Fill("c", Box(250, 250, 100, 100), "ink", 50),
        Fill("d", Box(260, 260, 300, 300), "paper", opacity=0.4),
        Fill("e", Box(300, 480, 40, 40), "light", 4),
    ),
}


@pytest.mark.window(1920, 1080)
@pytest.mark.parametrize("pile", PILES.values(), ids=PILES)
def test_what_is_painted_first_because_it_is_opaque_still_lies_where_it_belongs(
    home: Pilot, fill: Layers, pile: tuple[Piece, ...]
) -> None:
    """Painted one by one, each in a layer of its own, they look the same."""
    layers = LAYERS[: len(pile)]
    fill("page", pile)
    home.settle()
    together = picture(home)
    for layer, piece in zip(layers, pile, strict=True):
        fill(layer, [piece])
    home.settle()
    assert np.abs(together.astype(int) - picture(home)).max() <= BLENDED


@pytest.mark.window(1920, 1080)
def test_what_was_shown_is_let_go_at_once(home: Pilot, host: Host) -> None:
    """Python's collector would come minutes later, and textures are large; nor does it find what was made in vain."""
    textures = home.app.stage._painter._textures
    gc.collect()
    gc.disable()
    try:
        service = next(iter(host.scene().catalog.services))
        host.send(Open(Route(SERVICE, service)))
        host.foresee(Open(Route(SEARCH)))
        home.settle()
        held = {name: weakref.ref(texture) for name, (texture, _) in textures._textures.items()}
        textures._textures.clear()
        host.send(Open(Route(HELP)))
        host.refresh()
        home.settle()
        left = [name for name, texture in held.items() if texture() is not None and name not in textures._textures]
        assert len(held) > 30 and left == []
    finally:
        gc.enable()
