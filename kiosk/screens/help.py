"""Help: three or four numbers that can be read from afar, the desk, and what this screen can do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

from msgspec import Struct

from kiosk.domain.node import Node, View
from kiosk.screens.spread import Form, Tile, beside_keys, spread
from kiosk.screens.title import title_line
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.help_cards import (
    desk,
    desk_height,
    digits_width,
    feature,
    feature_height,
    number,
    number_height,
)
from kiosk.widgets.paging import keys_height, keys_row, keys_signs
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

LEADING, WIDER = 0.651, 0.72
"""The numbers' share of a wide screen; where their words are too long for that, all of them stay on the first page."""
GAP, MOST_MORE = 14, 82
"""Units between the numbers' cards, and how much higher than its words one may be."""
BETWEEN = 40
"""Units between the columns of a further page."""
AFTER_LEAD = 16
TALLEST = 240
"""Units of a card at most in large and in low mode, unless its words need more."""


def compose(sheet: Sheet, view: View) -> None:
    """In the usual view the numbers, and beside or below them the desk and the features; in the modes one after the
    other on as many pages as they need."""
    header(sheet, view.header)
    if sheet.frame.large or sheet.frame.low:
        _in_modes(sheet, view)
    elif view.route.page == 0:
        _first_page(sheet, view)
    else:
        _further_page(sheet, view)
    bar(sheet, view.bar)


def _first_page(sheet: Sheet, view: View) -> None:
    """As many features as there is room for; the others stand on further pages."""
    low, right = _numbers(sheet, view)
    low = _desk(sheet, view["desk"], right)
    area = Box(right.x, low + 22, right.w, right.bottom - low - 22)
    features = view["features"].children[1:]
    shown = _fitting(sheet, view, area)
    if shown < len(features):
        height = keys_height(sheet)
        shown = _fitting(sheet, view, Box(area.x, area.y, area.w, area.h - height - 16))
        rest = features[shown:]
        sheet.pages = 1 + ceil(len(rest) / _rest(sheet, view, rest).most)
        keys = view.find("pages")
        if keys:
            at = Box(area.x, area.bottom - height, area.w, height)
            (keys_row if sheet.frame.portrait else keys_signs)(sheet, keys, at)
    _features(sheet, view, area, features[:shown])


class Rest(Struct, frozen=True):
    """How the features of a further page stand: from `top` on, in `columns` of so much `width`, each so much `height`
    high, all in units."""

    top: float
    columns: int
    width: float
    height: float
    lines: int

    @property
    def most(self) -> int:
        """How many of them a page holds."""
        return self.columns * self.lines


