"""What the watch tells, as far as only its place in the runtime shows it; the rest is in tests/unit/live."""

from __future__ import annotations

from pathlib import Path

from kiosk.runtime.happening import Happening, Kind
from kiosk.runtime.watch import COMING_AND_GOING, Watch
from tests.unit.speech.waiting import Notes


def test_among_devices_nothing_wakes_but_who_comes_and_goes(tmp_path: Path) -> None:
    """Every program writes to /dev/null."""
    null, event = tmp_path / "null", tmp_path / "event0"
    null.touch()
    told = Notes()
    watch = Watch((tmp_path,), (), told, COMING_AND_GOING)
    null.write_text("thrown away")
    event.touch()
    event.unlink()
    told.until_true(lambda: len(told.all) == 2)
    seen = told.all[:]
    watch.close()
    assert seen == [Happening(str(event), Kind.CREATED), Happening(str(event), Kind.GONE, shape=True)]
