"""An answer as a picture to choose: the picture on its tint, the words below (look.md 6, guide question)."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle, tint
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import AJAR, PADDING, edge, fitting, ground, icon, ink

PICTURE, LOWEST, SHARE = 148, 112, 0.72
"""Units of the picture's side at most, of its ground's height at least, and how much of that the picture may take."""
WORDS, AROUND, SIDE = 84, 36, 16
"""Units of the height for the words at least, what of it they leave free, and at their sides."""
TOP = (True, True, False, False)


def picture_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that the tile needs at least at this width."""
    return LOWEST + words_height(sheet, node, width)


def words_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units of a tile's words."""
    return max(WORDS, sheet.frame.measure(node.name, _style(sheet, node, width), width - 2 * SIDE)[1] + AROUND)


def _style(sheet: Sheet, node: Node, width: float) -> TypeStyle:
    """The largest style in which the words take two lines at most."""
    types = sheet.type
    two_lines = 2 * sheet.frame.measure(node.name, types.lead_bold)[1] + PADDING
    styles = (types.lead_bold, types.label, types.label_narrow)
    return fitting(sheet, node.name, Box(0, 0, width - 2 * SIDE, two_lines), styles)


def picture(sheet: Sheet, node: Node, at: Box, low: float) -> None:
    """The picture, and below it the words in `low` units: as many in all tiles, so that the pictures stand in line."""
    sheet.target(node, at, lambda other, look: _picture(other, node, at, low, look))


def _picture(sheet: Sheet, node: Node, at: Box, low: float, look: Look) -> None:
    above = Box(at.x, at.y, at.w, at.h - low)
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    sheet.fill(node, above, tint(node.hue), tokens.R_TILE, TOP)
    icon(sheet, node, above, min(PICTURE, above.h * SHARE), sheet.hue_ink(node.hue), fill=True)
    if sheet.frame.contrast:
        line = tokens.BORDER_CONTRAST
        sheet.fill(node, Box(at.x, above.bottom - line, at.w, line), "border")
    if look is Look.PRESSED:
        sheet.fill(node, Box(at.x, above.bottom, at.w, AJAR), "ink")
        sheet.fill(node, Box(at.x, above.bottom + 4, at.w, AJAR - 8), "light")
    shift = AJAR if look is Look.PRESSED else 0
    words = Box(at.x + SIDE, above.bottom + shift, at.w - 2 * SIDE, low - shift)
    sheet.middle(node, node.name, words, _style(sheet, node, at.w), ink(look), "center")
    edge(sheet, node, at, look)
