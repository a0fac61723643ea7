"""Loads the content: content/ → Catalog, with every problem on the way.

What is wrong is left out and reported, the rest lives: a field that may be missing, else its entry. Only a broken
frame (centre, languages, topics, or no German words for the interface) leaves no catalog at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from kiosk.domain.catalog import Catalog, EmergencyNumber, Notice, Organisation, Service, Topic
from kiosk.domain.language import SOURCE, Words
from kiosk.domain.problem import Problem
from kiosk.loaders import entries, faults_content, faults_files, kinds, order
from kiosk.loaders.faults import near
from kiosk.loaders.fields import Group, Inspection, Record
from kiosk.loaders.files import names_in
from kiosk.loaders.guide import Shown, read_guide
from kiosk.loaders.keyboards import read_keyboards
from kiosk.loaders.kinds import item_fields
from kiosk.loaders.maps import map_of
from kiosk.loaders.records import CENTRE, Records, read_records
from kiosk.loaders.references import where, with_topic
from kiosk.loaders.search_words import read_search_words
from kiosk.loaders.strings import FOLDER as STRINGS
from kiosk.loaders.strings import german_strings, translated_words
from kiosk.loaders.tree import Tree, Witness, unwatched
from kiosk.loaders.wording import Wording

LANGUAGE_NAME = "language."
"""Begins the keys of the interface's words that name a language: language.ar."""

_KNOWN = (
    *("centre.yaml", "languages.yaml", "topics.yaml", "emergency.yaml", "guide.yaml"),
    *("keyboards", "notices", "organisations", "pronunciation", "search", "services", "strings", "translations"),
)
_REMARKS = (".md", ".txt")


def load_catalog(
    content_dir: Path,
    hosts: frozenset[str],
    icons: frozenset[str] = frozenset(),
    today: date | None = None,
    offer_all: bool = False,
    witness: Witness = unwatched,
) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """The catalog in `content_dir` and every problem; None if its frame is broken. Never raises for what staff wrote.

    `hosts` are the sites that QR codes may lead to, `icons` the pictures that can be drawn; without any their names
    are not checked. With `today` what is over is reported, too. With `offer_all` languages in preparation are offered
    like the others: for their voices, never to visitors. `witness` is told of each file that is read.
    """
    tree = Tree(content_dir, witness)
    if not content_dir.is_dir():
        tree.report("", faults_files.MISSING_FOLDER)
        return None, tuple(tree.problems)
    _report_unknown_names(tree)
    inspection = Inspection(tree.problems, hosts, icons=icons, today=today)
    strings = german_strings(tree, inspection) or {}
    inspection.named = _named_in(strings)
    records = read_records(tree, inspection)
    codes = [code for code in records.languages.sound if code != SOURCE]
    catalog = _catalog(records, tree, inspection, Wording(tree, inspection, codes))
    if catalog and offer_all:
        every = tuple(entries.language(record) for record in records.languages.sound.values())
        catalog = replace(catalog, languages=every)
    return (catalog if strings else None), tuple(tree.problems)


def german_texts(content_dir: Path) -> dict[str, Mapping[str, Mapping[str, str]]]:
    """All German texts that are shown and translated, by kind, entry and key; those of entries with errors are not
    among them. The words of the interface are the kind "strings", with the one entry "strings"."""
    tree = Tree(content_dir)
    inspection = Inspection(tree.problems)
    wording = Wording(tree, inspection, ())
    _catalog(read_records(tree, inspection), tree, inspection, wording)
    return {STRINGS: {STRINGS: german_strings(tree, inspection) or {}}, **wording.germans}


def language_names(tree: Tree) -> frozenset[str]:
    """The codes of the languages that the kiosk can name."""
    return _named_in(german_strings(tree, Inspection([])) or {})


def _named_in(strings: Iterable[str]) -> frozenset[str]:
    return frozenset(key.removeprefix(LANGUAGE_NAME) for key in strings if key.startswith(LANGUAGE_NAME))


def _report_unknown_names(tree: Tree) -> None:
    for name in names_in(tree.root):
        if name not in _KNOWN and not name.endswith(_REMARKS):
            tree.report(name, faults_files.UNKNOWN_NAME, name=name, hint=near(name, _KNOWN))


