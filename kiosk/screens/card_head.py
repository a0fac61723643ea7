"""The head of a card: its ground, the plate with its picture, the title and the other name."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle, hue
from kiosk.widgets.edged import edged
from kiosk.widgets.header import CHIP_HEIGHT, chip, chip_width
from kiosk.widgets.pieces import Box
from kiosk.widgets.section import Block
from kiosk.widgets.sheet import Sheet

PLATE, PLATE_LOW = 80, 64
INNER = 54
AFTER_PLATE = 20
TITLE_ROOM = 560
"""Units a title must keep beside the chip with the facts' date."""


def head(sheet: Sheet, card: Node, at: Box) -> float:
    """The card with plate, title and its other name, and the age of its facts; where the rest begins."""
    title = card.children[0]
    ground(sheet, card, at)
    plate = Box(at.x + INNER, at.y + 24, PLATE, PLATE)
    _plate(sheet, title, plate)
    right = _age_chip(sheet, card, Box(plate.right + AFTER_PLATE, plate.y, at.right - plate.right - 62, PLATE))
    words = Box(plate.right + AFTER_PLATE, plate.y, right - plate.right - AFTER_PLATE, PLATE)
    return _names(sheet, title, words, _style(sheet, title, words.w)) + 12


def ground(sheet: Sheet, card: Node, at: Box) -> None:
    """The card itself, with the hue of its topic along the edge."""
    sheet.place(card.id, at)
    edged(sheet, card, at, hue(card.children[0].hue), tokens.R_CARD)


def _plate(sheet: Sheet, title: Node, at: Box) -> None:
    sheet.fill(title, at, hue(title.hue), tokens.R_PLATE)
    if sheet.frame.contrast:
        sheet.outline(title, at, "hair", tokens.HAIR, tokens.R_PLATE)
    sheet.sign(title, at.inset(at.w * 0.225), title.icon, "hue_sign", fill=True)


def on_chip(node: Node) -> bool:
    """The age of sound facts stands on a chip beside the title; doubtful ones get a notice of their own."""
    return node.id == "notice.facts" and node.icon != "warning-circle"


def chip_fits(sheet: Sheet, card: Node) -> bool:
    """Whether the title keeps room beside the chip; without it the date is a remark on the card."""
    width = sheet.places[card.id].w if card.id in sheet.places else 0.0
    return all(
        width - INNER - PLATE - 62 - chip_width(sheet, node) >= TITLE_ROOM for node in card.children if on_chip(node)
    )


def _age_chip(sheet: Sheet, card: Node, at: Box) -> float:
    """The chip with the facts' date at the trailing end of the title's line; where the title must end."""
    for node in card.children if chip_fits(sheet, card) else ():
        if on_chip(node):
            width = chip_width(sheet, node)
            chip(sheet, node, Box(at.right - width, at.y + (at.h - CHIP_HEIGHT) / 2, width, CHIP_HEIGHT))
            return at.right - width - 24
    return at.right


def _style(sheet: Sheet, title: Node, width: float) -> TypeStyle:
    """The size of a title: the heading's where it is longer than a line."""
    measure, types = sheet.frame.measure, sheet.type
    if measure(title.name, types.title, width)[1] <= measure(title.name, types.title)[1] + 1:
        return types.title
    return types.heading if sheet.frame.fits(title.name, types.heading, width) else types.button


def _names_height(sheet: Sheet, title: Node, width: float, style: TypeStyle) -> tuple[float, float]:
    """The heights of the title and of its other name."""
    measure = sheet.frame.measure
    lower = measure(title.value, sheet.type.line, width)[1] if title.value else 0.0
    return measure(title.name, style, width)[1], lower


def _names(sheet: Sheet, title: Node, at: Box, style: TypeStyle) -> float:
    """The title beside its plate, below it the other name, smaller; their lower edge, at least the plate's."""
    upper, lower = _names_height(sheet, title, at.w, style)
    top = at.y + max(0.0, (at.h - upper - lower) / 2)
    sheet.text(title, title.name, Box(at.x, top, at.w, 0), style, "ink")
    sheet.text(title, title.value, Box(at.x, top + upper, at.w, 0), sheet.type.line, "ink2", part="value")
    return max(at.bottom, top + upper + lower)


def heading(sheet: Sheet, title: Node) -> Block:
    """In the modes: plate and title as a block, for the top of every page or as the first thing on the first one."""
    plate = PLATE_LOW if sheet.frame.low else PLATE

    def height(width: float) -> float:
        words = width - plate - AFTER_PLATE
        return max(plate, sum(_names_height(sheet, title, words, _short_style(sheet, title, words))))

    def draw(at: Box) -> None:
        _plate(sheet, title, Box(at.x, at.y, plate, plate))
        words = Box(at.x + plate + AFTER_PLATE, at.y, at.w - plate - AFTER_PLATE, plate)
        _names(sheet, title, words, _short_style(sheet, title, words.w))

    return Block(title, height, draw, wide=True)


def _short_style(sheet: Sheet, title: Node, width: float) -> TypeStyle:
    """The largest size in which the title takes two lines at most and no word is torn; low, no larger than a heading:
    there is little room."""
    frame, types = sheet.frame, sheet.type
    styles = (types.heading, types.button) if frame.low else (types.title, types.heading, types.button)
    for style in styles:
        two_lines = 2.1 * frame.measure(title.name, style)[1]
        if frame.fits(title.name, style, width) and frame.measure(title.name, style, width)[1] <= two_lines:
            return style
    return styles[-1]
