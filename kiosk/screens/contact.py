"""An organisation to take along: its contact and the way there, side by side or on a page each."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.node import Node, View
from kiosk.screens.card_head import heading
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.paging import COLUMN, keys_column, keys_height, keys_row
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.take_along import arranged, take_along

GAP, GAP_LOW = 24, 12


def compose(sheet: Sheet, view: View) -> None:
    """The name, and under it the cards: all of them if they fit, else one a page."""
    header(sheet, view.header)
    parts, area = view["parts"].children, sheet.frame.content
    if not _all(sheet, view, parts, area):
        sheet.pages = len(parts)
        _one(sheet, view, parts[min(view.route.page, len(parts) - 1)], area)
    bar(sheet, view.bar)


def _gap(sheet: Sheet) -> float:
    return GAP_LOW if sheet.frame.low else GAP


def _under_name(sheet: Sheet, title: Node, area: Box, draw: bool) -> Box:
    """What the organisation's name at the head of an area leaves of it."""
    name = heading(sheet, title)
    high = name.height(area.w)
    if draw:
        name.draw(Box(area.x, area.y, area.w, high))
    top = area.y + high + _gap(sheet)
    return Box(area.x, top, area.w, area.bottom - top)


def _all(sheet: Sheet, view: View, parts: Sequence[Node], area: Box) -> bool:
    """All cards on one page, if they have room there."""
    room, gap, count = _under_name(sheet, view["title"], area, draw=False), _gap(sheet), len(parts)
    if sheet.frame.portrait:
        high = (room.h - (count - 1) * gap) / count
        places = [Box(room.x, room.y + at * (high + gap), room.w, high) for at in range(count)]
    else:
        wide = (room.w - (count - 1) * gap) / count
        places = [Box(room.x + at * (wide + gap), room.y, wide, room.h) for at in range(count)]
    found = [arranged(sheet, part, at) for part, at in zip(parts, places, strict=True)]
    if None in found:
        return False
    _under_name(sheet, view["title"], area, draw=True)
    for part, at, one in zip(parts, places, found, strict=True):
        if one:
            take_along(sheet, part, at, one)
    return True


def _one(sheet: Sheet, view: View, part: Node, area: Box) -> None:
    """One of the cards, with the page keys beside it, upright below it. Where the name over it leaves too little room,
    it stands among the words."""
    keys, gap = view.find("pages"), _gap(sheet)
    if sheet.frame.portrait:
        foot = Box(area.x, area.bottom - keys_height(sheet), area.w, keys_height(sheet))
        area = Box(area.x, area.y, area.w, area.h - foot.h - gap)
    else:
        foot = Box(area.right - COLUMN, area.y, COLUMN, area.h)
        area = Box(area.x, area.y, area.w - COLUMN - gap, area.h)
    if keys:
        (keys_row if sheet.frame.portrait else keys_column)(sheet, keys, foot)
    room = _under_name(sheet, view["title"], area, draw=False)
    found = arranged(sheet, part, room)
    if found:
        _under_name(sheet, view["title"], area, draw=True)
        take_along(sheet, part, room, found)
        return
    found = arranged(sheet, part, area, view["title"])
    assert found is not None, f"{view.route} does not fit"
    take_along(sheet, part, area, found)
