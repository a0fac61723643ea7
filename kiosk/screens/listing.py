"""A list: the panel that says what it is, up to six rows a page, and the page keys (look.md 7, topic)."""

from __future__ import annotations

from kiosk.domain.node import Node, View
from kiosk.screens.grid import grid
from kiosk.theme import tokens
from kiosk.theme.tokens import hue
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import button, row, row_height

PANEL, PANEL_GAP, PANEL_UPRIGHT = 400, 40, 300
ROW, KEYS = 200, 104
MOST_LINES = 6
"""Rows on a page at most (look.md 6): more than six are too many to choose from at a glance."""
NARROWEST_ROW, GAP = 500, 24


def compose(sheet: Sheet, view: View) -> None:
    """Panel, rows and keys; upright the panel lies above the rows."""
    header(sheet, view.header)
    area = sheet.frame.content
    area = Box(area.x, area.y + 8, area.w, area.h - 12)
    if sheet.frame.portrait:
        panel = Box(area.x, area.y, area.w, _upright_height(sheet, view["panel"], area.w))
        rest = Box(area.x, panel.bottom + 24, area.w, area.bottom - panel.bottom - 24)
    else:
        panel = Box(area.x, area.y, PANEL, area.h)
        rest = Box(panel.right + PANEL_GAP, area.y, area.right - panel.right - PANEL_GAP, area.h)
    _panel(sheet, view["panel"], view.find("pages"), panel)
    _rows(sheet, view, rest)
    bar(sheet, view.bar)


def _rows(sheet: Sheet, view: View, area: Box) -> None:
    """As many rows as fit, all of one height; the page keys below if there are more."""
    rows = view["rows"].children
    columns = 2 if area.w >= 2 * NARROWEST_ROW + GAP else 1
    width = (area.w - (columns - 1) * GAP) / columns
    needed = max((row_height(sheet, node, width) for node in rows), default=ROW)
    with_keys = Box(area.x, area.y, area.w, area.h - KEYS - 28)
    room = area if -(-len(rows) // columns) <= _lines(area, needed) else with_keys
    lines = min(_lines(room, needed), max(MOST_LINES // columns, 1))
    sheet.pages = max(1, -(-len(rows) // (lines * columns)))
    if sheet.pages > 1:
        room = with_keys
        lines = min(_lines(room, needed), max(MOST_LINES // columns, 1))
        sheet.pages = -(-len(rows) // (lines * columns))
    height = min(max(ROW, needed), (room.h - (lines - 1) * tokens.GAP) / lines)
    places = grid(
        Box(room.x, room.y, room.w, lines * height + (lines - 1) * tokens.GAP), columns, lines, GAP, tokens.GAP
    )
    first = min(view.route.page, sheet.pages - 1) * lines * columns
    for node, at in zip(rows[first:], places, strict=False):
        row(sheet, node, at)
    keys = view.find("pages")
    if sheet.pages > 1 and keys:
        _keys(sheet, keys, Box(area.x, area.bottom - KEYS, area.w, KEYS))


def _lines(area: Box, height: float) -> int:
    """How many lines of rows at least this high fit."""
    return max(1, int((area.h + tokens.GAP) // (height + tokens.GAP)))


def _keys(sheet: Sheet, pages: Node, at: Box) -> None:
    _, previous, following = pages.children
    left, right = grid(at, 2, 1, GAP)
    button(sheet, previous, left, "second")
    button(sheet, following, right, "main", after=True)


def _upright_height(sheet: Sheet, node: Node, width: float) -> float:
    """What the panel needs above the rows: its words, and at its foot the count and the page."""
    measure, words = sheet.frame.measure, width - 64 - 128
    name = measure(node.name, _title(sheet, node, words), words)[1]
    value = measure(node.value, sheet.type.body, words)[1]
    count = node.children[0].name
    foot = measure(count, sheet.type.line, words)[1] + measure(count, sheet.type.section, words)[1]
    return max(PANEL_UPRIGHT, 30 + name + 12 + value + 12 + foot + 28)


def _panel(sheet: Sheet, node: Node, pages: Node | None, at: Box) -> None:
    sheet.place(node.id, at)
    sheet.fill(node, at, hue(node.hue), tokens.R_CARD)
    x, width = at.x + 36, at.w - 64
    y = at.y + 30
    if sheet.frame.portrait:
        sheet.sign(node, Box(x, at.y + 36, 96, 96), node.icon, "hue_sign", fill=True)
        x, width = x + 128, width - 128
    else:
        sheet.sign(node, Box(x - 4, y, 120, 120), node.icon, "hue_sign", fill=True)
        y += 150
    y += sheet.text(node, node.name, Box(x, y, width, 0), _title(sheet, node, width), "on_hue") + 12
    sheet.text(node, node.value, Box(x, y, width, 0), sheet.type.body, "on_hue", part="value")
    _count(sheet, node.children[0], pages, Box(x, at.y, width, at.bottom - 28 - at.y))


def _title(sheet: Sheet, node: Node, width: float) -> tokens.TypeStyle:
    return sheet.type.title if sheet.frame.fits(node.name, sheet.type.title, width) else sheet.type.heading


def _count(sheet: Sheet, count: Node, pages: Node | None, at: Box) -> None:
    """How many there are, and which page this is, at the foot of the panel."""
    measure = sheet.frame.measure
    height = measure(count.name, sheet.type.line, at.w)[1]
    where = pages.children[0] if pages else None
    low = measure(where.name, sheet.type.section, at.w)[1] if where else 0
    sheet.text(count, count.name, Box(at.x, at.bottom - height - low, at.w, 0), sheet.type.line, "on_hue")
    if where:
        sheet.text(where, where.name, Box(at.x, at.bottom - low, at.w, 0), sheet.type.section, "on_hue")
