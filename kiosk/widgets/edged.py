"""A card to read: white, with a hue along its leading edge (look.md 6, task card)."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

TRAILING = (False, True, True, False)


def edged(sheet: Sheet, node: Node, at: Box, colour: str, radius: float) -> None:
    """The card's ground and outline. In high contrast there is no hue: a line divides its edge from the card."""
    sheet.fill(node, at, colour, radius)
    inner = Box(at.x + tokens.EDGE, at.y, at.w - tokens.EDGE, at.h)
    sheet.fill(node, inner, "surface", radius, TRAILING)
    if sheet.frame.contrast:
        sheet.fill(node, Box(inner.x, at.y, tokens.HAIR, at.h), "hair")
    sheet.outline(node, at, "hair", tokens.HAIR, radius)
