"""Memory goes back once after each visit, when nobody waits for the kiosk."""

from __future__ import annotations

import ctypes
import gc
import subprocess
import sys
import weakref
from pathlib import Path

from kiosk.runtime.memory import QUIET_S, GivingBack, settle, trim
from tests.unit.runtime.starter import ROOT


def resident_kb() -> int:
    """What this process holds."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def test_it_goes_back_once_after_each_visit() -> None:
    given: list[float] = []
    giving = GivingBack(lambda: given.append(now))
    for now, at_rest in [(0, True), (60, True), (61, False), (90, True), (91, True), (90 + QUIET_S, True), (200, True)]:
        giving.look(now, at_rest)
    assert given == [90 + QUIET_S]
    for now, at_rest in [(300, False), (301, True), (302, False), (400, True), (400 + QUIET_S, True)]:
        giving.look(now, at_rest)
    assert given == [90 + QUIET_S, 400 + QUIET_S]


def test_holes_between_what_is_kept_go_back() -> None:
    """The control: without asking they stay."""
    library = ctypes.CDLL(None)
    library.malloc.restype = ctypes.c_void_p
    pieces = [library.malloc(ctypes.c_size_t(32 * 1024)) for _ in range(4000)]
    for piece in pieces:
        ctypes.memset(piece, 1, 32 * 1024)
    full = resident_kb()
    kept = pieces[::8]
    for number, piece in enumerate(pieces):
        if number % 8:
            library.free(ctypes.c_void_p(piece))
    assert resident_kb() > full - 40_000
    trim()
    assert resident_kb() < full - 80_000
    for piece in kept:
        library.free(ctypes.c_void_p(piece))


class Ring:
    """Refers to itself: only the collector finds that nobody else does."""

    def __init__(self) -> None:
        self.me = self


def test_the_collector_works_after_the_first_page_and_leaves_alone_what_was_there() -> None:
    gone = weakref.ref(Ring())
    gc.disable()
    try:
        settle()
        assert gone() is None and gc.isenabled()
        assert not any(isinstance(thing, type(gc)) for thing in gc.get_objects())  # modules, loaded before
        later = weakref.ref(Ring())
        gc.collect()
        assert later() is None
    finally:
        gc.unfreeze()
        gc.enable()


TUNED = """
import ctypes, re, sys
from kiosk.runtime import memory
if sys.argv[1] == "tuned":
    memory.tune()
library = ctypes.CDLL(None)
library.malloc.restype, library.free.argtypes = ctypes.c_void_p, (ctypes.c_void_p,)
def held():
    return int(re.search(r"Private_Dirty:\\s+(\\d+)", open("/proc/self/smaps_rollup").read())[1])
library.free(library.malloc(4 << 20))  # after this, glibc puts what is smaller among the small things
large = []
for _ in range(300):
    large.append(library.malloc(100 << 10))
    ctypes.memset(large[-1], 1, 100 << 10)
    library.malloc(64)
before = held()
for block in large:
    library.free(block)
print(before - held())
"""


def test_large_blocks_go_back_at_once_though_small_ones_lie_between_them() -> None:
    back = {}
    for how in ("tuned", "as it is"):
        command = [sys.executable, "-c", TUNED, how]
        back[how] = int(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    assert back["tuned"] > 25_000 > 5_000 > back["as it is"], back
