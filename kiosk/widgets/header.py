"""The header: whose screen this is, open or closed, and the date. Only to read; nothing up there can be pressed."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.widgets.door import door, mark
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import HEADER, Sheet

CHIP_HEIGHT = 48
MARK = 56
GAP = 24
LOWEST_FIELD = 200
"""Units above the band from which on there is room for a field with the door."""
OPENNESS = {"open": 1.0, "closed": 0.0, "unknown": 0.55, "clock": 0.55}
"""How far the door stands open, by what is known about it."""


def header(sheet: Sheet, nodes: tuple[Node, ...]) -> None:
    """Brand at the leading side; the rest at the trailing side, the first of it before the others if room is short.

    In low mode all of it stands in the night field above the band (look.md 7, reach), if there is a field.
    """
    frame = sheet.frame
    if frame.top >= LOWEST_FIELD:
        night_field(sheet, nodes)
        return
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
            sheet.middle(node, node.name, at, sheet.type.chip, "ink", "end")
        right = at.x - GAP


def night_field(sheet: Sheet, nodes: tuple[Node, ...]) -> None:
    """What lies above the reach of a hand: the door, whose screen this is, open or closed. Nothing to press."""
    frame = sheet.frame
    house, *rest = nodes
    field = Node("header.field", house.role)
    at = Box(0, 0, frame.width, frame.top)
    sheet.fill(field, at, "night")
    if frame.contrast:
        sheet.fill(field, Box(0, at.bottom - frame.border, at.w, frame.border), "night_line")
    height = min(at.h * 0.69, 420)
    opening = Box(frame.width * 0.14, at.bottom - height * 0.28 - height, height * 0.43, height)
    openness = next((OPENNESS.get(node.hue, 0.55) for node in rest if node.hue), 0.55)
    door(sheet, field, opening, openness, at.bottom - opening.bottom)
    x = opening.right + opening.w * 1.3
    _field_words(sheet, house, rest, Box(x, at.y, frame.width - frame.margin - x, at.h))


def _field_words(sheet: Sheet, house: Node, rest: list[Node], at: Box) -> None:
    """Brand and house, then the opening large, then the rest: as much as there is room for."""
    measure, types = sheet.frame.measure, sheet.type
    lines = [
        (house, house.name, "name", types.lead_bold, "night_text"),
        (house, house.value, "value", types.body, "night_text2"),
    ]
    for number, node in enumerate(rest):
        style, colour = (types.heading, "night_text") if number == 0 else (types.body, "night_text2")
        lines.append((node, node.name, "name", style, colour))
    heights = [measure(said, style, at.w)[1] for _, said, _, style, _ in lines]
    while sum(heights) > at.h - 48 and len(lines) > 1:
        lines.pop()
        heights.pop()
    y = at.y + (at.h - sum(heights)) / 2
    for (node, said, part, style, colour), height in zip(lines, heights, strict=True):
        sheet.text(node, said, Box(at.x, y, at.w, 0), style, colour, part=part)
        y += height


def brand(sheet: Sheet, node: Node, x: float, y: float, leaf: str, ink: str, ink2: str) -> float:
    """Mark, name and house; the right edge of it all."""
    mark(sheet, node, Box(x, y, MARK, MARK), leaf)
    text = x + MARK + 18
    measure = sheet.frame.measure
    width = max(measure(node.name, sheet.type.button)[0], measure(node.value, sheet.type.small)[0])
    sheet.place(node.id, Box(x, y, MARK + 18 + width, MARK))
    sheet.text(node, node.name, Box(text, y - 2, width + 1, 0), sheet.type.button, ink)
    sheet.text(node, node.value, Box(text, y + 32, width + 1, 0), sheet.type.small, ink2, part="value")
    return text + width


def chip_width(sheet: Sheet, node: Node) -> float:
    """The width in units of a chip, or of words without one."""
    words = sheet.frame.measure(node.name, sheet.type.chip)[0] + 2
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
    sheet.middle(node, node.name, Box(at.x + 52, at.y, at.w - 70, at.h), sheet.type.chip, ink)
