"""An eye on a whole virtual screen: it sees within a millisecond that something has changed, and when all of it had.

The pixels are read in the X server's own memory (benchmarks.framebuffer), every eighth row of them: no program can
paint a page past them, and a look takes a tenth of a millisecond.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.framebuffer import Framebuffer

Pixels = NDArray[np.uint32]
ROWS = 8
"""Of so many rows one is looked at."""
BLOCK = 64
"""Pixels of a row that are compared as one."""
COMPLETE = 0.99
"""Of the blocks so many must be as in the end. The rest is what still smooths an edge or moves on by itself."""
BLINK_S = 0.001
LONGEST_S = 60.0
FRAME_S = 0.004
"""Changes that are closer together belong to one frame, which is copied to the screen part by part."""


@dataclass
class Change:
    """What happened on the screen since a moment: `times` in seconds after it, and the picture at each of them."""

    times: list[float] = field(default_factory=list)
    pictures: list[Pixels] = field(default_factory=list)

    @property
    def first(self) -> float:
        """When the first pixel changed."""
        return self.times[0]

    def complete(self) -> float:
        """From when on the picture was, but for one block in a hundred, the last one."""
        at = self.times[-1]
        for when, picture in zip(reversed(self.times), reversed(self.pictures), strict=True):
            if alike(picture, self.pictures[-1]) < COMPLETE:
                break
            at = when
        return at

    def frames(self) -> int:
        """How many frames were painted."""
        starts = [at for before, at in zip([-1.0, *self.times], self.times, strict=False) if at - before > FRAME_S]
        return len(starts)


class Eye:
    """Looks at the screen whose Xvfb was given `-fbdir folder`, `width` × `height` pixels large."""

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self._buffer = Framebuffer(folder)
        self._all = self._buffer.pixels(width, height)
        self._rows = self._all[ROWS // 2 :: ROWS]
        self._last = self.look()

    def look(self) -> Pixels:
        """The picture now: the rows that are looked at."""
        self._last = self._rows.copy()
        return self._last

    def changed(self) -> bool:
        """Whether it is another one than at the last look."""
        return not np.array_equal(self._rows, self._last)

    def watch(self, since: float, still_s: float, patience_s: float, longest_s: float = LONGEST_S) -> Change:
        """All changes until nothing has changed for `still_s`; times count from `since` (time.monotonic()). Gives up
        after `patience_s` if nothing changes at all, and after `longest_s` in any case."""
        change, last = Change(), time.monotonic()
        while True:
            now = time.monotonic()
            if self.changed():
                change.times.append(now - since)
                change.pictures.append(self.look())
                last = now
            elif change.times and now - last > still_s:
                return change
            if now - since > (longest_s if change.times else patience_s):
                return change
            time.sleep(BLINK_S)

    def watch_for(self, since: float, seconds: float) -> Change:
        """All changes in so many seconds."""
        return self.watch(since, seconds, seconds, seconds)

    def picture(self, file: Path) -> None:
        """Save the whole screen as a PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        colours = np.ascontiguousarray(self._all).view(np.uint8).reshape(*self._all.shape, 4)
        Image.fromarray(colours[:, :, 2::-1]).save(file)

    def close(self) -> None:
        """Let go of the screen's memory."""
        del self._all, self._rows
        self._buffer.close()


def alike(one: Pixels, other: Pixels) -> float:
    """The share of blocks that are equal in two pictures."""
    same = (one == other).reshape(one.shape[0], -1, BLOCK).all(axis=2)
    return float(same.mean())


def likeness(one: Pixels, other: Pixels) -> float:
    """How much two pictures look the same from afar, from 0 to 1: the correlation of the blocks' brightness, and of how
    much more red than blue they are, whichever is less. Letters that are smoothed in another way do not matter, another
    page and other colours do."""

    def blocks(picture: Pixels) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        red, green, blue = (((picture >> bits) & 255).astype(np.float64) for bits in (16, 8, 0))
        return tuple(each.reshape(each.shape[0], -1, BLOCK // 2).mean(axis=2).ravel() for each in (green, red - blue))

    pairs = zip(blocks(one), blocks(other), strict=True)
    return min(_correlated(*pair) for pair in pairs)


def _correlated(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """From 0 to 1; what does not vary is only like what does not vary either."""
    if not (one.std() and other.std()):
        return float(one.std() == other.std())
    return float(np.corrcoef(one, other)[0, 1])
