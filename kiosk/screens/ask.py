"""What the card for the desk can ask for, as tiles that page."""

from __future__ import annotations

from functools import partial

from kiosk.domain.node import View
from kiosk.screens.spread import LOWEST, Form, Tile, spread
from kiosk.screens.title import title_line
from kiosk.theme import tokens
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.topic_tile import tile, tile_height, tile_words

TALLEST = 224
COLUMNS, COLUMNS_UPRIGHT = 3, 2


def compose(sheet: Sheet, view: View) -> None:
    """The title and the tiles, in as many columns as their words allow."""
    header(sheet, view.header)
    area, nodes = title_line(sheet, view["title"]), view["asks"].children
    tiles = [Tile(partial(tile_height, sheet, node), partial(tile, sheet, node)) for node in nodes]
    most = COLUMNS_UPRIGHT if sheet.frame.portrait or sheet.frame.large else COLUMNS

    def fits(columns: int) -> bool:
        words = tile_words(sheet, (area.w - (columns - 1) * tokens.GAP) / columns)
        return all(sheet.frame.fits(node.name, sheet.type.label_narrow, words) for node in nodes)

    columns = next((count for count in range(most, 1, -1) if fits(count)), 1)
    spread(sheet, view, area, tiles, [Form(columns, TALLEST, LOWEST * sheet.type.factor)])
    bar(sheet, view.bar)
