"""The loudspeaker: one clip at a time. Nothing here ever makes the caller wait."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from kiosk.speech.companion import Companion, CompanionLost, Line

log = logging.getLogger(__name__)

OPEN_SECONDS = 6.0
"""Starting the child takes 0.5 s; a sound server that accepts and never answers would hold it for 44 s."""
FIRST_PAGE_SECONDS = 10.0
"""The child is started after the first page is on the screen, or so late if none comes."""
ANSWER_SECONDS = 2.0
"""Loading and starting a clip takes some milliseconds; after this long the child hangs and is killed."""


class Player(Protocol):
    """What plays clips. Every call returns at once; what comes of it shows in `busy`, `available` and `error`."""

    @property
    def available(self) -> bool:
        """Whether sound can be expected: the device has been opened, or is being opened and has not failed yet."""

    @property
    def error(self) -> str:
        """Why nothing is heard, in words for staff and log; empty when all is well."""

    def open(self) -> None:
        """Take the sound device anew. Called at every new visit: the device may have come or gone since."""

    def start(self, path: Path, gain: float, lead: float = 0.0) -> None:
        """Play the file from `lead` seconds on, in place of what is playing. `gain` brings it to the loudness of all
        others; what would be louder than the loudest with it is the loudest."""

    def busy(self) -> bool:
        """Whether a started clip has not ended; a paused one has not."""

    def pause(self) -> None:
        """Hold on."""

    def resume(self) -> None:
        """Go on from there."""

    def stop(self) -> None:
        """Be silent."""

    def volume(self, level: float) -> None:
        """How loud the visitor wants it, 0 to 1, from now on."""

    def close(self) -> None:
        """Let go of the device."""


class SilentPlayer:
    """The player of a kiosk without sound. It knows why there is none."""

    available = False

    def __init__(self, reason: str) -> None:
        self.error = reason

    def open(self) -> None:
        """There is nothing to open."""

    def start(self, path: Path, gain: float, lead: float = 0.0) -> None:
        """There is nothing to hear."""

    def busy(self) -> bool:
        """Never."""
        return False

    def pause(self) -> None:
        """There is nothing to hold."""

    def resume(self) -> None:
        """There is nothing to go on with."""

    def stop(self) -> None:
        """It is silent already."""

    def volume(self, level: float) -> None:
        """Nothing stays nothing."""

    def close(self) -> None:
        """There is nothing to let go of."""


class ChildPlayer:
    """Plays in a child process (kiosk.audio.child). A thread of its own talks to the child; `wake` is called from there
    whenever `busy`, `available` or `error` may have changed.

    A child that dies or hangs is killed and its reason kept in `error`; the next `start` has a new one.
    """

    def __init__(
        self,
        wake: Callable[[], None] = lambda: None,
        environment: Mapping[str, str] | None = None,
        open_seconds: float = OPEN_SECONDS,
        answer_seconds: float = ANSWER_SECONDS,
        after: threading.Event | None = None,
    ) -> None:
        """`after` is set when the first page is on the screen; until then the child would take the processor from
        it."""
        self._wake, self._after = wake, after
        self._open_seconds, self._answer_seconds = open_seconds, answer_seconds
        self._child = Companion("kiosk.audio.child", self._on_event, self._on_lost, environment)
        self._orders: SimpleQueue[Line | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._state = threading.Lock()
        self._serial = 0
        self._live = 0
        self._opens = 0
        self._available = False
        self._error = self._told = ""
        self._level, self._gain = 1.0, 1.0

    @property
    def available(self) -> bool:
        """Whether sound can be expected."""
        return self._available

    @property
    def error(self) -> str:
        """Why nothing is heard."""
        return self._error

    @property
    def pid(self) -> int:
        """The child's process id, 0 while there is none."""
        return self._child.pid

    def open(self) -> None:
        """Take the sound device anew, in the background."""
        with self._state:
            self._opens += 1
            self._live, self._available, self._error = 0, True, ""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="player", daemon=True)
            self._thread.start()
        self._orders.put({"do": "open", "opens": self._opens})

    def start(self, path: Path, gain: float, lead: float = 0.0) -> None:
        """Play the file from `lead` seconds on. Without a device nothing happens; `error` tells why."""
        with self._state:
            if not self._available:
                return
            self._serial += 1
            self._live, self._error, self._gain = self._serial, "", gain
            self._orders.put({"do": "play", "path": str(path), "lead": lead, "serial": self._live})

    def busy(self) -> bool:
        """Whether the clip that was started last has neither ended nor been stopped."""
        return self._live != 0

    def pause(self) -> None:
        """Hold on."""
        self._orders.put({"do": "pause"})

    def resume(self) -> None:
        """Go on."""
        self._orders.put({"do": "resume"})

    def stop(self) -> None:
        """Be silent."""
        with self._state:
            self._live = 0
        self._orders.put({"do": "stop"})

    def volume(self, level: float) -> None:
        """How loud, 0 to 1."""
        self._level = level
        self._orders.put({"do": "level"})

    def close(self) -> None:
        """The kiosk ends: silence now, without waiting for anybody."""
        with self._state:
            self._opens += 1
            self._live, self._available = 0, False
        self._orders.put(None)
        self._child.kill()

    def _work(self) -> None:
        if self._after:
            self._after.wait(FIRST_PAGE_SECONDS)
        while (order := self._orders.get()) is not None:
            if order["do"] == "open":
                if order["opens"] == self._opens:  # asked for again meanwhile: that one will do, so waits never add up
                    self._open_device()
            elif order["do"] == "play":
                self._play(order)
            elif self._child.running:  # a child that is gone is silent; the next one gets the level with its first clip
                self._order(order)
        self._child.kill()

    def _open_device(self) -> None:
        opens = self._opens
        try:
            answer = self._opened()
        except CompanionLost as lost:
            answer = {"error": str(lost)}
        with self._state:
            if "error" in answer:
                self._live, self._available, self._error = 0, False, answer["error"]
            elif opens == self._opens:  # not closed meanwhile; an earlier opening may have failed since this was asked
                self._available, self._error = True, ""
        if opens == self._opens:  # a player that was closed meanwhile has lost its child on purpose
            self._tell(answer.get("error", ""))
        self._wake()

    def _tell(self, error: str) -> None:
        """Log why there is no sound, once until it changes: every visit looks for the device anew."""
        if error and error != self._told:
            log.warning("no sound: %s", error)
        self._told = error

    def _opened(self) -> Line:
        """The answer of the child there is or, if that one hangs or has died, of a new one."""
        if self._child.running:
            with suppress(CompanionLost):
                return self._child.ask(self._answer_seconds, do="open")
        return self._child.ask(self._open_seconds, do="open")

    def _play(self, order: Line) -> None:
        if order["serial"] != self._live:  # stopped or replaced before its turn came
            return
        if not self._child.running:
            self._open_device()
        if self._available:
            self._order(order)

    def _order(self, order: Line) -> None:
        try:
            answer = self._child.ask(self._answer_seconds, **order, level=min(1.0, self._level * self._gain))
        except CompanionLost as lost:
            answer = {"error": str(lost)}
        if "error" in answer:
            self._ended(order.get("serial", self._live), answer["error"])

    def _on_event(self, line: Line) -> None:
        self._ended(line["serial"], line.get("error", ""))

    def _on_lost(self, reason: str) -> None:
        self._ended(self._live, reason)

    def _ended(self, serial: int, error: str = "") -> None:
        """The clip `serial` is over; if another one was started meanwhile, that does not concern it."""
        with self._state:
            if serial == self._live:
                self._live, self._error = 0, error
        self._wake()
