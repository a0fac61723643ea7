"""`run_kiosk.py check`: reads everything that staff wrote and says what is wrong, where, and how to mend it."""

from __future__ import annotations

import argparse
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from kiosk.domain.problem import Problem, Severity
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.files import SUFFIX, names_in
from kiosk.loaders.pronunciation import load_pronunciation
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.loaders.theme import load_theme
from kiosk.text import fonts
from kiosk.theme.tokens import ROLES

SOUND, FAULTY, CANNOT_RUN = 0, 1, 2
"""Exit codes, for scripts: nothing to mend, something to mend, not even looked at."""

LONGEST_LINE = 120
"""Characters of a line that are shown; a longer one is cut around the place."""

WORDS = {
    "de": {
        "errors": "Fehler: Das fehlt auf dem Bildschirm, bis es berichtigt ist.",
        "warnings": "Hinweise: Der Kiosk läuft, aber das sollte jemand ansehen.",
        "notes": "Zur Kenntnis: Hier ist nichts zu berichtigen.",
        "counts": "Fehler: {errors}. Hinweise: {warnings}.",
        "sound": "Alles in Ordnung.",
        "cannot": "{place}: Hier ist kein Ordner „content“. Den Ordner angeben, in dem content und config liegen.",
    },
    "en": {
        "errors": "Errors: this is missing on the screen until it is mended.",
        "warnings": "Warnings: the kiosk runs, but somebody should look at this.",
        "notes": "For your information: nothing to mend here.",
        "counts": "Errors: {errors}. Warnings: {warnings}.",
        "sound": "All is well.",
        "cannot": "{place}: there is no folder 'content' here. Name the folder that holds content and config.",
    },
}
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_JOINERS = frozenset("\u00ad\u200b\u200c\u200d\u2060")
_HERE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found, sorted by place, each problem once."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> Report:
        """Sort problems; files are read for the catalog and for the strings, so the same one may come twice."""
        once = {(p.path, p.line, p.column, p.reason["de"]): p for p in problems}
        every = [once[key] for key in sorted(once)]
        return cls(*(tuple(one for one in every if one.severity is severity) for severity in Severity))

    @property
    def every(self) -> tuple[Problem, ...]:
        """Errors, then warnings, then notes."""
        return (*self.errors, *self.warnings, *self.notes)


def main(argv: Sequence[str]) -> int:
    """Check a folder and print what was found. The exit code: 0 sound, 1 errors (with --strict also warnings), 2 not
    looked at."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return CANNOT_RUN if stop.code else SOUND
    if not (options.folder / "content").is_dir():
        print(WORDS[options.language]["cannot"].format(place=options.folder), file=sys.stderr)
        return CANNOT_RUN
    try:
        report = Report.of(problems_in(options.folder, date.today()))
    except fonts.FontsMissing as missing:
        print(missing, file=sys.stderr)
        return CANNOT_RUN
    try:
        if options.format == "json":
            print(json.dumps(_machine_readable(report), indent=2), flush=True)
        else:
            print_problems(report.every, sys.stdout, options.language)
    except BrokenPipeError:  # `check | head`: the reader has seen enough; Python's own flush at exit must not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAULTY if report.errors or (options.strict and report.warnings) else SOUND


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run_kiosk.py check", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=_HERE, metavar="DIR", help="holds content/ and config/")
    parser.add_argument("--language", choices=("de", "en"), default="de", help="language of the report")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people or for machines")
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    return parser


def problems_in(folder: Path, today: date | None = None) -> list[Problem]:
    """Every problem of the content and the configuration in `folder`; with `today` also what is over. Raises
    FontsMissing without the icons' font."""
    content, themes = folder / "content", folder / "config" / "themes"
    settings, settings_problems = load_settings(folder / "config" / "kiosk.yaml")
    catalog, catalog_problems = load_catalog(content, settings.hosts, icon_names(), today)
    codes = [language.code for language in catalog.languages] if catalog else []
    waiting = [language.code for language in catalog.in_preparation] if catalog else []
    _, string_problems = load_strings(content, codes, in_preparation=waiting)
    _, list_problems = load_pronunciation(content, codes, waiting)
    problems = [*settings_problems, *catalog_problems, *string_problems, *list_problems]
    for name in sorted({settings.theme + SUFFIX, *(name for name in names_in(themes) if name.endswith(SUFFIX))}):
        problems += load_theme(themes / name, ROLES)[1]
    return problems


def icon_names() -> frozenset[str]:
    """The pictures that content may name: those that the icons' font has in both weights. Raises FontsMissing."""
    points = fonts.icons().points
    filled = (name.removesuffix("-fill") for name in points if name.endswith("-fill"))
    return frozenset(name for name in filled if f"{name}-bold" in points)


def print_problems(problems: Iterable[Problem], stream: TextIO, language: str) -> None:
    """Print problems for a person who mends files, in "de" or "en": errors, warnings, notes, then how many."""
    words, report = WORDS[language], Report.of(problems)
    for heading, group in (("errors", report.errors), ("warnings", report.warnings), ("notes", report.notes)):
        if group:
            _write(stream, words[heading], "")
        for problem in group:
            _write(stream, *_lines(problem, language), "")
    if not report.errors and not report.warnings:
        _write(stream, words["sound"])
    else:
        _write(stream, words["counts"].format(errors=len(report.errors), warnings=len(report.warnings)))
    stream.flush()


def _write(stream: TextIO, *lines: str) -> None:
    """Write lines, whatever the terminal can show: a report must not fail over an Arabic letter."""
    encoding = stream.encoding or "utf-8"
    for line in lines:
        stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def _lines(problem: Problem, language: str) -> list[str]:
    lines = [":".join(str(part) for part in (problem.path, problem.line, problem.column) if part)]
    if problem.source.strip():
        lines += _shown(problem.source, problem.column)
    return [*lines, f"  {problem.reason[language]}", f"  → {problem.remedy[language]}"]


def _shown(source: str, column: int) -> list[str]:
    """The line, and a caret below the place; control characters are made visible: no file may steer a terminal."""
    start = max(0, column - LONGEST_LINE // 2) if len(source) > LONGEST_LINE else 0
    part = source[start : start + LONGEST_LINE]
    before = part[: max(0, column - 1 - start)]
    padding = "".join(" " * _width(character) for character in before)
    line = "".join(_visible(character) for character in part)
    return [f"    {line}", f"    {padding}^"] if column else [f"    {line}"]


def _visible(character: str) -> str:
    if character == "\t":
        return "→"
    return "▯" if unicodedata.category(character) in ("Cc", "Zl", "Zp") or character in _TURNS else character


def _width(character: str) -> int:
    """Columns of a character on a terminal: marks stand over the letter before, East Asian letters are wide."""
    if unicodedata.combining(character) or character in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _machine_readable(report: Report) -> dict[str, object]:
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
    return {"errors": len(report.errors), "warnings": len(report.warnings), "problems": problems}
