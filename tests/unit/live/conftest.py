"""A small kiosk's files to change, and what visitors would see of them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.content import Content, Places, read
from kiosk.domain.hours import no_holidays
from kiosk.domain.search import finds_nothing
from kiosk.live.copies import Copies
from kiosk.live.last_good import Answer, Errors, errors_of, settle
from tests.unit.loaders import builders

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Kiosk:
    """A kiosk's files, and what is kept of them from one reading to the next."""

    folder: Path
    kept: Copies
    known: Errors = field(default_factory=Errors)
    count: int = 1

    @property
    def places(self) -> Places:
        return Places(self.folder / "content", self.folder / "config/kiosk.yaml", self.folder / "config/themes")

    def path(self, name: str) -> Path:
        return self.folder / name

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text
        self.path(name).write_text(text.replace(old, new), encoding="utf-8")

    def change(self) -> Answer:
        """Read what has changed, as the child does, and keep what is shown then."""
        self.count += 1
        fresh = Copies(self.folder / f"copies/{self.count}", "kiosk.yaml")
        answer = settle(self.places, self.kept, fresh, self.known)
        if answer.content:
            self.kept, self.known = fresh, answer.errors
        return answer


YEAR = 2027


def seen(content: Content | None) -> object:
    """All that visitors see of a content."""
    assert content and content.catalog
    holidays = [content.catalog.holidays(date(YEAR, 1, 1) + timedelta(day)) for day in range(365)]
    catalog = replace(content.catalog, find=finds_nothing, holidays=no_holidays)
    return catalog, holidays, content.strings, content.settings, content.theme, content.contrast


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    """A small sound kiosk that has just been started."""
    builders.sound_content(tmp_path / "content")
    for code in ("de", "en", "ar"):
        shutil.copy(ROOT / f"content/strings/{code}.yaml", tmp_path / "content/strings")
    shutil.copytree(ROOT / "config", tmp_path / "config")
    made = Kiosk(tmp_path, Copies(tmp_path / "copies/1", "kiosk.yaml"))
    made.edit("config/kiosk.yaml", "after_s: 90", "after_s: 100")
    made.edit("config/themes/lobby.yaml", "#FBF7EF", "#FBF7EE")
    made.kept.take(made.places, None)
    made.known = errors_of(read(made.places))
    return made
