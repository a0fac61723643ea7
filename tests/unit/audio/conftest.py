"""Players with their real child, and something to play."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.audio.player import ChildPlayer
from tests.unit.audio.sound import CLIP_SECONDS, RATE, Loudspeaker, Open, write_noise
from tests.unit.speech.waiting import Notes


@pytest.fixture
def wakes() -> Notes:
    return Notes()


@pytest.fixture
def opened(wakes: Notes) -> Iterator[Open]:
    """Makes players that are open, and closes them."""
    made: list[ChildPlayer] = []

    def open_player(environment: dict[str, str], **seconds: float) -> ChildPlayer:
        player = ChildPlayer(wakes, environment, **seconds)
        made.append(player)
        player.open()
        wakes.until(None)
        return player

    yield open_player
    for player in made:
        player.close()


@pytest.fixture
def loudspeaker(tmp_path: Path) -> Loudspeaker:
    return Loudspeaker(tmp_path / "heard.raw")


@pytest.fixture
def clips(tmp_path: Path) -> list[Path]:
    return [write_noise(tmp_path / f"{seed}.wav", CLIP_SECONDS, seed) for seed in range(3)]


@pytest.fixture
def long(tmp_path: Path) -> Path:
    return write_noise(tmp_path / "long.wav", 20.0, 99)


@pytest.fixture
def paused(opened: Open, loudspeaker: Loudspeaker, clips: list[Path]) -> ChildPlayer:
    """A player that was asked to hold on a tenth of a second after its first clip began."""
    player = opened(loudspeaker.environment)
    player.start(clips[0], 1.0)
    loudspeaker.until_sounding(RATE // 10)
    player.pause()
    return player
