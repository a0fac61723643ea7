"""A machine that fails at a point of our choice: by strace, at the n-th call of one kind that a run makes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tests.unit.release.desk import ROOT

CALLS = (
    *("openat", "mkdir", "mkdirat", "write", "pwrite64", "fchmod", "chmod", "fsync", "fdatasync", "ftruncate"),
    *("rename", "renameat", "renameat2", "symlink", "symlinkat", "link", "linkat", "unlink", "unlinkat", "rmdir"),
)
"""What a program does to a disk. Some do not exist on every processor: `?` before them."""
ALL = bool(os.environ.get("KIOSK_TEST_ALL"))
"""Whether every point is tried, however long it takes."""
KILLED = -9
CALL = re.compile(r"^(?:\[pid +\d+\] )?(\w+)\(", re.MULTILINE)


def quick_folder() -> str | None:
    """Where a thousand switches do not wait for a real disk. What is on the disk at what time is test_power_cut's."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


@dataclass(frozen=True)
class Run:
    """What came of a run: its exit code (-9: killed), what it said, the calls it made, as strace writes them."""

    code: int
    said: str
    log: str

    @property
    def calls(self) -> Counter[str]:
        """How many of each kind."""
        return Counter(CALL.findall(self.log))

    @property
    def failed_in_saying(self) -> bool:
        """Whether what failed was to write to the terminal."""
        return any(line.startswith(("write(1<", "write(2<")) for line in self.log.splitlines() if "INJECTED" in line)


class Machine:
    """Runs `run_kiosk.py release`."""

    def __init__(self, folder: Path) -> None:
        self._log, self._out = folder / "strace.log", folder / "said.txt"
        command = [sys.executable, "-m", "tests.unit.release.forks"]
        pipe = subprocess.PIPE
        self._forks = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)

    def __enter__(self) -> Machine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._forks.communicate()

    def run(self, words: Sequence[object], fault: str = "") -> Run:
        """One run. `fault` is strace's: "write:signal=KILL:when=3"."""
        pid = self._ask(json.dumps({"words": [str(word) for word in words], "out": str(self._out)}))
        inject = ["-e", f"inject={fault}"] if fault else []
        trace = ["-e", f"trace={','.join(f'?{call}' for call in CALLS)}", *inject]
        command = ["strace", "-y", "-e", "signal=none", *trace, "-o", str(self._log), "-p", str(pid)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr
            attached = strace.stderr.readline()
            assert "attached" in attached, attached + strace.stderr.read()
            code = int(self._ask(""))
            strace.stderr.read()
        return Run(code, self._out.read_text("utf-8"), self._log.read_text("utf-8", errors="replace"))

    def _ask(self, line: str) -> str:
        assert self._forks.stdin and self._forks.stdout
        self._forks.stdin.write(line + "\n")
        self._forks.stdin.flush()
        return self._forks.stdout.readline().strip()
