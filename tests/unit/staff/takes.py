"""Recordings as people bring them, for the tests: no speech, but with syllables, and as long as speech."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.unit.speech.meter import Wave
from tests.unit.speech.sounds import RATE, encoded, samples_of, vowel

SECONDS_A_LETTER = 0.07


def said(text: str, loudness: float = 0.3, hertz: float = 140) -> Wave:
    """A sound that lasts as long as `text`."""
    return vowel(hertz, SECONDS_A_LETTER * len(text), loudness)


def quiet(seconds: float) -> Wave:
    """Silence."""
    made: Wave = np.zeros(round(seconds * RATE))
    return made


def joined(*waves: Wave) -> Wave:
    """One after the other."""
    made: Wave = np.concatenate(waves)
    return made


def recorded(path: Path, wave: Wave) -> Path:
    """A file of it, of the kind that the suffix names."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return encoded(path, samples_of(wave))
