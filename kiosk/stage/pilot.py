"""The pilot uses the kiosk as a visitor would: it looks for words on the screen and touches them.

For the tour and the tests. It drives the real window, the real loop and real touches; only time is given to it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from kivy.base import EventLoop, runTouchApp, stopTouchApp
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glFinish, glReadPixels

from kiosk.domain.utterance import spoken
from kiosk.stage.given_time import GivenTime
from kiosk.stage.kiosk_app import KioskApp
from kiosk.stage.png import write_png
from kiosk.widgets.pieces import Box, Target, Text

PATIENCE_S = 20.0
"""Real seconds to wait for something that another process does (a voice that starts)."""


class Pilot:
    """Opens `app` and drives it. `given` is the monotonic clock the app was made with."""

    def __init__(self, app: KioskApp, given: GivenTime) -> None:
        self.app, self._given = app, given
        app._run_prepare()
        runTouchApp(embedded=True)
        self.settle()

    def settle(self, ticks: int = 3) -> None:
        """Let the loop run a little: touches arrive, timers fire, a frame is drawn."""
        for _ in range(ticks):
            Clock.schedule_once(lambda _: None, 0)
            EventLoop.idle()

    def advance(self, seconds: float) -> None:
        """Let time pass, a second at a time, as the kiosk would live through it."""
        while seconds > 0:
            step = min(1.0, seconds)
            self._given.now += step
            seconds -= step
            self.app._tick()
        self.settle(1)

    def words(self) -> list[str]:
        """All that can be read on the screen now, in the order it is painted; of an overlay only that."""
        page = self.app.stage.overlay or self.app.stage.page
        return [spoken(piece.said.text) for piece in page.pieces if isinstance(piece, Text)] if page else []

    def sees(self, words: str) -> bool:
        """Whether these words can be read."""
        return any(spoken(words) in shown for shown in self.words())

    def target(self, words: str) -> Target:
        """What can be pressed where these words stand. Raises LookupError with all the words there are."""
        page, wanted = self.app.stage.overlay or self.app.stage.page, spoken(words)
        for same in (str.__eq__, str.__contains__):  # the words alone before the words within others
            for piece in page.pieces if page else ():
                if isinstance(piece, Text) and same(spoken(piece.said.text), wanted):
                    found = page.target(*piece.at.center)  # type: ignore[union-attr]
                    if found:
                        return found
        raise LookupError(f"nothing to press says {words!r}; the screen says {self.words()}")

    def tap(self, words: str) -> None:
        """Touch what these words stand on. Waits half a second first, as people do."""
        self.touch(self.target(words).at)

    def touch(self, at: Box) -> None:
        """Touch the middle of a place."""
        self._given.now += 0.6
        self.press(*at.center)
        self.release(*at.center)

    def press(self, x: float, y: float) -> None:
        """Put a finger down at a point in units."""
        Window.dispatch("on_mouse_down", *self._pixel(x, y), "left", [])
        self.settle()

    def slide(self, x: float, y: float) -> None:
        """Move the finger to a point in units."""
        Window.dispatch("on_mouse_move", *self._pixel(x, y), [])
        self.settle()

    def release(self, x: float, y: float) -> None:
        """Lift the finger at a point in units; it slides there first, as every pointer does."""
        Window.dispatch("on_mouse_move", *self._pixel(x, y), [])
        Window.dispatch("on_mouse_up", *self._pixel(x, y), "left", [])
        self.settle()

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        scale = self.app.frame.scale
        return x * scale, y * scale

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for another process, in real time. Raises TimeoutError saying `what` did not happen."""
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(f"in {PATIENCE_S:.0f} s it did not happen: {what}")
            self.settle(1)

    def pixels(self) -> tuple[bytes, int, int]:
        """What the window shows: RGBA rows from the bottom, width and height."""
        Window.dispatch("on_draw")
        glFinish()
        width, height = Window.size
        return glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE), width, height

    def picture(self, path: Path) -> None:
        """Save what the window shows as a PNG. Raises OSError."""
        write_png(path, *self.pixels())

    def close(self) -> None:
        """End the kiosk as SIGTERM would."""
        stopTouchApp()
        self.app._stop()
