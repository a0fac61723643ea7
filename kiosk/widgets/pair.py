"""A node's two texts on one line where it has room for both, else one under the other."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

BETWEEN = 12
"""Units between the two on one line."""


def _beside(sheet: Sheet, node: Node, style: TypeStyle, width: float) -> float | None:
    """Where the second begins on the line of the first; None if there is no second or no room."""
    start = sheet.frame.measure(node.name, style)[0] + BETWEEN
    fits = bool(node.value) and start + sheet.frame.measure(node.value, style)[0] + 1 <= width
    return start if fits else None


def pair_height(sheet: Sheet, node: Node, style: TypeStyle, width: float) -> float:
    """The height in units of both at this width."""
    first = sheet.frame.measure(node.name, style, width)[1]
    second = sheet.frame.measure(node.value, style, width)[1] if node.value else 0.0
    return max(first, second) if _beside(sheet, node, style, width) else first + second


def pair(sheet: Sheet, node: Node, at: Box, style: TypeStyle, colour: str = "ink") -> float:
    """Both from the top of a box; the height they took."""
    start = _beside(sheet, node, style, at.w)
    first = sheet.frame.measure(node.name, style, at.w)[1]
    high = pair_height(sheet, node, style, at.w)
    if start is None:
        sheet.text(node, node.name, at, style, colour)
        sheet.text(node, node.value, Box(at.x, at.y + first, at.w, 0), style, colour, part="value")
        return high
    sheet.middle(node, node.name, Box(at.x, at.y, start - BETWEEN + 1, high), style, colour)
    sheet.middle(node, node.value, Box(at.x + start, at.y, at.w - start, high), style, colour, part="value")
    return high
