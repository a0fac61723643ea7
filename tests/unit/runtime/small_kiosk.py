"""The smallest kiosk there can be, for tests that need a real Kivy window. A program of its own: see starter.py.

It does the steps of its plan (JSON in the environment variable PLAN) and prints a report, also JSON:

    ["key", sym, mod]   a real key event through SDL's queue, pressed and released
    ["hold", sym, n]    pressed, then repeated n times by the system, not released
    ["close"]           what SDL makes of Alt+F4 and of a window manager's close button
    ["drop", path]      a file dropped on the window
    ["tap", x, y]       a press and release of the first mouse button
    ["thread"]          a thread schedules something and the step ends when it has happened
    ["fail", n]         n failures in n frames
    ["fail_aside", how] a failure in a thread ("thread"), or in an object's end ("end")
    ["rest", seconds]   nothing
    ["late_tap", x, y]  a tap that comes when the loop sleeps; the step ends when the touch has arrived
    ["settings"]        the kiosk is told to open Kivy's settings panel

With `stay` it goes on after its report; with `until` it reports again and ends when that key is pressed.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

KEY_DOWN, KEY_UP, TEXT, QUIT, DROP_FILE = 0x300, 0x301, 0x303, 0x100, 0x1000
MOUSE_DOWN, MOUSE_UP = 0x401, 0x402


def main() -> None:
    """The program."""
    plan = {"sealed": True, "lean": True, "stay": False, "until": None, "early_signal": False, "window": False}
    plan |= json.loads(os.environ["PLAN"])
    if plan["sealed"]:
        from kiosk.runtime import lockdown, log

        log.configure()
        lockdown.prepare(os.environ)
        lockdown.configure((320, 480), bool(plan["window"]))
    from kivy.app import App

    bases: tuple[type, ...] = (App,)
    if plan["sealed"]:
        bases = (lockdown.NoSettings, App)
    Small(plan).run(type("SmallApp", bases, {}))


class Small:
    """Runs the plan inside an app and collects what the test wants to know."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self.keys: list[list[object]] = []
        self.touches: list[str] = []
        self.leaks: list[str] = []
        self.awaited: Callable[[], object] = lambda: None
        self.recovered = 0
        self.ticks = 0
        self.lean: bool | None = None

    def run(self, kind: type) -> None:
        """Build, seal, loop."""
        from kivy.core.window import Window
        from kivy.uix.label import Label

        from kiosk.runtime import sdl

        self.window, self.sdl = Window, sdl.library()
        self.app = kind()
        self.app.root = Label(text="small")
        self.app.root.bind(on_touch_down=self.on_touch)
        self.app.bind(on_start=lambda _: self.begin())
        if self.plan["sealed"]:
            self.seal()
        if self.plan["early_signal"]:
            os.kill(os.getpid(), signal.SIGTERM)
        self.app.run()

    def seal(self) -> None:
        """What the real kiosk does once its window is there."""
        import time

        from kiosk.runtime import crash, lockdown, loop

        guarded = ("on_keyboard", "on_key_up", "on_textinput", "on_drop_file", "on_drop_text", "on_drop_begin")
        for event in guarded:
            self.leak(event)
        lockdown.seal(self.window, self.on_key)
        self.leak("on_keyboard")  # bound later, asked first: hears it if it is sent at all
        crash.install(self.recover, time.monotonic)
        self.make_strange()
        if self.plan["lean"]:
            extra = {"longest_sleep_s": self.plan["longest_sleep_s"]} if "longest_sleep_s" in self.plan else {}
            self.lean = loop.install(**extra)

    def leak(self, event: str) -> None:
        """Note when Kivy hands on what the seal should have kept."""
        self.window.bind(**{event: lambda *_, **__: self.leaks.append(event)})

    def on_touch(self, _: object, touch: Any) -> None:
        """Note the touch."""
        self.touches.append(touch.device)
        self.awaited()

    def make_strange(self) -> None:
        """Change Kivy as the plan says."""
        import kivy

        from kiosk.runtime import sdl

        if self.plan.get("strange") == "version":
            kivy.__version__ = "2.4.0"
        if self.plan.get("strange") == "sdl":
            sdl.library = lambda: ctypes.CDLL(None)  # opens, but holds no SDL

    def on_key(self, name: str, modifiers: frozenset[str]) -> None:
        """Note the key."""
        self.keys.append([name, sorted(modifiers)])
        if name == self.plan["until"]:
            self.report()

    def recover(self) -> None:
        """Count the ways home."""
        self.recovered += 1

    def begin(self) -> None:
        """Two frames for every step, so that what it causes has happened before the next."""
        from kivy.clock import Clock

        moves = self.moves()

        def go(_: float) -> None:
            for wait in moves:
                if wait is not None:
                    wait(lambda: Clock.schedule_once(go, 0))
                else:
                    Clock.schedule_once(lambda _: Clock.schedule_once(go, 0), 0)
                return
            self.report()

        Clock.schedule_once(go, 0)

    def moves(self) -> Iterator[Callable[[Callable[[], object]], None] | None]:
        """Do one move after the other; a yielded callable is asked to continue, None continues with the frames."""
        for verb, *args in self.plan["steps"]:
            if verb == "thread":
                yield self.from_thread
            elif verb == "rest":
                yield partial(self.rest, float(args[0]))
            elif verb == "late_tap":
                yield partial(self.late_tap, int(args[0]), int(args[1]))
            elif verb == "settings":
                self.app.open_settings()
                yield None
            elif verb == "fail":
                yield from self.failures(int(args[0]))
            elif verb == "fail_aside":
                fail_aside(str(args[0]))
                yield None
            else:
                for event in getattr(self, verb)(*args):
                    self.sdl.SDL_PushEvent(ctypes.create_string_buffer(event, 56))
                    yield None
        yield None

    def key(self, sym: int, mod: int = 0) -> Iterator[bytes]:
        """Pressed, typed if it is a letter, released."""
        yield struct.pack("IIIBBxxiiHxxI", KEY_DOWN, 0, 1, 1, 0, 0, sym, mod, 0)
        if 32 <= sym < 127 and not mod:
            yield struct.pack("III32s", TEXT, 0, 1, bytes([sym]))
        yield struct.pack("IIIBBxxiiHxxI", KEY_UP, 0, 1, 0, 0, 0, sym, mod, 0)

    def hold(self, sym: int, repeats: int) -> Iterator[bytes]:
        """Pressed once, repeated by the system."""
        for number in range(repeats + 1):
            yield struct.pack("IIIBBxxiiHxxI", KEY_DOWN, 0, 1, 1, int(number > 0), 0, sym, 0, 0)

    def close(self) -> Iterator[bytes]:
        """Asked to close."""
        yield struct.pack("II", QUIT, 0)

    def drop(self, path: str) -> Iterator[bytes]:
        """A file dropped; Kivy frees the name with SDL's own function."""
        self.sdl.SDL_strdup.restype = ctypes.c_void_p
        yield struct.pack("IIPI", DROP_FILE, 0, self.sdl.SDL_strdup(path.encode()), 1)

    def tap(self, x: int, y: int) -> Iterator[bytes]:
        """Down and up."""
        for kind, state in ((MOUSE_DOWN, 1), (MOUSE_UP, 0)):
            yield struct.pack("IIIIBBBxii", kind, 0, 1, 0, 1, state, 1, x, y)

    def from_thread(self, done: Callable[[], object]) -> None:
        """Schedule `done` from another thread once the loop has gone to sleep."""
        from kivy.clock import Clock

        threading.Timer(0.3, lambda: Clock.schedule_once(lambda _: done(), 0)).start()

    def late_tap(self, x: int, y: int, done: Callable[[], object]) -> None:
        """Tap from another thread, past Kivy."""
        self.awaited = done
        events = [ctypes.create_string_buffer(event, 56) for event in self.tap(x, y)]
        threading.Timer(0.3, lambda: [self.sdl.SDL_PushEvent(event) for event in events]).start()

    def rest(self, seconds: float, done: Callable[[], object]) -> None:
        """Do nothing and count how often Kivy's clock ticked meanwhile."""
        from kivy.clock import Clock

        before = Clock.frames

        def rested(_: float) -> None:
            self.ticks = Clock.frames - before
            done()

        Clock.schedule_once(rested, seconds)

    def failures(self, count: int) -> Iterator[None]:
        """Fail in a handler, `count` times."""
        from kivy.clock import Clock

        def fail(_: float) -> None:
            raise ZeroDivisionError("planted")

        for _ in range(count):
            Clock.schedule_once(fail, 0)
            yield None

    def report(self) -> None:
        """Say what became of us, then stay or end."""
        from kivy.base import EventLoop
        from kivy.config import Config

        from kiosk.runtime import crash, sdl

        found = {
            "counts": crash.counts(),
            "children": [type(child).__name__ for child in self.window.children],
            "providers": [type(provider).__name__ for provider in EventLoop.input_providers],
            "driver": sdl.video_driver() if not self.plan.get("strange") else "",
            "files": sorted(str(path.relative_to(Path.cwd())) for path in Path.cwd().rglob("*") if path.is_file()),
            "modules": sorted(name for name in sys.modules if name.startswith("kivy.modules.") or name == "evil"),
            "mods": [folder for folder in sys.path if folder.endswith("mods")],
            "config": {section: dict(Config.items(section)) for section in ("input", "modules")},
            "argv": sys.argv[1:],
            "size": list(self.window.size),
            "place": [self.window.left, self.window.top],
            "borderless": self.window.borderless,
            "cursor": self.window.show_cursor,
            "stderr_is_ours": sys.stderr is sys.__stderr__,
            **{name: getattr(self, name) for name in ("lean", "keys", "leaks", "touches", "recovered", "ticks")},
        }
        print(json.dumps(found), flush=True)
        if not (self.plan["stay"] or self.plan["until"]) or self.plan["until"] in [name for name, _ in self.keys]:
            self.app.stop()


def fail_aside(how: str) -> None:
    """Fail where nobody can catch it."""

    class Ends:
        def __del__(self) -> None:
            raise ZeroDivisionError("planted")

    if how == "thread":
        thread = threading.Thread(target=Ends.__del__, args=(object(),), name="planted")  # type: ignore[arg-type]
        thread.start()
        thread.join()
    else:
        Ends()


if __name__ == "__main__":
    main()
