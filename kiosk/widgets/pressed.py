"""How a key that turns dark shows that it is pressed: by a line of light inside it, never by its colour alone
(accessibility.md C-03)."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

INSET = 6
"""Units between a key's edge and the line."""


def pressed(sheet: Sheet, node: Node, at: Box, ground: str, line: str, radius: float = tokens.R_KEY) -> None:
    """The ground of a pressed key, and the line in it; what stands on it is painted after."""
    sheet.fill(node, at, ground, radius)
    sheet.outline(node, at.inset(INSET), line, tokens.PRESSED, radius - INSET)
