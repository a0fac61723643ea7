"""Writes the figures, in a thread of its own: a disk that is slow, full or dead never holds up the screen.

Nothing is written unless the user interface has seen itself alive since: what a frozen screen leaves behind grows old,
and that is what is watched from afar.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from kiosk.health import machine, metrics, starts
from kiosk.health.files import reads_back, replace
from kiosk.health.metrics import Sample, as_text, counted
from kiosk.health.seen import Seen, known, release_of, samples

log = logging.getLogger(__name__)

FILE, SAFE_MODE_FILE = "kiosk.prom", "safe_mode.prom"
CANARY = "canary"
CANARY_EVERY_S = 900.0
"""So often something is written to the disk to be read again; each time costs a flash disk a write."""
PATIENCE_S = 1.0
"""So long the end of the kiosk waits for the last figures."""
FOLDER_FOR_ALL = 0o755


class Reporter:
    """Counts this start of `version` in `state`, and writes what it is given into `folder`."""

    def __init__(
        self, state: Path, folder: Path, version: str, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._state, self._folder, self._version, self._monotonic = state, folder, version, monotonic
        self._seen: Seen | None = None
        self._ended = False
        self._due = threading.Condition()
        self._told: int | None = None
        self._lost = 0
        self._canary_at, self._writable = -math.inf, True
        self._thread = threading.Thread(target=self._work, name="health", daemon=True)
        self._thread.start()

    def put(self, seen: Seen) -> None:
        """Have it written soon. What still waits is out of date; the caller never does."""
        with self._due:
            self._seen = seen
            self._due.notify()

    def close(self) -> None:
        """The kiosk ends in good order; the last figures are written if the disk answers in time."""
        with self._due:
            self._ended = True
            self._due.notify()
        self._thread.join(PATIENCE_S)

    def _work(self) -> None:
        started = starts.begin(self._state, self._version)
        kept = self._managed(lambda: starts.keep(self._state, started))
        while (seen := self._next()) is not None:
            self._test_storage()
            kept = kept or self._managed(lambda: starts.keep(self._state, started))
            counts = counted(metrics.STARTS, started.counts) if kept else []  # never fewer later on: it is a counter
            if self._managed(partial(self._write, seen, counts)) and kept:
                self._told = None
        self._managed(lambda: starts.keep(self._state, started.ended()))

    def _managed(self, write: Callable[[], None]) -> bool:
        """Whether that could be written. What is wrong is logged once, until it changes: there is another try every
        half minute."""
        try:
            write()
        except OSError as error:
            self._lost += 1
            if error.errno != self._told:
                log.warning("the figures of health cannot be written: %s", error)
            self._told = error.errno
            return False
        return True

    def _next(self) -> Seen | None:
        with self._due:
            self._due.wait_for(lambda: self._seen is not None or self._ended)
            seen, self._seen = self._seen, None
        return seen

    def _write(self, seen: Seen, started: list[Sample]) -> None:
        """Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._folder.chmod(FOLDER_FOR_ALL)
        safe = self._folder / SAFE_MODE_FILE
        replace(safe, as_text([metrics.SAFE_MODE.sample(0)]))
        every = [*samples(seen, release_of(seen.content)), *started, *self._machine()]
        replace(self._folder / FILE, as_text(every))

    def _machine(self) -> Iterator[Sample]:
        """What is to be known without the user interface. Raises OSError."""
        yield metrics.RSS.sample(machine.memory())
        yield from known(metrics.RSS_MOST, machine.memory_most())
        yield metrics.FILES.sample(machine.open_files())
        yield metrics.THREADS.sample(machine.threads())
        yield from known(metrics.DISPLAY, machine.screen_connected())
        yield from known(metrics.TOUCH, machine.touch_present())
        yield metrics.WRITABLE.sample(int(self._writable))
        yield metrics.LOST.sample(self._lost)

    def _test_storage(self) -> None:
        now = self._monotonic()
        if self._writable and now - self._canary_at < CANARY_EVERY_S:
            return
        self._canary_at = now
        try:
            self._writable = reads_back(self._state / CANARY, f"{now}\n")
        except OSError:  # why it is so is told when the figures cannot be written either, and by `doctor`
            self._writable = False
