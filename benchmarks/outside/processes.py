"""What a program's processes use, children and orphans of them included: processor, waking up, memory."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
GONE = (FileNotFoundError, ProcessLookupError)
"""A process or thread that has ended between two looks."""
TICK_S = 1 / os.sysconf("SC_CLK_TCK")
PATIENCE_S = 5.0


def adopt_orphans() -> None:
    """From now on whatever this process starts stays below it, however it hides (Chromium's processes do)."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "this system cannot adopt orphans")


@dataclass(frozen=True)
class Memory:
    """Megabytes: PSS shares out what processes have in common, USS is what they have alone."""

    pss: float
    uss: float
    processes: int


class Processes:
    """All that runs below this process, but for `others` and what is below those."""

    def __init__(self, others: Collection[int]) -> None:
        self._others = set(others)
        self._threads: dict[int, dict[str, float]] = {}
        self._whole: dict[int, float] = {}

    def numbers(self) -> list[int]:
        """Their numbers."""
        below = _children()
        found, waiting = [], [pid for pid in below.get(os.getpid(), []) if pid not in self._others]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            waiting += below.get(pid, [])
        return found

    def worked(self) -> float:
        """Seconds that a processor has worked for them. Exact for every thread as far as it was seen; of threads that
        came and went between two looks only the kernel's ticks of the whole process tell."""
        for pid in self.numbers():
            with suppress(*GONE):
                seen = self._threads.setdefault(pid, {})
                for thread in Path(f"/proc/{pid}/task").iterdir():
                    with suppress(*GONE):
                        seen[thread.name] = int((thread / "schedstat").read_text().split()[0]) / 1e9
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                self._whole[pid] = (int(fields[11]) + int(fields[12]) - 2) * TICK_S
        return sum(max(sum(seen.values()), self._whole.get(pid, 0.0)) for pid, seen in self._threads.items())

    def sleeps(self) -> dict[str, int]:
        """How often each thread went to sleep: each time something had woken it."""
        found: dict[str, int] = {}
        for pid in self.numbers():
            with suppress(*GONE):
                found |= {f"{pid}/{thread.name}": _sleeps(thread) for thread in Path(f"/proc/{pid}/task").iterdir()}
        return found

    def memory(self) -> Memory:
        """What they hold now."""
        pss = uss = count = 0
        for pid in self.numbers():
            with suppress(*GONE):
                lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
                kb = {line.split(":")[0]: int(line.split()[1]) for line in lines}
                pss += kb["Pss"]
                uss += kb["Private_Clean"] + kb["Private_Dirty"]
                count += 1  # what has ended and waits for its parent holds nothing
        return Memory(pss / 1024, uss / 1024, count)

    def end(self) -> None:
        """End them as a supervisor does, by their numbers; who does not go is killed."""
        for how in (signal.SIGTERM, signal.SIGKILL):
            for pid in self.numbers():
                with suppress(*GONE):
                    os.kill(pid, how)
            end = time.monotonic() + PATIENCE_S
            while self.numbers() and time.monotonic() < end:
                _reap(self.numbers())
                time.sleep(0.02)


def _children() -> dict[int, list[int]]:
    below: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(*GONE):
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                below.setdefault(parent, []).append(int(folder.name))
    return below


def _sleeps(thread: Path) -> int:
    with suppress(*GONE):
        lines = (thread / "status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("voluntary"))
    return 0


def _reap(numbers: Collection[int]) -> None:
    for pid in numbers:
        with suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
