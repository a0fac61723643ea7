"""What a list is about: in its topic's hue beside or above the rows, or with large words as the page's heading."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle, hue
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

SIGN, SIGN_LOW, SIGN_ABOVE = 120, 72, 96
LOWEST = 300
"""Units of a panel above the rows."""
PAD, PAD_LOW = 30, 16
BETWEEN = 12
PLATE, PLATE_LOW = 96, 72


def beside(sheet: Sheet, node: Node, at: Box) -> None:
    """Sign, title and text from the top; the count at the foot, in the low band beside the sign."""
    low, measure = sheet.frame.low, sheet.frame.measure
    side, pad = (SIGN_LOW, PAD_LOW) if low else (SIGN, PAD)
    _ground(sheet, node, at)
    x, width = at.x + (24 if low else 36), at.w - (48 if low else 64)
    sheet.sign(node, Box(x - 4, at.y + pad, side, side), node.icon, "hue_sign", fill=True)
    top, count = at.y + pad + side, node.children[0]
    wide, high = measure(count.name, sheet.type.line, width)
    if low:
        foot, left = at.bottom - pad, x + width - wide - 1
        sheet.text(count, count.name, Box(left, top - high, wide + 1, 0), sheet.type.line, "on_hue")
    else:
        foot = at.bottom - pad - high - BETWEEN
        sheet.text(count, count.name, Box(x, foot + BETWEEN, width, 0), sheet.type.line, "on_hue")
    top += 10 if low else 30
    _words(sheet, node, Box(x, top, width, foot - top))


def above_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that the panel needs above rows of this width."""
    words, pad = _words_above(sheet, Box(0, 0, width, 0)).w, PAD_LOW if sheet.frame.low else PAD
    title, text = _sizes(sheet, node, words)[-1 if sheet.frame.low else 0]
    measure = sheet.frame.measure
    height = measure(node.name, title, words)[1] + BETWEEN + measure(node.value, text, words)[1]
    if not _count_beside(sheet, node, title, words):
        height += BETWEEN + measure(node.children[0].name, sheet.type.line, words)[1]
    return max(0 if sheet.frame.low else LOWEST, height + 2 * pad)


def above(sheet: Sheet, node: Node, at: Box) -> None:
    """The sign at the leading side of the words; the count behind the title, or where it is long, at the foot."""
    side = SIGN_LOW if sheet.frame.low else SIGN_ABOVE
    _ground(sheet, node, at)
    words = _words_above(sheet, at)
    sheet.sign(node, Box(at.x + 36, words.y + 4, side, side), node.icon, "hue_sign", fill=True)
    count, measure = node.children[0], sheet.frame.measure
    width, height = measure(count.name, sheet.type.line, words.w)
    title = _sizes(sheet, node, words.w)[-1][0]
    if _count_beside(sheet, node, title, words.w):
        y = words.y + (measure(node.name, title, words.w)[1] - height) / 2
        sheet.text(count, count.name, Box(words.right - width - 1, y, width + 1, 0), sheet.type.line, "on_hue")
    else:
        foot = words.bottom - height
        sheet.text(count, count.name, Box(words.x, foot, words.w, 0), sheet.type.line, "on_hue")
        words = Box(words.x, words.y, words.w, foot - BETWEEN - words.y)
    _words(sheet, node, words)


def _words_above(sheet: Sheet, at: Box) -> Box:
    side, pad = (SIGN_LOW, PAD_LOW) if sheet.frame.low else (SIGN_ABOVE, PAD)
    x = at.x + 36 + side + 32
    return Box(x, at.y + pad, at.right - 28 - x, at.h - 2 * pad)


def _count_beside(sheet: Sheet, node: Node, title: TypeStyle, width: float) -> bool:
    """In the low band the count stands behind the title, if there is room."""
    measure = sheet.frame.measure
    both = measure(node.name, title)[0] + 40 + measure(node.children[0].name, sheet.type.line)[0]
    return sheet.frame.low and both <= width


def _ground(sheet: Sheet, node: Node, at: Box) -> None:
    sheet.place(node.id, at)
    sheet.fill(node, at, hue(node.hue), tokens.R_CARD)
    if sheet.frame.contrast:
        sheet.outline(node, at, "hair", tokens.HAIR, tokens.R_CARD)


