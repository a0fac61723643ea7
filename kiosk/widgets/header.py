"""The header: whose screen this is, open or closed, and the date. Only to read; nothing up there can be pressed."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.widgets.door import mark
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import HEADER, Sheet

CHIP_HEIGHT = 48
MARK = 56
GAP = 24


def header(sheet: Sheet, nodes: tuple[Node, ...]) -> None:
    """Brand at the leading side; the rest at the trailing side, the first of it before the others if room is short."""
    frame = sheet.frame
    room = frame.width - frame.margin - brand(sheet, nodes[0], frame.margin, 22, "mark_leaf", "ink", "ink2") - GAP
    shown: list[tuple[Node, float]] = []
    for node in nodes[1:]:
        width = chip_width(sheet, node)
        if sum(taken + GAP for _, taken in shown) + width <= room:
            shown.append((node, width))
    right = frame.width - frame.margin
    for node, width in reversed(shown):
        at = Box(right - width, (HEADER - CHIP_HEIGHT) / 2, width, CHIP_HEIGHT)
        if node.icon:
            chip(sheet, node, at)
        else:
            sheet.middle(node, node.name, at, tokens.CHIP, "ink", "end")
        right = at.x - GAP


def brand(sheet: Sheet, node: Node, x: float, y: float, leaf: str, ink: str, ink2: str) -> float:
    """Mark, name and house; the right edge of it all."""
    mark(sheet, node, Box(x, y, MARK, MARK), leaf)
    text = x + MARK + 18
    width = max(sheet.frame.measure(node.name, tokens.BUTTON)[0], sheet.frame.measure(node.value, tokens.SMALL)[0])
    sheet.place(node.id, Box(x, y, MARK + 18 + width, MARK))
    sheet.text(node, node.name, Box(text, y - 2, width + 1, 0), tokens.BUTTON, ink)
    sheet.text(node, node.value, Box(text, y + 32, width + 1, 0), tokens.SMALL, ink2, part="value")
    return text + width


def chip_width(sheet: Sheet, node: Node) -> float:
    """The width in units of a chip, or of words without one."""
    words = sheet.frame.measure(node.name, tokens.CHIP)[0] + 2
    return words + (78 if node.icon else 0)


CHIPS = {
    "open": ("open_bg", "open_ink"),
    "closed": ("sunk", "ink"),
    "unknown": ("sunk", "ink"),
    "clock": ("sunk", "ink"),
}


def chip(sheet: Sheet, node: Node, at: Box) -> None:
    """A rounded label to read: sign and words."""
    ground, ink = CHIPS.get(node.hue, ("notice", "ink"))
    sheet.place(node.id, at)
    sheet.fill(node, at, ground, at.h / 2)
    sheet.sign(node, Box(at.x + 16, at.y + (at.h - 28) / 2, 28, 28), node.icon, ink, fill=True)
    sheet.middle(node, node.name, Box(at.x + 52, at.y, at.w - 70, at.h), tokens.CHIP, ink)
