"""When a visit is over, on seconds that are given."""

from __future__ import annotations

import math

import pytest

from kiosk.runtime.idle import ACTIVE, EXPIRED, IdleState, IdleWatch, Phase


def warning(left: int) -> IdleState:
    return IdleState(Phase.WARNING, left)


def watch(after_s: float = 90, warn_s: float = 30) -> IdleWatch:
    """A watch on a visitor who touched the screen at 0."""
    made = IdleWatch(after_s, warn_s)
    made.touched(0)
    return made


def test_nobody_is_there_before_the_first_touch() -> None:
    made = IdleWatch(90, 30)
    assert made.tick(1e6, False) == made.tick(1e6, True) == EXPIRED
    assert made.next_change(1e6) == math.inf


def test_a_visit_rests_is_warned_and_is_over() -> None:
    made = watch()
    assert [made.tick(now, False) for now in (0, 89.9, 90, 91, 119.5, 120, 121)] == [
        ACTIVE, ACTIVE, warning(30), warning(29), warning(1), EXPIRED, EXPIRED,
    ]  # fmt: skip


def test_a_touch_extends_as_often_as_wanted() -> None:
    """WCAG 2.2.1 asks for ten; here there is no end to it."""
    made, now = watch(), 0.0
    for _ in range(12):
        assert made.tick(now + 90, False).phase is Phase.WARNING
        now += 90 + 29
        assert made.tick(now, False) == warning(1)
        made.touched(now)
        assert made.tick(now, False) == ACTIVE


def test_the_next_visit_starts_afresh() -> None:
    made = watch()
    made.tick(90, False)
    assert made.tick(120, False) == EXPIRED
    made.touched(500)
    assert [made.tick(now, False) for now in (500, 589, 590)] == [ACTIVE, ACTIVE, warning(30)]


def test_sound_is_activity_and_the_rest_begins_when_it_ends() -> None:
    made = watch()
    assert [made.tick(now, True) for now in (80, 200, 400)] == [ACTIVE] * 3
    assert [made.tick(now, False) for now in (401, 489, 490)] == [ACTIVE, ACTIVE, warning(30)]


def test_the_spoken_warning_does_not_extend_the_visit() -> None:
    made = watch()
    assert made.tick(90, False) == warning(30)
    assert [made.tick(now, True) for now in (95, 100, 120)] == [warning(25), warning(20), EXPIRED]


def test_a_late_tick_still_warns_in_full() -> None:
    """A frozen or suspended machine wakes: the person sees the whole warning."""
    made = watch()
    assert [made.tick(now, False) for now in (5000, 5029, 5030)] == [warning(30), warning(1), EXPIRED]


def test_the_time_before_the_warning_may_change() -> None:
    made = watch()
    made.after_s = 180
    assert [made.tick(now, False) for now in (90, 179, 180)] == [ACTIVE, ACTIVE, warning(30)]


@pytest.mark.parametrize("late", [0.0, 0.004, 0.3])
def test_sleeping_for_next_change_misses_nothing(late: float) -> None:
    """A loop that ticks only when told, and a little late, sees every second of the countdown once."""
    made, now, seen = watch(), 0.0, [ACTIVE]
    while (step := made.next_change(now)) < math.inf:
        now += step + late
        seen.append(made.tick(now, False))
        assert len(seen) < 50
    assert list(dict.fromkeys(seen)) == [ACTIVE, *map(warning, range(30, 0, -1)), EXPIRED]
    assert len(seen) <= 1 + 30 + 1 + 2  # a rounding error may cost a tick


def test_while_sound_plays_its_end_is_looked_for() -> None:
    made = watch()
    made.tick(10, True)
    assert made.next_change(10) == 1.0
    made.tick(11, False)
    assert made.next_change(11) == 89.0


@pytest.mark.parametrize(("after_s", "warn_s"), [(0, 30), (-1, 30), (90, 19.9), (90, 0)])
def test_too_short_is_refused(after_s: float, warn_s: float) -> None:
    with pytest.raises(ValueError, match="must be"):
        IdleWatch(after_s, warn_s)
