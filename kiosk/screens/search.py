"""Search: the field, what it finds, and the keyboard under it; in the low band beside it (look.md 6, keyboard)."""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.node import Node, View
from kiosk.screens.spread import LOWEST, Form, Keys, Tile, spread
from kiosk.theme import tokens
from kiosk.widgets.bar import bar
from kiosk.widgets.entry import entry
from kiosk.widgets.found import height_of, result
from kiosk.widgets.header import header
from kiosk.widgets.keyboard import keyboard
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Frame, Sheet
from kiosk.widgets.way import way, way_height

KEY, KEY_TALL, KEY_SHORT = 88, 100, 65
"""Units of a key's height: usual; upright, where it is narrow; upright in the low band."""
NARROW_KEY = 78
"""Units of a key's width in the low band, where the keyboard has half the width (24 mm; accessibility.md S-01: 20)."""
GAP, GAP_LOW = 12, 10
BED = 20
"""Units of the keyboard's bed around the keys."""
FIELD, FIELD_LARGE, FIELD_LOW = 88, 104, 84
UPRIGHT_RESULTS = 644
"""Units from the upper edge where controls begin on an upright panel: 1220 mm above the floor (look.md 7)."""
TALLEST = 132
"""Units of a result at most, unless its words need more."""
NARROWEST = 600
"""Units of a result that stands beside another one."""
PAGE_KEYS = 88
"""Units of the height of a row of page keys."""
PAIR, PAIR_LARGE = 200, 310
"""Units of the width of two page keys side by side, under the words that say which page this is."""
LOW, VERY_LOW = 500, 260
"""Units of the results' height below which page keys stand beside them, and side by side."""
WIDE = 900
"""Units from which on two things stand beside each other where nothing was found."""


class Places(Struct, frozen=True):
    """Where the parts of the screen stand."""

    field: Box
    results: Box
    keys: Box
    bed: Box
    gap: float = GAP


def compose(sheet: Sheet, view: View) -> None:
    """The field above the results, then the keyboard; in the low band of a wide panel it stands beside them."""
    header(sheet, view.header)
    frame = sheet.frame
    places = _beside(frame) if frame.low and not frame.portrait else _below(frame)
    keys = view["keyboard"]
    sheet.fill(keys, places.bed, "sunk")
    if frame.contrast:
        sheet.fill(keys, Box(places.bed.x, places.bed.y, places.bed.w, tokens.HAIR), "hair")
    letters = keys.children[0].children[0].name.language
    if frame.portrait and not frame.low:
        _title(sheet, view["title"], places.field)
    entry(sheet, view["title"], view["query"], view.find("found"), letters, places.field)
    _content(sheet, view, places.results)
    keyboard(sheet, keys, places.keys, places.gap)
    bar(sheet, view.bar)


def _title(sheet: Sheet, title: Node, field: Box) -> None:
    """Upright there is room above the field to say what this is."""
    style = sheet.type.portrait_title
    height = sheet.frame.measure(title.name, style, field.w)[1]
    sheet.text(title, title.name, Box(field.x, field.y - height - 24, field.w, height), style, "ink")


def _below(frame: Frame) -> Places:
    """The keyboard over the whole width, above the bar."""
    area, low = frame.content, frame.low
    gap = GAP_LOW if low or frame.portrait else GAP
    key = KEY_SHORT if low else KEY_TALL if frame.portrait else KEY
    height = 4 * key + 3 * gap
    keys = Box(area.x, area.bottom - height, area.w, height)
    bed = BED / 2 if low else BED
    top = area.y - 8 if low else area.y
    field = Box(area.x, top, area.w, FIELD_LOW if low else FIELD_LARGE if frame.large else FIELD)
    if frame.portrait and not low:
        field = replace(field, y=UPRIGHT_RESULTS - 24 - field.h)
    first = field.bottom + (12 if low else 24 if frame.portrait else 20)
    results = Box(area.x, first, area.w, keys.y - bed - (10 if low else 16) - first)
    return Places(field, results, keys, Box(0, keys.y - bed, frame.width, frame.bar_top - keys.y + bed), gap)