def _catalog(records: Records, tree: Tree, inspection: Inspection, wording: Wording) -> Catalog | None:
    """The catalog, or None if the frame is broken: then what can be checked has been checked all the same."""
    languages = tuple(entries.language(record) for record in records.languages.sound.values())
    topics = _topics(records, wording)
    emergency = _emergency(records, wording)
    organisations = _organisations(records, wording, inspection)
    services = _services(records, wording, inspection)
    notices = _notices(records, wording)
    centre = _centre(records, wording, inspection)
    written = frozenset((*records.services.written, *records.organisations.written))
    guide = read_guide(tree, wording, Shown(topics, services, organisations, written), inspection)
    codes = [language.code for language in languages]
    keyboards = read_keyboards(tree, records.languages, inspection)
    ids = (CENTRE, *written, *records.topics.written)
    other_words = read_search_words(tree, codes, ids, inspection) if codes else {}
    _report_preparation(records, wording, tree, inspection)
    if centre is None or not languages or not topics:
        return None
    return Catalog(
        centre,
        tuple(language for language in languages if language.offered),
        topics,
        services,
        organisations,
        emergency,
        wording.made(),
        notices,
        guide=guide,
        keyboards=keyboards,
        other_words=other_words,
        in_preparation=tuple(language for language in languages if not language.offered),
    )


def _report_preparation(records: Records, wording: Wording, tree: Tree, inspection: Inspection) -> None:
    """How far each language in preparation is: one sum over the texts of the content and the interface's words."""
    for code in sorted(inspection.in_preparation):
        record = records.languages.sound[code]
        done, count = (sum(pair) for pair in zip(wording.progress(code), translated_words(tree, code), strict=True))
        name = f"{record['german']} ({code})"
        inspection.report(record.place("offered"), faults_content.IN_PREPARATION, name=name, done=done, count=count)


def _centre(records: Records, wording: Wording, inspection: Inspection) -> Organisation | None:
    if records.centre is None:
        return None
    germans = {CENTRE: entries.germans_of(records.centre, kinds.CENTRE)}
    words = wording.words(CENTRE, germans, [CENTRE])[CENTRE]
    return entries.organisation(CENTRE, records.centre, words, map_of(records.centre, inspection))


def _one_file(records: Iterable[Record], key: str, group: Group, kind: str, wording: Wording) -> Mapping[str, Words]:
    """The words of entries that stand in one file, and whose translations do so too."""
    germans: dict[str, str] = {}
    for record in records:
        germans |= entries.germans_of(record, item_fields(group), f"{record[key]}.")
    return wording.words(kind, {kind: germans}, [kind])[kind]


def _topics(records: Records, wording: Wording) -> dict[str, Topic]:
    sound = records.topics.sound
    words = _one_file(sound.values(), "id", kinds.TOPICS, "topics", wording)
    return {identifier: entries.topic(record, words) for identifier, record in sound.items()}


def _emergency(records: Records, wording: Wording) -> tuple[EmergencyNumber, ...]:
    sound = records.emergency.sound
    words = _one_file(sound.values(), "number", kinds.EMERGENCY, "emergency", wording)
    return tuple(entries.emergency_number(record, words) for record in sound.values())


def _organisations(records: Records, wording: Wording, inspection: Inspection) -> dict[str, Organisation]:
    sound = records.organisations.sound
    germans = {identifier: entries.germans_of(record, kinds.ORGANISATION) for identifier, record in sound.items()}
    words = wording.words("organisations", germans, records.organisations.written)
    maps = {identifier: map_of(record, inspection) for identifier, record in sound.items()}
    return {
        identifier: entries.organisation(identifier, sound[identifier], words[identifier], maps[identifier])
        for identifier in order.organisations(sound)
    }


def _notices(records: Records, wording: Wording) -> dict[str, Notice]:
    sound = records.notices.sound
    germans = {identifier: entries.germans_of(record, kinds.NOTICE) for identifier, record in sound.items()}
    words = wording.words("notices", germans, records.notices.written)
    return {
        identifier: entries.notice(identifier, sound[identifier], words[identifier])
        for identifier in order.notices(sound)
    }


def _services(records: Records, wording: Wording, inspection: Inspection) -> dict[str, Service]:
    shown = with_topic(records.services, records.topics, inspection) if records.topics.written else {}
    topics = tuple(records.topics.sound.values())
    order.report_orders(shown, records.services.written, topics, inspection)
    germans = {identifier: entries.germans_of(record, kinds.SERVICE) for identifier, record in shown.items()}
    words = wording.words("services", germans, records.services.written)
    places = {identifier: where(record, records.organisations, inspection) for identifier, record in shown.items()}
    return {
        identifier: entries.service(identifier, shown[identifier], words[identifier], places[identifier])
        for identifier in order.services(shown, topics)
    }
