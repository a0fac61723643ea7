"""The keys at the bottom edge: whole in every state, language and layout, on every panel, and at their places."""

from __future__ import annotations

from itertools import product

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.modes import NO_MODES, Mode
from kiosk.domain.node import State
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose
from kiosk.widgets.bar import places
from kiosk.widgets.pieces import Box, Fill
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.test_layout import LANGUAGES, SIZES, frame, scene
from tests.screens.test_modes import LAYOUTS as MODES

LAYOUTS = {"usual": NO_MODES, **MODES}
STATES: dict[str, dict[str, object]] = {
    "quiet": {},
    "reading": {"reading": Reading(Status.PLAYING, 0, 3)},
    "paused": {"reading": Reading(Status.PAUSED, 0, 3)},
    "only German is spoken": {"mute": frozenset(LANGUAGES) - {"de"}},
    "only English is spoken": {"mute": frozenset(LANGUAGES) - {"en"}},
    "only Ukrainian is spoken": {"mute": frozenset(LANGUAGES) - {"uk"}},
    "no sound": {"sound": Sound.NO_DEVICE},
}


@pytest.mark.parametrize("by_ear", [False, True], ids=["by eye", "by ear"])
@pytest.mark.parametrize(("state", "layout", "size", "language"), chosen([*product(STATES, LAYOUTS, SIZES, LANGUAGES)]))
def test_every_key_is_whole(state: str, layout: str, size: str, language: str, by_ear: bool) -> None:
    on, found = frame(SIZES[size], language, LAYOUTS[layout]), []
    for route in (nav.Route(nav.HOME), nav.Route(nav.LANGUAGES)):
        shown = scene(route, language, **STATES[state])
        visit = replace(shown.visit, modes=on.modes, by_ear=by_ear)
        page = compose(present(replace(shown, visit=visit)), on)
        found += [f"{route.name}: {fault}" for fault in audit.faults(page, on) if "bar." in fault]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("layout", "size"), [*product(LAYOUTS, ["27 inch", "27 inch upright"])])
def test_the_light_over_the_present_screen_touches_no_other_key(layout: str, size: str) -> None:
    """Upright, the key of the language stands in the second row: its light must not hang into the key above it."""
    on = frame(SIZES[size], "de", LAYOUTS[layout])
    for route in (nav.Route(nav.HOME), nav.Route(nav.LANGUAGES), nav.Route(nav.HELP)):
        view = present(scene(route, "de"))
        keys = dict(zip((key.id for key in view.bar), places(on, len(view.bar)), strict=True))
        here = next(key.id for key in view.bar if State.HERE in key.states)
        lights = [piece.at for piece in compose(view, on).pieces if isinstance(piece, Fill) and piece.node == here]
        assert lights
        for light, (name, key) in product(lights, keys.items()):
            assert name == here or _apart(light, key)


@pytest.mark.parametrize("size", SIZES)
def test_keys_stay_at_their_places_when_modes_change(size: str) -> None:
    """A mode's key must not move from under the finger that switches the mode off again."""
    usual, low = (places(frame(SIZES[size], "de", modes), 8) for modes in (NO_MODES, frozenset({Mode.LOW})))
    assert usual == low
    large = places(frame(SIZES[size], "de", frozenset({Mode.LARGE})), 8)
    assert all(one.x < other.center[0] < one.right for one, other in zip(large, usual, strict=True))


def _apart(one: Box, other: Box) -> bool:
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y
