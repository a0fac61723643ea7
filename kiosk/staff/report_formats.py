"""What is wrong with staff's files, as machines read it: JSON for scripts, workflow commands for GitHub."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.problem import Problem, Severity
from kiosk.staff.report import Report, seen, shown_place

VERSION = 1
"""Of the JSON: raised when a field gets another meaning or is gone. A new field alone does not raise it."""

TITLES = {
    "de": {"error": "Fehler im Inhalt", "warning": "Hinweis zum Inhalt", "note": "Stand der Dinge"},
    "en": {"error": "Error in the content", "warning": "Warning about the content", "note": "State of things"},
}

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""GitHub's word for each."""


def as_json(report: Report) -> str:
    """All problems with both languages, in ASCII: whatever is in a file, it reaches the reader as it is."""
    problems = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "severity": problem.severity.value,
            "reason": problem.reason,
            "remedy": problem.remedy,
            "source": problem.source,
        }
        for problem in report.every
    ]
    counts = {"version": VERSION, "errors": len(report.errors), "warnings": len(report.warnings)}
    return json.dumps({**counts, "problems": problems}, indent=2)


def as_github(report: Report, folder: Path, language: str) -> Iterator[str]:
    """A workflow command for each problem, so that GitHub shows it beside the line. `folder` is what was checked:
    GitHub wants paths from where the workflow stands."""
    before = _from_here(folder)
    for problem in report.every:
        yield _command(problem, before, language)


def _command(problem: Problem, before: str, language: str) -> str:
    properties = {"file": before + shown_place(problem.path)}
    if problem.line:
        properties["line"] = str(problem.line)
    if problem.column:
        properties["col"] = str(problem.column)
    properties["title"] = TITLES[language][problem.severity.value]
    kind = COMMANDS[problem.severity]
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {listed}::{_data(seen(problem.reason[language]))}%0A→ {_data(seen(problem.remedy[language]))}"


def _from_here(folder: Path) -> str:
    """What stands before a path of the checked folder, seen from the working directory: "" if they are the same."""
    way = Path(os.path.relpath(folder.resolve()))
    if way == Path("."):
        return ""
    return f"{way.as_posix() if '..' not in way.parts else folder.resolve().as_posix()}/"


def _data(text: str) -> str:
    """A message, escaped as the runner unescapes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property, which commas and colons would end, too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
