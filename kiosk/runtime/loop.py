"""A main loop that sleeps until something happens.

Kivy looks for events 60 times a second, which costs 3 % of a core on a still screen and up to 33 ms on a tap. Here
the waiting is SDL's: it ends with an event, with Kivy's next timer, or with `wake` from another thread. It replaces
two methods of Kivy's clock and reads private names, so it is made for one Kivy version; with another, or without what
it needs, Kivy's own loop stays and the log says so.

On SDL drivers without a blocking wait (offscreen, KMSDRM) SDL itself looks every millisecond: quicker to the finger
than Kivy's loop, but measured at twice its power on a still screen. The saving is X11's.
"""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import threading
from functools import cache
from typing import Any

from kiosk.runtime import sdl

log = logging.getLogger(__name__)

KIVY = "2.3.1"
LONGEST_SLEEP_S = 60.0
"""After this the loop looks around by itself, whatever was lost: the clock on the screen goes on once a minute, so it
costs nothing more. Heartbeat, timers, touches, other threads and signals all wake it."""
SHORTEST_SLEEP_S = 0.0005
FRAMES_PER_S = 60
SIGNALS = 64
"""That are read at once."""
SDL_INIT_CONTROLLERS = 0x200 | 0x2000
"""SDL_INIT_JOYSTICK and SDL_INIT_GAMECONTROLLER."""
USER_EVENT = 0x8000
"""SDL_USEREVENT: an event that means nothing but "look again"."""

_loop: LeanLoop | None = None


def install(longest_sleep_s: float = LONGEST_SLEEP_S) -> bool:
    """Put the sleeping loop into Kivy; once the window is there and before `App.run`, in the main thread.

    False if Kivy's own loop stays (logged as a warning: the kiosk works, but warms the room).
    """
    global _loop
    import kivy
    from kivy.base import EventLoop
    from kivy.clock import Clock
    from kivy.core.window import Window

    reason = _obstacle(kivy.__version__, Clock, Window)
    if not reason:
        try:
            _loop = LeanLoop(Clock, EventLoop, Window, sdl.library(), longest_sleep_s)
        except (ImportError, OSError, AttributeError) as error:
            reason = f"Kivy's SDL cannot be used ({error})"
    if reason:
        log.warning("Kivy's own loop stays, it uses more power: %s", reason)
        return False
    _rest_kivy(Clock)
    _wake_at_signals()
    return True


def _rest_kivy(clock: Any) -> None:
    """End what wakes for nothing. Kivy looks once a second for what is old in its cache: here only its own shaders,
    default picture and style are in there, a handful that never grows (pages and their words keep their textures
    themselves). SDL looks every three seconds for game controllers, as long as Kivy has it mind them."""
    from kivy.cache import Cache

    clock.unschedule(Cache._purge_by_timeout)
    sdl.library().SDL_QuitSubSystem(SDL_INIT_CONTROLLERS)


@cache  # once for the process, as signals are
def _wake_at_signals() -> None:
    """A signal ends the sleep at once. SDL waits on through it, and Python calls who handles it only in this, the main
    thread, when that runs again: so another one waits for what Python's own handler writes, and wakes this one."""
    heard, hears = os.pipe()
    os.set_blocking(hears, False)
    signal.set_wakeup_fd(hears, warn_on_full_buffer=False)

    def listen() -> None:
        while os.read(heard, SIGNALS):
            wake()

    threading.Thread(target=listen, name="signals", daemon=True).start()


def wake() -> None:
    """End the loop's sleep from any thread. Needless after `Clock.schedule_once`, which wakes by itself."""
    if _loop is not None:
        _loop.wake()


def longest_busy_s() -> float | None:
    """The longest time, since this was asked last, in which the loop did not look for touches, in seconds; None where
    Kivy's own loop stays."""
    return _loop.longest_busy_s() if _loop is not None else None


def _obstacle(version: str, clock: Any, window: Any) -> str:
    """Why the loop does not fit this Kivy; empty if it does."""
    if version != KIVY:
        return f"made for Kivy {KIVY}, this is {version}"
    for owner, names in (
        (clock, ("idle", "time", "on_schedule", "get_min_timeout", "_last_tick", "_dt")),
        (window, ("mainloop", "canvas")),
    ):
        for name in names:
            if not hasattr(owner, name):
                return f"this Kivy has no {type(owner).__name__}.{name}"
    return ""


class LeanLoop:
    """Takes the place of the clock's `idle` and `on_schedule`."""

    def __init__(self, clock: Any, events: Any, window: Any, library: ctypes.CDLL, longest_sleep_s: float) -> None:
        """Raises AttributeError if `library` lacks the two calls."""
        self._clock, self._events, self._window = clock, events, window
        self._longest_sleep_s = longest_sleep_s
        self._wait = library.SDL_WaitEventTimeout
        self._wait.argtypes = (ctypes.c_void_p, ctypes.c_int)
        self._push = library.SDL_PushEvent
        self._push.argtypes = (ctypes.c_void_p,)
        self._main = threading.get_ident()
        self._longest, self._since = 0.0, clock.time()
        clock.idle = self.idle
        clock.on_schedule = self.on_schedule

    def idle(self) -> float:
        """Sleep until there is something to do; the time of the new tick. Called by Kivy's clock at every tick."""
        clock = self._clock
        self._was_busy()
        while not (self._events.quit or self._touched()):
            left = min(self._next_due() - clock.time(), self._longest_sleep_s)
            if left <= SHORTEST_SLEEP_S:
                break
            something = self._wait(None, max(1, int(left * 1000)))
            self._since = clock.time()
            if something:
                self._window.mainloop()  # read SDL's queue now: Kivy would do so only after the next tick
                self._was_busy()
        now = clock.time()
        clock._dt = now - clock._last_tick
        clock._last_tick = now
        return float(now)

    def _was_busy(self) -> None:
        """From the end of the last sleep until now."""
        now = self._clock.time()
        self._longest, self._since = max(self._longest, now - self._since), now

    def longest_busy_s(self) -> float:
        """The longest time without sleep since this was asked last; what lasts still counts, too."""
        self._was_busy()
        longest, self._longest = self._longest, 0.0
        return longest

    def on_schedule(self, _event: object) -> None:
        """Something was scheduled; from another thread that must end the sleep."""
        if threading.get_ident() != self._main:
            self.wake()

    def wake(self) -> None:
        """Put an empty event into SDL's queue, which copies it (thread-safe)."""
        event = (ctypes.c_uint8 * 56)()  # sizeof(SDL_Event)
        ctypes.c_uint32.from_buffer(event).value = USER_EVENT
        self._push(event)

    def _touched(self) -> bool:
        """A touch was read and waits to be handed out: no waiting for the next frame."""
        return any(getattr(provider, "waiting_event", None) for provider in self._events.input_providers)

    def _next_due(self) -> float:
        """When to tick next: at the next timer or redraw, but no sooner than FRAMES_PER_S allows."""
        due = 0.0 if self._window.canvas.needs_redraw else self._clock.get_min_timeout()
        return float(max(due, self._clock._last_tick + 1 / FRAMES_PER_S))
