"""Reading aloud, sentence by sentence. The time is given, the player is a note of what it was told."""

from __future__ import annotations

import pytest

from kiosk.audio.reader import GAP_SECONDS, PATIENCE_SECONDS
from kiosk.domain.reading import Reading, Status
from kiosk.domain.utterance import Utterance
from tests.unit.audio.reading_room import SECONDS, TEXT, Room, room

__all__ = ["room"]

IDLE, PREPARING, PLAYING, PAUSED = Status.IDLE, Status.PREPARING, Status.PLAYING, Status.PAUSED


def test_one_sentence_after_the_other_is_heard_and_shown(room: Room) -> None:
    room.begin()
    for _ in TEXT:
        room.player.end()
        room.tick(SECONDS)
        room.until_found(2)
        room.tick(GAP_SECONDS)
        room.until_found(3)
    assert room.player.told == ["start Eins. 0.5", "start Zwei. 0.5", "start Drei. 0.5"]
    assert room.shown.all == [
        Reading(PREPARING, 0, 3),
        Reading(PLAYING, 0, 3),
        Reading(PLAYING, 1, 3),
        Reading(PLAYING, 2, 3),
        Reading(IDLE, 0, 3),
    ]


def test_it_may_begin_in_the_middle(room: Room) -> None:
    room.reader.read(TEXT, start=2)
    room.until_found(1)
    assert room.reader.reading == Reading(PLAYING, 2, 3)
    assert room.voices.asked == ["Drei."]


def test_the_first_is_heard_before_the_second_is_ready_and_the_gap_waits_for_it(room: Room) -> None:
    room.voices.slow.add("Zwei.")
    room.reader.read(TEXT)
    room.until_found(1)
    assert room.reader.reading == Reading(PLAYING, 0, 3)
    room.player.end()
    assert room.tick(SECONDS) == Reading(PLAYING, 0, 3)
    assert room.tick(GAP_SECONDS) == Reading(PREPARING, 1, 3)
    assert room.reader.due is None
    room.voices.hurry.set()
    room.until_found(2)
    assert room.reader.reading == Reading(PLAYING, 1, 3)


def test_there_is_a_silence_between_two_sentences(room: Room) -> None:
    room.begin()
    room.player.end()
    assert room.tick(SECONDS) == Reading(PLAYING, 0, 3)
    assert room.reader.due == room.now + GAP_SECONDS
    assert room.tick(GAP_SECONDS - 0.01).index == 0
    assert room.tick(0.01).index == 1


@pytest.mark.parametrize(("trail", "pause"), [(0.1, GAP_SECONDS - 0.1), (GAP_SECONDS + 1, 0.0)])
def test_silence_at_the_end_of_a_clip_is_part_of_the_pause(trail: float, pause: float, room: Room) -> None:
    room.voices.trail = trail
    room.begin()
    room.player.end()
    room.tick(SECONDS)
    assert room.reader.due == pytest.approx(room.now + pause)


def test_silence_at_the_beginning_of_a_clip_is_passed_over(room: Room) -> None:
    room.voices.lead = 0.2
    room.begin()
    assert room.player.told == ["start Eins. 0.5 from 0.2"]


def test_all_of_it_is_read_at_the_speed_that_is_asked_for(room: Room) -> None:
    room.reader.read(TEXT, speed=1.25)
    room.until_found(1)
    room.until_found(2)
    assert room.voices.speeds == [1.25, 1.25]


def test_a_skip_is_heard_at_once_and_cuts_a_pause_short(room: Room) -> None:
    room.begin()
    room.reader.pause()
    room.reader.skip(1)
    assert room.reader.reading == Reading(PREPARING, 1, 3)
    room.tick()
    assert room.reader.reading == Reading(PLAYING, 1, 3)
    assert room.player.told[-2:] == ["stop", "start Zwei. 0.5"]


def test_it_can_stand_before_a_sentence_without_a_sound(room: Room) -> None:
    room.reader.hold(TEXT, 2)
    assert room.tick() == Reading(PAUSED, 2, 3)
    assert room.voices.asked == [] and room.reader.due is None
    room.reader.resume()
    room.until_found(1)
    assert room.reader.reading == Reading(PLAYING, 2, 3)


