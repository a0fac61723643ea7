"""Editors' schemas take what the loader takes and refuse what it refuses; the committed ones are those of today."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from kiosk.domain.problem import Problem, Severity
from kiosk.loaders.fields import Inspection
from kiosk.loaders.nodes import parsed
from kiosk.staff.forms.files import FILES, FileKind, fields_of, kind_called
from kiosk.staff.forms.schemas import schema_of
from kiosk.staff.forms.tables import UnknownBlock, filled, table_of
from kiosk.staff.schema import FOLDER, SUFFIX, main
from kiosk.text.fonts import icon_names

ROOT = Path(__file__).parents[3]
SHIPPED = sorted(
    path.relative_to(ROOT).as_posix() for top in ("content", "config") for path in (ROOT / top).rglob("*.yaml")
)
NAMES = [file.name for file in FILES]


@cache
def judge(name: str) -> jsonschema.Draft7Validator:
    schema = schema_of(kind_called(name), icon_names())
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def as_editor(value: Any) -> Any:
    """What an editor makes of YAML: types as they look, but keys are names and a date is a text."""
    if isinstance(value, dict):
        return {str(key): as_editor(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_editor(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def kinds_at(path: str) -> list[FileKind]:
    return [file for file in FILES if any(_matches(path, place) for place in file.places)]


def _matches(path: str, place: str) -> bool:
    return path.count("/") == place.count("/") and fnmatchcase(path, place)


def loader_errors(name: str, text: str) -> list[Problem]:
    node, found = parsed(text, "file.yaml")
    problems = list(found)
    if node:
        hosts, named = frozenset({"www.leipzig.de"}), frozenset({"de", "en"})
        kind_called(name).group.read(node, Inspection(problems, hosts, named, icon_names()))
    return [problem for problem in problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize("path", SHIPPED)
def test_every_shipped_file_is_sound_for_an_editor(path: str) -> None:
    (file,) = kinds_at(path)
    content = as_editor(yaml.safe_load((ROOT / path).read_text(encoding="utf-8")))
    assert [error.message for error in judge(file.name).iter_errors(content)] == []


SERVICE = """\
topic: anmelden
icon: house-line
name: Wohnung anmelden
short: Nach dem Einzug.
what: Hier melden Sie sich an.
as_of: 2026-11
"""
DAYS = "mon: 13-17, tue: closed, wed: '9-12, 13-18', thu: 8:30-12, fri: closed, sat: closed, sun: closed"
WEEK = f"hours: {{{DAYS}, as_of: 2026-11"
CENTRE = "name: N\nrole: centre\nicon: door\nmeaning: M\nwhat: W\nas_of: 2026-11\n"
MADE = "made_by: person\nmade_on: 2026-11-28\n"
LANGUAGE = "languages: [{code: pl, name: N, german: G, script: Latn, greeting: H, touch: T, word: W}]\n"
SOUND = {
    "a name that looks like a number": ("service", SERVICE.replace("Wohnung anmelden", "04177")),
    "a text that looks like a truth": ("service", SERVICE.replace("Nach dem Einzug.", "no")),
    "yes in German": ("service", SERVICE + "unsure: Ja\n"),
    "a text with say": ("service", SERVICE + "cost: {text: '5 €', say: fünf Euro}\n"),
    "Norwegian": ("service", SERVICE + "languages: [no, de]\n"),
    "a week": ("service", SERVICE + WEEK + "}\n"),
    "a week that closes in capitals": ("service", SERVICE + WEEK.replace("closed", "Closed") + "}\n"),
    "a number that is no text": ("emergency", "numbers:\n  - {number: 112, icon: fire, name: N, what: W}\n"),
    "keys": ("kiosk", "keypad: {select: [Enter, 5], headphones: }\n"),
    "a mark that looks like a number": ("translation", MADE + "checked_by:\nwords: {a: {of: 12345678, text: 5}}\n"),
}
WRONG = {
    "an unknown field": ("service", SERVICE + "hourz: 13-17\n"),
    "a field missing": ("service", SERVICE.replace("what: Hier melden Sie sich an.\n", "")),
    "no picture of that name": ("service", SERVICE.replace("house-line", "house-lien")),
    "a month that is none": ("service", SERVICE.replace("2026-11", "11/2026")),
    "an empty text": ("service", SERVICE + "cost:\n"),
    "no list": ("service", SERVICE + "bring: Pass\n"),
    "a list in place of a text": ("service", SERVICE + "cost: [1, 2]\n"),
    "no https": ("service", SERVICE + "link: {de: http://www.leipzig.de}\n"),
    "six days": ("service", SERVICE + WEEK.replace("sun: closed, ", "") + "}\n"),
    "hours in words": ("service", SERVICE + WEEK.replace("13-17", "nachmittags") + "}\n"),
    "a holiday of elsewhere": ("service", SERVICE + WEEK + ", exceptions: [{holiday: Fronleichnam, closed: yes}]}\n"),
    "say without text": ("service", SERVICE + "cost: {say: fünf Euro}\n"),
    "a topic with capitals": ("service", SERVICE.replace("topic: anmelden", "topic: Anmelden")),
    "an unknown role": ("organisation", "name: N\nrole: partner\nicon: door\nmeaning: M\nwhat: W\nas_of: 2026-11\n"),
    "half a place": ("centre", CENTRE + "geo: [51.3]\n"),
    "a place in Berlin": ("centre", CENTRE + "geo: [52.5, 13.4]\n"),
    "a notice without its end": ("notice", "text: T\nfrom: 2026-12-01\nas_of: 2026-11\n"),
    "a notice until a month": ("notice", "text: T\nfrom: 2026-12-01\nuntil: 2026-12\nas_of: 2026-11\n"),
    "neither yes nor no": ("notice", "text: T\nfrom: 2026-12-01\nuntil: 2026-12-02\nas_of: 2026-11\nurgent: bald\n"),
    "an unknown colour": ("topics", "topics: [{id: a, icon: door, hue: red, name: N, what: W}]\n"),
    "a language in words": ("languages", LANGUAGE.replace("pl", "polnisch")),
    "an answer without its picture": (
        "guide",
        "person: a\nquestions: [{id: a, text: T, answers: [{text: A, service: b}]}]\n",
    ),
    "a translation without its mark": ("translation", MADE + "words: {a: {text: A}}\n"),
    "a translation by nobody": (
        "translation",
        MADE.replace("person", "robot") + "words: {a: {of: 3fa2b1c0, text: A}}\n",
    ),
    "search words without a list": ("search", "words: {a: b}\n"),
    "four rows": ("keyboard", "rows: [a, b, c, d]\n"),
    "nine figures": ("pronunciation", "digits: [a, b, c, d, e, f, g, h, i]\n"),
    "a place to fill in is missing": ("pronunciation", "between: '{from} bis'\n"),
    "no colour": ("theme", "colours: {ink: black}\n"),
    "a screen as large as a house": ("kiosk", "panel: {width_px: 100000}\n"),
    "a key that there is not": ("kiosk", "keypad: {select: [entr]}\n"),
    "a site with its address": ("kiosk", "hosts: ['https://www.leipzig.de/']\n"),
}


@pytest.mark.parametrize("case", SOUND)
def test_what_the_loader_takes_an_editor_takes(case: str) -> None:
    name, text = SOUND[case]
    faults = [problem.reason["en"] for problem in loader_errors(name, text)]
    assert faults == [], case
    assert [error.message for error in judge(name).iter_errors(as_editor(yaml.safe_load(text)))] == []


@pytest.mark.parametrize("case", WRONG)
def test_what_the_loader_refuses_an_editor_marks(case: str) -> None:
    name, text = WRONG[case]
    assert loader_errors(name, text) != []
    assert list(judge(name).iter_errors(as_editor(yaml.safe_load(text)))) != []


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_in_its_schema_with_its_words(name: str) -> None:
    file = kind_called(name)
    there = {(key, told["description"]) for key, told in properties(judge(name).schema)}
    for group in (file.group, file.instead):
        for field in fields_of(group) if group else ():
            assert any(key == field.name and field.de in told and field.en in told for key, told in there), field.name


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for key, told in schema.get("properties", {}).items():
            if "markdownDescription" in told:
                yield key, told
        for value in schema.values():
            yield from properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from properties(value)


def test_the_committed_schemas_are_those_of_today() -> None:
    assert main(["--check"]) == 0, "a field has changed: run_kiosk.py schema"


def test_the_editor_finds_each_schema() -> None:
    told = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert set(told) == {f"./{FOLDER.as_posix()}/{name}{SUFFIX}" for name in NAMES}
    assert all((ROOT / path).is_file() for path in told)
    assert {place for places in told.values() for place in places} == {place for file in FILES for place in file.places}


def test_an_outdated_schema_is_told_and_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 0
    assert main([str(tmp_path), "--check"]) == 0
    (tmp_path / FOLDER / f"notice{SUFFIX}").write_text("{}", encoding="utf-8")
    capsys.readouterr()
    assert main([str(tmp_path), "--check"]) == 1
    assert "notice.schema.json: veraltet" in capsys.readouterr().out
    assert main([str(tmp_path)]) == 0
    assert main([str(tmp_path), "--check"]) == 0


PAGE = "# Dienste\n<!-- felder: service -->\nalt\n<!-- ende -->\nMehr.\n"


def test_a_page_gets_the_tables_of_today(tmp_path: Path) -> None:
    page = tmp_path / "handbuch.md"
    page.write_text(PAGE, encoding="utf-8")
    assert main([str(tmp_path), "--handbook", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    start, end = "# Dienste\n<!-- felder: service -->\n", "<!-- ende -->\nMehr.\n"
    assert text == start + table_of(kind_called("service")) + end
    assert "| `name` | ja | Name, möglichst mit Verb (höchstens 80 Zeichen) | `Wohnung anmelden` |" in text
    assert filled(text) == text
    page.write_text(PAGE.replace("service", "dienst"), encoding="utf-8")
    assert main([str(tmp_path), "--handbook", str(page)]) == 2


def test_a_table_of_a_list_tells_of_its_entries() -> None:
    assert "| `code` | ja |" in table_of(kind_called("languages"))
    with pytest.raises(UnknownBlock, match="service"):
        filled("<!-- felder: dienst -->\n<!-- ende -->")


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_every_page_tells_of_the_fields_as_they_are(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert filled(text) == text, f"run_kiosk.py schema --handbook docs/{page.name}"
