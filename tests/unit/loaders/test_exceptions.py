"""Exceptions and notices as staff write them: what is taken, and what is said of each slip, with its place."""

from __future__ import annotations

from datetime import date, time

import pytest

from kiosk.domain.hours import Hours, Special
from kiosk.domain.problem import Severity
from kiosk.domain.saxon_holidays import HOLIDAYS, names_in
from kiosk.loaders.catalog import load_catalog
from kiosk.public_holidays import public_holiday
from tests.builders import spans
from tests.unit.loaders.builders import HOSTS, Content

CENTRE = "centre.yaml"
HOURS = """\
hours:
  mon: 13-17
  tue: 13-18
  wed: closed
  thu: 13-17
  fri: 9-13
  sat: closed
  sun: closed
  as_of: 2026-11
  exceptions:
"""
FIRST_LINE = 17
"""Of the exceptions, in the centre's file."""
TODAY = date(2026, 11, 24)


def with_exceptions(content: Content, *lines: str) -> None:
    content.edit(CENTRE, "as_of: 2023-05\n", "as_of: 2023-05\n" + HOURS + "".join(f"    {line}\n" for line in lines))


def hours(content: Content) -> Hours:
    found = content.sound().centre.hours
    assert found is not None
    return found


def said(content: Content, severity: Severity = Severity.ERROR) -> list[str]:
    """Place, reason and remedy in German of what concerns exceptions and notices."""
    _, problems = load_catalog(content.root, HOSTS, today=TODAY)
    return [
        f"{p.path.partition('/')[2]}:{p.line}: {p.reason['de']} {p.remedy['de']}"
        for p in problems
        if p.severity is severity and "translations" not in p.path
    ]


def test_exceptions_are_read(content: Content) -> None:
    with_exceptions(
        content,
        "- {date: 2026-12-24, closed: yes, reason: Heiligabend.}",
        "- {from: 2027-01-04, to: 2027-01-08, hours: '10-12, 13-24'}",
        "- {holiday: Reformationstag, hours: 10-12}",
        "- {date: 2026-12-23, closed: no, hours: 9-10}",
    )
    assert content.said() == [] and said(content, Severity.WARNING) == []
    first, second, third, fourth = hours(content).exceptions
    assert (first.first, first.last, first.spans) == (date(2026, 12, 24), date(2026, 12, 24), ())
    assert first.reason.said("ar").text == "Heiligabend."
    assert second == Special(spans("10-12 13-24"), date(2027, 1, 4), date(2027, 1, 8))
    assert second.spans[1].end == time.max
    assert third == Special(spans("10-12"), holiday="Reformationstag")
    assert fourth.spans == spans("9-10")


def test_reasons_are_translated_and_found_by_their_number_in_the_list(content: Content) -> None:
    with_exceptions(
        content, "- {date: 2026-12-23, hours: 9-10}", "- {date: 2026-12-24, closed: yes, reason: Heiligabend.}"
    )
    content.translate("translations/en/centre/centre.yaml", {"hours.exceptions.2": ("Heiligabend.", "Christmas Eve.")})
    assert hours(content).exceptions[1].reason.said("en").text == "Christmas Eve."


def test_desk_hours_have_exceptions_too(content: Content) -> None:
    desk = HOURS.replace("hours:", "desk_hours:") + "    - {date: 2026-12-24, closed: yes, reason: Heiligabend.}\n"
    content.edit("organisations/referat.yaml", "sources: [S13]\n", "sources: [S13]\n" + desk)
    assert content.said() == []
    found = content.sound().organisations["referat"].desk_hours
    assert found is not None and found.week[1] == spans("13-18") and found.exceptions[0].reason


