"""When the attract screen greets aloud: now and then, never at quiet hours, nor by a clock that cannot be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time


class CallingOut:
    """Calls at most every `every_s` monotonic seconds; `quiet_from` and `quiet_to` are times of day in between which it
    is silent (from 18:00 to 8:00 is a night)."""

    def __init__(self, every_s: float, quiet_from: time, quiet_to: time) -> None:
        self._every_s = every_s
        self._quiet_from, self._quiet_to = quiet_from, quiet_to
        self._called: float | None = None
        self._turn = -1

    def due(self, now: float, wall: datetime, trusted: bool) -> bool:
        """Whether to call at `now` (monotonic seconds), which is `wall` in Leipzig. True at most once a period."""
        if not trusted or self._quiet(wall.time()):
            return False
        if self._called is not None and now - self._called < self._every_s:
            return False
        self._called = now
        return True

    def next(self, greeting: int, voiced: Sequence[bool]) -> int:
        """The greeting of the same round to show instead of `greeting`, so that each language with a voice is called in
        its turn. `voiced` tells which have one, in the order of the languages; at least one must."""
        order = (*range(self._turn + 1, len(voiced)), *range(len(voiced)))
        self._turn = next(place for place in order if voiced[place])
        return greeting - greeting % len(voiced) + self._turn

    def _quiet(self, at: time) -> bool:
        start, end = self._quiet_from, self._quiet_to
        return start <= at < end if start <= end else at >= start or at < end
