"""Masks: how much of each pixel is covered, one byte a pixel. Colour is given when they are painted."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

from kiosk.text.bindings import bindings

_A8 = 2  # CAIRO_FORMAT_A8
_BEST = 6  # CAIRO_ANTIALIAS_BEST: for shapes and icons; letters have their own setting


class Mask(NamedTuple):
    """Coverage 0-255, rows from the top, `width` bytes a row without padding.

    The box that was asked for has its upper left corner at (`offset_x`, `offset_y`) inside the mask: a mask may be
    larger than its box, because letters reach beyond their lines. To paint a box at (x, y), paint the mask
    at (x - offset_x, y - offset_y), y downwards.
    """

    width: int
    height: int
    data: bytes
    offset_x: int = 0
    offset_y: int = 0


class Canvas:
    """A Cairo drawing of `width` × `height` pixels that becomes a mask. Use in `with`; `cairo` is the cairo_t."""

    def __init__(self, width: int, height: int) -> None:
        self._c = bindings()
        self.width, self.height = width, height
        self._stride: int = self._c.cairo_format_stride_for_width(_A8, width)
        self._pixels = ctypes.create_string_buffer(self._stride * height)
        self._surface = self._c.cairo_image_surface_create_for_data(self._pixels, _A8, width, height, self._stride)
        self.cairo = self._c.cairo_create(self._surface)
        self._c.cairo_set_antialias(self.cairo, _BEST)

    def __enter__(self) -> Canvas:
        return self

    def __exit__(self, *_: object) -> None:
        self._c.cairo_destroy(self.cairo)
        self._c.cairo_surface_destroy(self._surface)

    def mask(self, offset_x: int = 0, offset_y: int = 0) -> Mask:
        """What has been drawn so far. Raises RuntimeError with Cairo's own words if the drawing failed."""
        status = self._c.cairo_status(self.cairo)
        if status:
            raise RuntimeError(f"Cairo: {self._c.cairo_status_to_string(status).decode()}")
        self._c.cairo_surface_flush(self._surface)
        data, stride = self._pixels.raw[: self._stride * self.height], self._stride
        if stride != self.width:
            data = b"".join(data[row : row + self.width] for row in range(0, stride * self.height, stride))
        return Mask(self.width, self.height, data, offset_x, offset_y)
