"""A row that opens an organisation in the house: its name, a line, and the caret. Long names leave no room for more."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import AJAR, around, edge, ground, ink

SIDE, CARET = 24, 36
LOWEST = 88.0
"""Units of the lowest row; with large words 1.5 times as much."""


def desk_row_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that a row of this width needs for its words."""
    return max(LOWEST * sheet.type.factor, sum(_lines(sheet, node, _words(sheet, width))) + around(sheet))


def desk_row(sheet: Sheet, node: Node, at: Box) -> None:
    """A row."""
    sheet.target(node, at, lambda other, look: _row(other, node, at, look))


def _caret(sheet: Sheet) -> float:
    return CARET * (1.0 if sheet.frame.low else sheet.type.factor)


def _words(sheet: Sheet, width: float) -> float:
    return width - SIDE - AJAR - _caret(sheet) - 2 * SIDE


def _lines(sheet: Sheet, node: Node, width: float) -> tuple[float, float]:
    """The heights in units of the name and of the line below it."""
    measure, types = sheet.frame.measure, sheet.type
    return measure(node.name, types.label_narrow, width)[1], measure(node.value, types.line, width)[1]


def _row(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    width, side = _words(sheet, at.w), _caret(sheet)
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    colour = ink(look) if look is Look.SPOKEN else "action"
    caret = Box(at.right - SIDE - side, at.center[1] - side / 2, side, side)
    sheet.sign(node, caret, "caret-right", colour, flip=True)
    upper, lower = _lines(sheet, node, width)
    x, y = at.x + SIDE + (AJAR if look is Look.PRESSED else 0), at.center[1] - (upper + lower) / 2
    sheet.text(node, node.name, Box(x, y, width, 0), sheet.type.label_narrow, ink(look))
    sheet.text(node, node.value, Box(x, y + upper, width, 0), sheet.type.line, ink(look), part="value")
    edge(sheet, node, at, look)
