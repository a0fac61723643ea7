"""Hearing a page: the real player (on SDL's dummy device, in real time) and the real offline voice; what is marked, and
what makes it stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.audio.reader import GAP_SECONDS
from kiosk.domain.navigation import HELP, HOME, SERVICE, Back, Choose, Finish, Home, Intent, Listen, Open, Route, Wake
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
    pilot.advance(GAP_SECONDS + 0.01)
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


def first_to_bring(pilot: Pilot) -> tuple[int, Box]:
    """The number of the sentence that says what to bring first, and where it begins."""
    index = [sentence.node for sentence in to_hear(pilot)].index("bring.1")
    at = words_at(pilot, "bring.1", "name")
    return index, Box(at.x, at.y, 60, 40)


def key_says(pilot: Pilot, key: str) -> bool:
    """Whether the key on the threshold says these words."""
    host = pilot.app.host
    return bool(host.view["bar.listen"].name == host.scene().say(key)) and pilot.sees(host.scene().say(key).text)


@SOUND
@LANGUAGES
def test_the_sentence_that_is_heard_is_marked(language: str, pilot: Pilot, lobby: Lobby) -> None:
    """V-06."""
    host = read(pilot, language)
    title = words_at(pilot, "title", "name")
    assert share(picture(pilot, title), pilot, "soft") == 0
    listen(pilot, lobby)
    assert to_hear(pilot)[0].utterance.language == language
    assert marked(pilot) > 0.05
    next_sentence(pilot, lobby)
    assert marked(pilot) > 0.05
    assert share(picture(pilot, title), pilot, "soft") == 0  # the sentence before is marked no more
    count = host.scene().say("listen.sentence", number="2", count=str(host.scene().reading.count))
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
def test_a_touched_sentence_is_read_from_there(pilot: Pilot, lobby: Lobby) -> None:
    host = read(pilot, "de")
    index, at = first_to_bring(pilot)
    pilot.touch(at)
    pilot.wait_until(lambda: status(pilot) is Status.PLAYING, "the touched sentence is heard")
    assert host.scene().reading.index == index
    assert share(picture(pilot, at), pilot, "soft") > 0.3


@SOUND
def test_a_finger_that_slides_off_a_key_onto_words_reads_nothing(pilot: Pilot, lobby: Lobby) -> None:
    read(pilot, "de")
    key, (_, words) = pilot.app.stage.at("listen.play"), first_to_bring(pilot)
    assert key is not None
    pilot.press(*key.center)
    pilot.slide(*words.center)
    pilot.release(*words.center)
    assert status(pilot) is Status.IDLE


@SOUND
@pytest.mark.parametrize("key", ["listen.back", "listen.again", "listen.forward", "speed.down", "volume.up"])
def test_every_key_of_the_bar_acts(key: str, pilot: Pilot, lobby: Lobby) -> None:
    host = read(pilot, "de")
    listen(pilot, lobby)
    next_sentence(pilot, lobby)
    at = pilot.app.stage.at(key)
    assert at is not None
    pilot.touch(at)
    pilot.wait_until(lambda: status(pilot) is Status.PLAYING, "the voice goes on")
    expected = {"listen.back": (0, 1.0, 4), "listen.forward": (2, 1.0, 4), "speed.down": (1, 0.75, 4)}
    found = (host.scene().reading.index, host.visit.speed, host.visit.volume)
    assert found == expected.get(key, (1, 1.0, 5 if key == "volume.up" else 4))


@SOUND
@pytest.mark.parametrize("move", MOVES, ids=lambda move: type(move).__name__)
def test_any_move_is_silence(move: Intent, pilot: Pilot, host: Host, lobby: Lobby) -> None:
    read(pilot, "de")
    listen(pilot, lobby)
    host.send(move)
    assert (status(pilot), lobby.player.busy()) == (Status.IDLE, False)
    pilot.settle()
    assert not pilot.app.stage._layers.shows("spoken")


@SOUND
def test_a_key_that_is_read_is_drawn_as_spoken(pilot: Pilot, host: Host, lobby: Lobby) -> None:
    """In the language picker the languages are read out: the tile itself is lit."""
    host.send(Wake())
    pilot.settle()
    at = pilot.app.stage.at("language.de")
    assert at is not None and share(picture(pilot, at), pilot, "soft") == 0
    pilot.tap(host.scene().say("ear.on").text)
    heard(pilot, lobby)
    assert host.view.sentences()[0].node == "language.de"
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
    host.send(Listen())
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
def test_without_sound_the_key_says_so_and_leads_to_help(language: str, pilot: Pilot, lobby: Lobby) -> None:
    host = read(pilot, language)
    assert key_says(pilot, "bar.silent")
    assert pilot.sees(host.scene().say("listen.no_device").text)
    at = pilot.app.stage.at("bar.listen")
    assert at is not None
    pilot.touch(at)
    assert (status(pilot), host.visit.route, lobby.player.busy()) == (Status.IDLE, Route(HELP), False)
    assert pilot.sees(host.scene().say("help.desk").text)
