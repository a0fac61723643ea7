"""What `run_kiosk.py new` writes: files whose every line works, and lists that keep all that was there."""

from __future__ import annotations

import re
from difflib import ndiff
from pathlib import Path

import pytest

from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.fields import Group
from kiosk.staff.forms.examples import EXAMPLES
from kiosk.staff.forms.files import kind_called
from kiosk.staff.new import FILE_OF, QUESTIONS
from kiosk.staff.new.house import proposed_id
from kiosk.staff.new.writing import Change, Odd, entry_added, word_added, write
from kiosk.staff.new.yaml_text import as_yaml
from kiosk.staff.reading import problems_in
from tests.unit.staff.new_house import GIVEN, TODAY, new, shipped


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return shipped(tmp_path)


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
    assert [one.code for one in catalog.in_preparation] == [*(one.code for one in before.in_preparation), "is"]


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
