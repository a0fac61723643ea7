"""Reading aloud when something fails: no voice, no device, a broken clip, a player that dies."""

from __future__ import annotations

import pytest

from kiosk.audio.reader import GAP_SECONDS, NO_DEVICE, NO_VOICE, PATIENCE_SECONDS
from kiosk.domain.reading import Reading, Status
from kiosk.domain.utterance import Utterance
from tests.unit.audio.reading_room import SECONDS, TEXT, Room, room

__all__ = ["room"]

IDLE, PREPARING, PLAYING, PAUSED = Status.IDLE, Status.PREPARING, Status.PLAYING, Status.PAUSED


def test_no_voice_for_anything_is_said(room: Room) -> None:
    room.voices.mute.update(one.text for one in TEXT)
    room.reader.read(TEXT)
    for count in (1, 2, 3):
        room.until_found(count)
    assert room.reader.reading == Reading(IDLE, 0, 3, NO_VOICE)
    assert room.player.told == []


def test_a_fault_while_finding_is_logged_and_passed_over(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    room.reader.read([Utterance("fault", "de"), TEXT[1]])
    room.until_found(1)
    room.until_found(2)
    assert room.reader.reading == Reading(PLAYING, 1, 2)
    assert "ZeroDivisionError" in caplog.text


def test_without_a_device_it_says_so_and_looks_for_nothing(room: Room) -> None:
    room.player.available = False
    room.reader.read(TEXT)
    assert room.reader.reading == Reading(IDLE, 0, 3, NO_DEVICE)
    assert room.voices.asked == []


def test_a_sentence_that_broke_off_is_said_once_more(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    room.begin()
    room.player.end(error="the child died")
    assert room.tick(0.5) == Reading(PLAYING, 0, 3)
    assert room.player.told == ["start Eins. 0.5"] * 2
    assert "the child died" in caplog.text


def test_a_sentence_that_breaks_off_twice_is_left_out_and_two_of_them_are_a_fault_to_show(room: Room) -> None:
    room.begin()
    for index in (0, 1):
        for _ in range(2):
            assert room.reader.reading == Reading(PLAYING, index, 3)
            room.player.end(error="the clip is broken")
            room.tick(0.5)
    assert room.reader.reading == Reading(IDLE, 1, 3, NO_DEVICE)


def test_a_sentence_that_is_heard_makes_up_for_one_that_was_left_out(room: Room) -> None:
    room.begin()
    for _ in range(2):
        room.player.end(error="the clip is broken")
        room.tick(0.5)
    room.player.end()
    room.tick(SECONDS)
    room.until_found(3)
    room.tick(GAP_SECONDS)
    assert room.reader.reading == Reading(PLAYING, 2, 3)
    room.player.end(error="the clip is broken")
    assert room.tick(0.5) == Reading(PLAYING, 2, 3)


@pytest.mark.parametrize("speed", [0.75, 1.5])
def test_another_speed_in_the_silence_behind_a_sentence_says_the_next_one(speed: float, room: Room) -> None:
    room.begin()
    room.player.end()
    room.tick(SECONDS)
    room.reader.pace(speed)
    room.until_found(3)
    assert room.reader.reading == Reading(PLAYING, 1, 3)
    asked = list(zip(room.voices.asked, room.voices.speeds, strict=True))
    assert ("Zwei.", speed) in asked and ("Eins.", speed) not in asked


def test_a_device_that_is_lost_is_said(room: Room) -> None:
    room.begin()
    room.player.available = False
    room.player.end(error="ALSA: no device")
    assert room.tick() == Reading(IDLE, 0, 3, NO_DEVICE)


def test_a_child_that_dies_in_a_pause_costs_no_sentence(room: Room) -> None:
    room.begin()
    room.reader.pause()
    room.player.end(error="the child died")
    room.reader.resume()
    assert room.tick() == Reading(PLAYING, 0, 3)
    assert room.player.told == ["start Eins. 0.5", "pause", "start Eins. 0.5"]


def test_a_device_that_takes_no_sound_is_noticed(room: Room) -> None:
    room.begin()
    assert room.tick(SECONDS + PATIENCE_SECONDS) == Reading(PLAYING, 0, 3)
    assert room.tick(0.1) == Reading(IDLE, 0, 3, NO_DEVICE)
    assert room.player.told[-1] == "stop"


def test_nothing_to_read(room: Room) -> None:
    room.reader.read([])
    assert room.tick() == Reading()
    room.reader.pause()
    room.reader.resume()
    assert room.reader.reading == Reading()


def test_no_call_waits_for_the_voice(room: Room) -> None:
    """If one did, this test would never end: the voice waits for the test's last line."""
    room.voices.slow.update(one.text for one in TEXT)
    for _ in range(3):
        room.reader.read(TEXT)
        room.tick(1)
        room.reader.pause()
        room.reader.resume()
        room.reader.stop()
    room.voices.hurry.set()