def test_it_tells_when_it_wants_to_be_asked(room: Room) -> None:
    assert room.reader.due is None
    room.reader.read(TEXT)
    room.found.until_true(lambda: room.found.all)
    assert room.reader.due == 0, "at once: the clip is there"
    room.tick()
    assert room.reader.due == room.now + SECONDS + PATIENCE_SECONDS
    room.reader.pause()
    assert room.reader.due is None
    room.reader.resume()
    assert room.reader.due == 0
    room.tick(50)
    assert room.reader.due == room.now + SECONDS + PATIENCE_SECONDS
    room.reader.stop()
    assert room.reader.due is None


def test_pause_and_resume_in_a_sentence(room: Room) -> None:
    room.begin()
    room.reader.pause()
    assert room.reader.reading == Reading(PAUSED, 0, 3)
    assert room.tick(3600) == Reading(PAUSED, 0, 3)
    room.reader.resume()
    assert room.tick(1) == Reading(PLAYING, 0, 3)
    room.reader.resume()
    assert room.player.told == ["start Eins. 0.5", "pause", "resume"]


def test_pause_and_resume_between_two_sentences(room: Room) -> None:
    room.begin()
    room.player.end()
    room.tick(SECONDS)
    room.reader.pause()
    assert room.tick(3600) == Reading(PAUSED, 0, 3)
    room.reader.resume()
    assert room.tick() == Reading(PLAYING, 1, 3)
    assert room.player.told == ["start Eins. 0.5", "start Zwei. 0.5"]


def test_pause_before_anything_is_heard(room: Room) -> None:
    room.voices.slow.add("Eins.")
    room.reader.read(TEXT)
    room.reader.pause()
    room.voices.hurry.set()
    room.until_found(1)
    assert room.reader.reading == Reading(PAUSED, 0, 3)
    assert room.player.told == []
    room.reader.resume()
    assert room.reader.due == 0
    assert room.tick() == Reading(PLAYING, 0, 3)


def test_stop_is_told_to_the_player_at_once_and_nothing_follows(room: Room) -> None:
    room.begin()
    room.reader.stop()
    assert room.player.told[-1] == "stop"
    assert room.reader.reading == Reading()
    assert room.tick(10) == Reading()
    assert room.player.told == ["start Eins. 0.5", "stop"]


def test_a_clip_found_for_a_reading_that_was_stopped_is_not_heard(room: Room) -> None:
    room.voices.slow.add("Eins.")
    room.reader.read(TEXT)
    room.reader.read([Utterance("Anderes.", "de")])
    room.voices.hurry.set()
    room.found.until_true(lambda: "Anderes." in room.voices.asked and len(room.found.all) == 2)
    room.tick()
    assert room.player.told == ["stop", "start Anderes. 0.5"]
    assert room.reader.reading == Reading(PLAYING, 0, 1)


def test_nothing_is_looked_for_that_nobody_will_hear(room: Room) -> None:
    room.voices.slow.add("Eins.")
    room.reader.read(TEXT)
    room.reader.read(TEXT[1:])
    room.reader.read(TEXT[2:])
    room.voices.hurry.set()
    room.found.until_true(lambda: "Drei." in room.voices.asked)
    assert "Zwei." not in room.voices.asked


def test_a_new_reading_interrupts_the_old_one(room: Room) -> None:
    """V-04."""
    room.begin()
    room.reader.read([Utterance("Anderes.", "de")])
    room.until_found(3)
    assert room.player.told == ["start Eins. 0.5", "stop", "start Anderes. 0.5"]


def test_a_sentence_without_a_voice_is_passed_over(room: Room) -> None:
    room.voices.mute.update(("Eins.", "Drei."))
    room.reader.read(TEXT)
    room.until_found(1)
    room.until_found(2)
    room.until_found(3)
    assert room.reader.reading == Reading(PLAYING, 1, 3)
    room.player.end()
    room.tick(SECONDS)
    assert room.tick(GAP_SECONDS) == Reading(IDLE, 0, 3)
