"""The only door to PyYAML: a file becomes nodes that know their place; every value is text.

PyYAML's own loading is not used. It reads `no` as False, `8:30` as 510 and `04177` as 2175, keeps the last of two equal
keys in silence, and can be blown up with aliases and merge keys (reliability.md 2.3). We take its stream of events,
which knows none of that: types come later, from the fields (fields.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import yaml
from msgspec import Struct

from kiosk.domain.problem import Problem, Severity
from kiosk.loaders import faults_files as faults
from kiosk.loaders.characters import LINE_BREAK, code, decoded, forbidden, isolates_closed
from kiosk.loaders.faults import MOST_REPORTED, Fault, Value
from kiosk.loaders.files import data_of, shown_path
from kiosk.loaders.syntax import Complaint, meaning

MOST_LEVELS = 12
"""Mappings and lists inside each other. Content needs five."""

# libyaml is ten times as fast. Its own loader crashes on 50,000 brackets, its events do not: they come one by one,
# and we stop at the thirteenth level.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GLUED_REMARK = re.compile(r"\s+#\S")
_NOTHING = frozenset({"~", "null", "Null", "NULL"})


class Source(Struct, frozen=True):
    """The file a node comes from: its path as problems show it, and its lines."""

    path: str
    lines: tuple[str, ...]

    def problem(self, fault: Fault, line: int, column: int, /, **values: Value) -> Problem:
        """A problem at a place; `line` and `column` count from 1, line 0 is the whole file."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return fault.at(self.path, line, column, text, **values)


class Node(Struct, frozen=True):
    """Anything in a file, and where it begins (counted from 1)."""

    source: Source
    line: int
    column: int

    def problem(self, fault: Fault, /, **values: Value) -> Problem:
        """A problem with this node."""
        return self.source.problem(fault, self.line, self.column, **values)


class Text(Node, frozen=True):
    """A value: always text, in NFC. `~` and an empty value are ""."""

    text: str


class Items(Node, frozen=True):
    """A list."""

    items: tuple[Node, ...]


class Table(Node, frozen=True):
    """A mapping: names with their places, and values."""

    names: Mapping[str, Text]
    values: Mapping[str, Node]


Parsed = tuple[Node | None, tuple[Problem, ...]]
"""The content of a file, None if it has a fault that makes it unreadable, and all problems."""

_ahead: dict[tuple[str, str], Parsed] = {}
"""What a text was parsed as, with the path it is shown by."""


def read(path: Path, root: Path) -> Parsed:
    """The content of a YAML file inside `root`. Never raises for anything that a file may hold."""
    shown = shown_path(path, root)
    data, problem = data_of(path, root)
    if data is None:
        return None, (problem,) if problem else ()
    text = decoded(data)
    if isinstance(text, int):
        return None, (faults.NOT_UTF8.at(shown, text, 1),)
    return _ahead.get((text, shown)) or parsed(text, shown)


def read_ahead(path: Path, root: Path) -> None:
    """Parse a file that will be read: `read` takes what came of it if the file still holds that very text then. It is
    kept as long as the process lives, so this is for one that waits to read once."""
    data, _ = data_of(path, root)
    text = decoded(data) if data is not None else 0
    if isinstance(text, str):
        shown = shown_path(path, root)
        _ahead[text, shown] = parsed(text, shown)


def parsed(text: str, path: str) -> Parsed:
    """The content of a YAML text that is shown as `path`; like `read` for what is not in a file."""
    source = Source(path, tuple(LINE_BREAK.split(text)))
    problems = list(_character_problems(text, source))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, tuple(problems)
    composer = _Composer(text, source)
    node = composer.document()
    problems += composer.problems
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    return None if broken else node, tuple(problems)


def _character_problems(text: str, source: Source) -> Iterator[Problem]:
    for index, fault in islice(forbidden(text), MOST_REPORTED):
        before = LINE_BREAK.split(text[:index])
        yield source.problem(fault, len(before), len(before[-1]) + 1, code=code(text[index]))


class _Stop(Exception):
    """Nothing after this place can be understood."""


