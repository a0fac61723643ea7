"""Notices: something old, uncertain or important, said in the open with a sign beside it."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

SIGN, PAD = 30, 14
LINE = 900
"""Units of a line in the usual size of words: about 75 characters (look.md 3)."""
AFTER_SIGN, EDGE = 12, 24
"""Units from a sign to the words beside it, and from a notice's edge to its sign."""


def _sign(sheet: Sheet) -> float:
    return SIGN * sheet.type.factor


def _words_width(sheet: Sheet, width: float) -> float:
    """Units of a notice's width that its words have: never more than they can be read in."""
    return min(width - EDGE - _sign(sheet) - AFTER_SIGN - 16, LINE * sheet.type.factor)


def notice_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units of a notice of this width, with its second line."""
    words = _words_width(sheet, width)
    lines = (said for said in (node.name, node.value) if said)
    return sum(sheet.frame.measure(said, sheet.type.notice, words)[1] for said in lines) + 2 * PAD


URGENT = "alert"
"""The hue of a notice that is urgent: its ground, its edge and its sign are those of danger (look.md 2)."""


def notice(sheet: Sheet, node: Node, at: Box) -> None:
    """A notice with an edge at its leading side; an urgent one in the colours of danger."""
    sign, urgent = _sign(sheet), node.hue == URGENT
    sheet.place(node.id, at)
    sheet.fill(node, at, "alert_bg" if urgent else "notice", tokens.R_NOTICE)
    if sheet.frame.contrast:
        sheet.outline(node, at, "hair", tokens.HAIR, tokens.R_NOTICE)
    edge = Box(at.x, at.y, tokens.R_NOTICE, at.h)
    sheet.fill(node, edge, "alert" if urgent else "light", 4, (True, False, False, True))
    colour = "alert" if urgent else "ink"
    sheet.sign(node, Box(at.x + EDGE, at.y + PAD + 1, sign, sign), node.icon, colour, fill=True)
    words = Box(at.x + EDGE + sign + AFTER_SIGN, at.y + PAD, _words_width(sheet, at.w), 0)
    low = words.y + sheet.text(node, node.name, words, sheet.type.notice, "ink")
    sheet.text(node, node.value, Box(words.x, low, words.w, 0), sheet.type.notice, "ink", part="value")


def remark_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units of a remark of this width."""
    return sheet.frame.measure(node.name, sheet.type.notice, width - _sign(sheet) - AFTER_SIGN)[1]


def remark(sheet: Sheet, node: Node, at: Box) -> None:
    """A quiet line with its sign: how old the facts are, who translated them."""
    sign = _sign(sheet)
    beside = sign + AFTER_SIGN
    sheet.place(node.id, at)
    sheet.sign(node, Box(at.x, at.y + 1, sign, sign), node.icon, "action")
    sheet.text(node, node.name, Box(at.x + beside, at.y, at.w - beside, 0), sheet.type.notice, "ink2")
