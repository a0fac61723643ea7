"""What the running kiosk sees of itself: of the machine, never of a visit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk import VERSION
from kiosk.health.seen import Load

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

WINDOW = pytest.mark.window(1280, 720)


@WINDOW
def test_nothing_tells_which_screen_a_visitor_is_on(pilot: Pilot) -> None:
    """All but the time and the longest gap is the same at home, on a card, in the search."""
    from kiosk.stage.seeing import seeing

    see = seeing(pilot.app, Path("content"), lambda: 1.0)

    def told() -> object:
        seen = see()
        assert seen.load is None, "what is held tells of the screens that were seen"
        return (
            seen.beat,
            seen.audio,
            seen.clock_trusted,
            seen.centre_open,
            seen.errors,
            seen.warnings,
            seen.exceptions,
        )

    assert isinstance(see().load, Load)
    pilot.tap("Berühren Sie den Bildschirm")
    pilot.tap("Deutsch")
    found = [told()]
    pilot.tap("Suchen")
    found.append(told())
    assert found[0] == found[1]


@WINDOW
def test_what_is_seen_is_so(pilot: Pilot) -> None:
    from kiosk.stage.seeing import seeing

    before = pilot.app.touched_at
    seen = seeing(pilot.app, Path("content"), lambda: 5.0)()
    assert (seen.beat, seen.started, seen.version) == (5.0, 5.0, VERSION)
    assert seen.load is not None and seen.load.textures > 0 and seen.load.timers > 0
    assert seen.centre_open is True, "a Tuesday afternoon"
    assert seen.clock_trusted is True, "whoever set the clock wanted it"
    assert (seen.audio, seen.errors) == (False, 0), "a test is silent"
    pilot.tap("Berühren Sie den Bildschirm")
    assert pilot.app.touched_at > before
