"""Corners and sides of boxes, cut out of the one small picture of a rounded box that they share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kivy.graphics import Mesh

from kiosk.stage.covered import Pixels

Patch = tuple[Pixels, int, int]
"""A place, and which part of the shape is shown there: column and row of nine, from the lower left one."""


def corners(at: Pixels, edge: int) -> list[Patch]:
    """The four corners of a box, each a square of `edge` pixels."""
    x, y, w, h = at
    right, top = x + w - edge, y + h - edge
    places = ((x, y, 0, 0), (right, y, 2, 0), (x, top, 0, 2), (right, top, 2, 2))
    return [((px, py, edge, edge), column, row) for px, py, column, row in places]


def sides(at: Pixels, edge: int, stroke: int) -> list[Patch]:
    """The four sides of a line that is `stroke` pixels wide, between its corners."""
    x, y, w, h = at
    wide, high = w - 2 * edge, h - 2 * edge
    found = [((x + edge, y, wide, stroke), 1, 0), ((x + edge, y + h - stroke, wide, stroke), 1, 2)]
    found += [((x, y + edge, stroke, high), 0, 1), ((x + w - stroke, y + edge, stroke, high), 2, 1)]
    return [side for side in found if side[0][2] > 0 and side[0][3] > 0]


def inside(at: Pixels, edge: int) -> list[Pixels]:
    """A box without its corners: the broad middle, and what is left of it at both sides."""
    x, y, w, h = at
    if not edge:
        return [at]
    boxes = [(x + edge, y, w - 2 * edge, h), (x, y + edge, edge, h - 2 * edge)]
    boxes.append((x + w - edge, y + edge, edge, h - 2 * edge))
    return [box for box in boxes if box[2] > 0 and box[3] > 0]


def mesh(texture: Any, patches: Iterable[Patch], edge: int) -> Mesh:
    """Patches of a shape whose edges are `edge` pixels wide, as one instruction."""
    vertices: list[float] = []
    indices: list[int] = []
    for (x, y, w, h), column, row in patches:
        (u0, u1), (v0, v1) = _part(column, w, edge, texture.width), _part(row, h, edge, texture.height)
        first = len(vertices) // 4
        vertices += (x, y, u0, v0, x + w, y, u1, v0, x + w, y + h, u1, v1, x, y + h, u0, v1)
        indices += (first, first + 1, first + 2, first, first + 2, first + 3)
    return Mesh(vertices=vertices, indices=indices, mode="triangles", texture=texture)


def _part(which: int, size: int, edge: int, whole: int) -> tuple[float, float]:
    """Where in a shape's texture a patch lies: at its beginning, between its edges, or at its end."""
    size = min(size, edge)
    if which == 1:
        return edge / whole, 1 - edge / whole
    return (0.0, size / whole) if which == 0 else (1 - size / whole, 1.0)
