"""What a card says as blocks that flow over its pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from kiosk.domain.node import Node, View
from kiosk.screens.card_head import chip_fits, on_chip
from kiosk.screens.grid import grid
from kiosk.widgets import code
from kiosk.widgets.paging import keys_height, keys_row
from kiosk.widgets.pieces import Box
from kiosk.widgets.section import COLUMN_GAP, ROW_GAP, Block, block, blocks, flow
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import button, row, row_height

KEY, KEY_LARGE = 96, 128
"""Units: the height of a button."""
WIDEST_KEY = 720
NARROWEST = 380
"""Units of a column of sections; with less there is one column."""
NARROWEST_ROW = 560
"""Units of a row of a service; with less there is one column of them."""
OF_LANGUAGE = ("notice.outdated", "notice.untranslated", "german")
"""What a card says of its language, and the key that shows it in another: they stand together."""
BETWEEN = 12
"""Units between these."""
LONGEST_LINE = 1240
"""Units of a line of the lead: about 75 characters (look.md 3)."""


def key_height(sheet: Sheet) -> float:
    """The height in units of a button on a card."""
    return KEY_LARGE if sheet.frame.large else KEY


def columns_of(sheet: Sheet, width: float) -> int:
    """Of sections on a card of this width; large words need all of it."""
    return 2 if width >= 2 * NARROWEST + COLUMN_GAP and not sheet.frame.large else 1


def sections(sheet: Sheet, view: View, moved: Sequence[Node], area: Box) -> list[Block]:
    """The sections of a card and its services; before them those that found no room beside the card."""
    chip_there = chip_fits(sheet, view["card"])
    nodes = [*moved, *(node for node in view["card"].children[2:] if not (chip_there and on_chip(node)))]
    return _blocks(sheet, nodes, area.w) + services(sheet, view, area)


def _blocks(sheet: Sheet, nodes: Sequence[Node], width: float) -> list[Block]:
    columns = columns_of(sheet, width)
    column = (width - (columns - 1) * COLUMN_GAP) / columns
    made: list[Block] = []
    for of_language, run in groupby(nodes, key=lambda node: node.id in OF_LANGUAGE):
        found = tuple(run)
        if of_language:
            parts = [button_block(sheet, node) if node.intent else block(sheet, node) for node in found]
            made.append(together(parts))
        else:
            made += blocks(sheet, found, column)
    return made


def together(parts: Sequence[Block]) -> Block:
    """Blocks one under the other in one column; taken apart where a page does not hold them all."""

    def height(width: float) -> float:
        return sum(part.height(width) for part in parts) + (len(parts) - 1) * BETWEEN

    def draw(at: Box) -> None:
        y = at.y
        for part in parts:
            high = part.height(at.w)
            part.draw(Box(at.x, y, at.w, high))
            y += high + BETWEEN

    def part(width: float, room: float) -> tuple[Block, Block] | None:
        fitting = [count for count in range(1, len(parts)) if together(parts[:count]).height(width) <= room]
        return (together(parts[: fitting[-1]]), together(parts[fitting[-1] :])) if fitting else None

    return Block(parts[0].node, height, draw, part=part)


def everything(sheet: Sheet, view: View, moved: Sequence[Node], area: Box, name: Sequence[Block] = ()) -> list[Block]:
    """In the modes: the title, where it does not stand on every page (`name`), the lead, all sections with every
    remark, the services, and at the end what of the code, the next step and the buttons found no room beside the card.
    """
    width = area.w
    above = sum(one.height(width) + ROW_GAP for one in name)
    parts = [*name, lead(sheet, view["lead"], area, above), *_blocks(sheet, view["card"].children[2:], width)]
    parts += services(sheet, view, area)
    for node in moved:
        if node.id == "code":
            parts.append(code_block(sheet, node))
        elif node.intent:
            parts.append(button_block(sheet, node))
        else:
            parts += _blocks(sheet, (node,), width)
    return parts


def show(sheet: Sheet, view: View, parts: Sequence[Block], areas: Sequence[Box], foot: bool = True) -> int:
    """Draw the present page; which one it is. The first page may have less room than the others.

    With `foot` the page keys stand at the foot of the place, where they are needed.
    """
    columns = columns_of(sheet, areas[0].w)
    pages = flow(parts, areas, columns)
    keys, height = view.find("pages"), keys_height(sheet)
    if foot and len(pages) > 1:
        pages = flow(parts, [replace(area, h=area.h - height - 12) for area in areas], columns)
    sheet.pages = len(pages)
    page = min(view.route.page, len(pages) - 1)
    for placed in pages[page]:
        placed.block.draw(placed.at)
    if foot and len(pages) > 1 and keys:
        keys_row(sheet, keys, Box(areas[0].x, areas[0].bottom - height, areas[0].w, height))
    return page


def lead(sheet: Sheet, node: Node, area: Box, above: float) -> Block:
    """What you get, in one or two sentences; in a size in which a page holds it, if possible with what is `above`."""
    types, measure = sheet.type, sheet.frame.measure
    styles, longest = (types.lead, types.body, types.line), min(area.w, LONGEST_LINE)
    high = {style: measure(node.name, style, longest)[1] for style in styles}
    rooms = [(style, room) for room in (area.h - above, area.h) for style in styles]
    style = next((style for style, room in rooms if high[style] <= room), types.line)

    def height(width: float) -> float:
        return measure(node.name, style, min(width, LONGEST_LINE))[1]

    def draw(at: Box) -> None:
        sheet.text(node, node.name, Box(at.x, at.y, min(at.w, LONGEST_LINE), 0), style, "ink")

    return Block(node, height, draw, wide=True)


def code_block(sheet: Sheet, node: Node) -> Block:
    """The code among the pages, with the words beside it."""
    side, pad = code.CODE_SMALL, code.PAD_SMALL

    def draw(at: Box) -> None:
        code.wide_plate(sheet, node, at, side, pad)

    return Block(node, lambda width: code.wide_height(sheet, node, width, side, pad), draw, wide=True)


def button_block(sheet: Sheet, node: Node) -> Block:
    """A button at the end of the card."""
    height = key_height(sheet)

    def draw(at: Box) -> None:
        button(sheet, node, Box(at.x, at.y, min(at.w, WIDEST_KEY), height))

    return Block(node, lambda width: height, draw, wide=True)


def services(sheet: Sheet, view: View, area: Box) -> list[Block]:
    """What a visitor gets at this organisation, as rows that open: a block a line, the title with the first if a page
    holds both."""
    node = view.find("services")
    if node is None:
        return []
    title, *rows = node.children
    columns = 2 if len(rows) > 1 and area.w >= 2 * NARROWEST_ROW and not sheet.frame.large else 1
    room = (area.w - (columns - 1) * 20) / columns
    height = max(112.0, *(row_height(sheet, entry, room) for entry in rows))
    above = sheet.frame.measure(title.name, sheet.type.section, area.w)[1] + 8

    def name(at: Box) -> None:
        sheet.place(node.id, at)
        sheet.text(title, title.name, at, sheet.type.section, "ink2")

    def line(first: int, top: float) -> Block:
        def draw(at: Box) -> None:
            if top:
                name(at)
            places = grid(Box(at.x, at.y + top, at.w, height), columns, 1, 20)
            for entry, place in zip(rows[first : first + columns], places, strict=False):
                row(sheet, entry, place)

        return Block(node, lambda _: top + height, draw, wide=True)

    together = above + height <= area.h
    lines = [line(first, above if first == 0 and together else 0.0) for first in range(0, len(rows), columns)]
    return lines if together else [Block(node, lambda _: above, name, wide=True), *lines]
