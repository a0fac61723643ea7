"""A card in large and in low mode (look.md 7, reach and large): the same things, on more pages.

The listen bar, the page keys and, where it has room, the code keep their places on every page; the text turns.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.node import Node, View
from kiosk.screens.card_head import ground, heading
from kiosk.screens.card_pages import everything, key_height, show
from kiosk.theme import tokens
from kiosk.widgets import code, listening
from kiosk.widgets.paging import COLUMN, keys_column, keys_height, keys_row
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import button, square

GAP = 16
BESIDE_LOW, COLUMN_LOW, COLUMN_LARGE = 740, 356, 660
"""Units of the code with its words beside it, or above and below it."""
LISTEN_LOW = 1034
"""Units of the listen bar beside the page keys: what its keys need with words between them."""
PAD_LOW = 12
"""Units around the code on its plate, low."""
HIGH = 1400
"""Units of an upright place with room for the larger code beside large words."""
LEAST_TEXT = 236
"""Units that the text needs below the title: a section's title and four lines of the script with the highest ones. For
large words 1.5 times as many; with less the title stands on the first page only."""
NEARER = 8
"""Units by which everything comes nearer to the bar and to the field above it where there is least room."""
PAD_X, PAD_Y = 26, 12
"""Units around the words on the card."""


class Places(Struct, frozen=True):
    """Where things are on every page. A code without a place of its own comes among the pages; `beside`: its words
    stand beside it."""

    card: Box
    listen: Box
    keys: Box
    code: Box | None = None
    beside: bool = False


def compose(sheet: Sheet, view: View) -> None:
    """The present page of the card, and around it what stays."""
    places = _with_room(sheet, view["code"], _places(sheet, view))
    moved = _aside(sheet, view["aside"], places)
    card, title = view["card"], view["title"]
    ground(sheet, card, places.card)
    inner = _inner(places)
    name = heading(sheet, title)
    high = name.height(inner.w) + 12
    stays = inner.h - high >= LEAST_TEXT * sheet.type.factor
    if stays:
        name.draw(Box(inner.x, inner.y, inner.w, high))
        inner = Box(inner.x, inner.y + high, inner.w, inner.h - high)
    parts = everything(sheet, view, moved, inner, () if stays else (name,))
    show(sheet, view, parts, [inner], foot=False)
    listening.listen_bar(sheet, view["listen"], places.listen)
    keys = view.find("pages")
    if keys:
        _keys(sheet, keys, places.keys)


def _inner(places: Places) -> Box:
    """Where the words are: on the card, above page keys that stand at its foot."""
    card = places.card
    bottom = places.keys.y - 12 if card.holds(places.keys) else card.bottom - PAD_Y
    return Box(card.x + tokens.EDGE + PAD_X, card.y + PAD_Y, card.w - tokens.EDGE - 2 * PAD_X, bottom - card.y - PAD_Y)


def _places(sheet: Sheet, view: View) -> Places:
    frame, area = sheet.frame, sheet.frame.content
    if frame.large and frame.low:
        area = area.inset(0, -NEARER)
        return _both_upright(sheet, area) if frame.portrait else _both_wide(sheet, area)
    if frame.large:
        return _large_upright(sheet, view, area) if frame.portrait else _large_wide(sheet, area)
    return _low_upright(sheet, area) if frame.portrait else _low_wide(sheet, area)


def _with_room(sheet: Sheet, plate: Node, places: Places) -> Places:
    """The places; if the code's words find no room in its column, the card has that room, too."""
    at, card = places.code, places.card
    if at is None or places.beside or code.column_fits(sheet, plate, at):
        return places
    return replace(places, card=replace(card, w=at.right - card.x), code=None)


def _low_wide(sheet: Sheet, area: Box) -> Places:
    """Text at the leading side, the code beside it; what speaks and turns the pages below."""
    high = listening.height(sheet, LISTEN_LOW)
    listen = Box(area.x, area.bottom - high, LISTEN_LOW, high)
    keys = Box(listen.right + GAP, listen.y + listening.GAP, area.right - listen.right - GAP, high - 2 * listening.GAP)
    upper = Box(area.x, area.y, area.w, area.h - high - GAP)
    plate = Box(upper.right - BESIDE_LOW, upper.y, BESIDE_LOW, upper.h)
    return Places(replace(upper, w=plate.x - GAP - upper.x), listen, keys, plate, beside=True)


def _low_upright(sheet: Sheet, area: Box) -> Places:
    """Text with the page keys at its foot, the code beside it; what speaks below."""
    high, foot = listening.height(sheet, area.w), keys_height(sheet)
    upper = Box(area.x, area.y, area.w, area.h - high - GAP)
    plate = Box(upper.right - COLUMN_LOW, upper.y, COLUMN_LOW, upper.h)
    card = replace(upper, w=plate.x - GAP - upper.x)
    left = card.x + tokens.EDGE + PAD_X
    keys = Box(left, card.bottom - PAD_Y - foot, card.right - PAD_X - left, foot)
    return Places(card, Box(area.x, area.bottom - high, area.w, high), keys, plate)


