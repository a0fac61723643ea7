"""Times in words: 24 hours, Western digits, and no promise that would be misread."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from kiosk.domain.hours import Door, Opening
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import clock_text, now_said, opening_of, opening_said, span_text, week_said
from tests.builders import LANGUAGES_HERE, scene, spans, week

HERE = scene()


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("at", "said"), [(time(14, 32), "14:32"), (time(9), "9:00"), (time(0, 5), "0:05"), (time.max, "24:00")]
)
def test_a_time_has_24_hours(at: time, said: str) -> None:
    assert clock_text(at) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [("8-19", "8–19"), ("8:30-12", "8:30–12"), ("9-12:15", "9–12:15"), ("0-24", "0–24"), ("22-23:59", "22–23:59")],
)
def test_a_span_is_short_and_held_together(written: str, said: str) -> None:
    assert span_text(spans(written)[0]) == f"\u2068{said}\u2069"


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
