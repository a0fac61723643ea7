"""A keyboard, a keypad and headphones for a kiosk in a process of its own, as a person uses them."""

from __future__ import annotations

import ctypes
import os
import struct
import time
from collections.abc import Sequence
from pathlib import Path

UP, DOWN, ENTER, ESC, F1, PLUS, MINUS, HOME = 0xFF52, 0xFF54, 0xFF0D, 0xFF1B, 0xFFBE, 0x2B, 0x2D, 0xFF50
"""X11's numbers of the usual keys of a keypad."""
SWITCH, HEADPHONES = 5, 2
"""linux/input-event-codes.h: EV_SW, SW_HEADPHONE_INSERT."""


class Keyboard:
    """A keyboard and a window manager's close button on an X display (Debian packages libx11-6, libxtst6)."""

    def __init__(self, display: str) -> None:
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.xtst = ctypes.CDLL("libXtst.so.6")
        for name in ("XOpenDisplay", "XDefaultRootWindow", "XInternAtom", "XStringToKeysym"):
            getattr(self.x11, name).restype = ctypes.c_void_p
        self.x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(display.encode()))

    def close(self) -> None:
        """Take the keyboard away."""
        self.x11.XCloseDisplay(self.display)

    def press(self, keysym: int, held: int = 0) -> float:
        """Press and release, with the modifier `held`; when (time.monotonic()) it was pressed."""
        pressed = time.monotonic()
        codes = [self.x11.XKeysymToKeycode(self.display, ctypes.c_ulong(key)) for key in (held, keysym) if key]
        for code, down in [*((code, 1) for code in codes), *((code, 0) for code in reversed(codes))]:
            self.xtst.XTestFakeKeyEvent(self.display, code, down, ctypes.c_ulong(0))
        self.x11.XSync(self.display, 0)
        return pressed

    def chord(self, names: Sequence[str]) -> None:
        """Press these keys (X11's names) one after the other and let go of them, the last one first. What this keyboard
        does not have is left out."""
        keys = (self.x11.XStringToKeysym(name.encode()) for name in names)
        codes = [code for key in keys if (code := self.x11.XKeysymToKeycode(self.display, ctypes.c_ulong(key)))]
        for code, down in [*((code, 1) for code in codes), *((code, 0) for code in reversed(codes))]:
            self.xtst.XTestFakeKeyEvent(self.display, code, down, ctypes.c_ulong(0))
        self.x11.XSync(self.display, 0)

    def windows(self) -> list[int]:
        """The windows on the screen, whoever's they are."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        windows = ctypes.POINTER(ctypes.c_ulong)()
        top = ctypes.c_void_p(self.x11.XDefaultRootWindow(self.display))
        found = (ctypes.byref(value) for value in (root, parent, windows, count))
        self.x11.XQueryTree(self.display, top, *found)
        there = list(windows[: count.value])
        self.x11.XFree(windows)
        return there

    def close_all(self) -> None:
        """Ask every window to close as a window manager does (ICCCM 4.2.8.1)."""
        protocols, delete = (
            self.x11.XInternAtom(self.display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
        )
        for window in self.windows():
            event = (ctypes.c_long * 24)()  # sizeof(XEvent); type, serial, send_event, display, window, type, format
            event[0], event[4], event[5], event[6], event[7] = 33, window, protocols, 32, delete
            self.x11.XSendEvent(self.display, ctypes.c_ulong(window), 0, ctypes.c_long(0), event)
        self.x11.XSync(self.display, 0)


class Jack:
    """The socket of headphones: an input device that says what the kernel would say. `config` is a copy of the shipped
    settings by which the kiosk looks at it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "event0"
        os.mkfifo(self._path)
        shipped = Path(__file__).resolve().parents[2] / "config" / "kiosk.yaml"
        self.config = folder / "kiosk.yaml"
        text = shipped.read_text(encoding="utf-8")
        assert "/dev/input/event*" in text
        self.config.write_text(text.replace("/dev/input/event*", str(self._path)), encoding="utf-8")
        self._pipe: int | None = None

    def plug(self, there: bool) -> float:
        """Headphones go in or out; when (time.monotonic())."""
        if self._pipe is None:
            self._pipe = os.open(self._path, os.O_WRONLY)  # waits until the kiosk looks
        at = time.monotonic()
        os.write(
            self._pipe, struct.pack("llHHi", 0, 0, SWITCH, HEADPHONES, there) + struct.pack("llHHi", 0, 0, 0, 0, 0)
        )
        return at

    def close(self) -> None:
        """The device is gone."""
        if self._pipe is not None:
            os.close(self._pipe)
