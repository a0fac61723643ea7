"""Notices: something old, uncertain or important, said in the open with a sign beside it."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

SIGN, PAD = 30, 14


def notice_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units of a notice of this width."""
    return sheet.frame.measure(node.name, sheet.type.notice, width - 82)[1] + 2 * PAD


def notice(sheet: Sheet, node: Node, at: Box) -> None:
    """A notice with a light edge at its leading side."""
    sheet.place(node.id, at)
    sheet.fill(node, at, "notice", tokens.R_NOTICE)
    sheet.fill(node, Box(at.x, at.y, tokens.R_NOTICE, at.h), "light", 4, (True, False, False, True))
    sheet.sign(node, Box(at.x + 24, at.y + PAD + 1, SIGN, SIGN), node.icon, "ink", fill=True)
    sheet.text(node, node.name, Box(at.x + 66, at.y + PAD, at.w - 82, 0), sheet.type.notice, "ink")


def remark_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units of a remark of this width."""
    return sheet.frame.measure(node.name, sheet.type.notice, width - 42)[1]


def remark(sheet: Sheet, node: Node, at: Box) -> None:
    """A quiet line with its sign: how old the facts are, who translated them."""
    sheet.place(node.id, at)
    sheet.sign(node, Box(at.x, at.y + 1, SIGN, SIGN), node.icon, "action")
    sheet.text(node, node.name, Box(at.x + 42, at.y, at.w - 42, 0), sheet.type.notice, "ink2")