class _Composer:
    """Builds nodes from events; collects problems and goes on wherever it can."""

    def __init__(self, text: str, source: Source) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._source = source
        self._events: Iterator[yaml.Event] = iter(())

    def document(self) -> Node | None:
        """The root node; None for an empty file or after a problem that ends the reading."""
        try:
            self._events = yaml.parse(self._text, Loader=_LOADER)
            return self._document()
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            self._syntax_error(error)
        except Exception as error:  # RecursionError, ValueError, ReaderError …: whatever a parser can throw is a fault
            self.problems.append(self._source.problem(faults.NOT_YAML, 0, 0, detail=f"{type(error).__name__}: {error}"))
        return None

    def _document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._report(event, faults.SECOND_DOCUMENT)
                    raise _Stop
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1)
        if root is None or (isinstance(root, Text) and not root.text):
            self.problems.append(self._source.problem(faults.EMPTY_FILE, 0, 0))
            return None
        return root

    def _node(self, event: yaml.Event, level: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            self._report(event, faults.ANCHOR)
        if getattr(event, "tag", None) is not None:
            self._report(event, faults.TAG)
        if isinstance(event, yaml.CollectionStartEvent) and level > MOST_LEVELS:
            self._report(event, faults.TOO_DEEP, limit=MOST_LEVELS)
            raise _Stop
        if isinstance(event, yaml.MappingStartEvent):
            return self._table(event, level)
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self._node(item, level + 1) for item in self._until(yaml.SequenceEndEvent))
            return Items(self._source, *_place(event), items)
        return self._scalar(event)

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield event

    def _table(self, event: yaml.Event, level: int) -> Table:
        names: dict[str, Text] = {}
        values: dict[str, Node] = {}
        for key_event in self._until(yaml.MappingEndEvent):
            key = self._node(key_event, level + 1)
            value = self._node(next(self._events), level + 1)
            if not isinstance(key, Text) or not key.text:
                self._report(key_event, faults.BAD_KEY)
            elif key.text == "<<":
                self._report(key_event, faults.MERGE_KEY)
            elif key.text in names:
                self._report(key_event, faults.DUPLICATE, name=key.text, first=names[key.text].line)
            else:
                names[key.text], values[key.text] = key, value
        return Table(self._source, *_place(event), names, values)

    def _scalar(self, event: yaml.Event) -> Text:
        value: str = getattr(event, "value", "")
        plain = not getattr(event, "style", None)
        if plain:
            if event.end_mark and self._remark_follows(event.end_mark.line, event.end_mark.column):
                self._report(event, faults.SWALLOWED)
            if value in _NOTHING:
                value = ""
        if not value.isascii() or not plain:
            self._judge(event, value)
            value = unicodedata.normalize("NFC", value)
        return Text(self._source, *_place(event), value)

    def _remark_follows(self, line: int, column: int) -> bool:
        """Whether a "#" that may belong to the text swallows the rest of the line."""
        text = self._source.lines[line] if line < len(self._source.lines) else ""
        return _GLUED_REMARK.match(text, column) is not None

    def _judge(self, event: yaml.Event, value: str) -> None:
        """Characters that came in by escapes such as "\\u202e", and isolates that are left open."""
        if getattr(event, "style", None) == '"':
            for index, fault in forbidden(value):
                self._report(event, fault, code=code(value[index]))
        if not isolates_closed(value):
            self._report(event, faults.OPEN_ISOLATE)

    def _report(self, event: yaml.Event, fault: Fault, /, **values: Value) -> None:
        if len(self.problems) >= MOST_REPORTED:
            raise _Stop
        problem = self._source.problem(fault, *_place(event), **values)
        if problem not in self.problems:
            self.problems.append(problem)

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> None:
        mark, start = error.problem_mark or error.context_mark, error.context_mark
        if mark is None:
            self.problems.append(self._source.problem(faults.NOT_YAML, 0, 0, detail=str(error)))
            return
        began = (start.line, start.column) if start else (None, 0)
        said = meaning(Complaint(error.problem or "", mark.line, mark.column, *began), self._source.lines)
        self.problems.append(self._source.problem(said.fault, said.line + 1, said.column + 1, **said.values))


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)
