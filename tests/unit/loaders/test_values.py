"""Values of fields: what is taken, what is refused, and what a person reads then."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from kiosk.domain.hours import Span
from kiosk.domain.problem import Problem
from kiosk.loaders.fields import Field, Group, Inspection, Keyed, Kind, Listed, Record
from kiosk.loaders.kinds import EMAIL, IDENTIFIER, LANGUAGE_CODE, PHONE, WEEK
from kiosk.loaders.nodes import Table, parsed
from kiosk.loaders.values import Choice, Day, DayHours, Host, Languages, Line, Number, Pages, Prose, YesNo

HOSTS = frozenset({"www.leipzig.de", "handbookgermany.de"})


def read(kind: Kind, written: str) -> tuple[Any, list[Problem]]:
    """The value of `written` as a value in a file, and the problems."""
    node, problems = parsed(f"field: {written}\n", "x.yaml")
    assert isinstance(node, Table), problems
    inspection = Inspection([], HOSTS, frozenset({"de", "en", "ar"}))
    return kind.read(node.values["field"], inspection), inspection.problems


def reason(kind: Kind, written: str) -> str:
    """The German reason and remedy of the one problem that spoils `written`."""
    value, problems = read(kind, written)
    assert value is None
    (problem,) = problems
    return f"{problem.reason['de']} {problem.remedy['de']}"


SPAN = Span(time(13), time(17))
SOUND = [
    (Line(), "Otto-Schill-Straße 2", "Otto-Schill-Straße 2"),
    (Line(), '"  viel   Platz  "', "viel Platz"),
    (Line(), "|\n  zwei\n  Zeilen", "zwei Zeilen"),
    (Line(), '"8–18\u00a0Uhr"', "8–18\u00a0Uhr"),
    (Line(may_be_empty=True), "", ""),
    (IDENTIFIER, "wohnung-anmelden", "wohnung-anmelden"),
    (IDENTIFIER, "a" * 40, "a" * 40),
    (LANGUAGE_CODE, "zh-Hans", "zh-Hans"),
    (PHONE, "0341 71005-0", "0341 71005-0"),
    (PHONE, "+49 (0)341 115", "+49 (0)341 115"),
    (EMAIL, "willkommenszentrum@leipzig.de", "willkommenszentrum@leipzig.de"),
    (Choice(("city", "other")), "city", "city"),
    (YesNo(), "yes", True),
    (YesNo(), "no", False),
    (YesNo(), "Ja", True),
    (Day(), "2023-05", date(2023, 5, 1)),
    (Day(), "2023-05-08", date(2023, 5, 8)),
    (Number(0, 9999, 30), "040", 40),
    (Number(0.1, 1.5, 0.311, decimals=True), "0.311", 0.311),
    (DayHours(), "closed", ()),
    (DayHours(), "13-17", (SPAN,)),
    (DayHours(), "13–17 Uhr", (SPAN,)),
    (DayHours(), "13:00 - 17.00", (SPAN,)),
    (DayHours(), "9-12, 13-17", (Span(time(9), time(12)), SPAN)),
    (DayHours(), "8:30-12", (Span(time(8, 30), time(12)),)),
    (DayHours(), "20-24", (Span(time(20), time.max),)),
    (Listed(IDENTIFIER), "[a, b]", ("a", "b")),
    (Listed(IDENTIFIER), "[]", ()),
    (Languages(), "[de, ar, de]", ("de", "ar")),
    (Host(), "www.leipzig.de", "www.leipzig.de"),
    (Pages(), "{de: https://www.leipzig.de/a?b=c#d}", {"de": "https://www.leipzig.de/a?b=c#d"}),
    (Keyed(Line()), "{a.b: c}", {"a.b": "c"}),
]


@pytest.mark.parametrize(("kind", "written", "value"), SOUND, ids=[f"{kind} {text}" for kind, text, _ in SOUND])
def test_a_sound_value_is_read(kind: Kind, written: str, value: Any) -> None:
    assert read(kind, written) == (value, [])


EMPTY = "Das Feld ist leer. Ausfüllen oder die Zeile löschen: Was nicht bekannt ist, wird weggelassen."
HOURS = "Schreiben wie: 13-17 oder 8:30-12, 13-18 oder closed."
ORDER = (
    "liegt ein Ende nicht nach seinem Anfang, oder zwei Zeiten überschneiden sich. "
    "Zeiten der Reihe nach schreiben: 9-12, 13-18. Über Mitternacht geht nicht."
)
DATES = "Schreiben: Jahr-Monat (2026-05) oder Jahr-Monat-Tag (2026-05-08)."
WRONG = [
    (Line(), "", EMPTY),
    (Prose(), '"  "', EMPTY),
    (Listed(Line()), "", EMPTY),
    (
        Prose(),
        "{Pass: nötig}",
        "Hier wird ein Text erwartet, keine Liste und keine weiteren Felder. Den Text in eine Zeile schreiben; "
        'enthält er einen Doppelpunkt, in Anführungszeichen setzen: "…"',
    ),
    (
        Listed(Line()),
        "Pass",
        "Hier wird eine Liste erwartet. Schreiben: [erstes, zweites] oder jeden Eintrag in eine eigene Zeile mit „- “ "
        "davor.",
    ),
    (
        IDENTIFIER,
        "Wohnung_Anmelden",
        "„Wohnung_Anmelden“ ist keine Kennung (a–z, Ziffern, Bindestriche, höchstens 40). "
        "Schreiben wie: wohnung-anmelden",
    ),
    (PHONE, "ruf an", "„ruf an“ ist keine Telefonnummer. Schreiben wie: 0341 115"),
    (EMAIL, "a b@c.de", "„a b@c.de“ ist keine E-Mail-Adresse. Schreiben wie: willkommenszentrum@leipzig.de"),
    (LANGUAGE_CODE, "Deutsch", "„Deutsch“ ist kein Sprachkürzel (BCP 47). Schreiben wie: ar"),
    (Choice(("staffing", "other")), "stafing", "„stafing“ ist hier nicht möglich. Meinten Sie „staffing“?"),
    (Choice(("staffing", "other")), "xyz", "„xyz“ ist hier nicht möglich. Möglich sind: other, staffing."),
    (YesNo(), "vielleicht", "„vielleicht“ ist weder ja noch nein. Schreiben: yes oder no."),
    (Day(), "08.05.2023", f"„08.05.2023“ ist kein Datum, das es gibt. {DATES}"),
    (Day(), "2025-13-45", f"„2025-13-45“ ist kein Datum, das es gibt. {DATES}"),
    (Day(), "2025-02-30", f"„2025-02-30“ ist kein Datum, das es gibt. {DATES}"),
    (
        Number(20, 120, 30),
        "10",
        "„10“ ist keine Zahl von 20 bis 120. Nur Ziffern schreiben, Dezimalstellen mit Punkt; üblich: 30.",
    ),
    (
        Number(0.1, 1.5, 0.311, decimals=True),
        "0,311",
        "„0,311“ ist keine Zahl von 0.1 bis 1.5. Nur Ziffern schreiben, Dezimalstellen mit Punkt; üblich: 0.311.",
    ),
    (DayHours(), "vormittags", f"„vormittags“ ist keine Öffnungszeit. {HOURS}"),
    (DayHours(), "9-25", f"„9-25“ ist keine Öffnungszeit. {HOURS}"),
    (DayHours(), "9-12:60", f"„9-12:60“ ist keine Öffnungszeit. {HOURS}"),
    (DayHours(), "9-12,", f"„9-12,“ ist keine Öffnungszeit. {HOURS}"),
    (DayHours(), "17-13", f"In „17-13“ {ORDER}"),
    (DayHours(), "9-13, 12-15", f"In „9-13, 12-15“ {ORDER}"),
    (
        Host(),
        "https://www.leipzig.de/",
        "„https://www.leipzig.de/“ ist kein Name einer Seite. "
        "Nur den Namen schreiben, ohne https:// und ohne Schrägstrich: www.leipzig.de",
    ),
    (
        Host(),
        "bit.ly",
        "„bit.ly“ kürzt Adressen: Niemand sieht, wohin der Code führt. "
        "Aus der Liste löschen und in den Inhalten die wirkliche Adresse verwenden.",
    ),
    (
        Pages(),
        "https://www.leipzig.de",
        "Hier werden eingerückte Felder erwartet. Schreiben wie: {de: https://www.leipzig.de}",
    ),
]


@pytest.mark.parametrize(("kind", "written", "told"), WRONG, ids=[f"{kind} {text}" for kind, text, _ in WRONG])
def test_a_wrong_value_is_told(kind: Kind, written: str, told: str) -> None:
    assert reason(kind, written) == told


USER = "Vor dem Namen der Seite steht ein „@“: So werden Besucher auf falsche Seiten gelockt."
HOST = "steht nicht auf der Liste der erlaubten Seiten; der Code wird nicht gezeigt."
LIKE = "Der Name der Seite enthält Zeichen, die anderen gleichen können"
ADDRESSES = {
    "http://www.leipzig.de/": "„http://www.leipzig.de/“ ist keine https-Adresse.",
    "www.leipzig.de": "„www.leipzig.de“ ist keine https-Adresse.",
    "javascript:alert(1)": "„javascript:alert(1)“ ist keine https-Adresse.",
    "https://www.leipzig.de@evil.example/": USER,
    "https://a:b@www.leipzig.de/": USER,
    "https://www.leipzig.de:8443/": "Die Adresse nennt einen Port (8443).",
    "https://www.leipzig.de:443/": "Die Adresse nennt einen Port (443).",
    "https://127.0.0.1/": "Die Adresse nennt statt einer Seite eine Nummer im Netz (127.0.0.1).",
    "https://[::1]/": "Die Adresse nennt statt einer Seite eine Nummer im Netz ([::1]).",
    "https://2130706433/": "Die Adresse nennt statt einer Seite eine Nummer im Netz (2130706433).",
    "https://0x7f.1/": "Die Adresse nennt statt einer Seite eine Nummer im Netz (0x7f.1).",
    "https://xn--lipzig-9va.de/": f"{LIKE} (xn--lipzig-9va.de).",
    "https://www.lеipzig.de/": f"{LIKE} (www.lеipzig.de).",
    "https://www.leipzig.de/ä": "In der Adresse stehen Zeichen, die dort nicht stehen dürfen (ä).",
    "https://www.leipzig.de/a b": "In der Adresse stehen Zeichen, die dort nicht stehen dürfen ( ).",
    "https://www.leipzig.de\\@evil.example/": "In der Adresse stehen Zeichen, die dort nicht stehen dürfen (\\).",
    "https://evil.example/www.leipzig.de": f"Die Seite „evil.example“ {HOST}",
    "https://evil-www.leipzig.de/": f"Die Seite „evil-www.leipzig.de“ {HOST}",
    "https://sub.www.leipzig.de/": f"Die Seite „sub.www.leipzig.de“ {HOST}",
    "https://leipzig.de.evil.example/": f"Die Seite „leipzig.de.evil.example“ {HOST}",
    "https://": f"Die Seite „“ {HOST}",
}


@pytest.mark.parametrize(("url", "told"), ADDRESSES.items(), ids=ADDRESSES)
def test_an_address_that_could_lead_astray_is_left_out(url: str, told: str) -> None:
    quoted = url.replace("\\", "\\\\")
    pages, problems = read(Pages(), f'{{en: https://www.leipzig.de/en, de: "{quoted}"}}')
    assert pages == {"en": "https://www.leipzig.de/en"}
    assert [problem.reason["de"] for problem in problems] == [told]


def test_a_slip_in_a_host_is_guessed_but_never_another_site() -> None:
    (slip,) = read(Pages(), "{de: https://www.leipzg.de/}")[1]
    assert slip.remedy["de"].startswith("Meinten Sie „www.leipzig.de“?")
    (other,) = read(Pages(), "{de: https://cab-leipzig.de/}")[1]
    assert other.remedy["de"] == "Ist sie richtig, in config/kiosk.yaml unter hosts eintragen lassen."


def test_a_long_address_is_warned_of() -> None:
    pages, (problem,) = read(Pages(), "{de: https://www.leipzig.de/" + "a" * 150 + "}")
    assert list(pages) == ["de"]
    assert problem.reason["de"] == "Die Adresse hat 173 Zeichen; der QR-Code wird sehr fein."


def test_a_language_without_a_name_is_left_out() -> None:
    codes, (problem,) = read(Languages(), "[de, xx]")
    assert codes == ("de",)
    assert problem.reason["de"] == "Die Sprache „xx“ hat keinen Namen und wird nicht gezeigt."


CONTACTS = ["siehe https://x.de/a", "auf www.leipzig.de", "an info@leipzig.de", "Tel. 0341 123-4567", "+49 341 1234567"]


@pytest.mark.parametrize("words", CONTACTS)
def test_contacts_inside_words_are_warned_of(words: str) -> None:
    value, problems = read(Prose(), words)
    assert value == words
    assert len(problems) == 1
    assert problems[0].reason["de"].endswith("steht mitten im Text: Vorlesen und Übersetzen machen daraus oft Unsinn.")


NUMBERS = ["Mo–Fr 8–18 Uhr", "04109 Leipzig, 2. Stock", "Rufen Sie 112", "116 117", "vor 2015", "§ 16a"]


@pytest.mark.parametrize("words", NUMBERS)
def test_other_numbers_in_words_are_fine(words: str) -> None:
    assert read(Prose(), words) == (words, [])


def test_length_is_warned_of() -> None:
    (problem,) = read(Prose(longest=10), "elf Zeichen!")[1]
    assert problem.reason["de"] == "Der Text hat 12 Zeichen; auf dem Bildschirm ist Platz für etwa 10."
    (problem,) = read(Prose(most_words=2), "drei – kurze Wörter")[1]
    assert problem.reason["de"] == "Das sind 3 Wörter; vorgesehen sind höchstens 2."


def test_one_wrong_item_is_left_out_or_spoils_a_whole_list() -> None:
    assert read(Listed(IDENTIFIER), "[a, B, c]")[0] == ("a", "c")
    assert read(Listed(IDENTIFIER, whole=True), "[a, B, c]")[0] is None


def test_an_endless_list_is_cut() -> None:
    value, (problem,) = read(Listed(IDENTIFIER), "[" + "a, " * 300 + "]")
    assert len(value) == 200
    assert problem.reason["de"] == "Die Liste hat mehr als 200 Einträge; ab hier wird nichts gelesen."


GROUP = Group((
    Field("name", Line(), "Der Name", "the name", needed=True),
    Field("hours", Line(), "Zeiten", "times"),
    Field("order", Number(0, 9, 3), "Platz", "place"),
))  # fmt: skip


def test_a_group_reports_unknown_missing_and_wrong_fields_together() -> None:
    value, problems = read(GROUP, "{hourz: 9, order: x}")
    assert value is None
    assert [problem.reason["de"] for problem in problems] == [
        "„hourz“ ist hier kein bekanntes Feld.",
        "Das Feld „name“ fehlt (Der Name).",
        "„x“ ist keine Zahl von 0 bis 9.",
    ]
    assert problems[0].remedy["de"] == "Meinten Sie „hours“?"
    assert problems[0].remedy["en"] == "Did you mean 'hours'?"


def test_a_wrong_field_that_may_be_missing_is_left_out() -> None:
    value, problems = read(GROUP, "{name: Haus, order: x, hours: 9}")
    assert isinstance(value, Record)
    assert value.values == {"name": "Haus", "hours": "9"}
    assert len(problems) == 1


def test_a_week_needs_all_its_days() -> None:
    value, problems = read(WEEK, "{mon: 9-12, tue: 9-12, wed: 9-12, thu: 9-12, fri: 9-12, as_of: 2023-05}")
    assert value is None
    assert [problem.reason["de"] for problem in problems] == [
        "Das Feld „sat“ fehlt (Zeiten am Samstag).",
        "Das Feld „sun“ fehlt (Zeiten am Sonntag).",
    ]
