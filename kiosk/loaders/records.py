"""Reads the files of content/ into records, before anything is known about how they hang together."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kiosk.domain.language import SOURCE
from kiosk.loaders import faults_content, faults_fields, kinds
from kiosk.loaders.exceptions import report_days
from kiosk.loaders.fields import Group, Inspection, Record
from kiosk.loaders.nodes import Items, Node, Table, Text
from kiosk.loaders.tree import Tree

CENTRE = "centre"
"""The centre's id, and the name of its file."""


class Entries(Struct, frozen=True):
    """All entries of one kind: the sound ones by id, and the ids of all that were written, sound or not."""

    sound: dict[str, Record]
    written: tuple[str, ...]


class Records(Struct, frozen=True):
    """Everything that was read. With a broken frame `centre` is None, or `topics` or `languages` have none sound."""

    centre: Record | None
    languages: Entries
    topics: Entries
    emergency: Entries
    organisations: Entries
    services: Entries
    notices: Entries


def read_records(tree: Tree, inspection: Inspection) -> Records:
    """Read everything but words and translations; every problem is noted."""
    centre = tree.table(tree.name_of("", CENTRE))
    return Records(
        centre=kinds.CENTRE.read(centre, inspection) if centre else None,
        languages=_languages(tree, inspection),
        topics=_listed(tree, "topics", "id", kinds.TOPICS, inspection),
        emergency=_listed(tree, "emergency", "number", kinds.EMERGENCY, inspection),
        organisations=_organisations(tree, inspection),
        services=_folder(tree, "services", kinds.SERVICE, inspection),
        notices=_notices(tree, inspection),
    )


def _languages(tree: Tree, inspection: Inspection) -> Entries:
    """The languages; none are sound without German, because every text falls back to it."""
    found = _listed(tree, "languages", "code", kinds.LANGUAGES, inspection)
    if found.written and SOURCE not in found.sound:
        tree.report("languages.yaml", faults_content.NO_GERMAN)
        return Entries({}, found.written)
    for code, record in found.sound.items():
        if inspection.named and code not in inspection.named:
            inspection.report(record.place("code"), faults_content.UNNAMED_LANGUAGE, value=code)
        if code == SOURCE and not _offered(record):
            inspection.report(record.place("offered"), faults_content.ALWAYS_OFFERED)
            record.values["offered"] = True
        if code != SOURCE and _offered(record) and not record.get("speaks"):
            inspection.report(record.place("name"), faults_content.CANNOT_SAY_LANGUAGE, value=code)
    inspection.in_preparation = frozenset(code for code, record in found.sound.items() if not _offered(record))
    return found


def _offered(language: Record) -> bool:
    """Whether visitors can choose the language; if not, it is in preparation."""
    return bool(language.get("offered", True))


def _listed(tree: Tree, file: str, key: str, group: Group, inspection: Inspection) -> Entries:
    """The entries of a file that holds one list, by the field `key`; a second one with the same key is left out."""
    table = tree.table(tree.name_of("", file))
    record = group.read(table, inspection) if table else None
    if record is None:
        return Entries({}, ())
    name = group.fields[0].name
    written = _written(record.place(name), key)
    if not written and not record[name]:
        inspection.report(record.place(name), faults_fields.EMPTY)
    sound: dict[str, Record] = {}
    for entry in record[name]:
        if entry[key] in sound:
            inspection.report(entry.place(key), faults_content.TWICE, name=entry[key])
        else:
            sound[entry[key]] = entry
    return Entries(sound, written)


def _written(node: Node, key: str) -> tuple[str, ...]:
    """The keys of all entries of a list as they stand there, sound or not."""
    items: Sequence[Node] = node.items if isinstance(node, Items) else ()
    values = (item.values.get(key) for item in items if isinstance(item, Table))
    return tuple(value.text for value in values if isinstance(value, Text))


def _folder(tree: Tree, folder: str, group: Group, inspection: Inspection) -> Entries:
    """The entries of a folder with one file each."""
    written = tree.ids(folder)
    sound: dict[str, Record] = {}
    for identifier in written:
        table = tree.table(tree.name_of(folder, identifier))
        record = group.read(table, inspection) if table else None
        if record:
            sound[identifier] = record
    return Entries(sound, written)


def _notices(tree: Tree, inspection: Inspection) -> Entries:
    """The notices; one that ends before it begins cannot be shown."""
    found = _folder(tree, "notices", kinds.NOTICE, inspection)
    sound = {
        identifier: record
        for identifier, record in found.sound.items()
        if report_days(record, record["from"], record["until"], inspection)
    }
    return Entries(sound, found.written)


def _organisations(tree: Tree, inspection: Inspection) -> Entries:
    """The organisations; none may take the centre's own id."""
    found = _folder(tree, "organisations", kinds.ORGANISATION, inspection)
    if CENTRE in found.written:
        tree.report(tree.name_of("organisations", CENTRE), faults_content.RESERVED, name=CENTRE)
        found.sound.pop(CENTRE, None)
    return found
