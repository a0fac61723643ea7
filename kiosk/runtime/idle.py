"""Has the visitor gone? A state machine on monotonic seconds that are given, never taken.

A visit starts with a touch or a key, rests after `after_s`, is warned for `warn_s` and then is over. The warning never
comes short: a frozen screen that wakes late warns first and ends later (EN 301 549 11.2.2.1 = WCAG 2.2.1: at least
20 seconds and one simple action to extend, as often as wanted).
"""

from __future__ import annotations

import math
from enum import Enum

from msgspec import Struct

SHORTEST_WARNING_S = 20.0
AUDIO_CHECK_S = 1.0
"""While something is read aloud the end of it is looked for this often, so that the rest begins when the sound ends."""


class Phase(Enum):
    """Where the visit stands."""

    ACTIVE = "active"
    WARNING = "warning"
    EXPIRED = "expired"
    """Nobody is there: not yet, or no longer."""


class IdleState(Struct, frozen=True):
    """`seconds_left` are the whole seconds of the countdown, in Phase.WARNING only."""

    phase: Phase
    seconds_left: int = 0


ACTIVE = IdleState(Phase.ACTIVE)
EXPIRED = IdleState(Phase.EXPIRED)


class IdleWatch:
    """Watches one visit. `after_s` may be changed at any time (longer while reading aloud or showing a QR code)."""

    def __init__(self, after_s: float, warn_s: float) -> None:
        """Raises ValueError for a warning shorter than 20 seconds or no time before it."""
        if after_s <= 0:
            raise ValueError(f"after_s must be more than 0 seconds, not {after_s}")
        if warn_s < SHORTEST_WARNING_S:
            raise ValueError(f"warn_s must be at least {SHORTEST_WARNING_S:.0f} seconds (WCAG 2.2.1), not {warn_s}")
        self.after_s = after_s
        self.warn_s = warn_s
        self._active_at: float | None = None
        self._warned_at: float | None = None
        self._audio = False

    def touched(self, now: float) -> None:
        """A touch or a key: the visit begins, goes on, or is extended."""
        self._active_at = now
        self._warned_at = None

    def tick(self, now: float, audio_playing: bool) -> IdleState:
        """The state at `now`. Sound counts as activity, except under a warning: there it is the warning's own voice."""
        if self._active_at is None:
            return EXPIRED
        if self._warned_at is None:
            self._audio = audio_playing
            if audio_playing:
                self._active_at = now
            if now - self._active_at < self.after_s:
                return ACTIVE
            self._warned_at = now
        left = self._warned_at + self.warn_s - now
        if left > 0:
            return IdleState(Phase.WARNING, math.ceil(left))
        self._active_at = self._warned_at = None
        return EXPIRED

    def next_change(self, now: float) -> float:
        """Seconds from `now` until `tick` can say something new (0: now; infinite: not before somebody touches)."""
        if self._active_at is None:
            return math.inf
        if self._warned_at is not None:
            left = self._warned_at + self.warn_s - now
            return max(0.0, left - math.ceil(left) + 1) if left > 0 else 0.0
        rest = max(0.0, self._active_at + self.after_s - now)
        return min(rest, AUDIO_CHECK_S) if self._audio else rest
