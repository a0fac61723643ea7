"""One shaky finger is one wish (EN 301 549, 5.8)."""

from __future__ import annotations

from kiosk.runtime.touches import DoubleTap


def test_the_same_place_at_once_acts_once() -> None:
    taps = DoubleTap(radius=40)
    assert [taps.tap(at, 100, 100) for at in (0, 0.1, 0.7, 1.2)] == [True, False, True, True]


def test_within_the_radius_is_the_same_place() -> None:
    taps = DoubleTap(radius=40)
    assert [taps.tap(0, 100, 100), taps.tap(0.1, 124, 132), taps.tap(0.2, 141, 100)] == [True, False, True]


def test_another_place_acts_at_once_and_so_does_the_first_again() -> None:
    taps = DoubleTap(radius=40)
    assert [taps.tap(0, 0, 0), taps.tap(0.1, 500, 0), taps.tap(0.2, 0, 0)] == [True, True, True]


def test_a_trembling_hand_acts_once_however_long_it_trembles() -> None:
    taps = DoubleTap(radius=40)
    assert [taps.tap(number * 0.2, 100, 100) for number in range(20)] == [True] + [False] * 19


def test_drifting_away_ends_the_echo() -> None:
    taps = DoubleTap(radius=40)
    acted = [taps.tap(number * 0.1, number * 15, 0) for number in range(7)]
    assert acted == [True, False, False, True, False, False, True]


def test_the_interval_is_adjustable() -> None:
    taps = DoubleTap(radius=40, interval_s=1.5)
    assert [taps.tap(at, 0, 0) for at in (0, 1.4, 3.0)] == [True, False, True]


def test_a_first_tap_at_time_zero_near_the_origin_acts() -> None:
    assert DoubleTap(radius=40).tap(0, 0, 0)


def test_where_the_same_is_wanted_again_an_echo_does_not_put_it_off() -> None:
    taps = DoubleTap(radius=40)
    acted = [taps.tap(number * 0.3, 100, 100, again=True) for number in range(6)]
    assert acted == [True, False, True, False, True, False]
