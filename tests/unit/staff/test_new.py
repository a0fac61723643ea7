"""`run_kiosk.py new`: what it asks, what it writes, and that it harms nothing, whatever is typed."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from difflib import ndiff
from pathlib import Path

import pytest

from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.fields import Group
from kiosk.staff.forms.examples import EXAMPLES
from kiosk.staff.forms.files import kind_called
from kiosk.staff.new import FILE_OF, QUESTIONS, main
from kiosk.staff.new.house import proposed_id
from kiosk.staff.new.writing import Change, Odd, entry_added, word_added, write
from kiosk.staff.new.yaml_text import as_yaml
from kiosk.staff.reading import problems_in

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 28)
SERVICE = [
    "Fahrrad reparieren",
    "",
    "8",
    "bicycle",
    "In der Werkstatt.",
    "Hier reparieren Sie Ihr Rad.",
    "",
    "",
    "",
    "",
]
GIVEN = {
    "service": ["--name", "Fahrrad reparieren", "--id", "rad", "--topic", "freizeit", "--icon", "bicycle",
                "--short", "In der Werkstatt.", "--what", "Hier reparieren Sie Ihr Rad.", "--ask", "",
                "--where", "", "--as_of", "2026-11-28", "--sources", "Aushang, Telefonat [neu]"],
    "organisation": ["--name", "Radhaus e.V.", "--id", "radhaus", "--role", "other", "--icon", "bicycle",
                     "--meaning", "Hilfe mit dem Rad", "--what", "Hier reparieren Sie Ihr Rad.", "--address", "",
                     "--phone", "0341 115", "--as_of", "2026-11", "--sources", ""],
    "notice": ["--text", "Der Aufzug ist kaputt.", "--id", "aufzug", "--from", "2026-12-01", "--until", "2026-12-04",
               "--urgent", "nein", "--as_of", "2026-11-28", "--sources", "Hausmeister"],
    "topic": ["--name", "Räder", "--id", "raeder", "--icon", "bicycle", "--hue", "people", "--what", "Rad und Weg.",
              "--ask", ""],
    "language": ["--german", "Isländisch", "--code", "is", "--name", "Íslenska", "--script", "Latn", "--greeting",
                 "Velkomin", "--touch", "Snertið skjáinn", "--word", "Tungumál", "--speaks",
                 "Ich spreche Isländisch."],
}  # fmt: skip


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of what is shipped, to write in."""
    for folder in ("content", "config"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def everything(house: Path) -> dict[str, bytes]:
    return {str(path.relative_to(house)): path.read_bytes() for path in house.rglob("*") if path.is_file()}


def new(house: Path, kind: str, *more: str, typed: Sequence[str] = ()) -> int:
    """Run the verb; `typed` are the lines that somebody types, then the input ends."""
    waiting = iter(typed)

    def ask(_: str) -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    code = main([kind, "--folder", str(house), *more], TODAY, ask)
    assert code not in (0, 130) or list(waiting) == [], "every line typed was asked for"
    return code


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


@pytest.mark.parametrize("kind", ["service", "organisation", "notice"])
def test_every_remark_is_a_line_that_works(kind: str, house: Path) -> None:
    assert new(house, kind, "--yes", *GIVEN[kind]) == 0
    identifier = GIVEN[kind][GIVEN[kind].index("--id") + 1]
    path = house / "content" / f"{kind}s" / f"{identifier}.yaml"
    text = path.read_text(encoding="utf-8")
    first, second, *rest = text.splitlines()
    assert (first[0], second[0]) == ("#", "#")
    every = [line.removeprefix("# ") for line in rest]
    names = {line.partition(":")[0] for line in every if line[0] != " "}
    group = kind_called(kind).group
    assert names == {field.name for field in group.fields}
    path.write_text("\n".join(every) + "\n", encoding="utf-8")
    shown = f"content/{kind}s/{identifier}.yaml"
    assert [one.reason["de"] for one in problems_in(house, TODAY) if one.path == shown] == []


@pytest.mark.parametrize("kind", ["service", "organisation", "notice"])
def test_an_editor_finds_the_schema_from_the_file(kind: str, house: Path) -> None:
    assert new(house, kind, "--yes", *GIVEN[kind]) == 0
    identifier = GIVEN[kind][GIVEN[kind].index("--id") + 1]
    path = house / "content" / f"{kind}s" / f"{identifier}.yaml"
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
    assert named
    assert (path.parent / named[1]).resolve() == (house / "config" / "schemas" / f"{kind}.schema.json").resolve()
    assert (path.parent / named[1]).is_file()


@pytest.mark.parametrize(
    ("kind", "name"), [("topic", "topics.yaml"), ("language", "languages.yaml"), ("language", "strings/de.yaml")]
)
def test_a_list_keeps_every_line_that_was_there(kind: str, name: str, house: Path) -> None:
    before = (house / "content" / name).read_text(encoding="utf-8").splitlines()
    assert new(house, kind, "--yes", *GIVEN[kind]) == 0
    after = (house / "content" / name).read_text(encoding="utf-8").splitlines()
    changes = [line[0] for line in ndiff(before, after) if line[0] != " "]
    assert set(changes) == {"+"}


def test_the_emergency_stays_last(house: Path) -> None:
    assert new(house, "topic", "--yes", *GIVEN["topic"]) == 0
    catalog, _ = load_catalog(house / "content", frozenset())
    assert catalog is not None
    assert list(catalog.topics)[-2:] == ["raeder", "notfall"]


def test_a_new_language_waits_for_its_texts(house: Path) -> None:
    before, _ = load_catalog(house / "content", frozenset())
    assert new(house, "language", "--yes", *GIVEN["language"]) == 0
    catalog, _ = load_catalog(house / "content", frozenset())
    assert catalog is not None
    assert before is not None
    assert catalog.languages == before.languages
    assert [one.code for one in catalog.in_preparation] == ["is"]


def test_broken_content_is_not_added_to(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "content" / "topics.yaml").write_text("topics: [", encoding="utf-8")
    assert new(house, "service", "--yes", *GIVEN["service"]) == 2
    assert "run_kiosk.py check" in capsys.readouterr().err


def test_a_list_in_another_form_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "topics.yaml"
    for text in ("topics: [{id: a}]\n", "topics:\n  - id: a\n more\n", "topic:\n  - id: a\n", "topics: []\n"):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(Odd):
            entry_added(path, "topics", ["id: b"])
    path.write_text("words:\n  home.title: A\n", encoding="utf-8")
    with pytest.raises(Odd):
        word_added(path, "language.cs", "Tschechisch")


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    old, there = tmp_path / "old.yaml", tmp_path / "there.yaml"
    old.write_text("a", encoding="utf-8")
    there.write_text("b", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write([Change(old, "new", ""), Change(there, "new", "", new=True)])
    assert (old.read_text(encoding="utf-8"), there.read_text(encoding="utf-8")) == ("a", "b")
    assert len(list(tmp_path.iterdir())) == 2, "nothing is left beside them"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Wohnung anmelden", "wohnung-anmelden"),
        ("Ämter für Große öffnen", "aemter-fuer-grosse-oeffnen"),
        ("Café „Olé“ (neu!)", "cafe-ole-neu"),
        ("Verbraucher\u00adzentrale", "verbraucherzentrale"),
        ("Ein sehr langer Name, der auf keinen Fall ganz passt", "ein-sehr-langer-name-der-auf-keinen"),
        ("Donau" * 20, ("donau" * 20)[:37]),
        ("日本", "neu"),
        ("vergeben", "vergeben-2"),
    ],
)
def test_an_id_is_made_of_the_name(name: str, made: str) -> None:
    assert proposed_id(name, frozenset({"vergeben"})) == made


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Pass oder Ausweis", "Pass oder Ausweis"),
        ("Adresse: hier", '"Adresse: hier"'),
        ("# eins", '"# eins"'),
        ("eins #2", '"eins #2"'),
        ("- nein", '"- nein"'),
        ("„so“ & 'so'", "„so“ & 'so'"),
        ('"so"', '"\\"so\\""'),
        ("no", "no"),
        ("~", '"~"'),
        (("a", "b, c", "d]"), '[a, "b, c", "d]"]'),
    ],
)
def test_a_value_reads_as_what_was_meant(value: str | tuple[str, ...], written: str) -> None:
    assert as_yaml(value) == written


