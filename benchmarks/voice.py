"""Measures the voice of the real kiosk from outside: how soon it speaks, stops and goes on, how far the mark runs ahead
of the sound, and what its processes weigh. benchmarks/README.md tells what is measured, and how.

    .venv/bin/python -m benchmarks.voice [--rounds 15] [--language de]
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.figures import Figures
from benchmarks.framebuffer import Framebuffer
from kiosk.domain.utterance import Utterance
from tests.gui.heard import clips_of, place_of
from tests.gui.outside import Kiosk, children_of, until
from tests.gui.sound_server import RATE, SPEECH, Ear, SoundServer
from tests.gui.touch_screen import TouchScreen

TOPIC, CARD, OTHER_CARD = "topic.anmelden", "service.wohnung-anmelden", "service.meldebescheinigung"
LISTEN, FORWARD = "bar.listen", "listen.forward"
STOPPED, LEFT = 2, 3
"""Sentences of the card, from 0, that are long enough to be stopped in the middle, or left for the next one."""
NEAR_S = 5.0
NAMES = {
    "kiosk.audio.child": "memory of the player",
    "kiosk.speech.offline_child": "memory of the offline voice",
    "kiosk.speech.stretch_child": "memory of the stretcher",
}


@dataclass(frozen=True)
class Room:
    """A kiosk with its runtime folder, an ear at its loudspeaker and an eye on its screen."""

    folder: Path
    kiosk: Kiosk
    ear: Ear
    eye: Framebuffer
    figures: Figures

    def note(self, what: str, seconds: float) -> None:
        """A time that was measured."""
        self.figures.add(what, "ms", 1000 * seconds)


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
        screen = TouchScreen(1920, 1080, "-fbdir", name)
        stack.callback(screen.close)
        eye = Framebuffer(folder)
        stack.callback(eye.close)
        kiosk = Kiosk(screen, folder, server.environment)
        stack.callback(kiosk.kill)
        ear.until_hearing()
        yield Room(folder, kiosk, ear, eye, figures)


def time_of(ear: Ear, sample: int) -> float:
    """When (time.monotonic()) a sample was heard: by the chunk around it that was under way for the shortest time."""
    near = (one for one in ear.arrivals[1:] if abs(one[1] - sample) < NEAR_S * RATE)
    return min(at - (count - sample) / RATE for at, count in near)


def speech_from(ear: Ear, since: int) -> float:
    """When the first speech after that sample was heard."""
    ear.until_speech(since)
    loud = np.flatnonzero(np.abs(ear.samples(since).astype(int)) > SPEECH)
    return time_of(ear, since + int(loud[0]))


def speech_until(ear: Ear, since: int) -> float:
    """When the last speech after that sample was heard, before it became silent."""
    ear.until_silence()
    loud = np.flatnonzero(np.abs(ear.samples(since).astype(int)) > SPEECH)
    return time_of(ear, since + int(loud[-1]))


def go_to(kiosk: Kiosk, card: str, language: str) -> None:
    """A new visitor before a card."""
    kiosk.visit(language)
    kiosk.tap(TOPIC, card)
    kiosk.see(lambda seen: seen["route"] == "service", "the card")


def begin(here: Room, what: str) -> None:
    """Touch the key that reads aloud: until the first sound, and from the mark to it."""
    at = tuple(here.kiosk.look()["to_hear"][0]["at"])
    before, since = here.eye.shown(*at), here.ear.now()
    lifted = here.kiosk.tap(LISTEN)
    marked = here.eye.until_changed(at, before)
    heard = speech_from(here.ear, since)
    here.note(f"tap → first sound, {what}", heard - lifted)
    here.note("mark → sound, first sentence", heard - marked)


def follow(here: Room, index: int) -> None:
    """Wait for the next sentence: from its mark to its sound."""
    at = tuple(here.kiosk.look()["to_hear"][index]["at"])
    marked = here.eye.until_changed(at, here.eye.shown(*at))
    in_the_gap = here.ear.now() - RATE // 20
    here.note("mark → sound, later sentences", speech_from(here.ear, in_the_gap) - marked)


def stop(here: Room) -> None:
    """Touch the key that pauses, in the middle of speech: until it is silent."""
    ear = here.ear
    until(lambda: ear.speech(ear.now() - RATE // 20) > RATE // 50, "somebody speaks")
    since = ear.now()
    lifted = here.kiosk.tap(LISTEN)
    silent = speech_until(ear, since)
    here.note("tap on pause → silence", max(0.0, silent - lifted))


def go_on(here: Room) -> None:
    """Touch the key that goes on: until it is heard."""
    since = here.ear.now()
    lifted = here.kiosk.tap(LISTEN)
    here.note("tap on go on → sound", speech_from(here.ear, since) - lifted)


def switch(here: Room) -> None:
    """Touch the key for the next sentence while another one is spoken: until that one's clip is heard."""
    ear, following = here.ear, here.kiosk.look()["to_hear"][LEFT + 1]
    (clip,) = clips_of([Utterance(following["text"], following["language"])], here.folder)
    since = ear.now()
    lifted = here.kiosk.tap(FORWARD)
    until(lambda: ear.now() - since > len(clip) + RATE // 2, "it has been spoken")
    place = place_of(clip, ear.samples(since).astype(float))
    assert place.likeness > 0.8, "the next sentence was not heard"
    here.note("tap on forward → next sentence", time_of(ear, since + place.first) - lifted)


def weigh(here: Room) -> None:
    """The memory of the kiosk's processes, shared pages shared out (PSS)."""
    for pid, module in {here.kiosk.pid: "", **children_of(here.kiosk.pid)}.items():
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        here.figures.add(NAMES.get(module, "memory of the kiosk itself"), "MB", kilobytes / 1024)


def measure(figures: Figures, language: str) -> None:
    """One round, with a kiosk of its own."""
    with room(figures) as here:
        go_to(here.kiosk, CARD, language)
        begin(here, "first visitor")
        for index in range(1, STOPPED + 1):
            follow(here, index)
        stop(here)
        go_on(here)
        follow(here, LEFT)
        switch(here)
        go_to(here.kiosk, CARD, language)
        here.ear.until_silence()
        begin(here, "words known from before")
        go_to(here.kiosk, OTHER_CARD, language)
        here.ear.until_silence()
        begin(here, "new words")
        weigh(here)


def main() -> None:
    """Measure, show the table, keep the values."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="how often; each takes about 20 s")
    parser.add_argument("--language", default="de", help="the visitor's language")
    options = parser.parse_args()
    figures = Figures()
    for number in range(options.rounds):
        measure(figures, options.language)
        print(f"{number + 1} / {options.rounds}", flush=True)
    print(figures.table())
    print(figures.save("voice", language=options.language, rounds=options.rounds))


if __name__ == "__main__":
    main()
