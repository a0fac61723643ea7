"""Shapes as masks, drawn by Cairo with smooth edges: Kivy has none of its own once multisampling is off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import pi

from kiosk.text.bindings import bindings
from kiosk.text.mask import Canvas, Mask

Point = tuple[float, float]
Corners = tuple[bool, bool, bool, bool]
"""Which corners are round: upper left, upper right, lower right, lower left."""

ALL: Corners = (True, True, True, True)
_QUARTERS = (pi, -pi / 2, 0.0, pi / 2)
"""The direction in which the arc of each corner begins (y downwards, clockwise)."""


def border(radius_px: int, stroke_px: int = 0) -> int:
    """The width in px of a nine-patch's edges: the corner, or the stroke where it is wider, and one pixel more."""
    return max(radius_px, stroke_px) + 1


@lru_cache(maxsize=64)
def rounded(radius_px: int, corners: Corners = ALL, stroke_px: int = 0) -> Mask:
    """A rounded rectangle as a nine-patch tile with edges of `border(…)` and one pixel in the middle.

    Filled, or only its outline `stroke_px` wide, which lies wholly inside the edge.
    """
    side = 2 * border(radius_px, stroke_px) + 1
    inset = stroke_px / 2
    c = bindings()
    with Canvas(side, side) as canvas:
        _outline(canvas, inset, side - inset, max(radius_px - inset, 0), corners)
        if stroke_px:
            c.cairo_set_line_width(canvas.cairo, stroke_px)
            c.cairo_stroke(canvas.cairo)
        else:
            c.cairo_fill(canvas.cairo)
        return canvas.mask()


def _outline(canvas: Canvas, near: float, far: float, radius: float, corners: Corners) -> None:
    c = bindings()
    c.cairo_new_sub_path(canvas.cairo)
    places = ((near, near), (far, near), (far, far), (near, far))
    for (x, y), round_, begin in zip(places, corners, _QUARTERS, strict=True):
        if not round_:
            c.cairo_line_to(canvas.cairo, x, y)
            continue
        centre_x = x + radius if x == near else x - radius
        centre_y = y + radius if y == near else y - radius
        c.cairo_arc(canvas.cairo, centre_x, centre_y, radius, begin, begin + pi / 2)
    c.cairo_close_path(canvas.cairo)


def polygon(points: Sequence[Point], size: tuple[int, int]) -> Mask:
    """A filled polygon in a mask of `size` (width, height) px; the points count from its upper left corner."""
    c = bindings()
    with Canvas(*size) as canvas:
        for x, y in points:
            c.cairo_line_to(canvas.cairo, x, y)
        c.cairo_close_path(canvas.cairo)
        c.cairo_fill(canvas.cairo)
        return canvas.mask()


@lru_cache(maxsize=64)
def disc(diameter: int) -> Mask:
    """A filled disc in its square of `diameter` px."""
    c = bindings()
    with Canvas(diameter, diameter) as canvas:
        c.cairo_arc(canvas.cairo, diameter / 2, diameter / 2, diameter / 2, 0.0, 2 * pi)
        c.cairo_fill(canvas.cairo)
        return canvas.mask()
