"""What GitHub reads: one command a problem, escaped as its runner unescapes it, and nothing that a file could forge."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.domain.problem import Problem, Severity
from kiosk.staff.check import main
from kiosk.staff.report import Report, print_problems
from kiosk.staff.report_formats import as_github, as_json
from tests.unit.loaders.builders import sound_content


def problem(reason: str = "reason", path: str = "content/a.yaml", line: int = 3, column: int = 5) -> Problem:
    """An error whose words are the same in both languages."""
    return Problem(path, line, column, {"de": reason, "en": reason}, {"de": "Rat", "en": "advice"}, Severity.ERROR, "")


def command(one: Problem, folder: Path = Path(), language: str = "en") -> str:
    """The one command for a problem."""
    (found,) = as_github(Report.of([one]), folder, language)
    return found


def test_an_error_and_a_warning_are_told_beside_their_lines() -> None:
    place = "file=content/a.yaml,line=3,col=5"
    assert command(problem()) == f"::error {place},title=Error in the content::reason%0A→ advice"
    assert command(problem(), language="de") == f"::error {place},title=Fehler im Inhalt::reason%0A→ Rat"


def test_a_whole_file_has_no_line() -> None:
    assert command(problem(line=0, column=0)).startswith("::error file=content/a.yaml,title=")


def test_what_would_end_a_command_is_escaped() -> None:
    said = command(problem("100 %\r\n::error::x", "content/a,b:c%.yaml"))
    assert "file=content/a%2Cb%3Ac%25.yaml," in said
    assert said.endswith("::100 %25▯▯::error::x%0A→ advice")
    assert "\n" not in said and "\r" not in said
    assert "file=content/▯[2J▯.yaml," in command(problem(path="content/\x1b[2J\n.yaml"))


def test_paths_start_where_the_workflow_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    assert "file=site/content/a.yaml," in command(problem(), Path("site"))
    monkeypatch.chdir(tmp_path / "site")
    assert "file=content/a.yaml," in command(problem(), tmp_path / "site")
    assert f"file={tmp_path}/content/a.yaml," in command(problem(), tmp_path)


def test_the_verb_prints_commands_in_the_language_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sound_content(tmp_path / "content")
    content.edit("services/amt-finden.yaml", "short:", "shrot:")
    assert main([str(tmp_path), "--format", "github", "--language", "en"]) == 1
    lines = capsys.readouterr().out.splitlines()
    wanted = "line=4,col=1,title=Error in the content::'shrot' is not a known field here.%0A→ Did you mean 'short'?"
    assert any(line.endswith(f"content/services/amt-finden.yaml,{wanted}") for line in lines)
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    severities = [line[:4] for line in lines]
    assert severities == sorted(severities), "errors come first"


def test_json_says_its_version() -> None:
    assert json.loads(as_json(Report.of([problem()])))["version"] == 1


def test_a_file_name_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    print_problems([problem("a\x1bb", "content/\x1b[2J\n\udc80.yaml")], sys.stdout, "de")
    out = capsys.readouterr().out
    assert "content/▯[2J▯▯.yaml:3:5\n" in out and "  a▯b\n" in out
