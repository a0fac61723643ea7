"""The card for the desk: a strong frame, a band of light, German in large type, and below a dashed line the same in the
visitor's language (look.md 6). One half of it may stand on a page alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

FRAME, BAND = 3, 20
"""Units of the line around the card, and of the light along its upper edge."""
SIDE, ABOVE, BELOW = 56, 28, 28
SIDE_TIGHT, ABOVE_TIGHT, BELOW_TIGHT = 36, 12, 14
"""Units around the words of a half; where there is little room."""
AFTER_LABEL, AFTER_STATEMENT = 8, 20
SIGN, AFTER_SIGN = 44, 16
DASH, DASH_GAP = 14, 8
GERMAN, OWN, LABELS = "german", "own", ("german.team", "own.means")
"""The ids of the German sentence, of the other half, and of what stands above each."""
BOTTOM = (False, False, True, True)


class Sizes(Struct, frozen=True):
    """How large the statement is and what stands beneath it, and whether there is little room around them."""

    statement: TypeStyle
    beneath: TypeStyle
    tight: bool = False


def sizes(sheet: Sheet, alone: bool) -> list[Sizes]:
    """The sizes that the words may have, the largest first; the smaller ones for a half alone on its page, where a
    visitor has asked for large words in little room."""
    types, tight = sheet.type, sheet.frame.low or sheet.frame.large
    found = [(types.statement, types.beneath), (types.title, types.lead), (types.heading, types.body)]
    if alone:
        found += [(types.lead_bold, types.line), (types.button, types.small)]
    return [Sizes(statement, beneath, tight) for statement, beneath in found]


def half_height(sheet: Sheet, node: Node, width: float, size: Sizes) -> float:
    """The height in units that a half needs for its words."""
    return _half(sheet, node, Box(0, 0, width, 0), size, draw=False)


def torn(sheet: Sheet, node: Node, width: float, size: Sizes) -> bool:
    """Whether a word of a half is longer than a line."""
    room = width - 2 * _side(size)
    return not all(sheet.frame.fits(one.name, _style(sheet, one, size), room) for one in node.walk())


def desk_card(sheet: Sheet, halves: Sequence[Node], at: Box, size: Sizes) -> None:
    """The halves, or one of them, in a frame of this size: the second one as high as its words, the first the rest."""
    first, *others = halves
    own = sum(half_height(sheet, node, at.w, size) for node in others)
    upper = Box(at.x, at.y, at.w, at.h - own)
    sheet.fill(first, at, "surface" if first.id == OWN else "light", tokens.R_CARD)
    if first.id != OWN:
        below = Box(at.x, at.y + BAND, at.w, at.h - BAND)
        sheet.fill(first, below, "surface", tokens.R_CARD, BOTTOM)
        sheet.fill(first, Box(at.x, at.y + BAND, at.w, FRAME), "ink")
    for node in others:
        low = Box(at.x, upper.bottom, at.w, own)
        sheet.fill(node, low, "paper", tokens.R_CARD, BOTTOM)
        _dashes(sheet, node, low)
        _half(sheet, node, low, size, draw=True)
    _half(sheet, first, _centred(sheet, first, upper, size), size, draw=True)
    sheet.outline(first, at, "ink", max(FRAME, sheet.frame.border), tokens.R_CARD)


def _centred(sheet: Sheet, node: Node, at: Box, size: Sizes) -> Box:
    """A half that has more room than it needs: its words stand a little above the middle of it."""
    spare = max(0.0, at.h - half_height(sheet, node, at.w, size))
    return Box(at.x, at.y + spare * 0.3, at.w, at.h)


def _dashes(sheet: Sheet, node: Node, at: Box) -> None:
    x = at.x + FRAME
    while x < at.right - FRAME:
        sheet.fill(node, Box(x, at.y, min(DASH, at.right - FRAME - x), tokens.HAIR), "border")
        x += DASH + DASH_GAP


def _side(size: Sizes) -> float:
    return SIDE_TIGHT if size.tight else SIDE


def _style(sheet: Sheet, node: Node, size: Sizes) -> TypeStyle:
    if node.id in LABELS:
        return sheet.type.notice
    return size.statement if node.id == GERMAN else size.beneath


def _half(sheet: Sheet, node: Node, at: Box, size: Sizes, draw: bool) -> float:
    """The words of a half one under the other; the height they need, with what is around them. Each keeps the side that
    its language is read from: who is at the desk reads German, wherever the visitor's language begins."""
    lines = [one for one in node.walk() if one.name]
    x, width = at.x + _side(size), at.w - 2 * _side(size)
    y = at.y + (ABOVE_TIGHT if size.tight else ABOVE) + (BAND if node.id != OWN else 0)
    for line, following in pairwise([*lines, None]):
        assert line is not None
        style, before = _style(sheet, line, size), _before(sheet, line)
        if draw and before:
            _sign(sheet, line, Box(x, y, width, sheet.frame.measure(line.name, style)[1]))
        room = Box(x + (0 if _ends(sheet, line) else before), y, width - before, 0)
        height = sheet.frame.measure(line.name, style, room.w)[1]
        if draw:
            colour = "ink2" if style is sheet.type.notice else "ink"
            sheet.text(line, line.name, room, style, colour, own_side=True)
        y += height
        if following:
            y += AFTER_STATEMENT * (0.5 if size.tight else 1) if line.id == GERMAN else AFTER_LABEL
    return y + (BELOW_TIGHT if size.tight else BELOW) - at.y


def _ends(sheet: Sheet, line: Node) -> bool:
    """Whether a line begins at the side where the screen's lines end."""
    return sheet.frame.is_rtl(line.name.language) != sheet.frame.rtl


def _before(sheet: Sheet, line: Node) -> float:
    return (SIGN + AFTER_SIGN) if line.icon and not sheet.frame.large else 0.0


def _sign(sheet: Sheet, line: Node, at: Box) -> None:
    x = at.right - SIGN if _ends(sheet, line) else at.x
    sheet.sign(line, Box(x, at.y + (at.h - SIGN) / 2, SIGN, SIGN), line.icon, "ink")
