"""The home screen in the band within reach: everything at once, a little lower (look.md 7, reach)."""

from __future__ import annotations

from kiosk.domain.node import View
from kiosk.screens import door_panel
from kiosk.screens.grid import grid
from kiosk.screens.message import message, message_below
from kiosk.screens.title import note, title_line
from kiosk.widgets.header import has_field, header
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.topic_tile import tile
from kiosk.widgets.way import way

TILE, WAYS, PANEL, MOST_PANEL = 312, 280, 400, 420
"""Units: the narrowest tile, column of ways, and panel; the widest panel."""
GAP, GROUP_GAP = 16, 24
"""Units between tiles, and between panel, tiles and ways."""
COLUMNS = 3


def low_home(sheet: Sheet, view: View) -> None:
    """Wide: panel, topics, ways side by side. Upright: the guide above the topics, the ways below."""
    header(sheet, view.header, message(view))
    told = view.find("low.note")
    area = title_line(sheet, view["title"], note(sheet, told) if told else None)
    if not has_field(sheet):
        top = message_below(sheet, view, area.x, area.y, area.w)
        area = Box(area.x, top, area.w, area.bottom - top)
    if sheet.frame.portrait:
        _upright(sheet, view, area)
    else:
        _wide(sheet, view, area)


def _wide(sheet: Sheet, view: View, area: Box) -> None:
    topics = view["topics"].children
    between = 2 * GROUP_GAP + (COLUMNS - 1) * GAP
    more = area.w - PANEL - COLUMNS * TILE - WAYS - between
    panel = Box(area.x, area.y, min(MOST_PANEL, PANEL + more), area.h)
    share = (area.w - panel.w - COLUMNS * TILE - WAYS - between) / (COLUMNS + 1)
    middle = Box(panel.right + GROUP_GAP, area.y, COLUMNS * (TILE + share) + (COLUMNS - 1) * GAP, area.h)
    door_panel.card(sheet, view["guide"], panel)
    for node, at in zip(topics, grid(middle, COLUMNS, -(-len(topics) // COLUMNS), GAP), strict=False):
        tile(sheet, node, at)
    ways = view["ways"].children
    rest = Box(middle.right + GROUP_GAP, area.y, WAYS + share, area.h)
    for node, at in zip(ways, grid(rest, 1, len(ways), GAP), strict=True):
        way(sheet, node, at)


def _upright(sheet: Sheet, view: View, area: Box) -> None:
    """One grid of three columns: the guide across its first line, the topics, the ways in its last one."""
    topics, ways = view["topics"].children, view["ways"].children
    places = grid(area, COLUMNS, 2 - (-len(topics) // COLUMNS), GAP)
    door_panel.tile(sheet, view["guide"], Box(area.x, area.y, area.w, places[0].h))
    for node, at in zip(topics, places[COLUMNS:], strict=False):
        tile(sheet, node, at)
    last = Box(area.x, places[-1].y, area.w, places[-1].h)
    for node, at in zip(ways, grid(last, len(ways), 1, GAP), strict=True):
        way(sheet, node, at)
