"""The player with its real child: what is heard, and what happens when the child or the device is in trouble."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from kiosk.audio.player import ChildPlayer, Player, SilentPlayer
from tests.unit.audio.sound import RATE, Loudspeaker, clip_samples, likeness, write_noise
from tests.unit.speech.waiting import Notes, ends

DUMMY = {"SDL_AUDIODRIVER": "dummy"}
NO_CARD = {"SDL_AUDIODRIVER": "alsa", "AUDIODEV": "no-such-card"}

Open = Callable[..., ChildPlayer]


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
    return [write_noise(tmp_path / f"{seed}.wav", 1.0, seed) for seed in range(3)]


@pytest.fixture
def long(tmp_path: Path) -> Path:
    return write_noise(tmp_path / "long.wav", 20.0, 99)


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


def test_paused_nothing_is_heard_and_nothing_is_lost(
    opened: Open, wakes: Notes, loudspeaker: Loudspeaker, clips: list[Path]
) -> None:
    player = opened(loudspeaker.environment)
    player.start(clips[0], 1.0)
    loudspeaker.until_sounding(RATE // 10)
    player.pause()
    heard = loudspeaker.until_silent()
    assert likeness(clip_samples(clips[0]), heard) < 0.8
    assert player.busy()
    player.resume()
    wakes.until_true(lambda: not player.busy())
    heard = loudspeaker.until_silent()
    sounding = np.flatnonzero(np.abs(heard) > 2)
    pause = int(np.diff(sounding).argmax())
    joined = np.concatenate([heard[sounding[0] : sounding[pause] + 1], heard[sounding[pause + 1] : sounding[-1] + 1]])
    assert likeness(clip_samples(clips[0])[: len(joined)], joined) > 0.8
    assert len(joined) == pytest.approx(RATE, rel=0.02)


def test_after_a_stop_less_than_a_tenth_of_a_second_is_heard(opened: Open, tmp_path: Path, long: Path) -> None:
    """Counted in what is heard. The loudspeaker is four times too slow, so a busy machine has time to obey."""
    loudspeaker = Loudspeaker(tmp_path / "slow.raw", slowness=4.0)
    player = opened(loudspeaker.environment)
    player.start(long, 1.0)
    loudspeaker.until_sounding(RATE // 20)
    before = len(loudspeaker.samples())
    player.stop()
    assert not player.busy()
    loudspeaker._until(lambda: len(loudspeaker.samples()) > before + RATE // 4)
    assert not loudspeaker.samples()[before + RATE // 10 :].any()


def test_a_file_that_is_no_sound_is_an_error_and_the_next_one_is_heard(
    opened: Open, wakes: Notes, clips: list[Path], tmp_path: Path
) -> None:
    player = opened(DUMMY)
    broken = tmp_path / "broken.mp3"
    broken.write_text("<html></html>")
    for path in (broken, tmp_path / "missing.mp3"):
        player.start(path, 1.0)
        wakes.until_true(lambda: not player.busy())
        assert player.error
        assert player.available
    player.start(clips[0], 1.0)
    assert player.error == ""
    wakes.until_true(lambda: not player.busy())
    assert player.error == ""


def test_no_sound_card(opened: Open, clips: list[Path]) -> None:
    player = opened(NO_CARD)
    assert not player.available
    assert "ALSA" in player.error
    player.start(clips[0], 1.0)
    assert not player.busy()
    player.stop()


def test_a_device_that_came_back_is_found_by_the_next_visit(opened: Open, wakes: Notes, tmp_path: Path) -> None:
    player = opened(Loudspeaker(tmp_path / "later" / "heard.raw").environment)
    assert not player.available
    assert player.error
    (tmp_path / "later").mkdir()
    player.open()
    wakes.until_true(lambda: len(wakes.all) == 2)
    assert player.available
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


def test_a_child_that_does_not_start_in_time_is_given_up(opened: Open) -> None:
    player = opened(DUMMY, open_seconds=0.02)
    assert not player.available
    assert "0.02 s" in player.error


def test_a_child_that_dies_in_the_middle_is_told_and_replaced_by_the_next_start(
    opened: Open, wakes: Notes, loudspeaker: Loudspeaker, clips: list[Path], long: Path
) -> None:
    player = opened(loudspeaker.environment)
    player.start(long, 1.0)
    loudspeaker.until_sounding(1)
    os.kill(player.pid, signal.SIGKILL)
    wakes.until_true(lambda: not player.busy())
    assert "-9" in player.error
    assert player.available
    player.start(clips[0], 1.0)
    wakes.until_true(lambda: not player.busy())
    assert player.error == ""
    assert likeness(clip_samples(clips[0]), loudspeaker.until_silent()) > 0.8


def test_no_call_waits_for_a_child_that_hangs(opened: Open, clips: list[Path]) -> None:
    player = opened(DUMMY, answer_seconds=60)
    os.kill(player.pid, signal.SIGSTOP)
    began = time.monotonic()
    for _ in range(300):
        for call in (player.pause, player.resume, player.stop, player.busy, player.open):
            call()
        player.volume(0.5)
        player.start(clips[0], 1.0)
    player.close()
    assert time.monotonic() - began < 10, "a call that waited would have waited for 60 s"


def test_a_child_that_hangs_is_killed_and_replaced(opened: Open, wakes: Notes, clips: list[Path], long: Path) -> None:
    player = opened(DUMMY, answer_seconds=1.0)
    player.start(long, 1.0)
    hanging = player.pid
    os.kill(hanging, signal.SIGSTOP)
    player.stop()
    assert ends(hanging)
    player.start(clips[0], 1.0)
    wakes.until_true(lambda: player.pid not in (0, hanging) and not player.busy())
    assert player.error == ""


def test_a_hanging_child_does_not_cost_the_next_visitor_the_sound(opened: Open, wakes: Notes) -> None:
    player = opened(DUMMY, answer_seconds=0.5)
    hanging = player.pid
    os.kill(hanging, signal.SIGSTOP)
    player.open()
    wakes.until_true(lambda: len(wakes.all) == 2)
    assert player.available
    assert player.pid not in (0, hanging)


def test_closing_ends_the_child(opened: Open, long: Path) -> None:
    player = opened(DUMMY)
    player.start(long, 1.0)
    pid = player.pid
    player.close()
    assert not player.busy()
    assert not player.available
    assert ends(pid)


def test_the_child_ends_with_a_kiosk_that_is_killed() -> None:
    program = (
        "import sys, threading\n"
        "from kiosk.audio.player import ChildPlayer\n"
        "opened = threading.Event()\n"
        "player = ChildPlayer(opened.set, {'SDL_AUDIODRIVER': 'dummy'})\n"
        "player.open()\n"
        "opened.wait()\n"
        "print(player.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as kiosk:
        assert kiosk.stdout is not None
        child = int(kiosk.stdout.readline())
        kiosk.kill()
        assert ends(child)


def test_a_silent_player_says_why(clips: list[Path]) -> None:
    player: Player = SilentPlayer("switched off")
    player.open()
    player.volume(1.0)
    player.start(clips[0], 1.0)
    assert (player.available, player.busy(), player.error) == (False, False, "switched off")
    for call in (player.pause, player.resume, player.stop, player.close):
        call()
