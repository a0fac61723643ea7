"""A kiosk that dies, freezes or draws nothing is back on the screen in time, by the values of the shipped units: real
programs on a real X server (Xvfb), with tests/gui/supervisor.py in systemd's place."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.gui.supervisor import BEAT, ENDED, READY, STARTED, WATCHDOG, Supervisor
from tests.gui.units import ROOT

FRAIL = {"/opt/kiosk/run_kiosk.py --config": f"{ROOT / 'tests/gui/frail_kiosk.py'} --config"}
QUICK = {"WatchdogSec": "6", "RestartSec": "0.2", "StartLimitBurst": "50"}
"""Where only behaviour matters, not time."""
STILL_S = 0.15
"""A thread that has had no processor for so long, and asked for none, waits."""


class Terminal(Supervisor):
    """A kiosk that can fall ill, on the screen."""

    def __init__(self, folder: Path, **values: str) -> None:
        self.illness = folder / "illness"
        here = {"FRAIL": str(self.illness), "PYTHONPATH": str(ROOT), "SDL_AUDIODRIVER": "dummy"}
        super().__init__(folder, here | {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}, {"kiosk": values}, FRAIL)

    def fall_ill(self, illness: str) -> float:
        """An illness breaks out; when."""
        self.illness.write_text(illness, encoding="ascii")
        os.kill(self.pid("kiosk"), signal.SIGUSR1)
        return time.monotonic()

    def stand_still(self) -> float:
        """The process is stopped while its user interface waits for the next touch or beat, and not in the work that a
        beat is (on a busy machine some tenths of a second); when."""
        pid, before = self.pid("kiosk"), tuple[str, ...]()
        while before != (before := worked(pid)):
            time.sleep(STILL_S)
        os.kill(pid, signal.SIGSTOP)
        return time.monotonic()

    def strike(self, pid: int, number: signal.Signals) -> float:
        """Send a signal; after how many seconds the kiosk is back on the screen."""
        at = time.monotonic()
        os.kill(pid, number)
        back = self.back("kiosk", at)
        print(f"{number.name}: back after {back:.1f} s")
        return back

    def words(self, what: str) -> list[str]:
        """The words of all that has happened to the kiosk."""
        return [event.word for event in self.events if (event.unit, event.what) == ("kiosk", what)]


@contextmanager
def terminal(folder: Path, **values: str) -> Iterator[tuple[Terminal, float]]:
    """A terminal whose kiosk is on the screen, and since when."""
    with Terminal(folder, **values) as made:
        made.start("kiosk")
        yield made, made.wait("kiosk", READY)


def test_a_still_page_beats_and_whoever_freezes_it_is_found_in_the_log(tmp_path: Path) -> None:
    """Stopped, busy, asleep, or with something else on the screen than a page of ours: no beat, so it is started anew,
    and the log says where it was."""
    with terminal(tmp_path, **QUICK) as (kiosk, ready):
        for _ in range(3):
            ready = kiosk.wait("kiosk", BEAT, ready)
        for illness, place in (("", "in idle"), ("busy", "in busy"), ("asleep", "in asleep"), ("no page", "in idle")):
            before = len(kiosk.log("kiosk"))
            at = kiosk.fall_ill(illness) if illness else kiosk.stand_still()
            killed = kiosk.wait("kiosk", WATCHDOG, at)
            kiosk.wait("kiosk", READY, killed)
            said = kiosk.log("kiosk")[before:]
            assert "Fatal Python error: Aborted" in said, illness
            assert place in said, illness
        assert kiosk.words(ENDED) == [str(-signal.SIGABRT)] * 4


def test_failures_are_survived_and_those_that_do_not_end_are_left_to_the_supervisor(tmp_path: Path) -> None:
    """One failure leads home, one in a thread is logged; a screen that cannot be drawn any more ends the kiosk."""
    with terminal(tmp_path, **QUICK) as (kiosk, _):
        for illness, said in (("fail", "a handler failed; going home"), ("thread", "the thread planted failed")):
            at = kiosk.fall_ill(illness)
            kiosk.wait("kiosk", BEAT, kiosk.wait("kiosk", BEAT, at))
            assert said in kiosk.log("kiosk")
        assert not kiosk.words(ENDED)
        at = kiosk.fall_ill("drawing")
        kiosk.wait("kiosk", READY, kiosk.wait("kiosk", STARTED, at))
        assert kiosk.words(ENDED) == ["1"]
        assert "too many failures in a short time" in kiosk.log("kiosk")


def test_a_kiosk_that_dies_is_back_in_10_seconds_without_its_screen_in_15_and_frozen_in_35(tmp_path: Path) -> None:
    """With the shipped values, from the signal to the first frame of the next kiosk."""
    with terminal(tmp_path) as (kiosk, _):
        assert kiosk.strike(kiosk.pid("kiosk"), signal.SIGKILL) < 10
        assert kiosk.strike(child(kiosk.pid("kiosk"), "Xvfb"), signal.SIGKILL) < 15
        assert kiosk.strike(kiosk.pid("kiosk"), signal.SIGSTOP) < 35


def test_a_screen_that_hangs_is_no_sign_of_life(tmp_path: Path) -> None:
    """The X server stands still, and with it the picture: a flip that nobody takes is none."""
    with terminal(tmp_path, **QUICK) as (kiosk, _):
        kiosk.strike(child(kiosk.pid("kiosk"), "Xvfb"), signal.SIGSTOP)
        assert len(kiosk.words(WATCHDOG)) == 1


def worked(pid: int) -> tuple[str, ...]:
    """How long the thread of the user interface has had, and has waited for, a processor (proc(5), schedstat)."""
    return tuple(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text(encoding="ascii").split())


def child(pid: int, name: str) -> int:
    """The process of that name that a process has started."""
    numbers = [number for task in Path(f"/proc/{pid}/task").glob("*/children") for number in task.read_text().split()]
    (found,) = (int(number) for number in numbers if Path(f"/proc/{number}/comm").read_text().strip() == name)
    return found