def _beside(frame: Frame) -> Places:
    """In the low band: field and results at the leading side, the keyboard at the trailing one."""
    area = frame.content
    area = Box(area.x, area.y - 8, area.w, area.h + 8)
    width = 12 * NARROW_KEY + 11 * GAP_LOW
    keys = Box(area.right - width, area.y, width, area.h)
    left = keys.x - 2 * BED - area.x
    field = Box(area.x, area.y, left, FIELD_LOW)
    results = Box(area.x, field.bottom + GAP, left, area.bottom - field.bottom - GAP)
    bed = Box(keys.x - BED, frame.top, frame.width - keys.x + BED, frame.bar_top - frame.top)
    return Places(field, results, keys, bed, GAP_LOW)


def _content(sheet: Sheet, view: View, at: Box) -> None:
    hint, none, results = view.find("hint"), view.find("none"), view.find("results")
    if hint:
        _told(sheet, hint, at)
    elif none:
        _nothing(sheet, none, view["ways"], at)
    elif results:
        tiles = [Tile(height_of(sheet, node), partial(result, sheet, node)) for node in results.children]
        spread(sheet, view, at, tiles, _forms(sheet, at), keys_at=_page_keys(sheet, at))


def _forms(sheet: Sheet, at: Box) -> list[Form]:
    factor, low = sheet.type.factor, sheet.frame.low
    columns = [1] if at.w < 2 * NARROWEST * factor else [2, 1] if sheet.frame.large else [2]
    return [Form(c, TALLEST * factor, LOWEST, gap=GAP if low else tokens.GAP) for c in columns]


def _page_keys(sheet: Sheet, at: Box) -> Keys:
    """Beside the results where these have more width than height, side by side where they have very little."""
    pair = 0.0 if at.h >= VERY_LOW * sheet.type.factor else PAIR_LARGE if sheet.frame.large else PAIR
    return Keys(at.w > NARROWEST * 1.5 and at.h < LOW, PAGE_KEYS, True, pair)


def _told(sheet: Sheet, node: Node, at: Box) -> float:
    """A sentence or two, with a sign; how far down they reach."""
    types, dear = sheet.type, sheet.frame.low or sheet.frame.large
    side = 56 if dear else 64
    top = at.y if dear else at.y + 6
    words = Box(at.x + side + 20, top, at.w - side - 20, 0)
    sheet.place(node.id, Box(at.x, top, at.w, side))
    sheet.sign(node, Box(at.x, top, side, side), node.icon, "action")
    height = sheet.text(node, node.name, words, types.small if dear else types.lead, "ink")
    return words.y + max(height, side)


def _nothing(sheet: Sheet, none: Node, ways: Node, at: Box) -> None:
    """That nothing is found, and where else to go: beside it on a wide place, else below it."""
    wide, low = at.w >= WIDE, at.h < 2 * way_least(sheet)
    if wide and not low:
        text, columns = at.w / 2, 1
        _told(sheet, none, Box(at.x, at.y, text, at.h))
        room = Box(at.x + text + tokens.GAP, at.y, at.w - text - tokens.GAP, at.h)
    else:
        down = _told(sheet, none, at) + (4 if low else tokens.GAP)
        room, columns = Box(at.x, down, at.w, at.bottom - down), 2 if wide or not sheet.frame.large else 1
    width = (room.w - (columns - 1) * GAP) / columns
    height = max(KEY, *(way_height(sheet, node, width) for node in ways.children))
    height = min(height, room.h if columns == 2 else (room.h - GAP) / 2)
    for number, node in enumerate(ways.children):
        column, line = number % columns, number // columns
        way(sheet, node, Box(room.x + column * (width + GAP), room.y + line * (height + GAP), width, height))


def way_least(sheet: Sheet) -> float:
    """Units of the height of a way with one line, and the gap to the next."""
    return KEY * min(1.1, sheet.type.factor) + GAP