def _rest(sheet: Sheet, view: View, rest: Sequence[Node]) -> Rest:
    """Under the title of the screen and their own, above the page keys; upright in one column."""
    area, measure = sheet.frame.content, sheet.frame.measure
    top = area.y + measure(view["title"].name, sheet.type.title, area.w)[1] + 24
    top += measure(view["features"].children[0].name, sheet.type.button, area.w)[1] + 10
    columns = 1 if sheet.frame.portrait else 2
    width = (area.w - (columns - 1) * BETWEEN) / columns
    height = max(feature_height(sheet, one, width) for one in rest) + 16
    return Rest(top, columns, width, height, max(1, int((area.bottom - keys_height(sheet) - top) // height)))


def _further_page(sheet: Sheet, view: View) -> None:
    """Some of the features that found no room on the first page."""
    first = Sheet(sheet.frame)
    _first_page(first, view)
    rest = [node for node in view["features"].children[1:] if node.id not in first.places]
    if not rest:  # a page that the visit remembers from another language or panel
        _first_page(sheet, view)
        return
    area, form = sheet.frame.content, _rest(sheet, view, rest)
    sheet.pages = 1 + ceil(len(rest) / form.most)
    title, heading = view["title"], view["features"].children[0]
    y = area.y + sheet.text(title, title.name, Box(area.x, area.y, area.w, 0), sheet.type.title, "ink") + 24
    sheet.text(heading, heading.name, Box(area.x, y, area.w, 0), sheet.type.button, "ink")
    page = min(view.route.page, sheet.pages - 1)
    for place, node in enumerate(rest[(page - 1) * form.most : page * form.most]):
        line, column = divmod(place, form.columns)
        x, y = area.x + column * (form.width + BETWEEN), form.top + line * form.height
        feature(sheet, node, Box(x, y, form.width, form.height))
    keys = view.find("pages")
    if keys:
        height = keys_height(sheet)
        keys_row(sheet, keys, Box(area.x, area.bottom - height, area.w, height))


def _numbers(sheet: Sheet, view: View) -> tuple[float, Box]:
    """Title, lead and the numbers' cards; their lower edge, and the room for the rest."""
    area, portrait = sheet.frame.content, sheet.frame.portrait
    left = Box(area.x, area.y, area.w if portrait else area.w * _share(sheet, view), area.h)
    title, lead = view["title"], view["lead"]
    y = left.y + sheet.text(title, title.name, Box(left.x, left.y, left.w, 0), sheet.type.title, "ink") + 8
    y += sheet.text(lead, lead.name, Box(left.x, y, left.w, 0), sheet.type.body, "ink") + 16
    entries = view["numbers"].children
    digits = digits_width(sheet, entries)
    needed = [number_height(sheet, entry, left.w, digits) for entry in entries]
    spare = max(0.0, area.bottom - 8 - y - sum(needed) - (len(entries) - 1) * GAP) / len(entries)
    more = 0.0 if portrait else min(spare, MOST_MORE)
    for entry, height in zip(entries, needed, strict=True):
        number(sheet, entry, Box(left.x, y, left.w, height + more), digits)
        y += height + more + GAP
    if portrait:
        return y, Box(area.x, y + 10, area.w, area.bottom - y - 10)
    return y, Box(left.right + 40, area.y, area.right - left.right - 40, area.h)


def _share(sheet: Sheet, view: View) -> float:
    """How much of a wide screen the numbers need, with the title and what to do above them."""
    area, measure, entries = sheet.frame.content, sheet.frame.measure, view["numbers"].children
    digits = digits_width(sheet, entries)

    def height(width: float) -> float:
        above = measure(view["title"].name, sheet.type.title, width)[1] + 8
        above += measure(view["lead"].name, sheet.type.body, width)[1] + 16
        return above + sum(number_height(sheet, entry, width, digits) for entry in entries) + len(entries) * GAP

    return LEADING if height(area.w * LEADING) <= area.h else WIDER


def _desk(sheet: Sheet, node: Node, area: Box) -> float:
    """The night card, its lower edge."""
    above = not sheet.frame.portrait
    at = Box(area.x, area.y, area.w, desk_height(sheet, node, area.w, above))
    desk(sheet, node, at, above)
    return at.bottom


def _fitting(sheet: Sheet, view: View, area: Box) -> int:
    """How many of the features fit, after their title."""
    title, *features = view["features"].children
    room = area.h - sheet.frame.measure(title.name, sheet.type.button, area.w)[1] - 10
    count = 0
    for node in features:
        room -= feature_height(sheet, node, area.w)
        if room < 0:
            break
        count += 1
    return count


def _features(sheet: Sheet, view: View, area: Box, shown: tuple[Node, ...]) -> None:
    title = view["features"].children[0]
    y = area.y + sheet.text(title, title.name, Box(area.x, area.y, area.w, 0), sheet.type.button, "ink") + 10
    for node in shown:
        height = feature_height(sheet, node, area.w)
        feature(sheet, node, Box(area.x, y, area.w, height))
        y += height


def _in_modes(sheet: Sheet, view: View) -> None:
    """Numbers, desk, features, in this order. What to do stands above the first number, on the first page."""
    lead = view["lead"]
    if sheet.frame.large and sheet.frame.low:
        _in_a_low_band(sheet, view, lead)
        return
    area = title_line(sheet, view["title"])
    words = beside_keys(sheet, area).w
    above = sheet.frame.measure(lead.name, sheet.type.body, words)[1] + AFTER_LEAD
    if spread(sheet, view, area, _tiles(sheet, view), _forms(sheet), above) == 0:
        sheet.text(lead, lead.name, Box(area.x, area.y, words, 0), sheet.type.body, "ink")


def _in_a_low_band(sheet: Sheet, view: View, lead: Node) -> None:
    """Large words in little height: a smaller title, and what to do in one tile with the first number."""
    area, title = sheet.frame.content, view["title"]
    y = area.y - 20
    y += sheet.text(title, title.name, Box(area.x, y, area.w, 0), sheet.type.lead_bold, "ink") + 8
    first, *rest = _tiles(sheet, view)

    def lead_height(width: float) -> float:
        return sheet.frame.measure(lead.name, sheet.type.body, width)[1] + 8

    def draw(at: Box) -> None:
        high = lead_height(at.w)
        sheet.text(lead, lead.name, Box(at.x, at.y, at.w, 0), sheet.type.body, "ink")
        first.draw(Box(at.x, at.y + high, at.w, at.h - high))

    both = Tile(lambda width: lead_height(width) + first.height(width), draw)
    spread(sheet, view, Box(area.x, y, area.w, area.bottom - y), [both, *rest], _forms(sheet))


def _forms(sheet: Sheet) -> tuple[Form, ...]:
    one = Form(1, TALLEST)
    return (one,) if sheet.frame.large and sheet.frame.portrait else (Form(2, TALLEST), one)


def _tiles(sheet: Sheet, view: View) -> list[Tile]:
    entries = view["numbers"].children
    digits = digits_width(sheet, entries)
    tiles = [
        Tile(partial(_number_height, sheet, entry, digits), partial(_number, sheet, entry, digits)) for entry in entries
    ]
    tiles.append(Tile(partial(desk_height, sheet, view["desk"]), partial(desk, sheet, view["desk"])))
    title, *features = view["features"].children
    for place, node in enumerate(features):
        heading = None if place else title
        tiles.append(Tile(partial(_feature_height, sheet, node, heading), partial(_feature, sheet, node, heading)))
    return tiles


def _number_height(sheet: Sheet, entry: Node, digits: float, width: float) -> float:
    return number_height(sheet, entry, width, digits)


def _number(sheet: Sheet, entry: Node, digits: float, at: Box) -> None:
    number(sheet, entry, at, digits)


def _feature_height(sheet: Sheet, node: Node, title: Node | None, width: float) -> float:
    """With the title of all of them, if it is the first."""
    above = sheet.frame.measure(title.name, sheet.type.button, width)[1] + 10 if title else 0.0
    return above + feature_height(sheet, node, width)


def _feature(sheet: Sheet, node: Node, title: Node | None, at: Box) -> None:
    above = sheet.text(title, title.name, Box(at.x, at.y, at.w, 0), sheet.type.button, "ink") + 10 if title else 0.0
    feature(sheet, node, Box(at.x, at.y + above, at.w, at.h - above))
