"""The SDL that Kivy's window uses, asked directly for the few things Kivy does not pass on."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from pathlib import Path

SDL_INIT_VIDEO = 0x20
UNSEEN = ("offscreen", "dummy")
"""Video drivers that draw for nobody. SDL falls back to one silently when there is no screen to be had."""


def library() -> ctypes.CDLL:
    """The library Kivy itself is linked to, wherever it lies (a wheel's Kivy.libs, any machine type, the system).

    Names looked up in an extension module are found in what it was linked with: so it is the very same SDL, with the
    very same window. Raises ImportError without Kivy's SDL2 window, OSError if it cannot be opened.
    """
    from kivy.core.window import _window_sdl2

    return ctypes.CDLL(_window_sdl2.__file__)


class _Mode(ctypes.Structure):
    """SDL_DisplayMode."""

    _fields_ = (
        ("format", ctypes.c_uint32),
        ("w", ctypes.c_int),
        ("h", ctypes.c_int),
        ("refresh_rate", ctypes.c_int),
        ("driverdata", ctypes.c_void_p),
    )


def screen_size() -> tuple[int, int] | None:
    """Width and height in pixels of the first screen there is; None if SDL knows none.

    Before Kivy's window is opened: importing `kivy.core.window` would open it, so its SDL is found by the file's place.
    """
    import kivy

    files = list(Path(kivy.__file__).parent.glob("core/window/_window_sdl2*.so"))
    if not files:
        return None
    found, mode = ctypes.CDLL(str(files[0])), _Mode()
    if found.SDL_InitSubSystem(SDL_INIT_VIDEO) != 0:
        return None
    shown = found.SDL_GetCurrentDisplayMode(0, ctypes.byref(mode)) == 0
    found.SDL_QuitSubSystem(SDL_INIT_VIDEO)
    return (mode.w, mode.h) if shown and mode.w and mode.h else None


def video_driver() -> str:
    """The driver the open window is drawn by ("x11", "KMSDRM", "offscreen", …); "" before there is a window."""
    current = library().SDL_GetCurrentVideoDriver
    current.restype = ctypes.c_char_p
    name = current()
    return name.decode("ascii") if name else ""


def no_screen(driver: str, environ: Mapping[str, str]) -> dict[str, str]:
    """What to tell IT, in "de" and "en", if nobody can see what is drawn and nobody asked for that; else empty."""
    if driver not in UNSEEN or environ.get("SDL_VIDEODRIVER") == driver:
        return {}
    display = environ.get("DISPLAY", "")
    return {
        "de": f"Kein Bildschirm: SDL zeichnet mit „{driver}“, das sieht niemand (DISPLAY ist „{display}“). "
        "Den X-Server starten und DISPLAY setzen (etwa DISPLAY=:0), oder SDL_VIDEODRIVER=KMSDRM ohne X.",
        "en": f"No screen: SDL draws with '{driver}', which nobody sees (DISPLAY is '{display}'). "
        "Start the X server and set DISPLAY (such as DISPLAY=:0), or SDL_VIDEODRIVER=KMSDRM without X.",
    }
