"""Loads the words of the interface: content/strings/<language>.yaml → Strings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kiosk.domain.language import SOURCE
from kiosk.domain.problem import Problem
from kiosk.domain.strings import Strings
from kiosk.loaders import faults_content, faults_files
from kiosk.loaders.faults import near
from kiosk.loaders.fields import Inspection
from kiosk.loaders.files import SUFFIX, names_in
from kiosk.loaders.kinds import GERMAN_STRINGS
from kiosk.loaders.translations import Translated, read_translation, woven
from kiosk.loaders.tree import Tree

FOLDER = "strings"


def load_strings(content_dir: Path, languages: Iterable[str]) -> tuple[Strings | None, tuple[Problem, ...]]:
    """The interface's words in German and `languages` (codes), and every problem; None without the German ones."""
    tree = Tree(content_dir)
    inspection = Inspection(tree.problems)
    germans = german_strings(tree, inspection)
    if germans is None:
        return None, tuple(tree.problems)
    wanted = [code for code in languages if code != SOURCE]
    _report_others(tree, wanted)
    translations: dict[str, Translated] = {}
    for code in wanted:
        found = _translation(tree, code, inspection)
        if found:
            translations[code] = found
    return Strings(woven(germans, translations, inspection)), tuple(tree.problems)


def german_strings(tree: Tree, inspection: Inspection) -> dict[str, str] | None:
    """The German words by key, or None after a problem that leaves the kiosk without them."""
    name = tree.name_of(FOLDER, SOURCE)
    table = tree.table(name)
    record = GERMAN_STRINGS.read(table, inspection) if table else None
    if record is None or not record["words"]:
        tree.report(name, faults_content.NO_GERMAN_STRINGS)
        return None
    return dict(record["words"])


def _translation(tree: Tree, code: str, inspection: Inspection) -> Translated | None:
    name = tree.name_of(FOLDER, code)
    if tree.has(name):
        return read_translation(tree, name, inspection)
    tree.report(name, faults_files.MISSING_FILE.as_warning(), name=f"{code}{SUFFIX}")
    return None


def _report_others(tree: Tree, languages: list[str]) -> None:
    """Words in a language that is not offered."""
    known = {code + SUFFIX for code in (SOURCE, *languages)}
    for name in names_in(tree.root / FOLDER):
        if name not in known:
            code = name.removesuffix(SUFFIX)
            tree.report(f"{FOLDER}/{name}", faults_content.NOT_OFFERED, value=code, hint=near(code, languages))
