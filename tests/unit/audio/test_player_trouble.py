"""The player when its child or the sound device is in trouble: nothing waits, nothing stays broken."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.unit.audio.sound import DUMMY, NO_CARD, Loudspeaker, Open, clip_samples, likeness
from tests.unit.speech.waiting import Notes, ends


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


def test_opening_takes_the_device_anew(opened: Open, wakes: Notes, loudspeaker: Loudspeaker) -> None:
    player = opened(loudspeaker.environment)
    loudspeaker.file.unlink()
    player.open()
    wakes.until_true(lambda: len(wakes.all) == 2)
    assert player.available
    assert loudspeaker.file.exists()


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
    player = opened(DUMMY, answer_seconds=0.5)
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
