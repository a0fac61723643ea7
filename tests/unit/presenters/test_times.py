"""Times in words: 24 hours, Western digits, and no promise that would be misread."""

from __future__ import annotations

from datetime import date, datetime, time

import bidi
import pytest

from kiosk.domain.hours import Door, Opening
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import clock_text, closed_today, now_said, opening_of, opening_said, span_text, week_said
from kiosk.text.engine import Engine
from tests import builders
from tests.builders import LANGUAGES_HERE, scene, spans, week
from tests.unit.text.corpus import Sample
from tests.unit.text.test_bidi import shown

HERE = scene()


def plain(text: str) -> str:
    return "".join(char for char in text if char not in "\u2068\u2069\u200e")


@pytest.mark.parametrize(
    ("at", "said"), [(time(14, 32), "14:32"), (time(9), "9:00"), (time(0, 5), "0:05"), (time.max, "24:00")]
)
def test_a_time_has_24_hours(at: time, said: str) -> None:
    """L-05."""
    assert clock_text(at) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [("8-19", "8–19"), ("8:30-12", "8:30–12"), ("9-12:15", "9–12:15"), ("0-24", "0–24"), ("22-23:59", "22–23:59")],
)
def test_a_span_is_short_and_held_together(written: str, said: str) -> None:
    assert span_text(spans(written)[0]) == f"\u2068\u200e{said}\u2069"


@pytest.mark.parametrize("language", LANGUAGES_HERE)
def test_the_header_has_weekday_date_and_time(language: str) -> None:
    here = scene(None, language, now=datetime(2026, 3, 1, 9, 5))
    said = plain(now_said(here).text)
    assert "9:05" in said
    assert plain(here.say("day.7").text) in said
    assert "1" in said


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_and_weekday_has_a_name(month: int) -> None:
    here = scene(now=datetime(2026, month, month, 12))
    assert here.say(f"month.{month}").text in now_said(here).text
    assert here.say(f"day.{here.now.isoweekday()}").text in now_said(here).text


def closed(day: int, hour: int, now: datetime = HERE.now) -> tuple[Scene, Opening]:
    return scene(now=now), Opening(Door.CLOSED, next=datetime(2026, 11, day, hour))


def test_a_door_that_opens_today_says_only_the_time() -> None:
    here, state = closed(24, 16)
    assert opening_said(here, state) == here.say("open.closed.today", time="16:00")


def test_a_door_that_opens_within_a_week_says_the_day() -> None:
    here, state = closed(30, 9)
    assert opening_said(here, state) == here.say("open.closed.day", weekday=here.say("day.1").text, time="9:00")


def test_the_same_weekday_of_next_week_is_not_promised_because_it_would_be_taken_for_today() -> None:
    here, state = closed(24, 13, datetime(2026, 11, 17, 19))
    assert opening_said(here, state) == here.say("open.closed")


def test_a_door_without_a_next_opening_is_closed_for_now() -> None:
    assert opening_said(HERE, Opening(Door.CLOSED)) == HERE.say("open.closed")


def test_an_open_door_says_until_when() -> None:
    until = opening_of(HERE, week("", "13-24"))
    assert opening_said(HERE, until) == HERE.say("open.until", time="24:00")


def test_the_week_is_said_in_lines_of_days_with_the_same_hours() -> None:
    lines = [plain(said.text) for said in week_said(HERE, week("9-12 13-18", "8-10", "9-12 13-18"))]
    assert lines == ["Mo, Mi 9–12, 13–18 Uhr", "Di 8–10 Uhr"]
    assert week_said(HERE, week()) == ()


def on_holiday(language: str = "de", **changes: object) -> Scene:
    """Repentance Day 2026, a Wednesday, and the Thursday after it a holiday, too."""
    days = {date(2026, 11, 18): "Buß- und Bettag", date(2026, 11, 19): "Tag der Deutschen Einheit"}
    catalog = builders.catalog(holidays=lambda day: days.get(day, ""))
    return scene(None, language, now=datetime(2026, 11, 18, 14), catalog=catalog, **changes)


@pytest.mark.parametrize("language", LANGUAGES_HERE)
def test_on_a_public_holiday_the_door_says_so_and_when_it_opens(language: str) -> None:
    here, hours = on_holiday(language), week("", "", "13-17", "9-13", "9-13")
    values = {"weekday": here.say("day.5").text, "time": "9:00"}
    assert opening_said(here, opening_of(here, hours)) == here.say("open.holiday.day", **values)
    told = closed_today(here, hours)
    assert told == here.say("holiday.closed.day", holiday="Buß- und Bettag", **values)
    assert "Buß- und Bettag" in told.text, "its name stays German: it stands so on every door"


def test_on_a_public_holiday_no_day_is_promised_that_would_be_taken_for_one_of_this_week() -> None:
    here, hours = on_holiday(), week("", "", "13-17")
    assert opening_said(here, opening_of(here, hours)) == here.say("open.holiday")
    assert closed_today(here, hours) == here.say("holiday.closed", holiday="Buß- und Bettag")


def test_of_other_days_nothing_more_is_said() -> None:
    assert not closed_today(scene(), week("", "13-17"))
    assert not closed_today(scene(), None)
    assert not closed_today(on_holiday(clock_trusted=False), week("", "", "13-17"))


@pytest.mark.parametrize(
    ("language", "script", "line"),
    [("de", "Latn", "Mo 8:30–12, 13–18 Uhr"), ("ar", "Arab", "13–18 ،8:30–12 نينثالا")],
)
def test_the_spans_of_a_day_stand_in_the_direction_of_reading(language: str, script: str, line: str) -> None:
    """As the eye meets them from the left: in Arabic the morning stands at the right, and each span is whole."""
    (said,) = week_said(scene(None, language), week("8:30-12 13-18"))
    sample = Sample(said.language, script, said.text)
    assert shown(Engine(), sample) == line
    assert plain(bidi.get_display(said.text, base_dir="R" if sample.rtl else "L")) == line
