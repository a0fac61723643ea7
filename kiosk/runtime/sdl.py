"""The SDL that Kivy's window uses, asked directly for the few things Kivy does not pass on."""

from __future__ import annotations

import ctypes
import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SDL_INIT_VIDEO = 0x20
UNSEEN = ("offscreen", "dummy")
"""Video drivers that draw for nobody. SDL falls back to one silently when there is no screen to be had."""


START_X = (
    "den X-Server starten und DISPLAY setzen (etwa DISPLAY=:0), oder ohne X SDL_VIDEODRIVER=KMSDRM",
    "start the X server and set DISPLAY (such as DISPLAY=:0), or SDL_VIDEODRIVER=KMSDRM without X",
)
OPENGL = ("sudo apt install libgl1 libgl1-mesa-dri",) * 2


class NoWindow(Exception):
    """There is no screen that a window could stand on, or nothing to draw in it with; the message is for IT.

    `what` is what SDL calls it, `remedy` what to do about it, in German and in English.
    """

    def __init__(self, what: str, environ: Mapping[str, str], remedy: tuple[str, str] = START_X) -> None:
        display = environ.get("DISPLAY", "")
        super().__init__(
            f"Kein Fenster möglich ({what}; DISPLAY ist „{display}“); bitte: {remedy[0]}.\n"
            f"No window possible ({what}; DISPLAY is '{display}'); please: {remedy[1]}."
        )


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


def screen_size(environ: Mapping[str, str]) -> tuple[int, int] | None:
    """Width and height in pixels of the first screen there is; None if SDL does not know them. Raises NoWindow where
    there is no screen, or none that anybody sees though nobody asked for that.

    Before Kivy's window is opened: importing `kivy.core.window` would open it, so its SDL is found by the file's place.
    """
    import kivy

    files = list(Path(kivy.__file__).parent.glob("core/window/_window_sdl2*.so"))
    if not files:
        return None
    found, mode = ctypes.CDLL(str(files[0])), _Mode()
    if found.SDL_InitSubSystem(SDL_INIT_VIDEO) != 0:
        raise NoWindow(f"SDL: {_text(found.SDL_GetError)}", environ)
    driver = _text(found.SDL_GetCurrentVideoDriver)
    shown = found.SDL_GetCurrentDisplayMode(0, ctypes.byref(mode)) == 0
    found.SDL_QuitSubSystem(SDL_INIT_VIDEO)
    if unseen(driver, environ):
        raise NoWindow(f"SDL: {driver}", environ)
    return (mode.w, mode.h) if shown and mode.w and mode.h else None


def version() -> str:
    """The version of the SDL that Kivy brings, as "2.28.5"; empty without it. Neither Kivy nor a window is opened."""
    kivy = importlib.util.find_spec("kivy")
    places = kivy.submodule_search_locations if kivy else None
    files = [file for place in places or () for file in Path(place).glob("core/window/_window_sdl2*.so")]
    if not files:
        return ""
    numbers = (ctypes.c_uint8 * 3)()
    ctypes.CDLL(str(files[0])).SDL_GetVersion(numbers)
    return ".".join(map(str, numbers))


def video_driver() -> str:
    """The driver the open window is drawn by ("x11", "KMSDRM", "offscreen", …); "" before there is a window."""
    return _text(library().SDL_GetCurrentVideoDriver)


def _text(function: Any) -> str:
    """What a function of SDL says; "" for nothing."""
    function.restype = ctypes.c_char_p
    said: bytes | None = function()
    return said.decode("utf-8", "replace") if said else ""


def unseen(driver: str, environ: Mapping[str, str]) -> bool:
    """Whether nobody can see what is drawn, and nobody asked for that."""
    return driver in UNSEEN and environ.get("SDL_VIDEODRIVER") != driver
