"""Opening hours: what is open now, until when, and when it opens next.

All times are local wall-clock times of Leipzig. What is not known is said to be unknown, never closed. What holds on a
day is said by an exception for its date, else by one for the holiday that it is, else by the holiday (closed), else by
the week.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.language import NO_WORDS, Words
from kiosk.domain.saxon_holidays import names_in

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SUNDAY = 6
LOOK_AHEAD_DAYS = 60
"""How far the next opening is looked for: over the six weeks of summer holidays, for what opens once a week, too."""

Holidays = Callable[[date], str]
"""The name of the public holiday that a day is; "" for every other day."""


def no_holidays(day: date) -> str:
    """The holidays of a place that has none."""
    return ""


class Span(Struct, frozen=True, order=True):
    """One stretch of opening within a day; `start` < `end`. 24:00 is written as `time.max`."""

    start: time
    end: time


class Special(Struct, frozen=True):
    """An exception: other hours than the week's from the day `first` to the day `last`, or in every year on a `holiday`
    (its German name). Without `spans` the door is closed. `reason` may be empty."""

    spans: tuple[Span, ...] = ()
    first: date | None = None
    last: date | None = None
    holiday: str = ""
    reason: Words = NO_WORDS


class Hours(Struct, frozen=True):
    """A week of opening hours as last known on `as_of` (a day or the first of a month).

    `week` has seven entries from Monday; an empty entry means closed that day. `unsure`: the source is weak, say so.
    Public holidays are not its matter: on them every door is closed, unless an exception says otherwise.
    """

    week: tuple[tuple[Span, ...], ...]
    as_of: date
    unsure: bool = False
    exceptions: tuple[Special, ...] = ()


class Day(Struct, frozen=True):
    """What holds on one day: the `spans` in order, the public `holiday` that the day is, whatever the hours, and the
    exception that made them."""

    on: date
    spans: tuple[Span, ...]
    holiday: str = ""
    special: Special | None = None

    @property
    def reason(self) -> Words:
        """Why it is an exception, if that was written down."""
        return self.special.reason if self.special else NO_WORDS

    @property
    def shut_by(self) -> str:
        """The holiday that keeps the door shut all day; "" if it is open, or if an exception tells another reason."""
        return "" if self.spans or self.reason else self.holiday


class Door(Enum):
    """What can be said about a door at a moment."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    CLOCK = "clock"
    """The clock cannot be trusted, so nothing about "now" is claimed."""


class Opening(Struct, frozen=True):
    """`door` now; `until` when an open door closes; `next` when a closed one opens (None: not known within the days
    that are looked at); `holiday` names the public holiday that keeps a door closed all day, `reason` is that of an
    exception that does."""

    door: Door
    until: time | None = None
    next: datetime | None = None
    holiday: str = ""
    reason: Words = NO_WORDS


def opening(hours: Hours | None, now: datetime, trusted: bool = True, holidays: Holidays = no_holidays) -> Opening:
    """What to say about `hours` at `now`. An end time is already closed; a start time is already open.

    On a public holiday every door is closed, as all offices in Saxony are, but for exceptions. A door that its week
    closes that day anyway names the holiday, too: it is the reason that tells visitors most.
    """
    if hours is None:
        return Opening(Door.UNKNOWN)
    if not trusted:
        return Opening(Door.CLOCK)
    today = day_of(hours, now.date(), holidays)
    for span in today.spans:
        if span.start <= now.time() < span.end:
            return Opening(Door.OPEN, until=span.end)
    reason = NO_WORDS if today.spans else today.reason
    return Opening(Door.CLOSED, next=_next_start(hours, now, holidays), holiday=today.shut_by, reason=reason)


def day_of(hours: Hours, day: date, holidays: Holidays = no_holidays) -> Day:
    """What holds on a day."""
    holiday = holidays(day)
    special = _special(hours, day, names_in(holiday))
    spans = special.spans if special else () if holiday else hours.week[day.weekday()]
    return Day(day, tuple(sorted(spans)), holiday, special)


def _special(hours: Hours, day: date, holidays: tuple[str, ...]) -> Special | None:
    """The exception for a day: one for its date before one for the holiday that it is."""
    dated = (one for one in hours.exceptions if one.first and one.last and one.first <= day <= one.last)
    named = (one for one in hours.exceptions if one.holiday in holidays)
    return next(dated, None) or next(named, None)


def day_at_desk(desk: Hours, house: Hours | None, day: date, holidays: Holidays = no_holidays) -> Day:
    """What holds on a day at a desk in a house: nobody sits there while the house is closed."""
    found = day_of(desk, day, holidays)
    shut = house is not None and not day_of(house, day, holidays).spans
    return replace(found, spans=()) if shut else found


def week_of(hours: Hours, day: date, holidays: Holidays = no_holidays) -> tuple[Day, ...]:
    """What holds on the seven days of the week, from Monday on, that a day is in."""
    monday = day - timedelta(days=day.weekday())
    return tuple(day_of(hours, monday + timedelta(days=offset), holidays) for offset in range(7))


def change_after(hours: Hours | None, day: date, days: int, holidays: Holidays = no_holidays) -> Day | None:
    """The first of so many `days` after a day on which something else holds than in every week: an exception, or a
    public holiday (also where the door is closed that weekday anyway: it closes the whole city; but no Sunday)."""
    for offset in range(1, days + 1):
        on = day + timedelta(days=offset)
        found = day_of(hours, on, holidays) if hours else Day(on, (), holidays(on))
        if found.special or (found.holiday and on.weekday() < SUNDAY):
            return found
    return None


def _next_start(hours: Hours, now: datetime, holidays: Holidays) -> datetime | None:
    for offset in range(LOOK_AHEAD_DAYS + 1):
        day = now.date() + timedelta(days=offset)
        for span in day_of(hours, day, holidays).spans:
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
