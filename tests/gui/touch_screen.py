"""A touch screen for a kiosk in a process of its own: a real X server that shows nobody anything, and a finger on it.

Debian packages xvfb, libx11-6, libxtst6.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import time

HELD_S = 0.06
"""How long a fingertip rests on the glass."""
SAME_PLACE_S = 0.6
"""No sooner is the same place touched again: quicker is taken for a trembling hand (kiosk/runtime/touches.py)."""


class TouchScreen:
    """One screen with one finger. `options` are Xvfb's."""

    def __init__(self, width: int = 1920, height: int = 1080, *options: str) -> None:
        reader, writer = os.pipe()
        screen = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset", *options]
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), *screen],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as told:
            self.display = f":{told.readline().strip()}"
        self._x11, self._xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._connection = ctypes.c_void_p(self._x11.XOpenDisplay(self.display.encode()))
        self._at, self._lifted = (-1, -1), 0.0

    def tap(self, x: int, y: int) -> float:
        """Touch a place, in pixels; when (time.monotonic()) the finger began to lift, which is when a key acts."""
        if (x, y) == self._at:
            time.sleep(max(0.0, self._lifted + SAME_PLACE_S - time.monotonic()))
        self.point(x, y)
        self.button(True)
        time.sleep(HELD_S)
        self._at, self._lifted = (x, y), time.monotonic()
        self.button(False)
        return self._lifted

    def point(self, x: int, y: int) -> None:
        """The finger, or a mouse, is there now."""
        self._xtst.XTestFakeMotionEvent(self._connection, -1, x, y, ctypes.c_ulong(0))
        self._x11.XSync(self._connection, 0)

    def button(self, down: bool, number: int = 1) -> None:
        """A button of a mouse goes down or up; a finger is the first one (X11: 2 the middle, 3 the right, 4 to 7 the
        wheel)."""
        self._xtst.XTestFakeButtonEvent(self._connection, number, down, ctypes.c_ulong(0))
        self._x11.XSync(self._connection, 0)

    def close(self) -> None:
        """Take the screen away."""
        self._x11.XCloseDisplay(self._connection)
        self._server.terminate()
        self._server.wait()