def test_every_kind_of_thing_has_examples_for_what_is_asked() -> None:
    for kind, questions in QUESTIONS.items():
        file = FILE_OF[kind]
        for question in questions:
            if not question.proposal.__name__.startswith("_") and question.options.__name__ == "nothing_to_choose":
                assert question.name in EXAMPLES[file] or question.name in ("code", "address", "phone"), (
                    kind,
                    question,
                )
        assert isinstance(kind_called(file).group, Group)


def command(house: Path, *more: str) -> list[str]:
    return [sys.executable, str(ROOT / "run_kiosk.py"), "new", *more, "--folder", str(house)]


def test_it_works_through_a_pipe(house: Path) -> None:
    lines = "\n".join([*SERVICE, ""]) + "\n"
    run = subprocess.run(command(house, "service"), input=lines.encode(), capture_output=True, timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, b"")
    assert (house / "content" / "services" / "fahrrad-reparieren.yaml").is_file()


def read_until(master: int, words: str) -> str:
    seen, end = "", time.monotonic() + 60
    while words not in seen:
        assert time.monotonic() < end, seen
        if select.select([master], [], [], 0.2)[0]:
            seen += os.read(master, 65536).decode("utf-8", "replace")
    return seen


def test_ctrl_c_at_a_terminal_leaves_all_as_it_was(house: Path) -> None:
    before = everything(house)
    child, master = pty.fork()
    if child == 0:  # pragma: no cover - the terminal's side
        os.execv(sys.executable, command(house, "service"))
    try:
        read_until(master, "Wie heißt der Dienst?")
        os.write(master, "Räder reparieren\n".encode())
        assert "raeder-reparieren" in read_until(master, "Enter allein: raeder-reparieren")
        os.write(master, b"\x03")
        read_until(master, "Nichts wurde geschrieben")
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 130
        child = 0
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        os.close(master)
    assert everything(house) == before


def test_it_works_at_a_terminal(house: Path) -> None:
    child, master = pty.fork()
    if child == 0:  # pragma: no cover - the terminal's side
        os.execv(sys.executable, command(house, "notice"))
    try:
        for question, answer in zip(QUESTIONS["notice"], GIVEN["notice"][1::2], strict=True):
            read_until(master, question.de[:40])
            os.write(master, answer.encode() + b"\n")
        read_until(master, "Ist das richtig?")
        os.write(master, b"\n")
        read_until(master, "In den neuen Zeilen ist alles in Ordnung.")
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        child = 0
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        os.close(master)
    assert (house / "content" / "notices" / "aufzug.yaml").is_file()
