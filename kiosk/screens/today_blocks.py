"""What stands on the screen of today as blocks that flow over its pages."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.domain.node import Node, Role, View
from kiosk.screens.grid import grid
from kiosk.theme import tokens
from kiosk.widgets.desk_row import desk_row, desk_row_height
from kiosk.widgets.door_sign import head, head_height
from kiosk.widgets.edged import edged
from kiosk.widgets.notice import notice, notice_height, remark, remark_height
from kiosk.widgets.pair import pair, pair_height
from kiosk.widgets.pieces import Box
from kiosk.widgets.section import Block
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.way import way, way_height
from kiosk.widgets.week import week, week_height, week_parts

GAP = 16
"""Units between blocks."""
WAY, NARROWEST_ROW = 88, 440
"""Units: the lowest way on; the narrowest of two rows side by side."""
PAD = 18
"""Units around the words of what is soon otherwise."""


def own(sheet: Sheet, view: View) -> list[Block]:
    """What is about the centre itself: door, week, how old its hours are, and what is soon otherwise."""
    blocks = [_head(sheet, view)]
    for name in ("week", "notice.hours", "closure"):
        node = view.find(name)
        if node:
            blocks.append(_block(sheet, node))
    return blocks


def messages(sheet: Sheet, view: View) -> list[Block]:
    """The notices."""
    return [_block(sheet, node) for node in view.main if node.id.startswith("message.")]


def people(sheet: Sheet, view: View, width: float) -> list[Block]:
    """Who is here, languages, and the ways on."""
    blocks = _desks(sheet, view["desks"], width)
    blocks += [_remark(sheet, node) for node in view.main if node.id.startswith("languages.")]
    return [*blocks, _ways(sheet, view["ways"])]


def _head(sheet: Sheet, view: View) -> Block:
    """The head; where it is too high, as in a low band, the reason goes on another page."""
    nodes = [node for node in (view["title"], view["lead"], view.find("why")) if node]

    def part(width: float, height: float) -> tuple[Block, Block] | None:
        first, rest = nodes[:2], nodes[2:]
        return (_head_of(sheet, first), _words(sheet, *rest)) if rest else None

    return replace(_head_of(sheet, nodes), part=part)


def _head_of(sheet: Sheet, nodes: Sequence[Node]) -> Block:
    return Block(nodes[0], lambda width: head_height(sheet, nodes, width), lambda at: head(sheet, nodes, at))


def _words(sheet: Sheet, node: Node) -> Block:
    def draw(at: Box) -> None:
        pair(sheet, node, at, sheet.type.body)

    return Block(node, lambda width: pair_height(sheet, node, sheet.type.body, width), draw)


def _block(sheet: Sheet, node: Node) -> Block:
    """The block for a week, a notice, or what is soon otherwise."""
    if node.id == "week":

        def part(width: float, height: float) -> tuple[Block, Block] | None:
            found = week_parts(sheet, node, width, height)
            return (_block(sheet, found[0]), _block(sheet, found[1])) if found else None

        return Block(node, lambda width: week_height(sheet, node, width), lambda at: week(sheet, node, at), part=part)
    if node.role is Role.STATUS:
        return Block(node, lambda width: notice_height(sheet, node, width), lambda at: notice(sheet, node, at))
    return Block(node, lambda width: _closure_height(sheet, node, width), lambda at: _closure(sheet, node, at))


def _closure_words(sheet: Sheet, width: float) -> float:
    return width - tokens.EDGE - 2 * PAD


def _closure_height(sheet: Sheet, node: Node, width: float) -> float:
    title, text = node.children
    words, sign = _closure_words(sheet, width), _sign(sheet)
    high = max(sign, sheet.frame.measure(title.name, sheet.type.section, words - sign - 12)[1])
    return high + pair_height(sheet, text, sheet.type.body, words) + 2 * PAD


def _sign(sheet: Sheet) -> float:
    return 30 * sheet.type.factor


def _closure(sheet: Sheet, node: Node, at: Box) -> None:
    """A card with the edge of light: its sign and title, then when and why."""
    title, text = node.children
    sheet.place(node.id, at)
    edged(sheet, node, at, "light", tokens.R_TILE)
    sign, x, y, words = _sign(sheet), at.x + tokens.EDGE + PAD, at.y + PAD, _closure_words(sheet, at.w)
    sheet.sign(title, Box(x, y, sign, sign), title.icon, "ink2")
    named = Box(x + sign + 12, y, words - sign - 12, 0)
    y += max(sign, sheet.text(title, title.name, named, sheet.type.section, "ink2"))
    pair(sheet, text, Box(x, y, words, 0), sheet.type.body)


def _desks(sheet: Sheet, node: Node, width: float) -> list[Block]:
    """Title, the word on those of whom nothing is known, and the rows, two in a line where there is room."""
    title, *others = node.children
    rows = [one for one in others if one.intent]
    remarks = [one for one in others if one.intent is None]
    columns = 2 if width >= 2 * NARROWEST_ROW * sheet.type.factor + GAP and not sheet.frame.large else 1
    lines = [_line(sheet, rows[at : at + columns], columns) for at in range(0, len(rows), columns)]
    asked = [_remark(sheet, one) for one in remarks if one.id == "desks.ask"]
    aged = [_block(sheet, one) for one in remarks if one.id != "desks.ask"]
    first, *rest = [*asked, *lines, *aged]
    return [_titled(sheet, title, first), *rest]


def _titled(sheet: Sheet, title: Node, first: Block) -> Block:
    """A title never stands alone at the foot of a page."""

    def above(width: float) -> float:
        return sheet.frame.measure(title.name, sheet.type.button, width)[1] + 8

    def draw(at: Box) -> None:
        high = sheet.text(title, title.name, Box(at.x, at.y, at.w, 0), sheet.type.button, "ink") + 8
        first.draw(Box(at.x, at.y + high, at.w, at.h - high))

    return Block(title, lambda width: above(width) + first.height(width), draw)


def _remark(sheet: Sheet, node: Node) -> Block:
    return Block(node, lambda width: remark_height(sheet, node, width), lambda at: remark(sheet, node, at))


def _line(sheet: Sheet, rows: Sequence[Node], columns: int) -> Block:
    """Organisations side by side."""

    def height(width: float) -> float:
        room = (width - (columns - 1) * GAP) / columns
        return max(desk_row_height(sheet, one, room) for one in rows)

    def draw(at: Box) -> None:
        for one, place in zip(rows, grid(at, columns, 1, GAP), strict=False):
            desk_row(sheet, one, place)

    return Block(rows[0], height, draw)


def _ways(sheet: Sheet, node: Node) -> Block:
    """The ways on, side by side, or with large words one under the other."""
    columns = 1 if sheet.frame.large else len(node.children)
    lines = len(node.children) // columns

    def high(width: float) -> float:
        room = (width - (columns - 1) * GAP) / columns
        return max(WAY * sheet.type.factor, *(way_height(sheet, one, room) for one in node.children))

    def draw(at: Box) -> None:
        for one, place in zip(node.children, grid(at, columns, lines, GAP), strict=True):
            way(sheet, one, place)

    return Block(node, lambda width: lines * high(width) + (lines - 1) * GAP, draw)
