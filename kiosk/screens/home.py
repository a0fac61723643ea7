"""The home screen: the door panel, nine topics, and the ways to the organisations (look.md, section 7)."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.node import Node, View
from kiosk.screens.grid import grid
from kiosk.theme import tokens
from kiosk.widgets.bar import bar
from kiosk.widgets.door import door
from kiosk.widgets.header import OPENNESS, brand, header
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import edge, narrow_tile, tile, way

PANEL, PANEL_GAP = 400, 40
NARROW = 340
"""Tiles with less room than this have their plate above the word."""
WAY = 104
NIGHT_FIELD = 612


def compose(sheet: Sheet, view: View) -> None:
    """Landscape with the panel at the leading side, or upright with the door in the field above."""
    if sheet.frame.portrait:
        _portrait(sheet, view)
    else:
        _landscape(sheet, view)
    bar(sheet, view.bar)


def _landscape(sheet: Sheet, view: View) -> None:
    header(sheet, view.header)
    area = sheet.frame.content
    panel = Box(area.x, area.y + 8, PANEL, area.h - 12)
    _panel(sheet, view["today"], panel)
    right = Box(panel.right + PANEL_GAP, panel.y, area.right - panel.right - PANEL_GAP, panel.h)
    title = view["title"]
    height = sheet.text(title, title.name, Box(right.x, right.y + 12, right.w, 0), sheet.type.title, "ink")
    top = right.y + 12 + height + 24
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


def _panel(sheet: Sheet, node: Node, at: Box) -> None:
    """The night card like a door leaf. The whole of it is one target."""
    sheet.target(node, at, lambda other, look: _night_card(other, node, at, look))


def _night_card(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    text, key = node.children
    pressed = look is Look.PRESSED
    sheet.fill(node, at, "night", tokens.R_CARD)
    if look is not Look.NORMAL:
        sheet.outline(node, at, "light", 6, tokens.R_CARD)
    inner = Box(at.x + 32, at.y, at.w - 64, at.h)
    button = Box(inner.x, at.bottom - 32 - 88, inner.w, 88)
    sheet.fill(key, button, "night" if pressed else "light", tokens.R_KEY)
    if pressed:
        sheet.outline(key, button, "light", 4, tokens.R_KEY)
    _button_words(sheet, key, button, "light" if pressed else "on_light")
    y = button.y - 28 - _words_height(sheet, node, text, inner.w)
    _door(sheet, node, Box(at.x, at.y, at.w, y - at.y))
    y += sheet.text(node, node.name, Box(inner.x, y, inner.w, 0), sheet.type.heading, "night_text") + 8
    y += sheet.text(text, text.name, Box(inner.x, y, inner.w, 0), sheet.type.lead_bold, "light") + 4
    sheet.text(text, text.value, Box(inner.x, y, inner.w, 0), sheet.type.body, "night_text", part="value")


def _words_height(sheet: Sheet, node: Node, text: Node, width: float) -> float:
    measure = sheet.frame.measure
    return (
        measure(node.name, sheet.type.heading, width)[1]
        + measure(text.name, sheet.type.lead_bold, width)[1]
        + measure(text.value, sheet.type.body, width)[1]
        + 12
    )


def _button_words(sheet: Sheet, key: Node, at: Box, ink: str) -> None:
    width = min(sheet.frame.measure(key.name, sheet.type.button, at.w - 88)[0], at.w - 88)
    left = at.center[0] - (width + 54) / 2
    sheet.middle(key, key.name, Box(left, at.y, width + 1, at.h), sheet.type.button, ink)
    sheet.sign(key, Box(left + width + 16, at.center[1] - 19, 38, 38), key.icon, ink, flip=True)
    sheet.place(key.id, at)


def _door(sheet: Sheet, node: Node, room: Box) -> None:
    """The door in what is left of the panel: its leaf and the light on the floor fit inside."""
    height = min(room.h / 1.62, 300)
    width = height * 0.45
    top = room.y + (room.h - height * 1.4) / 2 + height * 0.13
    opening = Box(room.center[0] - width * 0.42, top, width, height)
    door(sheet, node, opening, OPENNESS[node.hue], min(height * 0.3, room.bottom - opening.bottom - 8), 0.75)


def _portrait(sheet: Sheet, view: View) -> None:
    frame = sheet.frame
    field = Box(0, 0, frame.width, round(NIGHT_FIELD * frame.height / 1920))
    _night_field(sheet, view, field)
    area = Box(frame.margin, field.bottom + 32, frame.width - 2 * frame.margin, frame.bar_top - field.bottom - 72)
    key = Box(area.x, area.y, area.w, 144)
    _light_key(sheet, view["today"], key)
    ways = Box(area.x, area.bottom - 112, area.w, 112)
    _tiles(sheet, view, Box(area.x, key.bottom + 24, area.w, ways.y - key.bottom - 48), narrow_tile)
    _ways(sheet, view, ways)


def _night_field(sheet: Sheet, view: View, field: Box) -> None:
    """The upper part of an upright panel: only to read, out of nobody's reach."""
    title, today = view["title"], view["today"]
    ground = Node("night", title.role)
    sheet.fill(ground, field, "night")
    brand(sheet, view.header[0], 48, 44, "leaf_edge", "night_text", "night_text2")
    opening = Box(field.w * 0.66, field.y + 130 * field.h / 612, 164 * field.h / 612, 366 * field.h / 612)
    door(sheet, ground, opening, OPENNESS[today.hue], field.bottom - opening.bottom)
    words = field.w * 0.52
    big = sheet.frame.measure(title.name, sheet.type.portrait_title, words)[1] <= field.h * 0.33
    style = sheet.type.portrait_title if big else sheet.type.title
    y = field.y + field.h * 0.2
    y += sheet.text(title, title.name, Box(48, y, words, 0), style, "night_text") + 16
    for node in view.header[1:]:
        x = 48 + (46 if node.icon else 0)
        if node.icon:
            sheet.sign(node, Box(48, y + 4, 32, 32), node.icon, "light", fill=True)
        colour = "night_text" if node.icon else "night_text2"
        y += sheet.text(node, node.name, Box(x, y, words - x + 48, 0), sheet.type.body, colour)
    text = today.children[0]
    sheet.text(text, text.value, Box(48, y + 8, words, 0), sheet.type.chip, "night_text2", part="value")


def _light_key(sheet: Sheet, node: Node, at: Box) -> None:
    sheet.target(node, at, lambda other, look: _draw_light_key(other, node, at, look))


def _draw_light_key(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    text, key = node.children
    pressed = look is Look.PRESSED
    ink = "on_pressed" if pressed else "on_light"
    sheet.fill(node, at, "pressed" if pressed else "light", tokens.R_CARD)
    if look is Look.SPOKEN:
        edge(sheet, node, at, look, tokens.R_CARD)
    sheet.sign(node, Box(at.x + 40, at.center[1] - 36, 72, 72), node.icon, ink, fill=True)
    words = Box(at.x + 140, at.y, at.w - 140 - 100, at.h)
    upper = sheet.frame.measure(key.name, sheet.type.heading, words.w)[1]
    lower = sheet.frame.measure(text.name, sheet.type.body, words.w)[1]
    top = at.y + (at.h - upper - lower) / 2
    sheet.text(key, key.name, Box(words.x, top, words.w, 0), sheet.type.heading, ink)
    sheet.text(text, text.name, Box(words.x, top + upper, words.w, 0), sheet.type.body, ink)
    sheet.sign(node, Box(at.right - 92, at.center[1] - 26, 52, 52), key.icon, ink, flip=True)
