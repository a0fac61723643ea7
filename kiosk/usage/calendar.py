"""The day that a visit belongs to, where the clock can be believed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from kiosk.runtime.clock import LocalClock

JUMP = timedelta(hours=2)
"""A wall clock that runs further from the monotonic one than this was set anew. Summer time moves it by one hour; a
time server that corrects seconds is no jump."""


class Calendar:
    """Tells the day while there is a reason to believe it."""

    def __init__(self, wall: LocalClock, monotonic: Callable[[], float]) -> None:
        self._wall, self._monotonic = wall, monotonic
        self._began: tuple[datetime, float] | None = None

    def today(self) -> date | None:
        """The local date; None while the clock is not trusted, or has jumped since it was first trusted.

        After a jump nobody knows which of the two times was right: visits are counted without a day until the kiosk is
        started anew, which it is every night.
        """
        if not self._wall.trusted():
            return None
        now, seconds = self._wall.now(), self._monotonic()
        if self._began is None:
            self._began = now, seconds
        began, at = self._began
        return now.date() if abs(now - began - timedelta(seconds=seconds - at)) <= JUMP else None
