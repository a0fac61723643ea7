"""Measures speech mode of the real kiosk from outside: how soon it speaks after a key or a plug, how soon it is silent
after a key, and after headphones are pulled out. benchmarks/README.md tells what is measured, and how.

    .venv/bin/python -m benchmarks.speech_keys [--rounds 15]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.figures import Figures
from benchmarks.voice import speech_from, speech_until, time_of
from kiosk.domain.utterance import Utterance
from tests.gui.heard import clips_of, place_of
from tests.gui.keyboard import DOWN, ENTER, F1, UP, Jack, Keyboard
from tests.gui.outside import Kiosk, Seen, until
from tests.gui.sound_server import RATE, Ear, SoundServer
from tests.gui.touch_screen import TouchScreen

APART_S = 0.6
"""Between two keys: quicker ones are taken for a trembling hand."""
STEPS, PAUSES = 8, 3
"""Stops that are gone to in a round, each while the one before is being said; and pauses."""


@dataclass(frozen=True)
class Room:
    """A kiosk with a keypad, a socket for headphones, and an ear at its loudspeaker."""

    folder: Path
    kiosk: Kiosk
    keyboard: Keyboard
    jack: Jack
    ear: Ear
    figures: Figures

    def note(self, what: str, seconds: float) -> None:
        """A time that was measured."""
        self.figures.add(what, "ms", 1000 * seconds)

    def press(self, *keys: int) -> float:
        """Press keys, one after the other; when the last one was pressed."""
        at = 0.0
        for key in keys:
            time.sleep(APART_S)
            at = self.keyboard.press(key)
        return at

    def speaking(self) -> None:
        """Wait until somebody is in the middle of a word."""
        until(lambda: self.ear.speech(self.ear.now() - RATE // 20) > RATE // 50, "somebody speaks")

    def leave(self) -> None:
        """The visitor has finished; it is silent."""
        if self.kiosk.look()["route"] != "attract":
            self.kiosk.tap("bar.home")
            self.kiosk.tap("bar.finish")
        self.kiosk.see(lambda seen: seen["route"] == "attract", "nobody is there")
        self.ear.until_silence()


@contextmanager
def room(figures: Figures) -> Iterator[Room]:
    """A kiosk that has just been switched on."""
    with tempfile.TemporaryDirectory(prefix="kiosk-benchmark-") as name, ExitStack() as stack:
        folder = Path(name)
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
        yield Room(folder, kiosk, keyboard, jack, ear, figures)


def begin(here: Room, what: str) -> None:
    """The first key: until the first language is heard."""
    here.ear.until_silence()
    since = here.ear.now()
    pressed = here.press(DOWN)
    here.note(f"first key → first sound, {what}", speech_from(here.ear, since) - pressed)


def plug_in(here: Room) -> None:
    """Headphones go in: until the first language is heard."""
    here.leave()
    here.jack.plug(False)
    time.sleep(APART_S)
    since = here.ear.now()
    plugged = here.jack.plug(True)
    here.note("headphones in → first sound", speech_from(here.ear, since) - plugged)


def go_on(here: Room) -> None:
    """To the next stop while the one before is being said: until the name of the new one is heard."""
    here.press(F1)
    here.speaking()
    before, since = here.kiosk.look()["focus"], here.ear.now()
    pressed = here.keyboard.press(DOWN)
    seen = here.kiosk.see(partial(_moved, before), "the next stop")
    until(lambda: here.ear.now() - since > RATE * 3 // 2, "its first word has been said")
    text, language = seen["saying"][0]
    (clip,) = clips_of([Utterance(text, language)], here.folder)
    place = place_of(clip[: RATE * 2 // 5], here.ear.samples(since).astype(float))
    assert place.likeness > 0.8, f"{text} was not heard"
    here.note("next → the new stop is heard", time_of(here.ear, since + place.first) - pressed)


def _moved(before: str, seen: Seen) -> bool:
    return bool(seen["focus"] != before)


def until_silent(here: Room, what: str, act: Callable[[], float]) -> None:
    """Do what silences it, in the middle of a word: until the last sound. None after it is silence at once."""
    here.speaking()
    since = here.ear.now()
    at = act()
    here.ear.until_silence()
    spoken = here.ear.speech(since)
    here.note(what, max(0.0, speech_until(here.ear, since) - at) if spoken else 0.0)


def pause(here: Room) -> None:
    """Select on words, and go on."""
    here.press(UP, DOWN, UP)
    until_silent(here, "select on words → silence", lambda: here.keyboard.press(ENTER))
    here.press(ENTER)


def pull_out(here: Room) -> None:
    """Headphones go out while something is said."""
    here.press(F1)
    until_silent(here, "headphones out → silence", lambda: here.jack.plug(False))


def measure(figures: Figures) -> None:
    """One round, with a kiosk of its own."""
    with room(figures) as here:
        begin(here, "first visitor")
        here.leave()
        begin(here, "later visitor")
        here.leave()
        plug_in(here)
        here.press(ENTER, ENTER)
        here.kiosk.see(lambda seen: seen["route"] == "home", "home")
        for _ in range(PAUSES):
            pause(here)
        for _ in range(STEPS):
            go_on(here)
        pull_out(here)


def main() -> None:
    """Measure, show the table, keep the values."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="how often; each takes about 40 s")
    options = parser.parse_args()
    figures = Figures()
    for number in range(options.rounds):
        measure(figures)
        print(f"{number + 1} / {options.rounds}", flush=True)
    print(figures.table())
    print(figures.save("speech_keys", rounds=options.rounds))


if __name__ == "__main__":
    main()
