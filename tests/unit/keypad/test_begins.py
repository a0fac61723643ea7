"""Speech mode (accessibility.md (b)): how it begins, how a language is chosen, what is said first."""

from __future__ import annotations

import pytest

from kiosk.domain.keypad import Function
from kiosk.domain.navigation import ATTRACT, HOME, LANGUAGES, SERVICE, TOPIC, Choose, Open, Route, Wake
from kiosk.domain.reading import Status
from kiosk.domain.visit import NORMAL_VOLUME, Visit
from kiosk.domain.walk import walk
from tests.unit.keypad.by_keys import (
    BACK,
    HELP,
    IN,
    LOUDER,
    NEXT,
    OTHER,
    PREVIOUS,
    SELECT,
    go_to,
    heard,
    press,
)
from tests.unit.keypad.by_keys import HOME as TO_HOME
from tests.unit.terminal import Terminal

LOOP = ["Deutsch – runde Taste.", "العربية – الزر المستدير.", "English – press the round key."]
INTRODUCTION = [
    *("Hier spricht das Willkommenszentrum.", "Pfeil nach unten: weiter.", "Runde Taste: auswählen."),
    "Fragezeichen: Hilfe.",
]
AT_HOME = ["Wobei können wir helfen?", "18 Einträge", "Ich weiß nicht, wohin"]


@pytest.mark.parametrize("key", [function for function in Function if function is not Function.HEADPHONES_OUT])
def test_any_key_and_headphones_begin_it_and_do_nothing_else(terminal: Terminal, key: Function) -> None:
    """V-02: from the waiting screen."""
    terminal.key(key)
    assert (terminal.route, terminal.host.visit.volume, terminal.host.visit.chosen) == (LANGUAGES, NORMAL_VOLUME, "")
    terminal.until_heard()
    assert terminal.started == LOOP[:1]


WHERE = [Route(LANGUAGES), Route(HOME), Route(TOPIC, "papiere"), Route(SERVICE, "anmelden"), Route("help")]


@pytest.mark.parametrize("route", WHERE, ids=lambda route: route.name)
@pytest.mark.parametrize("key", [NEXT, IN])
@pytest.mark.parametrize("warned", [False, True])
def test_it_begins_from_every_screen_and_under_the_question(
    terminal: Terminal, route: Route, key: Function, warned: bool
) -> None:
    """V-02: with the language that a companion has chosen, and back to where they were."""
    terminal.come("en")
    terminal.send(Open(route))
    while warned and terminal.view.overlay is None:
        terminal.live(1)
    terminal.key(key)
    assert (terminal.route, terminal.view.overlay) == (LANGUAGES, None)
    terminal.until_heard()
    assert terminal.started[-1] == LOOP[2]
    press(terminal, SELECT)
    assert terminal.host.visit.route == (route if route.name != LANGUAGES else Route(HOME))
    assert terminal.view.language == "en"


def test_every_language_says_itself_twice_with_time_to_press_a_key(terminal: Terminal) -> None:
    """The ring is around the one that is heard; then it is silent until somebody presses a key."""
    terminal.key(OTHER)
    rings = []
    for _ in range(6):
        terminal.until_heard()
        rings.append(terminal.stage.rings[-1])
        terminal.player.end()
        terminal.pass_time(0)
        terminal.pass_time(1.1)
        assert terminal.stage.rings[-1] == rings[-1], "the pause still belongs to the language before it"
        terminal.pass_time(0.1)
    assert terminal.started == LOOP * 2
    assert rings == ["language.de", "language.ar", "language.en"] * 2
    assert (terminal.reading.status, terminal.host.focus) == (Status.IDLE, "language.en")
    assert press(terminal, NEXT)[:2] == LOOP[:2]


def test_the_keys_go_from_language_to_language_and_choose_the_one_that_is_said(terminal: Terminal) -> None:
    terminal.key(OTHER)
    for key, said in ((NEXT, 1), (NEXT, 2), (NEXT, 0), (PREVIOUS, 2), (PREVIOUS, 1), (HELP, 1), (OTHER, 1)):
        terminal.key(key)
        terminal.until_heard()
        assert terminal.started[-1] == LOOP[said]
    terminal.key(SELECT)
    assert (terminal.host.visit.chosen, terminal.route) == ("ar", HOME)


def test_a_language_without_a_voice_is_not_offered(terminal: Terminal) -> None:
    """V-09."""
    terminal.voices.mute = {"ar"}
    terminal.key(OTHER)
    assert heard(terminal) == [LOOP[0], LOOP[2]] * 2


def test_the_volume_does_not_end_the_choice(terminal: Terminal) -> None:
    terminal.key(OTHER)
    terminal.until_heard()
    assert press(terminal, LOUDER)[:3] == ["Lautstärke 5", *LOOP[:2]]
    assert terminal.route == LANGUAGES


def test_a_finger_on_something_else_begins_the_choice_anew(terminal: Terminal) -> None:
    """The key that leads to the languages does nothing there; no language is called like it."""
    terminal.key(OTHER, NEXT)
    terminal.until_heard()
    terminal.host.touched()
    terminal.host.press("bar.language", Open(Route(LANGUAGES)))
    terminal.until_heard()
    assert (terminal.route, terminal.host.focus, terminal.started[-1]) == (LANGUAGES, "language.de", LOOP[0])


def test_after_the_choice_comes_what_this_is_then_the_screen(terminal: Terminal) -> None:
    terminal.key(OTHER)
    said = press(terminal, SELECT)
    assert said[:7] == [*INTRODUCTION, *AT_HOME]
    assert said[-3:] == ["Taste", "2 von 18", "Runde Taste: auswählen."]


@pytest.mark.parametrize("key", [NEXT, PREVIOUS, SELECT, HELP, OTHER])
def test_any_key_skips_the_introduction_and_does_nothing_else(terminal: Terminal, key: Function) -> None:
    terminal.key(OTHER, SELECT)
    terminal.until_heard()
    assert press(terminal, key)[:3] == AT_HOME
    assert (terminal.route, terminal.host.focus) == (HOME, "guide")


def test_the_introduction_is_heard_to_its_end_where_only_the_volume_is_changed(terminal: Terminal) -> None:
    terminal.key(OTHER, SELECT)
    terminal.until_heard()
    terminal.sentence_ends()
    assert press(terminal, LOUDER)[:5] == ["Lautstärke 5", *INTRODUCTION[1:], AT_HOME[0]]
    assert heard(terminal) == []
    terminal.key(TO_HOME, BACK, SELECT, OTHER, SELECT)  # the next visitor: louder, then skip
    terminal.until_heard()
    terminal.key(LOUDER)
    terminal.until_heard()
    assert press(terminal, NEXT)[:1] == AT_HOME[:1]


def test_it_introduces_itself_once_a_visit(home: Terminal) -> None:
    go_to(home, "topic.papiere")
    assert press(home, SELECT)[:2] == ["Papiere", f"{len(walk(home.view))} Einträge"]


def test_back_from_the_choice_goes_back_to_where_it_began(terminal: Terminal) -> None:
    """F-01."""
    terminal.key(OTHER, BACK)
    assert (terminal.route, terminal.host.visit) == (ATTRACT, Visit())
    terminal.send(Wake(), Choose("en"), Open(Route(TOPIC, "papiere")))
    terminal.key(OTHER, BACK)
    assert (terminal.route, terminal.view.language) == (TOPIC, "en")
    assert press(terminal, OTHER)[0] == "Papers"
