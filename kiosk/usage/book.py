"""The book of sums: what is held, and what has been told of each day. What was counted in a day outlives it in no other
form: the day is told in fives, the rest is held together with what is held from days before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct, field

from kiosk.usage.figures import Cell, Sums
from kiosk.usage.telling import tell

DAYS_FOR_MONTHS = 25
"""Days are kept for this month and so many before it: a month can be compared with the same one two years ago. Older
days are folded into their months."""


class Book(Struct):
    """`held` are sums that are not told yet, `day` is the day to which what is counted now belongs (None: no day has
    begun). `told` has what was told of each day, `months` what was told of older months ("2024-10"). `undated_held` and
    `undated` are the same for visits at a time when the clock was not believed: nobody knows their day."""

    day: date | None = None
    held: Sums = field(default_factory=Sums)
    told: dict[date, Sums] = field(default_factory=dict)
    months: dict[str, Sums] = field(default_factory=dict)
    undated_held: Sums = field(default_factory=Sums)
    undated: Sums = field(default_factory=Sums)

    def turn(self, today: date | None) -> bool:
        """Another day may have begun; whether one has. Then the last one is told. While the clock is not believed no
        day begins or ends."""
        if today is None or today == self.day:
            return False
        if self.day is not None:
            self.told[self.day] = self.told.get(self.day, Sums()) + _taken_off(self.held)
            self._fold(self.day)
        self.tell_undated()
        self.day = today
        return True

    def tell_undated(self) -> None:
        """Tell what has no day: whenever a day ends, and when the kiosk starts, for a clock may never be believed."""
        self.undated = self.undated + _taken_off(self.undated_held)

    def count(self, cells: Iterable[Cell], dated: bool) -> None:
        """Add one visit: one to each of these cells."""
        (self.held if dated else self.undated_held).update(cells)

    def copy(self) -> Book:
        """The book as it is now, for another thread to write down: what has been told is replaced, never changed, so it
        is shared."""
        held, undated = Sums(self.held), Sums(self.undated_held)
        return Book(self.day, held, dict(self.told), dict(self.months), undated, self.undated)

    @property
    def last(self) -> date | None:
        """The latest day that was told and is over: days ahead, of a clock that was wrong and believed, are not."""
        return max((day for day in self.told if self.day is None or day < self.day), default=None)

    def _fold(self, day: date) -> None:
        oldest = _month(day, -DAYS_FOR_MONTHS)
        for old in [one for one in self.told if _month(one) < oldest]:
            self.months[_month(old)] = self.months.get(_month(old), Sums()) + self.told.pop(old)


def _taken_off(held: Sums) -> Sums:
    told = tell(held)
    held.subtract(told)
    for cell in [cell for cell, count in held.items() if not count]:
        del held[cell]
    return told


def _month(day: date, more: int = 0) -> str:
    months = day.year * 12 + day.month - 1 + more
    return f"{months // 12:04}-{months % 12 + 1:02}"
