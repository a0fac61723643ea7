"""Writes in a thread of its own: a disk that is slow, or hangs, must not stop the screen."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Clerk:
    """Does one thing at a time. A disk that hangs keeps the thread; nothing more is begun then, and the kiosk can still
    end, for the thread does not hold it."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._error: Exception | None = None

    @property
    def busy(self) -> bool:
        """Whether the last thing is still being done."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self, work: Callable[[], None]) -> None:
        """Do this. Only while it is not busy."""
        assert not self.busy, "one thing at a time"

        def do() -> None:
            try:
                work()
            except Exception as error:
                self._error = error

        self._error = None
        self._thread = threading.Thread(target=do, name="usage", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Give it so much time to end; whether it has."""
        if self._thread:
            self._thread.join(seconds)
        return not self.busy

    def outcome(self) -> Exception | bool | None:
        """What came of the last thing, told once: True, or what went wrong; None if there is nothing new to tell."""
        if self._thread is None or self.busy:
            return None
        self._thread = None
        return self._error or True
