"""A way on from the home screen: white, with its sign and word in the colour of the hand (look.md 6)."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.bar import ARROWS
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.pressed import pressed
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import around, edge, fitting, ground
from kiosk.widgets.topic_tile import beside, plate_width, tile_words

SIGN, BEFORE, BETWEEN, BEHIND = 40, 24, 16, 20
"""Units of the sign, before it, between it and the word, and behind the word."""
INKS = {
    Look.NORMAL: ("action", "key_ink"),
    Look.PRESSED: ("on_pressed", "on_pressed"),
    Look.SPOKEN: ("on_soft", "on_soft"),
}
"""The colours of a way's sign and word."""


def way(sheet: Sheet, node: Node, at: Box) -> None:
    """A way on."""
    sheet.target(node, at, lambda other, look: _way(other, node, at, look))


def way_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that a way of this width needs for its word."""
    return sheet.frame.measure(node.name, _style(sheet), _words(sheet, Box(0, 0, width, 0)).w)[1] + around(sheet)


def _style(sheet: Sheet) -> TypeStyle:
    return sheet.type.label if sheet.frame.large and not sheet.frame.low else sheet.type.label_narrow


def _sign(sheet: Sheet, at: Box) -> Box:
    """In large mode the ways stand among the tiles: their signs where these have their pictures."""
    side = SIGN * sheet.type.factor
    before = (plate_width(sheet, at.w) - side) / 2 if sheet.frame.large else BEFORE
    return Box(at.x + before, at.center[1] - side / 2, side, side)


def _words(sheet: Sheet, at: Box) -> Box:
    if sheet.frame.large:
        x = at.x + plate_width(sheet, at.w) + beside(sheet, at.w)
        return Box(x, at.y, tile_words(sheet, at.w), at.h)
    x = _sign(sheet, at).right + BETWEEN
    return Box(x, at.y, at.right - BEHIND - x, at.h)


def _way(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    if look is Look.PRESSED:
        pressed(sheet, node, at, "pressed", "on_pressed", tokens.R_TILE)
    else:
        sheet.fill(node, at, ground(look), tokens.R_TILE)
    sign_ink, ink = INKS[look]
    sheet.sign(node, _sign(sheet, at), node.icon, sign_ink, flip=node.icon in ARROWS)
    words = _words(sheet, at)
    style = fitting(sheet, node.name, words, (_style(sheet), sheet.type.key_bold, sheet.type.small))
    sheet.middle(node, node.name, words, style, ink)
    if look is not Look.PRESSED:
        edge(sheet, node, at, look)
