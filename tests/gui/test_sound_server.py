"""The sound server goes, hangs, has no loudspeaker, comes late or never answers: the screen does not feel it, and once
there is sound again the kiosk speaks. Real kiosk, real touches, real PulseAudio."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.gui.outside import OFFLINE_VOICE, PLAYER
from tests.gui.sound_lobby import ROUNDS, SoundLobby, sound_lobby
from tests.gui.sound_server import Ear

SILENT_KEY = "speaker-x"
"""The sign on the key that says that nothing can be heard."""


@pytest.fixture(scope="module")
def open_lobby(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundLobby]:
    """One kiosk for all. When it was switched on there was no sound server: one visitor heard nothing, the next one
    did."""
    with sound_lobby(tmp_path_factory.mktemp("lobby")) as lobby:
        is_told_that_there_is_no_sound(lobby)
        lobby.server.start()
        lobby.kiosk.visit()
        hears_something(lobby)
        yield lobby


@pytest.fixture
def lobby(open_lobby: SoundLobby) -> Iterator[SoundLobby]:
    """There is a server with a loudspeaker, and a new visitor stands before the kiosk, which can speak."""
    open_lobby.server.start()
    open_lobby.kiosk.visit()
    open_lobby.kiosk.see(lambda _: open_lobby.kiosk.load().children == (PLAYER, OFFLINE_VOICE), "both voices")
    with open_lobby.unhurt():
        yield open_lobby


def hears_something(lobby: SoundLobby) -> None:
    """The visitor touches the key that reads aloud, and hears something."""
    ear = Ear(lobby.server)
    ear.until_silence()
    since = ear.now()
    lobby.kiosk.tap("bar.listen")
    ear.until_speech(since)
    ear.close()


def is_told_that_there_is_no_sound(lobby: SoundLobby) -> None:
    """A new visitor finds a key that says so."""
    lobby.kiosk.visit()
    lobby.kiosk.see(lambda seen: seen["key"] == SILENT_KEY, "the key says that there is no sound")


@pytest.mark.parametrize("trouble", ["killed", "unplugged"])
def test_after_a_loss_in_the_middle_of_a_sentence_the_next_tap_speaks(trouble: str, lobby: SoundLobby) -> None:
    """To the same visitor, who did nothing but go on to another page."""
    hears_something(lobby)
    if trouble == "killed":
        lobby.server.start()
    else:
        lobby.server.unplug()
        lobby.server.plug()
    lobby.kiosk.tap("topic.wohnen")
    lobby.kiosk.see(lambda seen: seen["route"] == "topic", "the topic")
    hears_something(lobby)


def test_a_server_that_hangs_is_told_and_once_it_goes_on_the_next_tap_speaks(lobby: SoundLobby) -> None:
    hears_something(lobby)
    lobby.server.hang()
    lobby.kiosk.see(lambda seen: seen["key"] == SILENT_KEY, "the key says that there is no sound")
    lobby.server.wake()
    hears_something(lobby)


def test_a_server_without_a_loudspeaker_crashes_the_player_and_nothing_else(lobby: SoundLobby) -> None:
    """SDL 2.28 dies of it. Visitor after visitor is told; the one after them, when there is a loudspeaker, hears."""
    lobby.server.start(loudspeaker=False)
    for _ in range(ROUNDS):
        is_told_that_there_is_no_sound(lobby)
    assert lobby.kiosk.load().children == (OFFLINE_VOICE,)
    lobby.server.plug()
    lobby.kiosk.visit()
    hears_something(lobby)


def test_a_server_that_never_answers_is_given_up(lobby: SoundLobby) -> None:
    """Visitor after visitor comes while the player waits for it; none of them is kept waiting."""
    lobby.server.deafen()
    for _ in range(ROUNDS):
        lobby.kiosk.visit()
    lobby.kiosk.see(lambda seen: seen["key"] == SILENT_KEY, "the key says that there is no sound")
    lobby.server.start()
    lobby.kiosk.visit()
    hears_something(lobby)
