"""The sleeping loop: it sleeps, it wakes, and it stays out of a Kivy it does not know."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.runtime import loop
from tests.unit.runtime.starter import PATIENCE_S, run

NEVER = PATIENCE_S * 10.0


def test_a_still_screen_ticks_only_for_timers(tmp_path: Path) -> None:
    """Kivy's own cache looks up once a second, so a second holds a handful of ticks."""
    _, report, _ = run([["rest", 1]], tmp_path)
    assert (report["lean"], report["ticks"] <= 8) == (True, True), report["ticks"]


def test_kivys_own_loop_does_not_sleep(tmp_path: Path) -> None:
    """Control for the test above."""
    assert run([["rest", 1]], tmp_path, lean=False)[1]["ticks"] > 8


def test_another_thread_ends_the_sleep(tmp_path: Path) -> None:
    """Kivy's cache timer is off and the safety net far away: without waking, the program would not end in time."""
    code, report, _ = run([["thread"]], tmp_path, longest_sleep_s=NEVER, no_cache_timer=True)
    assert (code, report["lean"]) == (0, True)


def test_a_touch_ends_the_sleep(tmp_path: Path) -> None:
    report = run([["late_tap", 5, 5]], tmp_path, longest_sleep_s=NEVER, no_cache_timer=True)[1]
    assert report["touches"] == ["mouse"]


@pytest.mark.parametrize(
    ("changed", "said"), [("version", "made for Kivy 2.3.1, this is 2.4.0"), ("sdl", "Kivy's SDL cannot be used")]
)
def test_an_unknown_kivy_keeps_its_own_loop_and_the_log_says_so(changed: str, said: str, tmp_path: Path) -> None:
    code, report, err = run([["key", 13], ["rest", 0.1]], tmp_path, strange=changed)
    assert (code, report["lean"], report["keys"]) == (0, False, [["enter", []]])
    assert "WARNING kiosk.runtime.loop: Kivy's own loop stays" in err
    assert said in err


def test_every_private_name_is_checked() -> None:
    names = ("idle", "time", "on_schedule", "get_min_timeout", "_last_tick", "_dt")
    whole = SimpleNamespace(**dict.fromkeys(names))
    window = SimpleNamespace(mainloop=None, canvas=None)
    assert loop._obstacle("2.3.1", whole, window) == ""
    for name in names:
        less = SimpleNamespace(**{other: None for other in names if other != name})
        assert name in loop._obstacle("2.3.1", less, window)
    assert "mainloop" in loop._obstacle("2.3.1", whole, SimpleNamespace(canvas=None))
    assert "canvas" in loop._obstacle("2.3.1", whole, SimpleNamespace(mainloop=None))


def test_waking_without_the_loop_does_nothing() -> None:
    loop.wake()
