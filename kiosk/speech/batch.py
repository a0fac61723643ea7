"""Rendering many clips with a service that is not ours: politely, patiently, and keeping what was reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct, field

from kiosk.speech.cache import ClipCache
from kiosk.speech.engine import SpeechEngine, SpeechFailed, Voice
from kiosk.speech.gtts import Throttled, Unreachable
from kiosk.speech.samples import LibraryMissing

THROTTLED_WAITS = (30.0, 60.0)
UNREACHABLE_WAITS = (2.0, 4.0)
"""Seconds before the second and the third attempt; after that the run stops."""
LONGEST_WAIT = 600.0
"""A service that asks for more than this is asked again another day."""
REFUSALS = 8
"""So many refusals in a row in one language, and the rest of it is left out: no such voice, or we are blocked."""


class Outcome(Struct):
    """What a run did: clips made, texts refused with the reason, and why it stopped early (empty: it did not)."""

    rendered: int = 0
    refused: list[str] = field(default_factory=list)
    stopped: str = ""


class Witness(Protocol):
    """Who is told how the run goes on."""

    def made(self, voice: Voice, text: str) -> None:
        """A clip is there."""

    def refused(self, voice: Voice, text: str, reason: str) -> None:
        """A text gets none."""

    def gave_up(self, voice: Voice, refusals: int) -> None:
        """So many texts in a row were refused that the rest of this voice is left out."""

    def waits(self, seconds: float, reason: str) -> None:
        """Before the next attempt the service gets a rest."""


def render_all(
    cache: ClipCache,
    engine: SpeechEngine,
    needed: Sequence[tuple[Voice, str]],
    wait: Callable[[float], None],
    witness: Witness,
) -> Outcome:
    """Render `needed` in order. Every clip is kept as soon as it is made."""
    outcome, row = Outcome(), _Row()
    for voice, text in needed:
        if row.given_up(voice):
            continue
        try:
            _render(cache, engine, voice, text, wait, witness)
        except (Throttled, Unreachable, LibraryMissing, OSError) as error:  # OSError: the disk is full or read-only
            outcome.stopped = str(error)
            break
        except SpeechFailed as error:
            outcome.refused.append(f"{voice.language}: {text}: {error}")
            witness.refused(voice, text, str(error))
            row.refused(voice)
            if row.given_up(voice):
                witness.gave_up(voice, row.length)
        else:
            outcome.rendered += 1
            row = _Row()
            witness.made(voice, text)
    return outcome


class _Row(Struct):
    """Refusals in a row, all in one voice."""

    voice: Voice | None = None
    length: int = 0

    def refused(self, voice: Voice) -> None:
        self.length = self.length + 1 if voice == self.voice else 1
        self.voice = voice

    def given_up(self, voice: Voice) -> bool:
        return voice == self.voice and self.length >= REFUSALS


def _render(
    cache: ClipCache,
    engine: SpeechEngine,
    voice: Voice,
    text: str,
    wait: Callable[[float], None],
    witness: Witness,
) -> None:
    """One clip, in three attempts. Raises what the last of them raised."""
    for throttled, unreachable in zip(THROTTLED_WAITS, UNREACHABLE_WAITS, strict=True):
        try:
            cache.render(engine, voice, text)
            return
        except Throttled as error:
            if (error.retry_after or 0) > LONGEST_WAIT:
                raise
            seconds, reason = max(throttled, error.retry_after or 0), str(error)
        except Unreachable as error:
            seconds, reason = unreachable, str(error)
        witness.waits(seconds, reason)
        wait(seconds)
    cache.render(engine, voice, text)
