"""The room of the reader's tests: a player that writes down what it is told, voices, and a clock."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.audio.reader import Reader
from kiosk.domain.reading import Reading, Status
from kiosk.domain.utterance import Utterance
from kiosk.speech.engine import Clip
from tests.unit.speech.waiting import Notes

TEXT = [Utterance(text, "de") for text in ("Eins.", "Zwei.", "Drei.")]
SECONDS = 2.0


class PlayerNote:
    """A player as the protocol has it; the test says when a clip ends or breaks off."""

    def __init__(self) -> None:
        self.available, self.error = True, ""
        self.told: list[str] = []
        self._busy = False

    def open(self) -> None:
        self.told.append("open")

    def start(self, path: Path, gain: float, lead: float = 0.0) -> None:
        self.told.append(f"start {path} {gain:g}" + (f" from {lead:g}" if lead else ""))
        self._busy, self.error = True, ""

    def busy(self) -> bool:
        return self._busy

    def pause(self) -> None:
        self.told.append("pause")

    def resume(self) -> None:
        self.told.append("resume")

    def stop(self) -> None:
        self.told.append("stop")
        self._busy = False

    def volume(self, level: float) -> None:
        self.told.append(f"volume {level:g}")

    def close(self) -> None:
        self.told.append("close")

    def end(self, error: str = "") -> None:
        """The clip is over."""
        self._busy, self.error = False, error


class Voices:
    """Finds a clip for every text, but for those in `mute`; texts in `slow` are found only when `hurry` is set."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.speeds: list[float] = []
        self.mute: set[str] = set()
        self.slow: set[str] = set()
        self.lead = self.trail = 0.0
        self.hurry = threading.Event()

    def __call__(self, utterance: Utterance, speed: float = 1.0) -> Clip | None:
        self.asked.append(utterance.text)
        self.speeds.append(speed)
        if utterance.text in self.slow:
            self.hurry.wait()
        if utterance.text == "fault":
            raise ZeroDivisionError
        return None if utterance.text in self.mute else Clip(Path(utterance.text), SECONDS, 0.5, self.lead, self.trail)


class Room:
    """The reader and everything around it."""

    def __init__(self) -> None:
        self.player, self.voices, self.found, self.shown = PlayerNote(), Voices(), Notes(), Notes()
        self.reader = Reader(self.player, self.voices, self.found, self.shown)
        self.now = 100.0

    def until_found(self, count: int) -> None:
        """Wait for so many clips in all, and tick once."""
        self.found.until_true(lambda: len(self.found.all) >= count)
        self.reader.tick(self.now)

    def tick(self, later: float = 0.0) -> Reading:
        """Let time pass, then tick."""
        self.now += later
        self.reader.tick(self.now)
        return self.reader.reading

    def begin(self) -> None:
        """Read, up to the first sentence that is heard; the second is found."""
        self.reader.read(TEXT)
        self.until_found(1)
        self.until_found(2)
        assert self.reader.reading == Reading(Status.PLAYING, 0, 3)


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    yield room
    room.voices.hurry.set()
    room.reader.close()
