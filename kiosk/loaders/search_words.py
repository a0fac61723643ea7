"""Reads the other words by which people search: content/search/<language>.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.domain.language import SOURCE, base_of
from kiosk.loaders import faults_content
from kiosk.loaders import faults_search as faults
from kiosk.loaders.faults import MOST_REPORTED, near
from kiosk.loaders.fields import Field, Group, Inspection, Keyed, Listed, Record, first_missing
from kiosk.loaders.files import SUFFIX, names_in
from kiosk.loaders.nodes import Items, Node, Table
from kiosk.loaders.tree import Tree
from kiosk.loaders.values import Line

FOLDER = "search"
LONGEST = 60
"""Characters of a word; a longer one is a sentence that nobody types."""
WORDS = Group((
    Field("words", Keyed(Listed(Line(LONGEST))), "Wörter je Kennung", "words by id", needed=True),
))  # fmt: skip

Words = dict[str, tuple[str, ...]]


def read_search_words(
    tree: Tree, languages: Sequence[str], ids: Sequence[str], inspection: Inspection
) -> dict[str, Words]:
    """The other words by language and id. `ids` are those of all that can be found, sound or not. A fault costs the
    word or the line that it is in; without any of these words names are found all the same."""
    for name in names_in(tree.root / FOLDER):
        code = name.removesuffix(SUFFIX)
        if code + SUFFIX != name or code not in languages:
            tree.report(f"{FOLDER}/{name}", faults_content.NOT_OFFERED, value=code, hint=near(code, languages))
    found = {code: _read(tree, code, ids, inspection) for code in languages}
    return {code: words for code, words in found.items() if words}


def _read(tree: Tree, code: str, ids: Sequence[str], inspection: Inspection) -> Words:
    name = tree.name_of(FOLDER, code)
    if not tree.has(name):
        german = code != SOURCE and base_of(code) == SOURCE  # by German words everything is found in every language
        if code not in inspection.in_preparation and not german:
            tree.report(name, faults.NO_WORDS, name=code + SUFFIX)
        return {}
    table = tree.table(name)
    record = WORDS.read(table, inspection) if table else None
    if record is None:
        return {}
    words: Mapping[str, tuple[str, ...]] = record["words"]
    for unknown in first_missing(words, ids)[:MOST_REPORTED]:
        inspection.report(_line(record, unknown), faults.UNKNOWN_ID, value=unknown, hint=near(unknown, ids))
    return {key: _once(record, key, listed, inspection) for key, listed in words.items() if key in ids}


def _line(record: Record, key: str) -> Node:
    words = record.place("words")
    return words.names.get(key, words) if isinstance(words, Table) else words


def _once(record: Record, key: str, listed: Sequence[str], inspection: Inspection) -> tuple[str, ...]:
    """The words of one id; one that stands there twice is reported."""
    words = record.place("words")
    items = words.values.get(key) if isinstance(words, Table) else None
    seen: dict[str, str] = {}
    for word in listed:
        if word.casefold() not in seen:
            seen[word.casefold()] = word
        else:
            inspection.report(_second(items, word) or _line(record, key), faults.WORD_TWICE, value=word, name=key)
    return tuple(seen.values())


def _second(items: Node | None, word: str) -> Node | None:
    """Where a word stands for the second time."""
    same = [
        item
        for item in (items.items if isinstance(items, Items) else ())
        if getattr(item, "text", "").casefold() == word.casefold()
    ]
    return same[1] if len(same) > 1 else None
