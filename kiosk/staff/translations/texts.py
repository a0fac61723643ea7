"""The German texts with their translations into one language: what is there, what is missing, what is out of date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from msgspec import Struct

from kiosk.domain.catalog import Translation
from kiosk.domain.language import SOURCE
from kiosk.domain.problem import Problem, Severity
from kiosk.domain.strings import text_hash
from kiosk.loaders.catalog import german_texts
from kiosk.loaders.fields import Inspection, Record
from kiosk.loaders.files import SUFFIX, names_in
from kiosk.loaders.records import read_records
from kiosk.loaders.strings import FOLDER as STRINGS
from kiosk.loaders.translations import Translated, list_of, matched_names, read_translation, wrong_places
from kiosk.loaders.tree import Tree
from kiosk.loaders.wording import FOLDER as TRANSLATIONS

Germans = Mapping[str, Mapping[str, Mapping[str, str]]]
"""German texts by kind, entry and key."""


class State(Enum):
    """How a translation stands to its German."""

    COMPLETE = "complete"
    OUTDATED = "outdated"
    MISSING = "missing"
    """Also a translation that cannot be shown, for it lacks what the kiosk fills in: visitors see German."""


class Unusable(Exception):
    """The verb cannot run; the words say why, in German and English."""


class Text(Struct, frozen=True):
    """One German text and what it is in one language. `context` names it for translators' files and for staff: it stays
    when a list is put in another order. `file` is the translation's, below content/, and `name` the key there."""

    kind: str
    entry: str
    key: str
    context: str
    german: str
    file: str
    name: str = ""
    piece: Record | None = None
    made: Translation | None = None

    @property
    def state(self) -> State:
        """How the translation stands to the German."""
        if self.piece is None or wrong_places(self.german, self.piece["text"]):
            return State.MISSING
        return State.COMPLETE if self.piece["of"] == text_hash(self.german) else State.OUTDATED

    @property
    def text(self) -> str:
        """The translation as it stands in the file; "" without one."""
        return str(self.piece["text"]) if self.piece else ""

    @property
    def say(self) -> str:
        """How the translation is spoken, if somebody wrote that down."""
        return str(self.piece.get("say")) if self.piece else ""

    @property
    def place(self) -> str:
        """Where to look: the file and the line of the translation, or the file it is missing in."""
        return f"{self.file}:{self.piece.node.line}" if self.piece else self.file

    @property
    def by(self) -> str:
        """Whose it is: "machine" (no person has seen it), "person" or "checked"; "" if it is not there."""
        if self.state is State.MISSING or self.made is None:
            return ""
        if self.made.checked_by:
            return "checked"
        return self.made.made_by


class Language(Struct, frozen=True):
    """Everything there is in one language. `listed`: it stands in languages.yaml, `preparing`: visitors do not see it
    yet. `problems` are the files' own."""

    code: str
    name: str
    listed: bool
    texts: tuple[Text, ...]
    problems: tuple[Problem, ...]
    preparing: bool = False

    def count(self, *kinds: str) -> Counter[str]:
        """How many texts there are, by state and by whose they are, of some kinds or of all."""
        counts: Counter[str] = Counter()
        for text in self.texts:
            if not kinds or text.kind in kinds:
                counts.update(word for word in ("texts", text.state.value, text.by) if word)
        return counts

    def checkers(self) -> list[str]:
        """Who has checked how many, and when last: "Amal 12 (2026-12-01)"."""
        every = [text.made for text in self.texts if text.by == "checked" and text.made]
        found = []
        for name, count in Counter(one.checked_by for one in every).most_common():
            last = max((one.checked_on for one in every if one.checked_by == name and one.checked_on), default=None)
            found.append(f"{name} {count}" + (f" ({last})" if last else ""))
        return found


class Content(Struct, frozen=True):
    """The content folder: its German texts, and the languages by code with their German names. Those that have files
    but are not in languages.yaml come last, without a name. `preparing`: those that visitors do not see yet."""

    root: Path
    germans: Germans
    names: Mapping[str, str]
    unknown: tuple[str, ...]
    preparing: frozenset[str] = frozenset()

    def language(self, code: str) -> Language:
        """Everything in one language."""
        tree = Tree(self.root)
        texts: list[Text] = []
        for kind, entries in self.germans.items():
            for entry, germans in entries.items():
                texts += _texts(tree, kind, entry, germans, _file(code, kind, entry))
        faulty = tuple(problem for problem in tree.problems if problem.severity is Severity.ERROR)
        name, preparing = self.names.get(code, ""), code in self.preparing
        return Language(code, name, code in self.names, tuple(texts), faulty, preparing)

    def known(self, code: str) -> str:
        """The code of a language of languages.yaml that can be translated into; translators' programs also write it
        with a country, "uk_UA". Raises Unusable."""
        for one in (code, code.replace("_", "-"), re.split("[-_@.]", code)[0]):
            if one in self.names:
                return one
        if code == SOURCE:
            raise Unusable(
                "Deutsch ist die Sprache, aus der übersetzt wird. / German is the language that is translated from."
            )
        known = ", ".join(self.names)
        raise Unusable(
            f"„{code}“ steht nicht in languages.yaml (dort: {known}). Die Sprache zuerst dort eintragen. / "
            f"'{code}' is not in languages.yaml (there: {known}). Enter the language there first."
        )


def load(root: Path) -> Content:
    """Read the German texts. Raises Unusable where there are none."""
    germans = german_texts(root)
    if not any(texts for entries in germans.values() for texts in entries.values()):
        raise Unusable(f"{root}: keine deutschen Texte / no German texts: run_kiosk.py check")
    tree = Tree(root)
    listed = read_records(tree, Inspection(tree.problems)).languages.sound
    names = {code: str(record["german"]) for code, record in listed.items() if code != SOURCE}
    there = {*names_in(root / TRANSLATIONS), *(name.removesuffix(SUFFIX) for name in names_in(root / STRINGS))}
    preparing = frozenset(code for code in names if not listed[code].get("offered", True))
    return Content(root, germans, names, tuple(sorted(there - names.keys() - {SOURCE})), preparing)


def _file(code: str, kind: str, entry: str) -> str:
    return f"{STRINGS}/{code}{SUFFIX}" if kind == STRINGS else f"{TRANSLATIONS}/{code}/{kind}/{entry}{SUFFIX}"


def _texts(tree: Tree, kind: str, entry: str, germans: Mapping[str, str], file: str) -> list[Text]:
    translated = read(tree, file)
    names = matched_names(germans, translated.pieces) if translated else {}
    texts, seen = [], Counter[str]()
    for key, german in germans.items():
        context = _context(kind, entry, key, german)
        seen[context] += 1
        if seen[context] > 1:  # the same words twice in one list
            context += f":{seen[context]}"
        name = names.get(key, "")
        piece = translated.pieces[name] if translated and name else None
        made = translated.made_of(piece) if translated and piece else None
        texts.append(Text(kind, entry, key, context, german, file, name, piece, made))
    return texts


def read(tree: Tree, file: str) -> Translated | None:
    """A file of translations; None if it is not there or cannot be read."""
    return read_translation(tree, file, Inspection(tree.problems)) if tree.has(file) else None


def _context(kind: str, entry: str, key: str, german: str) -> str:
    """`services/kita-platz#name`; an item of a list has its German's mark in place of its number, which may change."""
    group = list_of(key)
    place = STRINGS if kind == STRINGS else f"{kind}/{entry}"
    return f"{place}#{group}:{text_hash(german)}" if group else f"{place}#{key}"
