"""The sleeping loop: it sleeps, it wakes, and it stays out of a Kivy it does not know."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.runtime import loop
from tests.unit.runtime.starter import PATIENCE_S, run

NEVER = PATIENCE_S * 10.0


def test_a_still_screen_ticks_only_for_timers(tmp_path: Path) -> None:
    """None of them comes from Kivy's own cache, which would look around six times in so many seconds."""
    _, report, _ = run([["rest", 6]], tmp_path)
    assert (report["lean"], report["ticks"] <= 4) == (True, True), report["ticks"]


def test_kivys_own_loop_does_not_sleep(tmp_path: Path) -> None:
    """Control for the test above."""
    assert run([["rest", 1]], tmp_path, lean=False)[1]["ticks"] > 8


def test_another_thread_ends_the_sleep(tmp_path: Path) -> None:
    """The safety net is far away: without waking, the program would not end in time."""
    code, report, _ = run([["thread"]], tmp_path, longest_sleep_s=NEVER)
    assert (code, report["lean"]) == (0, True)


def test_a_touch_ends_the_sleep(tmp_path: Path) -> None:
    report = run([["late_tap", 5, 5]], tmp_path, longest_sleep_s=NEVER)[1]
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


class FakeSdl:
    """Sleeps of half a second; the second of them ends with a key, whose handler takes a quarter of one."""

    def __init__(self, now: list[float]) -> None:
        self.now, self.sleeps = now, 0

        def wait(_: object, __: int) -> bool:
            now[0] += 0.5
            self.sleeps += 1
            return self.sleeps == 2

        self.SDL_WaitEventTimeout, self.SDL_PushEvent = wait, lambda _: None


def test_the_longest_time_without_sleep_is_known() -> None:
    now = [100.0]
    clock = SimpleNamespace(time=lambda: now[0], get_min_timeout=lambda: now[0] + 0.4, _last_tick=100.0, _dt=0.0)

    def handle_key() -> None:
        now[0] += 0.25

    window = SimpleNamespace(canvas=SimpleNamespace(needs_redraw=False), mainloop=handle_key)
    lean = loop.LeanLoop(clock, SimpleNamespace(quit=False, input_providers=[]), window, FakeSdl(now), 1.0)  # type: ignore[arg-type]
    due = iter([100.4, 101.0, 101.6, 102.0])
    clock.get_min_timeout = lambda: next(due, 0.0)
    lean.idle()  # sleeps, wakes by a key
    assert lean.longest_busy_s() == pytest.approx(0.25), "handling a key holds up touches, sleeping does not"
    assert lean.longest_busy_s() == 0.0, "only since it was asked last"
    now[0] += 0.7  # a frame
    lean.idle()
    now[0] += 0.1
    lean.idle()
    assert lean.longest_busy_s() == pytest.approx(0.7)
    now[0] += 3.0
    assert lean.longest_busy_s() == pytest.approx(3.0), "what lasts still counts"


def test_of_kivys_own_loop_nothing_is_known() -> None:
    assert loop.longest_busy_s() is None
