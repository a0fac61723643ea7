"""The thread that notices changes, has them read in a child, and hands over what may be shown."""

from __future__ import annotations

import logging
import os
import shutil
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from msgspec import Struct
from msgspec.structs import replace

from kiosk.compiled.cache import Cache
from kiosk.content import Content, Places
from kiosk.domain.problem import Problem
from kiosk.live.copies import Copies
from kiosk.live.keeping import Keeping
from kiosk.live.last_good import Answer, Errors, errors_of
from kiosk.live.reading import COMMAND, Reading
from kiosk.live.report import told, unread
from kiosk.live.settling import Settling
from kiosk.runtime.happening import Happening, Kind
from kiosk.runtime.watch import Watch
from kiosk.speech.shelf import owned_folder, runtime_folder

log = logging.getLogger(__name__)

PREFIX = "kiosk-live-"
LOOK_S = 60.0
"""So often it is looked whether the places are still those that are watched: nobody tells of a disk that came back."""
PATIENCE_S = 30.0
"""While files change all the time, readings are thrown away; after so long one is shown as it is. What it caught half
written is faulty, and its last good version stays."""
AGAIN_S = 5.0
"""A reading that came to nothing (killed, out of memory, hung) is tried once more after so long."""
FIRST_S = 20.0
"""So long after the start everything is read for the first time, where contents are kept: what was read back is
verified, copies are taken, and the next start finds what was read."""
READY_S = 600.0
"""So long after the last change a child waits for the next one."""
STILL_S = 0.03
"""After a reading, so long nothing more may be told: the kernel's news may be a moment late."""


class News(Struct, frozen=True):
    """What came of a change: the content to show from now on (None: the one that is shown stays), and the faults of the
    files as they stand."""

    content: Content | None
    faults: tuple[Problem, ...]


