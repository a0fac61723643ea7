"""A window over the whole screen, with nothing but Debian's SDL: no Kivy, no OpenGL, and what is typed goes nowhere."""

from __future__ import annotations

import ctypes
import os
from ctypes import c_char_p, c_int, c_uint32, c_void_p

from kiosk.safe_mode.page import Picture, Size

LIBRARY = "libSDL2-2.0.so.0"
DECLARATIONS: dict[str, tuple[object, ...]] = {
    # function: what it returns (None: nothing), then its arguments
    "SDL_SetHint": (c_int, c_char_p, c_char_p),
    "SDL_InitSubSystem": (c_int, c_uint32),
    "SDL_GetError": (c_char_p,),
    "SDL_GetCurrentVideoDriver": (c_char_p,),
    "SDL_GetCurrentDisplayMode": (c_int, c_int, c_void_p),
    "SDL_CreateWindow": (c_void_p, c_char_p, c_int, c_int, c_int, c_int, c_uint32),
    "SDL_ShowCursor": (c_int, c_int),
    "SDL_GetWindowSurface": (c_void_p, c_void_p),
    "SDL_CreateRGBSurfaceFrom": (c_void_p, c_void_p, c_int, c_int, c_int, c_int, *(c_uint32,) * 4),
    "SDL_UpperBlit": (c_int, c_void_p, c_void_p, c_void_p, c_void_p),
    "SDL_FreeSurface": (None, c_void_p),
    "SDL_UpdateWindowSurface": (c_int, c_void_p),
    "SDL_WaitEventTimeout": (c_int, c_void_p, c_int),
    "SDL_DestroyWindow": (None, c_void_p),
    "SDL_Quit": (None,),
}
VIDEO, BORDERLESS, SHOWN = 0x20, 0x10, 0x4
RED, GREEN, BLUE = 0xFF0000, 0xFF00, 0xFF
HINTS = {
    b"SDL_FRAMEBUFFER_ACCELERATION": b"0",  # SDL would open OpenGL to show pixels
    b"SDL_NO_SIGNAL_HANDLERS": b"1",  # SIGTERM is Python's
}
UNSEEN = ("offscreen", "dummy")
"""SDL draws for nobody by one of these, without a word, where it finds no screen; tests ask for one by name."""
EVENT_BYTES = 128
"""More than sizeof(SDL_Event), 56."""


class NoScreen(Exception):
    """Nothing can be shown; the message says what SDL says."""


class Screen:
    """The window. Use it in `with`; raises NoScreen whenever something cannot be shown."""

    def __init__(self) -> None:
        try:
            self._sdl = ctypes.CDLL(LIBRARY)
        except OSError as error:
            raise NoScreen(f"{error} (sudo apt install libsdl2-2.0-0)") from error
        for name, (result, *arguments) in DECLARATIONS.items():
            function = getattr(self._sdl, name)
            function.restype, function.argtypes = result, arguments
        for hint, value in HINTS.items():
            self._sdl.SDL_SetHint(hint, value)
        self._well(self._sdl.SDL_InitSubSystem(VIDEO) == 0)
        driver = (self._sdl.SDL_GetCurrentVideoDriver() or b"").decode()
        if driver in UNSEEN and os.environ.get("SDL_VIDEODRIVER") != driver:
            raise NoScreen(f"SDL: {driver}; DISPLAY={os.environ.get('DISPLAY', '')}")
        self.size = self._there()
        self._window = self._sdl.SDL_CreateWindow("Türöffner".encode(), 0, 0, *self.size, BORDERLESS | SHOWN)
        self._well(self._window)
        self._sdl.SDL_ShowCursor(0)

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, *_: object) -> None:
        self._sdl.SDL_DestroyWindow(self._window)
        self._sdl.SDL_Quit()

    def show(self, picture: Picture) -> None:
        """Put a picture of the screen's size onto it."""
        wide, high = picture.size
        pixels = (ctypes.c_ubyte * len(picture.pixels)).from_buffer(picture.pixels)
        made = self._sdl.SDL_CreateRGBSurfaceFrom(pixels, wide, high, 32, 4 * wide, RED, GREEN, BLUE, 0)
        self._well(made)
        try:
            surface = self._sdl.SDL_GetWindowSurface(self._window)
            self._well(surface and self._sdl.SDL_UpperBlit(made, None, surface, None) == 0)
        finally:
            self._sdl.SDL_FreeSurface(made)
        self._well(self._sdl.SDL_UpdateWindowSurface(self._window) == 0)

    def wait(self, seconds: float) -> None:
        """Let time go by, and whatever is touched and typed with it: returns at the latest then, or sooner."""
        event = ctypes.create_string_buffer(EVENT_BYTES)
        self._sdl.SDL_WaitEventTimeout(event, max(1, round(seconds * 1000)))

    def _there(self) -> Size:
        mode = (c_int * 8)()  # SDL_DisplayMode: format, width, height, …
        self._well(self._sdl.SDL_GetCurrentDisplayMode(0, mode) == 0)
        return mode[1], mode[2]

    def _well(self, done: object) -> None:
        if not done:
            raise NoScreen(f"SDL: {(self._sdl.SDL_GetError() or b'').decode()}")
