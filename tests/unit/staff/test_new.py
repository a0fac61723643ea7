"""`run_kiosk.py new`: what it asks, and that it harms nothing, whatever is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.staff.new import QUESTIONS
from kiosk.staff.reading import problems_in
from tests.unit.staff.new_house import GIVEN, SERVICE, TODAY, everything, new, shipped


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return shipped(tmp_path)


@pytest.mark.parametrize("kind", QUESTIONS)
def test_what_is_given_is_written_and_sound(kind: str, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {(one.path, one.reason["de"]) for one in problems_in(house, TODAY)}
    assert new(house, kind, "--yes", *GIVEN[kind]) == 0
    out = capsys.readouterr().out
    assert "In den neuen Zeilen ist alles in Ordnung." in out
    assert "So geht es weiter:" in out
    more = {(one.path, one.reason["de"]) for one in problems_in(house, TODAY)} - before
    assert all("Noch nicht übersetzt" in reason or "in Vorbereitung" in reason for _, reason in more), more


def test_answers_are_asked_for_one_by_one(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(house, "service", typed=[*SERVICE, ""]) == 0
    text = (house / "content" / "services" / "fahrrad-reparieren.yaml").read_text(encoding="utf-8")
    written = [line for line in text.splitlines() if not line.startswith("#")]
    assert written == [
        "topic: freizeit",
        "icon: bicycle",
        "name: Fahrrad reparieren",
        "short: In der Werkstatt.",
        "what: Hier reparieren Sie Ihr Rad.",
        "as_of: 2026-11-28",
    ]
    out = capsys.readouterr().out
    for question in QUESTIONS["service"]:
        assert question.de in out


def test_the_questions_come_in_english_too(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(house, "service", "--english", typed=[*SERVICE, "y"]) == 0
    out = capsys.readouterr().out
    assert "Which topic does it belong to?" in out
    assert "have it translated" in out
    assert "Welches Thema" not in out


def test_a_wrong_answer_is_explained_and_asked_again(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = [
        "",
        "Wohnung: jetzt \u202e",
        "Rad",
        "Rad Weg",
        "wohnung-anmelden",
        "rad",
        "77",
        "Gartenbau",
        "8",
        "bicicle",
        "bicycle",
    ]
    rest = ["Kurz.", "Was. " * 80, "", "", "", "2026-13", "2026-11", "", "j"]
    assert new(house, "service", typed=[*wrong, *rest]) == 0
    out = capsys.readouterr().out
    told = [
        "Das wird gebraucht, bitte etwas eintippen.",
        "das die Schreibrichtung umkehrt",
        "„Rad Weg“ ist keine Kennung",
        "„wohnung-anmelden“ gibt es schon.",
        "Bitte eine Nummer von 1 bis 8 eintippen.",
        "Meinten Sie „bicycle“?",
        "auf dem Bildschirm ist Platz für etwa 320",
        "Enter allein lässt es trotzdem so.",
        "„2026-13“ ist kein Datum, das es gibt.",
    ]
    places = [out.index(words) for words in told]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", QUESTIONS)
def test_what_ends_early_writes_nothing(kind: str, house: Path) -> None:
    before = everything(house)
    answers = GIVEN[kind][1::2]
    for count in range(len(answers)):
        assert new(house, kind, typed=answers[:count]) == 1
    assert new(house, kind, *GIVEN[kind], typed=["n"]) == 130
    assert everything(house) == before


def test_nothing_is_overwritten(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(house, "service", "--yes", *GIVEN["service"]) == 0
    before = everything(house)
    assert new(house, "service", "--yes", *GIVEN["service"]) == 1
    assert "--id: „rad“ gibt es schon." in capsys.readouterr().err
    (house / "content" / "services" / "rad.yaml").write_text("kaputt: [", encoding="utf-8")
    assert new(house, "service", "--yes", *GIVEN["service"]) == 1, "not even what is broken"
    for kind in ("topic", "language"):
        assert new(house, kind, "--yes", *GIVEN[kind]) == 0
        assert new(house, kind, "--yes", *GIVEN[kind]) == 1
    assert before.keys() == everything(house).keys()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("topic", "garten", "Bitte eine Nummer"),
        ("icon", "bicicle", "Meinten Sie „bicycle“?"),
        ("as_of", "gestern", "kein Datum"),
        ("where", "niemand", "Bitte eine Nummer"),
        ("name", "", "Das Feld ist leer."),
        ("id", "../rad", "keine Kennung"),
    ],
)
def test_a_wrong_option_is_refused(
    name: str, value: str, told: str, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, before = list(GIVEN["service"]), everything(house)
    given[given.index(f"--{name}") + 1] = value
    assert new(house, "service", "--yes", *given) == 1
    assert told in capsys.readouterr().err
    assert everything(house) == before


def test_broken_content_is_not_added_to(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "content" / "topics.yaml").write_text("topics: [", encoding="utf-8")
    assert new(house, "service", "--yes", *GIVEN["service"]) == 2
    assert "run_kiosk.py check" in capsys.readouterr().err


def test_a_notice_cannot_end_before_it_begins(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = ["Der Aufzug ist kaputt.", "", "2026-12-04", "2026-12-01", "2026-12-04", "", "", "", ""]
    assert new(house, "notice", typed=answers) == 0
    out = capsys.readouterr().out
    assert "Der letzte Tag liegt vor dem ersten." in out
    assert "Enter allein: nein" in out, "what is proposed is called as it stands in the list"
    assert "preview --one today --day 2026-12-04 --out" in out, "on a day on which it is shown"
