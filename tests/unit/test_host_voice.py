"""What a visitor can do with the voice: skip, repeat, slow down, point at a sentence, have pages turned."""

from __future__ import annotations

import pytest

from kiosk.domain.navigation import (
    HELP,
    SERVICE,
    Back,
    Faster,
    Finish,
    HearFrom,
    Listen,
    Louder,
    Open,
    Route,
    Skip,
    Turn,
)
from kiosk.domain.node import Sentence
from kiosk.domain.reading import Status
from kiosk.domain.visit import NORMAL_VOLUME
from kiosk.narrator import level
from tests.unit.terminal import Terminal

CARD = Route(SERVICE, "anmelden")


@pytest.fixture
def reader(terminal: Terminal) -> Terminal:
    """A terminal at a card that is being read: the first sentence is heard."""
    terminal.come_and_listen()
    return terminal


def heard(terminal: Terminal, *steps: int) -> list[Sentence | None]:
    """What is marked after each of these skips."""
    marked = []
    for step in steps:
        terminal.send(Skip(step))
        terminal.until_heard()
        marked.append(terminal.sentence)
    return marked


def test_a_sentence_on_a_sentence_back_and_the_same_again(reader: Terminal) -> None:
    """V-03."""
    first, second, third, *_ = reader.view.sentences()
    assert heard(reader, +1, +1, -1, 0, -1, -1) == [second, third, second, second, first, first]


def test_behind_the_last_sentence_there_is_nothing(reader: Terminal) -> None:
    *_, last = reader.view.sentences()
    reader.send(Skip(len(reader.view.sentences()) + 5))
    reader.until_heard()
    assert reader.sentence == last
    assert heard(reader, +1) == [last]


def test_after_a_pause_a_skip_reads_on(reader: Terminal) -> None:
    reader.send(Listen())
    assert heard(reader, +1) == [reader.view.sentences()[1]]


def test_a_skip_is_silence_at_once(reader: Terminal) -> None:
    """V-04."""
    told = len(reader.player.told)
    reader.send(Skip(1))
    assert reader.player.told[told] == "stop"


def test_without_a_reading_there_is_nothing_to_skip(terminal: Terminal) -> None:
    terminal.come()
    terminal.send(Skip(1))
    assert terminal.reading.status is Status.IDLE


def test_another_speed_begins_the_sentence_anew_and_stays_for_the_visit(reader: Terminal) -> None:
    reader.sentence_ends()
    marked, voices = reader.sentence, reader.voices
    assert set(voices.speeds) == {1.0}
    before = len(voices.speeds)
    reader.send(Faster(-1))
    reader.until_heard()
    assert reader.sentence == marked
    assert set(voices.speeds[before:]) == {0.75}
    reader.send(Back(), Open(CARD), Listen())
    reader.until_heard()
    assert voices.speeds[-1] == 0.75
    reader.send(Finish())
    reader.come_and_listen()
    assert voices.speeds[-1] == 1.0


def test_another_speed_in_a_pause_stays_silent_and_then_holds(reader: Terminal) -> None:
    reader.sentence_ends()
    marked = reader.sentence
    reader.send(Listen(), Faster(1))
    assert (reader.reading.status, reader.sentence) == (Status.PAUSED, marked)
    reader.send(Listen())
    reader.until_heard()
    assert (reader.sentence, reader.voices.speeds[-1]) == (marked, 1.25)


def test_a_new_visitor_hears_the_normal_volume(reader: Terminal) -> None:
    reader.send(Louder(1), Finish())
    assert reader.player.told[-1] == f"volume {level(NORMAL_VOLUME):g}"


def test_a_touched_sentence_is_read_and_what_follows_it(terminal: Terminal) -> None:
    terminal.come()
    terminal.send(Open(CARD))
    chosen, after, *_ = terminal.view.sentences()[3:]
    terminal.send(HearFrom(chosen.node, chosen.part, chosen.start))
    terminal.until_heard()
    assert terminal.sentence == chosen
    terminal.sentence_ends()
    assert terminal.sentence == after


