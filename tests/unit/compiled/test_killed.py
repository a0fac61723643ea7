"""Who is killed while keeping a content, or has no room or no right to, leaves what was kept before, or the whole new:
killed at each call to the system that changes the disk, one after the other (strace's -e inject)."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter

import pytest

from kiosk.compiled import box
from kiosk.compiled.cache import Cache
from kiosk.content import Places, read
from tests.unit.compiled.conftest import ROOT, everything

OLD, NEW = "a" * 64, "b" * 64
CHANGING = ("mkdir", "write", "writev", "fsync", "rename", "renameat", "renameat2", "unlink", "unlinkat")
"""The calls that change a disk. Opening the file is none more: who is killed there has not written yet."""


class Disturbed:
    """A process that keeps a content under the eyes of strace."""

    def __init__(self, cache: Cache, places: Places) -> None:
        self._cache, self._calls = cache, cache.folder.parent / "calls"
        parts = (cache.folder, places.content, places.config, NEW)
        self._command = [sys.executable, "-m", "tests.unit.compiled.keep", *map(str, parts)]

    def run(self, *injected: str) -> subprocess.CompletedProcess[str]:
        """Keep it, with a fault at one of its calls."""
        strace = ["strace", "-qq", "-o", str(self._calls), "-e", f"trace={','.join(CHANGING)}", *injected]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [*strace, *self._command]
        return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)

    def calls(self) -> Counter[str]:
        """How often each of the calls is made by a process that nobody disturbs, before it says that it is done."""
        shutil.rmtree(self._cache.folder, ignore_errors=True)
        assert self.run().stdout == "True\n"
        lines = self._calls.read_text().splitlines()
        return Counter(line.partition("(")[0] for line in lines if not line.startswith("write(1,"))


@pytest.fixture
def disturbed(cache: Cache, places: Places) -> Disturbed:
    """A process to be disturbed."""
    return Disturbed(cache, places)


def test_killed_at_any_call_it_leaves_the_old_or_the_new(disturbed: Disturbed, cache: Cache, places: Places) -> None:
    content, killed = read(places), 0
    for call, count in disturbed.calls().items():
        for number in range(1, count + 1):
            shutil.rmtree(cache.folder, ignore_errors=True)
            if call != "mkdir":  # which is made only where nothing is kept yet
                cache.keep(OLD, content)
            ended = disturbed.run("-e", f"inject={call}:signal=KILL:when={number}")
            assert ended.returncode == -signal.SIGKILL, (call, number, ended)
            killed += 1
            for mark, kept in ((OLD, call != "mkdir"), (NEW, None)):
                found = cache.find(mark)
                assert found is None if kept is False else found or kept is None, (call, number, mark)
                assert found is None or everything(found) == everything(content), (call, number, mark)
            assert cache.keep(NEW, content) and cache.find(NEW)
            assert not [*cache.folder.glob(f".*{box.HALF}")], (call, number)
    assert killed >= 7  # the folder, three pieces, both syncs, the change of names


@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EROFS"])
def test_without_room_or_right_everything_stays_as_it_was(
    error: str, disturbed: Disturbed, cache: Cache, places: Places
) -> None:
    content = read(places)
    for call in ("mkdir", "write", "fsync", "rename"):
        shutil.rmtree(cache.folder, ignore_errors=True)
        if call != "mkdir":
            cache.keep(OLD, content)
        ended = disturbed.run("-e", f"inject={call}:error={error}:when=1")
        assert (ended.returncode, ended.stdout) == (0, "False\n"), (call, ended)
        assert "the content is not kept in" in ended.stderr and "Traceback" not in ended.stderr
        assert cache.find(NEW) is None and bool(cache.find(OLD)) is (call != "mkdir")
        assert not [*cache.folder.glob(f".*{box.HALF}")], call
