"""Where on the window something has been painted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Pixels = tuple[int, int, int, int]
"""Left, bottom, width and height in the window, `y` upwards."""
CELL = 4
"""Pixels: so exactly it is known where something has been painted."""


class Covered:
    """Where something has been painted in a window that is `height` pixels high. May say so of a pixel beside it."""

    def __init__(self, height: int) -> None:
        self._rows = [0] * (height // CELL + 1)

    def add(self, places: Iterable[Pixels]) -> None:
        """Something is painted there."""
        for place in places:
            rows, cells = self._cells(place)
            for row in rows:
                self._rows[row] |= cells

    def meets(self, places: Iterable[Pixels]) -> bool:
        """Whether something has been painted there."""
        return any(self._rows[row] & cells for rows, cells in map(self._cells, places) for row in rows)

    def _cells(self, place: Pixels) -> tuple[range, int]:
        """The rows of cells that a place lies on, and its cells in each of them, a bit for each."""
        x, y, w, h = place
        left, right = max(0, x // CELL), max(0, (x + w - 1) // CELL + 1)
        rows = range(max(0, y // CELL), min(len(self._rows), (y + h - 1) // CELL + 1))
        return rows, ((1 << right) - 1) & ~((1 << left) - 1)


def around(places: Sequence[Pixels]) -> Pixels:
    """The box around places."""
    left, bottom = min(place[0] for place in places), min(place[1] for place in places)
    right, top = max(x + w for x, _, w, _ in places), max(y + h for _, y, _, h in places)
    return left, bottom, right - left, top - bottom
