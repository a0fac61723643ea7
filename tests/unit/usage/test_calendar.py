"""Which day it is, and when nobody knows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.runtime.clock import WallClock
from kiosk.usage.calendar import Calendar
from tests.unit.usage.clocks import Wall

NOON = datetime(2026, 11, 23, 12)


def begun(wall: Wall) -> Calendar:
    calendar = Calendar(wall, wall.monotonic)
    assert calendar.today() == wall.at.date()
    return calendar


def test_the_day_goes_on_at_midnight() -> None:
    calendar = begun(wall := Wall(NOON))
    wall.go_on(12 * 3600 - 1)
    assert calendar.today() == date(2026, 11, 23)
    wall.go_on(1)
    assert calendar.today() == date(2026, 11, 24)


@pytest.mark.parametrize(
    "jump",
    [timedelta(weeks=-2), timedelta(days=366), datetime(1970, 1, 1) - NOON, timedelta(hours=3), timedelta(hours=-3)],
    ids=str,
)
def test_a_clock_that_jumps_has_no_day_until_it_is_back(jump: timedelta) -> None:
    calendar = begun(wall := Wall(NOON))
    wall.at += jump
    assert calendar.today() is None
    wall.go_on(40 * 3600)
    assert calendar.today() is None
    wall.at -= jump
    assert calendar.today() == date(2026, 11, 25)


def test_a_clock_that_is_not_believed_has_no_day() -> None:
    wall = Wall(datetime(1970, 1, 1))
    wall.believed = False
    calendar = Calendar(wall, wall.monotonic)
    assert calendar.today() is None
    wall.at, wall.believed = NOON, True  # a time server has answered: before that nothing was believed, so no jump
    assert calendar.today() == NOON.date()


@pytest.mark.parametrize(
    ("utc", "days"), [(datetime(2026, 3, 28, 20, tzinfo=UTC), 2), (datetime(2026, 10, 24, 20, tzinfo=UTC), 2)]
)
def test_summer_time_is_no_jump(utc: datetime, days: int, tmp_path: Path) -> None:
    """With the real clock: both nights in which Leipzig's clocks are moved, minute by minute."""
    passed = [0.0]
    (tmp_path / "synchronized").touch()
    wall = WallClock(
        date(2026, 1, 1), utc=lambda: utc + timedelta(seconds=passed[0]), synchronized=tmp_path / "synchronized"
    )
    calendar = Calendar(wall, lambda: passed[0])
    seen = []
    for minute in range(12 * 60):
        passed[0] = minute * 60.0
        seen.append(calendar.today())
    assert None not in seen
    assert len(set(seen)) == days
    assert seen == sorted(seen, key=str)
