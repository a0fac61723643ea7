"""Opening hours: what is open now, until when, and when it opens next.

All times are local wall-clock times of Leipzig. What is not known is said to be unknown, never closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LOOK_AHEAD_DAYS = 14


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One stretch of opening within a day; `start` < `end`. 24:00 is written as `time.max`."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Hours:
    """A week of opening hours as last known on `as_of` (a day or the first of a month).

    `week` has seven entries from Monday; an empty entry means closed that day. `closures` names days that
    differ from the week, with the reason (a holiday's name). `unsure`: the source is weak, say so.
    """

    week: tuple[tuple[Span, ...], ...]
    as_of: date
    unsure: bool = False
    closures: Mapping[date, str] = field(default_factory=dict)

    def on(self, day: date) -> tuple[Span, ...]:
        """The spans open on `day`."""
        return () if day in self.closures else self.week[day.weekday()]


class Door(Enum):
    """What can be said about a door at a moment."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    CLOCK = "clock"
    """The clock cannot be trusted, so nothing about "now" is claimed."""


@dataclass(frozen=True, slots=True)
class Opening:
    """`door` now; `until` when an open door closes; `next` when a closed one opens (None: not within two weeks)."""

    door: Door
    until: time | None = None
    next: datetime | None = None


def opening(hours: Hours | None, now: datetime, trusted: bool = True) -> Opening:
    """What to say about `hours` at `now`. An end time is already closed; a start time is already open."""
    if hours is None:
        return Opening(Door.UNKNOWN)
    if not trusted:
        return Opening(Door.CLOCK)
    for span in hours.on(now.date()):
        if span.start <= now.time() < span.end:
            return Opening(Door.OPEN, until=span.end)
    return Opening(Door.CLOSED, next=_next_start(hours, now))


def _next_start(hours: Hours, now: datetime) -> datetime | None:
    for offset in range(LOOK_AHEAD_DAYS + 1):
        day = now.date() + timedelta(days=offset)
        for span in sorted(hours.on(day)):
            start = datetime.combine(day, span.start)
            if start > now:
                return start
    return None


def grouped(hours: Hours) -> tuple[tuple[tuple[int, ...], tuple[Span, ...]], ...]:
    """Open days with the same spans together, in the order of the week: ((days, spans), …); no closed days."""
    groups: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in enumerate(hours.week):
        if spans:
            groups.setdefault(spans, []).append(day)
    return tuple((tuple(days), spans) for spans, days in groups.items())
