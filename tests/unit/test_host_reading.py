"""The host reads aloud: what begins it, what ends it, and which sentence is marked."""

from __future__ import annotations

import pytest

from kiosk.domain.navigation import (
    HELP,
    SERVICE,
    TOPIC,
    Back,
    Choose,
    Finish,
    Home,
    Intent,
    Listen,
    Louder,
    Open,
    Route,
    Turn,
)
from kiosk.domain.reading import Reading, Status
from kiosk.domain.visit import NORMAL_VOLUME
from kiosk.narrator import level
from tests.unit.terminal import Terminal

PAPERS, CARD = Route(TOPIC, "papiere"), Route(SERVICE, "anmelden")


@pytest.fixture
def reader(terminal: Terminal) -> Terminal:
    """A terminal at a card that is being read: the first sentence is heard."""
    terminal.come_and_listen()
    return terminal


def test_a_page_is_read_aloud_sentence_by_sentence_and_the_sentence_is_marked(reader: Terminal) -> None:
    sentences = reader.view.sentences()
    for sentence in sentences[:3]:
        assert reader.sentence == sentence
        reader.sentence_ends()
    assert reader.started == [sentence.utterance.text for sentence in sentences[:4]]
    assert reader.reading == Reading(Status.PLAYING, 3, len(sentences))


def test_until_the_first_sentence_is_heard_nothing_is_marked(terminal: Terminal) -> None:
    terminal.come()
    terminal.voices.ready.clear()
    terminal.send(Listen())
    assert terminal.reading.status is Status.PREPARING
    assert terminal.sentence is None
    assert terminal.view["bar.listen"].name == terminal.host.scene().say("bar.pause")
    terminal.voices.ready.set()
    terminal.until_heard()
    assert terminal.sentence == terminal.view.sentences()[0]


def test_the_key_that_reads_also_pauses_and_goes_on(reader: Terminal) -> None:
    """V-03."""
    marked = reader.sentence
    reader.send(Listen())
    assert reader.reading.status is Status.PAUSED
    assert reader.sentence == marked
    reader.send(Listen())
    assert reader.reading.status is Status.PLAYING
    assert [note for note in reader.player.told if note in ("pause", "resume")] == ["pause", "resume"]


@pytest.mark.parametrize(
    "intent",
    [Back(), Home(), Finish(), Open(Route(HELP)), Choose("en"), Turn(1)],
    ids=lambda intent: type(intent).__name__,
)
def test_any_move_ends_the_reading(reader: Terminal, intent: Intent) -> None:
    """V-04."""
    reader.send(intent)
    assert reader.reading == Reading()
    assert "stop" in reader.player.told
    assert reader.sentence is None


@pytest.mark.parametrize("intent", [Louder(1), Open(CARD)], ids=lambda intent: type(intent).__name__)
def test_what_is_no_move_lets_it_read_on(reader: Terminal, intent: Intent) -> None:
    reader.send(intent)
    assert reader.reading.status is Status.PLAYING


def test_reading_begins_with_the_visitors_volume(reader: Terminal) -> None:
    told = reader.player.told
    assert told.index(f"volume {level(NORMAL_VOLUME):g}") < next(i for i, n in enumerate(told) if n.startswith("start"))


def test_a_device_that_fails_while_reading_is_told_on_the_card(reader: Terminal) -> None:
    """V-14."""
    for _ in range(2):  # two sentences, each of them twice
        reader.until_heard()
        reader.player.end("broken")
        reader.pass_time(0)
        reader.until_heard()
        reader.player.end("broken again")
        reader.pass_time(0)
    assert reader.reading.error == "listen.no_device"
    assert reader.view["listen.state"].name == reader.host.scene().say("listen.no_device")
    reader.send(Back(), Open(CARD))
    assert "listen.play" in [node.id for node in reader.view.nodes()]