DAY = "Jahr, Monat und Tag schreiben: 2026-12-24."
WHEN = (
    "Es ist nicht klar, wann die Ausnahme gilt: Genau eines davon muss dastehen: date, from mit to, oder holiday. "
    "Schreiben wie: „date: 2026-12-24“, oder „from: 2026-12-24“ und „to: 2026-12-31“, oder „holiday: Reformationstag“."
)
WHAT = (
    "Die Ausnahme sagt nicht genau eines: geschlossen (closed: yes) oder andere Zeiten (hours: 10-12). "
    "Eines von beiden schreiben, das andere löschen."
)
SLIPS = {
    "a month for a day": ("{date: 2026-12, closed: yes}", f"„2026-12“ ist kein Tag, den es gibt. {DAY}"),
    "no such day": ("{date: 2026-11-31, closed: yes}", f"„2026-11-31“ ist kein Tag, den es gibt. {DAY}"),
    "no day": ("{closed: yes}", WHEN),
    "two ways to say when": ("{date: 2026-12-24, holiday: Neujahr, closed: yes}", WHEN),
    "no end": (
        "{from: 2026-12-24, closed: yes}",
        "Das Feld „to“ fehlt (Letzter Tag). Eine Zeile „to: …“ ergänzen.",
    ),
    "no beginning": (
        "{to: 2026-12-24, closed: yes}",
        "Das Feld „from“ fehlt (Erster Tag). Eine Zeile „from: …“ ergänzen.",
    ),
    "the end before the beginning": (
        "{from: 2026-12-31, to: 2026-12-24, closed: yes}",
        "Der letzte Tag (2026-12-24) liegt vor dem ersten (2026-12-31). "
        "Eines der beiden Daten berichtigen; beide Tage zählen mit.",
    ),
    "neither closed nor hours": ("{date: 2026-12-24}", WHAT),
    "not closed and no hours": ("{date: 2026-12-24, closed: no}", WHAT),
    "closed and hours": ("{date: 2026-12-24, closed: yes, hours: 9-12}", WHAT),
    "hours that overlap": (
        "{date: 2026-12-24, hours: '9-12, 11-13'}",
        "In „9-12, 11-13“ liegt ein Ende nicht nach seinem Anfang, oder zwei Zeiten überschneiden sich. "
        "Zeiten der Reihe nach schreiben: 9-12, 13-18. Über Mitternacht geht nicht.",
    ),
    "a holiday misspelt": (
        "{holiday: Buss- und Bettag, closed: yes}",
        "Einen Feiertag „Buss- und Bettag“ gibt es in Sachsen nicht. "
        "Meinten Sie „Buß- und Bettag“? Oder statt „holiday“ ein „date“ schreiben.",
    ),
    "a field misspelt": (
        "{date: 2026-12-24, close: yes, closed: yes}",
        "„close“ ist hier kein bekanntes Feld. Möglich sind",
    ),
    "no fields": (
        "2026-12-24",
        "Hier werden eingerückte Felder erwartet. Feldname, Doppelpunkt, Leerzeichen, Wert.",
    ),
}


@pytest.mark.parametrize(("written", "read"), SLIPS.values(), ids=SLIPS)
def test_a_wrong_exception_is_told_and_the_others_live(content: Content, written: str, read: str) -> None:
    with_exceptions(content, "- {date: 2027-01-04, closed: yes}", f"- {written}", "- {date: 2027-01-05, closed: yes}")
    (found,) = said(content)
    assert found.startswith(f"centre.yaml:{FIRST_LINE + 1}: {read}".removesuffix(" Möglich sind"))
    kept = [one.first for one in hours(content).exceptions]
    assert date(2027, 1, 4) in kept and date(2027, 1, 5) in kept


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("{date: 2026-12-24, closed: yes}", "{date: 2026-12-24, hours: 9-10}", "2026-12-24"),
        (
            "{from: 2026-12-20, to: 2026-12-24, closed: yes}",
            "{from: 2026-12-23, to: 2027-01-02, closed: yes}",
            "2026-12-23",
        ),
        ("{holiday: Neujahr, hours: 9-10}", "{holiday: Neujahr, hours: 10-11}", "Neujahr"),
    ],
)
def test_of_two_exceptions_for_one_day_the_first_holds(content: Content, one: str, other: str, shared: str) -> None:
    with_exceptions(content, f"- {one}", f"- {other}")
    assert said(content) == [
        f"centre.yaml:{FIRST_LINE + 1}: Für {shared} gilt schon die Ausnahme in Zeile {FIRST_LINE}; diese hier gilt "
        "nicht. Eine der beiden löschen oder ihre Tage ändern."
    ]
    assert len(hours(content).exceptions) == 1


