"""An organisation to take along: its contact and the way there, side by side or on a page each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace

from kiosk.domain.node import Node, View
from kiosk.screens.card_head import heading
from kiosk.screens.grid import grid
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.paging import COLUMN, keys_column, keys_height, keys_row
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.take_along import arranged, sizes, take_along

GAP, GAP_LOW = 24, 12


def compose(sheet: Sheet, view: View) -> None:
    """The name, and under it the cards: all of them if they fit, else one a page, or if even that is too much, its code
    and its facts on a page each."""
    header(sheet, view.header)
    parts, area = view["parts"].children, sheet.frame.content
    if not _all(sheet, view["title"], parts, area):
        room, foot = _with_keys(sheet, area)
        shown = [one for part in parts for one in _pieces(sheet, view["title"], part, room)]
        sheet.pages = len(shown)
        page = min(view.route.page, len(shown) - 1)
        if draw := _fitting(sheet, view["title"], shown[page], room):
            draw()
        keys = view.find("pages")
        if keys:
            (keys_row if sheet.frame.portrait else keys_column)(sheet, keys, foot)
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


def _all(sheet: Sheet, title: Node, parts: Sequence[Node], area: Box) -> bool:
    """All cards on one page, if they have room there; their words are of one size."""
    room, gap, count = _under_name(sheet, title, area, draw=False), _gap(sheet), len(parts)
    rows, columns = (count, 1) if sheet.frame.portrait else (1, count)
    places = grid(room, columns, rows, gap)
    for size in sizes(sheet):
        found = [arranged(sheet, part, at, size) for part, at in zip(parts, places, strict=True)]
        if None not in found:
            _under_name(sheet, title, area, draw=True)
            for part, at, one in zip(parts, places, found, strict=True):
                if one:
                    take_along(sheet, part, at, one)
            return True
    return False


def _with_keys(sheet: Sheet, area: Box) -> tuple[Box, Box]:
    """What page keys leave of an area, and their place: beside it, upright below it."""
    gap, high = _gap(sheet), keys_height(sheet)
    if sheet.frame.portrait:
        foot = Box(area.x, area.bottom - high, area.w, high)
        return Box(area.x, area.y, area.w, area.h - high - gap), foot
    foot = Box(area.right - COLUMN, area.y, COLUMN, area.h)
    return Box(area.x, area.y, area.w - COLUMN - gap, area.h), foot


def _pieces(sheet: Sheet, title: Node, part: Node, area: Box) -> list[Node]:
    """A card, or in its place one with its code and one with its facts, if together they have no room on a page."""
    heading_, code, *facts = part.children
    if not facts or _fitting(sheet, title, part, area):
        return [part]
    return [replace(part, children=(heading_, code)), replace(part, children=(heading_, *facts))]


def _fitting(sheet: Sheet, title: Node, part: Node, area: Box) -> Callable[[], None] | None:
    """How one card is drawn on a page of its own, its words as large as possible; None if it does not fit. Where the
    name over it leaves too little room, that stands among the words."""
    room = _under_name(sheet, title, area, draw=False)
    for size in sizes(sheet):
        if found := arranged(sheet, part, room, size):
            return partial(_named, sheet, title, area, partial(take_along, sheet, part, room, found))
        if found := arranged(sheet, part, area, size, title):
            return partial(take_along, sheet, part, area, found)
    return None


def _named(sheet: Sheet, title: Node, area: Box, draw: Callable[[], None]) -> None:
    _under_name(sheet, title, area, draw=True)
    draw()
