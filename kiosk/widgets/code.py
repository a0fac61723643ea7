"""The QR plate: white in every theme, with what it opens in plain words (accessibility.md Q-01 to Q-04)."""

from __future__ import annotations

from kiosk.domain.node import Node, Role
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

CODE = 296
"""Side of the code with its quiet zone in units: 37 modules of 8, 92 mm; the symbol alone 72 mm (Q-01: at least 60)."""
CODE_PORTRAIT = 408


def plate(sheet: Sheet, node: Node, at: Box) -> None:
    """Upright: phone sign, words, code, address and the language of the page, from top to bottom."""
    sheet.place(node.id, at)
    sheet.fill(node, at, "code_bg", tokens.R_CARD)
    sheet.outline(node, at, "hair", tokens.HAIR, tokens.R_CARD)
    sheet.sign(node, Box(at.center[0] - 26, at.y + 22, 52, 52), node.icon, "code_sign")
    y = at.y + 80
    y += sheet.text(node, node.name, Box(at.x + 20, y, at.w - 40, 0), sheet.type.button, "code_words", "center")
    if node.role is not Role.CODE:
        return
    sheet.code(node, Box(at.center[0] - CODE / 2, y + 4, CODE, CODE), node.address)
    captions(sheet, node, Box(at.x + 16, y + CODE - 2, at.w - 32, 0), "center", ("code_words", "code_words2"))


def plate_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that the upright plate needs."""
    words = 80 + sheet.frame.measure(node.name, sheet.type.button, width - 40)[1]
    return words + (CODE - 2 + captions_height(sheet, node, width - 32) if node.role is Role.CODE else 0) + 22


def captions_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units of the lines under a code."""
    address, language = node.children
    return (
        sheet.frame.measure(address.name, sheet.type.label_narrow, width)[1]
        + sheet.frame.measure(language.name, sheet.type.chip, width)[1]
    )


def captions(
    sheet: Sheet, node: Node, at: Box, align: tokens.Align = "start", colours: tuple[str, str] = ("ink", "ink2")
) -> float:
    """The address in bold and the page's language; the height they took."""
    address, language = node.children
    height = sheet.text(address, address.name, at, sheet.type.label_narrow, colours[0], align)
    below = Box(at.x, at.y + height, at.w, 0)
    return height + sheet.text(language, language.name, below, sheet.type.chip, colours[1], align)


def wide_plate(sheet: Sheet, node: Node, at: Box) -> Box:
    """On an upright panel: the code on its plate at the leading side, the words beside it. The room left over."""
    code = Box(at.x, at.y, CODE_PORTRAIT + 48, CODE_PORTRAIT + 48)
    beside = Box(code.right + 24, at.y, at.right - code.right - 24, at.h)
    sheet.place(node.id, Box(at.x, at.y, at.w, code.h))
    sheet.sign(node, Box(beside.x, beside.y + 4, 56, 56), node.icon, "action")
    y = beside.y + 68
    y += sheet.text(node, node.name, Box(beside.x, y, beside.w, 0), sheet.type.button, "ink")
    if node.role is Role.CODE:
        sheet.fill(node, code, "code_bg", tokens.R_CARD)
        sheet.outline(node, code, "hair", tokens.HAIR, tokens.R_CARD)
        sheet.code(node, code.inset(24), node.address)
        y += captions(sheet, node, Box(beside.x, y, beside.w, 0))
    return Box(beside.x, y + 16, beside.w, at.bottom - y - 16)
