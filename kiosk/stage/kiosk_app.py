"""The Kivy application: a window, the stage in it, and the host's sense of time."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Window

from kiosk.domain.navigation import Intent
from kiosk.host import Host
from kiosk.runtime import crash, lockdown, loop, sdl
from kiosk.runtime.touches import DoubleTap
from kiosk.stage.painter import Painter
from kiosk.stage.stage import Stage
from kiosk.theme.tokens import UNIT_MM, Theme
from kiosk.widgets.sheet import Frame

log = logging.getLogger(__name__)
AFTER_A_FAULT_S = 1.0
SAME_PLACE_MM = 12.0
"""Two taps this close are at the same place: a fingertip is 10 to 14 mm wide."""

HELD_S, LOOK_AGAIN_S = 5.0, 0.1
"""So long a finger that rests on the question whether somebody is still there holds it on the screen, and so often
it is looked whether it still does."""


class KioskApp(lockdown.NoSettings, App):
    """One kiosk in one window. `make_host` gets the stage and a function that wakes the loop from any thread."""

    def __init__(
        self,
        frame: Frame,
        theme: Theme,
        make_host: Callable[[Stage, Callable[[], None]], Host],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.frame, self._theme, self._make_host = frame, theme, make_host
        self._monotonic = monotonic
        self._touched_at = -HELD_S
        self._taps = DoubleTap(SAME_PLACE_MM / UNIT_MM)
        self._due = Clock.create_trigger(self._tick, 0)
        # One of its own: a trigger that waits for its time already cannot be hurried by triggering it again.
        self._now = Clock.create_trigger(self._tick, 0)

    def build(self) -> Stage:
        """The window's one widget, showing the first screen already."""
        lockdown.seal(Window, self._key)
        self.stage = Stage(Painter(self.frame, self._theme), self._act, self._touched)
        self.host = self._make_host(self.stage, self._wake)
        crash.install(self.host.recover, self._monotonic)
        loop.install()
        told = sdl.no_screen(sdl.video_driver(), os.environ)
        if told:
            log.warning("%s / %s", told["de"], told["en"])
        self._tick()
        return self.stage

    def on_stop(self) -> None:
        """Called by Kivy when the kiosk ends."""
        self.host.close()

    def _act(self, intent: Intent, x: float, y: float) -> None:
        if self._taps.tap(self._monotonic(), x, y):
            self.host.send(intent)
            self._tick()

    def _touched(self) -> None:
        self._touched_at = self._monotonic()
        self.host.touched()
        self._now()

    def _key(self, name: str, held: frozenset[str]) -> None:
        """Any key wakes the kiosk and shows that somebody is there; none does anything else."""
        self.host.key()
        self._tick()

    def _wake(self) -> None:
        self._now()
        loop.wake()

    def _tick(self, *_: Any) -> None:
        try:
            wait = LOOK_AGAIN_S if self._held() else self.host.tick()
        except Exception:
            # Kivy cancels the event that failed; without another one time would stand still until somebody touches.
            Clock.schedule_once(self._tick, AFTER_A_FAULT_S)
            raise
        self._due.cancel()
        self._due.timeout = wait
        self._due()

    def _held(self) -> bool:
        """Whether a finger is on the question. It would vanish at the first touch, under the very key that is about to
        act when the finger lifts."""
        on_question = self.stage.overlay is not None and self.stage.pressed
        return bool(on_question) and self._monotonic() - self._touched_at < HELD_S
