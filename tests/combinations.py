"""Which of many combinations a run tries: `make test` a selection in which every value occurs, `make test-all` all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T", bound=tuple[object, ...])
ALL = "KIOSK_TEST_ALL"
"""Set in the environment: try every combination."""


def chosen(combinations: Sequence[T]) -> list[T]:
    """All combinations, or of them so many that every two values of any two factors occur together in one."""
    if os.environ.get(ALL):
        return list(combinations)
    left = {pair for one in combinations for pair in _pairs(one)}
    taken: list[T] = []
    while left:
        best = max(combinations, key=lambda one: len(left & _pairs(one)))
        taken.append(best)
        left -= _pairs(best)
    return taken


def _pairs(one: Sequence[object]) -> set[tuple[int, object, int, object]]:
    return {(i, a, j, b) for i, a in enumerate(one) for j, b in enumerate(one) if i < j}
