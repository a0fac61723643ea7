"""A list: the panel that says what it is, up to six rows, and the page keys (look.md 7, topic)."""

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


def compose(sheet: Sheet, view: View) -> None:
    """Panel, rows and keys; upright the panel lies above one column of rows."""
    header(sheet, view.header)
    area = sheet.frame.content
    area = Box(area.x, area.y + 8, area.w, area.h - 12)
    pages = view.find("pages")
    sheet.pages = pages.children[0].of if pages else 1
    if sheet.frame.portrait:
        panel = Box(area.x, area.y, area.w, PANEL_UPRIGHT)
        rest = Box(area.x, panel.bottom + 24, area.w, area.bottom - panel.bottom - 24)
    else:
        panel = Box(area.x, area.y, PANEL, area.h)
        rest = Box(panel.right + PANEL_GAP, area.y, area.right - panel.right - PANEL_GAP, area.h)
    _panel(sheet, view["panel"], pages, panel)
    if pages:
        _keys(sheet, pages, Box(rest.x, rest.bottom - KEYS, rest.w, KEYS))
        rest = Box(rest.x, rest.y, rest.w, rest.h - KEYS - 28)
    _rows(sheet, view["rows"].children, rest)
    bar(sheet, view.bar)


def _rows(sheet: Sheet, rows: tuple[Node, ...], area: Box) -> None:
    columns = 1 if sheet.frame.portrait else 2
    lines = 6 // columns
    tallest = (area.h - (lines - 1) * tokens.GAP) / lines
    width = (area.w - (columns - 1) * 24) / columns
    needed = max((row_height(sheet, node, width) for node in rows), default=ROW)
    height = min(max(ROW, needed), tallest)
    places = grid(Box(area.x, area.y, area.w, lines * height + (lines - 1) * tokens.GAP), columns, lines, 24, tokens.GAP)
    for node, at in zip(rows, places, strict=False):
        row(sheet, node, at)


def _keys(sheet: Sheet, pages: Node, at: Box) -> None:
    _, previous, following = pages.children
    left, right = grid(at, 2, 1, 24)
    button(sheet, previous, left, "second")
    button(sheet, following, right, "main", after=True)


def _panel(sheet: Sheet, node: Node, pages: Node | None, at: Box) -> None:
    sheet.place(node.id, at)
    sheet.fill(node, at, hue(node.hue), tokens.R_CARD)
    x, width = at.x + 36, at.w - 64
    y = at.y + 30
    if sheet.frame.portrait:
        sheet.sign(node, Box(x, at.y + 36, 96, 96), node.icon, "on_hue", fill=True)
        x, width = x + 128, width - 128
    else:
        sheet.sign(node, Box(x - 4, y, 120, 120), node.icon, "on_hue", fill=True)
        y += 150
    y += sheet.text(node, node.name, Box(x, y, width, 0), _title(sheet, node, width), "on_hue") + 12
    sheet.text(node, node.value, Box(x, y, width, 0), tokens.BODY, "on_hue", part="value")
    _count(sheet, node.children[0], pages, Box(x, at.y, width, at.bottom - 28 - at.y))


def _title(sheet: Sheet, node: Node, width: float) -> tokens.TypeStyle:
    return tokens.TITLE if sheet.frame.fits(node.name, tokens.TITLE, width) else tokens.HEADING


def _count(sheet: Sheet, count: Node, pages: Node | None, at: Box) -> None:
    """How many there are, and which page this is, at the foot of the panel."""
    measure = sheet.frame.measure
    height = measure(count.name, tokens.LINE, at.w)[1]
    where = pages.children[0] if pages else None
    low = measure(where.name, tokens.SECTION, at.w)[1] if where else 0
    sheet.text(count, count.name, Box(at.x, at.bottom - height - low, at.w, 0), tokens.LINE, "on_hue")
    if where:
        sheet.text(where, where.name, Box(at.x, at.bottom - low, at.w, 0), tokens.SECTION, "on_hue")
