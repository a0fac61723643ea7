"""The kiosk used by ear: it speaks first, and waits for a second touch; and it greets aloud whoever passes by."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from kiosk.domain.navigation import ATTRACT, HOME, LANGUAGES, ByEar, Choose, Finish, Home, Listen, Louder, Wake
from kiosk.domain.reading import Status
from kiosk.domain.visit import NORMAL_VOLUME
from kiosk.runtime.calling import CallingOut
from kiosk.waiting import GREETING_S
from tests import builders
from tests.unit.terminal import Terminal


def ear(terminal: Terminal) -> None:
    """Somebody who reads little has touched the ear on the attract screen."""
    terminal.send(ByEar())
    terminal.until_heard()


def test_by_ear_the_languages_say_themselves_each_in_its_own_voice(terminal: Terminal) -> None:
    ear(terminal)
    assert terminal.route == LANGUAGES
    said = []
    for _ in builders.CATALOG.languages:
        assert terminal.sentence is not None
        said.append((terminal.sentence.node, terminal.started[-1], terminal.sentence.utterance.language))
        terminal.sentence_ends()
    assert said == [(f"language.{one.code}", one.name, one.code) for one in builders.CATALOG.languages]


def test_the_tile_that_is_lit_is_chosen_by_a_touch(terminal: Terminal) -> None:
    ear(terminal)
    assert terminal.sentence is not None and terminal.sentence.node == "language.de"
    terminal.host.press("language.de", Choose("de"))
    assert terminal.host.visit.chosen == "de"


def test_the_first_touch_says_what_it_is_and_the_second_opens_it(terminal: Terminal) -> None:
    ear(terminal)
    terminal.host.press("language.ar", Choose("ar"))
    assert (terminal.route, terminal.host.visit.chosen) == (LANGUAGES, "")
    assert terminal.sentence is not None and terminal.sentence.node == "language.ar"
    terminal.until_heard()
    assert terminal.started[-1] == next(one.name for one in builders.CATALOG.languages if one.code == "ar")
    terminal.host.press("language.ar", Choose("ar"))
    assert (terminal.route, terminal.host.visit.chosen) == (HOME, "ar")


def test_how_to_open_is_told_once_a_visit_in_the_language_just_heard(terminal: Terminal) -> None:
    ear(terminal)
    terminal.host.press("language.ar", Choose("ar"))
    terminal.until_heard()
    terminal.sentence_ends()
    assert terminal.started[-1] == builders.strings().said("ear.open", "ar").text
    terminal.sentence_ends()
    assert terminal.sentence is not None and terminal.sentence.node == "language.ar", "it stays marked"
    terminal.host.press("language.en", Choose("en"))
    terminal.until_heard()
    assert terminal.reading.count == 1


def test_by_ear_every_new_screen_reads_itself(terminal: Terminal) -> None:
    ear(terminal)
    terminal.host.press("language.de", Choose("de"))
    terminal.look()
    terminal.until_heard()
    assert terminal.route == HOME
    assert terminal.sentence == terminal.view.sentences()[0]


def test_by_ear_the_keys_of_the_voice_act_at_once(terminal: Terminal) -> None:
    ear(terminal)
    terminal.host.press("volume.up", Louder(1))
    assert terminal.host.visit.volume == NORMAL_VOLUME + 1
    terminal.host.press("bar.listen", ByEar())
    assert not terminal.host.visit.by_ear
    assert terminal.reading.status is Status.IDLE


def test_by_ear_without_sound_a_touch_acts_at_once(terminal: Terminal) -> None:
    ear(terminal)
    terminal.player.available = False
    terminal.host.press("language.ar", Choose("ar"))
    assert (terminal.route, terminal.host.visit.chosen) == (HOME, "ar")


def test_by_ear_any_touch_still_answers_the_warning(terminal: Terminal) -> None:
    ear(terminal)
    terminal.host.press("language.de", Choose("de"))
    terminal.send(Home())
    terminal.send(Listen())
    terminal.live(100)
    assert terminal.view.overlay is not None
    terminal.host.press("idle.finish", Finish())
    assert terminal.route == ATTRACT


def test_nothing_of_it_stays_for_the_next_visitor(terminal: Terminal) -> None:
    ear(terminal)
    terminal.host.press("language.ar", Choose("ar"))
    terminal.send(Finish(), Wake())
    assert not terminal.host.visit.by_ear
    assert terminal.reading.status is Status.IDLE
    terminal.host.press("language.ar", Choose("ar"))
    assert terminal.route == HOME


def calling(terminal: Terminal, now: datetime) -> list[str]:
    """What is called out in two minutes of nobody, at this time of day."""
    quiet = Terminal(now=now, calling=CallingOut(60, time(18), time(8)))
    for _ in range(round(120 / GREETING_S)):
        quiet.live(GREETING_S)
        if quiet.reading.status is Status.PREPARING:
            quiet.until_heard()
    quiet.close()
    return quiet.started


def test_now_and_then_the_attract_screen_greets_aloud_in_the_language_it_shows(terminal: Terminal) -> None:
    greetings = {one.greeting for one in builders.CATALOG.languages}
    said = calling(terminal, builders.TUESDAY)
    assert 2 <= len(said) <= 3
    assert set(said) <= greetings


@pytest.mark.parametrize("mute", [set(), {"ar"}])
def test_each_call_is_in_another_language_until_all_have_called(mute: set[str]) -> None:
    quiet = Terminal(calling=CallingOut(60, time(18), time(8)))
    quiet.voices.mute = mute
    said = []
    for _ in range(60 * 7):
        # Second by second: a clip that is found in between is still playing, not yet given up for silent.
        quiet.live(1)
        if quiet.reading.status is not Status.IDLE:
            if quiet.reading.status is Status.PREPARING:
                quiet.until_heard()
            assert quiet.started[-1] == quiet.view["wake"].name.text
            said.append(quiet.view["wake"].name.text)
            while quiet.reading.status is not Status.IDLE:
                quiet.sentence_ends()
    quiet.close()
    voiced = [one.greeting for one in builders.CATALOG.languages if one.code not in mute]
    assert len(said) >= 2 * len(voiced)
    assert said == [voiced[number % len(voiced)] for number in range(len(said))]


def test_while_somebody_touches_the_greeting_stays(terminal: Terminal) -> None:
    terminal.live(GREETING_S - 0.1)
    before = terminal.view.language
    terminal.host.touched()
    terminal.live(GREETING_S - 0.1)
    assert terminal.view.language == before
    terminal.live(0.2)
    assert terminal.view.language != before


def test_at_night_it_is_quiet(terminal: Terminal) -> None:
    assert calling(terminal, builders.TUESDAY.replace(hour=18)) == []
    assert calling(terminal, builders.TUESDAY.replace(hour=7, minute=55)) == []


def test_it_does_not_call_where_that_is_switched_off(terminal: Terminal) -> None:
    terminal.live(300)
    assert terminal.started == []
