"""A tone to be played, and whether it is in what was heard. Only the standard library: this runs on terminals."""

from __future__ import annotations

import math
import wave
from array import array
from pathlib import Path

RATE, PITCH_HZ, SECONDS = 44100, 660.0, 0.8
PEAK, FADE_SECONDS = 8000, 0.02
"""Of 32768: about -12 dB, as loud as the voices; a tone that begins at once would click."""
BLOCK = RATE // 10
SHARE = 0.5
"""Of the power of a tenth of a second, that a tone at this pitch has at least: speech spreads over many pitches."""
FAINTEST = 20.0
"""The least amplitude of 32768 that counts; below it anything may look like a tone."""


def write_tone(path: Path) -> None:
    """The tone as a sound file. Raises OSError."""
    count = round(RATE * SECONDS)
    fade = RATE * FADE_SECONDS
    samples = array("h")
    for number in range(count):
        loud = min(1.0, number / fade, (count - number) / fade)
        samples.append(round(PEAK * loud * math.sin(2 * math.pi * PITCH_HZ * number / RATE)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def tone_in(samples: array[int]) -> bool:
    """Whether the tone is in what was heard (16 bits, one channel, RATE a second)."""
    blocks = (samples[start : start + BLOCK] for start in range(0, len(samples) - BLOCK + 1, BLOCK))
    return any(_is_tone(block) for block in blocks)


def loudest(samples: array[int]) -> int:
    """The greatest amplitude, 0 for silence."""
    return max(map(abs, samples), default=0)


def _is_tone(block: array[int]) -> bool:
    """Goertzel's algorithm: how much of a block is at one pitch."""
    turn = 2 * math.cos(2 * math.pi * PITCH_HZ / RATE)
    last = before = power = 0.0
    for sample in block:
        last, before = sample + turn * last - before, last
        power += sample * sample
    at_pitch = last * last + before * before - turn * last * before
    amplitude = 2 * math.sqrt(max(0.0, at_pitch)) / len(block)
    return amplitude > FAINTEST and amplitude**2 / 2 > SHARE * power / len(block)
