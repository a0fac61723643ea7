"""Fields: what each kind of value looks like, and how it is read. Every problem is collected, none stops the reading.

An error takes the smallest thing it stands in off the screen: a field that may be missing, else the whole entry.
`read` of a kind gives the value, or None after an error. The kinds are plain frozen values, so that an editor's schema
and a handbook can be made from the same tables (kinds.py) that the files are read with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from msgspec import Struct

from kiosk.domain.problem import Problem
from kiosk.loaders import faults_fields as faults
from kiosk.loaders.faults import MOST_REPORTED, Both, Fault, Value, near
from kiosk.loaders.nodes import Items, Node, Table, Text

MOST_ITEMS = 200
"""Items of a list: no topic, no week and no list of papers needs as many."""

_SPACES = re.compile(r"[ \t\r\n]+")


class Inspection(Struct):
    """What reading needs to know and what it found: problems, the allowed hosts, the languages that have a name, the
    pictures there are (none: their names are not checked), which day it is (None: what is over is not told), and the
    languages that are in preparation: of what is missing in them only the sum is told."""

    problems: list[Problem]
    hosts: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    icons: frozenset[str] = frozenset()
    today: date | None = None
    in_preparation: frozenset[str] = frozenset()

    def report(self, node: Node, fault: Fault, /, **values: Value) -> None:
        """Note a problem with `node`."""
        self.problems.append(node.problem(fault, **values))


class Kind(Protocol):
    """A kind of value."""

    def read(self, node: Node, inspection: Inspection) -> Any | None:
        """The value, or None after an error has been reported."""


class Field(Struct, frozen=True):
    """One field: `needed` without which the entry cannot be shown, and what it is for, in words for staff."""

    name: str
    kind: Kind
    de: str
    en: str
    needed: bool = False


class Record(Struct):
    """An entry's values by field name, and the node they come from."""

    node: Table
    values: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def get(self, name: str, otherwise: Any = "") -> Any:
        """The value, or `otherwise` if the field is missing or was wrong."""
        return self.values.get(name, otherwise)

    def place(self, name: str) -> Node:
        """Where the field's value stands, for a problem found later."""
        return self.node.values.get(name, self.node)

    def item(self, name: str, text: str) -> Node:
        """Where `text` stands in the list of a field."""
        items = self.place(name)
        for item in items.items if isinstance(items, Items) else ():
            if isinstance(item, Text) and item.text == text:
                return item
        return items


def text_of(node: Node, inspection: Inspection) -> str | None:
    """The text of a value with single spaces, or None after a problem. Empty is a problem."""
    if not isinstance(node, Text):
        inspection.report(node, faults.NOT_TEXT)
        return None
    text = _SPACES.sub(" ", node.text).strip(" ")
    if not text:
        inspection.report(node, faults.EMPTY)
        return None
    return text


_FIELDS_HINT = Both("Feldname, Doppelpunkt, Leerzeichen, Wert.", "Field name, colon, space, value.")


class Group(Struct, frozen=True):
    """Indented fields. Read into a Record, or None if a needed field is missing or wrong."""

    fields: tuple[Field, ...]
    hint: Both = _FIELDS_HINT

    def read(self, node: Node, inspection: Inspection) -> Record | None:
        """The record; unknown, missing and wrong fields are all reported."""
        if not isinstance(node, Table):
            inspection.report(node, faults.NOT_FIELDS, hint=self.hint)
            return None
        values: dict[str, Any] = {}
        complete = True
        self._unknown(node, inspection)
        for wanted in self.fields:
            if wanted.name not in node.values:
                if wanted.needed:
                    what = Both(wanted.de, wanted.en)
                    inspection.report(node, faults.MISSING_FIELD, name=wanted.name, what=what)
                    complete = False
                continue
            value = wanted.kind.read(node.values[wanted.name], inspection)
            if value is None:
                complete = complete and not wanted.needed
            else:
                values[wanted.name] = value
        return Record(node, values) if complete else None

    def _unknown(self, node: Table, inspection: Inspection) -> None:
        names = [wanted.name for wanted in self.fields]
        free = [name for name in names if name not in node.names] or names
        for name in first_missing(node.names, names)[:MOST_REPORTED]:
            inspection.report(node.names[name], faults.UNKNOWN_FIELD, name=name, hint=near(name, free))


def items_of(node: Node, inspection: Inspection) -> tuple[Node, ...] | None:
    """The items of a list, or None after a problem. What is beyond any list that people read is cut off."""
    if isinstance(node, Text) and not node.text:
        inspection.report(node, faults.EMPTY)
        return None
    if not isinstance(node, Items):
        inspection.report(node, faults.NOT_LIST)
        return None
    if len(node.items) > MOST_ITEMS:
        inspection.report(node.items[MOST_ITEMS], faults.TOO_MANY_ITEMS, limit=MOST_ITEMS)
    return node.items[:MOST_ITEMS]


class Listed(Struct, frozen=True):
    """A list of one kind. Wrong items are left out; with `whole` one wrong item spoils the list (half a list of what
    to bring would be worse than none)."""

    kind: Kind
    whole: bool = False

    def read(self, node: Node, inspection: Inspection) -> tuple[Any, ...] | None:
        """The items in their order."""
        items = items_of(node, inspection)
        if items is None:
            return None
        values = [self.kind.read(item, inspection) for item in items]
        if self.whole and any(value is None for value in values):
            return None
        return tuple(value for value in values if value is not None)


class Keyed(Struct, frozen=True):
    """Values of one kind under names that are free to choose. Wrong values are left out."""

    kind: Kind
    hint: Both = _FIELDS_HINT

    def read(self, node: Node, inspection: Inspection) -> Mapping[str, Any] | None:
        """The values by name, in their order."""
        if not isinstance(node, Table):
            inspection.report(node, faults.NOT_FIELDS, hint=self.hint)
            return None
        read = {name: self.kind.read(value, inspection) for name, value in node.values.items()}
        return {name: value for name, value in read.items() if value is not None}


def first_missing(wanted: Iterable[str], there: Iterable[str]) -> list[str]:
    """Those of `wanted` that are not `there`, in their order."""
    have = set(there)
    return [name for name in wanted if name not in have]
