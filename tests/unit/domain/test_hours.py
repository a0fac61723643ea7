"""Open until when, and when next: on days of every kind."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.hours import LOOK_AHEAD_DAYS, Door, Holidays, Opening, Span, grouped, opening
from tests.builders import spans, week

# Monday 23 November 2026 is the first day of these weeks.
HOURS = week("13-17", "13-18", "", "9-12 13-17", "9-13")


def at(day: int, clock: str) -> datetime:
    """A day of November 2026."""
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock))


def opens(day: int, clock: str) -> Opening:
    return Opening(Door.CLOSED, next=at(day, clock))


def open_until(clock: str) -> Opening:
    return Opening(Door.OPEN, until=time.fromisoformat(clock))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (at(23, "12:59:59.999999"), opens(23, "13:00")),
        (at(23, "13:00"), open_until("17:00")),
        (at(23, "16:59:59.999999"), open_until("17:00")),
        (at(23, "17:00"), opens(24, "13:00")),
    ],
)
def test_a_door_is_open_from_its_start_and_closed_at_its_end(now: datetime, said: Opening) -> None:
    assert opening(HOURS, now) == said


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (at(26, "08:00"), opens(26, "09:00")),
        (at(26, "11:00"), open_until("12:00")),
        (at(26, "12:00"), opens(26, "13:00")),
        (at(26, "12:30"), opens(26, "13:00")),
        (at(26, "13:00"), open_until("17:00")),
        (at(26, "17:00"), opens(27, "09:00")),
    ],
)
def test_a_day_with_a_pause_closes_twice(now: datetime, said: Opening) -> None:
    assert opening(HOURS, now) == said


def test_on_a_closed_day_the_next_day_is_told() -> None:
    assert opening(HOURS, at(25, "14:00")) == opens(26, "09:00")


def test_on_friday_evening_monday_is_told() -> None:
    assert opening(HOURS, at(27, "13:00")) == opens(30, "13:00")


def test_what_opens_once_a_week_opens_in_a_week() -> None:
    assert opening(week("9-10"), at(23, "10:00")) == opens(30, "09:00")


def test_spans_that_were_written_in_any_order_open_with_the_first() -> None:
    assert opening(week("14-16 9-12"), at(23, "08:00")) == opens(23, "09:00")


def test_hours_that_are_not_known_are_unknown_even_if_the_clock_is_wrong() -> None:
    assert opening(None, at(24, "14:00")) == opening(None, at(24, "14:00"), trusted=False) == Opening(Door.UNKNOWN)


@pytest.mark.parametrize("now", [at(24, "14:00"), at(25, "14:00")])
def test_with_a_clock_that_cannot_be_trusted_nothing_is_claimed(now: datetime) -> None:
    assert opening(HOURS, now, trusted=False) == Opening(Door.CLOCK)


def on(*days: date) -> Holidays:
    """These days are public holidays, and no others."""
    return lambda day: "Buß- und Bettag" if day in days else ""


def test_on_a_public_holiday_a_door_is_closed_and_says_why() -> None:
    hours, holidays = week("13-17", "13-18"), on(date(2026, 11, 24))
    for clock in ("08:00", "14:00", "20:00"):
        closed = Opening(Door.CLOSED, next=at(30, "13:00"), holiday="Buß- und Bettag")
        assert opening(hours, at(24, clock), holidays=holidays) == closed
    assert opening(hours, at(23, "14:00"), holidays=holidays) == open_until("17:00")


def test_a_holiday_is_named_also_where_the_door_is_closed_that_day_in_every_week() -> None:
    assert opening(HOURS, at(25, "14:00"), holidays=on(date(2026, 11, 25))).holiday == "Buß- und Bettag"


def test_the_next_opening_is_not_promised_for_a_holiday() -> None:
    holidays = on(date(2026, 11, 24), date(2026, 11, 26), date(2026, 11, 27))
    assert opening(HOURS, at(23, "17:00"), holidays=holidays) == opens(30, "13:00")


def test_of_a_holiday_nothing_is_claimed_where_hours_or_clock_are_not_known() -> None:
    holidays = on(date(2026, 11, 24))
    assert opening(None, at(24, "14:00"), holidays=holidays) == Opening(Door.UNKNOWN)
    assert opening(HOURS, at(24, "14:00"), trusted=False, holidays=holidays) == Opening(Door.CLOCK)


def test_after_many_closed_weeks_no_day_is_promised() -> None:
    closed = on(*(date(2026, 11, 23) + timedelta(day) for day in range(LOOK_AHEAD_DAYS + 1)))
    assert opening(week("13-17"), at(23, "12:00"), holidays=closed).next is None
    assert opening(week(), at(23, "12:00")) == Opening(Door.CLOSED)


def test_the_last_day_that_is_looked_at_may_be_the_next() -> None:
    last = date(2026, 11, 23) + timedelta(LOOK_AHEAD_DAYS // 7 * 7)
    closed = on(
        *(date(2026, 11, 23) + timedelta(day) for day in range(0, LOOK_AHEAD_DAYS, 7) if day < LOOK_AHEAD_DAYS - 6)
    )
    assert opening(week("13-17"), at(23, "12:00"), holidays=closed).next == datetime.combine(last, time(13))


def test_over_new_year_the_next_opening_is_in_the_new_year() -> None:
    hours, holidays = week("", "", "", "9-12", "9-13"), on(date(2026, 12, 31), date(2027, 1, 1))
    assert opening(hours, datetime(2026, 12, 30, 10), holidays=holidays).next == datetime(2027, 1, 7, 9)
    open_on_new_year = week("", "", "", "", "9-13")
    assert opening(open_on_new_year, datetime(2026, 12, 31, 23, 59)).next == datetime(2027, 1, 1, 9)


def test_the_leap_day_is_a_day_like_others() -> None:
    assert opening(week("", "9-12"), datetime(2028, 2, 28, 12)).next == datetime(2028, 2, 29, 9)


def test_open_until_midnight_is_open_in_the_last_minute() -> None:
    hours = week("13-24")
    assert opening(hours, at(23, "23:59")) == Opening(Door.OPEN, until=time.max)
    assert opening(hours, at(24, "00:00")) == opens(30, "13:00")


SUNDAY_NIGHT = week(*("",) * 6, "1-4")


@pytest.mark.parametrize("utc_hour", [0, 1])
def test_when_the_hour_after_two_comes_twice_the_door_stays_open(utc_hour: int) -> None:
    """Winter time begins on 25 October 2026: 2:30 is told at 0:30 and at 1:30 UTC."""
    now = local(datetime(2026, 10, 25, utc_hour, 30, tzinfo=UTC))
    assert now == datetime(2026, 10, 25, 2, 30)
    assert opening(SUNDAY_NIGHT, now) == open_until("04:00")


def test_when_the_hour_after_two_never_comes_the_door_still_closes_in_time() -> None:
    """Summer time begins on 28 March 2027: 1:59 is followed by 3:00."""
    before, after = (local(datetime(2027, 3, 28, *clock, tzinfo=UTC)) for clock in ((0, 59), (1, 0)))
    assert (before.hour, after.hour) == (1, 3)
    assert opening(SUNDAY_NIGHT, before) == opening(SUNDAY_NIGHT, after) == open_until("04:00")
    assert opening(SUNDAY_NIGHT, local(datetime(2027, 3, 28, 2, 0, tzinfo=UTC))).door is Door.CLOSED
    assert opening(week("13-17"), after).next == datetime(2027, 3, 29, 13)


def local(moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo("Europe/Berlin")).replace(tzinfo=None)


def test_days_with_the_same_hours_stand_together_and_closed_ones_not_at_all() -> None:
    assert grouped(week("8-12", "9-13", "8-12", "", "9-13")) == (
        ((0, 2), spans("8-12")),
        ((1, 4), spans("9-13")),
    )
    assert grouped(week()) == ()


def test_spans_are_in_the_order_of_their_times() -> None:
    assert sorted(spans("13-17 9-12")) == [Span(time(9), time(12)), Span(time(13), time(17))]
