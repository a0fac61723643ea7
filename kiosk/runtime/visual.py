"""Which kind of X window the kiosk asks for: one without depth and stencil buffers, which flat pages have no use for.

Kivy asks for both, always. With them Mesa's software renderer does not take its fast way (llvmpipe's linear
rasterizer), and a page takes twice the time; they are 8 MB at 1920 × 1080, too. Where there is a graphics card none of
this matters, and its driver's own choice stays.
"""

from __future__ import annotations

import ctypes
import logging
import threading
from collections.abc import Mapping, MutableMapping
from pathlib import Path

log = logging.getLogger(__name__)

HINT = "SDL_VIDEO_X11_WINDOW_VISUALID"
"""SDL's name for it (SDL_hints.h): the X visual that windows get, in place of one that SDL finds itself."""
RENDERERS = Path("/dev/dri")
"""Linux has a renderD… here for every graphics card that can render."""
WANTED = (4, 5, 8, 8, 9, 8, 10, 8, 0)
"""GLX_RGBA, GLX_DOUBLEBUFFER, 8 bits each of GLX_RED_SIZE, GLX_GREEN_SIZE and GLX_BLUE_SIZE, the end. Of what is not
named here, glXChooseVisual(3) prefers the least."""
DEPTH_SIZE, STENCIL_SIZE = 12, 13


class _Visual(ctypes.Structure):
    """The beginning of XVisualInfo (Xutil.h)."""

    _fields_ = (("visual", ctypes.c_void_p), ("number", ctypes.c_ulong))


class Asked:
    """Asks the X server on a thread of its own, which takes as long as it takes to load the graphics driver: begun
    while Python loads its modules, it costs a start nothing."""

    def __init__(self, environ: Mapping[str, str], renderers: Path = RENDERERS) -> None:
        on_x = environ.get("SDL_VIDEODRIVER", "x11") == "x11" and environ.get("DISPLAY", "")
        self._number: int | None = None
        self._thread: threading.Thread | None = None
        if on_x and HINT not in environ and not any(renderers.glob("renderD*")):
            self._thread = threading.Thread(target=self._ask, args=(on_x,), daemon=True)
            self._thread.start()

    def _ask(self, display: str) -> None:
        try:
            self._number = _plain(display)
        except (OSError, AttributeError) as error:
            log.info("the window gets buffers that it has no use for: %s", error)

    def tell(self, environ: MutableMapping[str, str]) -> None:
        """Have SDL open windows without depth and stencil buffers, where the processor paints. Before the window is
        opened; where it cannot be done all stays as SDL would have it."""
        if self._thread:
            self._thread.join()
        if self._number is not None:
            environ[HINT] = hex(self._number)


def _plain(display: str) -> int:
    """The number of a visual without either buffer. Raises OSError if there is none, or no X server or no GLX. The
    connection stays: without any, the driver would be unloaded that the window needs in a moment."""
    x, gl = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libGL.so.1")
    x.XOpenDisplay.restype = ctypes.c_void_p
    gl.glXChooseVisual.restype = ctypes.POINTER(_Visual)
    opened = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
    if not opened:
        raise OSError(f"no X server at {display}")
    found = gl.glXChooseVisual(opened, x.XDefaultScreen(opened), (ctypes.c_int * len(WANTED))(*WANTED))
    if not found or any(_value(gl, opened, found, name) for name in (DEPTH_SIZE, STENCIL_SIZE)):
        raise OSError("GLX has no visual without them")
    number: int = found.contents.number
    x.XFree(found)
    return number


def _value(gl: ctypes.CDLL, display: ctypes.c_void_p, visual: object, name: int) -> int:
    """What GLX says of a visual."""
    found = ctypes.c_int()
    if gl.glXGetConfig(display, visual, name, ctypes.byref(found)) != 0:
        raise OSError("GLX does not know its own visual")
    return found.value
