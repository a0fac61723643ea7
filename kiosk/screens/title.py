"""The line with a screen's title over its tiles, in the modes in which the title has no other place."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.widgets.header import chip, chip_height, chip_width
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

ABOVE_LOW, BELOW, BELOW_LOW = 16, 20, 12
"""Units: in low mode the title stands so much nearer to the upper edge of the band; the room below it."""


def title_line(sheet: Sheet, title: Node, note: Node | None = None) -> Box:
    """The title, in low mode smaller, and at its trailing end, or below it, a note. What is left of the content."""
    area, low = sheet.frame.content, sheet.frame.low
    y = area.y - (ABOVE_LOW if low else 0)
    long = sheet.frame.measure(title.name, sheet.type.title)[0] > area.w
    style = sheet.type.heading if low or long else sheet.type.title
    width, height = sheet.frame.measure(title.name, style, area.w)
    sheet.text(title, title.name, Box(area.x, y, area.w, 0), style, "ink")
    bottom = y + height
    if note:
        wide, high = chip_width(sheet, note), chip_height(sheet)
        beside = width + 24 + wide <= area.w
        top = y + (height - high) / 2 if beside else bottom + 4
        chip(sheet, note, Box(area.right - wide if beside else area.x, top, wide, high))
        bottom = max(bottom, top + high)
    bottom += BELOW_LOW if low else BELOW
    return Box(area.x, bottom, area.w, area.bottom - bottom)
