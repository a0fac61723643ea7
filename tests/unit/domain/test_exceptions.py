"""Exceptions to the week: a table of moments, and what is said at each; over the turns of the year and of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.domain.hours import (
    Day,
    Door,
    Hours,
    Opening,
    Special,
    change_after,
    day_of,
    no_holidays,
    opening,
    week_of,
)
from kiosk.domain.language import Words
from kiosk.public_holidays import public_holiday
from tests.builders import spans, week

TRAINING, TIDY = Words.german("Das Team lernt."), Words.german("Wir räumen auf.")
OPEN_ANYWAY = Special(spans("10-12"), holiday="Reformationstag")
HOURS = replace(
    week("13-17", "13-18", "", "9-12 13-17", "9-13"),
    exceptions=(
        Special((), date(2026, 11, 24), date(2026, 11, 24), reason=TRAINING),
        Special(spans("10-12"), date(2026, 11, 25), date(2026, 11, 25)),
        Special((), date(2026, 12, 23), date(2027, 1, 3), reason=TIDY),
        Special(spans("20-24"), date(2026, 12, 17), date(2026, 12, 17)),
        Special(spans("0-2 13-17"), date(2026, 12, 18), date(2026, 12, 18)),
        Special(spans("9-10"), date(2027, 5, 6), date(2027, 5, 6)),
        OPEN_ANYWAY,
        Special(spans("15-16"), date(2029, 10, 31), date(2029, 10, 31), reason=TRAINING),
    ),
)
PLAIN = replace(HOURS, exceptions=())


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def open_until(text: str) -> Opening:
    return Opening(Door.OPEN, until=time.max if text == "24" else time.fromisoformat(text))


def shut(text: str, holiday: str = "", reason: Words | None = None) -> Opening:
    return Opening(Door.CLOSED, next=at(text), holiday=holiday, reason=reason or Words())


TABLE = {
    "the evening before a closed day skips it": ("2026-11-23T17:00", HOURS, shut("2026-11-25T10:00")),
    "a closed day says why": ("2026-11-24T14:00", HOURS, shut("2026-11-25T10:00", reason=TRAINING)),
    "a day that the week closes is open by exception": ("2026-11-25T11:59", HOURS, open_until("12:00")),
    "after its hours it is closed for no special reason": ("2026-11-25T12:00", HOURS, shut("2026-11-26T09:00")),
    "before closing for the holidays": ("2026-12-22T18:00", HOURS, shut("2027-01-04T13:00")),
    "the first closed day": ("2026-12-23T00:00", HOURS, shut("2027-01-04T13:00", reason=TIDY)),
    "a holiday within an exception: its reason tells more": (
        "2026-12-25T10:00",
        HOURS,
        shut("2027-01-04T13:00", reason=TIDY),
    ),
    "the last minute of the year": ("2026-12-31T23:59", HOURS, shut("2027-01-04T13:00", reason=TIDY)),
    "the first minute of the next": ("2027-01-01T00:00", HOURS, shut("2027-01-04T13:00", reason=TIDY)),
    "the last closed day": ("2027-01-03T23:59", HOURS, shut("2027-01-04T13:00", reason=TIDY)),
    "without an exception the year begins with a holiday": (
        "2027-01-01T10:00",
        PLAIN,
        shut("2027-01-04T13:00", "Neujahr"),
    ),
    "Christmas on a Friday": ("2026-12-25T10:00", PLAIN, shut("2026-12-28T13:00", "Erster Weihnachtstag")),
    "New Year's Eve is a day like others": ("2026-12-31T10:00", PLAIN, open_until("12:00")),
    "until midnight": ("2026-12-17T23:59", HOURS, open_until("24")),
    "and on after it": ("2026-12-18T00:00", HOURS, open_until("02:00")),
    "Buß- und Bettag": ("2026-11-18T10:00", PLAIN, shut("2026-11-19T09:00", "Buß- und Bettag")),
    "the evening before it": ("2026-11-17T18:00", PLAIN, shut("2026-11-19T09:00")),
    "Ascension Day, a Thursday": ("2027-05-06T14:00", PLAIN, shut("2027-05-07T09:00", "Christi Himmelfahrt")),
    "a dated exception opens a holiday": ("2027-05-06T09:30", HOURS, open_until("10:00")),
    "after it the holiday is not why it is closed": ("2027-05-06T14:00", HOURS, shut("2027-05-07T09:00")),
    "open on a holiday by its name": ("2025-10-31T10:00", HOURS, open_until("12:00")),
    "and in every other year": ("2031-10-31T11:00", HOURS, open_until("12:00")),
    "but for a date of its own; before it opens that day, the reason is no reason why it is closed": (
        "2029-10-31T10:30",
        HOURS,
        shut("2029-10-31T15:00"),
    ),
    "not on other holidays": ("2031-10-03T11:00", HOURS, shut("2031-10-06T13:00", "Tag der Deutschen Einheit")),
    "Good Friday to Easter Monday": ("2027-03-26T10:00", PLAIN, shut("2027-03-30T13:00", "Karfreitag")),
}


@pytest.mark.parametrize(("now", "hours", "said"), TABLE.values(), ids=TABLE)
def test_what_is_said_at_a_moment(now: str, hours: Hours, said: Opening) -> None:
    assert opening(hours, at(now), holidays=public_holiday) == said


def local(moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo("Europe/Berlin")).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), open_until("04:00")),  # 2:30, for the first time
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), open_until("04:00")),  # 2:30 again
        (datetime(2026, 10, 25, 3, 0, tzinfo=UTC), shut("2026-10-26T13:00")),
        (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), open_until("04:00")),  # 1:59, and then it is 3:00
        (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), open_until("04:00")),
        (datetime(2027, 3, 28, 2, 0, tzinfo=UTC), shut("2027-03-30T13:00")),  # over Easter Monday
    ],
)
def test_when_the_clock_is_changed_an_exception_holds_by_the_clock_on_the_wall(moment: datetime, said: Opening) -> None:
    nights = [date(2026, 10, 25), date(2027, 3, 28)]
    hours = replace(PLAIN, exceptions=tuple(Special(spans("1-4"), night, night) for night in nights))
    assert opening(hours, local(moment), holidays=public_holiday) == said


def test_a_long_closure_over_summer_still_knows_the_day_it_ends() -> None:
    hours = replace(week("", "", "", "", "9-13"), exceptions=(Special((), date(2027, 7, 5), date(2027, 8, 20)),))
    assert opening(hours, at("2027-07-05T10:00"), holidays=public_holiday).next == at("2027-08-27T09:00")


def test_unknown_hours_and_a_clock_that_is_not_trusted_claim_nothing() -> None:
    assert opening(None, at("2026-11-24T14:00"), holidays=public_holiday).door is Door.UNKNOWN
    assert opening(HOURS, at("2026-11-24T14:00"), False, public_holiday) == Opening(Door.CLOCK)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)))
def test_the_next_opening_is_the_next(now: datetime) -> None:
    """From now until then it is closed, and then it is open: seen minute by minute, at every turn there may be."""
    said = opening(HOURS, now, holidays=public_holiday)
    if said.next:
        assert opening(HOURS, said.next, holidays=public_holiday).door is Door.OPEN
        steps = range(0, int((said.next - now).total_seconds()) // 60, 53)
        closed = {opening(HOURS, now + timedelta(minutes=step), holidays=public_holiday).door for step in steps}
        assert closed <= {Door.CLOSED}


def test_the_week_is_that_of_the_day_whichever_it_is() -> None:
    days = week_of(HOURS, date(2026, 11, 29), public_holiday)
    assert [day.on.day for day in days] == [23, 24, 25, 26, 27, 28, 29]
    assert days == week_of(HOURS, date(2026, 11, 23), public_holiday)
    assert [day.spans for day in days] == [spans(text) for text in ("13-17", "", "10-12", "9-12 13-17", "9-13", "", "")]
    assert days[1].reason == TRAINING and not days[2].reason
    over_new_year = week_of(PLAIN, date(2027, 1, 1), public_holiday)
    assert [day.on.year for day in over_new_year] == [2026] * 4 + [2027] * 3
    assert over_new_year[4].shut_by == "Neujahr"


def test_the_next_change_is_an_exception_or_a_holiday_but_no_holiday_on_a_sunday() -> None:
    def change(day: str, days: int = 42, hours: Hours | None = HOURS) -> Day | None:
        return change_after(hours, date.fromisoformat(day), days, public_holiday)

    assert change("2026-11-23") == day_of(HOURS, date(2026, 11, 24), public_holiday)
    assert change("2026-11-24") == day_of(HOURS, date(2026, 11, 25))
    assert change("2026-11-25", 21) is None
    assert change("2026-11-17", hours=PLAIN) == Day(date(2026, 11, 18), (), "Buß- und Bettag")
    assert change("2026-11-17", hours=None) == Day(date(2026, 11, 18), (), "Buß- und Bettag")
    assert change("2027-10-02", 7, PLAIN) is None, "3 October 2027 is a Sunday"
    assert change_after(PLAIN, date(2026, 11, 17), 42, no_holidays) is None
