"""Our own fault: plain, calm, with the way on. It needs no content."""

from __future__ import annotations

from kiosk.domain.modes import Mode
from kiosk.domain.node import Node, View
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.header import brand
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

EDGE, BRAND_Y, BELOW_BRAND = 96, 80, 176
"""Units from the sides, to the brand, and to what may stand below it."""
TOP = 0.2
"""Where the words begin, as a share of the height."""
SIGN, AFTER_SIGN, BETWEEN = 112, 40, 20
NUMBER, NUMBER_WIDE, ABOVE_NUMBERS = 82, 280, 34
"""Units of a number with its sign: height, width, and the gap above."""
WITHIN = 32
"""Units that everything keeps from the edges of what a hand reaches (10 mm)."""


def compose(sheet: Sheet, view: View) -> None:
    """A night wall with one sentence a language; the whole screen is the way back."""
    frame = sheet.frame
    sheet.ground = "night"
    trouble = view["trouble"]
    whole = Box(0, 0, frame.width, frame.height)
    sheet.target(trouble, whole, lambda other, look: None)
    brand(sheet, view.header[0], EDGE, BRAND_Y, "leaf_edge", "night_text", "night_text2")
    if frame.modes & {Mode.LARGE, Mode.LOW}:
        _fitted(sheet, trouble, view["numbers"])
        return
    x, y, width = EDGE, frame.height * TOP, frame.width - 2 * EDGE
    _sign(sheet, trouble, x, y)
    y = _titles(sheet, trouble, Box(x, y + SIGN + AFTER_SIGN, width, 0), sheet.type.heading)
    _numbers(sheet, view["numbers"], x, y + ABOVE_NUMBERS - BETWEEN, (NUMBER_WIDE, 0))


def _fitted(sheet: Sheet, trouble: Node, numbers: Node) -> None:
    """In the modes: the words as large as what a hand reaches allows; wide, sign and numbers stand beside them."""
    frame = sheet.frame
    top = max(BELOW_BRAND, frame.top + WITHIN)
    area = Box(EDGE, top, frame.width - 2 * EDGE, frame.bottom - WITHIN - top)
    _sign(sheet, trouble, area.x, area.y)
    if frame.portrait:
        words = Box(area.x, area.y + SIGN + AFTER_SIGN, area.w, 0)
        high = area.bottom - words.y - ABOVE_NUMBERS - NUMBER
        y = _titles(sheet, trouble, words, _style(sheet, trouble, words.w, high))
        _numbers(sheet, numbers, area.x, y + ABOVE_NUMBERS - BETWEEN, (NUMBER_WIDE, 0))
        return
    words = Box(area.x + NUMBER_WIDE, area.y, area.w - NUMBER_WIDE, 0)
    _titles(sheet, trouble, words, _style(sheet, trouble, words.w, area.h))
    _numbers(sheet, numbers, area.x, area.y + SIGN + AFTER_SIGN, (0, NUMBER + BETWEEN))


def _sign(sheet: Sheet, trouble: Node, x: float, y: float) -> None:
    sheet.sign(trouble, Box(x, y, SIGN, SIGN), trouble.icon, "light", fill=True)


def _titles(sheet: Sheet, trouble: Node, at: Box, style: TypeStyle) -> float:
    """The sentence in every language, each from its own side; where the next one would begin."""
    y = at.y
    for node in trouble.children:
        y += sheet.text(node, node.name, Box(at.x, y, at.w, 0), style, "night_text", own_side=True) + BETWEEN
    return y


def _style(sheet: Sheet, trouble: Node, width: float, height: float) -> TypeStyle:
    """The largest size in which all sentences find room."""
    types, measure = sheet.type, sheet.frame.measure
    styles = (types.heading, types.lead_bold, types.button)
    room = height - (len(trouble.children) - 1) * BETWEEN
    high = {style: sum(measure(node.name, style, width)[1] for node in trouble.children) for style in styles}
    return next((style for style in styles if high[style] <= room), types.button)


def _numbers(sheet: Sheet, numbers: Node, x: float, y: float, step: tuple[float, float]) -> None:
    """The numbers that always hold, each a step from the one before."""
    for node in numbers.children:
        sheet.sign(node, Box(x, y + 14, 48, 48), node.icon, "light", fill=True)
        sheet.text(node, node.name, Box(x + 68, y, 200, 0), sheet.type.number_long, "light")
        x, y = x + step[0], y + step[1]
