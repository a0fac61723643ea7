"""When figures are taken, and that nobody can be found in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.health.seen import Load, Seen, release_of
from kiosk.health.watch import HOUR_S, Health, TouchedHours

MINUTE_S = 60.0


class Written:
    """Keeps what is to be written."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []

    def put(self, seen: Seen) -> None:
        self.seen.append(seen)


def test_figures_are_written_twice_a_minute_however_often_it_beats() -> None:
    written, now, looks = Written(), [100.0], []

    def see() -> Seen:
        looks.append(now[0])
        load = Load(len(looks), 3) if len(looks) != 2 else None  # the second time somebody is there
        return Seen(now[0], 0.0, "1", Path("content"), load=load)

    health = Health(written, see, lambda: 0.0, lambda: now[0])  # type: ignore[arg-type]
    for _ in range(10):
        health.beat()
        now[0] += 10.0
    assert looks == [100.0, 130.0, 160.0, 190.0]
    assert [seen.beat for seen in written.seen] == looks
    assert [seen.load.textures for seen in written.seen if seen.load] == [1, 1, 3, 4], "of a visit nothing is told"


@example([HOUR_S - 1.0])
@given(st.lists(st.floats(0.0, 6 * HOUR_S), max_size=20))
def test_a_touch_shows_only_on_the_hour(touches: list[float]) -> None:
    """Whoever looks all the time learns in which hour of running somebody touched, and no more."""
    hours, changes, last = TouchedHours(), [], False
    for minute in range(6 * 60 + 1):
        now = minute * MINUTE_S
        touched_at = max((at for at in touches if at <= now), default=-5.0)
        hours.look(touched_at, now)
        if hours.touched != last:
            changes.append(now)
            last = hours.touched
    assert all(at % HOUR_S == 0 for at in changes)
    assert not touches or max(touches) > 5 * HOUR_S - MINUTE_S or changes, "a touch shows in the end"


def test_an_hour_without_a_look_is_no_hour_with_a_touch() -> None:
    hours = TouchedHours()
    hours.look(0.0, 0.0)
    hours.look(0.0, 5 * HOUR_S)
    assert not hours.touched


@pytest.mark.parametrize("inside", ["", "content"])
def test_a_release_is_known_by_its_folder(inside: str, tmp_path: Path) -> None:
    for release in ("2026-11-20-ab12", "2026-11-27-cd34"):
        (tmp_path / "releases" / release / inside).mkdir(parents=True)
    (current := tmp_path / "current").symlink_to("releases/2026-11-20-ab12")
    assert release_of(current / inside) == "2026-11-20-ab12"
    current.unlink()
    current.symlink_to("releases/2026-11-27-cd34")
    assert release_of(current / inside) == "2026-11-27-cd34"


def test_content_that_is_worked_on_is_no_release(tmp_path: Path) -> None:
    assert release_of(tmp_path / "content") == "none"
    assert release_of(tmp_path / "releases") == "none"
