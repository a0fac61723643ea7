"""A finger that tells when it touched and when it lifted, so that the eye can look meanwhile."""

from __future__ import annotations

import ctypes
import time

from tests.gui.touch_screen import TouchScreen


class Finger(TouchScreen):
    """A screen of its own with a finger on it. Away, it rests in the lower corner, where no program shows anything."""

    def __init__(self, width: int, height: int, folder: str) -> None:
        super().__init__(width, height, "-fbdir", folder, "-br", "-nocursor")
        self._away = width - 2, height - 2
        self.move(*self._away)

    @property
    def server(self) -> int:
        """The process of the X server."""
        return self._server.pid

    def move(self, x: int, y: int) -> None:
        """Hover over a place, in pixels."""
        self._xtst.XTestFakeMotionEvent(self._connection, -1, x, y, ctypes.c_ulong(0))
        self._x11.XSync(self._connection, 0)

    def press(self) -> float:
        """Put the finger down where it hovers; when (time.monotonic()) the server was asked for it."""
        at = time.monotonic()
        self._send(True)
        return at

    def lift(self) -> float:
        """Lift it; when the server was asked for it."""
        at = time.monotonic()
        self._send(False)
        return at

    def _send(self, down: bool) -> None:
        """Without waiting for an answer: the eye wants to look."""
        self._xtst.XTestFakeButtonEvent(self._connection, 1, down, ctypes.c_ulong(0))
        self._x11.XFlush(self._connection)
