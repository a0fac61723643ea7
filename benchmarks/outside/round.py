"""One round of one program: started, left alone, touched, weighed, ended; measured from outside only."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.outside.eye import Eye, Pixels, alike
from benchmarks.outside.finger import Finger
from benchmarks.outside.processes import Processes
from benchmarks.peers.book import SIZE
from benchmarks.peers.programs import Program
from benchmarks.peers.script import Step

START_STILL_S, START_PATIENCE_S = 1.5, 60.0
"""A program has started when nothing has changed for so long; the waiting screen changes every 5 s."""
HELD_S = 0.07
STILL_S, PATIENCE_S = 0.5, 5.0
"""A page is there when nothing has changed for so long."""
THINKS_S = (0.3, 0.5)
"""Between a page that is there and the next touch, by chance, so that touches meet no beat of any program."""
SETTLES_S = 5.0
QUIET = 0.8
"""The share of the seconds of a still screen that have no beat and no step of the clock: 6 in 45 have one."""
CHANGED = 0.995
"""A picture that is more like the one before has not changed: the clock may have gone on."""
SAME_PAGE = 0.9
"""The share of blocks in which a page is the same as when it was shown first: the clock goes on."""


@dataclass
class Tap:
    """Milliseconds: finger down → first pixel, finger up → the whole page, and processor time; and frames painted."""

    node: str
    page: str
    first: float
    complete: float
    frames: int
    worked: float


@dataclass
class Found:
    """What a round found out. `missed` are touches after which the right page did not come."""

    program: str
    load: float
    start: dict[str, float]
    memory: dict[str, float]
    idle: dict[str, float] = field(default_factory=dict)
    taps: list[Tap] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    memory_after: dict[str, float] = field(default_factory=dict)
    aloud: dict[str, float] = field(default_factory=dict)


class Room:
    """A screen of its own with a finger on it and an eye before it, and `program` started on it."""

    def __init__(self, stack: ExitStack, program: Program, sound: Mapping[str, str], others: Sequence[int]) -> None:
        self.folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-peer-", dir="/dev/shm")))
        self.finger = Finger(*SIZE, str(self.folder))
        stack.callback(self.finger.close)
        self.eye = Eye(self.folder, *SIZE)
        stack.callback(self.eye.close)
        self.processes = Processes([self.finger.server, *others])
        home = self.folder / "home"
        home.mkdir()
        self._log = stack.enter_context((self.folder / "log").open("wb"))
        environment = program.surroundings(self.finger.display, home, sound)
        self.eye.look()
        self.began = time.monotonic()
        self._child = subprocess.Popen(program.command, env=environment, stdout=self._log, stderr=self._log)
        stack.callback(self._child.wait)
        stack.callback(self.processes.end)

    def log(self) -> str:
        """The last that the program has written."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")[-2000:]

    def alive(self) -> bool:
        """Whether it still runs."""
        return self._child.poll() is None


@dataclass(frozen=True)
class Pace:
    """Seconds: of stillness after which a page is there, of the still screen and of reading aloud that are measured,
    for which a start is waited for, and for which the program is left alone after it."""

    still_s: float = STILL_S
    idle_s: float = 0.0
    aloud_s: float = 0.0
    start_patience_s: float = START_PATIENCE_S
    rests_s: float = 0.0


