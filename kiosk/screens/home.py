"""The home screen: the guide's panel, nine topics, and three ways on (look.md, section 7)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kiosk.domain.node import Node, View
from kiosk.screens import door_panel
from kiosk.screens.grid import grid
from kiosk.screens.low_home import low_home
from kiosk.screens.message import message, message_below, message_height
from kiosk.screens.spread import LOWEST, Form, Tile, beside_keys, spread
from kiosk.screens.title import title_line
from kiosk.theme import tokens
from kiosk.widgets.bar import bar
from kiosk.widgets.door import OPENNESS, door
from kiosk.widgets.header import brand, header
from kiosk.widgets.notice import notice, notice_height
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import fitting
from kiosk.widgets.topic_tile import narrow_tile, tile, tile_height, tile_words
from kiosk.widgets.way import way, way_height

PANEL, PANEL_GAP = 400, 40
NARROW = 340
"""Tiles with less room than this have their plate above the word."""
WAY = 104
NIGHT_FIELD = 612
KEY, UPRIGHT_WAY, UPRIGHT_TILE = 144, 112, 212
"""Units upright: the key to the guide, the ways, and the lowest tile that holds two lines with its door ajar."""
LOW_PANEL, LOWER = 1800, (128, 96)
"""Units of an upright panel below which key and ways are lower, and how high they are then."""
FIELD_MARGIN = 48
TALLEST = 224
"""Units of a large tile at most: about 194 (look.md 7), or what a page has."""


def compose(sheet: Sheet, view: View) -> None:
    """Wide with the panel at the leading side, upright with the door in the field above; large as tiles that page, low
    all of it in the band."""
    frame = sheet.frame
    layout = _large if frame.large else low_home if frame.low else _upright if frame.portrait else _wide
    layout(sheet, view)
    bar(sheet, view.bar)


def _wide(sheet: Sheet, view: View) -> None:
    header(sheet, view.header)
    area = sheet.frame.content
    panel = Box(area.x, area.y + 8, PANEL, area.h - 12)
    door_panel.card(sheet, view["guide"], panel)
    right = Box(panel.right + PANEL_GAP, panel.y, area.right - panel.right - PANEL_GAP, panel.h)
    title = view["title"]
    height = sheet.text(title, title.name, Box(right.x, right.y + 12, right.w, 0), sheet.type.title, "ink")
    top = message_below(sheet, view, right.x, right.y + 12 + height + 24, right.w)
    ways = Box(right.x, right.bottom - WAY, right.w, WAY)
    draw = tile if right.w >= 3 * NARROW else narrow_tile
    _tiles(sheet, view, Box(right.x, top, right.w, ways.y - 30 - top), draw)
    _ways(sheet, view, ways)


def _tiles(sheet: Sheet, view: View, area: Box, draw: Callable[[Sheet, Node, Box], None]) -> None:
    topics = view["topics"].children
    rows = -(-len(topics) // 3)
    for node, at in zip(topics, grid(area, 3, max(rows, 1), tokens.GAP), strict=False):
        draw(sheet, node, at)


def _ways(sheet: Sheet, view: View, area: Box) -> None:
    ways = view["ways"].children
    for node, at in zip(ways, grid(area, len(ways), 1, tokens.GAP), strict=True):
        way(sheet, node, at)


def _large(sheet: Sheet, view: View) -> None:
    """Two columns of tiles, the guide's the first of them; upright one, where words would not fit in half of it."""
    header(sheet, view.header)
    frame = sheet.frame
    area = title_line(sheet, view["title"])
    topics, ways = view["topics"].children, view["ways"].children
    words = tile_words(sheet, (area.w - tokens.GAP) / 2)
    columns = 2 if all(frame.fits(node.name, sheet.type.label, words) for node in (*topics, *ways)) else 1
    tiles = [
        Tile(partial(door_panel.tile_height, sheet, view["guide"]), partial(door_panel.tile, sheet, view["guide"]))
    ]
    tiles += [Tile(partial(tile_height, sheet, node), partial(tile, sheet, node)) for node in topics]
    tiles += [Tile(partial(way_height, sheet, node), partial(way, sheet, node)) for node in ways]
    told, across = message(view), frame.portrait
    if told and frame.low:  # the band is too low for words above tiles: there the notice is one of them
        tiles.insert(0, Tile(partial(notice_height, sheet, told), partial(notice, sheet, told)))
        across = True
    form = Form(columns, TALLEST, LOWEST * sheet.type.factor, head=True, across=across)
    above = 0.0 if frame.low else message_height(sheet, view, beside_keys(sheet, area).w)
    if spread(sheet, view, area, tiles, [form], above) == 0 and above:
        message_below(sheet, view, area.x, area.y, beside_keys(sheet, area).w)


