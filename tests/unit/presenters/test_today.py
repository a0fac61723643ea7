"""Today at the centre, in words: the door, the week, who is here, what is soon otherwise, and what is not claimed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.domain.hours import Hours, Special
from kiosk.domain.language import Words
from kiosk.domain.navigation import ORGANISATIONS, TODAY, Open, Route
from kiosk.domain.node import Node, State, View
from kiosk.domain.utterance import spoken
from kiosk.presenters.registry import present
from kiosk.public_holidays import public_holiday
from tests import builders
from tests.builders import CENTRE, scene, spans, week, words

HERE = Route(TODAY)
TUESDAY = date(2026, 11, 24)
TRAINING = words("Das Team lernt.", "الفريق يتعلّم.")
assert CENTRE.hours is not None
HOURS: Hours = CENTRE.hours


def shown(now: str = "2026-11-24T14:00", language: str = "de", hours: Hours | None = HOURS, **changes: Any) -> View:
    made = builders.catalog(centre={"hours": hours}, holidays=public_holiday)
    changes = {"catalog": made} | changes
    return present(scene(HERE, language, now=datetime.fromisoformat(now), **changes))


def said(node: Node | None) -> list[str]:
    """Name and second line, as they are read."""
    assert node is not None
    return [spoken(text.text) for text in (node.name, node.value) if text]


def exceptional(*spans_: str, first: date = TUESDAY, last: date = TUESDAY, why: Words = TRAINING) -> Hours:
    one = Special(spans(" ".join(spans_)), first, last, reason=why)
    return replace(HOURS, exceptions=(one,))


DOORS: dict[str, tuple[str, Hours | None, list[str]]] = {
    "open": ("2026-11-24T14:00", HOURS, ["Wir haben offen.", "Heute noch bis 18:00 Uhr.", "Ohne Termin."]),
    "before": ("2026-11-24T08:00", HOURS, ["Wir haben geschlossen.", "Wir öffnen heute um 13:00 Uhr.", "Ohne Termin."]),
    "after": ("2026-11-25T18:00", HOURS, ["Wir haben geschlossen.", "Wir öffnen morgen um 9:00 Uhr.", "Ohne Termin."]),
    "weekend": (
        "2026-11-28T10:00",
        HOURS,
        ["Wir haben geschlossen.", "Wir öffnen am Montag um 13:00 Uhr.", "Ohne Termin."],
    ),
    "over new year": (
        "2026-12-23T10:00",
        exceptional(first=date(2026, 12, 23), last=date(2027, 1, 3)),
        ["Wir haben geschlossen.", "Wir öffnen am Montag, 4. Januar um 13:00 Uhr.", "Ohne Termin."],
    ),
    "until midnight": (
        "2026-11-24T20:00",
        week("", "13-24"),
        ["Wir haben offen.", "Heute noch bis 24:00 Uhr.", "Ohne Termin."],
    ),
    "never again": (
        "2026-11-24T20:00",
        week(),
        ["Wir haben geschlossen.", "Wann wir wieder öffnen, wissen wir noch nicht.", "Ohne Termin."],
    ),
    "unknown": ("2026-11-24T14:00", None, ["Unsere Zeiten", "Zeiten: Fragen Sie am Empfang"]),
}


@pytest.mark.parametrize(("now", "hours", "expected"), DOORS.values(), ids=DOORS)
def test_the_door_is_told_in_a_sentence(now: str, hours: Hours | None, expected: list[str]) -> None:
    view = shown(now, hours=hours)
    assert [*said(view["title"]), *said(view["lead"])] == expected


def test_unknown_hours_are_not_called_closed_anywhere() -> None:
    view = shown(hours=None)
    assert view["title"].hue == "unknown" and view.find("week") is None
    assert not any(
        "eschlossen" in text
        for node in view.main
        for one in node.walk()
        for text in said(one)
        if one.id != "closure.title"
    )


def test_with_a_clock_that_is_not_trusted_the_week_is_shown_and_nothing_is_said_of_now() -> None:
    view = shown(clock_trusted=False, hours=exceptional())
    assert said(view["title"]) == ["Unsere Zeiten"] and said(view["lead"]) == ["Uhr ungenau: Fragen Sie am Empfang"]
    assert said(view["week.title"]) == ["Jede Woche"] and said(view["week.2"]) == ["Dienstag", "13–18 Uhr"]
    assert view.find("closure") is None and view.find("why") is None
    assert not any(State.HERE in node.states for node in view["week"].walk())
    assert said(view["desks.ask"]), "nobody knows who is here"


def test_the_week_from_monday_to_sunday_marks_today_and_names_what_is_special() -> None:
    hours = replace(
        HOURS, exceptions=(Special(spans("10-12"), date(2026, 11, 19), date(2026, 11, 20), reason=TRAINING),)
    )
    view = shown("2026-11-18T10:00", hours=hours)
    rows = [node for node in view["week"].children if node.id.split(".")[1].isdigit()]
    assert [said(row) for row in rows] == [
        ["Montag", "13–17 Uhr"],
        ["Dienstag", "13–18 Uhr"],
        ["Heute, Mittwoch", "geschlossen"],
        ["Donnerstag", "10–12 Uhr"],
        ["Freitag", "10–12 Uhr"],
        ["Samstag", "geschlossen"],
        ["Sonntag", "geschlossen"],
    ]
    assert [row.id for row in rows if State.HERE in row.states] == ["week.3"]
    assert said(view["week.3.why"]) == ["Buß- und Bettag"]
    assert said(view["week.4.why"]) == ["Das Team lernt."] and view.find("week.5.why") is None, "told once"


def test_a_bar_is_from_minute_to_minute_and_the_axis_holds_all_of_them() -> None:
    view = shown(hours=week("7:45-12 13-24"))
    assert [(bar.amount, bar.of) for bar in view["week.1"].children] == [(465, 720), (780, 1440)]
    assert (view["week.axis"].amount, view["week.axis"].of) == (7 * 60, 24 * 60)
    assert [tick.amount // 60 for tick in view["week.axis"].children] == [9, 12, 15, 18, 21, 24]
    usual = shown()["week.axis"]
    assert [tick.amount // 60 for tick in usual.children] == [8, 10, 12, 14, 16, 18]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", ["Heute ist Feiertag: Buß- und Bettag."]),
        ("en", ["Today is a public holiday: Day of Repentance and Prayer.", "Buß- und Bettag"]),
        ("ar", ["اليوم عطلة رسمية: يوم التوبة والصلاة.", "Buß- und Bettag"]),
    ],
)
def test_a_holiday_is_told_in_the_visitors_language_and_by_its_german_name(language: str, told: list[str]) -> None:
    view = shown("2026-11-18T10:00", language)
    assert said(view["why"]) == told
    assert view["title"].hue == "closed"
    if language != "de":
        assert view["why"].value.language == "de"


def test_a_closed_day_tells_its_reason_and_a_holiday_opened_by_exception_does_not() -> None:
    assert said(shown(hours=exceptional())["why"]) == ["Das Team lernt."]
    assert shown(hours=exceptional(), language="ar")["why"].name.language == "ar"
    opened = replace(HOURS, exceptions=(Special(spans("10-12"), holiday="Buß- und Bettag"),))
    view = shown("2026-11-18T11:00", hours=opened)
    assert said(view["title"]) == ["Wir haben offen."] and view.find("why") is None
    assert said(view["week.3"]) == ["Heute, Mittwoch", "10–12 Uhr"]
    assert said(view["week.3.why"]) == ["Buß- und Bettag"], "that is why the hours are not the usual ones"


CHANGES: dict[str, tuple[str, Hours | None, list[str]]] = {
    "a holiday": (
        "2026-11-17T14:00",
        HOURS,
        ["Bald geschlossen", "Am Mittwoch, 18. November ist Feiertag: Buß- und Bettag."],
    ),
    "also without hours": (
        "2026-11-17T14:00",
        None,
        ["Bald geschlossen", "Am Mittwoch, 18. November ist Feiertag: Buß- und Bettag."],
    ),
    "a closed day": (
        "2026-11-23T14:00",
        exceptional(),
        ["Bald geschlossen", "Am Dienstag, 24. November ist geschlossen.", "Das Team lernt."],
    ),
    "closed days": (
        "2026-11-30T14:00",
        exceptional(first=date(2026, 12, 21), last=date(2027, 1, 3)),
        ["Bald geschlossen", "Vom 21. Dezember bis 3. Januar ist geschlossen.", "Das Team lernt."],
    ),
    "the rest of closed days": (
        "2026-12-22T14:00",
        exceptional(first=date(2026, 12, 21), last=date(2027, 1, 3)),
        ["Bald geschlossen", "Vom 23. Dezember bis 3. Januar ist geschlossen.", "Das Team lernt."],
    ),
    "other hours": (
        "2026-11-23T14:00",
        exceptional("10-11", "12-13", why=Words()),
        ["Bald andere Zeiten", "Am Dienstag, 24. November: 10–11, 12–13 Uhr."],
    ),
    "other hours on some days": (
        "2026-11-23T14:00",
        exceptional("10-11", last=date(2026, 11, 26)),
        ["Bald andere Zeiten", "Vom 24. November bis 26. November: 10–11 Uhr.", "Das Team lernt."],
    ),
}


@pytest.mark.parametrize(("now", "hours", "expected"), CHANGES.values(), ids=CHANGES)
def test_what_will_soon_be_otherwise_is_told(now: str, hours: Hours | None, expected: list[str]) -> None:
    view = shown(now, hours=hours)
    assert [*said(view["closure.title"]), *said(view["closure.text"])] == expected


def test_what_is_months_away_is_not_told_yet() -> None:
    assert shown("2027-01-05T14:00").find("closure") is None
    assert shown("2027-02-12T14:00").find("closure") is not None, "Good Friday is six weeks away"


def test_the_lists_of_organisations_are_at_the_end() -> None:
    ways = shown()["ways"].children
    assert [way.intent for way in ways] == [Open(Route(ORGANISATIONS, subject)) for subject in ("house", "city")]


def test_old_hours_tell_their_age_also_where_the_door_is_not_told() -> None:
    for trusted in (True, False):
        view = shown(hours=replace(HOURS, unsure=True), clock_trusted=trusted)
        assert said(view["notice.hours"])[0].startswith("Diese Zeiten sind von August 2026")
    assert shown().find("notice.hours") is None
