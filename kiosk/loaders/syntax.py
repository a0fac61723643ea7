"""What a YAML parser's complaint means to the person who wrote the file.

The parser's own words ("did not find expected key") help nobody at a front desk; the line usually tells what happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from kiosk.loaders import faults_files as faults
from kiosk.loaders.faults import Fault

_FIELD = re.compile(r"^\s*(?:- )?([\w.-]+):\s")
_GLUED = re.compile(r"^\s*(?:- )?([\w.-]+):(?![\s/])\S")
_AFTER_QUOTE = re.compile(r""":\s+(?:"[^"]*"|'[^']*')\s*[^\s#,\]}]""")


class Complaint(Struct, frozen=True):
    """What the parser said: `problem` at a place, and where the thing began in which it happened (lines from 0)."""

    problem: str
    line: int
    column: int
    start_line: int | None = None
    start_column: int = 0


class Meaning(Struct, frozen=True):
    """A complaint in our words: fault, place (lines from 0) and values for the fault's gaps."""

    fault: Fault
    line: int
    column: int
    values: dict[str, str]


def meaning(complaint: Complaint, lines: Sequence[str]) -> Meaning:
    """What happened, judged by the complaint and the lines around it."""
    return _unclosed(complaint, lines) or _by_line(complaint, lines) or _unknown(complaint, lines)


def _unclosed(said: Complaint, lines: Sequence[str]) -> Meaning | None:
    if said.start_line is None:
        return None
    if "node content" in said.problem and not _text(lines, said.line).strip():
        return _last_bracket(lines)
    start = said.start_line, said.start_column
    if "unexpected end of stream" in said.problem:
        return Meaning(faults.OPEN_QUOTE, *start, {})
    if "or ']'" in said.problem or "or '}'" in said.problem:
        return Meaning(faults.OPEN_BRACKET, *start, {})
    return None


def _last_bracket(lines: Sequence[str]) -> Meaning | None:
    """The file ends right after a bracket: the parser names the end, the person needs the bracket."""
    for number in range(len(lines) - 1, -1, -1):
        column = max(lines[number].rfind("["), lines[number].rfind("{"))
        if column >= 0:
            return Meaning(faults.OPEN_BRACKET, number, column, {})
    return None


def _by_line(said: Complaint, lines: Sequence[str]) -> Meaning | None:
    line = _text(lines, said.line)
    here = said.line, said.column
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or "tab character" in said.problem:
        return Meaning(faults.TAB, said.line, max(line.find("\t"), 0), {})
    if "escape" in said.problem or "hexdecimal" in said.problem:  # the second is PyYAML's own spelling
        return Meaning(faults.BACKSLASH, *here, {})
    if "cannot start any token" in said.problem or "alphabetic or numeric" in said.problem:
        column = said.column - 1 if "alphabetic" in said.problem else said.column
        return Meaning(faults.BAD_START, said.line, column, {"character": line[column : column + 1]})
    if "mapping values are not allowed" in said.problem:
        return _colon(said, lines)
    if "expected ':'" in said.problem:
        return _no_colon(said.start_line if said.start_line is not None else said.line, lines)
    if _AFTER_QUOTE.search(line):
        return Meaning(faults.AFTER_QUOTE, *here, {})
    return None


def _colon(said: Complaint, lines: Sequence[str]) -> Meaning:
    """A colon where none is expected: in the text, after a line without one, or in a line indented too far."""
    line, before = _text(lines, said.line), _text(lines, said.line - 1)
    field = _FIELD.match(line)
    if field and said.column > field.end(1):
        return Meaning(faults.COLON_IN_TEXT, said.line, said.column, {"name": field[1]})
    if before.strip() and not _FIELD.match(before + " ") and not before.lstrip().startswith(("#", "- ")):
        return _no_colon(said.line - 1, lines)
    return Meaning(faults.INDENT, said.line, len(line) - len(line.lstrip()), {})


def _no_colon(number: int, lines: Sequence[str]) -> Meaning:
    line = _text(lines, number)
    column = len(line) - len(line.lstrip())
    glued = _GLUED.match(line)
    if glued:
        return Meaning(faults.NO_SPACE_AFTER_COLON, number, column, {"name": glued[1]})
    return Meaning(faults.NO_COLON, number, column, {})


def _unknown(said: Complaint, lines: Sequence[str]) -> Meaning:
    line = _text(lines, said.line)
    first = len(line) - len(line.lstrip())
    if "did not find expected" in said.problem or "expected <" in said.problem or "not allowed" in said.problem:
        if said.column <= first and line.strip():
            return Meaning(faults.INDENT, said.line, said.column, {})
        character = line[said.column : said.column + 1]
        if character and character in ",]}-?:|>":
            return Meaning(faults.BAD_START, said.line, said.column, {"character": character})
    return Meaning(faults.NOT_YAML, said.line, said.column, {"detail": said.problem or "?"})


def _text(lines: Sequence[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""
