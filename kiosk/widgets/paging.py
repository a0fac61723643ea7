"""The keys to the other pages of a screen, and which page this is."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import button, button_style, fitting, square

KEYS, KEYS_LARGE = 88, 128
"""Units: the height of a row of page keys."""
COLUMN = 168
"""Units: the width of a column of page keys (look.md 7, large)."""
PAIR_GAP = 12
"""Units between two keys side by side."""
SHARE = 0.39
"""Of a row's width for each key; the page stands between them."""
SIGN_SHARE = 0.28
"""The same where the keys show only their signs."""


def keys_height(sheet: Sheet) -> float:
    """The height in units of a row of page keys."""
    return KEYS_LARGE if sheet.frame.large else KEYS


def keys_row(sheet: Sheet, keys: Node, at: Box) -> None:
    """The page before at the leading side, the next one at the trailing side, which one this is between them.
    Where that finds no room, the keys show only their signs."""
    count, previous, following = keys.children
    width = at.w * SHARE
    if not sheet.frame.fits(count.name, sheet.type.section, at.w - 2 * width - 24):
        keys_signs(sheet, keys, at)
        return
    styles = [button_style(sheet, key, width) for key in (previous, following)]
    style = min(styles, key=lambda one: one.size)
    button(sheet, previous, Box(at.x, at.y, width, at.h), "second", style=style)
    middle = Box(at.x + width + 12, at.y, at.w - 2 * width - 24, at.h)
    sheet.middle(count, count.name, middle, sheet.type.section, "ink", "center")
    button(sheet, following, Box(at.right - width, at.y, width, at.h), "main", after=True, style=style)


def keys_column(sheet: Sheet, keys: Node, at: Box) -> None:
    """Up, which page this is, and down; the keys show only their signs, their names are for the ear."""
    count, previous, following = keys.children
    style = _count_style(sheet, count, at)
    words = sheet.frame.measure(count.name, style, at.w)[1]
    height = min(194.0, (at.h - words - 24) / 2)
    square(sheet, previous, Box(at.x, at.y, at.w, height))
    square(sheet, following, Box(at.x, at.bottom - height, at.w, height))
    sheet.middle(count, count.name, Box(at.x, at.y + height, at.w, at.h - 2 * height), style, "ink", "center")


def keys_pair(sheet: Sheet, keys: Node, at: Box) -> None:
    """Which page this is, and the two keys side by side below it, where a column has little height."""
    count, previous, following = keys.children
    styles = (sheet.type.section, sheet.type.small)
    style = next((one for one in styles if sheet.frame.measure(count.name, one)[0] <= at.w), styles[-1])
    words = sheet.frame.measure(count.name, style, at.w)[1]
    sheet.text(count, count.name, Box(at.x, at.y, at.w, words), style, "ink", "center")
    width, top = (at.w - PAIR_GAP) / 2, at.y + words + PAIR_GAP / 2
    height = min(KEYS, at.bottom - top)
    square(sheet, previous, Box(at.x, top, width, height))
    square(sheet, following, Box(at.right - width, top, width, height))


def keys_signs(sheet: Sheet, keys: Node, at: Box) -> None:
    """The same as a row in a narrow place: the keys show only their signs, their names are for the ear."""
    count, previous, following = keys.children
    width = min(COLUMN, at.w * SIGN_SHARE)
    square(sheet, previous, Box(at.x, at.y, width, at.h))
    square(sheet, following, Box(at.right - width, at.y, width, at.h))
    middle = Box(at.x + width + 8, at.y, at.w - 2 * width - 16, at.h)
    sheet.middle(count, count.name, middle, _count_style(sheet, count, middle), "ink", "center")


def _count_style(sheet: Sheet, count: Node, at: Box) -> TypeStyle:
    """As large as the longest word of it ("Страница") finds room in a narrow place: words are never torn."""
    return fitting(sheet, count.name, at, (sheet.type.section, sheet.type.line, sheet.type.small))
