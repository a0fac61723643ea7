"""Reads the keyboards on the screen: content/keyboards/<name>.yaml."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from kiosk.domain.keyboard import BY_SCRIPT, DIGITS, GERMAN, MOST_KEYS, ROWS, SIGNS, Keyboard
from kiosk.loaders import faults_search as faults
from kiosk.loaders.faults import near
from kiosk.loaders.faults_fields import EMPTY
from kiosk.loaders.fields import Field, Group, Inspection, items_of, text_of
from kiosk.loaders.kinds import LANGUAGE_CODE
from kiosk.loaders.nodes import Node
from kiosk.loaders.records import Entries
from kiosk.loaders.tree import Tree

FOLDER = "keyboards"
Rows = tuple[tuple[str, ...], ...]


class KeyRows(Struct, frozen=True):
    """Rows of keys, each a line of letters with spaces between them. A wrong key spoils its keyboard: with one missing
    some words could not be written, and nobody would see why."""

    def read(self, node: Node, inspection: Inspection) -> Rows | None:
        """The rows from the top, each from left to right."""
        items = items_of(node, inspection)
        if items is None:
            return None
        if not items:
            inspection.report(node, EMPTY)
            return None
        if len(items) > ROWS:
            inspection.report(items[ROWS], faults.TOO_MANY_ROWS, limit=ROWS)
            return None
        seen: set[str] = set()
        rows = [_row(item, number == len(items) - 1, seen, inspection) for number, item in enumerate(items)]
        return tuple(row for row in rows if row) if all(rows) else None


def _row(node: Node, last: bool, seen: set[str], inspection: Inspection) -> tuple[str, ...] | None:
    """One row; the key that deletes stands at the end of the last one."""
    text = text_of(node, inspection)
    if text is None:
        return None
    keys = tuple(unicodedata.normalize("NFC", key) for key in text.split())
    sound = True
    most = MOST_KEYS - 1 if last else MOST_KEYS
    if len(keys) > most:
        inspection.report(node, faults.TOO_MANY_KEYS, count=len(keys), limit=most)
        sound = False
    for key in keys:
        if len(key) != 1 or not (key.isalnum() or key in SIGNS):
            inspection.report(node, faults.NO_KEY, value=key, signs=" ".join(SIGNS))
            sound = False
        elif key in seen:
            inspection.report(node, faults.KEY_TWICE, value=key)
            sound = False
        seen.add(key)
    return keys if sound else None


KEYBOARD = Group((
    Field("language", LANGUAGE_CODE, "Sprache der Buchstaben", "language of the letters"),
    Field("rows", KeyRows(), "Zeilen mit Buchstaben", "rows of letters", needed=True),
))  # fmt: skip


def read_keyboards(tree: Tree, languages: Entries, inspection: Inspection) -> dict[str, Keyboard]:
    """The keyboards by name. A language whose keyboard is missing or wrong gets the usual one of its script."""
    written = tree.ids(FOLDER)
    found: dict[str, Keyboard] = {}
    for name in written:
        table = tree.table(tree.name_of(FOLDER, name))
        record = KEYBOARD.read(table, inspection) if table else None
        if record:
            found[name] = Keyboard(name, record.get("language") or name, record["rows"])
    for name in (GERMAN, DIGITS):
        if name not in written:
            tree.report(tree.name_of(FOLDER, name), faults.NO_KEYBOARD, name=name)
    for code, record in languages.sound.items():
        wanted, letters = record.get("keyboard"), {code, BY_SCRIPT.get(record["script"], "")}
        if wanted and wanted not in written:
            inspection.report(
                record.place("keyboard"), faults.UNKNOWN_KEYBOARD, value=wanted, hint=near(wanted, written)
            )
        elif not wanted and code not in inspection.in_preparation and not letters & {*written}:
            inspection.report(record.place("code"), faults.NO_LETTERS, value=code)
    return found
