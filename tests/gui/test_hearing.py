"""Hearing a page: the real player (on SDL's dummy device, in real time) and the real offline voice; what is marked, and
what makes it stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.navigation import HOME, SERVICE, Back, Choose, Finish, Home, Hush, Intent, Open, Route, Wake
from kiosk.domain.node import Sentence
from kiosk.domain.reading import Status
from kiosk.host import Host
from kiosk.widgets.pieces import Box, Text
from tests.gui.pictures import picture, share
from tests.gui.windows import Lobby

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

SOUND = pytest.mark.window(1920, 1080, sound=True)
SILENT = pytest.mark.window(1920, 1080)
LANGUAGES = pytest.mark.parametrize("language", ["de", "ar"])
SERVICE_ID = "wohnung-anmelden"
MOVES: list[Intent] = [Back(), Home(), Finish(), Choose("en"), Open(Route("help"))]


def read(pilot: Pilot, language: str) -> Host:
    """A visitor stands before the card of a service."""
    host: Host = pilot.app.host
    host.send(Wake())
    host.send(Choose(language))
    host.send(Open(Route(SERVICE, SERVICE_ID)))
    pilot.settle()
    return host


def listen(pilot: Pilot, lobby: Lobby) -> None:
    """Touch the key that says "read aloud" and wait until something is heard."""
    pilot.tap(pilot.app.host.scene().say("bar.listen").text)
    heard(pilot, lobby)


def heard(pilot: Pilot, lobby: Lobby) -> None:
    """Wait until a sentence is heard."""
    pilot.wait_until(lambda: status(pilot) is Status.PLAYING and lobby.player.busy(), "a sentence is heard")


def next_sentence(pilot: Pilot, lobby: Lobby) -> None:
    """Wait for the end of the present sentence; let the silence behind it pass; wait for the next one."""
    index = pilot.app.host.scene().reading.index
    sentence_ends(pilot, lobby)
    pilot.advance(0.3)
    heard(pilot, lobby)
    assert pilot.app.host.scene().reading.index == index + 1


def sentence_ends(pilot: Pilot, lobby: Lobby) -> None:
    """Wait for the end of the present sentence, and until the host has been told of it."""
    pilot.wait_until(lambda: not lobby.player.busy(), "the sentence ends")
    pilot.settle()


def status(pilot: Pilot) -> Status:
    """What the reader is doing."""
    found: Status = pilot.app.host.scene().reading.status
    return found


def to_hear(pilot: Pilot) -> list[Sentence]:
    """What is read aloud of a page: what can be seen of it."""
    return [sentence for sentence in pilot.app.host.view.sentences() if pilot.app.stage.at(sentence.node)]


def marked(pilot: Pilot) -> float:
    """How much of the words that are being read has the colour of marking."""
    sentence = to_hear(pilot)[pilot.app.host.scene().reading.index]
    return share(picture(pilot, words_at(pilot, sentence.node, sentence.part)), pilot, "soft")


def words_at(pilot: Pilot, node: str, part: str) -> Box:
    """Where these words of a node stand."""
    pieces = (piece for piece in pilot.app.stage.page.pieces if isinstance(piece, Text))
    return next(piece.at for piece in pieces if (piece.node, piece.part) == (node, part))


def key_says(pilot: Pilot, key: str) -> bool:
    """Whether the key on the threshold says these words."""
    host = pilot.app.host
    return bool(host.view["bar.listen"].name == host.scene().say(key)) and pilot.sees(host.scene().say(key).text)


@SOUND
@LANGUAGES
def test_the_sentence_that_is_heard_is_marked(language: str, pilot: Pilot, lobby: Lobby) -> None:
    host = read(pilot, language)
    title = words_at(pilot, "title", "name")
    assert share(picture(pilot, title), pilot, "soft") == 0
    listen(pilot, lobby)
    assert to_hear(pilot)[0].utterance.language == language
    assert marked(pilot) > 0.05
    next_sentence(pilot, lobby)
    assert marked(pilot) > 0.05
    assert share(picture(pilot, title), pilot, "soft") == 0  # the sentence before is marked no more
    count = host.scene().say("listen.sentence", number="2", count=str(len(to_hear(pilot))))
    assert pilot.sees(count.text)


@SOUND
@LANGUAGES
def test_pause_holds_on_and_resume_goes_on(language: str, pilot: Pilot, lobby: Lobby) -> None:
    host = read(pilot, language)
    listen(pilot, lobby)
    assert key_says(pilot, "bar.pause")
    pilot.tap(host.scene().say("bar.pause").text)
    assert (status(pilot), lobby.player.busy()) == (Status.PAUSED, True)
    assert key_says(pilot, "bar.resume")
    assert marked(pilot) > 0.05
    pilot.tap(host.scene().say("bar.resume").text)
    assert (status(pilot), host.scene().reading.index) == (Status.PLAYING, 0)
    next_sentence(pilot, lobby)


@SOUND
def test_stop_forgets_the_place(pilot: Pilot, lobby: Lobby) -> None:
    host = read(pilot, "de")
    listen(pilot, lobby)
    next_sentence(pilot, lobby)
    at = pilot.app.stage.at("listen.stop")
    assert at is not None
    pilot.touch(at)
    assert (status(pilot), lobby.player.busy(), key_says(pilot, "bar.listen")) == (Status.IDLE, False, True)
    assert len(pilot.app.stage._layers["spoken"].children) == 0
    listen(pilot, lobby)
    assert host.scene().reading.index == 0


@SOUND
@pytest.mark.parametrize("move", MOVES, ids=lambda move: type(move).__name__)
def test_any_move_is_silence(move: Intent, pilot: Pilot, host: Host, lobby: Lobby) -> None:
    read(pilot, "de")
    listen(pilot, lobby)
    host.send(move)
    assert (status(pilot), lobby.player.busy()) == (Status.IDLE, False)
    pilot.settle()
    assert len(pilot.app.stage._layers["spoken"].children) == 0


@SOUND
def test_a_key_that_is_read_is_drawn_as_spoken(pilot: Pilot, host: Host, lobby: Lobby) -> None:
    """In the language picker the languages are read out: the tile itself is lit."""
    host.send(Wake())
    pilot.settle()
    at = pilot.app.stage.at("language.de")
    assert at is not None and share(picture(pilot, at), pilot, "soft") == 0
    listen(pilot, lobby)
    assert host.view is not None and host.view.sentences()[0].node == "language.de"
    assert share(picture(pilot, at), pilot, "soft") > 0.3


@SOUND
def test_listening_is_being_there(pilot: Pilot, host: Host, lobby: Lobby) -> None:
    """Time that passes while something is read aloud is not idle time (here: in the silence after a sentence)."""
    read(pilot, "de")
    host.send(Home())
    pilot.settle()
    listen(pilot, lobby)
    sentence_ends(pilot, lobby)
    lobby.given.now += 3600
    pilot.app._tick()
    assert (status(pilot), host.scene().countdown, host.visit.route) == (Status.PLAYING, None, Route(HOME))
    host.send(Hush())
    lobby.given.now += 89
    pilot.app._tick()
    assert host.scene().countdown is None
    lobby.given.now += 1
    pilot.app._tick()
    assert host.scene().countdown == 30


@SOUND
def test_the_volume_has_steps_and_the_next_visitor_finds_it_as_ever(pilot: Pilot, host: Host) -> None:
    read(pilot, "de")
    for node, volume in (("volume.up", 5), ("volume.up", 6), ("volume.down", 5)):
        at = pilot.app.stage.at(node)
        assert at is not None
        pilot.touch(at)
        assert (host.visit.volume, str(volume) in pilot.words()) == (volume, True)
    host.send(Finish())
    read(pilot, "de")
    assert "4" in pilot.words()


@SILENT
@pytest.mark.parametrize("language", ["de", "en", "ar", "uk"])
def test_without_sound_the_key_says_so_and_does_nothing(language: str, pilot: Pilot, lobby: Lobby) -> None:
    host = read(pilot, language)
    assert key_says(pilot, "bar.silent")
    assert pilot.sees(host.scene().say("listen.no_device").text)
    before = picture(pilot).copy()
    at = pilot.app.stage.at("bar.listen")
    assert at is not None
    pilot.touch(at)
    assert (status(pilot), host.visit.route.subject, lobby.player.busy()) == (Status.IDLE, SERVICE_ID, False)
    assert (picture(pilot) == before).all()
