"""What a speech engine is, and which ones there are.

A new engine is one module with one class, and one line in `ENGINES`; `tests/unit/speech/test_engine.py` holds the
contract that each of them keeps.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from msgspec import Struct


class SpeechFailed(Exception):
    """A text could not be spoken. The message is for staff and log, never for a visitor."""


class Clip(Struct, frozen=True):
    """The sound of one utterance: a file and its length in seconds. `gain` brings it to the loudness of all others: the
    player multiplies it with the visitor's level, so it may be above 1. `lead` and `trail` are the seconds of silence
    before and behind the words: the player begins at `lead` (never in a WAV file: SDL 2.28 cannot), the reader's pause
    is shorter by `trail`."""

    path: Path
    seconds: float
    gain: float = 1.0
    lead: float = 0.0
    trail: float = 0.0


class Voice(Struct, frozen=True):
    """A voice of an engine: `engine` and `name` are the engine's own names, `language` a BCP 47 tag. `speed` is 1 for
    the voice's usual speed, 0.75 for slower, 1.5 for faster; the pitch stays."""

    engine: str
    language: str
    name: str
    speed: float = 1.0


class SpeechEngine(Protocol):
    """Turns a text into a clip. Slow by nature: never called from the thread that draws."""

    @property
    def name(self) -> str:
        """The engine's name, as in `ENGINES` and in a clip's key."""

    @property
    def suffix(self) -> str:
        """The kind of file it makes, as in ".mp3"."""

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for `language`."""

    def voice(self, language: str, speed: float = 1.0) -> Voice:
        """The voice for `language`. Raises KeyError if there is none."""

    def render(self, text: str, voice: Voice, out: Path) -> Clip:
        """Speak `text` into the file `out`, which then is complete or does not exist. Raises SpeechFailed."""

    def close(self) -> None:
        """Let go of everything that it holds."""


ENGINES = {
    "offline": "kiosk.speech.offline:OfflineVoice",
    "gtts": "kiosk.speech.gtts:GoogleVoice",
}
"""Engine → where its class is. Named, not imported: gTTS must never be loaded by the visitors' process."""


def engine(name: str, voices: Mapping[str, str]) -> SpeechEngine:
    """The engine called `name`; `voices` maps a language to the engine's own name of its voice. Raises KeyError."""
    module, _, kind = ENGINES[name].partition(":")
    return cast(SpeechEngine, getattr(import_module(module), kind)(voices))
