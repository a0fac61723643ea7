"""What has been told of a time: all of it, and by months or days. Everything here is made of fives that were told
already (kiosk.usage.telling), so nothing needs to be held back once more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from kiosk.usage.book import Book
from kiosk.usage.figures import FIGURES, ONE, VISITS, Sums

SHORT = timedelta(days=45)
"""A time that is no longer is shown by days, a longer one by months."""
MONTHS = 12
"""Months that are shown where nobody asks for a time: the one that was told last and those before it."""


class Span(Struct, frozen=True):
    """From a day to a day, both included."""

    first: date
    last: date


class Column(Struct, frozen=True):
    """The visits of one part of the time; `day` is 0 for a whole month."""

    year: int
    month: int
    day: int
    visits: int


class Told(Struct, frozen=True):
    """What has been told of a time. `days` are the days of it that the kiosk was there, `undated` the visits without a
    day, `missing` the months ("2024-09") that lie in it only in part, and of which no days are kept any more."""

    span: Span
    sums: Sums
    columns: tuple[Column, ...]
    days: int
    undated: int
    missing: tuple[str, ...]
    whole_months: int = 0

    def lines(self, name: str) -> list[tuple[str, int]]:
        """The lines of a figure of which something is told: those that are fixed in their order, others by number."""
        found = {line: count for (figure, line), count in self.sums.items() if figure == name and count}
        fixed = FIGURES[name].lines
        if FIGURES[name].one_each and fixed:
            return [(line, found[line]) for line in fixed if line in found]
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))

    @property
    def visits(self) -> int:
        """All visits that are told."""
        return self.sums[VISITS, ONE]

    @property
    def a_day(self) -> int | None:
        """Visits a day; None where it is not known how many days there were."""
        return round(self.visits / self.days) if self.days and not self.whole_months else None


def month_span(year: int, month: int) -> Span:
    """One month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return Span(date(year, month, 1), after - timedelta(1))


def usual_span(book: Book) -> Span | None:
    """The time that is shown where nobody asks for another; None where nothing has been told."""
    if book.last is None:
        return None
    months = book.last.year * 12 + book.last.month - MONTHS
    return Span(date(months // 12, months % 12 + 1, 1), book.last)


def told_of(book: Book, span: Span) -> Told:
    """What has been told of a time."""
    days = {day: sums for day, sums in sorted(book.told.items()) if span.first <= day <= span.last}
    months = {name: sums for name, sums in sorted(book.months.items()) if _whole(name, span)}
    missing = tuple(name for name in sorted(book.months) if name not in months and _touches(name, span))
    sums = sum((*days.values(), *months.values()), Sums())
    by_day = span.last - span.first <= SHORT and not months  # of a month that was folded no days are known
    columns = tuple(_by_day(days, span) if by_day else _by_month(days, months, span))
    return Told(span, sums, columns, len(days), book.undated[VISITS, ONE], missing, len(months))


def _of(name: str) -> Span:
    year, _, month = name.partition("-")
    return month_span(int(year), int(month))


def _whole(name: str, span: Span) -> bool:
    return span.first <= _of(name).first and _of(name).last <= span.last


def _touches(name: str, span: Span) -> bool:
    return _of(name).first <= span.last and span.first <= _of(name).last


def _by_day(days: dict[date, Sums], span: Span) -> Iterator[Column]:
    for number in range((span.last - span.first).days + 1):
        day = span.first + timedelta(number)
        yield Column(day.year, day.month, day.day, days.get(day, Sums())[VISITS, ONE])


def _by_month(days: dict[date, Sums], months: dict[str, Sums], span: Span) -> Iterator[Column]:
    year, month = span.first.year, span.first.month
    while (year, month) <= (span.last.year, span.last.month):
        visits = sum(sums[VISITS, ONE] for day, sums in days.items() if (day.year, day.month) == (year, month))
        yield Column(year, month, 0, visits + months.get(f"{year:04}-{month:02}", Sums())[VISITS, ONE])
        year, month = year + month // 12, month % 12 + 1
