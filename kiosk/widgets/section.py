"""Titled sections of a card, and how they flow into columns and pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.node import Node, Role
from kiosk.widgets.notice import notice, notice_height, remark, remark_height
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

AFTER_SIGN = 12
SIGN, TICK_GAP = 30, 14
AFTER_TITLE, AFTER_ITEM = 4, 4
COLUMN_GAP, ROW_GAP, HALF_GAP = 40, 20, 24


class Block(Struct, frozen=True):
    """Something to be placed on a card: its height at a width, and how it is drawn. `wide`: across all columns.
    `part` takes it apart for a page of this width and height: what fits there and the rest, or None."""

    node: Node
    height: Callable[[float], float]
    draw: Callable[[Box], None]
    wide: bool = False
    part: Callable[[float, float], tuple[Block, Block] | None] = lambda width, height: None


def block(sheet: Sheet, node: Node) -> Block:
    """The block for a node of a card: a section, a notice or a remark."""
    if node.role is Role.GROUP:
        return Block(
            node,
            lambda width: section_height(sheet, node, width),
            lambda at: section(sheet, node, at),
            part=lambda width, height: _parts(sheet, node, width, height),
        )
    if node.icon == "warning-circle":
        return Block(node, lambda width: notice_height(sheet, node, width), lambda at: notice(sheet, node, at))
    return Block(node, lambda width: remark_height(sheet, node, width), lambda at: remark(sheet, node, at))


def _parts(sheet: Sheet, node: Node, width: float, height: float) -> tuple[Block, Block] | None:
    """As many lines of a section as a page holds, and the others under the same title."""
    title, *rows = node.children
    for count in range(len(rows) - 1, 0, -1):
        first = replace(node, children=(title, *rows[:count]))
        if section_height(sheet, first, width) <= height:
            return block(sheet, first), block(sheet, replace(node, children=(title, *rows[count:])))
    return None


def _sign(sheet: Sheet) -> float:
    return SIGN * sheet.type.factor


def _title_indent(sheet: Sheet) -> float:
    return _sign(sheet) + AFTER_SIGN


def _indent(sheet: Sheet) -> float:
    """Lines stand under their title's words; large ones need the room and stand under its sign."""
    return 0.0 if sheet.frame.large else _title_indent(sheet)


def _tick(sheet: Sheet) -> float:
    return _sign(sheet) + TICK_GAP


def section_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units of a section in a column of this width."""
    title, *rows = node.children
    height = sheet.frame.measure(title.name, sheet.type.section, width - _title_indent(sheet))[1] + AFTER_TITLE
    return height + sum(_row_height(sheet, row, width) for row in rows)


def _row_height(sheet: Sheet, row: Node, width: float) -> float:
    room = width - _indent(sheet) - (_tick(sheet) if row.role is Role.ITEM else 0)
    return sheet.frame.measure(row.name, sheet.type.body, room)[1] + (AFTER_ITEM if row.role is Role.ITEM else 0)


def section(sheet: Sheet, node: Node, at: Box) -> None:
    """Sign and title, then the lines under it; things to bring have ticks."""
    title, *rows = node.children
    sign, beside, indent = _sign(sheet), _title_indent(sheet), _indent(sheet)
    sheet.place(node.id, at)
    sheet.sign(title, Box(at.x, at.y, sign, sign), title.icon, "action", flip=title.icon == "arrow-bend-up-right")
    y = at.y + sheet.text(title, title.name, Box(at.x + beside, at.y, at.w - beside, 0), sheet.type.section, "ink2")
    y += AFTER_TITLE
    for row in rows:
        height = _row_height(sheet, row, at.w)
        _line(sheet, row, Box(at.x + indent, y, at.w - indent, height))
        y += height


def _line(sheet: Sheet, row: Node, at: Box) -> None:
    if row.role is not Role.ITEM:
        sheet.text(row, row.name, at, sheet.type.body, "ink")
        return
    sign, beside = _sign(sheet), _tick(sheet)
    sheet.sign(row, Box(at.x, at.y + 5 * sheet.type.factor, sign, sign), "check", "action")
    sheet.text(row, row.name, Box(at.x + beside, at.y, at.w - beside, 0), sheet.type.body, "ink")


def paired(sheet: Sheet, first: Node, second: Node) -> Block:
    """Two short sections side by side within one column (cost and languages, look.md 6)."""

    def halves(at: Box) -> tuple[Box, Box]:
        width = (at.w - HALF_GAP) / 2
        return Box(at.x, at.y, width, at.h), Box(at.x + width + HALF_GAP, at.y, width, at.h)

    def height(width: float) -> float:
        left, right = halves(Box(0, 0, width, 0))
        return max(section_height(sheet, first, left.w), section_height(sheet, second, right.w))

    def draw(at: Box) -> None:
        left, right = halves(at)
        section(sheet, first, left)
        section(sheet, second, right)

    return Block(first, height, draw)


SHORT = frozenset({"cost", "languages", "phone", "mail"})
"""Sections that usually hold one short line; two in a row share a column's width if their words fit."""


