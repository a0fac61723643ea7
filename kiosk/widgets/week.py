"""A week as bars on one axis of time (look.md 6): a line a day, its hours also in figures, today in the light."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.node import Node, Role, State
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

SIDE, BETWEEN = 20, 28
"""Units between the card's edges and its words, and between names, bars and figures."""
PAD, PAD_LOW = 7, 5
"""Units above and below a day's words."""
BAR = 0.84
"""A bar's height as a share of its line's."""
TICK_GAP = 14
"""Units between two figures on the axis."""
TODAY_LINE = 4
"""Units of the line around today's bars: it is not told by its colour alone."""


class Columns(Struct, frozen=True):
    """Where names, bars and figures stand, in units from the card's leading edge. With `under` the bars have lines of
    their own, below names and figures: there is no room between them."""

    names: float
    bars: Box
    figures: float
    under: bool


def week_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that a week needs at this width."""
    columns = _columns(sheet, node, width)
    return _axis_height(sheet, node, columns) + sum(_day_height(sheet, row, columns) for row in _days(node))


def week(sheet: Sheet, node: Node, at: Box) -> None:
    """The card; its days share what there is of height beyond what they need."""
    title, axis, *_ = node.children
    days, columns = _days(node), _columns(sheet, node, at.w)
    sheet.place(node.id, at)
    sheet.fill(node, at, "surface", tokens.R_CARD)
    y = at.y + _axis_height(sheet, node, columns)
    _axis(sheet, title, axis, Box(at.x, at.y, at.w, y - at.y), columns)
    heights = [_day_height(sheet, row, columns) for row in days]
    more = max(0.0, at.bottom - y - sum(heights)) / max(1, len(days))
    for row, height in zip(days, heights, strict=True):
        _day(sheet, row, axis, Box(at.x, y, at.w, height + more), columns)
        y += height + more
    sheet.outline(node, at, "hair", tokens.HAIR, tokens.R_CARD)


def week_parts(sheet: Sheet, node: Node, width: float, height: float) -> tuple[Node, Node] | None:
    """As many days as a place of this height holds, and the others, each part below the axis; None if it holds none."""
    title, axis, *days = node.children
    for count in range(len(days) - 1, 0, -1):
        first = replace(node, children=(title, axis, *days[:count]))
        if week_height(sheet, first, width) <= height:
            return first, replace(node, children=(title, axis, *days[count:]))
    return None


def _days(node: Node) -> tuple[Node, ...]:
    return node.children[2:]


def _name_style(sheet: Sheet, row: Node) -> TypeStyle:
    return _bold(sheet) if State.HERE in row.states else sheet.type.line


def _bold(sheet: Sheet) -> TypeStyle:
    return sheet.type.line._replace(bold=True)


def _columns(sheet: Sheet, node: Node, width: float) -> Columns:
    """Names and figures have the room that they need, the bars the rest, if the figures of the axis find room there."""
    measure, days = sheet.frame.measure, _days(node)
    title, axis, *_ = node.children
    names = max(measure(row.name, _name_style(sheet, row))[0] for row in days) + 2
    names = max(names, measure(title.name, sheet.type.section)[0] + 2)
    figures = max((measure(row.value, _bold(sheet))[0] + 2 for row in days if _spans(row)), default=0.0)
    ticks = sum(measure(tick.name, sheet.type.small)[0] + TICK_GAP for tick in axis.children)
    closed = max((measure(row.value, sheet.type.line)[0] for row in days if not _spans(row)), default=0.0)
    start = SIDE + names + BETWEEN
    room = width - start - BETWEEN - figures - SIDE
    if room >= max(ticks, closed):
        return Columns(names, Box(start, 0, room, 0), figures, under=False)
    return Columns(names, Box(SIDE + TICK_GAP, 0, width - 2 * (SIDE + TICK_GAP), 0), figures, under=True)


def _spans(row: Node) -> list[Node]:
    return [child for child in row.children if child.role is Role.GROUP]


def _why(row: Node) -> Node | None:
    return next((child for child in row.children if child.role is Role.TEXT), None)


def _pad(sheet: Sheet) -> float:
    return PAD_LOW if sheet.frame.low else PAD


def _axis_height(sheet: Sheet, node: Node, columns: Columns) -> float:
    title, axis, *_ = node.children
    figures = max(sheet.frame.measure(tick.name, sheet.type.small)[1] for tick in axis.children)
    named = sheet.frame.measure(title.name, sheet.type.section)[1]
    return (named + figures if columns.under else max(named, figures)) + 2 * _pad(sheet)


def _axis(sheet: Sheet, title: Node, axis: Node, at: Box, columns: Columns) -> None:
    pad, high = _pad(sheet), sheet.frame.measure(title.name, sheet.type.section)[1]
    room = Box(at.x + SIDE, at.y + pad, at.w - 2 * SIDE, at.h - 2 * pad)
    if columns.under:
        sheet.text(title, title.name, Box(room.x, room.y, room.w, 0), sheet.type.section, "ink2")
        room = Box(room.x, room.y + high, room.w, room.h - high)
    else:
        sheet.middle(title, title.name, Box(room.x, room.y, columns.names, room.h), sheet.type.section, "ink2")
    bars = Box(at.x + columns.bars.x, room.y, columns.bars.w, room.h)
    for tick in axis.children:
        width = sheet.frame.measure(tick.name, sheet.type.small)[0] + 2
        x = _x(axis, tick.amount, bars)
        sheet.middle(tick, tick.name, Box(x - width / 2, bars.y, width, bars.h), sheet.type.small, "ink2", "center")


def _x(axis: Node, minute: int, bars: Box) -> float:
    """Where a minute of the day is on the axis."""
    return bars.x + bars.w * (minute - axis.amount) / (axis.of - axis.amount)


def _line_height(sheet: Sheet, row: Node, columns: Columns) -> float:
    measure = sheet.frame.measure
    name = measure(row.name, _name_style(sheet, row))[1]
    return max(name, measure(row.value, _bold(sheet))[1])


def _bar_height(sheet: Sheet) -> float:
    return sheet.type.line.size


def _day_height(sheet: Sheet, row: Node, columns: Columns) -> float:
    height = _line_height(sheet, row, columns) + 2 * _pad(sheet)
    if columns.under and _spans(row):
        height += _bar_height(sheet)
    why = _why(row)
    return height + (_why_height(sheet, row, why, columns) if why else 0.0)


def _why_width(columns: Columns) -> float:
    """Units of width for the words why a day is special: that of the bars and of the figures."""
    return columns.bars.w + (0 if columns.under else BETWEEN + columns.figures)


def _why_beside(sheet: Sheet, row: Node, why: Node, columns: Columns) -> float:
    """How far from where bars begin these words stand behind "closed"; 0 if they stand below."""
    start = sheet.frame.measure(row.value, sheet.type.line)[0] + BETWEEN
    fits = start + sheet.frame.measure(why.name, sheet.type.notice)[0] + 2 <= _why_width(columns)
    return start if fits and not columns.under and not _spans(row) else 0.0


def _why_height(sheet: Sheet, row: Node, why: Node, columns: Columns) -> float:
    """The height that these words add to their line."""
    if _why_beside(sheet, row, why, columns):
        return 0.0
    return sheet.frame.measure(why.name, sheet.type.notice, _why_width(columns))[1]


def _day(sheet: Sheet, row: Node, axis: Node, at: Box, columns: Columns) -> None:
    here, inner = State.HERE in row.states, Box(at.x + tokens.HAIR, at.y, at.w - 2 * tokens.HAIR, at.h)
    if here:
        sheet.fill(row, inner, "notice", *_foot(at, sheet, row))
    sheet.place(row.id, at)
    sheet.fill(row, Box(inner.x, at.y, inner.w, tokens.HAIR), "hair")
    why = _why(row)
    below = _why_height(sheet, row, why, columns) if why else 0.0
    under = _bar_height(sheet) if columns.under and _spans(row) else 0.0
    pad = _pad(sheet)
    line = Box(at.x + SIDE, at.y + pad, at.w - 2 * SIDE, at.h - below - under - 2 * pad)
    sheet.middle(row, row.name, replace(line, w=columns.names), _name_style(sheet, row), "ink")
    bars = Box(at.x + columns.bars.x, line.y, columns.bars.w, line.h)
    if not _spans(row):
        room = replace(line, x=line.x + columns.names, w=line.w - columns.names) if columns.under else bars
        sheet.middle(row, row.value, room, sheet.type.line, "ink2", "end" if columns.under else "start", part="value")
    else:
        figures = Box(line.right - columns.figures, line.y, columns.figures, line.h)
        sheet.middle(row, row.value, figures, _bold(sheet), "ink", "end", part="value")
        _bars(sheet, row, axis, Box(bars.x, line.bottom, bars.w, under) if under else bars, here)
    if why:
        _why_words(sheet, row, why, bars, columns)


def _why_words(sheet: Sheet, row: Node, why: Node, bars: Box, columns: Columns) -> None:
    width, beside = _why_width(columns), _why_beside(sheet, row, why, columns)
    if beside:
        sheet.middle(why, why.name, Box(bars.x + beside, bars.y, width - beside, bars.h), sheet.type.notice, "ink")
    else:
        under = _bar_height(sheet) if columns.under and _spans(row) else 0.0
        sheet.text(why, why.name, Box(bars.x, bars.bottom + under, width, 0), sheet.type.notice, "ink")


def _foot(at: Box, sheet: Sheet, row: Node) -> tuple[float, tuple[bool, bool, bool, bool]]:
    """The corners of the last day's ground are those of the card."""
    last = row.id.endswith("7")
    return (tokens.R_CARD if last else 0, (False, False, last, last))


def _bars(sheet: Sheet, row: Node, axis: Node, at: Box, here: bool) -> None:
    height = at.h * BAR
    for span in _spans(row):
        left, right = _x(axis, span.amount, at), _x(axis, span.of, at)
        bar = Box(left, at.center[1] - height / 2, right - left, height)
        sheet.fill(span, bar, "light" if here else "action", tokens.R_NOTICE)
        if here:
            sheet.outline(span, bar, "ink", TODAY_LINE, tokens.R_NOTICE)
