"""Looks at the running kiosk at its beats, and has written down every half minute what it sees."""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec.structs import replace

from kiosk.health.reporter import Reporter
from kiosk.health.seen import Load, Seen

EVERY_S = 30.0
"""Between two writings; Prometheus asks every 15 to 60 s, and 120 s without news raise an alarm."""
HOUR_S = 3600.0


class TouchedHours:
    """Whether the screen was touched in the last full hour of running. It changes on the hour only, so that nobody can
    tell from it when somebody stood there."""

    def __init__(self) -> None:
        self.touched = False
        self._began, self._in_this = -math.inf, False

    def look(self, touched_at: float, now: float) -> None:
        """The last touch was at `touched_at` (monotonic seconds, as `now`)."""
        if self._began == -math.inf:
            self._began = now
        if now - self._began >= HOUR_S:
            hours = math.floor((now - self._began) / HOUR_S)
            end = self._began + hours * HOUR_S
            late = end - HOUR_S <= touched_at < end  # after the last look in it
            self.touched, self._in_this = late or (self._in_this and hours == 1), False
            self._began = end
        self._in_this = self._in_this or touched_at >= self._began


class Health:
    """`see` takes what the user interface knows, `touched_at` when the screen was touched last in `monotonic` seconds.
    Every method belongs to the thread of the user interface; none of them waits."""

    def __init__(
        self,
        reporter: Reporter,
        see: Callable[[], Seen],
        touched_at: Callable[[], float],
        monotonic: Callable[[], float],
    ) -> None:
        self._reporter, self._see, self._touched_at, self._monotonic = reporter, see, touched_at, monotonic
        self._hours = TouchedHours()
        self._due = -math.inf
        self._load: Load | None = None

    def beat(self) -> None:
        """A frame came onto the screen."""
        now = self._monotonic()
        self._hours.look(self._touched_at(), now)
        if now < self._due:
            return
        self._due = now + EVERY_S
        seen = self._see()
        self._load = seen.load or self._load
        self._reporter.put(replace(seen, load=self._load, touched=self._hours.touched))
