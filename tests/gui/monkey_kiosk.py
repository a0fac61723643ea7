"""The kiosk as watched_kiosk.py has it, for a monkey: with a clock that can be told to jump, fingers that no X server
can be told of, and more to be seen. Nothing else in it is replaced.

Answers {"do": "look"}, {"do": "wait", "seconds": 90}, and {"do": "fingers", "down": [[x, y], …], "up": […]} with places
from 0 to 1 (SDL's events of a touch screen that tells fingers apart).
"""

from __future__ import annotations

import ctypes
import sys
import time
from typing import Any

from kiosk.app import prepare
from kiosk.cli import parser
from kiosk.domain.visit import Visit
from kiosk.runtime import log, sdl
from kiosk.speech.lines import Lines
from tests.gui.watched_kiosk import look, run

FINGER_DOWN, FINGER_UP = 0x700, 0x701
"""SDL_events.h: SDL_FINGERDOWN, SDL_FINGERUP."""


class Jumping:
    """Seconds that go on as they do, and jump when told to."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


class _Finger(ctypes.Structure):
    """SDL_TouchFingerEvent, as large as any SDL_Event."""

    _fields_ = [
        ("type", ctypes.c_uint32),
        ("timestamp", ctypes.c_uint32),
        ("screen", ctypes.c_int64),
        ("finger", ctypes.c_int64),
        *((name, ctypes.c_float) for name in ("x", "y", "dx", "dy", "pressure")),
        ("window", ctypes.c_uint32),
        ("rest", ctypes.c_uint64),
    ]


def touch(down: list[list[float]], up: list[list[float]]) -> None:
    """Fingers come down, one after the other, and lift in their turn."""
    library = sdl.library()
    for kind, places in ((FINGER_DOWN, down), (FINGER_UP, up)):
        for number, (x, y) in enumerate(places):
            event = _Finger(type=kind, screen=1, finger=number, x=x, y=y, pressure=1.0, window=1)
            library.SDL_PushEvent(ctypes.byref(event))


def more(app: Any) -> dict[str, object]:
    """What must hold whatever a monkey does."""
    from kivy.core.window import Window

    return {
        "children": [type(child).__name__ for child in Window.children],
        "size": [*Window.system_size],
        "nobody": app.host.visit == Visit(),
        "asks": app.stage.overlay is not None,
        "title": app.host.view.language,
        "reads": app.host._narrator.reading.status.value,
    }


def main() -> None:
    """The kiosk, looked at and disturbed."""
    lines, clock = Lines(), Jumping()
    log.configure()
    app = prepare(parser().parse_args(sys.argv[1:]), clock)

    def wait(request: dict[str, Any]) -> None:
        clock.ahead += request["seconds"]
        app._tick()

    def fingers(request: dict[str, Any]) -> None:
        touch(request["down"], request["up"])

    run(app, lines, lambda app: look(app) | more(app), wait=wait, fingers=fingers)


if __name__ == "__main__":
    main()
