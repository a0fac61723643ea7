"""The kiosk as a person has it who does not see it: a program of its own, real keys, headphones that say what the
kernel says, and what comes out of the loudspeaker. How quick all that is, `make bench` measures."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from kiosk.keypad.conduct import GRACE_S
from tests.gui.keyboard import DOWN, ENTER, ESC, F1, HOME, MINUS, PLUS, UP, Jack, Keyboard
from tests.gui.outside import Kiosk
from tests.gui.sound_server import RATE, Ear, SoundServer
from tests.gui.touch_screen import TouchScreen

APART_S = 0.6
"""Between two keys: quicker ones are taken for a trembling hand."""
FAR_FROM_ALL = [0xFFC8, 0xFFC9, 0xFF09, 0xFFE9, 0xFF67, ord("q"), ord("e")]
"""F11, F12, tab, alt, menu, letters."""


@dataclass
class Room:
    """A kiosk with a keypad, a socket for headphones, and an ear at its loudspeaker."""

    kiosk: Kiosk
    keyboard: Keyboard
    jack: Jack
    ear: Ear

    def press(self, *keys: int) -> None:
        """Press keys, one after the other."""
        for key in keys:
            time.sleep(APART_S)
            self.keyboard.press(key)

    def until_speech(self, since: int) -> None:
        """Wait until somebody speaks."""
        self.ear.until_speech(since)

    def begin(self) -> None:
        """Nobody is there, and it is silent; then a key, and the languages are offered."""
        if self.kiosk.look()["route"] != "attract":
            self.kiosk.tap("bar.home")
            self.kiosk.tap("bar.finish")
        self.ear.until_silence()
        since = self.ear.now()
        self.press(DOWN)
        self.kiosk.see(lambda seen: seen["focus"] == "language.de", "the languages are offered")
        self.until_speech(since)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("keypad")
    with ExitStack() as stack:
        server = SoundServer(folder)
        stack.callback(server.kill)
        server.start()
        ear = Ear(server)
        stack.callback(ear.close)
        screen = TouchScreen()
        stack.callback(screen.close)
        jack, keyboard = Jack(folder), Keyboard(screen.display)
        stack.callback(keyboard.close)
        stack.callback(jack.close)
        kiosk = Kiosk(screen, folder, server.environment, "--config", str(jack.config))
        stack.callback(kiosk.kill)
        ear.until_hearing()
        yield Room(kiosk, keyboard, jack, ear)
        assert (kiosk.end(), kiosk.log().count("Traceback")) == (0, 0), kiosk.log()


def test_a_key_and_it_speaks_another_and_it_says_something_else(room: Room) -> None:
    """V-02, V-04."""
    room.begin()
    room.press(DOWN)
    room.kiosk.see(lambda seen: seen["focus"] == "language.en", "the next language")
    room.press(ENTER)
    room.kiosk.see(lambda seen: (seen["route"], seen["language"]) == ("home", "en"), "home in English")
    room.press(ENTER)
    since = room.ear.now()
    room.press(DOWN)
    room.kiosk.see(lambda seen: seen["focus"].startswith("topic."), "the first topic")
    room.until_speech(since)


def test_select_on_words_is_silence_until_it_goes_on(room: Room) -> None:
    """V-03, V-04."""
    room.begin()
    room.press(ENTER, ENTER, F1, UP)
    room.kiosk.see(lambda seen: seen["focus"] == "title" and seen["status"] == "playing", "the title is said")
    room.keyboard.press(ENTER)
    room.ear.until_silence()
    since = room.ear.now()
    assert room.kiosk.look()["status"] == "paused"
    room.press(ENTER)
    room.until_speech(since)


def test_headphones_begin_it_and_pulled_out_it_is_silent_and_ends(room: Room) -> None:
    """V-02, V-12: nothing is ever said on the loudspeaker by itself."""
    if room.kiosk.look()["route"] != "attract":
        room.kiosk.tap("bar.home")
        room.kiosk.tap("bar.finish")
    room.ear.until_silence()
    room.jack.plug(False)
    since = room.ear.now()
    room.jack.plug(True)
    room.kiosk.see(lambda seen: seen["route"] == "languages", "the languages are offered")
    room.until_speech(since)
    room.press(ENTER)
    room.kiosk.see(lambda seen: seen["route"] == "home", "home")
    room.jack.plug(False)
    room.ear.until_silence()
    since = room.ear.now()
    room.kiosk.see(lambda seen: seen["route"] == "attract", "the visit is over", GRACE_S + 10)
    assert room.ear.speech(since) == 0
    assert room.ear.now() - since > (GRACE_S - 3) * RATE


def test_headphones_that_come_back_find_the_visit_as_it_was(room: Room) -> None:
    """V-12."""
    room.begin()
    room.press(ENTER, ENTER)
    room.jack.plug(True)
    room.jack.plug(False)
    room.ear.until_silence()
    since = room.ear.now()
    room.jack.plug(True)
    room.until_speech(since)
    assert room.kiosk.look()["route"] == "home"


def test_no_key_leads_out_and_none_is_lost(room: Room) -> None:
    """Issue 4, point 6: whatever is pressed, the kiosk stays and answers the next key."""
    room.begin()
    room.press(ENTER, ENTER)
    for key in (*FAR_FROM_ALL, ESC, ESC, F1, PLUS, MINUS, HOME, UP):
        room.keyboard.press(key)
    room.keyboard.press(0xFFC1, 0xFFE9)  # Alt+F4
    room.keyboard.close_all()
    room.press(HOME, DOWN)
    seen = room.kiosk.look()
    assert (seen["route"], seen["focus"] != "") == ("home", True)