def _large_wide(sheet: Sheet, area: Box) -> Places:
    """Text, the code, and the page keys as a third column; what speaks below."""
    high = listening.height(sheet, area.w)
    upper = Box(area.x, area.y, area.w, area.h - high - GAP)
    keys = Box(upper.right - COLUMN, upper.y, COLUMN, upper.h)
    plate = Box(keys.x - GAP - COLUMN_LARGE, upper.y, COLUMN_LARGE, upper.h)
    listen = Box(area.x, area.bottom - high, area.w, high)
    return Places(replace(upper, w=plate.x - GAP - upper.x), listen, keys, plate)


def _large_upright(sheet: Sheet, view: View, area: Box) -> Places:
    """Text, what speaks and turns the pages, and below it the code with its words."""
    side = _side(area)
    high = code.wide_height(sheet, view["code"], area.w, side)
    plate = Box(area.x, area.bottom - high, area.w, high)
    return replace(_both_upright(sheet, replace(area, h=area.h - high - GAP)), code=plate, beside=True)


def _both_wide(sheet: Sheet, area: Box) -> Places:
    """Text at the leading side; beside it what speaks, and under that what turns the pages."""
    width = listening.narrowest(sheet)
    high = listening.height(sheet, width)
    listen = Box(area.right - width, area.y, width, high)
    keys = Box(listen.x, listen.bottom + GAP, width, area.bottom - listen.bottom - GAP)
    return Places(replace(area, w=listen.x - GAP - area.x), listen, keys)


def _both_upright(sheet: Sheet, area: Box) -> Places:
    width = listening.narrowest(sheet)
    high = listening.height(sheet, width)
    listen = Box(area.x, area.bottom - high, width, high)
    keys = Box(listen.right + GAP, listen.y, area.right - listen.right - GAP, high)
    return Places(replace(area, h=area.h - high - GAP), listen, keys)


def _side(area: Box) -> float:
    return code.CODE_PORTRAIT if area.h >= HIGH else code.CODE


def _aside(sheet: Sheet, aside: Node, places: Places) -> Sequence[Node]:
    """The code and the buttons in their place; what found no room there, in its order."""
    plate, *rest = aside.children
    at = places.code
    if at is None:
        return aside.children
    if not places.beside:
        height = code.column_height(sheet, plate, at.w)
        room = Box(at.x, at.y + height + GAP, at.w, at.h - height - GAP)
        left = _buttons(sheet, rest, room)
        code.column(sheet, plate, at if len(left) == len(rest) else replace(at, h=height))
        return left
    if sheet.frame.low:
        room = code.wide_plate(sheet, plate, at, code.CODE, PAD_LOW)
    else:
        room = code.wide_plate(sheet, plate, at, _side(sheet.frame.content))
    return _buttons(sheet, rest, room)


def _buttons(sheet: Sheet, nodes: Sequence[Node], room: Box) -> Sequence[Node]:
    """A button at the foot of the room; everything else comes among the pages."""
    left: list[Node] = []
    low, high = room.bottom, key_height(sheet)
    for node in reversed(nodes):
        if node.intent and low - high >= room.y:
            button(sheet, node, Box(room.x, low - high, room.w, high))
            low -= high + GAP
        else:
            left.insert(0, node)
    return left


def _keys(sheet: Sheet, keys: Node, at: Box) -> None:
    """The page keys as their place allows: with words, as a column, or as squares."""
    if not sheet.frame.large:
        keys_row(sheet, keys, at)
    elif at.h > 2 * at.w:
        keys_column(sheet, keys, at)
    else:
        _squares(sheet, keys, at)


def _squares(sheet: Sheet, keys: Node, at: Box) -> None:
    """Which page this is between the keys, or where the place is narrow above them."""
    count, previous, following = keys.children
    style, wide = sheet.type.section, at.w >= 3 * COLUMN
    words = sheet.frame.measure(count.name, style, at.w)[1]
    top, side = (at.y, COLUMN) if wide else (at.y + words + GAP, (at.w - GAP) / 2)
    height = min(COLUMN, at.bottom - top)
    square(sheet, previous, Box(at.x, top, side, height))
    square(sheet, following, Box(at.right - side, top, side, height))
    middle = Box(at.x + side, at.y, at.w - 2 * side, height) if wide else Box(at.x, at.y, at.w, words)
    sheet.middle(count, count.name, middle, style, "ink", "center")
