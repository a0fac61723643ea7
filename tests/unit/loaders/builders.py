"""A small sound content folder to spoil, and what a person reads about it then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.catalog import Catalog
from kiosk.domain.problem import Problem, Severity
from kiosk.domain.strings import text_hash
from kiosk.loaders.catalog import load_catalog

HOSTS = frozenset({"www.leipzig.de", "handbookgermany.de"})

ORGANISATION = """\
name: {name}
role: city
icon: buildings
meaning: Amt für Papiere
what: Hier bekommen Sie Papiere.
hours:
  {{mon: 9-12, tue: "9-12, 13-18", wed: closed, thu: 8:30-12, fri: 9-13, sat: closed, sun: closed, as_of: 2023-05}}
languages: [de, en]
link:
  de: https://www.leipzig.de/buergerbuero
as_of: 2023-05
sources: [S13]
"""
SERVICE = """\
topic: {topic}
icon: house-line
name: {name}
short: In den ersten zwei Wochen.
what: Sie melden Ihre Adresse an.
bring:
  - Pass oder Ausweis
  - Bestätigung vom Vermieter
where: buergerbuero
as_of: 2026-08-01
"""
FILES = {
    "centre.yaml": """\
name: Willkommenszentrum Leipzig
role: centre
icon: door
meaning: Erste Beratung für Neue
what: Wir zeigen Ihnen den Weg.
as_of: 2023-05
""",
    "languages.yaml": """\
languages:
  - {code: de, name: Deutsch, german: Deutsch, script: Latn, greeting: Willkommen, touch: Berühren Sie, word: Sprache}
  - {code: en, name: English, german: Englisch, script: Latn, greeting: Welcome, touch: Touch, word: Language,
     speaks: Ich spreche Englisch., offline_voice: en, gtts_voice: en}
  - {code: ar, name: العربية, german: Arabisch, script: Arab, greeting: أهلاً, touch: المسوا, word: اللغة,
     speaks: Ich spreche Arabisch.}
""",
    "topics.yaml": """\
topics:
  - id: anmelden
    icon: buildings
    hue: register
    name: Anmelden und Ämter
    what: "Adresse, Ausweise und Papiere: gleich nebenan."
    order: [wohnung-anmelden]
  - id: notfall
    icon: lifebuoy
    hue: emergency
    name: Notfall
    what: Hier finden Sie schnell Hilfe.
    leads_to: help
""",
    "emergency.yaml": """\
numbers:
  - number: "112"
    icon: fire
    hue: emergency
    name: Feuerwehr
    what: Es brennt.
""",
    "guide.yaml": """\
person: amt-finden
questions:
  - id: anliegen
    text: Was brauchen Sie?
    answers:
      - {text: Eine Wohnung, icon: house-line, question: wohnen}
      - {text: Gefahr, icon: warning, numbers: yes}
  - id: wohnen
    text: Was genau?
    answers:
      - {text: Anmelden, icon: files, service: wohnung-anmelden}
      - {text: Rat, icon: hand-waving, hue: people, organisation: centre}
""",
    "keyboards/de.yaml": "rows:\n  - q w e r t z\n  - a s d f g h\n  - y x c v b\n",
    "keyboards/ar.yaml": "rows:\n  - ض ص ث ق ف غ\n  - ش س ي ب ل ا\n  - ئ ء ؤ ر\n",
    "keyboards/123.yaml": "language: de\nrows:\n  - 1 2 3 4 5\n  - 6 7 8 9 0\n",
    "search/de.yaml": "words:\n  wohnung-anmelden: [Ummeldung, Wohnsitz]\n",
    "search/en.yaml": "words:\n  wohnung-anmelden: [registration]\n",
    "search/ar.yaml": "words:\n  wohnung-anmelden: [قيد السكن]\n",
    "organisations/buergerbuero.yaml": ORGANISATION.format(name="Bürgerbüro"),
    "organisations/referat.yaml": ORGANISATION.format(name="Referat für Migration"),
    "services/wohnung-anmelden.yaml": SERVICE.format(topic="anmelden", name="Wohnung anmelden"),
    "services/leipzig-pass.yaml": SERVICE.format(topic="anmelden", name="Leipzig-Pass holen"),
    "services/amt-finden.yaml": SERVICE.format(topic="anmelden", name="Ämter finden"),
    "strings/de.yaml": """\
words:
  home.title: Wobei können wir helfen?
  open.until: Jetzt offen, bis {time}
  language.de: Deutsch
  language.en: Englisch
  language.ar: Arabisch
""",
}


@dataclass(frozen=True)
class Content:
    """A content folder to spoil and to load."""

    root: Path

    def write(self, name: str, text: str) -> Path:
        """Write a file, making its folders."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text that must be there."""
        text = (self.root / name).read_bytes().decode("utf-8")
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new))

    def translate(self, name: str, words: dict[str, tuple[str, str]], made_by: str = "machine", rest: str = "") -> None:
        """Write translations: key → (German text that it was made from, translation)."""
        lines = [f"  {key}: {{of: {text_hash(german)}, text: '{text}'}}" for key, (german, text) in words.items()]
        head = f"made_by: {made_by}\nmade_on: 2026-11-22\n{rest}words:"
        self.write(name, "\n".join((head if lines else head + " {}", *lines)) + "\n")

    def load(self, icons: frozenset[str] = frozenset()) -> tuple[Catalog | None, tuple[Problem, ...]]:
        """Load the catalog."""
        return load_catalog(self.root, HOSTS, icons)

    def sound(self) -> Catalog:
        """The catalog, which must be there whatever the problems."""
        catalog, problems = self.load()
        assert catalog is not None, problems
        return catalog

    def said(self, severity: Severity = Severity.ERROR) -> list[str]:
        """What a person reads of the problems of one severity: place and German reason."""
        return said(self.load()[1], severity)


def said(problems: Sequence[Problem], severity: Severity) -> list[str]:
    """Place and German reason of the problems of one severity."""
    return [f"{p.path}:{p.line}: {p.reason['de']}" for p in problems if p.severity is severity]


def sound_content(root: Path) -> Content:
    """A sound content folder: no errors, and no warnings but that the translations are missing."""
    made = Content(root)
    for name, text in FILES.items():
        made.write(name, text)
    return made
