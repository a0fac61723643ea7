"""The player when there is nothing to play: the device is given back, and taken again for the next clip. A real sound
server tells who holds it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from kiosk.audio.child import SILENT_SECONDS
from kiosk.audio.player import ChildPlayer
from tests.gui.outside import sleeps_of
from tests.gui.sound_server import Ear, SoundServer
from tests.unit.audio.sound import (
    Loudspeaker,
    Open,
    assert_whole_but_for_a_pause,
    clip_samples,
    likeness,
)
from tests.unit.speech.waiting import Notes, until


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    """A sound server of its own, with a loudspeaker."""
    server = SoundServer(tmp_path)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def resting(opened: Open, server: SoundServer) -> ChildPlayer:
    """A player that has been silent for so long that it has given the device back."""
    player = opened(server.environment)
    assert (player.available, server.streams()) == (True, 1)
    until(lambda: server.streams() == 0)
    return player


def asleep(pid: int) -> bool:
    """Whether nothing wakes any thread of a process for a second."""
    before = sleeps_of(pid)
    time.sleep(1.0)
    return sleeps_of(pid) == before


def test_silent_for_a_while_it_gives_the_device_back_and_sleeps(resting: ChildPlayer) -> None:
    until(lambda: asleep(resting.pid))
    assert resting.available


def test_the_next_clip_is_heard_as_if_it_had_kept_it(
    resting: ChildPlayer, server: SoundServer, wakes: Notes, clips: list[Path]
) -> None:
    ear = Ear(server)
    ear.until_hearing()
    for clip in clips[:2]:
        since = ear.now()
        resting.start(clip, 1.0)
        wakes.until_true(lambda: not resting.busy())
        assert resting.error == ""
        ear.until_silence()
        assert likeness(clip_samples(clip), ear.samples(since).astype(float)) > 0.8
        until(lambda: server.streams() == 0)
    ear.close()


def test_what_is_asked_of_it_meanwhile_takes_no_device_and_breaks_nothing(
    resting: ChildPlayer, server: SoundServer, wakes: Notes, clips: list[Path]
) -> None:
    ear = Ear(server)
    ear.until_hearing()
    for call in (resting.pause, resting.resume, resting.stop):
        call()
    resting.volume(0.5)
    pid, since = resting.pid, ear.now()
    resting.start(clips[0], 1.0)  # asked behind the others: what became of them would be told by now
    wakes.until_true(lambda: not resting.busy())
    assert (resting.error, resting.pid) == ("", pid)
    ear.until_silence()
    heard = ear.samples(since).astype(float)
    assert likeness(clip_samples(clips[0]), heard) > 0.8
    assert np.abs(heard).max() / np.abs(clip_samples(clips[0])).max() == pytest.approx(0.5, abs=0.1)
    ear.close()


def test_a_pause_of_any_length_goes_on_at_its_place(
    paused: ChildPlayer, wakes: Notes, loudspeaker: Loudspeaker, clips: list[Path]
) -> None:
    """The loudspeaker writes into a file, anew whenever the device is taken: what was heard before would be lost."""
    time.sleep(SILENT_SECONDS + 1.0)
    paused.resume()
    wakes.until_true(lambda: not paused.busy())
    heard = loudspeaker.until_silent()
    assert_whole_but_for_a_pause(heard, clips[0])


def test_a_pause_that_was_stopped_holds_no_device(opened: Open, server: SoundServer, wakes: Notes, long: Path) -> None:
    player = opened(server.environment)
    player.start(long, 1.0)
    player.pause()
    time.sleep(SILENT_SECONDS + 1.0)
    assert server.streams() == 1
    player.stop()
    until(lambda: server.streams() == 0)


def test_a_device_that_is_lost_meanwhile_is_told_at_the_next_clip_and_found_once_it_is_back(
    resting: ChildPlayer, server: SoundServer, wakes: Notes, clips: list[Path]
) -> None:
    server.kill()
    resting.start(clips[0], 1.0)
    wakes.until_true(lambda: not resting.busy())
    assert resting.error
    assert resting.available, "the next try may find it"
    server.start()
    ear = Ear(server)
    ear.until_hearing()
    since = ear.now()
    resting.start(clips[0], 1.0)
    wakes.until_true(lambda: not resting.busy())
    assert resting.error == ""
    ear.until_silence()
    assert likeness(clip_samples(clips[0]), ear.samples(since).astype(float)) > 0.8
    ear.close()
