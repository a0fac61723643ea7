"""A take: what a person recorded, looked at as a listener would, cut at its ends, and made as loud as all others.

The limits are ours unless another source is named. They find what went wrong (a button pressed too late, the wrong
sentence, a microphone at the other end of the room); whether it sounds friendly only people hear.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import mul

from kiosk.domain.utterance import Utterance
from kiosk.speech.engine import SpeechFailed
from kiosk.speech.measure import TARGET_LUFS
from kiosk.speech.samples import Samples, cut, louder, loudness, peak
from kiosk.speech.samples.sound import FULL_SCALE

LOUDEST = 10 ** (-1 / 20)
"""−1 dBFS: what a decoder or a loudspeaker adds to a sample then still fits."""
QUIETEST_LUFS = -40.0
"""Below that the room is as loud as the voice once it is raised by more than 20 dB."""
FASTEST, SLOWEST, SLACK = 0.03, 0.6, 1.5
"""Seconds for each letter that a person may take (fluent speech: 0.06 to 0.08), and seconds on top for figures and
abbreviations, which are longer said than written. gTTS is believed from 0.015 to 0.6 (audio.md 6)."""
LONGEST_PAUSE = 1.5
KEPT_SECONDS = 0.05
"""Of the silence at both ends: no first letter is cut into."""
FLAT_TOP, FLAT_ABOVE = 3, 0.5
"""An overdriven microphone cuts the tops off: several equal samples in a row, far above silence."""
FLAT_SHARE = 0.001
"""So many samples may be flat: a millisecond in a second is heard as a crackle."""
WINDOW = 0.02
QUIET_BELOW = 30.0
QUIET_FLOOR = -50.0
"""Silence is what is 30 dB softer than the speech, and at most −50 dBFS: rooms are never quite silent."""


class TakeRefused(SpeechFailed):
    """A take that visitors should not hear. The message says what is wrong with it, with figures, and what to do; in
    German and English."""


def checked(samples: Samples, utterance: Utterance) -> Samples:
    """The take as it is kept: one channel, without silence at its ends, at −19 LUFS with its peak below −1 dBFS.
    Raises TakeRefused."""
    flat = _flattened(samples)
    voice = _one_channel(samples)
    level = loudness(voice)
    if level < QUIETEST_LUFS:
        raise TakeRefused(_too_quiet(level))
    if flat > FLAT_SHARE:
        raise TakeRefused(
            f"übersteuert: {flat:.1%} abgeschnitten, höchstens {FLAT_SHARE:.1%}. Pegel senken, neu aufnehmen. / "
            f"overdriven: {flat:.1%} cut off, at most {FLAT_SHARE:.1%}. Lower the level, record again."
        )
    trimmed = _trimmed(voice, max(level - QUIET_BELOW, QUIET_FLOOR))
    _check_length(trimmed, utterance)
    return louder(trimmed, min(10 ** ((TARGET_LUFS - loudness(trimmed)) / 20), LOUDEST / peak(trimmed)))


def _too_quiet(level: float) -> str:
    if level == -math.inf:
        return "nichts zu hören. Mikrofon prüfen, neu aufnehmen. / nothing to hear. Check the microphone, record again."
    return (
        f"zu leise: {level:.0f} LUFS, mindestens {QUIETEST_LUFS:.0f}. Näher ans Mikrofon oder Pegel höher, neu "
        f"aufnehmen. / too quiet: {level:.0f} LUFS, at least {QUIETEST_LUFS:.0f}. Closer to the microphone or a higher "
        "level, record again."
    )


def _check_length(voice: Samples, utterance: Utterance) -> None:
    letters = len(utterance.text)
    least, most = FASTEST * letters, SLOWEST * letters + SLACK
    if not least <= voice.seconds <= most:
        raise TakeRefused(
            f"{voice.seconds:.1f} s lang, der Satz mit {letters} Zeichen dauert {least:.1f} bis {most:.1f} s. Falscher "
            f"Satz oder abgeschnitten? / {voice.seconds:.1f} s long, the sentence of {letters} characters takes "
            f"{least:.1f} to {most:.1f} s. Another sentence, or cut off?"
        )


def _trimmed(voice: Samples, floor_db: float) -> Samples:
    """The take from its first to its last sound. Raises TakeRefused for a long pause in between."""
    loud = [place for place, level in enumerate(_levels(voice)) if level > floor_db]
    if not loud:
        raise TakeRefused(_too_quiet(-math.inf))
    for before, after in pairwise(loud):
        pause = (after - before - 1) * WINDOW
        if pause > LONGEST_PAUSE:
            at = (before + 1) * WINDOW
            raise TakeRefused(
                f"{pause:.1f} s Stille bei {at:.1f} s, höchstens {LONGEST_PAUSE} s. Ohne Pause neu aufnehmen oder sie "
                f"herausschneiden. / {pause:.1f} s of silence at {at:.1f} s, at most {LONGEST_PAUSE} s. Record again "
                "without the pause, or cut it out."
            )
    start, end = loud[0] * WINDOW, (loud[-1] + 1) * WINDOW
    return cut(voice, max(0.0, start - KEPT_SECONDS), min(voice.seconds, end + KEPT_SECONDS))


def _levels(voice: Samples) -> Iterator[float]:
    """The level of every 20 ms, in dB below the loudest that there is (RMS)."""
    values, width = array("h", voice.data), max(1, round(WINDOW * voice.rate))
    for start in range(0, len(values), width):
        window = values[start : start + width]
        power = sum(map(mul, window, window)) / len(window)
        yield 10 * math.log10(power / FULL_SCALE**2) if power else -math.inf


def _flattened(samples: Samples) -> float:
    """The share of samples in flat tops. A limit below full scale and a program that makes the result softer leave them
    just as flat, so they need not be the loudest that there is."""
    values, count = array("h", samples.data), 0
    for channel in range(samples.channels):
        for value, row in groupby(values[channel :: samples.channels]):
            length = sum(1 for _ in row)
            count += length if length >= FLAT_TOP and abs(value) >= FLAT_ABOVE * FULL_SCALE else 0
    return count / len(values) if values else 0.0


def _one_channel(samples: Samples) -> Samples:
    """Both channels as one: a voice has no sides, and many microphones fill only the left one."""
    if samples.channels == 1:
        return samples
    values = array("h", samples.data)
    mixed = array("h", ((left + right) // 2 for left, right in zip(values[0::2], values[1::2], strict=True)))
    return Samples(mixed.tobytes(), samples.rate, 1)
