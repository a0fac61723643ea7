"""A tone is told from everything else that may be heard."""

from __future__ import annotations

import math
import random
import wave
from array import array
from pathlib import Path

import pytest

from kiosk.staff.doctor.tone import BLOCK, PITCH_HZ, RATE, loudest, tone_in, write_tone


def heard(amplitude: float, pitch: float = PITCH_HZ, noise: float = 0.0, seconds: float = 0.5) -> array[int]:
    """A pitch, and noise of a loudness."""
    dice = random.Random(1)
    turns = (2 * math.pi * pitch * number / RATE for number in range(round(seconds * RATE)))
    return array("h", (round(amplitude * math.sin(turn) + dice.gauss(0, noise)) for turn in turns))


@pytest.mark.parametrize("amplitude", [30, 300, 10000])
def test_the_tone_is_heard_loud_or_faint_and_in_noise(amplitude: int) -> None:
    assert tone_in(heard(amplitude))
    assert tone_in(array("h", bytes(2 * RATE)) + heard(amplitude, noise=amplitude / 5))


@pytest.mark.parametrize(
    "samples",
    [
        array("h"),
        array("h", bytes(2 * RATE)),
        array("h", [1000]) * RATE,
        heard(0, noise=3000),
        heard(8000, pitch=440),
        heard(8000, pitch=PITCH_HZ * 2),
        heard(10),
        heard(1000, noise=2000),
        heard(8000)[: BLOCK - 1],
    ],
    ids="nothing silence direct noise other-pitch octave too-faint drowned too-short".split(),
)
def test_what_is_no_tone_is_none(samples: array[int]) -> None:
    assert not tone_in(samples)


def test_what_is_played_is_the_tone(tmp_path: Path) -> None:
    write_tone(tmp_path / "tone.wav")
    with wave.open(str(tmp_path / "tone.wav")) as file:
        samples = array("h", file.readframes(file.getnframes()))
        assert (file.getframerate(), file.getnchannels()) == (RATE, 1)
    assert tone_in(samples) and loudest(samples) == 8000
    assert max(map(abs, samples[:10])) < 300, "it begins softly"
