"""What the voice verbs work with: the sentences of the content, the voices they can have, and the clips there are."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from kiosk.audio.clips import GTTS, RECORDINGS
from kiosk.domain.catalog import codes_of
from kiosk.domain.language import Language
from kiosk.domain.problem import Severity
from kiosk.domain.settings import Sound
from kiosk.domain.utterance import Utterance
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.pronunciation import load_pronunciation
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.speech.cache import ClipCache
from kiosk.speech.engine import Clip, Voice
from kiosk.speech.gtts import TIMEOUT
from kiosk.staff.voice.heard import Heard, heard

WELL, INCOMPLETE, UNUSABLE, STOPPED, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes of the verbs; `--help` says what each means."""


class Unusable(Exception):
    """The content or the arguments cannot be used. The message says why, in German and English."""


class Machine(Struct, frozen=True):
    """What the verbs take from the machine: time, patience and chance. Tests give their own."""

    wait: Callable[[float], None] = time.sleep
    chance: Callable[[float, float], float] = random.uniform
    now: Callable[[], float] = time.time
    clock: Callable[[], float] = time.monotonic
    timeout: tuple[float, float] = TIMEOUT


class Material(Struct, frozen=True):
    """The sentences that visitors can hear, in order; `errors` are the faults of the content (what they stand in is
    not among the sentences). `recordings` and `rendered` hold the clips of people and of gTTS."""

    languages: tuple[Language, ...]
    sound: Sound
    heard: tuple[Heard, ...]
    errors: int
    recordings: ClipCache
    rendered: ClipCache

    def spoken_in(self, language: str) -> tuple[Heard, ...]:
        """The sentences in one language, whoever hears them: a German name on an Arabic screen is German."""
        return tuple(one for one in self.heard if one.utterance.language == language)

    def language(self, code: str) -> Language:
        """The language with this code. Raises Unusable."""
        for language in self.languages:
            if language.code == code:
                return language
        known = ", ".join(language.code for language in self.languages)
        raise Unusable(f"{code!r} ist keine Sprache dieses Kiosks / is not a language of this kiosk: {known}")

    def chosen(self, codes: Iterable[str] | None) -> tuple[Language, ...]:
        """The languages with these codes, or all. Raises Unusable."""
        return tuple(self.language(code) for code in dict.fromkeys(codes)) if codes else self.languages

    def recording(self, utterance: Utterance) -> Clip | None:
        """The clip in which a person says it."""
        return self.recordings.find(person(utterance.language), utterance.text)

    def clip(self, utterance: Utterance) -> Clip | None:
        """The clip in which gTTS says it."""
        wanted = self.for_gtts(utterance)
        return self.rendered.find(*wanted) if wanted else None

    def for_gtts(self, utterance: Utterance) -> tuple[Voice, str] | None:
        """The voice of gTTS and the text that it gets, None if it has no voice for the language."""
        name = self.language(utterance.language).gtts_voice
        return (Voice(GTTS, utterance.language, name), utterance.voiced) if name else None


def person(language: str) -> Voice:
    """The voice of people who record sentences: one unnamed in every language."""
    return Voice(RECORDINGS, language, "")


def load(content: Path, config: Path, assets: Path) -> Material:
    """Read content and configuration, with the languages in preparation, so that they can be recorded before visitors
    hear them. Raises Unusable if there is nothing to speak."""
    settings, _ = load_settings(config)
    catalog, problems = load_catalog(content, settings.hosts, offer_all=True)
    codes, waiting = codes_of(catalog)
    strings, more = load_strings(content, codes, in_preparation=waiting)
    pronouncer, others = load_pronunciation(content, codes, waiting)
    errors = sum(problem.severity is Severity.ERROR for problem in (*problems, *more, *others))
    if catalog is None or strings is None:
        raise Unusable(f"{content}: {errors} Fehler, bitte ansehen / errors, please look: run_kiosk.py check")
    said = tuple(one for one in heard(catalog, strings, pronouncer) if one.utterance.language in codes)
    caches = ClipCache(assets / "recordings"), ClipCache(assets / "speech")
    return Material(catalog.languages, settings.sound, said, errors, *caches)
