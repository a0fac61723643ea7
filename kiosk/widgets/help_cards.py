"""What the help screen is made of: a number that saves a life, the desk, and what the screen can do. Only to read."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.node import Node
from kiosk.text.setting import TypeStyle
from kiosk.theme import tokens
from kiosk.theme.tokens import hue
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

NUMBER_X, NUMBER_X_LARGE, SIGN = 148, 116, 72
"""Units from a card's edge to its number, with large words less, and the side of its sign."""
AFTER_NUMBER, AFTER_WORDS = 24, 12
"""Units between a number and its words, and at the card's end."""
LONG_NUMBER = 3
"""Digits of the short numbers; longer ones are set smaller, on one line."""
LOWEST = 124
"""Units of a number's card at least."""
PAD, FEATURE_SIGN = 6, 40
DESK_SIGN, DESK_SIDE = 64, 36


def digits_width(sheet: Sheet, entries: Sequence[Node]) -> float:
    """The room in units that the longest of the numbers takes."""
    return (
        max(sheet.frame.measure(entry.children[0].name, _digits(sheet, entry))[0] for entry in entries) + AFTER_NUMBER
    )


def _digits(sheet: Sheet, entry: Node) -> TypeStyle:
    short = len(entry.children[0].name.text) <= LONG_NUMBER
    return sheet.type.number if short else sheet.type.number_long


def _number_x(sheet: Sheet) -> float:
    return NUMBER_X_LARGE if sheet.frame.large else NUMBER_X


def number_height(sheet: Sheet, entry: Node, width: float, digits: float) -> float:
    """The height in units of a number's card; without end where a word would be torn."""
    name, words = entry.children[1], width - _number_x(sheet) - digits - AFTER_WORDS
    fits = sheet.frame.fits
    if words <= 0 or not fits(name.name, sheet.type.button, words) or not fits(name.value, sheet.type.line, words):
        return float("inf")
    return max(LOWEST, _words(sheet, entry, words) + 14)


def _words(sheet: Sheet, entry: Node, width: float) -> float:
    name, measure = entry.children[1], sheet.frame.measure
    return measure(name.name, sheet.type.button, width)[1] + measure(name.value, sheet.type.line, width)[1]


def number(sheet: Sheet, entry: Node, at: Box, digits: float) -> None:
    """A card: sign and number in the colour of its kind, and beside them whom one reaches, and when."""
    figures, name = entry.children
    ink = sheet.hue_ink(entry.hue)
    sheet.place(entry.id, at)
    sheet.fill(entry, at, hue(entry.hue), tokens.R_TILE)
    inner = Box(at.x + tokens.EDGE, at.y, at.w - tokens.EDGE, at.h)
    sheet.fill(entry, inner, "surface", tokens.R_TILE, (False, True, True, False))
    sheet.outline(entry, at, "hair", tokens.HAIR, tokens.R_TILE)
    left = at.x + _number_x(sheet)
    sheet.sign(entry, Box(left - 28 - SIGN, at.center[1] - SIGN / 2, SIGN, SIGN), entry.icon, ink, fill=True)
    sheet.middle(figures, figures.name, Box(left, at.y, digits, at.h), _digits(sheet, entry), ink)
    x = left + digits
    width = at.right - x - AFTER_WORDS
    top = at.y + (at.h - _words(sheet, entry, width)) / 2
    upper = sheet.text(name, name.name, Box(x, top, width, 0), sheet.type.button, "ink")
    sheet.text(name, name.value, Box(x, top + upper, width, 0), sheet.type.line, "ink", part="value")


def desk_height(sheet: Sheet, node: Node, width: float, above: bool = False) -> float:
    """The height in units of the night card; with the wave `above` its words, or beside them."""
    side = DESK_SIGN * sheet.type.factor
    if above:
        return DESK_SIDE + side + 12 + _desk_words(sheet, node, width - 2 * DESK_SIDE) + 28
    return 28 + max(side, _desk_words(sheet, node, width - 2 * DESK_SIDE - side - 24)) + 28


def _desk_words(sheet: Sheet, node: Node, width: float) -> float:
    measure = sheet.frame.measure
    return measure(node.name, sheet.type.lead_bold, width)[1] + 6 + measure(node.value, sheet.type.body, width)[1]


def desk(sheet: Sheet, node: Node, at: Box, above: bool = False) -> None:
    """The night card with the wave: there are people here."""
    side = DESK_SIGN * sheet.type.factor
    sheet.place(node.id, at)
    sheet.fill(node, at, "night", tokens.R_CARD)
    if sheet.frame.contrast:
        sheet.outline(node, at, "hair", tokens.HAIR, tokens.R_CARD)
    x, width = at.x + DESK_SIDE, at.w - 2 * DESK_SIDE
    if above:
        sheet.sign(node, Box(x, at.y + 30, side, side), node.icon, "light", fill=True)
        y = at.y + DESK_SIDE + side + 12
    else:
        sheet.sign(node, Box(x, at.center[1] - side / 2, side, side), node.icon, "light", fill=True)
        x, width = x + side + 24, width - side - 24
        y = at.y + (at.h - _desk_words(sheet, node, width)) / 2
    y += sheet.text(node, node.name, Box(x, y, width, 0), sheet.type.lead_bold, "night_text") + 6
    sheet.text(node, node.value, Box(x, y, width, 0), sheet.type.body, "night_text", part="value")


def feature_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units of one thing that the screen can do; without end where a word would be torn."""
    room, fits = width - _indent(sheet), sheet.frame.fits
    if not fits(node.name, sheet.type.key_bold, room) or not fits(node.value, sheet.type.chip, room):
        return float("inf")
    return sum(_lines(sheet, node, width)) + 2 * PAD


def _indent(sheet: Sheet) -> float:
    return FEATURE_SIGN * sheet.type.factor + 22


def _lines(sheet: Sheet, node: Node, width: float) -> tuple[float, float]:
    room, measure = width - _indent(sheet), sheet.frame.measure
    return measure(node.name, sheet.type.key_bold, room)[1], measure(node.value, sheet.type.chip, room)[1]


def feature(sheet: Sheet, node: Node, at: Box) -> None:
    """Its key's sign and word, and what it does, under a thin line."""
    side, indent = FEATURE_SIGN * sheet.type.factor, _indent(sheet)
    upper, lower = _lines(sheet, node, at.w)
    top = at.y + (at.h - upper - lower) / 2
    sheet.fill(node, Box(at.x, at.y, at.w, 2), "hair")
    sheet.place(node.id, at)
    sheet.sign(node, Box(at.x + 2, at.center[1] - side / 2, side, side), node.icon, "action")
    words = Box(at.x + indent, top, at.w - indent, 0)
    sheet.text(node, node.name, words, sheet.type.key_bold, "ink")
    sheet.text(node, node.value, Box(words.x, top + upper, words.w, 0), sheet.type.chip, "ink", part="value")
