"""Our own fault: plain, calm, with the way on. It needs no content."""

from __future__ import annotations

from kiosk.domain.node import View
from kiosk.widgets.header import brand
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet


def compose(sheet: Sheet, view: View) -> None:
    """A night wall with one sentence a language; the whole screen is the way back."""
    frame = sheet.frame
    sheet.ground = "night"
    trouble = view["trouble"]
    whole = Box(0, 0, frame.width, frame.height)
    sheet.target(trouble, whole, lambda other, look: None)
    brand(sheet, view.header[0], 96, 80, "leaf_edge", "night_text", "night_text2")
    x, width = 96, frame.width - 192
    sheet.sign(trouble, Box(x, frame.height * 0.2, 112, 112), trouble.icon, "light", fill=True)
    y = frame.height * 0.2 + 152
    for node in trouble.children:
        y += sheet.text(node, node.name, Box(x, y, width, 0), sheet.type.heading, "night_text", own_side=True) + 20
    x = 96
    for node in view["numbers"].children:
        sheet.sign(node, Box(x, y + 48, 48, 48), node.icon, "light", fill=True)
        sheet.text(node, node.name, Box(x + 68, y + 34, 200, 0), sheet.type.number_long, "light")
        x += 280
