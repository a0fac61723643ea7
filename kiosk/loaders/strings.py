"""Loads the words of the interface: content/strings/<language>.yaml → Strings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from kiosk.domain.language import SOURCE, Words
from kiosk.domain.problem import Problem
from kiosk.domain.strings import NEEDED, Strings
from kiosk.loaders import faults_content, faults_files
from kiosk.loaders.faults import MOST_REPORTED, closest, near
from kiosk.loaders.fields import Inspection, Record, first_missing
from kiosk.loaders.files import SUFFIX, names_in
from kiosk.loaders.kinds import GERMAN_STRINGS
from kiosk.loaders.nodes import Table
from kiosk.loaders.translations import Translated, read_translation, woven
from kiosk.loaders.tree import Tree

FOLDER = "strings"
ALIKE = 0.8
"""How alike two keys are of which one is a slip of the other: "bar.back" and "bar.bakc" are 0.87."""


def load_strings(
    content_dir: Path,
    languages: Iterable[str],
    needed: frozenset[str] = NEEDED,
    in_preparation: Iterable[str] = (),
) -> tuple[Strings | None, tuple[Problem, ...]]:
    """The interface's words in German and `languages` (codes), and every problem; None without the German ones.

    Of the `needed` words those without a German text are reported and empty: one lost word must not cost visitors the
    screens. Whoever reads a language that has it goes on reading it. Words in a language that is `in_preparation` are
    read and checked like the others; those that are missing are no problem.
    """
    tree = Tree(content_dir)
    inspection = Inspection(tree.problems, in_preparation=frozenset(in_preparation))
    germans = german_strings(tree, inspection, needed)
    if germans is None:
        return None, tuple(tree.problems)
    wanted = [code for code in dict.fromkeys((*languages, *in_preparation)) if code != SOURCE]
    _report_others(tree, wanted)
    translations: dict[str, Translated] = {}
    for code in wanted:
        found = _translation(tree, code, inspection)
        if found:
            translations[code] = found
    lost = needed - germans.keys()
    others = {code: _without(lost, translated) for code, translated in translations.items()}
    return Strings(_kept(lost, translations) | woven(germans, others, inspection)), tuple(tree.problems)


def german_strings(tree: Tree, inspection: Inspection, needed: frozenset[str] = frozenset()) -> dict[str, str] | None:
    """The German words by key, or None after a problem that leaves the kiosk without them. Those that are `needed` and
    missing are reported."""
    name = tree.name_of(FOLDER, SOURCE)
    table = tree.table(name)
    record = GERMAN_STRINGS.read(table, inspection) if table else None
    if record is None or not record["words"]:
        tree.report(name, faults_content.NO_GERMAN_STRINGS)
        return None
    _report_missing(record, needed, inspection)
    return dict(record["words"])


def _report_missing(record: Record, needed: frozenset[str], inspection: Inspection) -> None:
    """Each word that is needed and not written, at the line where it is misspelt, if there is one."""
    words = record.node.values["words"]
    written = words.names if isinstance(words, Table) else {}
    unknown = first_missing(written, needed)
    for name in first_missing(sorted(needed), written)[:MOST_REPORTED]:
        slip = closest(name, unknown, ALIKE)
        if slip:
            inspection.report(written[slip], faults_content.MISSPELT_WORD, name=name, written=slip)
        else:
            inspection.report(record.node.names["words"], faults_content.MISSING_WORD, name=name)


def _without(lost: frozenset[str], translated: Translated) -> Translated:
    """A language's texts without those that have lost their German: it is the German that is to be mended."""
    return replace(translated, pieces={key: piece for key, piece in translated.pieces.items() if key not in lost})


def _kept(lost: frozenset[str], translations: Mapping[str, Translated]) -> dict[str, Words]:
    """What is left of the words that have lost their German: the other languages' texts."""
    return {
        key: Words({code: one.pieces[key]["text"] for code, one in translations.items() if key in one.pieces})
        for key in lost
    }


def _translation(tree: Tree, code: str, inspection: Inspection) -> Translated | None:
    name = tree.name_of(FOLDER, code)
    if tree.has(name):
        return read_translation(tree, name, inspection)
    if code not in inspection.in_preparation:
        tree.report(name, faults_files.MISSING_FILE.as_warning(), name=f"{code}{SUFFIX}")
    return None


def translated_words(tree: Tree, code: str) -> tuple[int, int]:
    """How many of the interface's words are translated into a language, and how many there are. What is wrong with them
    is told by `load_strings`."""
    strings, _ = load_strings(tree.root, [code], frozenset())
    texts = strings.words.values() if strings else ()
    return sum(code in words.texts for words in texts), len(texts)


def _report_others(tree: Tree, languages: list[str]) -> None:
    """Words in a language that is not offered."""
    known = {code + SUFFIX for code in (SOURCE, *languages)}
    for name in names_in(tree.root / FOLDER):
        if name not in known:
            code = name.removesuffix(SUFFIX)
            tree.report(f"{FOLDER}/{name}", faults_content.NOT_OFFERED, value=code, hint=near(code, languages))
