"""How a clip is played so that all are equally loud and none begins with silence (issue 3). Files that others made stay
as they are: what is measured goes to the player. Those that we write ourselves are trimmed."""

from __future__ import annotations

import math

from kiosk.speech.samples import WIDTH, Samples, cut, loudness, silence

TARGET_LUFS = -19.0
"""The loudness of every clip (issue 3), measured as EBU R128 does. It is that of one channel; heard from two
loudspeakers it is the -16 of stereo."""
MOST_GAIN = 8.0
"""18 dB, the whole range of the visitor's volume: with more, the quietest level would be as loud as the loudest."""
KEPT_SECONDS = 0.02
"""So much of the silence before the first word is played: players find a place in an MP3 to about 12 ms, and a word may
begin more softly than silence is told."""
TAIL_SECONDS = 0.05
"""Silence behind what we write ourselves: SDL 2.28 keeps back the last 23 ms of a clip that it has to bring to another
sample rate, and with them would go the end of the last word."""


def measured(samples: Samples) -> dict[str, float]:
    """How to play these samples: the fields of a `Clip` beside its path. Raises SoundUnreadable, LibraryMissing."""
    level = loudness(samples)
    gain = 1.0 if math.isinf(level) else min(MOST_GAIN, 10 ** ((TARGET_LUFS - level) / 20))
    return spans(samples) | {"gain": round(gain, 3)}


def spans(samples: Samples) -> dict[str, float]:
    """The same, all but the gain. In nothing but silence there is no word to begin at: it is played as it is."""
    lead, trail = silence(samples)
    if lead >= samples.seconds:
        lead = trail = 0.0
    spans = {"seconds": samples.seconds, "lead": max(0.0, lead - KEPT_SECONDS), "trail": trail}
    return {name: round(seconds, 3) for name, seconds in spans.items()}


def trimmed(samples: Samples) -> Samples:
    """From the first word to the last, and the tail: for WAV files, in which SDL 2.28 finds no place but the start."""
    span = spans(samples)
    words = cut(samples, span["lead"], samples.seconds - span["trail"])
    tail = bytes(WIDTH * samples.channels * round(TAIL_SECONDS * samples.rate))
    return Samples(words.data + tail, samples.rate, samples.channels)
