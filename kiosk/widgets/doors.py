"""How far one has come, as doors: those behind and the present one open, the others still shut (look.md 6)."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.widgets.door import mark
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

OPEN, SHUT_WIDTH, SHUT_HEIGHT, GAP = 64, 32, 48, 22
"""Units: the side of an open door, a shut one, and between the doors and the words."""
KNOB = 6


def doors_width(sheet: Sheet, node: Node) -> float:
    """The width in units of the words and of the doors beside them."""
    words = sheet.frame.measure(node.name, sheet.type.chip)[0] + 2
    return words + node.amount * (OPEN + GAP) + (node.of - node.amount) * (SHUT_WIDTH + GAP)


def doors_height(sheet: Sheet, node: Node) -> float:
    """The height in units of the line."""
    return max(OPEN, sheet.frame.measure(node.name, sheet.type.chip)[1])


def doors(sheet: Sheet, node: Node, at: Box) -> None:
    """The words, then the doors; `amount` of the node's `of` doors are open."""
    sheet.place(node.id, at)
    words = sheet.frame.measure(node.name, sheet.type.chip)[0] + 2
    sheet.middle(node, node.name, Box(at.x, at.y, words, at.h), sheet.type.chip, "ink")
    x = at.x + words + GAP
    for number in range(node.of):
        if number < node.amount:
            mark(sheet, node, Box(x, at.center[1] - OPEN / 2, OPEN, OPEN))
            x += OPEN + GAP
        else:
            _shut(sheet, node, Box(x, at.center[1] - SHUT_HEIGHT / 2, SHUT_WIDTH, SHUT_HEIGHT))
            x += SHUT_WIDTH + GAP


def _shut(sheet: Sheet, node: Node, at: Box) -> None:
    sheet.fill(node, at, "off_line", 4)
    sheet.fill(node, Box(at.x + KNOB, at.center[1] - KNOB / 2, KNOB, KNOB), "ink2", KNOB / 2)
