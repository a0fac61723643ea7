"""Failures in front of a visitor: home again, or out to the supervisor."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from kiosk.runtime import crash
from kiosk.runtime.crash import CrashCounter, CrashPolicy
from tests.unit.runtime.starter import run

SECOND = [float(number) for number in range(100)]


class Home:
    """Counts the ways home."""

    def __init__(self, broken: bool = False) -> None:
        self.reached = 0
        self.broken = broken

    def __call__(self) -> None:
        if self.broken:
            raise OSError("no home")
        self.reached += 1


def policy(home: Home, limit: int = 5) -> CrashPolicy:
    """A policy whose seconds go by one per failure."""
    return CrashPolicy(home, iter(SECOND).__next__, CrashCounter(limit, 60))


def test_the_fifth_failure_within_a_minute_is_too_many() -> None:
    counter = CrashCounter()
    assert [counter.too_many(at) for at in (0, 10, 20, 30, 60)] == [False] * 4 + [True]


def test_failures_spread_out_are_survived_for_ever() -> None:
    counter = CrashCounter()
    assert not any(counter.too_many(number * 15.1) for number in range(1000))


def test_the_window_slides() -> None:
    counter = CrashCounter()
    assert [counter.too_many(at) for at in (0, 50, 55, 58, 61, 109, 200)] == [False] * 5 + [True, False]


def test_a_failure_is_logged_with_its_traceback_and_leads_home(caplog: pytest.LogCaptureFixture) -> None:
    home = Home()
    try:
        raise KeyError("planted")
    except KeyError as error:
        assert policy(home).survives(error)
    assert home.reached == 1
    assert [(record.levelno, bool(record.exc_info)) for record in caplog.records] == [(logging.ERROR, True)]
    assert "test_a_failure_is_logged" in caplog.text


def test_too_many_failures_end_the_program_and_the_last_is_counted_once() -> None:
    home = Home()
    made = policy(home, limit=2)
    last = ValueError("second")
    assert [made.survives(ValueError("first")), made.survives(last), made.survives(last)] == [True, False, False]
    assert home.reached == 1


def test_no_way_home_ends_the_program(caplog: pytest.LogCaptureFixture) -> None:
    assert not policy(Home(broken=True)).survives(ValueError("planted"))
    assert "no home" in caplog.text


@pytest.mark.parametrize("wish", [SystemExit(0), KeyboardInterrupt()])
def test_a_wish_to_end_is_no_failure(wish: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    home = Home()
    assert not policy(home, limit=1).survives(wish)
    assert (home.reached, caplog.records) == (0, [])


def test_a_real_kiosk_survives_four_failures(tmp_path: Path) -> None:
    code, report, err = run([["fail", 4]], tmp_path)
    assert (code, report["recovered"], err.count("ZeroDivisionError: planted")) == (0, 4, 4)


def test_a_real_kiosk_leaves_with_code_1_on_the_fifth(tmp_path: Path) -> None:
    code, report, err = run([["fail", 5], ["rest", 1]], tmp_path)
    assert (code, report) == (1, {})
    assert "CRITICAL kiosk.runtime.crash: too many failures" in err
    assert err.count("ERROR kiosk.runtime.crash: a handler failed") == 5


def test_failures_are_counted_by_the_innermost_module_of_ours() -> None:
    before = crash.counts()
    for fails in (lambda: crash.CrashCounter(limit="x").too_many(0.0), lambda: int("x")):  # type: ignore[arg-type]
        try:
            fails()
        except (TypeError, ValueError) as error:
            assert policy(Home()).survives(error)
    after = crash.counts()
    assert {where: after[where] - before.get(where, 0) for where in ("runtime.crash", "elsewhere")} == {
        "runtime.crash": 1,
        "elsewhere": 1,
    }
    assert "runtime.notify" not in after


def test_a_thread_that_fails_is_logged_and_counted(tmp_path: Path) -> None:
    code, report, err = run([["fail_aside", "thread"], ["rest", 0.1]], tmp_path)
    assert (code, report["recovered"], report["counts"]) == (0, 0, {"elsewhere": 1})
    assert "ERROR kiosk.runtime.crash: the thread planted failed" in err
    assert err.count("ZeroDivisionError: planted") == 1


def test_what_cannot_be_raised_is_logged_and_counted(tmp_path: Path) -> None:
    code, report, err = run([["fail_aside", "end"], ["rest", 0.1]], tmp_path)
    assert (code, report["recovered"], report["counts"]) == (0, 0, {"elsewhere": 1})
    assert "ERROR kiosk.runtime.crash: " in err
    assert err.count("ZeroDivisionError: planted") == 1
