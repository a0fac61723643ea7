"""A kiosk in a process of its own (watched_kiosk.py), full screen on a touch screen, as its visitors and its machine
see it: what they touch, what is shown, and what the process holds."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.gui.touch_screen import TouchScreen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 20.0
"""After this it is not coming any more."""
NOT_OURS = ("KIVY_", "KCFG_", "SDL_", "PULSE_", "PYTEST_", "XDG_")
NOW = "2026-11-24T14:32"
"""A Tuesday afternoon: the centre is open, by its last known hours."""
PLAYER, OFFLINE_VOICE = "kiosk.audio.child", "kiosk.speech.offline_child"

Seen = dict[str, Any]
"""What watched_kiosk.look tells."""


def until(holds: Callable[[], bool], what: str, patience_s: float = PATIENCE_S, every_s: float = 0.01) -> None:
    """Wait until `holds()`, looked at every so often. Raises TimeoutError saying that `what` did not happen."""
    end = time.monotonic() + patience_s
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"in {patience_s:g} s it did not happen: {what}")
        time.sleep(every_s)


@dataclass(frozen=True)
class Load:
    """What a process holds: the modules of its children, and how many threads and open files."""

    children: tuple[str, ...]
    threads: int
    files: int


def _has(node: str, seen: Seen) -> bool:
    return node in seen["places"]


def children_of(pid: int) -> dict[int, str]:
    """The processes that a process has started: number and module."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return {int(number): _module(number) for task in tasks for number in task.read_text().split()}


def load_of(pid: int) -> Load:
    """What a process holds now."""
    files, threads = (len(os.listdir(f"/proc/{pid}/{what}")) for what in ("fd", "task"))
    return Load(tuple(sorted(children_of(pid).values())), threads, files)


def sleeps_of(pid: int) -> int:
    """How often the threads of a process have gone to sleep: each time something had woken them."""
    found = 0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
            lines = (thread / "status").read_text().splitlines()
            found += sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))
    return found


def _module(number: str) -> str:
    """What `python -m module` runs; of one that is ending there is nothing to read."""
    try:
        words = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        words = []
    return words[-2].decode() if len(words) > 1 else "(ending)"


class Kiosk:
    """The running kiosk. `home` is its own folder, for its log too."""

    PROGRAM = "tests.gui.watched_kiosk"
    CLOCK: tuple[str, ...] = ("--now", NOW)
    """By which clock it lives; with nothing by the machine's own."""

    def __init__(
        self,
        screen: TouchScreen,
        home: Path,
        environment: Mapping[str, str],
        *arguments: str,
        started_by: Sequence[str] = (),
    ) -> None:
        """`started_by` is a command that becomes the kiosk, after it has made another world for it."""
        self._screen = screen
        clean = {key: value for key, value in os.environ.items() if not key.startswith(NOT_OURS)}
        ours = {"HOME": str(home), "DISPLAY": screen.display, "PYTHONPATH": str(ROOT)}
        self._log = home / "log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [*started_by, sys.executable, "-m", self.PROGRAM, *self.CLOCK, *arguments],
                env={**clean, **ours, **environment},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        self.pid = self._process.pid
        self.longest_gap = 0.0
        """Between two ticks of its loop, in seconds, since a test set this to 0."""
        self._hear()
        self.look()
        self.longest_gap = 0.0

    def _hear(self) -> Seen:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, f"the kiosk has ended:\n{self.log()}"
        told: Seen = json.loads(line)
        return told

    def look(self) -> Seen:
        """What is to be seen now."""
        return self.ask("look")

    def ask(self, do: str, **more: object) -> Seen:
        """Have the program do something, and see what is to be seen then."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, "ask": 1, **more}).encode() + b"\n")
        self._process.stdin.flush()
        seen = self._hear()
        self.longest_gap = max(self.longest_gap, seen["gap"])
        return seen

    def see(self, holds: Callable[[Seen], object], what: str, patience_s: float = PATIENCE_S) -> Seen:
        """Wait until that is to be seen."""
        seen = [self.look()]

        def sees() -> bool:
            seen[0] = self.look()
            return bool(holds(seen[0]))

        try:
            until(sees, what, patience_s)
        except TimeoutError as late:
            raise TimeoutError(f"{late}; to be seen: {seen[0]}\n{self.log()}") from None
        return seen[0]

    def tap(self, *nodes: str) -> float:
        """Touch what can be seen as these nodes, one after the other; when the last finger was lifted."""
        lifted = 0.0
        for node in nodes:
            seen = self.see(partial(_has, node), f"{node} is on the screen")
            lifted = self._screen.tap(*seen["places"][node])
        return lifted

    def visit(self, language: str = "de") -> None:
        """A new visitor, who reads `language` and stands before the home screen. Whoever was there has finished."""
        if self.look()["route"] != "attract":
            self.tap("bar.home")
            self.tap("bar.finish")
        self.tap("wake", f"language.{language}")
        self.see(lambda seen: seen["route"] == "home", "home")

    def child(self, module: str) -> int:
        """The process that runs `module`."""
        (found,) = (pid for pid, name in children_of(self.pid).items() if name == module)
        return found

    def load(self) -> Load:
        """What it holds now."""
        return load_of(self.pid)

    def log(self) -> str:
        """What it has written."""
        return self._log.read_text(encoding="utf-8")

    def end(self) -> int:
        """End it as its supervisor does; the exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(PATIENCE_S)

    def kill(self) -> None:
        """It is gone, in good order or not."""
        self._process.kill()
        self._process.communicate()
