"""The contract of every speech engine; a new one adds its line to `VOICES`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.speech.engine import ENGINES, SpeechEngine, SpeechFailed, engine
from tests.unit.speech.loopback_google import LoopbackGoogle

VOICES = {
    "offline": {"de": "de", "xx": "no-such-voice", "none": ""},
    "gtts": {"de": "de", "xx": "no-such-voice", "none": ""},
}
"""For each engine: a voice for German, and one that it does not have."""


@pytest.fixture(params=ENGINES)
def speaking(request: pytest.FixtureRequest, google: LoopbackGoogle) -> Iterator[SpeechEngine]:
    made = engine(request.param, VOICES[request.param])
    assert made.name == request.param
    yield made
    made.close()


def test_it_knows_whom_it_can_speak_to(speaking: SpeechEngine) -> None:
    assert speaking.speaks("de")
    assert not speaking.speaks("uk")
    assert not speaking.speaks("none")
    voice = speaking.voice("de", 1.5)
    assert (voice.engine, voice.language, voice.speed) == (speaking.name, "de", 1.5)
    with pytest.raises(KeyError):
        speaking.voice("uk")


def test_it_writes_one_whole_clip(speaking: SpeechEngine, tmp_path: Path) -> None:
    out = tmp_path / f"clip{speaking.suffix}"
    clip = speaking.render("Guten Tag, was möchten Sie?", speaking.voice("de"), out)
    assert clip.path == out
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert 0.5 < clip.seconds < 5
    assert 0 <= clip.lead + clip.trail < clip.seconds
    assert 0.5 < clip.gain < 2


def test_it_says_why_it_cannot_and_leaves_nothing(speaking: SpeechEngine, tmp_path: Path) -> None:
    with pytest.raises(SpeechFailed, match=r"no.such.voice"):
        speaking.render("Guten Tag.", speaking.voice("xx"), tmp_path / f"clip{speaking.suffix}")
    assert not list(tmp_path.iterdir())
