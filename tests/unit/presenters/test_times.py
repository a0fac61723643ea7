"""Times in words: 24 hours, Western digits, and no promise that would be misread."""

from __future__ import annotations

from datetime import date, datetime, time

import bidi
import pytest
from msgspec.structs import replace

from kiosk.domain.hours import Door, Opening, Special
from kiosk.domain.language import Said
from kiosk.domain.node import NOTHING
from kiosk.presenters.scene import Scene
from kiosk.presenters.time import (
    clock_text,
    holiday_said,
    now_said,
    opening_of,
    opening_said,
    otherwise_today,
    span_text,
    week_said,
)
from kiosk.text.engine import Engine
from tests import builders
from tests.builders import LANGUAGES_HERE, scene, spans, week, words
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


def test_the_same_weekday_of_next_week_is_told_by_its_date_because_it_would_be_taken_for_today() -> None:
    here, state = closed(24, 13, datetime(2026, 11, 17, 19))
    assert plain(opening_said(here, state).text) == "Geschlossen, öffnet am 24. November"


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
    told, why = otherwise_today(here, hours)
    name = {"de": "Buß- und Bettag", "ar": "يوم التوبة والصلاة", "en": "Day of Repentance and Prayer"}[language]
    assert told == here.say("holiday.closed.day", holiday=name, **values) and not why


def test_on_a_public_holiday_an_opening_in_a_week_is_told_by_its_date() -> None:
    here, hours = on_holiday(), week("", "", "13-17")
    assert plain(opening_said(here, opening_of(here, hours)).text) == "Feiertag, öffnet am 25. November"
    told, _ = otherwise_today(here, hours)
    assert plain(told.text) == "Heute geschlossen, Feiertag: Buß- und Bettag. Öffnet am 25. November, 13:00."


def test_where_the_next_opening_is_not_known_only_the_holiday_is_told() -> None:
    here = on_holiday()
    assert opening_said(here, opening_of(here, week())) == here.say("open.holiday")
    assert otherwise_today(here, week())[0] == here.say("holiday.closed", holiday="Buß- und Bettag")


def test_an_exception_tells_what_is_otherwise_today_and_why() -> None:
    day, why = date(2026, 11, 24), words("Das Team lernt.", "الفريق يتعلّم.")
    shut, other = (
        replace(week("", "13-17", "9-12"), exceptions=(Special(spans(text), day, day, reason=why),))
        for text in ("", "10-11 15-16")
    )
    told = [[plain(said.text) for said in otherwise_today(scene(), hours)] for hours in (shut, other)]
    assert told[0] == ["Heute geschlossen. Öffnet Mittwoch 9:00.", "Das Team lernt."]
    assert told[1] == ["Heute andere Zeiten: 10–11, 15–16 Uhr.", "Das Team lernt."]
    assert otherwise_today(scene(None, "ar"), shut)[1].language == "ar"
    far = replace(shut, exceptions=(Special((), day, date(2027, 1, 3)),))
    assert plain(otherwise_today(scene(), far)[0].text) == "Heute geschlossen. Öffnet am 5. Januar, 13:00."


def test_a_holiday_without_words_keeps_its_german_name_and_two_are_told_as_two() -> None:
    here = scene(None, "en")
    assert holiday_said(here, "Rosenmontag") == Said("Rosenmontag", "de")
    assert holiday_said(here, "Christi Himmelfahrt; Erster Mai").text == "Ascension Day, Labour Day"


def test_of_other_days_nothing_more_is_said() -> None:
    for here, hours in (
        (scene(), week("", "13-17")),
        (scene(), None),
        (on_holiday(clock_trusted=False), week("", "", "13-17")),
    ):
        assert otherwise_today(here, hours) == (NOTHING, NOTHING)


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
