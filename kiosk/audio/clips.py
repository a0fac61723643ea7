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
from kiosk.speech.stretch import Stretcher

log = logging.getLogger(__name__)

RECORDINGS = "recordings"
"""The name of the engine that is a person with a microphone; it has one unnamed voice in every language. A person reads
what is shown, so recordings are kept under it and outlive a change of how an engine must be given it."""
GTTS = "gtts"


class Source(Protocol):
    """A place where sound may come from."""

    def speaks(self, language: str) -> bool:
        """Whether anything can be expected in `language`. Quick."""

    def find(self, utterance: Utterance, speed: float) -> Clip | None:
        """The clip at `speed` (1 is the usual one), None if there is none here. May take as long as rendering takes.
        Raises SpeechFailed, OSError."""

    def renew(self) -> None:
        """A new visit begins: look again at what may have changed."""

    def close(self) -> None:
        """Let go of everything that it holds."""


class Kept:
    """Clips on the disk, made by `engine` in the voices that `voices` names by language. Without a `stretcher` they are
    heard at their usual speed only."""

    def __init__(
        self, cache: ClipCache, engine: str, voices: Mapping[str, str], stretcher: Stretcher | None = None
    ) -> None:
        self._cache, self._engine, self._voices, self._stretcher = cache, engine, dict(voices), stretcher
        self._languages = cache.languages()

    def speaks(self, language: str) -> bool:
        """Whether there are clips in `language`."""
        return language in self._voices and language in self._languages

    def find(self, utterance: Utterance, speed: float) -> Clip | None:
        """The clip that was made of exactly these words."""
        if not self.speaks(utterance.language):
            return None
        voice = Voice(self._engine, utterance.language, self._voices[utterance.language])
        clip = self._cache.find(voice, utterance.text if self._engine == RECORDINGS else utterance.voiced)
        if clip is None or speed == 1:
            return clip
        return self._stretcher.find(clip, speed) if self._stretcher else None

    def renew(self) -> None:
        """Clips may have come with an update of the content."""
        self._languages = self._cache.languages()
        if self._stretcher:
            self._stretcher.revive()

    def close(self) -> None:
        """End the stretcher."""
        if self._stretcher:
            self._stretcher.close()


class Spoken:
    """Clips that an engine makes at this moment, and a shelf for them."""

    def __init__(self, engine: OfflineVoice, shelf: Shelf) -> None:
        self._engine, self._shelf = engine, shelf

    def speaks(self, language: str) -> bool:
        """Whether the engine has a voice."""
        return self._engine.speaks(language)

    def find(self, utterance: Utterance, speed: float) -> Clip | None:
        """The clip, rendered now if it was not before; the engine itself speaks slower or faster."""
        if not self._engine.speaks(utterance.language):
            return None
        text, voice = spoken(utterance.voiced), self._engine.voice(utterance.language, speed)
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
        self._told: set[str] = set()

    def speaks(self, language: str) -> bool:
        """Whether a visitor can be spoken to in `language`. Quick."""
        return any(source.speaks(language) for source in self._sources)

    def find(self, utterance: Utterance, speed: float = 1.0) -> Clip | None:
        """The clip of the best source that has one at `speed`, or else at the usual speed: better than nothing. Blocks
        while it is made; for background threads only."""
        for pace in dict.fromkeys((speed, 1.0)):
            for source in self._sources:
                try:
                    clip = source.find(utterance, pace)
                except (SpeechFailed, OSError) as error:  # OSError: the shelf's disk is full or gone
                    self._tell(source, error)
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

    def _tell(self, source: Source, error: Exception) -> None:
        """Log each failure once, and nothing by which somebody could tell later what a visitor chose: no text, no
        language, and no name of a file, for that is made from both."""
        reason = error.strerror or type(error).__name__ if isinstance(error, OSError) else str(error)
        line = f"no sound from {type(source).__name__}: {reason}"
        if line not in self._told:
            self._told.add(line)
            log.warning(line)


def clips_of(assets: Path, languages: Iterable[Language], shelf: Shelf | None = None) -> Clips:
    """The sources of this kiosk: `assets/recordings`, `assets/speech` (rendered by `run_kiosk.py voice build`) and the
    offline voice. Without a place for new clips only the kept ones are heard, at their usual speed."""
    languages = tuple(languages)
    everywhere = {language.code: "" for language in languages}
    gtts = {language.code: language.gtts_voice for language in languages if language.gtts_voice}
    offline = {language.code: language.offline_voice for language in languages if language.offline_voice}
    shelf = shelf or _new_shelf()
    stretcher = Stretcher(shelf) if shelf else None
    kept = (
        Kept(ClipCache(assets / "recordings"), RECORDINGS, everywhere, stretcher),
        Kept(ClipCache(assets / "speech"), GTTS, gtts, stretcher),
    )
    return Clips((*kept, Spoken(OfflineVoice(offline), shelf)) if shelf else kept)


def _new_shelf() -> Shelf | None:
    try:
        return Shelf()
    except OSError as error:
        log.error("the offline voice is silent, there is no place for its clips: %s", error)
        return None
