"""Sounds made for tests, and files of every kind that people bring along."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

import numpy as np

from kiosk.speech.samples import Samples
from kiosk.speech.samples.sndfile import WRITE, _Info, _sndfile
from tests.unit.speech.meter import Wave

RATE = 24000
"""As Google's MP3."""
KINDS = {".wav": 0x010002, ".flac": 0x170002, ".ogg": 0x200060, ".mp3": 0x230082}
"""sndfile.h: the formats that `voice import` takes."""


def samples_of(wave: Wave, rate: int = RATE) -> Samples:
    """What lies between -1 and 1 as 16 bit; with two dimensions: frames, channels."""
    data = (wave * 32767).round().clip(-32768, 32767).astype(np.int16)
    return Samples(data.tobytes(), rate, 1 if wave.ndim == 1 else wave.shape[1])


def wave_of(samples: Samples) -> Wave:
    """The samples between -1 and 1; with two channels in two dimensions."""
    wave = np.frombuffer(samples.data, np.int16) / 32768
    return wave if samples.channels == 1 else wave.reshape(-1, samples.channels)


def tone(hertz: float, seconds: float, loudness: float = 0.3, rate: int = RATE) -> Wave:
    """A pure tone."""
    made: Wave = loudness * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)
    return made


def vowel(hertz: float, seconds: float, loudness: float = 0.3, rate: int = RATE) -> Wave:
    """What voices are made of: a buzz of `hertz` with overtones, in syllables of a quarter of a second."""
    overtones = (np.exp(-(((n * hertz - 600) / 900) ** 2)) * tone(n * hertz, seconds, 1.0, rate) for n in range(1, 20))
    buzz = np.sum(list(overtones), axis=0)
    syllables = np.abs(np.sin(np.pi * 4 * np.arange(len(buzz)) / rate))
    made: Wave = loudness * syllables * buzz / np.abs(buzz).max()
    return made


def noise(seconds: float, loudness: float, seed: int = 1, rate: int = RATE) -> Wave:
    """Noise of the given root mean square."""
    made: Wave = np.random.default_rng(seed).normal(0, loudness, round(seconds * rate))
    return made


def encoded(path: Path, samples: Samples) -> Path:
    """A file of the kind that its suffix names. Given as floats: of 16 bit in two channels libsndfile 1.2.0 makes a
    broken MP3."""
    sndfile, info = _sndfile(), _Info(rate=samples.rate, channels=samples.channels, format=KINDS[path.suffix])
    handle = ctypes.c_void_p(sndfile.sf_open(os.fsencode(path), WRITE, ctypes.byref(info)))
    floats = wave_of(samples).astype(np.float32).tobytes()
    assert sndfile.sf_writef_float(handle, ctypes.c_char_p(floats), ctypes.c_int64(samples.frames)) == samples.frames
    sndfile.sf_close(handle)
    return path
