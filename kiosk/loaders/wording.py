"""The words of entries in all languages: content/translations/<language>/<kind>/<id>.yaml woven into the German."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kiosk.domain.catalog import Translation
from kiosk.domain.language import Words
from kiosk.loaders import faults_content, faults_files
from kiosk.loaders.faults import MOST_REPORTED, listed, near
from kiosk.loaders.fields import Inspection, first_missing
from kiosk.loaders.files import names_in
from kiosk.loaders.translations import Translated, made_by_all, read_translation, woven
from kiosk.loaders.tree import Tree

FOLDER = "translations"
KINDS = ("centre", "topics", "emergency", "organisations", "services", "notices", "guide")


class Wording:
    """Reads translations into `languages` (codes, without German) and remembers who made them. `germans`: the German
    texts that were asked for, by kind, entry and key."""

    def __init__(self, tree: Tree, inspection: Inspection, languages: Sequence[str]) -> None:
        self._tree = tree
        self._inspection = inspection
        self._languages = tuple(languages)
        self._made: dict[str, set[Translation]] = {}
        self.germans: dict[str, Mapping[str, Mapping[str, str]]] = {}
        self._texts: list[Words] = []
        self._report_folders()

    def words(
        self, kind: str, germans: Mapping[str, Mapping[str, str]], written: Collection[str]
    ) -> dict[str, dict[str, Words]]:
        """For each entry of a kind its words by key. `germans` holds the German ones of the sound entries; `written`
        are all that have a file, so that a translation of a broken entry is not called superfluous."""
        self.germans[kind] = germans
        there = {language: self._there(language, kind, germans, written) for language in self._languages}
        found: dict[str, dict[str, Words]] = {}
        for identifier, german in germans.items():  # one entry in all languages at a time: a large tree has 170,000
            translated = self._translated(kind, identifier, [code for code in there if identifier in there[code]])
            for language, one in translated.items():
                self._made.setdefault(language, set()).update(one.everyone())
            found[identifier] = woven(german, translated, self._inspection)
        self._texts += (words for entry in found.values() for words in entry.values())
        return found

    def progress(self, language: str) -> tuple[int, int]:
        """How many of the texts read so far are translated into a language, and how many there are."""
        return sum(language in words.texts for words in self._texts), len(self._texts)

    def made(self) -> dict[str, Translation]:
        """Who made each language's words, and when, over all that was read so far."""
        found = {language: made_by_all(made) for language, made in self._made.items()}
        return {language: made for language, made in found.items() if made}

    def _there(
        self, language: str, kind: str, germans: Mapping[str, Mapping[str, str]], written: Collection[str]
    ) -> frozenset[str]:
        """The entries that have a file in a language; what is missing and what is too much is reported."""
        folder = f"{FOLDER}/{language}/{kind}"
        there = self._tree.ids(folder)
        for identifier in first_missing(there, written)[:MOST_REPORTED]:
            name, hint = self._tree.name_of(folder, identifier), near(identifier, written)
            self._tree.report(name, faults_content.UNKNOWN_TRANSLATION, name=identifier, hint=hint)
        missing = first_missing((key for key, german in germans.items() if german), there)
        if missing and language not in self._inspection.in_preparation:
            self._tree.report(folder, faults_content.UNTRANSLATED_FILES, count=len(missing), names=listed(missing))
        return frozenset(there)

    def _translated(self, kind: str, identifier: str, languages: Sequence[str]) -> dict[str, Translated]:
        names = {code: self._tree.name_of(f"{FOLDER}/{code}/{kind}", identifier) for code in languages}
        read = {code: read_translation(self._tree, name, self._inspection) for code, name in names.items()}
        return {code: one for code, one in read.items() if one}

    def _report_folders(self) -> None:
        for code in names_in(self._tree.root / FOLDER):
            if code not in self._languages:
                name = f"{FOLDER}/{code}"
                self._tree.report(name, faults_content.NOT_OFFERED, value=code, hint=near(code, self._languages))
                continue
            for kind in names_in(self._tree.root / FOLDER / code):
                if kind not in KINDS:
                    name = f"{FOLDER}/{code}/{kind}"
                    self._tree.report(name, faults_files.UNKNOWN_NAME, name=kind, hint=near(kind, KINDS))
