"""The night field above the band of low mode: the door, whose screen this is, open or closed (look.md 7, reach)."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.widgets.door import OPENNESS, RISE, door
from kiosk.widgets.notice import notice, notice_height
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

HIGHEST_DOOR, EDGE = 420, 40
"""Units of the door's opening; above and below the words together."""
TALL = 0.6
"""Of its width: in a field higher than this the words stand above the door."""
FIRST = 3
"""Lines that stand before those left out first: the kiosk's name, the house's, and the opening."""
MESSAGE, MESSAGE_GAP, LEAF = 0.5, 32, 0.8
"""Of the words' width for a message beside them, units between the two, and of the opening's width for its leaf."""


def night_field(sheet: Sheet, nodes: tuple[Node, ...], message: Node | None = None) -> None:
    """What lies above the reach of a hand: the door, whose screen this is, open or closed. Nothing to press.

    Wide, the door stands at the leading side of the words, and a message at their trailing side; upright, the door
    stands in the light below the words, with the message beside it.
    """
    frame = sheet.frame
    house, *rest = nodes
    field = Node("header.field", house.role)
    at = Box(0, 0, frame.width, frame.top)
    sheet.fill(field, at, "night")
    if frame.contrast:
        sheet.fill(field, Box(0, at.bottom - frame.border, at.w, frame.border), "night_line")
    tall = at.h > at.w * TALL
    height = min(at.h * (0.38 if tall else 0.69), HIGHEST_DOOR)
    opening = Box(at.w * (0.56 if tall else 0.14), at.bottom - height * 1.28, height * 0.43, height)
    openness = next((OPENNESS.get(node.hue, 0.55) for node in rest if node.hue), 0.55)
    door(sheet, field, opening, openness, at.bottom - opening.bottom)
    x = frame.margin + 16 if tall else opening.right + opening.w * 1.3
    words = Box(x, at.y, at.w - frame.margin - x, opening.y - RISE * height if tall else at.h)
    if message:
        beside = Box(x, opening.y, opening.x - LEAF * opening.w - x, height) if tall else _end(words)
        words = words if tall else Box(words.x, words.y, beside.x - MESSAGE_GAP - words.x, words.h)
        high = notice_height(sheet, message, beside.w)
        notice(sheet, message, Box(beside.x, beside.center[1] - high / 2, beside.w, high))
    _words(sheet, house, rest, words)


def _end(words: Box) -> Box:
    """The trailing part of the words' place."""
    width = words.w * MESSAGE
    return Box(words.right - width, words.y, width, words.h)


def _words(sheet: Sheet, house: Node, rest: list[Node], at: Box) -> None:
    """Brand and house, then the opening large, then the rest. Where there is not room for all, the last of the rest is
    left out first, then the brand; the opening never is."""
    measure, types = sheet.frame.measure, sheet.type
    lines = [
        (house, house.name, "name", types.lead_bold, "night_text"),
        (house, house.value, "value", types.body, "night_text2"),
    ]
    for number, node in enumerate(rest):
        style, colour = (types.heading, "night_text") if number == 0 else (types.body, "night_text2")
        lines.append((node, node.name, "name", style, colour))

    def high() -> float:
        return sum(measure(said, style, at.w)[1] for _, said, _, style, _ in lines)

    while high() > at.h - EDGE and len(lines) > 1:
        lines.pop(-1 if len(lines) > FIRST else 0)
    y = at.y + (at.h - high()) / 2
    for node, said, part, style, colour in lines:
        y += sheet.text(node, said, Box(at.x, y, at.w, 0), style, colour, part=part)
