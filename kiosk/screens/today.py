"""Today at the centre (look.md 6): door and week at the leading side or above, the rest beside or below, in pages.

In the modes everything flows in its order over as many pages as it needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.domain.node import Node, Role, View
from kiosk.screens.grid import grid
from kiosk.theme import tokens
from kiosk.widgets.bar import bar
from kiosk.widgets.desk_row import desk_row, desk_row_height
from kiosk.widgets.door_sign import head, head_height
from kiosk.widgets.edged import edged
from kiosk.widgets.header import header
from kiosk.widgets.notice import notice, notice_height, remark, remark_height
from kiosk.widgets.paging import COLUMN, keys_column, keys_height, keys_row, keys_signs
from kiosk.widgets.pair import pair, pair_height
from kiosk.widgets.pieces import Box
from kiosk.widgets.section import Block, flow
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.way import way, way_height
from kiosk.widgets.week import week, week_height, week_parts

LEADING = 0.628
"""The share of a wide screen that the door and the week have."""
GAP, COLUMN_GAP = 16, 40
"""Units between blocks, and between the two columns."""
HIGHEST_DAY = 14
"""Units by which a line of the week may be higher than its words."""
WAY, NARROWEST_ROW = 88, 440
"""Units: the lowest way on; the narrowest of two rows side by side."""
LEAST = 330
"""Units below the centre's own part, upright, with less than which nothing stays and everything turns."""
PAD = 18
"""Units around the words of what is soon otherwise."""


def compose(sheet: Sheet, view: View) -> None:
    """In the usual view the centre's own part stays, and people and ways turn beside or below it."""
    header(sheet, view.header)
    if sheet.frame.large or sheet.frame.low:
        _in_modes(sheet, view)
    elif sheet.frame.portrait:
        _upright(sheet, view)
    else:
        _wide(sheet, view)
    bar(sheet, view.bar)


def _wide(sheet: Sheet, view: View) -> None:
    area = sheet.frame.content
    left = Box(area.x, area.y, area.w * LEADING, area.h)
    right = Box(left.right + COLUMN_GAP, area.y, area.right - left.right - COLUMN_GAP, area.h)
    moved = _centre(sheet, view, left)
    _turning(sheet, view, moved, right, narrow=True)


def _upright(sheet: Sheet, view: View) -> None:
    area = sheet.frame.content
    own = sum(one.height(area.w) + GAP for one in _own(sheet, view))
    rest = sum(one.height(area.w) + GAP for one in _rest(sheet, view, area.w))
    if area.h - own < LEAST:
        _in_modes(sheet, view)
        return
    spare = max(0.0, min(area.h - own - rest, _stretch(view)))
    top = Box(area.x, area.y, area.w, min(own - GAP + spare, area.h))
    moved = _centre(sheet, view, top)
    below = Box(area.x, top.bottom + GAP, area.w, area.bottom - top.bottom - GAP)
    _turning(sheet, view, moved, below, narrow=False)


def _stretch(view: View) -> float:
    found = view.find("week")
    return HIGHEST_DAY * len(found.children) if found else 0.0


def _own(sheet: Sheet, view: View) -> list[Block]:
    """What is about the centre itself: door, week, how old its hours are, and what is soon otherwise."""
    blocks = [_head(sheet, view)]
    for name in ("week", "notice.hours", "closure"):
        node = view.find(name)
        if node:
            blocks.append(_block(sheet, node))
    return blocks


def _rest(sheet: Sheet, view: View, width: float) -> list[Block]:
    """Notices, who is here, languages, and the ways on."""
    blocks = [_block(sheet, node) for node in view.main if _is_message(node)]
    blocks += _desks(sheet, view["desks"], width)
    blocks += [_remark(sheet, node) for node in view.main if node.id.startswith("languages.")]
    return [*blocks, _ways(sheet, view["ways"], width)]


def _is_message(node: Node) -> bool:
    return node.id.startswith("message.")


def _centre(sheet: Sheet, view: View, at: Box) -> list[Block]:
    """What is about the centre, one under the other, the week with what is left of height; what found no room."""
    blocks = _own(sheet, view)
    while len(blocks) > 1 and sum(one.height(at.w) + GAP for one in blocks) - GAP > at.h:
        blocks.pop()
    high = sum(one.height(at.w) + GAP for one in blocks) - GAP
    spare, y = max(0.0, min(at.h - high, _stretch(view))), at.y
    for one in blocks:
        height = one.height(at.w) + (spare if one.node.id == "week" else 0.0)
        one.draw(Box(at.x, y, at.w, height))
        y += height + GAP
    return _own(sheet, view)[len(blocks) :]


def _turning(sheet: Sheet, view: View, moved: Sequence[Block], area: Box, narrow: bool) -> None:
    """The rest, in pages where it needs more than one; the page keys at its foot."""
    blocks = [*moved, *_rest(sheet, view, area.w)]
    pages, high = flow(blocks, [area], 1, GAP), keys_height(sheet)
    if len(pages) > 1:
        pages = flow(blocks, [replace(area, h=area.h - high - GAP)], 1, GAP)
    _show(sheet, view, pages)
    keys = view.find("pages")
    if len(pages) > 1 and keys:
        at = Box(area.x, area.bottom - high, area.w, high)
        (keys_signs if narrow else keys_row)(sheet, keys, at)


def _show(sheet: Sheet, view: View, pages: Sequence[Sequence[object]]) -> None:
    sheet.pages = len(pages)
    for placed in pages[min(view.route.page, len(pages) - 1)]:
        placed.block.draw(placed.at)  # type: ignore[attr-defined]


def _in_modes(sheet: Sheet, view: View) -> None:
    """Everything in its order. Wide, the page keys stand beside it, so that lines stay; upright below it."""
    frame, area = sheet.frame, sheet.frame.content
    area = area.inset(0, -8) if frame.low else area
    beside, high = not frame.portrait, keys_height(sheet)
    room = replace(area, w=area.w - COLUMN - COLUMN_GAP) if beside else replace(area, h=area.h - high - GAP)
    columns = 2 if beside and not frame.large else 1
    width = (room.w - (columns - 1) * COLUMN_GAP) / columns
    first, *own = _own(sheet, view)
    messages = [_block(sheet, node) for node in view.main if _is_message(node)]
    rest = [one for one in _rest(sheet, view, width) if not _is_message(one.node)]
    pages = flow([first, *messages, *own, *rest], [room], columns, GAP, fill=True)
    _show(sheet, view, pages)
    keys = view.find("pages")
    if keys and beside:
        keys_column(sheet, keys, Box(area.right - COLUMN, area.y, COLUMN, area.h))
    elif keys:
        keys_row(sheet, keys, Box(area.x, area.bottom - high, area.w, high))


def _head(sheet: Sheet, view: View) -> Block:
    nodes = [node for node in (view["title"], view["lead"], view.find("why")) if node]
    return Block(nodes[0], lambda width: head_height(sheet, nodes, width), lambda at: head(sheet, nodes, at))


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


def _ways(sheet: Sheet, node: Node, width: float) -> Block:
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
