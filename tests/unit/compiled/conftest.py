"""A small kiosk's files that have been at rest for long, and a folder for what is kept of them."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.compiled import sources
from kiosk.compiled.cache import Cache
from kiosk.compiled.catalogue import YEARS
from kiosk.content import Content, Places
from tests.unit.loaders import builders

ROOT = Path(__file__).resolve().parents[3]


def everything(content: Content) -> tuple[object, ...]:
    """All that a content says, but its search, which is compared by what it finds. The public holidays are those of a
    year that is kept, and of one that is not."""
    catalog = content.catalog
    assert catalog
    code = ("find", "services", "holidays")
    said = {name: getattr(catalog, name) for name in catalog.__struct_fields__ if name not in code}
    days = [date(year, 1, 1) + timedelta(number) for year in (YEARS[1], YEARS[-1] + 5) for number in range(365)]
    return (
        [catalog.holidays(day) for day in days],
        *(said, dict(catalog.services), list(catalog.services), content.strings, content.settings, content.theme),
        *(content.contrast, content.pronouncer.lists, content.problems, content.config_problems),
    )


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A small content with warnings and notes, an outdated translation and words that are spoken otherwise."""
    house = builders.sound_content(tmp_path / "content")
    for code in ("de", "en", "ar"):
        shutil.copy(ROOT / f"content/strings/{code}.yaml", tmp_path / "content/strings")
    house.translate("translations/en/services/leipzig-pass.yaml", {"name": ("An older name", "Get the Leipzig pass")})
    house.edit("services/leipzig-pass.yaml", "Leipzig-Pass holen", "Leipzig-Pass jetzt holen")
    shutil.copytree(ROOT / "config", tmp_path / "config")
    return Places(tmp_path / "content", tmp_path / "config/kiosk.yaml", tmp_path / "config/themes")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Where contents are kept."""
    return Cache(tmp_path / "cache")


@pytest.fixture
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that were written a moment ago count as settled: no test waits for two seconds."""
    monkeypatch.setattr(sources, "SETTLED_NS", -1)
