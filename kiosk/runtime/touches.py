"""One shaky finger is one wish: the same place or key again at once does nothing (EN 301 549, 5.8)."""

from __future__ import annotations

import math


class DoubleTap:
    """Tells a first activation from its echo.

    An echo is identical to the last activation (a tap within `radius` pixels, or the same key) and comes less than
    `interval_s` after it, or after another echo: a trembling hand and a held key act once however long they last.
    """

    def __init__(self, radius: float, interval_s: float = 0.5) -> None:
        """`interval_s`: 5.8 asks for an adjustable delay of up to at least 0.5 s."""
        self.radius = radius
        self.interval_s = interval_s
        self._tap: tuple[float, float] | None = None
        self._key: str | None = None
        self._at = -math.inf

    def tap(self, now: float, x: float, y: float) -> bool:
        """True if the tap at (x, y) shall act. `now` is in monotonic seconds."""
        echo = self._tap is not None and math.dist(self._tap, (x, y)) <= self.radius and self._soon(now)
        if not echo:
            self._tap, self._key = (x, y), None  # echoes are measured from the first, so drifting away ends them
        self._at = now
        return not echo

    def key(self, now: float, name: str) -> bool:
        """True if the key shall act."""
        echo = self._key == name and self._soon(now)
        self._tap, self._key, self._at = None, name, now
        return not echo

    def _soon(self, now: float) -> bool:
        return now - self._at < self.interval_s
