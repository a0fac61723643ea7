"""Has the visitor gone? The host asks, is told, and forgets (EN 301 549 11.2.2.1, WCAG 2.2.1)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.audio.reader import GAP_SECONDS
from kiosk.domain.navigation import ATTRACT, HELP, HOME, SERVICE, Finish, Listen, Louder, MoreTime, Open, Route, Skip
from kiosk.domain.reading import Reading, Status
from kiosk.domain.visit import Visit
from tests.unit.terminal import AFTER_S, READING_AFTER_S, WARN_S, Terminal

CARD = Route(SERVICE, "anmelden")


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal with somebody at home who reads Arabic and likes it loud."""
    made = Terminal()
    made.come("ar")
    made.send(Louder(1))
    yield made
    made.close()


def left(terminal: Terminal) -> int | None:
    """The seconds that the warning shows; None without one."""
    node = terminal.view.find("idle.seconds")
    return node.amount if node else None


def test_after_ninety_quiet_seconds_the_kiosk_asks_and_counts_down(terminal: Terminal) -> None:
    terminal.live(AFTER_S - 0.1)
    assert left(terminal) is None
    terminal.live(0.1)
    seen = []
    for _ in range(WARN_S):
        seen.append(left(terminal))
        terminal.live(1)
    assert seen == list(range(WARN_S, 0, -1))


def test_the_warning_lies_over_the_page_the_visitor_was_on_and_speaks_their_language(terminal: Terminal) -> None:
    terminal.send(Open(Route(HELP)))
    terminal.pass_time(AFTER_S)
    assert (terminal.route, terminal.view.language) == (HELP, "ar")
    assert terminal.view["idle.title"].name == terminal.host.scene().say("idle.title")
    assert terminal.view["idle.seconds"].of == WARN_S


def test_who_does_not_answer_is_forgotten_entirely(terminal: Terminal) -> None:
    """I-04."""
    terminal.live(AFTER_S + WARN_S)
    assert terminal.host.visit == Visit()
    assert terminal.route == ATTRACT
    assert left(terminal) is None
    assert terminal.reading == Reading()


def test_the_next_visitor_finds_a_kiosk_like_the_first_one(terminal: Terminal) -> None:
    terminal.live(AFTER_S + WARN_S)
    terminal.come("en")
    fresh = Terminal()
    fresh.come("en")
    assert terminal.host.visit == fresh.host.visit
    assert terminal.view.main == fresh.view.main
    fresh.close()


def test_any_touch_is_an_answer_as_often_as_wanted(terminal: Terminal) -> None:
    """WCAG 2.2.1 asks for ten times."""
    for _ in range(12):
        terminal.live(AFTER_S + WARN_S - 1)
        assert left(terminal) == 1
        terminal.host.touched()
        terminal.pass_time(0)
        assert left(terminal) is None
        assert (terminal.route, terminal.host.visit.chosen) == (HOME, "ar")


def test_the_button_is_an_answer_too(terminal: Terminal) -> None:
    terminal.pass_time(AFTER_S)
    before = terminal.host.visit
    terminal.send(MoreTime())
    assert left(terminal) is None
    assert terminal.host.visit == before


def test_who_is_done_says_so_in_the_warning(terminal: Terminal) -> None:
    terminal.pass_time(AFTER_S)
    terminal.send(Finish())
    assert terminal.host.visit == Visit()
    assert terminal.view.overlay is None


def test_the_warning_is_spoken_alone_and_once_more_when_half_the_time_is_gone(terminal: Terminal) -> None:
    terminal.pass_time(AFTER_S)
    said = [sentence.utterance.text for sentence in terminal.view.sentences()]
    terminal.until_heard()
    for _ in range(len(said) - 1):
        terminal.sentence_ends()
    terminal.sentence_ends()
    while (left(terminal) or 0) > 16:
        terminal.live(1)
    assert terminal.started == said
    assert terminal.reading.status is Status.IDLE
    terminal.live(1)
    terminal.until_heard()
    assert left(terminal) == 15
    assert terminal.started == [*said, said[0]]


