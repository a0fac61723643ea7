"""A monkey before the kiosk: it hits the glass and a keyboard that somebody has plugged in, by chance from a seed, and
after each of its blows everything must hold that visitors rely on.

Pointer, keys and requests to close come through the X server (XTest), several fingers at once through SDL; time that
passes is real, and now and then jumps.
"""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Timer

from kiosk.domain.navigation import ATTRACT, ROUTES, TROUBLE
from kiosk.runtime.log import unexpected
from tests.gui.keyboard import Keyboard
from tests.gui.outside import PLAYER, ROOT, Kiosk, Seen, children_of
from tests.gui.touch_screen import TouchScreen

STUCK_S = 10.0
"""After this the kiosk is frozen: it is ended, and its log holds where it stood."""
NORMAL = ("a", "q", "Escape", "Tab", "Return", "space", "Delete", "BackSpace", "Home", "End", "Prior", "Next")
MORE = (
    "Left",
    "Right",
    "Up",
    "Down",
    "Print",
    "Pause",
    "Menu",
    "Super_L",
    "ISO_Level3_Shift",
    "plus",
    "minus",
    "question",
)
KEYS = (*NORMAL, *MORE, *(f"F{number}" for number in range(1, 13)))
HELD = ("Control_L", "Alt_L", "Shift_L", "Super_L", "ISO_Level3_Shift")
BUTTONS = (1, 2, 3, 4, 5, 6, 7, 8, 9)
"""X11: left, middle, right, the wheel's four ways, back and forward."""
EXPECTED = ("the sound device takes no sound",)
"""In the log: where the clock jumps, it is ahead of a loudspeaker, which takes sound only as fast as ears do."""
NOT_ITS_OWN = ("log",)
"""What stands in the kiosk's home and is not the kiosk's doing."""


