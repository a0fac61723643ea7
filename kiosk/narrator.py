"""The narrator reads screens aloud: which sentences, how loud and how fast, and which one of them is marked.

It knows views and the reader, not the visit; the host tells it what to do. No toolkit, no time but what is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec.structs import replace

from kiosk.audio.reader import GAP_SECONDS, Reader
from kiosk.domain.node import Sentence
from kiosk.domain.reading import Reading, Status
from kiosk.domain.utterance import Utterance
from kiosk.domain.visit import NORMAL_SPEED, NORMAL_VOLUME, VOLUMES

STEP_DB = 3.0
"""One step of volume (EN 301 549 8.2.1: seven steps, 18 dB together)."""
RUNNING = (Status.PLAYING, Status.PREPARING)


def level(step: int) -> float:
    """The loudness of a volume step as an amplitude: 3 dB a step below the loudest."""
    return float(10 ** ((step - VOLUMES) * STEP_DB / 20))


class Voice(Protocol):
    """What can be heard: the player's state and which languages have a voice."""

    @property
    def available(self) -> bool:
        """Whether there is a device."""

    def speaks(self, language: str) -> bool:
        """Whether this language can be heard."""

    def renew(self) -> None:
        """A new visitor has come: look again for devices and voices."""

    def close(self) -> None:
        """The kiosk ends."""


class Narrator:
    """Reads sentences with `reader`; `volume` takes the loudness, from 0 to 1; `pronounced` tells how an utterance is
    spoken."""

    def __init__(
        self,
        reader: Reader,
        volume: Callable[[float], None],
        pronounced: Callable[[Utterance], Utterance] = lambda utterance: utterance,
    ) -> None:
        self._reader, self._set_level, self._pronounced = reader, volume, pronounced
        self._sentences: tuple[Sentence, ...] = ()
        self._aimed: Sentence | None = None
        self._laid_aside: tuple[tuple[Sentence, ...], int] | None = None
        self._volume, self._speed = NORMAL_VOLUME, NORMAL_SPEED

    @property
    def reading(self) -> Reading:
        """How far it has come."""
        return self._reader.reading

    @property
    def due(self) -> float | None:
        """When `tick` is wanted next; None if it will be told."""
        return self._reader.due

    @property
    def busy(self) -> bool:
        """Whether something is being read, or is about to be."""
        return self.reading.status in RUNNING

    @property
    def mark(self) -> Sentence | None:
        """The sentence to mark: the one that is heard or paused, or what a visitor has aimed at by ear. While the first
        sound of a sentence is not there yet, nothing: the mark must not run ahead of the voice."""
        if self._aimed:
            return self._aimed
        return self._present if self.reading.status in (Status.PLAYING, Status.PAUSED) else None

    @property
    def reads(self) -> str:
        """The node that is being read, or is about to be: the page must show it. Empty if none is."""
        sentence = self._present if self.busy and not self._aimed else None
        return sentence.node if sentence else ""

    @property
    def left(self) -> tuple[Sentence, ...]:
        """What has not been read to its end yet."""
        return self._sentences[self.reading.index :] if self.busy else ()

    @property
    def _present(self) -> Sentence | None:
        index = self.reading.index
        return self._sentences[index] if index < len(self._sentences) else None

    def tick(self, now: float) -> None:
        """Do what is to be done at `now`, in monotonic seconds."""
        self._reader.tick(now)

    def tune(self, volume: int, speed: float) -> None:
        """The visitor's volume step and reading speed, from now on; both act at once."""
        self._set_level(level(volume))
        if speed != self._speed:
            self._speed = speed
            self._reader.pace(speed)

    def read(self, sentences: Sequence[Sentence], start: int = 0, breath: float = GAP_SECONDS) -> None:
        """Read these, in place of what is being read, with `breath` seconds between two sentences."""
        self._aimed, self._laid_aside = None, None
        self._sentences = tuple(sentences)
        self._reader.read(self._utterances(), start, self._speed, breath)

    def learn(self, pronounced: Callable[[Utterance], Utterance]) -> None:
        """How utterances are spoken from now on."""
        self._pronounced = pronounced

    def hold_or_go_on(self) -> None:
        """Pause; after a pause, go on."""
        if self.reading.status is Status.PAUSED:
            self._reader.resume()
        else:
            self._reader.pause()

    def skip(self, step: int) -> None:
        """Another sentence, or the same one again."""
        self._reader.skip(step)

    def aim(self, node: str, sentences: Sequence[Sentence]) -> None:
        """Say what a visitor has touched by ear; it stays marked until something else is."""
        self.read([replace(sentence, node=node) for sentence in sentences])
        self._aimed = self._sentences[0] if self._sentences else Sentence(node, "name", 0, 0, Utterance("", ""))

    def break_off(self, sentences: Sequence[Sentence]) -> None:
        """Say something that cannot wait. What was paused is laid aside for `take_up`."""
        aside = (self._sentences, self.reading.index) if self.reading.status is Status.PAUSED else self._laid_aside
        self.read(sentences)
        self._laid_aside = aside

    def take_up(self) -> None:
        """Be silent; what was laid aside stands paused again, where it was."""
        aside = self._laid_aside
        self.stop()
        if aside:
            self._sentences, index = aside
            self._reader.hold(self._utterances(), index, self._speed)

    def stop(self) -> None:
        """Be silent, and forget what was read."""
        self._aimed, self._laid_aside, self._sentences = None, None, ()
        self._reader.stop()

    def close(self) -> None:
        """The kiosk ends."""
        self._reader.close()

    def _utterances(self) -> list[Utterance]:
        return [self._pronounced(sentence.utterance) for sentence in self._sentences]
