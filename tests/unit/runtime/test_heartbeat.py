"""When the heart beats: after frames with a page on them, and for somebody. With a real window in tests/gui/."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from kiosk.runtime import crash
from kiosk.runtime.heartbeat import PERIOD_S, Heartbeat
from kiosk.runtime.notify import Supervisor


class Asked:
    """The supervisor, as far as the heart sees it: what it was told."""

    def __init__(self, patience_s: float | None) -> None:
        self.patience_s = patience_s
        self.told: list[str] = []
        self.closed = False

    def tell(self, *lines: str) -> None:
        self.told += [line for line in lines if not line.startswith("STATUS=") and not self.closed]

    def close(self) -> None:
        self.closed = True


class Trigger:
    """Kivy's trigger: asked for once, however often."""

    def __init__(self, call: Callable[[float], None], after_s: float) -> None:
        self.call, self.after_s, self.due = call, after_s, False

    def __call__(self) -> None:
        self.due = True

    def cancel(self) -> None:
        self.due = False


class Window:
    """A window, the clock and what asks for a frame in one. A frame is flipped where a test says so."""

    def __init__(self, patience_s: float | None) -> None:
        self.now, self.page, self.frames_asked, self.flips = 0.0, True, 0, 0
        self.supervisor = Asked(patience_s)
        heart: Heartbeat = Heartbeat(self.supervisor, lambda: self.now)  # type: ignore[arg-type]
        self.heart = heart
        heart.watch(self, self, lambda: self.page, self.ask_update)

    def create_trigger(self, call: Callable[[float], None], after_s: float) -> Trigger:
        self.trigger = Trigger(call, after_s)
        return self.trigger

    def ask_update(self) -> None:
        self.frames_asked += 1

    def flip(self) -> None:
        """Kivy's, before the heart listens."""
        self.flips += 1

    def frame(self, after_s: float = 0.0) -> None:
        """Some time later a frame comes."""
        self.now += after_s
        self.flip()

    def time_is_up(self) -> None:
        """The trigger's time has come."""
        assert self.trigger.due
        self.trigger.due = False
        self.trigger.call(0.0)


def test_ready_with_the_first_frame_that_shows_a_page() -> None:
    window = Window(20.0)
    window.page = False
    window.frame()
    assert window.supervisor.told == []
    window.page = True
    window.frame(0.1)
    assert window.supervisor.told == ["READY=1", "WATCHDOG=1"]
    assert window.flips == 2


def test_of_many_frames_few_beat() -> None:
    window = Window(20.0)
    for _ in range(601):
        window.frame(1 / 60)
    assert window.supervisor.told == ["READY=1", "WATCHDOG=1", "WATCHDOG=1"]


def test_a_still_page_is_asked_for_a_frame_in_half_the_patience_and_no_beat_comes_without_one() -> None:
    window = Window(20.0)
    window.frame()
    assert (window.trigger.after_s, window.trigger.due) == (10.0, True)
    for asked in (1, 2, 3):
        window.time_is_up()
        assert (window.frames_asked, window.trigger.due) == (asked, True)
    assert window.supervisor.told == ["READY=1", "WATCHDOG=1"]
    window.frame(10.0)
    assert window.supervisor.told[2:] == ["WATCHDOG=1"]


def test_frames_without_a_page_do_not_beat() -> None:
    window = Window(20.0)
    window.frame()
    window.page = False
    window.frame(10.0)
    window.frame(10.0)
    assert window.supervisor.told == ["READY=1", "WATCHDOG=1"]


def test_nobody_is_woken_for_nobody() -> None:
    """Without a supervisor that waits, and without anybody who listens, there is no timer at all."""
    window = Window(None)
    window.frame()
    assert not window.trigger.due
    heard: list[float] = []
    window.heart.on_beat(lambda: heard.append(window.now))
    assert (window.trigger.due, window.trigger.after_s) == (True, PERIOD_S)
    window.frame(10.0)
    assert heard == [10.0]


def test_whoever_listens_and_fails_is_logged_and_counted_and_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    window, heard, before = Window(20.0), [], crash.counts()

    def fails() -> None:
        raise OSError("planted")

    window.heart.on_beat(fails)
    window.heart.on_beat(lambda: heard.append("beat"))
    window.frame()
    assert (window.supervisor.told, heard) == (["READY=1", "WATCHDOG=1"], ["beat"])
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    where = "runtime.heartbeat"
    assert crash.counts()[where] == before.get(where, 0) + 1


def test_the_end_is_told_and_ends_the_asking() -> None:
    window = Window(20.0)
    window.frame()
    window.heart.end()
    assert not window.trigger.due
    assert window.supervisor.told[-1] == "STOPPING=1"
    window.frame(20.0)  # the last frames may still come; none is asked for
    assert (window.supervisor.told[-1], window.trigger.due) == ("STOPPING=1", False)


@pytest.mark.parametrize(("microseconds", "period_s"), [("3000000", 1.5), ("90000000", PERIOD_S)])
def test_a_supervisor_that_waits_less_is_beaten_for_more_often(microseconds: str, period_s: float) -> None:
    supervisor = Supervisor({"NOTIFY_SOCKET": "/gone", "WATCHDOG_USEC": microseconds})
    assert Heartbeat(supervisor, float).period_s == period_s
    supervisor.close()


def test_what_must_not_hold_up_the_first_page_comes_once_after_it() -> None:
    window, heard = Window(None), list[str]()
    window.heart.once(lambda: heard.append(f"after {window.flips}"))
    assert heard == []
    window.page = False
    window.frame()
    assert heard == []
    window.page = True
    window.frame(10.0)
    window.frame(10.0)
    assert heard == ["after 2"]
    assert not window.trigger.due  # it asks for no further frames
