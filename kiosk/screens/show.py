"""The card for the desk with what can be done about it: as large as the panel allows, on one page wherever it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.node import Node, State, View
from kiosk.screens.card_pages import key_height
from kiosk.screens.grid import grid
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.bar import bar
from kiosk.widgets.desk_card import Sizes, desk_card, half_height, sizes, torn
from kiosk.widgets.header import header
from kiosk.widgets.notice import remark, remark_height
from kiosk.widgets.paging import keys_height, keys_row, keys_signs
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import button, fitting

ASIDE, ASIDE_LARGE, ASIDE_GAP = 464, 620, 32
"""Units of the column beside the card, with large words, and between card and column."""
GAP, GAP_LOW = 16, 12
LEAST_KEY = 92
"""Units: the lowest key; 88 are the least that a finger needs."""
HIGHEST_TITLE, HIGHEST_TITLE_LOW = 200, 136
"""Units: more of the column the title does not get, so that the keys keep their height."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one page shows: halves of the card, words beside or above it, and keys. `last`: smaller words are no longer
    possible, so these have to do."""

    halves: Sequence[Node]
    words: Sequence[Node]
    actions: Sequence[Node]
    keys: Node | None = None
    last: bool = False


def compose(sheet: Sheet, view: View) -> None:
    """The whole card on one page, or where large words leave no room for that, a page for each half."""
    header(sheet, view.header)
    layout = _below if sheet.frame.portrait else _beside
    halves, actions = view["card"].children, view["actions"].children
    whole = Part(halves, (view["title"], view["photo"]), actions)
    if not layout(sheet, whole):
        parts = _parts(sheet, view)
        sheet.pages = len(parts)
        layout(sheet, parts[min(view.route.page, len(parts) - 1)])
    bar(sheet, view.bar)


def _parts(sheet: Sheet, view: View) -> list[Part]:
    """The German half with the key that speaks it; then the other one with the rest. Upright there is more room for
    words on the first of them, wide on the second."""
    keys, halves, actions = view.find("pages"), view["card"].children, view["actions"].children
    title, photo = view["title"], view["photo"]
    words, others = ((title, photo), ()) if sheet.frame.portrait else ((title,), (photo,))
    first = Part(halves[:1], words, actions[:1], keys, last=True)
    return [first, Part(halves[1:] or halves, others, actions[1:], keys, last=True)]


def _gap(sheet: Sheet) -> float:
    return GAP_LOW if sheet.frame.low else GAP


def _beside(sheet: Sheet, part: Part) -> bool:
    """The card, and beside it a column with the words above and the keys at its foot; whether all of it has room."""
    area, gap = sheet.frame.content, _gap(sheet)
    wide = ASIDE_LARGE if sheet.frame.large else ASIDE
    column = Box(area.right - wide, area.y, wide, area.h)
    card = Box(area.x, area.y, column.x - ASIDE_GAP - area.x, area.h)
    foot = keys_height(sheet) + gap if part.keys else 0.0
    words = _words_height(sheet, part.words, wide) + 2 * gap
    count = len(part.actions)
    high = min(key_height(sheet), (area.h - foot - words - (count - 1) * gap) / count)
    size = _size(sheet, part, card)
    if size is None or (high < LEAST_KEY and not part.last):
        return False
    desk_card(sheet, part.halves, card, size)
    _words(sheet, part.words, column)
    keys = count * high + (count - 1) * gap
    low = Box(column.x, column.bottom - foot - keys, wide, keys)
    for node, at in zip(part.actions, grid(low, 1, count, gap), strict=True):
        _key(sheet, node, at)
    if part.keys:
        keys_signs(sheet, part.keys, Box(column.x, column.bottom - foot + gap, wide, foot - gap))
    return True


def _below(sheet: Sheet, part: Part) -> bool:
    """The words, the card, and below it the keys; whether all of it has room."""
    area, gap = sheet.frame.content, _gap(sheet)
    high = LEAST_KEY if sheet.frame.low and not sheet.frame.large else key_height(sheet)
    beside = part.keys is not None and len(part.actions) == 1
    foot = keys_height(sheet) + gap if part.keys and not beside else 0.0
    lines = -(-len(part.actions) // 2)
    keys = lines * high + (lines - 1) * gap
    words = _words_height(sheet, part.words, area.w) + (gap if part.words else 0)
    low = Box(area.x, area.bottom - foot - keys, area.w, keys)
    card = Box(area.x, area.y + words, area.w, low.y - gap - area.y - words)
    size = _size(sheet, part, card)
    if size is None:
        return False
    desk_card(sheet, part.halves, card, size)
    _words(sheet, part.words, area)
    places = grid(low, 2, lines, gap)
    if len(part.actions) % 2 and not beside:  # the first one is as wide as two
        places = [Box(low.x, low.y, low.w, high), *places[2:]]
    for node, at in zip(part.actions, places, strict=False):
        _key(sheet, node, at)
    if part.keys and beside:
        keys_signs(sheet, part.keys, places[1])
    elif part.keys:
        keys_row(sheet, part.keys, Box(area.x, area.bottom - foot + gap, area.w, foot - gap))
    return True


def _size(sheet: Sheet, part: Part, card: Box) -> Sizes | None:
    """The largest size in which the halves fit the card; None if none does and other pages are possible."""

    def fits(size: Sizes) -> bool:
        high = sum(half_height(sheet, node, card.w, size) for node in part.halves)
        return high <= card.h and not any(torn(sheet, node, card.w, size) for node in part.halves)

    possible = sizes(sheet, part.last)
    return next((size for size in possible if fits(size)), possible[-1] if part.last else None)


def _title_style(sheet: Sheet, node: Node, width: float) -> TypeStyle:
    types = sheet.type
    smaller = (types.heading, types.lead_bold, types.button)
    styles = smaller if sheet.frame.low else (types.title, *smaller)
    return fitting(sheet, node.name, Box(0, 0, width, HIGHEST_TITLE_LOW if sheet.frame.low else HIGHEST_TITLE), styles)


def _words_height(sheet: Sheet, words: Sequence[Node], width: float) -> float:
    return sum(_word_height(sheet, node, width) for node in words) + max(0, len(words) - 1) * _gap(sheet)


def _word_height(sheet: Sheet, node: Node, width: float) -> float:
    if node.icon:
        return remark_height(sheet, node, width)
    return sheet.frame.measure(node.name, _title_style(sheet, node, width), width)[1]


def _words(sheet: Sheet, words: Sequence[Node], at: Box) -> None:
    """The title, and the remark that the card may be photographed."""
    y = at.y
    for node in words:
        height = _word_height(sheet, node, at.w)
        if node.icon:
            remark(sheet, node, Box(at.x, y, at.w, height))
        else:
            sheet.text(node, node.name, Box(at.x, y, at.w, 0), _title_style(sheet, node, at.w), "ink")
        y += height + _gap(sheet)


def _key(sheet: Sheet, node: Node, at: Box) -> None:
    """A key; a wish that is on is lit, and its box has a tick."""
    on = State.ON in node.states
    button(sheet, node, at, "invite" if on else "second", fill=on)
