"""The voices that content/languages.yaml names: each is there, and is heard."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.app import load
from kiosk.domain.language import Language
from kiosk.domain.navigation import HOME, Route
from kiosk.domain.visit import Visit
from kiosk.keypad.speech import BREATH_S
from kiosk.loaders.catalog import load_catalog
from kiosk.presenters import telling
from kiosk.presenters.scene import Scene
from kiosk.speech.engine import SpeechFailed
from kiosk.speech.offline import OfflineVoice

ROOT = Path(__file__).resolve().parents[2]

catalog, _ = load_catalog(ROOT / "content", frozenset())
assert catalog is not None
LANGUAGES = [language for language in catalog.languages if language.offline_voice]


@pytest.fixture(scope="module")
def voice() -> Iterator[OfflineVoice]:
    """espeak-ng with the voices of the content, and one that it has not."""
    voices = {language.code: language.offline_voice for language in LANGUAGES}
    made = OfflineVoice({**voices, "xx": "en-gb"})
    yield made
    made.close()


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_voice_that_the_content_names_speaks(language: Language, voice: OfflineVoice, tmp_path: Path) -> None:
    """V-09."""
    clip = voice.render(language.greeting, voice.voice(language.code), tmp_path / "greeting.wav")
    with wave.open(str(clip.path)) as file:
        assert any(file.readframes(file.getnframes()))
    assert clip.seconds > 0.3


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_keypads_introduction_is_over_in_twelve_seconds(
    language: Language, voice: OfflineVoice, tmp_path: Path
) -> None:
    """accessibility.md (b), after the choice; at the usual speed of the slowest voice there is."""
    content = load(ROOT / "content", ROOT / "config" / "kiosk.yaml")
    assert content.catalog is not None and content.strings is not None
    scene = Scene(content.catalog, content.strings, Visit((Route(HOME),), language.code), datetime(2026, 11, 24))
    said = [content.pronouncer.pronounced(one.utterance).voiced for one in telling.introduction(scene)]
    clips = [voice.render(text, voice.voice(language.code), tmp_path / "said.wav") for text in said]
    assert len(said) >= 4
    assert sum(clip.seconds for clip in clips) + (len(clips) - 1) * BREATH_S <= 12


def test_a_voice_that_is_not_there_is_a_fault(voice: OfflineVoice, tmp_path: Path) -> None:
    """What stood in content/languages.yaml once, and left English without a voice."""
    with pytest.raises(SpeechFailed, match=r"has no (such )?voice"):
        voice.render("Welcome", voice.voice("xx"), tmp_path / "greeting.wav")
