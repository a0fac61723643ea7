"""Opening hours: what is open now, until when, and when it opens next.

All times are local wall-clock times of Leipzig. What is not known is said to be unknown, never closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LOOK_AHEAD_DAYS = 14

Holidays = Callable[[date], str]
"""The name of the public holiday that a day is; "" for every other day."""


def no_holidays(day: date) -> str:
    """The holidays of a place that has none."""
    return ""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One stretch of opening within a day; `start` < `end`. 24:00 is written as `time.max`."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Hours:
    """A week of opening hours as last known on `as_of` (a day or the first of a month).

    `week` has seven entries from Monday; an empty entry means closed that day. `unsure`: the source is weak, say so.
    Public holidays are not its matter: on them every door is closed (`opening`).
    """

    week: tuple[tuple[Span, ...], ...]
    as_of: date
    unsure: bool = False


class Door(Enum):
    """What can be said about a door at a moment."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    CLOCK = "clock"
    """The clock cannot be trusted, so nothing about "now" is claimed."""


@dataclass(frozen=True, slots=True)
class Opening:
    """`door` now; `until` when an open door closes; `next` when a closed one opens (None: not within two weeks);
    `holiday` names the public holiday that keeps a door closed today."""

    door: Door
    until: time | None = None
    next: datetime | None = None
    holiday: str = ""


def opening(hours: Hours | None, now: datetime, trusted: bool = True, holidays: Holidays = no_holidays) -> Opening:
    """What to say about `hours` at `now`. An end time is already closed; a start time is already open.

    On a public holiday every door is closed, as all offices in Saxony are. A door that its week closes that day anyway
    names the holiday, too: it is the reason that tells visitors most.
    """
    if hours is None:
        return Opening(Door.UNKNOWN)
    if not trusted:
        return Opening(Door.CLOCK)
    for span in _spans(hours, now.date(), holidays):
        if span.start <= now.time() < span.end:
            return Opening(Door.OPEN, until=span.end)
    return Opening(Door.CLOSED, next=_next_start(hours, now, holidays), holiday=holidays(now.date()))


def _spans(hours: Hours, day: date, holidays: Holidays) -> tuple[Span, ...]:
    return () if holidays(day) else hours.week[day.weekday()]


def _next_start(hours: Hours, now: datetime, holidays: Holidays) -> datetime | None:
    for offset in range(LOOK_AHEAD_DAYS + 1):
        day = now.date() + timedelta(days=offset)
        for span in sorted(_spans(hours, day, holidays)):
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
