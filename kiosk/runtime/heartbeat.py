"""Signs of life, given by the very path that draws for visitors, and by nothing else.

A beat means: a frame was drawn and flipped onto the screen just now, and a page was on it. No thread beats: it would
go on beating while the screen is frozen. A still page flips nothing by itself, so when no frame came for a while the
window is asked for one. At the first beat the supervisor hears that the kiosk is ready, at each that it is well.

    heartbeat = Heartbeat(Supervisor(os.environ), time.monotonic)
    heartbeat.once(told)                      told() is called after the first beat: the first page is on the screen
    heartbeat.on_beat(told)                   told() is called after each beat, in the thread of the user interface
    heartbeat.watch(Window, Clock, shows, frame)
                                              once the window is there; shows(): whether a page is on it; frame() asks
                                              for a frame
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from kiosk.runtime import crash
from kiosk.runtime.notify import Supervisor

log = logging.getLogger(__name__)

PERIOD_S = 10.0
"""The longest time from one beat to the next for those who listen where no supervisor sets it."""
SHARE = 2
"""Beats in the supervisor's patience, at least (sd_watchdog_enabled(3) advises half): 10 s of 20 s. More of them would
find no frozen screen sooner, and a frame of a still page costs what it costs."""


class Heartbeat:
    """Beats while a page is shown. Every method belongs to the thread of the user interface."""

    def __init__(self, supervisor: Supervisor, monotonic: Callable[[], float]) -> None:
        self._supervisor, self._monotonic = supervisor, monotonic
        patience = supervisor.patience_s
        self.period_s = min(PERIOD_S, patience / SHARE) if patience else PERIOD_S
        """From one beat to the next at most, in seconds, as long as all is well."""
        self._told: list[Callable[[], None]] = []
        self._once: list[Callable[[], None]] = []
        self._beat_at: float | None = None
        self._shows: Callable[[], bool] = lambda: False
        self._ask: Any = None

    def on_beat(self, told: Callable[[], None]) -> None:
        """Call `told` after each beat. What it raises is logged and counted, and changes nothing for visitors."""
        self._told.append(told)
        self._plan()

    def once(self, told: Callable[[], None]) -> None:
        """Call `told` after the first beat, which is yet to come: for what must not hold up the first page."""
        self._once.append(told)

    def watch(self, window: Any, clock: Any, shows: Callable[[], bool], frame: Callable[[], None]) -> None:
        """Beat from now on with the frames of Kivy's `window`, asking for one with `frame` when none comes by itself.
        The window's on_flip comes before the flip, so its `flip` itself is followed here."""
        flip = window.flip

        def flip_and_beat() -> None:
            flip()
            self._flipped()

        def ask(_: float) -> None:
            frame()
            self._plan()

        window.flip = flip_and_beat
        self._shows = shows
        self._ask = clock.create_trigger(ask, self.period_s)
        self._plan()

    def end(self) -> None:
        """The kiosk ends, and says so."""
        self._supervisor.tell("STOPPING=1", "STATUS=ending as told")
        self._supervisor.close()
        if self._ask:
            self._ask.cancel()
        self._ask = None

    def _plan(self) -> None:
        """Ask for a frame if none comes for a period; nobody is woken for nobody."""
        if self._ask and (self._told or self._supervisor.patience_s):
            self._ask.cancel()
            self._ask()

    def _flipped(self) -> None:
        """A frame is on the screen. While a finger moves there are 60 a second: few of them count."""
        now = self._monotonic()
        if (self._beat_at is not None and now - self._beat_at < self.period_s / 2) or not self._shows():
            return
        if self._beat_at is None:
            self._supervisor.tell("READY=1", "STATUS=on the screen")
        self._beat_at = now
        self._supervisor.tell("WATCHDOG=1")
        self._plan()
        once, self._once = self._once, []
        for told in (*once, *self._told):
            try:
                told()
            except Exception as error:
                crash.count(error)
                log.exception("whoever listens to the heart failed")
