"""Tiles that page: as many as fit, all of a page of one size, and the keys to the other pages (look.md 1: it pages, it
never scrolls). Home, languages and lists stand on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.node import Node, View
from kiosk.screens.grid import grid
from kiosk.theme import tokens
from kiosk.widgets.paging import COLUMN, keys_column, keys_height, keys_pair, keys_row, keys_signs
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

LOWEST = 81.0
"""Units of the lowest tile: 25 mm (accessibility.md S-01); with large words 1.5 times as much."""
KEYS = 104
"""Units of the page keys below tiles in the usual view (look.md 7)."""
KEYS_GAP, KEYS_GAP_LOW = 24, 12
"""Units between the tiles and the page keys; in the low band."""


class Tile(Struct, frozen=True):
    """One of them: the height in units that it needs at a width, and how it is drawn."""

    height: Callable[[float], float]
    draw: Callable[[Box], None]


class Form(Struct, frozen=True):
    """How they stand: in `columns`, `gap` units apart, `most` on a page, none lower than `lowest`, nor higher than
    `tallest` unless its words are. With `head` the first takes as many places as it needs, one under the other, or with
    `across` whole lines. With `fixed` all columns stay where they are on a screen that is read from the right."""

    columns: int
    tallest: float
    lowest: float = LOWEST
    most: int = 99
    gap: float = tokens.GAP
    head: bool = False
    across: bool = False
    fixed: bool = False


class Keys(Struct, frozen=True):
    """Where the page keys are: in a `column` beside the tiles, or in a row of this `height` in units below them. With
    `whole` the column is as high as the room, not only as the tiles; where that is little, its keys stand side by side
    (`pair`, so many units wide)."""

    column: bool
    height: float
    whole: bool = False
    pair: float = 0.0

    @property
    def width(self) -> float:
        """Of a column, in units."""
        return self.pair or COLUMN


def spread(
    sheet: Sheet,
    view: View,
    area: Box,
    tiles: Sequence[Tile],
    forms: Sequence[Form],
    above: float = 0.0,
    keys_at: Keys | None = None,
) -> int:
    """Draw the page of the tiles that the view's route asks for, with page keys if there are others; which page it is.
    They stand in the form with the fewest pages. The first page begins so much lower as what is `above` them needs."""
    keys_at = keys_at or _usual(sheet)
    tiles = [Tile(cache(tile.height), tile.draw) for tile in tiles]  # the words of each are measured once a width
    room = area
    form, found = _best(tiles, room, forms, above)
    if len(found) > 1:
        room = beside_keys(sheet, area, keys_at)
        form, found = _best(tiles, room, forms, above)
    sheet.pages = len(found)
    page = min(view.route.page, len(found) - 1)
    first = sum(len(places) for places in found[:page])
    for tile, at in zip(tiles[first:], found[page], strict=False):
        tile.draw(replace(at, x=area.x + area.right - at.right) if form.fixed and sheet.frame.rtl else at)
    keys = view.find("pages")
    if len(found) > 1 and keys:
        low = max(place.bottom for places in found for place in places)
        _keys(sheet, keys, area, low, keys_at, form.fixed and sheet.frame.rtl)
    return page


def one_page(sheet: Sheet, view: View, area: Box, tiles: Sequence[Tile], forms: Sequence[Form], count: int) -> int:
    """Draw one page of a list of `count` that is too long to be laid out as a whole; which page it is. `tiles` are what
    stands on it, or, while the view has no page keys yet, those that need most room. How many fit tells how many pages
    there are; a page on which they do not fit tells so, too. With large words the first page has no tiles."""
    keys, keys_at, ahead = view.find("pages"), _usual(sheet), int(sheet.frame.large)
    sheet.pages = view["pages.count"].of if keys else 0
    room = beside_keys(sheet, area, keys_at)
    if tiles:
        on_page = ceil(count / (sheet.pages - ahead)) if keys else len(tiles)
        every = [Tile(cache(tile.height), tile.draw) for tile in tiles]
        every += every[-1:] * (on_page - len(every))  # those of the last page are as high as all others
        form, found = _best(every, room, forms, 0.0)
        if not keys or len(found) > 1:
            sheet.pages = ahead + ceil(count / max(1, len(every) // len(found)))
        for tile, at in zip(tiles, found[0], strict=False):
            tile.draw(replace(at, x=area.x + area.right - at.right) if form.fixed and sheet.frame.rtl else at)
        room = replace(room, h=max(place.bottom for place in found[0]) - room.y)
    if keys:
        _keys(sheet, keys, area, room.bottom, keys_at, forms[0].fixed and sheet.frame.rtl)
    return min(view.route.page, sheet.pages - 1)


def _best(tiles: Sequence[Tile], room: Box, forms: Sequence[Form], above: float) -> tuple[Form, list[list[Box]]]:
    """The form in which all words fit, with the fewest pages; of two alike the first."""

    def cost(one: tuple[Form, list[list[Box]]]) -> tuple[bool, int]:
        places = [place for page in one[1] for place in page]
        spilt = any(tile.height(at.w) > at.h + 0.5 for tile, at in zip(tiles, places, strict=True))
        return spilt, len(one[1])

    return min(((form, pages(tiles, room, form, above)) for form in forms), key=cost)


def _usual(sheet: Sheet) -> Keys:
    """Where they are on most screens: with large words one over the other (look.md 7, large)."""
    height = keys_height(sheet) if sheet.frame.large or sheet.frame.low else KEYS
    return Keys(sheet.frame.large and not sheet.frame.portrait, height)


def beside_keys(sheet: Sheet, area: Box, keys_at: Keys | None = None) -> Box:
    """What the page keys leave of an area, beside them or above them."""
    keys_at = keys_at or _usual(sheet)
    if keys_at.column:
        return Box(area.x, area.y, area.w - keys_at.width - KEYS_GAP, area.h)
    gap = KEYS_GAP_LOW if sheet.frame.low else KEYS_GAP
    return Box(area.x, area.y, area.w, area.h - keys_at.height - gap)


def _keys(sheet: Sheet, keys: Node, area: Box, low: float, at: Keys, turned: bool) -> None:
    """The keys, on all pages at the same place: beside the tiles down to the lowest of them, or below them. A column
    stays at the side where it is if the tiles do (`turned`: the screen is read from the right)."""
    if at.column:
        x = area.x if turned else area.right - at.width
        place = Box(x, area.y, at.width, (area.bottom if at.whole else low) - area.y)
        (keys_pair if at.pair else keys_column)(sheet, keys, place)
    else:
        draw = keys_row if at.height >= keys_height(sheet) else keys_signs
        draw(sheet, keys, Box(area.x, area.bottom - at.height, area.w, at.height))


def pages(tiles: Sequence[Tile], room: Box, form: Form, above: float = 0.0) -> list[list[Box]]:
    """Where the tiles stand, page by page: on as few pages as their words allow, and there as high as they can be."""

    def fitting(height: float) -> int:
        return int((room.h + form.gap) // (height + form.gap))

    most = max(1, min(form.most // form.columns, fitting(form.lowest)))
    fewest = _pages(tiles, room, form, most, above)
    fill = 1 if len(fewest) == 1 else fitting(form.tallest)
    for lines in range(max(1, fill), most):
        found = _pages(tiles, room, form, lines, above)
        if len(found) == len(fewest):
            return found
    return fewest


def _pages(tiles: Sequence[Tile], room: Box, form: Form, most: int, above: float) -> list[list[Box]]:
    """Pages of at most so many lines. A later page has no higher tiles than those before it. What is `above` them has
    the first page to itself if not even one tile finds room below it."""
    width = (room.w - (form.columns - 1) * form.gap) / form.columns
    heights = [tile.height(width) for tile in tiles]
    across = 1
    if form.head and (form.across or heights[0] > room.h):
        across, heights[0] = form.columns, tiles[0].height(room.w)
    found: list[list[Box]] = []
    done, tallest = 0, form.tallest
    while done < len(tiles) or not found:
        head, down = (0, 0.0) if found else (across if form.head else 0, above)
        here = Box(room.x, room.y + down, room.w, room.h - down)
        if down and heights and here.h < heights[0] <= room.h:
            found.append([])
            continue
        places = _page(heights[done:], here, form, most, tallest, head)
        found.append(places)
        done += len(places)
        tallest = min(tallest, places[-1].h) if places else tallest
    return found


def _page(heights: Sequence[float], room: Box, form: Form, most: int, tallest: float, head: int) -> list[Box]:
    """The places of one page: as many lines as hold what is in them. The first tile is `head` columns wide, if not 0,
    and covers as many lines as it needs."""
    for lines in range(most, 0, -1):
        high = (room.h - (lines - 1) * form.gap) / lines
        covered = ceil((heights[0] + form.gap) / (high + form.gap)) if head else 0
        count = min(len(heights), lines * form.columns - covered * head + (1 if head else 0))
        needed = max(heights[1 if head else 0 : count], default=0.0)
        if covered <= lines and needed <= high:
            break
    else:
        covered = min(covered, 1)  # its words need more than the whole room has
        count = min(len(heights), form.columns - head + (1 if head else 0))
    high = min(high, max(tallest, needed))
    if head:
        high = max(high, (heights[0] + form.gap) / covered - form.gap)
    low = lines * high + (lines - 1) * form.gap
    return _places(Box(room.x, room.y, room.w, low), form, lines, covered, head)[:count]


def _places(area: Box, form: Form, lines: int, covered: int, head: int) -> list[Box]:
    places = grid(area, form.columns, lines, form.gap)
    if not head:
        return places
    taken = {line * form.columns + column for line in range(covered) for column in range(head)}
    last = places[(covered - 1) * form.columns + head - 1]
    first = Box(area.x, area.y, last.right - area.x, last.bottom - area.y)
    return [first, *(place for number, place in enumerate(places) if number not in taken)]
