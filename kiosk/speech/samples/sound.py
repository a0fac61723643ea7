"""A sound as it lies in memory, and what is done to it without any library."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from operator import mul

from msgspec import Struct

FULL_SCALE = 32768
"""The loudest sample of 16 bit."""
WIDTH = 2
"""Bytes of a sample."""
PIECE_SECONDS = 0.01
"""Silence is looked for in pieces so long: the hiss of a room has single samples far above its mean."""


class Samples(Struct, frozen=True):
    """A sound: 16 bit, the channels interleaved; `rate` samples a second in each of them."""

    data: bytes
    rate: int
    channels: int

    @property
    def frames(self) -> int:
        """The samples in each channel."""
        return len(self.data) // (WIDTH * self.channels)

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return self.frames / self.rate


def peak(samples: Samples) -> float:
    """The loudest sample, from 0 to 1."""
    values = array("h", samples.data)
    return max(max(values), -min(values)) / FULL_SCALE if values else 0.0


def silence(samples: Samples, floor_db: float = -50) -> tuple[float, float]:
    """The seconds before the first and behind the last hundredth of a second whose mean (RMS) is above `floor_db` (0 is
    the loudest that there is). If none is, all of it lies before."""
    values, floor = array("h", samples.data), FULL_SCALE * 10 ** (floor_db / 20)
    size = round(PIECE_SECONDS * samples.rate) * samples.channels
    starts = range(0, len(values), size)

    def sounds(start: int) -> bool:
        piece = values[start : start + size]
        return bool(sum(map(mul, piece, piece)) > floor**2 * len(piece))

    first = next(filter(sounds, starts), None)
    if first is None:
        return samples.seconds, 0.0
    last = next(filter(sounds, reversed(starts)))
    behind = max(0, len(values) - last - size)
    return first // samples.channels / samples.rate, behind // samples.channels / samples.rate


def cut(samples: Samples, start_s: float, end_s: float) -> Samples:
    """What sounds from second `start_s` to second `end_s`."""
    frame = WIDTH * samples.channels
    start, end = (frame * max(0, round(second * samples.rate)) for second in (start_s, end_s))
    return Samples(samples.data[start:end], samples.rate, samples.channels)


def louder(samples: Samples, factor: float) -> Samples:
    """Every sample times `factor`; what would be louder than the loudest is the loudest."""
    return Samples(limited(value * factor for value in array("h", samples.data)), samples.rate, samples.channels)


def limited(values: Iterable[float]) -> bytes:
    """The values as 16 bit. What does not fit is the loudest that does: cut off it would be a crack."""
    return array("h", (max(-FULL_SCALE, min(FULL_SCALE - 1, round(value))) for value in values)).tobytes()