class Update:
    """Watches `places`. Make it before the content is read for the first time: so no change falls between the two;
    `start` it when that is shown."""

    def __init__(
        self,
        places: Places,
        command: tuple[str, ...] = COMMAND,
        parent: Path | None = None,
        cache: Cache | None = None,
    ) -> None:
        """With a `cache` contents are kept in it, and copies are taken by the first reading. Raises OSError where there
        is no inotify or no place for copies."""
        self._places, self._command = places, command
        self._come: Callable[[News], None] = lambda news: None
        self._queue: SimpleQueue[Happening | tuple[Reading, Answer | str] | None] = SimpleQueue()
        self._settling = Settling()
        self._reading: Reading | None = None
        self._since: float | None = None
        self._changed_at = 0.0
        self._failed = False
        self._count = 0
        self.folder, self._owner = owned_folder(PREFIX, parent or runtime_folder())
        self._kept = self._copies()
        self._keeping = Keeping(cache) if cache else None
        if not cache:
            self._kept.take(places, None)
        self._fresh = self._kept
        self._known: Errors = Errors()
        self._watch = Watch((places.content, places.themes), (places.config,), self._queue.put)
        self._thread = threading.Thread(target=self._work, name="live", daemon=True)

    def start(self, running: Content, come: Callable[[News], None], mark: str = "") -> None:
        """From now on; `running` is what is shown, `mark` that of the files if it was read back (kiosk.compiled).
        `come` gets the news, from the thread of its own."""
        self._known, self._come = errors_of(running), come
        if self._keeping:
            self._keeping = replace(self._keeping, mark=mark)
            self._settling.note("", Kind.UNKNOWN, time.monotonic() + FIRST_S)
        self._thread.start()

    def close(self) -> None:
        """End it, and leave nothing behind."""
        if self._thread.ident:
            self._queue.put(None)
            self._thread.join()
        self._watch.close()
        if self._reading:
            self._reading.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._owner is not None:
            os.close(self._owner)

    @property
    def child(self) -> int:
        """The process id of the child that reads or waits to read, 0 without one."""
        return self._reading.pid if self._reading else 0

    def _work(self) -> None:
        while True:
            try:
                if not self._step():
                    return
            except Exception:  # whatever it is: who watches must not stop
                log.exception("a change could not be read")
                self._settling.forget()

    def _step(self) -> bool:
        """Take in one thing that happened, or that it is time; whether to go on."""
        try:
            item = self._queue.get(timeout=self._wait())
        except Empty:
            self._look()
        else:
            if item is None:
                return False
            if isinstance(item, Happening):
                self._happened(item)
            else:
                self._answered(*item)
        self._read_if_due()
        return True

    def _wait(self) -> float:
        due = None if self._busy else self._settling.due()
        return LOOK_S if due is None else max(0.0, due - time.monotonic())

    @property
    def _busy(self) -> bool:
        """Whether a child is reading."""
        return self._reading is not None and self._reading.asked

    @property
    def _impatient(self) -> bool:
        """Whether it has changed for so long that the reading that runs is awaited."""
        return self._since is not None and time.monotonic() - self._since > PATIENCE_S

    def _look(self) -> None:
        """Nothing was told: look at the places themselves, and whether a child still has something to wait for."""
        if self._reading and not self._busy and time.monotonic() - self._changed_at > READY_S:
            self._drop_reading()
        if not self._settling.pending and self._watch.renew():
            self._settling.note(str(self._places.content), Kind.UNKNOWN, time.monotonic())

    def _happened(self, happening: Happening) -> None:
        now = self._changed_at = time.monotonic()
        self._since = now if self._since is None else self._since
        self._failed = False
        self._settling.note(happening.path, happening.kind, now)
        if happening.shape:
            self._watch.renew()
        if self._busy and not self._impatient:  # what it reads is no longer what is there
            self._drop_reading()
        self._make_ready()

    def _make_ready(self) -> None:
        """Have a child wait that has loaded its libraries and parsed the files: that is more than half of what a change
        takes. Only while somebody is at work: it takes 60 MB."""
        if self._reading is None:
            with suppress(OSError):  # said when it is needed
                self._reading = Reading(self._done, self._places, self._command)

    def _drop_reading(self) -> None:
        if self._reading:
            self._reading.kill()
        self._reading = None

    def _done(self, reading: Reading, answer: Answer | str) -> None:
        self._queue.put((reading, answer))

    def _read_if_due(self) -> None:
        due = self._settling.due()
        if due is None or due > time.monotonic() or self._busy:
            return
        self._settling.forget()
        if self._reading and not self._reading.alive:
            self._drop_reading()
        if self._reading is None:
            self._reading = Reading(self._done, self._places, self._command)
        if self._fresh is not self._kept:
            shutil.rmtree(self._fresh.folder, ignore_errors=True)
        self._fresh = self._copies()
        leisurely = self._since is None  # nothing has changed
        self._reading.ask(self._places, self._kept, self._fresh, self._known, self._keeping, leisurely)

    def _copies(self) -> Copies:
        self._count += 1
        return Copies(self.folder / str(self._count), self._places.config.name)

    def _answered(self, reading: Reading, answer: Answer | str) -> None:
        if reading is not self._reading:
            return  # thrown away meanwhile
        if not self._impatient and self._more():
            return
        leisurely, self._reading, self._since = self._since is None, None, None
        if isinstance(answer, str):
            self._came_to_nothing(answer)
            return
        self._failed = False
        if answer.content or answer.same:
            shutil.rmtree(self._kept.folder, ignore_errors=True)
            self._kept, self._known = self._fresh, answer.errors
        if answer.content and self._keeping:
            self._keeping = replace(self._keeping, mark="")
        if not leisurely:  # who has saved once saves again
            self._make_ready()
        told(answer)
        self._come(News(answer.content, answer.faults))

    def _came_to_nothing(self, why: str) -> None:
        """Try once more, in a while: perhaps it was only the machine that was short of something."""
        log.error("content stays as it is: %s", why)
        if not self._failed:
            self._settling.note("", Kind.UNKNOWN, time.monotonic() + AGAIN_S)
        self._failed = True
        self._come(News(None, (unread(self._places.content.name),)))

    def _more(self) -> bool:
        """Whether something more has happened just now: then it is read again."""
        try:
            item = self._queue.get(timeout=STILL_S)
        except Empty:
            return False
        if isinstance(item, Happening):
            self._happened(item)
        else:
            self._queue.put(item)
        return self._reading is None or not self._reading.asked
