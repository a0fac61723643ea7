"""The player with its real child: what is heard."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from kiosk.audio.player import ChildPlayer, Player, SilentPlayer
from tests.unit.audio.sound import (
    CLIP_SECONDS,
    DUMMY,
    RATE,
    Loudspeaker,
    Open,
    assert_whole_but_for_a_pause,
    clip_samples,
    likeness,
)
from tests.unit.speech.loopback_google import silent_mp3
from tests.unit.speech.waiting import Notes


def test_the_clip_that_was_started_is_heard_and_its_end_is_told(
    opened: Open, wakes: Notes, loudspeaker: Loudspeaker, clips: list[Path]
) -> None:
    player = opened(loudspeaker.environment)
    assert player.available
    assert not player.busy()
    player.start(clips[1], 1.0)
    assert player.busy()
    wakes.until_true(lambda: not player.busy())
    heard = loudspeaker.until_silent()
    assert [likeness(clip_samples(clip), heard) > 0.8 for clip in clips] == [False, True, False]
    assert max(likeness(clip_samples(clip), heard) for clip in (clips[0], clips[2])) < 0.1
    assert player.error == ""


def test_the_last_of_many_starts_is_heard_to_its_end(
    opened: Open, wakes: Notes, loudspeaker: Loudspeaker, clips: list[Path], long: Path
) -> None:
    player = opened(loudspeaker.environment)
    for path in (long, clips[0], long, clips[1], clips[2]):
        player.start(path, 1.0)
    wakes.until_true(lambda: not player.busy())
    assert likeness(clip_samples(clips[2]), loudspeaker.until_silent()) > 0.8


def test_what_was_stopped_before_its_turn_is_never_touched(
    wakes: Notes, opened: Open, clips: list[Path], tmp_path: Path
) -> None:
    """A named pipe holds everybody who opens it; the child would hang and be replaced."""
    os.mkfifo(tmp_path / "pipe.wav")
    player = opened(DUMMY)
    pid = player.pid
    player.open()
    player.start(tmp_path / "pipe.wav", 1.0)
    player.stop()
    player.start(clips[0], 1.0)
    wakes.until_true(lambda: not player.busy())
    assert player.pid == pid


def test_the_end_of_one_clip_is_not_taken_for_the_end_of_the_next(
    loudspeaker: Loudspeaker, clips: list[Path], long: Path
) -> None:
    """Nobody listens to the child while a second clip ends; a third has been started when its end is read."""
    opened, ended, go_on = Notes(), Notes(), threading.Event()

    def wake() -> None:
        if threading.current_thread().name == "player":
            opened()
        else:
            ended()
            go_on.wait()

    player = ChildPlayer(wake, loudspeaker.environment, answer_seconds=30)
    player.open()
    opened.until(None)
    player.start(clips[0], 1.0)
    ended.until(None)
    player.start(clips[1], 1.0)
    loudspeaker.until_sounding(int(1.9 * CLIP_SECONDS * RATE))
    loudspeaker.until_silent()
    player.start(long, 1.0)
    go_on.set()
    loudspeaker.until_sounding(3 * int(CLIP_SECONDS * RATE))
    assert player.busy()
    player.close()


def test_the_child_begins_when_the_first_page_is_there(wakes: Notes, loudspeaker: Loudspeaker) -> None:
    shown = threading.Event()
    player = ChildPlayer(wakes, loudspeaker.environment, after=shown)
    player.open()
    assert player.available  # it is expected to come, and nobody is told otherwise meanwhile
    time.sleep(0.3)
    assert not player.pid
    shown.set()
    wakes.until(None)
    assert player.pid and player.available
    player.close()


def test_how_loud(opened: Open, wakes: Notes, loudspeaker: Loudspeaker, clips: list[Path]) -> None:
    player = opened(loudspeaker.environment)
    loudness = []
    for level, gain in ((1.0, 1.0), (0.5, 1.0), (0.5, 0.5)):
        player.volume(level)
        before = len(loudspeaker.samples())
        player.start(clips[0], gain)
        wakes.until_true(lambda: not player.busy())
        heard = loudspeaker.until_silent()[before:]
        loudness.append(float(np.sqrt(np.mean(heard[np.abs(heard) > 2] ** 2))))
    assert loudness[1] / loudness[0] == pytest.approx(0.5, abs=0.03)
    assert loudness[2] / loudness[0] == pytest.approx(0.25, abs=0.03)


def test_a_new_volume_in_the_middle_keeps_the_gain(opened: Open, loudspeaker: Loudspeaker, long: Path) -> None:
    player = opened(loudspeaker.environment)
    player.volume(1.0)
    player.start(long, 0.5)
    loudspeaker.until_sounding(RATE)
    player.volume(0.5)
    before = len(loudspeaker.samples())
    loudspeaker.until(lambda: len(loudspeaker.samples()) > before + 4 * RATE)
    player.stop()
    heard = loudspeaker.samples()
    first, last = (
        float(np.sqrt(np.mean(part**2)))
        for part in (heard[before - RATE // 2 : before], heard[before + 3 * RATE :][:RATE])
    )
    assert first / 4000 == pytest.approx(0.5, abs=0.05)
    assert last / first == pytest.approx(0.5, abs=0.03)


def test_a_gain_above_one_is_heard_up_to_the_loudest_that_there_is(
    opened: Open, wakes: Notes, loudspeaker: Loudspeaker, clips: list[Path]
) -> None:
    player = opened(loudspeaker.environment)
    loudness = []
    for level, gain in ((0.25, 2.0), (0.5, 1.0), (1.0, 4.0), (1.0, 1.0)):
        player.volume(level)
        before = len(loudspeaker.samples())
        player.start(clips[0], gain)
        wakes.until_true(lambda: not player.busy())
        heard = loudspeaker.until_silent()[before:]
        loudness.append(float(np.sqrt(np.mean(heard[np.abs(heard) > 2] ** 2))))
    assert loudness[0] / loudness[1] == pytest.approx(1.0, abs=0.02)
    assert loudness[2] / loudness[3] == pytest.approx(1.0, abs=0.02)


def test_paused_nothing_is_heard_and_nothing_is_lost(
    paused: ChildPlayer, wakes: Notes, loudspeaker: Loudspeaker, clips: list[Path]
) -> None:
    heard = loudspeaker.until_silent()
    assert likeness(clip_samples(clips[0]), heard) < 0.8
    assert paused.busy()
    paused.resume()
    wakes.until_true(lambda: not paused.busy())
    heard = loudspeaker.until_silent()
    assert_whole_but_for_a_pause(heard, clips[0])


def test_after_a_stop_less_than_a_tenth_of_a_second_is_heard(opened: Open, tmp_path: Path, long: Path) -> None:
    """Counted in what is heard. The loudspeaker is four times too slow, so a busy machine has time to obey."""
    loudspeaker = Loudspeaker(tmp_path / "slow.raw", slowness=4.0)
    player = opened(loudspeaker.environment)
    player.start(long, 1.0)
    loudspeaker.until_sounding(RATE // 20)
    before = len(loudspeaker.samples())
    player.stop()
    assert not player.busy()
    loudspeaker.until(lambda: len(loudspeaker.samples()) > before + RATE // 6)
    assert not loudspeaker.samples()[before + RATE // 10 :].any()


def test_an_mp3_is_played_as_well(opened: Open, wakes: Notes, tmp_path: Path) -> None:
    player = opened(DUMMY)
    (tmp_path / "clip.mp3").write_bytes(silent_mp3(0.1))
    player.start(tmp_path / "clip.mp3", 1.0)
    wakes.until_true(lambda: not player.busy())
    assert player.error == ""


def test_opening_takes_no_time_of_the_caller_and_a_start_meanwhile_is_not_lost(
    wakes: Notes, loudspeaker: Loudspeaker, clips: list[Path]
) -> None:
    player = ChildPlayer(wakes, loudspeaker.environment)
    assert not player.available
    player.open()
    assert player.available
    player.start(clips[0], 1.0)
    assert wakes.all == [], "the child cannot have started in this time"
    wakes.until_true(lambda: not player.busy())
    assert likeness(clip_samples(clips[0]), loudspeaker.until_silent()) > 0.8
    player.close()


def test_a_silent_player_says_why(clips: list[Path]) -> None:
    player: Player = SilentPlayer("switched off")
    player.open()
    player.volume(1.0)
    player.start(clips[0], 1.0)
    assert (player.available, player.busy(), player.error) == (False, False, "switched off")
    for call in (player.pause, player.resume, player.stop, player.close):
        call()