class Monkey:
    """Acts on a screen and its kiosk. `did` counts what it did, `gaps` are the longest times the kiosk's loop took to
    come round, one for each act."""

    def __init__(self, screen: TouchScreen, kiosk: MonkeyKiosk, keyboard: Keyboard, size: tuple[int, int]) -> None:
        self._screen, self._kiosk, self._keyboard, self._size = screen, kiosk, keyboard, size
        self._chance = Random()
        self._seen: Seen = kiosk.look()
        self.did: Counter[str] = Counter()
        self.routes: Counter[str] = Counter()
        self.gaps: list[float] = []

    def play(self, seed: int, acts: int) -> None:
        """So many acts; then everybody goes, and the waiting screen must come. Raises AssertionError, which tells the
        seed, the number of the act and what it was."""
        self._chance = Random(seed)
        for number in range(acts):
            (act,) = self._chance.choices([*ACTS], [*ACTS.values()])
            act(self)
            self.did[act.__name__] += 1
            self._look(f"seed {seed}, act {number}: {act.__name__}")
        self._let_go()
        self._goes(seed)

    def _look(self, when: str) -> None:
        seen = self._seen = self._kiosk.look()
        self.gaps.append(seen["gap"])
        self.routes[seen["route"]] += 1
        broken = [*broken_by(seen, self._size), *self._outside()]
        assert not broken, f"{self._kiosk.log()}\n{when}: {broken}"

    def _outside(self) -> list[str]:
        """What is wrong with the kiosk as the machine sees it."""
        windows, players = windows_of(self._keyboard), [*children_of(self._kiosk.pid).values()].count(PLAYER)
        wrong = [] if windows == [(0, 0, *self._size)] else [f"the windows on the screen are {windows}"]
        return wrong + ([] if players <= 1 else [f"{players} players"])

    def _goes(self, seed: int) -> None:
        """Nobody does anything any more."""
        for _ in range(60):
            seen = self._kiosk.ask("wait", seconds=20)
            if seen["route"] == ATTRACT:
                break
        self._look(f"seed {seed}, all have gone")
        assert self._seen["route"] == ATTRACT, f"seed {seed}: twenty minutes later it is {self._seen['route']}"

    def _place(self) -> tuple[int, int]:
        """Mostly where there is something to touch."""
        places = [*self._seen["places"].values()]
        if places and self._chance.random() < 0.6:
            x, y = self._chance.choice(places)
            return min(self._size[0] - 1, max(0, x)), min(self._size[1] - 1, max(0, y))
        return self._chance.randrange(self._size[0]), self._chance.randrange(self._size[1])

    def _let_go(self) -> None:
        for button in BUTTONS:
            self._screen.button(False, button)

    def taps(self) -> None:
        """A short touch."""
        self._screen.point(*self._place())
        self._screen.button(True)
        self._rest(0.03)
        self._screen.button(False)

    def taps_twice(self) -> None:
        """The same place again after 50 ms, as a trembling hand."""
        self._screen.point(*self._place())
        for _ in range(2):
            self._screen.button(True)
            self._screen.button(False)
            time.sleep(0.05)

    def hammers(self) -> None:
        """Five places with no time in between: the page changes under the finger."""
        for _ in range(5):
            self._screen.point(*self._place())
            self._screen.button(True)
            self._screen.button(False)

    def drags(self) -> None:
        """From one place, or an edge, to another."""
        (x, y), (left, top) = self._place(), self._place()
        if self._chance.random() < 0.5:
            x = self._chance.choice((0, self._size[0] - 1))
        self._screen.point(x, y)
        self._screen.button(True)
        for part in range(1, 6):
            self._screen.point(x + (left - x) * part // 5, y + (top - y) * part // 5)
        self._screen.button(False)

    def forgets_a_finger(self) -> None:
        """It comes down and is never heard of again."""
        self._screen.point(*self._place())
        self._screen.button(True)

    def uses_other_buttons(self) -> None:
        """Right, middle, wheels, and several at once."""
        self._screen.point(*self._place())
        pressed = [self._chance.choice(BUTTONS) for _ in range(self._chance.randint(1, 4))]
        for button in pressed:
            self._screen.button(True, button)
        for button in pressed:
            self._screen.button(False, button)

    def puts_down_a_hand(self) -> None:
        """One to ten fingers at once; some lift, some are lost."""
        places = [[self._chance.random(), self._chance.random()] for _ in range(self._chance.randint(1, 10))]
        self._kiosk.ask("fingers", down=places, up=places[: self._chance.randint(0, len(places))])

    def types(self) -> None:
        """A key, maybe with others held."""
        held = self._chance.sample(HELD, self._chance.choice((0, 0, 1, 1, 2, 3)))
        self._keyboard.chord([*held, self._chance.choice(KEYS)])

    def asks_to_close(self) -> None:
        """As Alt+F4 of a window manager does, or its button."""
        self._keyboard.close_all()

    def waits(self) -> None:
        """A moment, or so long that the kiosk asks."""
        self._kiosk.ask("wait", seconds=self._chance.choice((0.1, 0.6, 3, 40, 95)))

    def _rest(self, most: float) -> None:
        time.sleep(self._chance.random() * most)


ACTS = {
    Monkey.taps: 34,
    Monkey.taps_twice: 4,
    Monkey.hammers: 4,
    Monkey.drags: 5,
    Monkey.forgets_a_finger: 3,
    Monkey.uses_other_buttons: 5,
    Monkey.puts_down_a_hand: 5,
    Monkey.types: 12,
    Monkey.asks_to_close: 2,
    Monkey.waits: 6,
}
"""What it does, and how often in proportion."""


class MonkeyKiosk(Kiosk):
    """The kiosk with more to be seen (monkey_kiosk.py). One that does not answer is ended, its stack in the log."""

    PROGRAM = "tests.gui.monkey_kiosk"

    def ask(self, do: str, **more: object) -> Seen:
        """Have the program do something, and see what is to be seen then."""
        stuck = Timer(STUCK_S, os.kill, (self.pid, signal.SIGABRT))
        stuck.start()
        try:
            return super().ask(do, **more)
        finally:
            stuck.cancel()


def broken_by(seen: Seen, size: tuple[int, int]) -> list[str]:
    """What is to be seen that nobody should ever see."""
    nobody = seen["route"] == ATTRACT
    forgotten = (seen["nobody"], seen["language"], seen["focus"]) == (True, "", "")
    rules = {
        "a screen that nobody knows": seen["route"] in ROUTES and seen["route"] != TROUBLE,
        "more in the window than the kiosk": seen["children"] == ["Stage"],
        "a window that is not the screen": seen["size"] == [*size],
        "something of the visitor before": forgotten or not nobody,
        "a question to nobody": not (nobody and seen["asks"]),
        "a screen without anything on it": bool(seen["places"]),
    }
    return [
        f"{what}: {seen['route']}, {seen['children']}, {seen['size']}" for what, holds in rules.items() if not holds
    ]


class _Attributes(ctypes.Structure):
    """XWindowAttributes (Xlib.h), as far as it is read."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("kind", "bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("planes", "pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("installed", "state")),
        ("rest", ctypes.c_byte * 64),
    ]


def windows_of(keyboard: Keyboard) -> list[tuple[int, int, int, int]]:
    """The windows that stand on the screen: left, top, width, height. A hidden one does not."""
    found = []
    for window in keyboard.windows():
        seen = _Attributes()
        keyboard.x11.XGetWindowAttributes(keyboard.display, ctypes.c_ulong(window), ctypes.byref(seen))
        if seen.state == 2 and seen.kind == 1:  # IsViewable, InputOutput
            found.append((seen.x, seen.y, seen.width, seen.height))
    return found


def files_below(*folders: Path) -> dict[Path, tuple[int, int]]:
    """All files there: when each was written, and how long it is."""
    files = (
        file for folder in folders for file in folder.rglob("*") if file.is_file() and file.name not in NOT_ITS_OWN
    )
    return {file: (file.stat().st_mtime_ns, file.stat().st_size) for file in files}


@contextmanager
def monkey_house(home: Path, environment: Mapping[str, str], size: tuple[int, int] = (1280, 720)) -> Iterator[Monkey]:
    """The kiosk full screen with a monkey before it. At the end it must have written no file, nowhere, complained of
    nothing, and end as it is told."""
    screen = TouchScreen(*size)
    keyboard = Keyboard(screen.display)
    kiosk = MonkeyKiosk(screen, home, dict(environment))
    places = (home, ROOT / "content", ROOT / "config", ROOT / "assets")
    try:
        before = files_below(*places)
        yield Monkey(screen, kiosk, keyboard, size)
        assert files_below(*places) == before
        complaints = unexpected(kiosk.log().splitlines(), EXPECTED)
        assert not complaints, "\n".join(complaints)
        code = kiosk.end()
        assert code == 0, f"the kiosk ended with code {code}:\n{kiosk.log()}"
    finally:
        kiosk.kill()
        keyboard.close()
        screen.close()
