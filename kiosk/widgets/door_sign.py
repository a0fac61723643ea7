"""The head of a screen about the door: the door as it stands now, the word for it, and the sentences below."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.node import Node
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.door import OPENNESS, door
from kiosk.widgets.pair import pair, pair_height
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

DOOR_WIDTH, DOOR_HEIGHT = 124, 112
"""Units of the place of the door, with its leaf and its light; its opening is smaller."""
AFTER_DOOR = 24


def head_height(sheet: Sheet, nodes: Sequence[Node], width: float) -> float:
    """The height in units of the head: that of its words, at least of the door."""
    words = width - _beside(sheet)
    high = sum(pair_height(sheet, node, style, words) for node, style in _lines(sheet, nodes, words))
    return high if sheet.frame.low else max(high, DOOR_HEIGHT * sheet.type.factor)


def head(sheet: Sheet, nodes: Sequence[Node], at: Box) -> None:
    """The door at the leading side of the words. Nothing to press."""
    beside, factor = _beside(sheet), sheet.type.factor
    if beside:
        height = 78 * factor
        opening = Box(at.x + 40 * factor, at.y + 14 * factor, height * 0.56, height)
        door(sheet, nodes[0], opening, OPENNESS[nodes[0].hue], 14 * factor, 0.5)
    y, words = at.y, at.w - beside
    for node, style in _lines(sheet, nodes, words):
        y += pair(sheet, node, Box(at.x + beside, y, words, 0), style)


def _beside(sheet: Sheet) -> float:
    """Units of the width that the door takes. In low mode it stands in the field above already."""
    return 0.0 if sheet.frame.low else DOOR_WIDTH * sheet.type.factor + AFTER_DOOR


def _lines(sheet: Sheet, nodes: Sequence[Node], width: float) -> list[tuple[Node, TypeStyle]]:
    """The title, the sentence, then what else there is to say; in the low band smaller."""
    title, lead, *rest = nodes
    types, low = sheet.type, sheet.frame.low
    large = types.heading if low else types.title
    style = large if sheet.frame.fits(title.name, large, width) else types.lead_bold
    return [(title, style), (lead, types.body if low else types.lead), *((node, types.body) for node in rest)]
