"""What is wrong with staff's files, as people read it: errors first, then warnings, then notes, each with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TextIO

from msgspec import Struct

from kiosk.domain.problem import Problem, Severity

LONGEST_LINE = 120
"""Characters of a line that are shown; a longer one is cut around the place."""

LONGEST_PATH = 200
"""Characters of a path that are shown. No file of ours comes near it; a system allows 255 for each name."""

WORDS = {
    "de": {
        "errors": "Fehler: Das fehlt auf dem Bildschirm oder führt in die Irre, bis es berichtigt ist.",
        "warnings": "Hinweise: Der Kiosk läuft, aber das sollte jemand ansehen.",
        "notes": "Zur Kenntnis: Hier ist nichts zu berichtigen.",
        "counts": "Fehler: {errors}. Hinweise: {warnings}.",
        "sound": "Alles in Ordnung.",
    },
    "en": {
        "errors": "Errors: this is missing on the screen, or misleads, until it is mended.",
        "warnings": "Warnings: the kiosk runs, but somebody should look at this.",
        "notes": "For your information: nothing to mend here.",
        "counts": "Errors: {errors}. Warnings: {warnings}.",
        "sound": "All is well.",
    },
}
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_JOINERS = frozenset("\u00ad\u200b\u200c\u200d\u2060")
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")


class Report(Struct, frozen=True):
    """Everything that was found, sorted by place, each problem once."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> Report:
        """Sort problems; files are read for the catalog and for the strings, so the same one may come twice."""
        once = {(p.path, p.line, p.column, p.reason["de"], p.remedy["de"]): p for p in problems}
        every = [once[key] for key in sorted(once)]
        return cls(*(tuple(one for one in every if one.severity is severity) for severity in Severity))

    @property
    def every(self) -> tuple[Problem, ...]:
        """Errors, then warnings, then notes."""
        return self.errors + self.warnings + self.notes


def print_problems(problems: Iterable[Problem], stream: TextIO, language: str, errors: str = "") -> None:
    """Print problems for a person who mends files, in "de" or "en": errors, warnings, notes, then how many. `errors`
    says what errors mean where they take nothing off the screen."""
    words, report = WORDS[language], Report.of(problems)
    words = {**words, "errors": errors or words["errors"]}
    for heading, group in (("errors", report.errors), ("warnings", report.warnings), ("notes", report.notes)):
        if group:
            write(stream, words[heading], "")
        for problem in group:
            write(stream, *_lines(problem, language), "")
    if not report.errors and not report.warnings:
        write(stream, words["sound"])
    else:
        write(stream, words["counts"].format(errors=len(report.errors), warnings=len(report.warnings)))
    stream.flush()


def write(stream: TextIO, *lines: str) -> None:
    """Write lines, whatever the terminal can show: a report must not fail over an Arabic letter."""
    encoding = stream.encoding or "utf-8"
    for line in lines:
        stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def seen(text: str) -> str:
    """A text with everything made visible that could steer a terminal, or turn what stands after it."""
    return text if text.isascii() and text.isprintable() else "".join(_visible(character) for character in text)


def shown_place(path: str) -> str:
    """A path as it may be printed: a file's name is as little to be trusted as what is in it."""
    return seen(path if len(path) <= LONGEST_PATH else path[: LONGEST_PATH - 1] + "…")


def _lines(problem: Problem, language: str) -> list[str]:
    place = (shown_place(problem.path), problem.line, problem.column)
    lines = [":".join(str(part) for part in place if part)]
    if problem.source.strip():
        lines += _shown(problem.source, problem.column)
    return [*lines, f"  {seen(problem.reason[language])}", f"  → {seen(problem.remedy[language])}"]


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
    return "▯" if unicodedata.category(character) in _UNSEEN or character in _TURNS else character


def _width(character: str) -> int:
    """Columns of a character on a terminal: marks stand over the letter before, East Asian letters are wide."""
    if unicodedata.combining(character) or character in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
