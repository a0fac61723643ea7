"""A kiosk runs for months: nothing may be left behind by a text that was drawn."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.text import shapes
from kiosk.text.engine import Engine
from tests.unit.text.corpus import BODY, SAMPLES

MEGABYTE = 1024 * 1024


class Heap(ctypes.Structure):
    """glibc's account of the C heap (struct mallinfo2)."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split(" ")
    )


def in_use() -> int:
    """Bytes that C code has taken and not given back."""
    account = ctypes.CDLL("libc.so.6").mallinfo2
    account.restype = Heap
    heap: Heap = account()
    return int(heap.uordblks + heap.hblkhd)


def resident() -> int:
    """Memory of this process in bytes."""
    fields = Path("/proc/self/status").read_text(encoding="utf-8").split("VmRSS:")[1].split()
    return int(fields[0]) * 1024


def draw(engine: Engine, numbers: range) -> None:
    """Each number is a new paragraph."""
    for number in numbers:
        sample = SAMPLES[number % len(SAMPLES)]
        text = f"{number} {sample.text} Wohnungs\u00adgeber\u00adbestätigung"
        engine.mask(text, BODY, *sample.way, 300, bold_ranges=((0, 2),))


def test_two_thousand_paragraphs_leave_nothing_behind() -> None:
    engine = Engine()
    draw(engine, range(400))
    gc.collect()
    before = resident()
    draw(engine, range(400, 2400))
    gc.collect()
    assert resident() - before < 5 * MEGABYTE


ENGLISH = ("en", "Latn", False)
ONCE: dict[str, Callable[[Engine], object]] = {
    "two masks": lambda e: [e.mask(text, BODY, *ENGLISH, 90, bold_ranges=((0, 1),)) for text in ("two one", "one two")],
    "two icons": lambda e: [e.icon_mask(name, True, 8) for name in ("house", "clock")],
    "rectangles": lambda e: e.rectangles("one two", BODY, *ENGLISH, 60, 2, 6),
    "two extents": lambda e: [e.measure(text, BODY, *ENGLISH, 60) for text in ("two one", "one two")],
    "two answers": lambda e: [e.fits_words(text, BODY, *ENGLISH, 10) for text in ("two one", "one two")],
    "unknown_glyphs": lambda e: e.unknown_glyphs("one"),
    "polygon": lambda _: shapes.polygon([(0, 0), (8, 0), (4, 8)], (8, 8)),
}


@pytest.mark.parametrize("what", ONCE)
def test_not_even_a_few_bytes_are_left_behind(what: str) -> None:
    """Two at once where results are kept: an engine that may keep nothing keeps only the last."""
    engine, times = Engine(answers=0), 500
    for _ in range(100):
        ONCE[what](engine)

    def grown() -> int:
        before = in_use()
        for _ in range(times):
            ONCE[what](engine)
        return in_use() - before

    # What is left behind is left behind each time; what another thread of the tests takes meanwhile is not.
    assert min(grown() for _ in range(3)) < 8 * times


def test_engines_are_freed() -> None:
    def use_one() -> None:
        draw(Engine(), range(4))
        gc.collect()

    for _ in range(5):
        use_one()
    before = resident()
    for _ in range(12):
        use_one()
    assert resident() - before < 5 * MEGABYTE