def _upright(sheet: Sheet, view: View) -> None:
    """The door's field is as high as the message and the keys below it leave it."""
    frame = sheet.frame
    key_height, way_high = LOWER if frame.height < LOW_PANEL else (KEY, UPRIGHT_WAY)
    width = frame.width - 2 * frame.margin
    below: float = key_height + way_high + 3 * UPRIGHT_TILE + 2 * tokens.GAP + 32 + 2 * 24 + 40
    below += message_height(sheet, view, width)
    field = Box(0, 0, frame.width, min(round(NIGHT_FIELD * frame.height / 1920), frame.bar_top - below))
    _night_field(sheet, view, field)
    top = message_below(sheet, view, frame.margin, field.bottom + 32, width)
    area = Box(frame.margin, top, width, frame.bar_top - 40 - top)
    key = Box(area.x, area.y, area.w, key_height)
    door_panel.key(sheet, view["guide"], key)
    ways = Box(area.x, area.bottom - way_high, area.w, way_high)
    _tiles(sheet, view, Box(area.x, key.bottom + 24, area.w, ways.y - key.bottom - 48), narrow_tile)
    _ways(sheet, view, ways)


def _night_field(sheet: Sheet, view: View, field: Box) -> None:
    """The upper part of an upright panel: only to read, out of nobody's reach."""
    title, panel = view["title"], view["guide"]
    ground = Node("night", title.role)
    sheet.fill(ground, field, "night")
    if sheet.frame.contrast:
        sheet.fill(ground, Box(0, field.bottom - sheet.frame.border, field.w, sheet.frame.border), "night_line")
    brand(sheet, view.header[0], FIELD_MARGIN, 44, "leaf_edge", "night_text", "night_text2")
    opening = Box(field.w * 0.66, field.y + 130 * field.h / 612, 164 * field.h / 612, 366 * field.h / 612)
    door(sheet, ground, opening, OPENNESS[panel.hue], field.bottom - opening.bottom)
    top = max(field.h * 0.2, 116)
    _field_words(sheet, view, Box(FIELD_MARGIN, top, field.w * 0.5, field.h - top - 16))


def _field_words(sheet: Sheet, view: View, at: Box) -> None:
    """Title, opening, its age and the date; the title as large as the rest leaves it. Where a long notice leaves too
    little, the last of them is not shown, as in the header of other screens."""
    measure, title, types = sheet.frame.measure, view["title"], sheet.type
    shown = [(node, at.x + (46 if node.icon else 0)) for node in view.header[1:]]
    styles = (types.portrait_title, types.title, types.heading, types.lead_bold)
    ways = [(types.body, shown), (types.line, shown), (types.small, shown), (types.small, shown[:-1])]
    for line, chosen in ways:
        rest = 16 + sum(measure(node.name, line, at.right - x)[1] for node, x in chosen)
        style = fitting(sheet, title.name, Box(at.x, at.y, at.w, at.h - rest), styles)
        if measure(title.name, style, at.w)[1] + rest <= at.h:
            break
    y = at.y + sheet.text(title, title.name, Box(at.x, at.y, at.w, 0), style, "night_text") + 16
    for node, x in chosen:
        if node.icon:
            sheet.sign(node, Box(x - 46, y + 4, 32, 32), node.icon, "light", fill=True)
        colour = "night_text" if node.icon else "night_text2"
        y += sheet.text(node, node.name, Box(x, y, at.right - x, 0), line, colour)
