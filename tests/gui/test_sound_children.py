"""The player and the offline voice are processes of their own. Killed or hung in the middle of a sentence they cost
that sentence, and never the screen: real kiosk, real touches, real sound server; heard at its loudspeaker."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from tests.gui.outside import OFFLINE_VOICE, PLAYER, Kiosk
from tests.gui.sound_lobby import ROUNDS, SoundLobby, sound_lobby
from tests.gui.sound_server import Ear

KILL, HANG = signal.SIGKILL, signal.SIGSTOP


@pytest.fixture(scope="module")
def open_lobby(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SoundLobby, Ear]]:
    """One kiosk for all; both voices have been heard."""
    with sound_lobby(tmp_path_factory.mktemp("lobby")) as lobby:
        lobby.server.start()
        ear = Ear(lobby.server)
        lobby.kiosk.visit()
        lobby.kiosk.tap("bar.listen")
        ear.until_speech(0)
        yield lobby, ear
        ear.close()


@pytest.fixture
def ear(open_lobby: tuple[SoundLobby, Ear]) -> Ear:
    """Listens at the loudspeaker."""
    return open_lobby[1]


@pytest.fixture
def kiosk(open_lobby: tuple[SoundLobby, Ear], ear: Ear) -> Iterator[Kiosk]:
    """Speaks to nobody yet; a new visitor stands before it."""
    lobby, _ = open_lobby
    lobby.kiosk.visit()
    ear.until_silence()
    assert lobby.kiosk.load().children == (PLAYER, OFFLINE_VOICE)
    with lobby.unhurt():
        yield lobby.kiosk


def topics(kiosk: Kiosk) -> list[str]:
    """The keys of the topics."""
    return [node for node in kiosk.look()["places"] if node.startswith("topic.")]


@pytest.mark.parametrize("trouble", [KILL, HANG])
def test_a_player_in_trouble_costs_a_sentence(trouble: int, kiosk: Kiosk, ear: Ear) -> None:
    """The visitor goes on to another page and listens there."""
    for topic in topics(kiosk)[:ROUNDS]:
        kiosk.tap("bar.listen")
        ear.until_speech(ear.now())
        os.kill(kiosk.child(PLAYER), trouble)
        kiosk.tap(topic)
        kiosk.see(lambda seen: seen["route"] == "topic", "the topic")
        ear.until_silence()
        before = ear.now()
        kiosk.tap("bar.listen")
        ear.until_speech(before)
        kiosk.tap("bar.home")


def test_a_player_that_dies_says_its_sentence_again(kiosk: Kiosk, ear: Ear) -> None:
    """By itself: the visitor need not touch anything."""
    kiosk.tap("bar.listen")
    ear.until_speech(ear.now())
    index, dead = kiosk.look()["index"], kiosk.child(PLAYER)
    os.kill(dead, KILL)
    kiosk.see(lambda _: PLAYER in kiosk.load().children and kiosk.child(PLAYER) != dead, "a new player")
    ear.until_speech(ear.now())
    assert kiosk.look()["index"] == index


def test_an_offline_voice_that_dies_while_it_renders_is_replaced(kiosk: Kiosk, ear: Ear) -> None:
    """It hangs first, so that it is killed while it is being asked."""
    kiosk.visit("en")
    for topic in topics(kiosk)[:ROUNDS]:
        kiosk.tap(topic)
        kiosk.see(lambda seen: seen["route"] == "topic", "the topic")
        dead = kiosk.child(OFFLINE_VOICE)
        os.kill(dead, HANG)
        kiosk.tap("bar.listen")
        kiosk.see(lambda seen: seen["status"] == "preparing", "it is asked")
        before = ear.now()
        os.kill(dead, KILL)
        ear.until_speech(before)
        kiosk.tap("bar.home")


def test_an_offline_voice_that_hangs_is_replaced(kiosk: Kiosk, ear: Ear) -> None:
    """An impatient visitor tries page after page while nothing is heard."""
    kiosk.visit("uk")
    os.kill(kiosk.child(OFFLINE_VOICE), HANG)
    *others, last = topics(kiosk)[:3]
    for topic in others:
        kiosk.tap(topic, "bar.listen")
        kiosk.see(lambda seen: seen["status"] == "preparing", "it is asked")
        kiosk.tap("bar.home")
    before = ear.now()
    kiosk.tap(last, "bar.listen")
    ear.until_speech(before)
