"""The card for the desk with what can be done about it: as large as the panel allows, on one page wherever it fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

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
from kiosk.widgets.tile import button, button_height, fitting

ASIDE, ASIDE_LARGE, ASIDE_GAP = 464, 620, 32
"""Units of the column beside the card, with large words, and between card and column."""
GAP, GAP_LOW = 16, 12
WORDY = 900
"""Units of a row of page keys with words on them; narrower they show only their signs."""
LEAST_KEY = 88
"""Units of the lowest key (accessibility.md S-01)."""
HIGHEST_TITLE, HIGHEST_TITLE_LOW = 200, 136
"""Units: more of the column the title does not get, so that the keys keep their height."""


class Part(Struct, frozen=True):
    """What one page shows: halves of the card, words beside or above it, and keys. `alone`: it is one of several pages,
    where words may be smaller. `forced`: it is drawn as small as can be, even if not all of it has room then; better
    than nothing, and the audit tells of it."""

    halves: Sequence[Node]
    words: Sequence[Node]
    actions: Sequence[Node]
    keys: Node | None = None
    alone: bool = False
    forced: bool = False


def compose(sheet: Sheet, view: View) -> None:
    """The whole card on one page, or where large words leave no room for that, a page for each half."""
    header(sheet, view.header)
    layout = _below if sheet.frame.portrait else _beside
    halves, actions = view["card"].children, view["actions"].children
    whole = Part(halves, (view["title"], view["photo"]), actions)
    if draw := layout(sheet, whole):
        draw()
    else:
        ways = _parted(view)
        parts = next((parts for parts in ways if all(layout(sheet, part) for part in parts)), ways[-1])
        sheet.pages = len(parts)
        part = parts[min(view.route.page, len(parts) - 1)]
        draw = layout(sheet, part) or layout(sheet, replace(part, forced=True))
        if draw:
            draw()
    bar(sheet, view.bar)


def _parted(view: View) -> list[tuple[Part, ...]]:
    """The ways to part it, the best first: the German half with the key that speaks it, then the other one with the
    rest; the remark on the one page or on the other; each wish on a page of its own."""
    part = partial(Part, keys=view.find("pages"), alone=True)
    halves, (speak, *wishes) = view["card"].children, view["actions"].children
    german, other = halves[:1], halves[1:] or halves
    title, photo = view["title"], view["photo"]
    return [
        (part(german, (title,), (speak,)), part(other, (photo,), wishes)),
        (part(german, (title, photo), (speak,)), part(other, (), wishes)),
        (
            part(german, (title,), (speak,)),
            *(part(other, () if n else (photo,), (wish,)) for n, wish in enumerate(wishes)),
        ),
    ]


def _gap(sheet: Sheet) -> float:
    return GAP_LOW if sheet.frame.low else GAP


def _beside(sheet: Sheet, part: Part) -> Callable[[], None] | None:
    """The card, and beside it a column with the words above and the keys at its foot: how it is drawn, or None where
    not all of it has room."""
    area, gap, count = sheet.frame.content, _gap(sheet), len(part.actions)
    wide = ASIDE_LARGE if sheet.frame.large else ASIDE
    column = Box(area.right - wide, area.y, wide, area.h)
    card = Box(area.x, area.y, column.x - ASIDE_GAP - area.x, area.h)
    foot = keys_height(sheet) + gap if part.alone else 0.0
    words = _words_height(sheet, part.words, wide) + 2 * gap
    high = min(key_height(sheet), (area.h - foot - words - (count - 1) * gap) / count)
    size = _size(sheet, part, card)
    if size is None or (high < _least_key(sheet, part.actions, wide) and not part.forced):
        return None
    keys = count * high + (count - 1) * gap
    places = grid(Box(column.x, column.bottom - foot - keys, wide, keys), 1, count, gap)
    turn = Box(column.x, column.bottom - foot + gap, wide, foot - gap)
    return partial(_draw, sheet, part, _Places(card, size, column, places, turn))


def _below(sheet: Sheet, part: Part) -> Callable[[], None] | None:
    """The words, the card, and below it the keys: how it is drawn, or None where not all of it has room."""
    area, gap, count = sheet.frame.content, _gap(sheet), len(part.actions)
    least = _least_key(sheet, part.actions, (area.w - gap) / 2)
    high = least if sheet.frame.low else max(least, key_height(sheet))
    beside = part.alone and count == 1
    high = max(high, keys_height(sheet)) if beside else high
    foot = keys_height(sheet) + gap if part.alone and not beside else 0.0
    lines = -(-count // 2)
    keys = lines * high + (lines - 1) * gap
    words = _words_height(sheet, part.words, area.w) + (gap if part.words else 0)
    low = Box(area.x, area.bottom - foot - keys, area.w, keys)
    card = Box(area.x, area.y + words, area.w, low.y - gap - area.y - words)
    size = _size(sheet, part, card)
    if size is None:
        return None
    places = grid(low, 2, lines, gap)
    turn = places[1] if beside else Box(area.x, area.bottom - foot + gap, area.w, foot - gap)
    if count % 2 and not beside:  # the first one is as wide as two
        places = [Box(low.x, low.y, low.w, high), *places[2:]]
    return partial(_draw, sheet, part, _Places(card, size, area, places, turn))


class _Places(Struct, frozen=True):
    """Where things are: the card and the size of its words, what stands beside or above it, the keys, the page keys."""

    card: Box
    size: Sizes
    words: Box
    actions: Sequence[Box]
    turn: Box


def _draw(sheet: Sheet, part: Part, at: _Places) -> None:
    desk_card(sheet, part.halves, at.card, at.size)
    _words(sheet, part.words, at.words)
    for node, place in zip(part.actions, at.actions, strict=False):
        _key(sheet, node, place)
    if part.keys:
        (keys_row if at.turn.w >= WORDY else keys_signs)(sheet, part.keys, at.turn)


def _least_key(sheet: Sheet, actions: Sequence[Node], width: float) -> float:
    """The height in units that the keys need for their words, if they are so wide."""
    return max(LEAST_KEY, *(button_height(sheet, node, width) for node in actions))


def _size(sheet: Sheet, part: Part, card: Box) -> Sizes | None:
    """The largest size in which the halves fit the card; None if none does and nothing is forced."""

    def fits(size: Sizes) -> bool:
        high = sum(half_height(sheet, node, card.w, size) for node in part.halves)
        return high <= card.h and not any(torn(sheet, node, card.w, size) for node in part.halves)

    every = sizes(sheet, part.alone)
    return next((size for size in every if fits(size)), every[-1] if part.forced else None)


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
    button(sheet, node, at, "on" if on else "second", fill=on)
