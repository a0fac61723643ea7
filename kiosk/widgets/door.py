"""Our one image: a door ajar, and warm light on the floor (look.md 1). Flat shapes only."""

from __future__ import annotations

from math import cos, pi, sin

from kiosk.domain.node import Node
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

Point = tuple[float, float]

WIDEST = 128 * pi / 180
"""How far the leaf swings: drawn, not computed from anything."""
RISE, SINK = 0.146, 0.228
"""How much higher and lower the free edge stands than the hinge when it comes towards us, in heights of the opening."""

OPENNESS = {"open": 1.0, "closed": 0.0, "unknown": 0.55, "clock": 0.55}
"""How far the door stands open, by what is known about it."""


def door(sheet: Sheet, node: Node, opening: Box, openness: float, floor: float, spread: float = 1.18) -> None:
    """The scene around an `opening`: frame, light, leaf (`openness` 0 shut, 1 wide), and light on `floor` units of it.

    The leaf reaches 0.65 of the opening's width to the leading side and 0.2 of its height above and below.
    """
    _frame(sheet, node, opening)
    sheet.fill(node, opening, "light")
    if openness > 0:
        _light_on_floor(sheet, node, opening, openness, floor, spread)
    _leaf(sheet, node, opening, WIDEST * openness)


def _frame(sheet: Sheet, node: Node, opening: Box) -> None:
    edge = max(4.0, opening.w * 0.045)
    sheet.fill(node, Box(opening.x - edge, opening.y - edge, opening.w + 2 * edge, opening.h + edge), "door_frame", 4)


def _light_on_floor(sheet: Sheet, node: Node, opening: Box, openness: float, floor: float, spread: float) -> None:
    far_left = opening.x - 0.41 * opening.w * openness
    far_right = opening.right + spread * opening.w * openness
    low = opening.bottom + floor
    points = ((opening.x, opening.bottom), (opening.right, opening.bottom), (far_right, low), (far_left, low))
    sheet.polygon(node, points, "floor_light")


def _leaf(sheet: Sheet, node: Node, opening: Box, angle: float) -> None:
    free_x = opening.x + opening.w * cos(angle)
    near = sin(angle)
    top, bottom = opening.y - RISE * opening.h * near, opening.bottom + SINK * opening.h * near

    def at(along: float, down: float) -> Point:
        """A point on the leaf: `along` from hinge to free edge, `down` from top to bottom, both 0 to 1."""
        x = opening.x + (free_x - opening.x) * along
        high, low = opening.y + (top - opening.y) * along, opening.bottom + (bottom - opening.bottom) * along
        return x, high + (low - high) * down

    def area(left: float, upper: float, right: float, lower: float) -> tuple[Point, ...]:
        return at(left, upper), at(right, upper), at(right, lower), at(left, lower)

    sheet.polygon(node, area(0, 0, 1, 1), "leaf")
    for upper, lower in ((0.09, 0.485), (0.55, 0.93)):
        sheet.polygon(node, area(0.13, upper, 0.79, lower), "leaf_edge")
        sheet.polygon(node, area(0.175, upper + 0.012, 0.745, lower - 0.012), "leaf")
    thickness = opening.w * 0.05 * near
    if thickness > 1:
        edge = (
            (free_x, top),
            (free_x - thickness, top + thickness * 0.1),
            (free_x - thickness, bottom),
            (free_x, bottom),
        )
        sheet.polygon(node, edge, "leaf_edge")
    x, y = at(0.88, 0.52)
    knob = opening.w * 0.048
    sheet.fill(node, Box(x - knob, y - knob, 2 * knob, 2 * knob), "light", knob)


def mark(sheet: Sheet, node: Node, at: Box, leaf: str = "mark_leaf") -> None:
    """The mark: the door in a small square. It is never mirrored."""
    sheet.stamp(node, at, ((0.36, 0.14), (0.84, 0.14), (0.84, 0.88), (0.36, 0.88)), "light")
    sheet.stamp(
        node, at, ((0.3, 0.88), (0.84, 0.88), (1.0, 1.0), (0.12, 1.0)), "soft" if leaf == "mark_leaf" else "floor_light"
    )
    sheet.stamp(node, at, ((0.1, 0.05), (0.36, 0.16), (0.36, 0.88), (0.1, 1.0)), leaf)
    sheet.stamp(node, at, ((0.165, 0.5), (0.225, 0.5), (0.225, 0.57), (0.165, 0.57)), "light")
