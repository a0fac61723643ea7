"""Rendering many clips with a service that is not ours: politely, patiently, and keeping what was reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kiosk.speech.cache import ClipCache
from kiosk.speech.engine import SpeechEngine, Voice
from kiosk.speech.gtts import Refused, Throttled, Unreachable

THROTTLED_WAITS = (30.0, 60.0)
UNREACHABLE_WAITS = (2.0, 4.0)
"""Seconds before the second and the third attempt; after that the run stops."""
LONGEST_WAIT = 600.0
"""A service that asks for more than this is asked again another day."""
REFUSALS = 8
"""So many refusals in a row in one language, and the rest of it is left out: no such voice, or we are blocked."""


@dataclass
class Outcome:
    """What a run did: clips made, texts refused with the reason, and why it stopped early (empty: it did not)."""

    rendered: int = 0
    refused: list[str] = field(default_factory=list)
    stopped: str = ""


def render_all(
    cache: ClipCache,
    engine: SpeechEngine,
    needed: Sequence[tuple[Voice, str]],
    wait: Callable[[float], None],
    tell: Callable[[str], None],
) -> Outcome:
    """Render `needed`, one line told for each. Every clip is kept as soon as it is made."""
    outcome, row = Outcome(), _Row()
    for number, (voice, text) in enumerate(needed, 1):
        if row.given_up(voice):
            continue
        place = f"{number}/{len(needed)} {voice.language}"
        try:
            _render(cache, engine, voice, text, wait, tell)
        except Refused as error:
            outcome.refused.append(f"{voice.language}: {text}: {error}")
            row.refused(voice)
            tell(f"{place}  ! {text}: {error}")
        except (Throttled, Unreachable, OSError) as error:  # OSError: the disk is full or read-only
            outcome.stopped = str(error)
            break
        else:
            outcome.rendered += 1
            row = _Row()
            tell(f"{place}  {text}")
    return outcome


@dataclass
class _Row:
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
    tell: Callable[[str], None],
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
        tell(f"… {seconds:.0f} s: {reason}")
        wait(seconds)
    cache.render(engine, voice, text)
