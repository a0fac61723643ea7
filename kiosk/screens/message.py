"""The notice of the day on the home screen: below the title, or in the field above the band of low mode."""

from __future__ import annotations

from kiosk.domain.node import Node, Role, View
from kiosk.widgets.notice import notice, notice_height
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

BELOW = 20
"""Units between the notice and what stands below it."""
WIDEST = 1000
"""Units of its width in the usual size of words: about 75 characters a line."""
PREFIX = "message."


def message(view: View) -> Node | None:
    """The notice on this screen, if there is one."""
    return next((node for node in view.main if node.role is Role.STATUS and node.id.startswith(PREFIX)), None)


def message_height(sheet: Sheet, view: View, width: float) -> float:
    """The height in units that the notice takes, with the room below it; nothing without one."""
    node = message(view)
    return notice_height(sheet, node, min(width, WIDEST * sheet.type.factor)) + BELOW if node else 0.0


def message_below(sheet: Sheet, view: View, x: float, y: float, width: float) -> float:
    """Draw the notice; where what stands below it begins."""
    node = message(view)
    if node:
        wide = min(width, WIDEST * sheet.type.factor)
        notice(sheet, node, Box(x, y, wide, notice_height(sheet, node, wide)))
    return y + message_height(sheet, view, width)
