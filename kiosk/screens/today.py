"""Today at the centre (look.md 6): door and week at the leading side or above, the rest beside or below, in pages.

In the modes everything flows in its order over as many pages as it needs.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.domain.node import View
from kiosk.screens.today_blocks import GAP, messages, own, people
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.paging import COLUMN, keys_column, keys_height, keys_row, keys_signs
from kiosk.widgets.pieces import Box
from kiosk.widgets.section import Block, Placed, flow
from kiosk.widgets.sheet import Sheet

LEADING = 0.628
"""The share of a wide screen that the door and the week have."""
COLUMN_GAP = 40
"""Units between the two columns."""
HIGHEST_DAY = 14
"""Units by which a line of the week may be higher than its words."""
LEAST = 330
"""Units below the centre's own part, upright, with less than which nothing stays and everything turns."""


def compose(sheet: Sheet, view: View) -> None:
    """In the usual view the centre's own part stays, and people and ways turn beside or below it."""
    header(sheet, view.header)
    if sheet.frame.large or sheet.frame.low:
        _in_modes(sheet, view)
    elif sheet.frame.portrait:
        _upright(sheet, view)
    else:
        _wide(sheet, view)
    bar(sheet, view.bar)


def _wide(sheet: Sheet, view: View) -> None:
    area = sheet.frame.content
    left = Box(area.x, area.y, area.w * LEADING, area.h)
    right = Box(left.right + COLUMN_GAP, area.y, area.right - left.right - COLUMN_GAP, area.h)
    moved = _centre(sheet, view, left)
    _turning(sheet, view, moved, right, narrow=True)


def _upright(sheet: Sheet, view: View) -> None:
    area = sheet.frame.content
    needed = sum(one.height(area.w) + GAP for one in own(sheet, view))
    rest = sum(one.height(area.w) + GAP for one in [*messages(sheet, view), *people(sheet, view, area.w)])
    if area.h - needed < LEAST:
        _in_modes(sheet, view)
        return
    spare = max(0.0, min(area.h - needed - rest, _stretch(view)))
    top = Box(area.x, area.y, area.w, min(needed - GAP + spare, area.h))
    moved = _centre(sheet, view, top)
    below = Box(area.x, top.bottom + GAP, area.w, area.bottom - top.bottom - GAP)
    _turning(sheet, view, moved, below, narrow=False)


def _stretch(view: View) -> float:
    found = view.find("week")
    return HIGHEST_DAY * len(found.children) if found else 0.0


def _centre(sheet: Sheet, view: View, at: Box) -> list[Block]:
    """What is about the centre, one under the other, the week with what is left of height; what found no room."""
    blocks = own(sheet, view)
    while len(blocks) > 1 and sum(one.height(at.w) + GAP for one in blocks) - GAP > at.h:
        blocks.pop()
    high = sum(one.height(at.w) + GAP for one in blocks) - GAP
    spare, y = max(0.0, min(at.h - high, _stretch(view))), at.y
    for one in blocks:
        height = one.height(at.w) + (spare if one.node.id == "week" else 0.0)
        one.draw(Box(at.x, y, at.w, height))
        y += height + GAP
    return own(sheet, view)[len(blocks) :]


def _turning(sheet: Sheet, view: View, moved: Sequence[Block], area: Box, narrow: bool) -> None:
    """The rest, in pages where it needs more than one; the page keys at its foot. Notices come first."""
    blocks = [*messages(sheet, view), *moved, *people(sheet, view, area.w)]
    pages, high = flow(blocks, [area], 1, GAP), keys_height(sheet)
    if len(pages) > 1:
        pages = flow(blocks, [replace(area, h=area.h - high - GAP)], 1, GAP)
    _show(sheet, view, pages)
    keys = view.find("pages")
    if len(pages) > 1 and keys:
        at = Box(area.x, area.bottom - high, area.w, high)
        (keys_signs if narrow else keys_row)(sheet, keys, at)


def _show(sheet: Sheet, view: View, pages: Sequence[Sequence[Placed]]) -> None:
    sheet.pages = len(pages)
    for placed in pages[min(view.route.page, len(pages) - 1)]:
        placed.block.draw(placed.at)


def _in_modes(sheet: Sheet, view: View) -> None:
    """Everything in its order. Wide, the page keys stand beside it, so that lines stay; upright below it."""
    frame, area = sheet.frame, sheet.frame.content
    area = area.inset(0, -8) if frame.low else area
    beside, high = not frame.portrait, keys_height(sheet)
    room = replace(area, w=area.w - COLUMN - COLUMN_GAP) if beside else replace(area, h=area.h - high - GAP)
    columns = 2 if beside and not frame.large else 1
    width = (room.w - (columns - 1) * COLUMN_GAP) / columns
    first, *others = own(sheet, view)
    blocks = [first, *messages(sheet, view), *others, *people(sheet, view, width)]
    pages = flow(blocks, [room], columns, GAP, fill=True)
    _show(sheet, view, pages)
    keys = view.find("pages")
    if keys and beside:
        keys_column(sheet, keys, Box(area.right - COLUMN, area.y, COLUMN, area.h))
    elif keys:
        keys_row(sheet, keys, Box(area.x, area.bottom - high, area.w, high))