def blocks(sheet: Sheet, nodes: Sequence[Node], column: float) -> list[Block]:
    """The nodes of a card as blocks for columns of this width, short neighbours side by side."""
    made: list[Block] = []
    rest = list(nodes)
    while rest:
        first, second = rest[0], rest[1] if len(rest) > 1 else None
        if second and _pair_up(sheet, first, second, (column - HALF_GAP) / 2):
            made.append(paired(sheet, first, second))
            rest = rest[2:]
        else:
            made.append(block(sheet, first))
            rest = rest[1:]
    return made


def _pair_up(sheet: Sheet, first: Node, second: Node, half: float) -> bool:
    """Only where no word is torn and nothing needs more than three lines."""
    if first.id not in SHORT or second.id not in SHORT:
        return False
    for node in (first, second):
        title, *rows = node.children
        fits = sheet.frame.fits(title.name, sheet.type.section, half - _title_indent(sheet)) and all(
            sheet.frame.fits(row.name, sheet.type.body, half - _indent(sheet)) for row in rows
        )
        if not fits or section_height(sheet, node, half) > 4 * sheet.type.body.size * sheet.type.body.line:
            return False
    return True


class Placed(Struct, frozen=True):
    """A block in its place on one page."""

    block: Block
    at: Box


def flow(
    blocks: Sequence[Block], areas: Sequence[Box], columns: int, gap: float = ROW_GAP, fill: bool = False
) -> list[list[Placed]]:
    """The blocks in their order, `gap` units apart, each in the column with most room, on as many pages as they need.

    `areas` are the places on the first page, the second, …; the last one holds for all that follow. A block too high
    even for that one goes across all columns, and if that is not enough it is taken apart; what cannot be gets a page
    of its own: it is then too high, and a test says so. With `fill` a block is also taken apart where a page of one
    column has room for its beginning.
    """
    pages: list[list[Placed]] = []
    rest = list(blocks)
    while rest:
        number = min(len(pages), len(areas) - 1)
        area = areas[number]
        placed = _one_page(rest, area, columns, gap)
        if not placed and number == len(areas) - 1:
            if columns > 1 and not rest[0].wide:  # wider it is lower
                rest[0] = replace(rest[0], wide=True)
                continue
            parts = rest[0].part(area.w, area.h)
            if parts:
                rest[:1] = parts
                continue
            placed = [_forced(rest[0], area)]
        rest = rest[len(placed) :]
        if fill and columns == 1 and rest:
            low = max(one.at.bottom for one in placed) + gap
            parts = rest[0].part(area.w, area.bottom - low)
            if parts:
                placed.append(Placed(parts[0], Box(area.x, low, area.w, parts[0].height(area.w))))
                rest[0] = parts[1]
        pages.append(placed)
    return pages or [[]]


def _one_page(blocks: Sequence[Block], area: Box, columns: int, gap: float) -> list[Placed]:
    """As many of the blocks as fit, from the first on: the reading order is never changed to fill a gap."""
    width = (area.w - (columns - 1) * COLUMN_GAP) / columns
    lows = [area.y] * columns
    placed: list[Placed] = []
    for item in blocks:
        column = min(range(columns), key=lambda n: lows[n])
        x, w, y = area.x + column * (width + COLUMN_GAP), width, lows[column]
        if item.wide:
            x, w, y = area.x, area.w, max(lows)
        height = item.height(w)
        if y + height > area.bottom + 0.5:
            break
        placed.append(Placed(item, Box(x, y, w, height)))
        low = y + height + gap
        lows = [low] * columns if item.wide else [*lows[:column], low, *lows[column + 1 :]]
    return placed


def _forced(item: Block, area: Box) -> Placed:
    return Placed(item, Box(area.x, area.y, area.w, item.height(area.w)))
