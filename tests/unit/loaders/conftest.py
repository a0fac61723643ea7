"""Fixtures of the loaders' tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.loaders.builders import Content, sound_content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A small sound content folder, written afresh for each test."""
    return sound_content(tmp_path / "content")
