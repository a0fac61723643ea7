"""One shaky finger is one wish: the same place again at once does nothing (EN 301 549, 5.8)."""

from __future__ import annotations

import math


class DoubleTap:
    """Tells a first tap from its echo.

    An echo is within `radius` pixels of the last tap that acted and comes less than `interval_s` after it, or after
    another echo: a trembling hand acts once however long it trembles.
    """

    def __init__(self, radius: float, interval_s: float = 0.5) -> None:
        """`interval_s`: 5.8 asks for an adjustable delay of up to at least 0.5 s."""
        self.radius = radius
        self.interval_s = interval_s
        self._tap: tuple[float, float] | None = None
        self._at = -math.inf

    def tap(self, now: float, x: float, y: float, again: bool = False) -> bool:
        """True if the tap at (x, y) shall act. `now` is in monotonic seconds. Where the same tap is wanted `again` and
        again (a step louder, the next sentence) an echo does not put off the next tap."""
        soon = now - self._at < self.interval_s
        echo = soon and self._tap is not None and math.dist(self._tap, (x, y)) <= self.radius
        if not echo:
            self._tap = (x, y)  # echoes are measured from the first, so drifting away ends them
        if not (echo and again):
            self._at = now
        return not echo
