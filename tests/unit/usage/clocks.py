"""Clocks for tests: a wall that can be set, and seconds that only pass."""

from __future__ import annotations

from datetime import datetime, timedelta


class Wall:
    """Both clocks: time passes for both, and only the wall clock can be set to another time."""

    def __init__(self, now: datetime) -> None:
        self.at, self.believed, self.seconds = now, True, 1000.0

    def now(self) -> datetime:
        """The wall clock."""
        return self.at

    def trusted(self) -> bool:
        """Whether it says that it can be believed."""
        return self.believed

    def monotonic(self) -> float:
        """The other clock."""
        return self.seconds

    def go_on(self, seconds: float) -> None:
        """Time passes."""
        self.seconds += seconds
        self.at += timedelta(seconds=seconds)
