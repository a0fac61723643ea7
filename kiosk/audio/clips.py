"""Which sound an utterance has: a person's recording, else the gTTS clip, else the offline voice, else none."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from kiosk.domain.language import Language
from kiosk.domain.utterance import Utterance, spoken
from kiosk.speech.cache import ClipCache, clip_key
from kiosk.speech.engine import Clip, SpeechFailed, Voice
from kiosk.speech.offline import OfflineVoice
from kiosk.speech.shelf import Shelf

log = logging.getLogger(__name__)

RECORDINGS = "recordings"
"""The name of the engine that is a person with a microphone; it has one unnamed voice in every language."""
GTTS = "gtts"


class Source(Protocol):
    """A place where sound may come from."""

    def speaks(self, language: str) -> bool:
        """Whether anything can be expected in `language`. Quick."""

    def find(self, utterance: Utterance) -> Clip | None:
        """The clip, None if there is none here. May take as long as rendering takes. Raises SpeechFailed."""

    def renew(self) -> None:
        """A new visit begins: look again at what may have changed."""

    def close(self) -> None:
        """Let go of everything that it holds."""


class Kept:
    """Clips on the disk, made by `engine` in the voices that `voices` names by language."""

    def __init__(self, cache: ClipCache, engine: str, voices: Mapping[str, str]) -> None:
        self._cache, self._engine, self._voices = cache, engine, dict(voices)
        self._languages = cache.languages()

    def speaks(self, language: str) -> bool:
        """Whether there are clips in `language`."""
        return language in self._voices and language in self._languages

    def find(self, utterance: Utterance) -> Clip | None:
        """The clip that was made of exactly these words."""
        if not self.speaks(utterance.language):
            return None
        voice = Voice(self._engine, utterance.language, self._voices[utterance.language])
        return self._cache.find(voice, utterance.text)

    def renew(self) -> None:
        """Clips may have come with an update of the content."""
        self._languages = self._cache.languages()

    def close(self) -> None:
        """Nothing is held."""


class Spoken:
    """Clips that an engine makes at this moment, and a shelf for them."""

    def __init__(self, engine: OfflineVoice, shelf: Shelf) -> None:
        self._engine, self._shelf = engine, shelf

    def speaks(self, language: str) -> bool:
        """Whether the engine has a voice."""
        return self._engine.speaks(language)

    def find(self, utterance: Utterance) -> Clip | None:
        """The clip, rendered now if it was not before."""
        if not self._engine.speaks(utterance.language):
            return None
        text, voice = spoken(utterance.text), self._engine.voice(utterance.language)
        key = clip_key(voice, text)
        return self._shelf.get(key, self._engine.suffix, lambda out: self._engine.render(text, voice, out))

    def renew(self) -> None:
        """A voice that was lost too often is tried again."""
        self._engine.revive()

    def close(self) -> None:
        """End the engine and empty the shelf."""
        self._engine.close()
        self._shelf.close()


class Clips:
    """The sources of sound, the best first."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = tuple(sources)

    def speaks(self, language: str) -> bool:
        """Whether a visitor can be spoken to in `language`. Quick."""
        return any(source.speaks(language) for source in self._sources)

    def find(self, utterance: Utterance) -> Clip | None:
        """The clip of the best source that has one. Blocks while it is rendered; for background threads only."""
        for source in self._sources:
            try:
                clip = source.find(utterance)
            except (SpeechFailed, OSError) as error:  # OSError: the shelf's disk is full or gone
                log.warning("no sound in %r from %s: %s", utterance.language, type(source).__name__, error)
                continue
            if clip:
                return clip
        return None

    def renew(self) -> None:
        """Call it when a new visit begins."""
        for source in self._sources:
            source.renew()

    def close(self) -> None:
        """Call it when the kiosk ends."""
        for source in self._sources:
            source.close()


def clips_of(assets: Path, languages: Iterable[Language], shelf: Shelf | None = None) -> Clips:
    """The sources of this kiosk: `assets/recordings`, `assets/speech` (rendered by `run_kiosk.py voice build`) and the
    offline voice."""
    languages = tuple(languages)
    everywhere = {language.code: "" for language in languages}
    gtts = {language.code: language.gtts_voice for language in languages if language.gtts_voice}
    offline = {language.code: language.offline_voice for language in languages if language.offline_voice}
    return Clips(
        (
            Kept(ClipCache(assets / "recordings"), RECORDINGS, everywhere),
            Kept(ClipCache(assets / "speech"), GTTS, gtts),
            Spoken(OfflineVoice(offline), shelf or Shelf()),
        )
    )