def test_a_date_on_a_holiday_is_no_double(content: Content) -> None:
    with_exceptions(content, "- {holiday: Neujahr, hours: 9-10}", "- {date: 2027-01-01, hours: 10-11}")
    assert said(content) == [] and len(hours(content).exceptions) == 2


def test_what_is_over_and_what_is_very_long_is_told_as_a_warning(content: Content) -> None:
    with_exceptions(
        content,
        "- {date: 2026-11-23, closed: yes}",
        "- {date: 2026-11-24, closed: yes}",
        "- {from: 2026-12-24, to: 2062-12-31, closed: yes}",
    )
    assert said(content, Severity.WARNING) == [
        f"centre.yaml:{FIRST_LINE}: Das ist vorbei (letzter Tag: 2026-11-23); gezeigt wird es nicht mehr. "
        "Löschen, oder die Daten ändern.",
        f"centre.yaml:{FIRST_LINE + 2}: Die Ausnahme gilt 13157 Tage lang. "
        "Das Jahr prüfen. Gelten die Zeiten auf Dauer, die Woche selbst ändern.",
    ]
    assert len(hours(content).exceptions) == 3


NOTICE = """\
text: Der Eingang ist heute an der Seite.
from: 2026-11-23
until: 2026-11-27
urgent: yes
as_of: 2026-11-20
"""


def test_notices_are_read_the_urgent_ones_first_and_then_by_their_day(content: Content) -> None:
    content.write("notices/b.yaml", NOTICE)
    content.write("notices/a.yaml", NOTICE.replace("urgent: yes", "urgent: no").replace("-23", "-20"))
    content.write("notices/c.yaml", NOTICE.replace("urgent: yes\n", "").replace("-23", "-19"))
    content.translate(
        "translations/en/notices/b.yaml", {"text": ("Der Eingang ist heute an der Seite.", "Today use the side door.")}
    )
    assert said(content) == []
    found = content.sound().notices
    assert list(found) == ["b", "c", "a"]
    notice = found["b"]
    assert (notice.first, notice.last, notice.urgent) == (date(2026, 11, 23), date(2026, 11, 27), True)
    assert notice.text.said("en").text == "Today use the side door."
    assert notice.origin.as_of == date(2026, 11, 20)


def test_without_a_folder_there_are_no_notices_and_nothing_to_say(content: Content) -> None:
    assert content.sound().notices == {}
    (content.root / "notices").mkdir()
    assert content.sound().notices == {} and said(content) == []


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        ("2026-11-27", "2026-11-22", ":3: Der letzte Tag (2026-11-22) liegt vor dem ersten (2026-11-23)."),
        ("2026-11-27", "2026-11", ":3: „2026-11“ ist kein Tag, den es gibt."),
        ("until: 2026-11-27\n", "", ":1: Das Feld „until“ fehlt (Letzter Tag, an dem sie gezeigt wird)."),
        ("until", "to", ":3: „to“ ist hier kein bekanntes Feld."),
        ("text: Der Eingang ist heute an der Seite.\n", "", ":1: Das Feld „text“ fehlt"),
    ],
)
def test_a_wrong_notice_is_told_and_the_others_live(content: Content, old: str, new: str, read: str) -> None:
    content.write("notices/b.yaml", NOTICE.replace(old, new))
    content.write("notices/c.yaml", NOTICE)
    assert any(line.startswith(f"notices/b.yaml{read}") for line in said(content))
    assert list(content.sound().notices) == ["c"]


def test_a_notice_that_is_over_is_told(content: Content) -> None:
    content.write("notices/b.yaml", NOTICE.replace("11-27", "11-23"))
    (warning,) = said(content, Severity.WARNING)
    assert warning.startswith("notices/b.yaml:3: Das ist vorbei (letzter Tag: 2026-11-23)")
    assert load_catalog(content.root, HOSTS)[1] == content.load()[1], "nobody looks at a clock by themselves"


def test_the_names_of_holidays_are_those_of_the_calendar() -> None:
    days = (date.fromordinal(day) for day in range(date(2026, 1, 1).toordinal(), date(2040, 1, 1).toordinal()))
    assert {name for day in days for name in names_in(public_holiday(day))} == set(HOLIDAYS)
    assert names_in(public_holiday(date(2008, 5, 1))) == ("Christi Himmelfahrt", "Erster Mai")
