"""Trouble upon trouble with the kiosk's two voices: nothing is left behind, and waiting does not add up. The processes
are the real ones; only the patience with them is short."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.audio.player import ChildPlayer
from kiosk.speech.offline import OfflineVoice
from tests.gui.outside import load_of, until
from tests.gui.sound_lobby import ROUNDS
from tests.gui.sound_server import SoundServer
from tests.unit.audio.sound import write_noise
from tests.unit.speech.waiting import Notes

PATIENCE_S = 1.0
"""So long a voice may take to answer here."""


def test_an_offline_voice_that_hangs_again_and_again_leaves_nothing_behind(tmp_path: Path) -> None:
    offline = OfflineVoice({"de": "de"}, answer_seconds=PATIENCE_S)
    voice = offline.voice("de")
    offline.render("Guten Tag.", voice, tmp_path / "clip.wav")
    before = load_of(os.getpid())
    for _ in range(ROUNDS):
        os.kill(offline.pid, signal.SIGSTOP)
        assert offline.render("Guten Tag.", voice, tmp_path / "clip.wav").seconds > 0.3
    until(lambda: load_of(os.getpid()) == before, f"it holds no more than before, {before}")
    offline.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    """A sound server of its own."""
    server = SoundServer(tmp_path)
    yield server
    server.kill()


def test_only_the_last_of_many_visitors_has_the_device_looked_for(server: SoundServer, tmp_path: Path) -> None:
    """They come while the player waits for a server that never answers. Their waiting does not add up, and that the
    first one was disappointed is not held against the last one, for whom there is sound."""
    server.deafen()
    wakes = Notes()
    player = ChildPlayer(wakes, server.environment)
    player.open()
    server.until_knocked()
    for _ in range(ROUNDS):
        player.open()
    server.start()
    wakes.until_true(lambda: len(wakes.all) == 2)
    assert (player.available, player.error) == (True, "")
    player.start(write_noise(tmp_path / "clip.wav", 0.2, 1), 1.0)
    wakes.until_true(lambda: not player.busy())
    assert (player.error, len(wakes.all)) == ("", 3)  # the first opening, the last one, the clip's end
    player.close()
