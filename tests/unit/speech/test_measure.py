"""What is measured of a clip brings it to the common loudness and to its first word."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.speech.measure import KEPT_SECONDS, MOST_GAIN, TAIL_SECONDS, TARGET_LUFS, measured, spans, trimmed
from kiosk.speech.samples import Samples
from tests.unit.speech.meter import lufs
from tests.unit.speech.sounds import RATE, noise, samples_of, vowel, wave_of


@pytest.mark.parametrize("loudness", [0.1, 0.3, 0.9])
def test_played_with_its_gain_every_clip_is_equally_loud(loudness: float) -> None:
    """A-01."""
    wave = vowel(140, 3.0, loudness)
    assert abs(lufs(wave, RATE) - TARGET_LUFS) > 1, "or there is nothing to do"
    assert lufs(wave * measured(samples_of(wave))["gain"], RATE) == pytest.approx(-19.0, abs=0.2)


def test_what_is_nearly_silent_is_not_blown_up_without_end() -> None:
    assert measured(samples_of(noise(1.0, 0.002)))["gain"] == MOST_GAIN


def test_silence_is_played_as_it_is() -> None:
    assert measured(Samples(bytes(2 * RATE), RATE, 1)) == {"seconds": 1.0, "gain": 1.0, "lead": 0.0, "trail": 0.0}


def test_it_begins_a_little_before_the_first_word() -> None:
    word = np.concatenate([np.zeros(RATE // 2), vowel(140, 1.0) + 0.01, np.zeros(RATE // 4)])
    assert spans(samples_of(word)) == pytest.approx({"seconds": 1.75, "lead": 0.48, "trail": 0.25}, abs=0.003)
    assert spans(samples_of(word[RATE // 2 :]))["lead"] == 0.0


@pytest.mark.parametrize("channels", [1, 2])
def test_trimmed_it_is_the_words_and_the_tail(channels: int) -> None:
    word = np.concatenate([np.zeros(RATE // 2), vowel(140, 1.0) + 0.01, np.zeros(RATE)])
    sound = samples_of(np.repeat(word[:, None], channels, axis=1))
    found = trimmed(sound)
    assert found.seconds == pytest.approx(KEPT_SECONDS + 1.0 + TAIL_SECONDS, abs=0.02)
    assert spans(found) == pytest.approx({"seconds": found.seconds, "lead": 0.0, "trail": TAIL_SECONDS}, abs=0.01)
    assert np.abs(wave_of(found)).sum() == pytest.approx(np.abs(wave_of(sound)).sum())
    assert not wave_of(found)[-round(TAIL_SECONDS * RATE) :].any()
    assert trimmed(Samples(bytes(2 * RATE), RATE, 1)).seconds == pytest.approx(1.0 + TAIL_SECONDS)
