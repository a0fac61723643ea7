"""The line with a screen's title over its tiles, and what may stand at its trailing end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from kiosk.domain.node import Node
from kiosk.widgets.header import chip, chip_height, chip_width
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

ABOVE_LOW, BELOW, BELOW_LOW = 16, 20, 12
"""Units: in low mode the title stands so much nearer to the upper edge of the band; the room below it."""
BETWEEN, UNDER = 24, 4
"""Units between the title and what stands beside it, and above that where it has to stand below."""


class Beside(Struct, frozen=True):
    """What stands at the trailing end of the title, or below it where there is no room: its size in units, and how it
    is drawn in a box of that size."""

    width: float
    height: float
    draw: Callable[[Box], None]


def note(sheet: Sheet, node: Node) -> Beside:
    """A chip to read beside the title."""
    return Beside(chip_width(sheet, node), chip_height(sheet), partial(chip, sheet, node))


def title_line(sheet: Sheet, title: Node, beside: Beside | None = None) -> Box:
    """The title, in low mode smaller, and what is `beside` it. What is left of the content."""
    area, low = sheet.frame.content, sheet.frame.low
    y = area.y - (ABOVE_LOW if low else 0)
    long = sheet.frame.measure(title.name, sheet.type.title)[0] > area.w
    style = sheet.type.heading if low or long else sheet.type.title
    width, height = sheet.frame.measure(title.name, style, area.w)
    sheet.text(title, title.name, Box(area.x, y, area.w, 0), style, "ink")
    bottom = y + height
    if beside:
        at_end = width + BETWEEN + beside.width <= area.w
        x = area.right - beside.width if at_end else area.x
        top = y + (height - beside.height) / 2 if at_end else bottom + UNDER
        beside.draw(Box(x, top, beside.width, beside.height))
        bottom = max(bottom, top + beside.height)
    bottom += BELOW_LOW if low else BELOW
    return Box(area.x, bottom, area.w, area.bottom - bottom)
