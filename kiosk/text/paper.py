"""Sheets of A4 as a PDF, set by the same engine as the screen: Arabic is joined and Ethiopic drawn in our own fonts.

No library of PDFs shapes text with Pango in these fonts; Cairo, which the screen needs anyway, writes PDF itself.
The unit is a tenth of a millimetre: what the engine calls a px is one here, so its rounding to whole px costs nothing.
"""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_double, c_int, c_ubyte, c_uint, c_void_p
from datetime import date
from functools import cache

from kiosk.text.bindings import Bindings, Signature, bindings
from kiosk.text.engine import Engine
from kiosk.text.setting import Setting

WIDTH, HEIGHT = 2100, 2970
"""Of A4 upright (ISO 216), in tenths of a millimetre."""

_POINT = 72 / 254
"""PDF points in a tenth of a millimetre."""
_TITLE, _CREATOR, _CREATED = 0, 4, 5  # CAIRO_PDF_METADATA_…
_WRITE = CFUNCTYPE(c_int, c_void_p, POINTER(c_ubyte), c_uint)

# Declared here and not with the screen's functions: a Cairo without PDF must not cost visitors the kiosk.
DECLARATIONS: dict[str, dict[str, Signature]] = {
    "libcairo.so.2": {
        "cairo_pdf_surface_create_for_stream": (c_void_p, _WRITE, c_void_p, c_double, c_double),
        "cairo_pdf_surface_set_metadata": (None, c_void_p, c_int, c_char_p),
        "cairo_surface_finish": (None, c_void_p),
        "cairo_scale": (None, c_void_p, c_double, c_double),
        "cairo_set_source_rgb": (None, c_void_p, c_double, c_double, c_double),
        "cairo_rectangle": (None, c_void_p, c_double, c_double, c_double, c_double),
        "cairo_show_page": (None, c_void_p),
    },
}


@cache
def _pdf() -> Bindings:
    return Bindings(DECLARATIONS)


class Paper:
    """A pile of A4 pages, drawn from the first to the last. Use in `with`. Raises PangoMissing when it is made.

    Colours are "#rrggbb"; lengths are tenths of a millimetre from the upper left corner.
    """

    def __init__(self, engine: Engine, title: str, made_on: date) -> None:
        """`made_on` is written into the file, and no other time: the same drawing gives the same bytes."""
        self._c, self._engine = _pdf(), engine
        self._chunks: list[bytes] = []
        self._write = _WRITE(self._take)  # Cairo calls it until the end: it must not be collected before
        self._surface = self._c.cairo_pdf_surface_create_for_stream(self._write, None, WIDTH * _POINT, HEIGHT * _POINT)
        facts = {_TITLE: title, _CREATOR: "Türöffner", _CREATED: f"{made_on.isoformat()}T00:00:00Z"}
        for number, fact in facts.items():
            self._c.cairo_pdf_surface_set_metadata(self._surface, number, fact.encode())
        self._cairo = bindings().cairo_create(self._surface)
        self._c.cairo_scale(self._cairo, _POINT, _POINT)

    def __enter__(self) -> Paper:
        return self

    def __exit__(self, *_: object) -> None:
        bindings().cairo_destroy(self._cairo)
        bindings().cairo_surface_destroy(self._surface)

    def text(self, setting: Setting, x: float, y: float, colour: str) -> None:
        """A text, the upper left corner of its box at (`x`, `y`)."""
        self._colour(colour)
        self._engine.draw(self._cairo, setting, x, y)

    def icon(self, name: str, size: float, x: float, y: float, colour: str) -> None:
        """A pictogram in its square of `size`. Raises KeyError naming an unknown one."""
        self._colour(colour)
        self._engine.draw_icon(self._cairo, name, True, size, x, y)

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self.fill_all([(x, y, width, height)], colour)

    def fill_all(self, rectangles: list[tuple[float, float, float, float]], colour: str) -> None:
        """Many rectangles as one shape: between those that touch no light line shows."""
        self._colour(colour)
        for rectangle in rectangles:
            self._c.cairo_rectangle(self._cairo, *rectangle)
        bindings().cairo_fill(self._cairo)

    def frame(self, x: float, y: float, width: float, height: float, line: float, colour: str) -> None:
        """The outline of a rectangle, `line` wide and wholly inside."""
        self._colour(colour)
        bindings().cairo_set_line_width(self._cairo, line)
        self._c.cairo_rectangle(self._cairo, x + line / 2, y + line / 2, width - line, height - line)
        bindings().cairo_stroke(self._cairo)

    def end_page(self) -> None:
        """The page is done; whatever is drawn now is on the next one."""
        self._c.cairo_show_page(self._cairo)

    def pdf(self) -> bytes:
        """The whole file; nothing can be drawn any more. Raises RuntimeError with Cairo's own words if it failed."""
        self._c.cairo_surface_finish(self._surface)
        status = bindings().cairo_status(self._cairo)
        if status:
            raise RuntimeError(f"Cairo: {bindings().cairo_status_to_string(status).decode()}")
        return b"".join(self._chunks)

    def _take(self, _: int | None, data: ctypes._Pointer[c_ubyte], length: int) -> int:
        self._chunks.append(ctypes.string_at(data, length))
        return 0

    def _colour(self, colour: str) -> None:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        self._c.cairo_set_source_rgb(self._cairo, *parts)
