"""Which sound is where in what was heard: by correlation, so that a clip is told from any other, loud or soft."""

from __future__ import annotations

import wave
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.app import load
from kiosk.domain.utterance import Utterance, spoken
from kiosk.speech.cache import clip_key
from kiosk.speech.offline import OfflineVoice
from kiosk.speech.shelf import PREFIX
from tests.gui.outside import ROOT
from tests.gui.sound_server import RATE, SPEECH

Sound = NDArray[np.float64]


WINDOW, SLACK = round(0.3 * RATE), round(0.1 * RATE)
"""A clip is compared a piece at a time, and a piece may come a little early or late: where the machine was too busy to
play, a few milliseconds of silence are heard, and all behind them comes later."""


@dataclass(frozen=True)
class Place:
    """Where a clip was found: its speech, from its first sample to its last; `likeness` is 1 for the clip itself and
    next to nothing for another one."""

    first: int
    last: int
    likeness: float


def clips_of(shown: Iterable[Utterance], folder: Path) -> tuple[Sound, ...]:
    """What is to be heard of sentences: the clips that a kiosk with `folder` as its runtime folder has on its shelf for
    their spoken form. Not made anew: espeak-ng never says the same words twice in quite the same way."""
    content = load(ROOT / "content", ROOT / "config" / "kiosk.yaml")
    assert content.catalog is not None
    voice = OfflineVoice({language.code: language.offline_voice for language in content.catalog.languages})
    clips = []
    for utterance in map(content.pronouncer.pronounced, shown):
        key = clip_key(voice.voice(utterance.language), spoken(utterance.voiced))
        clips.append(clip_sound(next(folder.glob(f"{PREFIX}*/{key}{voice.suffix}"))))
    return tuple(clips)


def clip_sound(path: Path) -> Sound:
    """A WAV file at the rate of the loudspeaker."""
    with wave.open(str(path)) as file:
        rate = file.getframerate()
        mono = np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(float)
    sound: Sound = np.interp(np.arange(0, len(mono) - 1, rate / RATE), np.arange(len(mono)), mono)
    return sound


def place_of(clip: Sound, heard: Sound) -> Place:
    """Where `clip` is in `heard`, or what there is most like it."""
    speech = np.flatnonzero(np.abs(clip) > SPEECH)
    begin, end = int(speech[0]), int(speech[-1])
    place, _ = _found(clip, heard)
    pieces = [start for start in range(begin, end - WINDOW, WINDOW) if clip[start : start + WINDOW].std() > SPEECH]
    found = {start: _piece(clip, start, heard, place) for start in [*pieces, end - WINDOW]}
    first, last = found[pieces[0]][0] - pieces[0] + begin, found[end - WINDOW][0] + WINDOW
    return Place(first, last, float(np.mean([likeness for _, likeness in found.values()])))


def _piece(clip: Sound, start: int, heard: Sound, place: int) -> tuple[int, float]:
    """The piece of a clip that begins at `start`, looked for around where it must be if the clip is at `place`."""
    around = max(0, place + start - SLACK)
    found, likeness = _found(clip[start : start + WINDOW], heard[around : around + WINDOW + 2 * SLACK])
    return around + found, likeness


def _found(part: Sound, heard: Sound) -> tuple[int, float]:
    """Where in `heard` it is most like `part`, and how much."""
    if len(heard) < len(part):
        return 0, 0.0
    size = 1 << (len(part) + len(heard)).bit_length()
    product = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(part, size)), size)
    sums = np.concatenate(([0.0], np.cumsum(heard**2)))
    energy = np.maximum(0.0, sums[len(part) :] - sums[: -len(part)])
    alike = product[: len(energy)] / np.sqrt(energy * (part @ part) + RATE)
    place = int(alike.argmax())
    return place, float(alike[place])