def test_a_second_warning_is_spoken_again(terminal: Terminal) -> None:
    for count in (1, 2):
        terminal.pass_time(AFTER_S)
        terminal.until_heard()
        assert len(terminal.started) == count
        terminal.send(MoreTime())


def test_an_answer_silences_the_warning(terminal: Terminal) -> None:
    terminal.pass_time(AFTER_S)
    terminal.until_heard()
    terminal.send(MoreTime())
    assert terminal.reading == Reading()
    assert terminal.player.told[-1] == "stop"


def test_while_the_warning_speaks_no_sentence_is_marked_and_the_page_seems_to_rest(terminal: Terminal) -> None:
    terminal.send(Open(CARD))
    terminal.pass_time(READING_AFTER_S)
    terminal.until_heard()
    assert terminal.sentence is None
    assert "listen.again" not in [node.id for node in terminal.view.nodes()]


def test_on_a_card_there_is_twice_the_time(terminal: Terminal) -> None:
    """I-03."""
    terminal.send(Open(CARD))
    terminal.live(READING_AFTER_S - 0.1)
    assert left(terminal) is None
    terminal.live(0.1)
    assert left(terminal) == WARN_S
    terminal.send(MoreTime())
    terminal.send(Open(Route(HELP)))
    terminal.live(AFTER_S)
    assert left(terminal) == WARN_S


def test_being_read_to_is_being_there_and_the_quiet_begins_when_it_ends(terminal: Terminal) -> None:
    """I-03."""
    terminal.voices.seconds = 60
    terminal.send(Listen())
    terminal.until_heard()
    while terminal.reading.status is not Status.IDLE:
        terminal.live(60)
        assert left(terminal) is None
        terminal.sentence_ends()
    terminal.live(AFTER_S - GAP_SECONDS - 0.1)
    assert left(terminal) is None
    terminal.live(0.1)
    assert left(terminal) == WARN_S


def test_a_pause_is_quiet(terminal: Terminal) -> None:
    terminal.send(Listen())
    terminal.until_heard()
    terminal.send(Listen())
    assert terminal.reading.status is Status.PAUSED
    terminal.live(AFTER_S)
    assert left(terminal) == WARN_S


def test_what_was_paused_waits_while_the_kiosk_asks(terminal: Terminal) -> None:
    terminal.send(Listen())
    terminal.until_heard()
    terminal.sentence_ends()
    terminal.send(Listen())
    before = (terminal.reading, terminal.sentence)
    terminal.live(AFTER_S + 1)
    assert left(terminal) is not None
    terminal.send(MoreTime())
    assert (terminal.reading, terminal.sentence) == before
    terminal.send(Listen())
    terminal.until_heard()
    assert terminal.sentence == before[1]


def test_what_was_paused_is_forgotten_with_the_visitor(terminal: Terminal) -> None:
    terminal.send(Listen())
    terminal.until_heard()
    terminal.send(Listen())
    terminal.live(AFTER_S + WARN_S + 1)
    assert terminal.route == ATTRACT
    assert terminal.reading == Reading()


def test_a_long_warning_is_not_cut_by_its_own_repetition(terminal: Terminal) -> None:
    terminal.voices.seconds = 60
    terminal.live(AFTER_S)
    terminal.until_heard()
    for _ in range(WARN_S - 2):  # the same sentence lasts on
        terminal.live(1)
    assert terminal.started.count(terminal.started[-1]) == 1


def test_what_concerns_the_voice_is_a_touch_like_any_other(terminal: Terminal) -> None:
    terminal.pass_time(AFTER_S - 1)
    terminal.send(Skip(1))
    terminal.live(AFTER_S - 1)
    assert left(terminal) is None


def test_a_kiosk_that_was_frozen_asks_before_it_forgets(terminal: Terminal) -> None:
    terminal.pass_time(3600)
    assert left(terminal) == WARN_S
    assert terminal.host.visit.chosen == "ar"


def test_nobody_is_asked_before_the_attract_screen() -> None:
    terminal = Terminal()
    terminal.live(1000)
    assert all(view.overlay is None for view in terminal.stage.views)
    terminal.close()
