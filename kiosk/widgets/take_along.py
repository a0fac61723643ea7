"""A card with a code to take along and the same facts in words: a contact, the way to a place."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from kiosk.domain.node import Node, Role
from kiosk.theme import tokens
from kiosk.theme.tokens import UNIT_MM, TypeStyle
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

MODULES, MODULE_MM, MODULE_PX = 73, 1.2, 4
"""Modules of a long contact with its quiet zone, and what each must be at least (accessibility.md Q-02)."""
ROOMY, MOST_CODE = 380, 640
"""Units of a code under the words: with less it stands beside all of them; and the largest."""
SHARES = (0.56, 0.48, 0.42)
"""Of the card's width that the code may have: less where the words beside it would be torn."""
PAD, PAD_LOW, BETWEEN, LINE_GAP = 28, 14, 32, 12
"""Units around what stands on the card, between the code and the words, and between lines."""
SIGN, AFTER_SIGN = 34, 14


class Sizes(Struct, frozen=True):
    """How large the words are, the title's and all others', and how much of the width the code may have."""

    title: TypeStyle
    words: TypeStyle
    share: float


class Line(Struct, frozen=True):
    """Words in their place, with the sign before them."""

    node: Node
    at: Box
    style: TypeStyle


class Arranged(Struct, frozen=True):
    """A card's code, if it has one, and its lines."""

    code: Box | None
    lines: Sequence[Line]


def take_along(sheet: Sheet, node: Node, at: Box, arranged: Arranged) -> None:
    """The card as it was arranged for its place."""
    sheet.place(node.id, at)
    sheet.fill(node, at, "surface", tokens.R_CARD)
    sheet.outline(node, at, "hair", tokens.HAIR, tokens.R_CARD)
    code = _code(node)
    if arranged.code and code:
        sheet.fill(code, arranged.code, "code_bg", tokens.R_PLATE)
        sheet.code(code, arranged.code, code.address)
    for line in arranged.lines:
        _line(sheet, line)
    if arranged.code and code:
        sheet.place(code.id, arranged.code)


def sizes(sheet: Sheet) -> list[Sizes]:
    """The sizes that titles and words may have, and the share of the width that the code may have with each: the
    largest first."""
    types = sheet.type
    pairs = [(types.lead_bold, types.body), (types.button, types.line), (types.section, types.small)]
    return [Sizes(title, words, share) for title, words in pairs for share in SHARES]


def arranged(sheet: Sheet, node: Node, at: Box, size: Sizes, name: Node | None = None) -> Arranged | None:
    """How a card fits its place in these sizes; None if it does not. What to do stands across all of it and the facts
    beside the code, or, where that would make the code small, all words do. With the `name` of the screen, where that
    has no other place."""
    inner = at.inset(PAD_LOW if sheet.frame.low else PAD)
    least = _least(sheet)
    for across, smallest in ((True, max(ROOMY, least)), (False, least), (True, least)):
        found = _arranged(sheet, node, inner, size, across, smallest, name)
        if found:
            return found
    return None


def _least(sheet: Sheet) -> float:
    """Units of a code whose modules are large enough on this panel."""
    pitch = UNIT_MM / sheet.frame.scale
    return MODULES * max(MODULE_PX, ceil(MODULE_MM / pitch)) / sheet.frame.scale


def _arranged(
    sheet: Sheet, node: Node, inner: Box, size: Sizes, across: bool, least: float, name: Node | None
) -> Arranged | None:
    code = _code(node)
    title, *facts = (one for one in node.children if one is not code)
    head = [one for one in (name, title, code) if one]
    upper = _stack(sheet, head, inner, size) if across else []
    top = upper[-1].at.bottom + 2 * LINE_GAP if upper else inner.y
    room = Box(inner.x, top, inner.w, inner.bottom - top)
    side = min(room.h, inner.w * size.share, MOST_CODE) if code else 0.0
    if code and side < least:
        return None
    if code:
        facts = [*code.children, *facts]
    left = room.x + side + BETWEEN if side else room.x
    beside = Box(left, room.y, room.right - left, room.h)
    lower = _stack(sheet, facts if across else [*head, *facts], beside, size)
    lines = [*upper, *lower]
    fits = all(line.at.bottom <= inner.bottom and _whole(sheet, line) for line in lines)
    place = Box(room.x, room.y, side, side) if side else None
    return Arranged(place, lines) if fits else None


def _stack(sheet: Sheet, nodes: Sequence[Node], at: Box, size: Sizes) -> list[Line]:
    """The nodes' names one under the other."""
    lines, y = [], at.y
    for node in nodes:
        style = size.title if node.role is Role.HEADING else size.words
        before = _before(sheet, node)
        room = Box(at.x + before, y, at.w - before, 0)
        high = sheet.frame.measure(node.name, style, room.w)[1]
        lines.append(Line(node, Box(room.x, y, room.w, high), style))
        y += high + LINE_GAP
    return lines


def _whole(sheet: Sheet, line: Line) -> bool:
    return sheet.frame.fits(line.node.name, line.style, line.at.w)


def _before(sheet: Sheet, node: Node) -> float:
    """Units of a sign and of the room behind it; headings have none."""
    return SIGN * sheet.type.factor + AFTER_SIGN if node.icon and node.role is not Role.HEADING else 0.0


def _line(sheet: Sheet, line: Line) -> None:
    node, at = line.node, line.at
    if _before(sheet, node):
        side = SIGN * sheet.type.factor
        first = sheet.frame.measure(node.name, line.style)[1]
        top = at.y + max(0.0, (first - side) / 2)
        sheet.sign(node, Box(at.x - AFTER_SIGN - side, top, side, side), node.icon, "action")
    sheet.text(node, node.name, at, line.style, "ink")


def _code(node: Node) -> Node | None:
    return next((one for one in node.children if one.role is Role.CODE), None)
