"""What a kiosk holds: memory, open files, threads, children, and the live things that could pile up."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROC = Path("/proc/self")
KB = 1024
SMALL = (tuple, list, float, int, str)
LARGEST_BLOCK = 512
"""Bytes: what is larger Python asks of malloc."""
ENTRY = 32
"""Bytes of the block by which an OrderedDict knows the place of an entry."""
ROW, ROWS = 64, 4
"""Mesa's llvmpipe keeps a texture in rows of so many bytes, or a multiple of it, and in a multiple of so many rows."""
EACH_TEXTURE_KB = 2.8
"""What a texture takes beside its pixels: measured, of some 30 more or less of them."""


class _Mallinfo(ctypes.Structure):
    """mallinfo2(3), of glibc 2.33 and later."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()
    ]


@dataclass(frozen=True, slots=True)
class Held:
    """Counts, and KB, after so many `visitors`.

    What is kept for the next visitor has limits of its own and is another mixture after every visitor. Without it are
    `used_kb`, what was asked of malloc and not given back, and `blocks`, Python's own small pieces of memory (`cached`
    are those of what is kept). Both grow only with a leak. `own_kb` is what the process has of the machine for itself
    alone; it also grows where free memory lies in pieces. `pss_kb` is that and a share of what it has with other
    processes: it changes by 40 MB when such a process begins or ends, so that it is told, and proves nothing.
    """

    visitors: int
    pss_kb: int
    own_kb: int
    used_kb: int
    blocks: int
    cached: int
    files: int
    threads: int
    children: int
    widgets: int
    events: int
    textures_kb: int


def held(app: Any, visitors: int) -> Held:
    """What this process holds now, Python's own rubbish cleared away first: what is left has an owner."""
    from kivy.clock import Clock
    from kivy.graphics.opengl import glFinish
    from kivy.uix.widget import Widget

    gc.collect()
    glFinish()
    cached, cached_kb = _cached(app)
    return Held(
        visitors=visitors,
        pss_kb=smaps_kb("Pss"),
        own_kb=smaps_kb("Anonymous"),
        used_kb=_used_kb() - cached_kb,
        blocks=sys.getallocatedblocks() - cached,
        cached=cached,
        files=len(os.listdir(PROC / "fd")),
        threads=len(os.listdir(PROC / "task")),
        children=sum(len(file.read_text().split()) for file in PROC.glob("task/*/children")),
        widgets=sum(isinstance(thing, Widget) for thing in gc.get_objects()),
        events=len(Clock.get_events()),
        textures_kb=app.stage._painter._textures._bytes // KB,
    )


def _cached(app: Any) -> tuple[int, int]:
    """What the caches of pictures and measures hold: how many of Python's blocks, and how many KB of malloc."""
    from kiosk.stage.textures import BYTES

    engine, textures = app.stage._painter._engine, app.stage._painter._textures._textures
    kept = _kept([textures, *(one._kept for one in (engine._extents, engine._fitting))])
    sizes = [sys.getsizeof(thing) for thing in kept]
    entries = sum(len(thing) for thing in kept if isinstance(thing, OrderedDict))
    large = sum(size for size in sizes if size > LARGEST_BLOCK) - ENTRY * entries
    pixels = sum(_up(BYTES * mask.width, ROW) * _up(mask.height, ROWS) for _, mask in textures.values())
    blocks = sum(size <= LARGEST_BLOCK for size in sizes) + entries
    return blocks, round((large + pixels) / KB + EACH_TEXTURE_KB * len(textures))


def _kept(waiting: list[Any]) -> list[Any]:
    """Everything that these hold, themselves with it."""
    seen: dict[int, Any] = {}
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, type):
            continue
        seen[id(thing)] = thing
        held = gc.get_referents(thing)
        if type(thing).__module__.startswith("kivy"):  # a texture knows the whole window; its own are only the small
            held = [one for one in held if type(one) in SMALL]
        waiting += held
    return [*seen.values()]


def _up(size: int, step: int) -> int:
    return -(-size // step) * step


def smaps_kb(what: str) -> int:
    """Of all memory of this process, what the kernel calls so (proc(5), smaps_rollup)."""
    lines = (PROC / "smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{what}:"))


def _used_kb() -> int:
    library = ctypes.CDLL("libc.so.6")
    library.mallinfo2.restype = _Mallinfo
    found = library.mallinfo2()
    return int(found.uordblks + found.hblkhd) // KB
