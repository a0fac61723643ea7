"""Memory that visitors have used goes back to the machine when they have gone.

Every page is some hundred small pictures of words. Thrown away, they leave holes between those that are kept, and glibc
gives a hole in the middle back only when it is asked to: after 100 visitors in 17 languages that was 90 of 380 MB.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable

M_MMAP_THRESHOLD = -3
"""Of mallopt(3), in malloc.h."""
LARGE = 64 * 1024
"""Bytes: a few words at 1920 × 1080 as a picture."""
QUIET_S = 3.0
"""After so long without anybody: the waiting screen is there by then, and whoever comes at once need not wait."""


def tune() -> None:
    """From now on what is large has blocks of its own, which go back at once when they are free (mallopt(3)). glibc
    would raise the limit with the first large block, and then keep holes between small things: 16 of 218 MB after eight
    visits (issue 9). Another C library than glibc is left alone."""
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        library.mallopt(M_MMAP_THRESHOLD, LARGE)


def settle() -> None:
    """After the first page: Python's collector works from now on, and leaves alone what the start has made. That stays
    until the end; to go through it again and again took 10 ms each time, perhaps of a visitor's touch."""
    gc.collect()
    gc.freeze()
    gc.enable()


def trim() -> None:
    """Give the holes back (malloc_trim(3)). Another C library than glibc has nothing to ask."""
    library = ctypes.CDLL(None)
    if hasattr(library, "malloc_trim"):
        library.malloc_trim(0)


class GivingBack:
    """Does it once after each visit. `give_back` takes some hundredths of a second."""

    def __init__(self, give_back: Callable[[], None] = trim) -> None:
        self._give_back = give_back
        self._since: float | None = None
        self._used = False

    def look(self, now: float, at_rest: bool) -> None:
        """Told at every tick, in monotonic seconds: whether nobody is there and nothing is said."""
        if not at_rest:
            self._used, self._since = True, None
        elif self._since is None:
            self._since = now
        elif self._used and now - self._since >= QUIET_S:
            self._used = False
            self._give_back()
