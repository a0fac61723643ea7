"""Finding clips in the background, so that the next sentence is there when the present one ends."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue

from kiosk.domain.utterance import Utterance
from kiosk.speech.engine import Clip

log = logging.getLogger(__name__)

Find = Callable[[Utterance, float], Clip | None]
"""Finds the clip of an utterance at a speed (1 is the usual one), None if there is no voice for it. May block."""


class Finder:
    """Calls `find` in a thread of its own and keeps what it found for the present reading; calls `wake` after each."""

    def __init__(self, find: Find, wake: Callable[[], None]) -> None:
        self._find, self._wake = find, wake
        self._wanted: SimpleQueue[tuple[dict[int, Clip | None], int, Utterance, float] | None] = SimpleQueue()
        self._found: dict[int, Clip | None] = {}
        self._asked: set[int] = set()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """A new reading: what is still being found for the old one goes to the old one's place, which is gone."""
        self._found, self._asked = {}, set()

    def want(self, index: int, utterance: Utterance, speed: float = 1.0) -> None:
        """Find the clip for sentence `index`, if it is not found or being found. Another speed is another reading."""
        if index in self._asked:
            return
        self._asked.add(index)
        self._wanted.put((self._found, index, utterance, speed))
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="clips", daemon=True)
            self._thread.start()

    def has(self, index: int) -> bool:
        """Whether the search for sentence `index` has ended."""
        return index in self._found

    def take(self, index: int) -> Clip | None:
        """What was found for it: a clip, or None if there is no voice."""
        return self._found[index]

    def close(self) -> None:
        """End the thread."""
        self.begin()
        self._wanted.put(None)

    def _work(self) -> None:
        while (wanted := self._wanted.get()) is not None:
            place, index, utterance, speed = wanted
            if place is not self._found:  # of a reading that has been stopped
                continue
            try:
                place[index] = self._find(utterance, speed)
            except Exception:
                log.exception("no clip, because of a fault in the kiosk itself")
                place[index] = None
            self._wake()
