"""A kiosk with few words, on disk, and `run_kiosk.py voice` run on it: for the tests of the voice verbs.

All words of the interface are one and the same, so that hardly anything has to be spoken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.domain.strings import NEEDED
from kiosk.staff.voice import main
from kiosk.staff.voice.material import Machine, Material, load
from tests.unit.speech.loopback_google import certificate, google

__all__ = ["certificate", "content", "desk", "google"]
"""Fixtures, as pytest finds them: `from tests.unit.staff.small_kiosk import *` would hide what a test uses."""

DAY = 86400.0
FILES = {
    "centre.yaml": """
        name: Willkommenszentrum Leipzig
        role: centre
        icon: house
        meaning: Haus für neue Leute
        what: Wir helfen. Das kostet nichts.
        next_step: Kommen Sie am 3. Mai.
        as_of: 2024-01
        sources: [S1]
        """,
    "languages.yaml": """
        languages:
          - {code: de, name: Deutsch, german: Deutsch, script: Latn, greeting: Hallo, touch: Tippen, word: Sprache,
             offline_voice: de, gtts_voice: de}
          - {code: ti, name: ትግርኛ, german: Tigrinya, script: Ethi, greeting: ሰላም, touch: ንኪእ, word: ቋንቋ}
        """,
    "keyboards/de.yaml": """
        rows: [q w e r t z]
        """,
    "keyboards/123.yaml": """
        rows: [1 2 3]
        """,
    "topics.yaml": """
        topics:
          - {id: anmelden, icon: buildings, hue: register, name: Anmelden, what: Adresse und Papiere.}
        """,
    "guide.yaml": """
        person: centre
        questions:
          - id: anliegen
            text: Was brauchen Sie?
            answers:
              - {text: Gefahr, icon: warning, numbers: yes}
    """,
    "emergency.yaml": """
        numbers:
          - {number: "112", icon: fire, hue: emergency, name: Feuerwehr, what: Jemand ist verletzt.}
        """,
}
OWN_WORDS = {"home.title": "Wobei können wir helfen?", "open.until": "Jetzt offen, bis {time}"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The folder with the content."""
    folder = tmp_path / "content"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(line[8:] for line in text.splitlines()[1:]) + "\n", "utf-8")
    words = dict.fromkeys((*NEEDED, "language.de", "language.ti"), "Wort") | OWN_WORDS
    (folder / "strings").mkdir()
    lines = [f'  {key}: "{text}"' for key, text in sorted(words.items())]
    (folder / "strings" / "de.yaml").write_text("\n".join(["words:", *lines, ""]), "utf-8")
    return folder


@dataclass
class Desk:
    """The staff's desk: runs verbs there; waiting is written down, not done, and it is the day that a test says."""

    folder: Path
    waits: list[float] = field(default_factory=list)
    now: float = 1_800_000_000.0
    timeout: tuple[float, float] = (5.0, 30.0)
    wait: Callable[[float], None] | None = None

    @property
    def assets(self) -> Path:
        return self.folder / "assets"

    @property
    def config(self) -> Path:
        return self.folder / "kiosk.yaml"

    @property
    def folders(self) -> list[str]:
        places = {"--content": self.folder / "content", "--config": self.config, "--assets": self.assets}
        return [word for name, path in places.items() for word in (name, str(path))]

    def run(self, *arguments: str | Path) -> int:
        """The exit code."""
        machine = Machine(
            self.wait or self.waits.append, lambda low, high: (low + high) / 2, lambda: self.now, timeout=self.timeout
        )
        return main([*map(str, arguments), *self.folders], machine)

    def material(self) -> Material:
        return load(self.folder / "content", self.config, self.assets)

    def texts(self, language: str = "de") -> list[str]:
        """What there is to say."""
        return [one.utterance.text for one in self.material().spoken_in(language)]

    def change(self, old: str, new: str) -> None:
        """Change a text of the centre."""
        path = self.folder / "content" / "centre.yaml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def desk(content: Path, tmp_path: Path) -> Desk:
    """The desk at which the small kiosk is looked after; staff have released German."""
    (tmp_path / "kiosk.yaml").write_text("sound: {enabled: yes, voices: [de]}\n")
    return Desk(tmp_path)
