"""Sounds to play, and what was really heard: SDL's disk driver writes it to a file instead of a loudspeaker."""

from __future__ import annotations

import time
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.audio.player import ChildPlayer
from tests.unit.speech.waiting import PATIENCE

RATE = 44100
"""Samples a second, of both channels, in the order of the player's child."""
CLIP_RATE = 22050
"""As the offline voice writes."""

TAIL_SECONDS = 0.05
CLIP_SECONDS = 0.4
DUMMY = {"SDL_AUDIODRIVER": "dummy"}
"""SDL's driver that hears nothing, in real time."""
NO_CARD = {"SDL_AUDIODRIVER": "alsa", "AUDIODEV": "no-such-card"}

Open = Callable[..., ChildPlayer]
"""Makes a player that is open; closed after the test."""

Samples = NDArray[np.float64]


def write_noise(path: Path, seconds: float, seed: int) -> Path:
    """A clip of its own: noise like no other seed's, and the silence that the offline voice puts behind it."""
    noise = np.random.default_rng(seed).normal(0, 4000, round(seconds * CLIP_RATE)).clip(-20000, 20000)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(CLIP_RATE)
        file.writeframes(noise.astype(np.int16).tobytes() + bytes(2 * round(TAIL_SECONDS * CLIP_RATE)))
    return path


def clip_samples(path: Path) -> Samples:
    """A clip as the player's child would mix it."""
    with wave.open(str(path)) as file:
        mono = np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(float)
    return np.interp(np.arange(len(mono) * 2) / 2, np.arange(len(mono)), mono)


class Loudspeaker:
    """The disk driver. `slowness` is the time it takes for a second of sound, in seconds."""

    def __init__(self, file: Path, slowness: float = 0.1) -> None:
        self.file = file
        milliseconds = max(1, round(slowness * 1024 / RATE * 1000))
        self.environment = {
            "SDL_AUDIODRIVER": "disk",
            "SDL_DISKAUDIOFILE": str(file),
            "SDL_DISKAUDIODELAY": str(milliseconds),
        }

    def samples(self) -> Samples:
        """What was heard so far, of the left channel."""
        raw = np.fromfile(self.file, np.int16) if self.file.exists() else np.zeros(0, np.int16)
        return raw[: len(raw) // 2 * 2 : 2].astype(float)

    def sounding(self) -> int:
        """How many samples were not silent."""
        return int(np.count_nonzero(np.abs(self.samples()) > 2))

    def until_sounding(self, count: int) -> None:
        """Wait until so many samples that are not silent were heard."""
        self.until(lambda: self.sounding() >= count)

    def until_silent(self) -> Samples:
        """Wait until half a second of silence was heard, and return all that was."""
        self.until(lambda: len(self.samples()) > RATE // 2 and not self.samples()[-RATE // 2 :].any())
        return self.samples()

    @staticmethod
    def until(holds: Callable[[], bool]) -> None:
        """Wait until `holds()`."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, "it was not heard"
            time.sleep(0.01)


def likeness(clip: Samples, heard: Samples) -> float:
    """How much of `clip` is in `heard`, wherever it lies: 1 all of it, 0 none."""
    if len(heard) < len(clip):
        heard = np.pad(heard, (0, len(clip) - len(heard)))
    size = 1 << (len(clip) + len(heard)).bit_length()
    product = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(clip, size)), size)[
        : len(heard) - len(clip) + 1
    ]
    place = int(product.argmax())
    there = heard[place : place + len(clip)]
    return float(there @ clip / (np.linalg.norm(there) * np.linalg.norm(clip) + 1e-9))


def assert_whole_but_for_a_pause(heard: Samples, clip: Path) -> None:
    """All of a clip was heard, in two pieces with the longest silence between them, and nothing else."""
    sounding = np.flatnonzero(np.abs(heard) > 2)
    pause = int(np.diff(sounding).argmax())
    joined = np.concatenate([heard[sounding[0] : sounding[pause] + 1], heard[sounding[pause + 1] : sounding[-1] + 1]])
    assert likeness(clip_samples(clip)[: len(joined)], joined) > 0.8
    assert abs(len(joined) / (CLIP_SECONDS * RATE) - 1) <= 0.005
