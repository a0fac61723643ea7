"""What a soak proves, and what it does not: slopes after the caches are full, and what must not grow at all."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from itertools import combinations

from benchmarks.soak.held import Held

WARM_ROUNDS = 2
"""Rounds until what a round leaves in the caches is the same as after the round before."""
SLOPE_KB = 2.0
"""A visitor may leave so much: at 500 visitors a day 30 MB in a month, which the nightly restart takes."""
BLOCKS = 20.0
"""So many of Python's blocks a visitor may leave: of some 100 bytes each, that is 2 KB."""
GROWTH_KB = 16 * 1024
"""All that the process has for itself may grow by so much after it is warm: three times what it goes up and down."""
ENOUGH = 2000
"""Visitors after whom the slope of all that says something, too. Free memory lies in other pieces after each round:
that alone is some MB, which among fewer visitors would hide 2 KB of each, or be taken for it."""
COUNTED = ("files", "threads", "children", "widgets", "events")


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Theil-Sen: the median of the slopes between any two points; a few wild ones do not move it."""
    pairs = combinations(points, 2)
    return statistics.median((y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairs)


def slope_of(samples: Sequence[Held], what: str) -> float:
    """How much of `what` each visitor leaves, after the warm rounds."""
    return slope([(one.visitors, getattr(one, what)) for one in warm(samples)])


def warm(samples: Sequence[Held]) -> Sequence[Held]:
    """The samples from when the caches are full."""
    return samples[WARM_ROUNDS - 1 :]


def faults(samples: Sequence[Held], log: Sequence[str]) -> Iterator[str]:
    """Everything that is wrong; nothing, if all that can be said after so many visitors is well."""
    after = warm(samples)
    for what in COUNTED:
        first, last = (statistics.median(getattr(one, what) for one in part) for part in _halves(after))
        if last > first:
            yield f"{what}: {first:g} in the first half, {last:g} in the second"
    limits = {"blocks": BLOCKS, "used_kb": SLOPE_KB} | ({"own_kb": SLOPE_KB} if _long(after) else {})
    for what, most in limits.items():
        if (found := slope_of(samples, what)) > most:
            yield f"{what}: each visitor leaves {found:.2f}, more than {most:g}"
    if (grown := after[-1].own_kb - after[0].own_kb) > GROWTH_KB:
        yield f"own_kb: grown by {grown}, more than {GROWTH_KB}"
    yield from (f"log: {line}" for line in log)


def _halves(samples: Sequence[Held]) -> tuple[Sequence[Held], Sequence[Held]]:
    middle = len(samples) // 2
    return samples[:middle], samples[middle:]


def _long(samples: Sequence[Held]) -> bool:
    return samples[-1].visitors - samples[0].visitors >= ENOUGH
