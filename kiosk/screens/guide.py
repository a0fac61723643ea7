"""A question of the guide: large pictures to choose from, and how many doors there are on the way (look.md 6)."""

from __future__ import annotations

from functools import partial

from kiosk.domain.node import Node, View
from kiosk.screens.spread import LOWEST, Form, Keys, Tile, spread
from kiosk.screens.title import Beside, title_line
from kiosk.widgets.bar import bar
from kiosk.widgets.doors import doors, doors_height, doors_width
from kiosk.widgets.header import header
from kiosk.widgets.picture_tile import picture, picture_height, words_height
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Frame, Sheet
from kiosk.widgets.topic_tile import tile, tile_height
from kiosk.widgets.way import way, way_height

TALLEST = 320
"""Units of a picture with its answer (look.md 6)."""
GAP, GAP_LOW = 26, 12
OVER, OVER_GAP, OVER_WIDTH = 88, 20, 480
"""Units: the key to start again below the pictures, and the room above it."""
COLUMN, PAIR = 340, 252
"""Units of height in which two page keys and what is between them stand one over the other, and of the width in which
they stand side by side."""
FEW = 6
"""Answers that stand in three columns on a wide panel."""


def compose(sheet: Sheet, view: View) -> None:
    """Pictures with their answers below; in the modes for large words and low hands tiles with the picture beside."""
    header(sheet, view.header)
    step = view["step"]
    beside = Beside(doors_width(sheet, step), doors_height(sheet, step), partial(doors, sheet, step))
    area = title_line(sheet, view["title"], beside)
    if sheet.frame.large or sheet.frame.low:
        _tiles(sheet, view, area)
    else:
        _pictures(sheet, view, area)
    bar(sheet, view.bar)


def _pictures(sheet: Sheet, view: View, area: Box) -> None:
    over, room = view.find("over"), area
    if over:
        room = Box(area.x, area.y, area.w, area.h - OVER - OVER_GAP)
        wide = min(area.w, OVER_WIDTH)
        way(sheet, over, Box(area.x, area.bottom - OVER, wide, OVER))
    nodes = view["answers"].children

    def draw(node: Node, at: Box) -> None:
        picture(sheet, node, at, max(words_height(sheet, other, at.w) for other in nodes))

    shown = [
        Tile(lambda width: max(picture_height(sheet, other, width) for other in nodes), partial(draw, node))
        for node in nodes
    ]
    spread(sheet, view, room, shown, [Form(_columns(len(nodes), sheet.frame), TALLEST, gap=GAP)])


def _columns(count: int, frame: Frame) -> int:
    if frame.portrait:
        return 2
    return 2 if count <= 2 else 3 if count <= FEW else 4


def _tiles(sheet: Sheet, view: View, area: Box) -> None:
    nodes = view["answers"].children
    shown = [Tile(partial(tile_height, sheet, node), partial(tile, sheet, node)) for node in nodes]
    over = view.find("over")
    if over:
        shown.append(Tile(partial(way_height, sheet, over), partial(way, sheet, over)))
    gap, lowest = GAP_LOW if sheet.frame.low else GAP, LOWEST * sheet.type.factor
    columns = (2, 1) if sheet.frame.large or sheet.frame.portrait else (3, 2)
    forms = [Form(count, TALLEST, lowest, gap=gap) for count in columns]
    spread(sheet, view, area, shown, forms, keys_at=_column(sheet, area))


def _column(sheet: Sheet, area: Box) -> Keys | None:
    """In the low band large page keys need all of its height, or stand side by side: the tiles may be lower."""
    frame = sheet.frame
    if not frame.large or not frame.low or frame.portrait:
        return None
    return Keys(True, 0.0, whole=True, pair=PAIR if area.h < COLUMN else 0.0)