def test_a_sentence_that_is_gone_is_no_fault(terminal: Terminal) -> None:
    terminal.come()
    terminal.send(HearFrom("gone", "name", 0))
    assert terminal.reading.status is Status.IDLE


# Pages


@pytest.fixture
def two_pages(terminal: Terminal) -> Terminal:
    """A terminal at a card whose list of what to bring stands on the first page, its place on the second."""
    terminal.stage.needs[SERVICE] = 2
    terminal.come()
    terminal.send(Open(CARD))
    for node in terminal.view.nodes():
        if node.id.startswith(("bring", "when")):
            terminal.stage.only_on[node.id] = 0
        if node.id.startswith(("where", "cost")):
            terminal.stage.only_on[node.id] = 1
    terminal.look()
    return terminal


def read_until(terminal: Terminal, node: str) -> None:
    """Let it be read until a sentence of this node is heard."""
    for _ in terminal.view.sentences():
        if terminal.sentence and terminal.sentence.node.startswith(node):
            return
        terminal.sentence_ends()
    raise AssertionError(f"{node} was not read")


def test_the_voice_turns_the_page_and_goes_on(two_pages: Terminal) -> None:
    two_pages.send(Listen())
    two_pages.until_heard()
    assert two_pages.reading.count == len(two_pages.view.sentences())
    read_until(two_pages, "bring.1")
    assert two_pages.host.visit.route.page == 0
    read_until(two_pages, "where.1")
    assert two_pages.host.visit.route.page == 1
    assert two_pages.reading.status is Status.PLAYING


def test_a_skip_back_turns_the_page_back(two_pages: Terminal) -> None:
    two_pages.send(Listen())
    two_pages.until_heard()
    read_until(two_pages, "where")
    assert heard(two_pages, -1)[0].node.startswith("when")  # type: ignore[union-attr]
    assert two_pages.host.visit.route.page == 0


def test_on_a_later_page_the_reading_begins_there(two_pages: Terminal) -> None:
    two_pages.send(Turn(1), Listen())
    two_pages.until_heard()
    assert two_pages.sentence is not None
    assert two_pages.sentence.node.startswith("where")
    assert two_pages.host.visit.route.page == 1


def test_back_on_a_later_page_the_reading_begins_there_too(two_pages: Terminal) -> None:
    two_pages.send(Turn(1), Open(Route(HELP)), Back(), Listen())
    two_pages.until_heard()
    assert two_pages.sentence is not None and two_pages.sentence.node.startswith("where")
    assert two_pages.host.visit.route.page == 1


@pytest.mark.parametrize("move", [Turn(-1), Back()], ids=["page", "back"])
def test_after_the_voice_has_turned_the_page_a_visitors_move_still_ends_the_reading(
    two_pages: Terminal, move: Turn | Back
) -> None:
    two_pages.send(Listen())
    two_pages.until_heard()
    read_until(two_pages, "where.1")
    two_pages.send(move)
    assert two_pages.reading.status is Status.IDLE


def test_a_visitor_who_turns_the_page_ends_the_reading(two_pages: Terminal) -> None:
    two_pages.send(Listen())
    two_pages.until_heard()
    two_pages.send(Turn(1))
    assert two_pages.reading.status is Status.IDLE


# Another language


def test_without_a_voice_the_same_page_is_heard_in_german_and_its_texts_are_marked(terminal: Terminal) -> None:
    terminal.voices.mute = {"ar"}
    terminal.come("ar")
    terminal.send(Open(CARD), Listen())
    terminal.until_heard()
    german = Terminal()
    german.come("de")
    german.send(Open(CARD))
    assert terminal.started[-1] == german.view.sentences()[0].utterance.text
    german.close()
    marked = terminal.sentence
    assert marked is not None
    assert (marked.start, marked.end) == (0, len(terminal.view[marked.node].name.text))
    assert terminal.view.language == "ar"
