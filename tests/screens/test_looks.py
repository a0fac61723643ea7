"""What is pressed or spoken can be told from what is not, and its words stay whole, on every screen, in every state and
every layout, wide and upright."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.modes import NO_MODES
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose_overlay
from kiosk.widgets.pieces import Look, Page, Target
from kiosk.widgets.sheet import Frame
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.telling import routes_on, telling_routes
from tests.screens.test_layout import LANGUAGES, SIZES, frame, pages, scene
from tests.screens.test_modes import LAYOUTS as MODES

PRESSED = (Look.PRESSED, Look.SPOKEN)
LAYOUTS = {"usual": NO_MODES, **MODES}
PANELS = ["27 inch", "27 inch upright"]
CHOSEN = chosen([*product(LAYOUTS, SIZES, LANGUAGES)])
STATES: dict[str, dict[str, object]] = {
    "quiet": {},
    "reading": {"reading": Reading(Status.PLAYING, 0, 9)},
    "paused": {"reading": Reading(Status.PAUSED, 0, 9)},
    "no voice": {"sound": Sound.NO_VOICE},
}


def everything(on: Frame, **more: object) -> Iterator[tuple[str, Page]]:
    """Every page of every way a screen is built, and the question whether somebody is still there."""
    for route in telling_routes("en"):
        for _, page in pages(route, "en", on, **more):
            yield route.name, page
    overlay = compose_overlay(present(scene(nav.Route(nav.HOME), "en", countdown=30)), on)
    assert overlay is not None
    yield "idle", overlay


def invisible(target: Target, page: Page) -> bool:
    """The whole screen as one key has no look: there is nothing beside it that it could be told from."""
    return target.at.w >= page.width and target.at.h >= page.height and not target.draw(Look.NORMAL)


@pytest.mark.parametrize(("look", "state", "layout", "size"), chosen([*product(PRESSED, STATES, LAYOUTS, PANELS)]))
def test_every_target_looks_different_from_its_usual_self(look: Look, state: str, layout: str, size: str) -> None:
    """V-06."""
    on = frame(SIZES[size], "en", LAYOUTS[layout])
    same = {
        (name, target.node)
        for name, page in everything(on, **STATES[state])
        for target in page.targets
        if not invisible(target, page) and target.draw(look) == target.draw(Look.NORMAL)
    }
    assert same == set()


@pytest.mark.parametrize(("layout", "size", "language"), CHOSEN)
def test_whatever_is_pressed_or_spoken_is_whole(layout: str, size: str, language: str) -> None:
    """A key that stands on many pages, as those of the bar do, is looked at once."""
    on, found, seen = frame(SIZES[size], language, LAYOUTS[layout]), set(), set()
    for route in routes_on(layout, size, language, CHOSEN):
        for _, page in pages(route, language, on) if route.name != nav.ATTRACT else ():
            drawn = {target.draw(look): look for target, look in product(page.targets, PRESSED)}
            for pieces in drawn.keys() - seen:
                alone = replace(page, pieces=pieces, targets=())
                found |= {f"{route.name} {drawn[pieces].name}: {fault}" for fault in audit.words(alone, on)}
            seen |= drawn.keys()
    assert not found, "\n".join(sorted(found)[:60])