def measure(
    program: Program,
    steps: Sequence[Step],
    sound: Mapping[str, str],
    others: Sequence[int],
    pace: Pace,
    reads: Sequence[Step] = (),
    pictures: Path | None = None,
) -> tuple[Found, dict[str, Pixels]]:
    """A whole round; and how each page looked when it was shown first. `pictures`: where those are left as PNG; `reads`
    are the touches from home to where a card is read aloud.

    Raises RuntimeError with the program's own words if it does not start.
    """
    with ExitStack() as stack:
        room = Room(stack, program, sound, others)
        start = room.eye.watch(room.began, START_STILL_S, pace.start_patience_s)
        if not start.times or not room.alive():
            raise RuntimeError(f"{program.name} has not started:\n{room.log()}")
        opened = {
            "first": start.first * 1000,
            "complete": start.complete() * 1000,
            "worked": room.processes.worked() * 1000,
        }
        found = Found(program.name, os.getloadavg()[0], opened, _memory(room))
        time.sleep(pace.rests_s)
        shown: dict[str, Pixels] = {}
        if pictures:
            room.eye.picture(pictures / "000-attract.png")
        chance = random.Random(len(steps))
        for number, step in enumerate(steps, 1):
            room.finger.move(step.x, step.y)
            time.sleep(chance.uniform(*THINKS_S))
            new = step.page not in shown
            _touch(room, step, pace.still_s, found, shown)
            if pictures and new:
                room.eye.picture(pictures / f"{number:03}-{step.page.replace('/', '-')}.png")
        found.memory_after = _memory(room)
        if pace.idle_s:
            found.idle = _idle(room, steps, pace.idle_s)
        if pace.aloud_s and program.reads:
            found.aloud = _aloud(room, reads, pace.aloud_s)
        return found, shown


def _touch(room: Room, step: Step, still_s: float, found: Found, shown: dict[str, Pixels]) -> None:
    """One touch, measured; a page that has been shown before must look as it did then."""
    before, worked = room.eye.look(), room.processes.worked()
    down = room.finger.press()
    held = room.eye.watch_for(down, HELD_S)
    pressed = room.eye.look()
    up = room.finger.lift()
    after = room.eye.watch(up, still_s, PATIENCE_S)
    picture = room.eye.look()
    if not after.times or (alike(before, picture) > CHANGED and alike(pressed, picture) > CHANGED):
        found.missed.append(f"{step.node} → {step.page}: nothing happened")
        return
    if step.checked and alike(shown.setdefault(step.page, picture), picture) < SAME_PAGE:
        found.missed.append(f"{step.node} → {step.page}: another page")
        return
    first = held.first if held.times else after.first + up - down
    frames = held.frames() + after.frames()
    worked = (room.processes.worked() - worked) * 1000
    found.taps.append(Tap(step.node, step.page, first * 1000, after.complete() * 1000, frames, worked))


def _go(room: Room, steps: Sequence[Step]) -> None:
    """Touch one after the other, unmeasured, as slowly as somebody who reads."""
    for step in steps:
        room.finger.move(step.x, step.y)
        time.sleep(1.0)
        room.finger.press()
        time.sleep(HELD_S)
        room.finger.lift()


def _idle(room: Room, steps: Sequence[Step], seconds: float) -> dict[str, float]:
    """What a still screen costs while a visitor stands before home: the first two touches of a visit lead there."""
    _go(room, steps[:2])
    time.sleep(SETTLES_S)
    before = room.eye.look()
    used = _used(room, seconds)
    return {**used, "still": alike(before, room.eye.look())}


def _aloud(room: Room, reads: Sequence[Step], seconds: float) -> dict[str, float]:
    """What reading a card aloud costs, from some seconds after its beginning on; a new visitor stands there."""
    _go(room, reads)
    time.sleep(SETTLES_S)
    return _used(room, seconds)


def _used(room: Room, seconds: float) -> dict[str, float]:
    """How much of a processor is used, in per cent of one, and how often threads are woken a second: on the whole, and
    outside of the seconds in which most is done (a sign of life every 10 s, the clock)."""
    worked, began = room.processes.worked(), time.monotonic()
    slept, each = room.processes.sleeps(), list[int]()
    while time.monotonic() - began < seconds:
        time.sleep(1.0)
        before, slept = slept, room.processes.sleeps()
        each.append(sum(count - before.get(thread, 0) for thread, count in slept.items()))
    took = time.monotonic() - began
    quiet = sorted(each)[: round(QUIET * len(each))]
    return {
        "processor": 100 * (room.processes.worked() - worked) / took,
        "wakes": sum(each) / took,
        "beyond": statistics.fmean(quiet) if quiet else 0.0,
    }


def _memory(room: Room) -> dict[str, Any]:
    memory = room.processes.memory()
    return {"pss": memory.pss, "uss": memory.uss, "processes": memory.processes}