def _sizes(sheet: Sheet, node: Node, width: float) -> list[tuple[TypeStyle, TypeStyle]]:
    """The sizes of title and text that a title of so much `width` may have, the largest first."""
    types = sheet.type
    pairs = [(types.title, types.body), (types.heading, types.body), (types.heading, types.notice)]
    whole = [pair for pair in pairs if sheet.frame.fits(node.name, pair[0], width)]
    return whole or [(types.button, types.notice)]


def _words(sheet: Sheet, node: Node, at: Box) -> None:
    """Title and text, as large as there is room."""
    measure, sizes = sheet.frame.measure, _sizes(sheet, node, at.w)

    def height(pair: tuple[TypeStyle, TypeStyle]) -> float:
        return measure(node.name, pair[0], at.w)[1] + BETWEEN + measure(node.value, pair[1], at.w)[1]

    title, text = next((pair for pair in sizes if height(pair) <= at.h + 1), sizes[-1])
    y = at.y + sheet.text(node, node.name, Box(at.x, at.y, at.w, 0), title, "on_hue") + BETWEEN
    sheet.text(node, node.value, Box(at.x, y, at.w, 0), text, "on_hue", part="value")


def heading(sheet: Sheet, node: Node) -> Box:
    """With large words: plate and title over the rows, and the count at the trailing end, if there is room there. What
    is left of the content."""
    area, low, measure = sheet.frame.content, sheet.frame.low, sheet.frame.measure
    side, count = PLATE_LOW if low else PLATE, node.children[0]
    plate = Box(area.x, area.y - 16 if low else area.y, side, side)
    sheet.fill(node, plate, hue(node.hue), tokens.R_PLATE)
    sheet.sign(node, plate.inset(side * 0.2), node.icon, "hue_sign", fill=True)
    words = Box(plate.right + 28, plate.y, area.right - plate.right - 28, side)
    style = _heading_style(sheet, node, words.w)
    height = max(side, measure(node.name, style, words.w)[1])
    sheet.place(node.id, Box(plate.x, plate.y, area.w, height))
    sheet.middle(node, node.name, Box(words.x, words.y, words.w, height), style, "ink")
    if _count_in_heading(sheet, node):
        at = Box(words.x, words.y, words.w, height)
        sheet.middle(count, count.name, at, sheet.type.line, "ink2", "end")
    top = plate.y + height + (12 if low else 20)
    return Box(area.x, top, area.w, area.bottom - top)


def _heading_style(sheet: Sheet, node: Node, width: float) -> TypeStyle:
    long = sheet.frame.measure(node.name, sheet.type.title)[0] > width
    return sheet.type.heading if sheet.frame.low or long else sheet.type.title


def _count_in_heading(sheet: Sheet, node: Node) -> bool:
    measure, width = sheet.frame.measure, sheet.frame.content.w - 28 - (PLATE_LOW if sheet.frame.low else PLATE)
    title = measure(node.name, _heading_style(sheet, node, width))[0]
    return title + 40 + measure(node.children[0].name, sheet.type.line)[0] <= width


def text_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units of what the list is about, under the heading, with the count where that has no room there."""
    measure, style = sheet.frame.measure, _text_style(sheet)
    height = measure(node.value, style, width)[1] + (12 if sheet.frame.low else 20)
    return height + (0 if _count_in_heading(sheet, node) else measure(node.children[0].name, style, width)[1])


def _text_style(sheet: Sheet) -> TypeStyle:
    return sheet.type.small if sheet.frame.low else sheet.type.body


def text(sheet: Sheet, node: Node, at: Box) -> None:
    """What the list is about, from the top of a box; with how many there are, if the heading has no room for it."""
    style, count = _text_style(sheet), node.children[0]
    y = at.y + sheet.text(node, node.value, Box(at.x, at.y, at.w, 0), style, "ink", part="value")
    if not _count_in_heading(sheet, node):
        sheet.text(count, count.name, Box(at.x, y, at.w, 0), style, "ink2")
