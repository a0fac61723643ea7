"""Speech mode beside others: a companion who touches the screen, and a program that moves the focus."""

from __future__ import annotations

import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import (
    HOME,
    SERVICE,
    TOPIC,
    ByEar,
    Choose,
    Faster,
    HearFrom,
    Home,
    Listen,
    Louder,
    MoreTime,
    Open,
    Route,
    Toggle,
    Turn,
    Wake,
)
from kiosk.domain.reading import Status
from tests.unit.keypad.by_keys import (
    BACK,
    NEXT,
    OTHER,
    go_to,
    heard,
    press,
    until_asked,
)
from tests.unit.terminal import Terminal

CARD = Route(SERVICE, "anmelden")


def test_what_a_companion_touches_is_done_and_told_and_the_keypad_goes_on_from_there(home: Terminal) -> None:
    home.host.press("topic.papiere", Open(Route(TOPIC, "papiere")))
    assert heard(home)[:2] == ["Papiere", "15 Einträge"]
    home.send(Home())
    assert home.host.focus == "topic.papiere"
    home.host.press("bar.contrast", Toggle(Mode.CONTRAST))
    assert heard(home) == ["Kontrast: ein"]
    assert press(home, NEXT)[0] == "Tiefer"


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        (Louder(1), ["Lautstärke 5"]),
        (Faster(1), ["Tempo 1,25"]),
        (HearFrom("bring.1", "name", 0), ["Pass"]),
        (Listen(), ["Wohnung anmelden"]),
        (Open(CARD), ["Sie sind umgezogen?"]),
    ],
)
def test_keys_of_the_listen_bar_work_for_a_companion(home: Terminal, intent: object, said: list[str]) -> None:
    home.send(Open(CARD))
    node = "bring.1" if isinstance(intent, HearFrom) else "listen"
    home.host.press(node, intent)  # type: ignore[arg-type]
    assert heard(home)[:1] == said


def test_read_aloud_touched_again_pauses_it(home: Terminal) -> None:
    home.send(Open(CARD), Listen())
    home.until_heard()
    for expected in (Status.PAUSED, Status.PLAYING):
        home.send(Listen())
        assert home.reading.status is expected


def test_a_companion_who_turns_the_page_takes_the_keypad_along(home: Terminal) -> None:
    home.stage.needs[SERVICE] = 2
    home.stage.only_on = {"lead": 0, "bring.title": 0, "bring.1": 1, "bring.2": 1}
    home.send(Open(CARD))
    assert home.host.focus == "lead"
    home.send(Turn(1))
    assert (home.host.visit.route.page, home.host.focus) == (1, "bring.1")
    assert heard(home)[0] == "Pass"


def test_the_page_follows_the_keypad(home: Terminal) -> None:
    """Every page of a screen is walked: nothing stands behind a page key."""
    home.stage.needs[SERVICE] = 3
    home.stage.only_on = {"lead": 0, "bring.title": 1, "bring.1": 1, "bring.2": 2}
    home.send(Open(CARD))
    for node, page in (("bring.title", 1), ("bring.2", 2), ("bar.back", 2)):
        go_to(home, node)
        assert home.view.route.page == page
    home.send(Open(Route("help")))
    home.key(BACK)
    go_to(home, "bring.title")
    assert home.view.route.page == 1


def test_a_companion_who_used_the_kiosk_by_ear_is_not_asked_to_touch_twice_any_more(terminal: Terminal) -> None:
    terminal.send(ByEar())
    terminal.key(OTHER)
    assert not terminal.host.visit.by_ear
    terminal.host.press("language.ar", Choose("ar"))
    assert terminal.route == HOME
    assert not isinstance(terminal.view["bar.listen"].intent, ByEar)


def test_a_companion_answers_the_question_and_finds_the_keypad_where_it_was(home: Terminal) -> None:
    go_to(home, "topic.papiere")
    until_asked(home)
    home.host.touched()
    home.host.press("idle.more", MoreTime())
    assert (home.view.overlay, home.host.focus) == (None, "topic.papiere")


def test_the_focus_can_be_moved_from_outside_and_does_nothing(home: Terminal) -> None:
    """F-03: what assistive technology asks for."""
    before = home.host.visit
    assert home.host.set_focus("guide.text")
    assert (home.host.focus, home.stage.rings[-1], home.host.visit) == ("guide", "guide", before)
    assert heard(home)[0] == "Ich weiß nicht, wohin"
    assert not home.host.set_focus("nowhere")
    assert home.host.focus == "guide"


def test_moved_from_outside_without_speech_mode_it_is_silent_and_goes_with_the_next_finger(terminal: Terminal) -> None:
    terminal.send(Wake(), Choose("de"))
    assert terminal.host.focus == ""
    assert terminal.host.set_focus("topic.papiere")
    assert (terminal.stage.rings[-1], terminal.reading.status) == ("topic.papiere", Status.IDLE)
    terminal.host.touched()
    terminal.look()
    assert (terminal.host.focus, terminal.stage.rings[-1]) == ("", "")


def test_a_program_that_goes_on_a_page_keeps_its_focus_in_view(terminal: Terminal) -> None:
    terminal.stage.needs[SERVICE] = 2
    terminal.stage.only_on = {"lead": 0, "bring.1": 1}
    terminal.send(Wake(), Choose("de"), Open(CARD))
    terminal.host.set_focus("bring.1")
    assert terminal.view.route.page == 1
    terminal.send(Turn(-1))
    assert (terminal.view.route.page, terminal.host.focus) == (0, "title")
