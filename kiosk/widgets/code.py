"""The QR plate: white in every theme, with what it opens in plain words (accessibility.md Q-01 to Q-04)."""

from __future__ import annotations

from kiosk.domain.node import Node, Role
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

CODE = 296
"""Side of the code with its quiet zone in units: 37 modules of 8, 92 mm; the symbol alone 72 mm (Q-01: at least 60)."""
CODE_PORTRAIT = 408
CODE_SMALL = 296
"""For large words in low mode. On every panel the symbol alone keeps 60 mm (Q-01): a test measures it."""
PAD, PAD_WIDE, PAD_SMALL, SIGN = 16, 24, 2, 30
"""Units around what stands on a plate, around a code beside its words, and the phone sign beside words."""


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


def column(sheet: Sheet, node: Node, at: Box) -> None:
    """In the modes, beside a card: words with their sign, code, address and language, in the middle of the plate."""
    sheet.place(node.id, at)
    sheet.fill(node, at, "code_bg", tokens.R_CARD)
    sheet.outline(node, at, "hair", tokens.HAIR, tokens.R_CARD)
    sign, room = _sign(sheet), at.w - 2 * PAD
    width, height = sheet.frame.measure(node.name, sheet.type.button, room - sign - 12)
    x, y = at.center[0] - (sign + 12 + width) / 2, at.y + PAD + (at.h - column_height(sheet, node, at.w)) / 2
    sheet.sign(node, Box(x, y + max(0.0, (height - sign) / 2), sign, sign), node.icon, "code_sign")
    sheet.text(node, node.name, Box(x + sign + 12, y, width + 1, 0), sheet.type.button, "code_words")
    if node.role is Role.CODE:
        y += max(height, sign)
        sheet.code(node, Box(at.center[0] - CODE / 2, y, CODE, CODE), node.address)
        captions(sheet, node, Box(at.x + PAD, y + CODE, room, 0), "center", ("code_words", "code_words2"))


def column_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that such a plate needs."""
    sign, room = _sign(sheet), width - 2 * PAD
    words = max(sign, sheet.frame.measure(node.name, sheet.type.button, room - sign - 12)[1])
    return words + (CODE + captions_height(sheet, node, room) if node.role is Role.CODE else 0) + 2 * PAD


def column_fits(sheet: Sheet, node: Node, at: Box) -> bool:
    """Whether the plate finds room there and no word of it is torn."""
    room, fits = at.w - 2 * PAD, sheet.frame.fits
    address = all(fits(line.name, sheet.type.label_narrow, room) for line in node.children[:1])
    words = fits(node.name, sheet.type.button, room - _sign(sheet) - 12)
    return address and words and column_height(sheet, node, at.w) <= at.h


def _sign(sheet: Sheet) -> float:
    return SIGN * sheet.type.factor


def wide_plate(sheet: Sheet, node: Node, at: Box, side: float = CODE_PORTRAIT, pad: float = PAD_WIDE) -> Box:
    """The code, `side` units, on its plate at the leading side, the words beside it. The room left over under them."""
    code = Box(at.x, at.y, side + 2 * pad, side + 2 * pad)
    beside = Box(code.right + 24, at.y, at.right - code.right - 24, at.h)
    sheet.place(node.id, Box(at.x, at.y, at.w, code.h))
    y = beside.y + _scan(sheet, node, beside)
    if node.role is Role.CODE:
        sheet.fill(node, code, "code_bg", tokens.R_CARD)
        sheet.outline(node, code, "hair", tokens.HAIR, tokens.R_CARD)
        sheet.code(node, code.inset(pad), node.address)
        y += captions(sheet, node, Box(beside.x, y, beside.w, 0))
    return Box(beside.x, y + 16, beside.w, at.bottom - y - 16)


def _scan(sheet: Sheet, node: Node, at: Box) -> float:
    """Phone sign and what to do: one under the other, in the modes beside each other; the height they took."""
    if not sheet.frame.modes:
        sheet.sign(node, Box(at.x, at.y + 4, 56, 56), node.icon, "action")
        return 68 + sheet.text(node, node.name, Box(at.x, at.y + 68, at.w, 0), sheet.type.button, "ink")
    sign = _sign(sheet)
    words = Box(at.x + sign + 12, at.y, at.w - sign - 12, 0)
    height = sheet.text(node, node.name, words, sheet.type.button, "ink")
    sheet.sign(node, Box(at.x, at.y + max(0.0, (height - sign) / 2), sign, sign), node.icon, "action")
    return max(height, sign) + 8


def wide_height(sheet: Sheet, node: Node, width: float, side: float, pad: float = PAD_WIDE) -> float:
    """The height in units that such a plate needs in the modes."""
    beside = width - side - 2 * pad - 24
    sign = _sign(sheet)
    words = max(sign, sheet.frame.measure(node.name, sheet.type.button, beside - sign - 12)[1]) + 8
    return max(side + 2 * pad, words + (captions_height(sheet, node, beside) if node.role is Role.CODE else 0))
