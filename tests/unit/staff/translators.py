"""A small content folder with translations, and what staff and translators do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polib

from kiosk.staff.translations import main
from kiosk.staff.translations.texts import Language, Text, load
from tests.unit.loaders.builders import Content, sound_content

SERVICE = "translations/en/services/wohnung-anmelden.yaml"
GERMAN = {
    "name": "Wohnung anmelden",
    "short": "In den ersten zwei Wochen.",
    "what": "Sie melden Ihre Adresse an.",
    "bring.1": "Pass oder Ausweis",
    "bring.2": "Bestätigung vom Vermieter",
}
ENGLISH = {
    "name": "Register your address",
    "short": "Within two weeks.",
    "what": "You register.",
    "bring.1": "Passport",
    "bring.2": "Letter of the landlord",
}
AT = "services/wohnung-anmelden#"


@dataclass(frozen=True)
class Desk:
    """The content on somebody's desk, the translator's file beside it."""

    content: Content

    @property
    def po(self) -> Path:
        """The translator's file."""
        return self.content.root.parent / "en.po"

    def run(self, *arguments: str) -> int:
        """Run a verb on this content; the exit code."""
        return main([*arguments, "--content", str(self.content.root)])

    def send(self, *more: str) -> int:
        """Export English, in place of the file from before."""
        self.po.unlink(missing_ok=True)
        return self.run("export", "--language", "en", "--out", str(self.po), *more)

    def take_in(self, *more: str, by: str = "Ada") -> int:
        """Import the file."""
        return self.run("import", str(self.po), "--by", by, "--on", "2026-11-25", *more)

    def edit(self, change: Callable[[polib.POFile], None]) -> None:
        """What a translator does, in a program that knows PO."""
        file = polib.pofile(str(self.po))
        change(file)
        file.save(str(self.po))

    def write(self, context: str, text: str) -> None:
        """Translate one entry, and take away its mark."""
        self.edit(lambda file: _write(file, context, text))

    def language(self, code: str = "en") -> Language:
        """What there is in a language."""
        return load(self.content.root).language(code)

    def text(self, context: str) -> Text:
        """One text in English."""
        (found,) = [text for text in self.language().texts if text.context == context]
        return found

    def files(self) -> dict[str, bytes]:
        """Everything in the content folder, byte by byte."""
        root = self.content.root
        return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def _write(file: polib.POFile, context: str, text: str) -> None:
    (entry,) = [one for one in file if one.msgctxt == context]
    entry.msgstr = text
    entry.flags = []


def desk(root: Path, checked_by: str = "") -> Desk:
    """A desk with one service translated into English by a machine."""
    content = sound_content(root / "content")
    words = {key: (german, ENGLISH[key]) for key, german in GERMAN.items()}
    content.translate(SERVICE, words, rest=f"checked_by: {checked_by}\n")
    return Desk(content)
