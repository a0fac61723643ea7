"""Clips as they are heard: equally loud whatever they were recorded like, and from the first word on. The real child
plays them into a file, and a meter of our own judges that."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kiosk.audio.player import ChildPlayer
from kiosk.speech.engine import Clip
from kiosk.speech.measure import measured
from kiosk.speech.samples import read
from tests.unit.audio.sound import RATE, Loudspeaker, Open, Samples
from tests.unit.speech import sounds
from tests.unit.speech.meter import lufs
from tests.unit.speech.sounds import KINDS, encoded, samples_of, vowel
from tests.unit.speech.waiting import Notes

NORMAL = 10 ** (-9 / 20)
"""The visitor's usual level: three steps of 3 dB below the loudest."""
HISS = 0.001
"""Softer than silence is told (-50 dB), and yet not nothing: what is played of it can be counted."""


def played(player: ChildPlayer, wakes: Notes, loudspeaker: Loudspeaker, clip: Clip) -> Samples:
    """What is heard of the clip, between -1 and 1."""
    before = len(loudspeaker.samples())
    player.start(clip.path, clip.gain, clip.lead)
    wakes.until_true(lambda: not player.busy())
    heard = loudspeaker.until_silent()[before:] / 32768
    sounding = np.flatnonzero(heard)
    return heard[sounding[0] : sounding[-1] + 1]


@pytest.mark.parametrize("suffix", KINDS)
def test_soft_and_loud_sources_are_heard_equally_loud(
    suffix: str, opened: Open, wakes: Notes, loudspeaker: Loudspeaker, tmp_path: Path
) -> None:
    """A-01."""
    player = opened(loudspeaker.environment)
    player.volume(NORMAL)
    sources, heard = [], []
    for number, loudness in enumerate((0.22, 0.5, 0.95)):
        sound = samples_of(vowel(140, 2.0, loudness))
        path = encoded(tmp_path / f"{number}{suffix}", sound)
        sources.append(lufs(sounds.wave_of(sound), sounds.RATE))
        heard.append(lufs(played(player, wakes, loudspeaker, Clip(path, **measured(read(path)))), RATE))
    assert max(sources) - min(sources) > 12
    assert heard == pytest.approx([-19.0 - 9.0] * 3, abs=1.0)


@pytest.mark.parametrize("suffix", [suffix for suffix in KINDS if suffix != ".wav"])
def test_silence_before_the_first_word_is_not_played_and_no_word_is_lost(
    suffix: str, opened: Open, wakes: Notes, loudspeaker: Loudspeaker, tmp_path: Path
) -> None:
    hiss = sounds.noise(0.6, HISS)
    word = vowel(140, 1.0, 0.5)[sounds.RATE // 16 :]
    path = encoded(tmp_path / f"clip{suffix}", samples_of(np.concatenate([hiss, word])))
    clip = Clip(path, **measured(read(path)))
    player = opened(loudspeaker.environment)
    began = []
    for lead in (0.0, clip.lead):
        heard = played(player, wakes, loudspeaker, Clip(path, clip.seconds, 1.0, lead))
        loud = np.flatnonzero(np.abs(heard) > 0.05) / RATE
        began.append(loud[0])
        assert loud[-1] - loud[0] == pytest.approx(15 / 16, abs=0.03)
    assert began[0] > 0.5
    assert 0 <= began[1] < 0.04
