"""High contrast: every word at least 10:1 to its ground, every sign and the edge of every key 4.5:1 (accessibility.md
C-01, C-02), on every screen, in every look, and with every other mode."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.modes import Mode
from kiosk.domain.node import State, View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.loaders.theme import load_theme
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose_overlay
from kiosk.theme.tokens import BORDER_CONTRAST, CONTRAST_THEME, ROLES, Theme
from kiosk.widgets.pieces import Box, Fill, Look, Outline, Page, Target
from kiosk.widgets.sheet import Frame
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.telling import telling_routes
from tests.screens.test_layout import ROOT, SIZES, frame, pages, scene

WORDS, SIGNS = 10.0, 4.5
CONTRAST = frozenset({Mode.CONTRAST})
WITH = {
    "alone": CONTRAST,
    "large": CONTRAST | {Mode.LARGE},
    "low": CONTRAST | {Mode.LOW},
    "large and low": CONTRAST | {Mode.LARGE, Mode.LOW},
}
PANELS = ["27 inch", "27 inch upright"]
STATES: dict[str, dict[str, object]] = {
    "quiet": {},
    "reading": {"reading": Reading(Status.PLAYING, 0, 3)},
    "no voice": {"sound": Sound.NO_VOICE},
}
colours, _ = load_theme(Path(ROOT) / "config" / "themes" / f"{CONTRAST_THEME}.yaml", ROLES)
THEME = Theme(CONTRAST_THEME, colours)


def everything(on: Frame, **more: object) -> Iterator[tuple[View, Page]]:
    """Every page of every way a screen is built that a mode can be on, and the question whether anybody is there."""
    for route in telling_routes("de"):
        if route.name != nav.ATTRACT:
            yield from pages(route, "de", on, **more)
    home = present(scene(nav.Route(nav.HOME), "de", countdown=30))
    overlay = compose_overlay(home, on)
    assert overlay is not None
    yield home, replace(overlay, ground="paper")


def pressed(page: Page, target: Target, look: Look) -> Page:
    """The page with one of its keys in another look."""
    return replace(page, pieces=(*page.pieces, *target.draw(look)))


@pytest.mark.parametrize(("state", "others", "size"), chosen([*product(STATES, WITH, PANELS)]))
def test_every_word_and_sign_stands_out_in_every_look(state: str, others: str, size: str) -> None:
    on, weak = frame(SIZES[size], "de", WITH[others]), set()
    for view, page in everything(on, **STATES[state]):
        weak |= {f"{view.route.name}: {fault}" for fault in audit.contrasts(page, THEME, WORDS, SIGNS)}
        for target, look in product(page.targets, (Look.PRESSED, Look.SPOKEN)):
            drawn = pressed(page, target, look)
            found = audit.contrasts(drawn, THEME, WORDS, SIGNS, first=len(page.pieces))
            weak |= {f"{view.route.name} {look.name}: {fault}" for fault in found}
    assert weak == set()


@pytest.mark.parametrize(("look", "others", "size"), chosen([*product(Look, WITH, PANELS)]))
def test_every_key_has_an_edge_that_stands_out(look: Look, others: str, size: str) -> None:
    """An outline, or a ground of its own. The key of the screen one is on has neither: it leads nowhere else."""
    on, weak = frame(SIZES[size], "de", WITH[others]), set()
    for view, page in everything(on):
        for target in page.targets:
            node = view.find(target.node)
            here = node is not None and State.HERE in node.states and node.id.startswith("bar.")
            if target.at.w < page.width and not (here and look is Look.NORMAL):
                outside = audit.ground_at(page, len(page.pieces), target.at.center[0], target.at.y - 6)
                best = max(_edges(pressed(page, target, look), target.at, outside), default=0.0)
                if best < SIGNS:
                    weak.add(f"{view.route.name}: {target.node} has only {best:.1f}:1 to {outside}")
    assert weak == set()


def _edges(page: Page, key: Box, outside: str) -> Iterator[float]:
    """How strongly the outlines and grounds along the edge of a key stand out from what is around it."""
    for piece in page.pieces:
        strong = isinstance(piece, Fill) or (isinstance(piece, Outline) and piece.width >= BORDER_CONTRAST)
        if strong and _along(piece.at, key):
            yield audit.contrast(THEME.rgb(piece.colour), THEME.rgb(outside))


def _along(at: Box, key: Box) -> bool:
    """Whether a box runs along a key on three sides at least: two keys may share a plate."""
    sides = (at.x - key.x, at.y - key.y, at.right - key.right, at.bottom - key.bottom)
    return at.holds(key, 1.0) and sum(abs(side) < 1 for side in sides) >= 3


@pytest.mark.parametrize(("others", "size"), [*product(WITH, PANELS)])
def test_only_what_can_be_pressed_has_a_strong_outline(others: str, size: str) -> None:
    """Look.md 1: what can only be read has no outline of a key; a hair line at most."""
    on, strong = frame(SIZES[size], "de", WITH[others]), set()
    for view, page in everything(on):
        keys = [target.at for target in page.targets]
        for piece in page.pieces:
            outline = isinstance(piece, Outline) and piece.width >= BORDER_CONTRAST and piece.colour == "border"
            if outline and not any(_along(piece.at, key) for key in keys):
                strong.add(f"{view.route.name}: {piece.node}")
    assert strong == set()
