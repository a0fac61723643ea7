"""The keyboard on the screen (look.md 6). Its rows are never mirrored: letters are where hands know them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kiosk.domain.language import Said
from kiosk.domain.navigation import Type
from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import edge, icon

GAP = 12
ROWS = 4
SIGN = 40
INSIDE = 18
"""Units between the edge of a function key and its word."""
NARROWEST = 1.3
"""A function key's width at least, in letter keys."""


class Letters(Struct, frozen=True):
    """How all letters of a keyboard are set: in one style that suits the widest of them."""

    style: TypeStyle
    language: str


def keyboard(sheet: Sheet, node: Node, at: Box, gap: float = GAP) -> None:
    """All keys of the node, row by row, in a box."""
    *rows, functions = [row.children for row in node.children]
    rows[-1], erase = rows[-1][:-1], rows[-1][-1]
    height = (at.h - (ROWS - 1) * gap) / ROWS
    most = max(*(len(row) for row in rows[:-1]), len(rows[-1]) + 1) if len(rows) > 1 else len(rows[-1]) + 1
    width = (at.w - (most - 1) * gap) / most
    letters = _letters(sheet, [key for row in rows for key in row], Box(0, 0, width, height))
    y = at.y + (ROWS - 1 - len(rows)) * (height + gap)
    for number, row in enumerate(rows, 1):
        x = at.x if number == len(rows) else at.x + (at.w - len(row) * (width + gap) + gap) / 2
        if number == len(rows) and number > 1:
            x = at.x + _indent(most - len(rows[-2]), most - len(row) - 1) * (width + gap)
        for key in row:
            _key(sheet, key, _turned(sheet, at, Box(x, y, width, height)), letters)
            x += width + gap
        if number == len(rows):
            _key(sheet, erase, _turned(sheet, at, Box(x, y, at.right - x, height)), letters, bare=True)
        y += height + gap
    _functions(sheet, functions, Box(at.x, y, at.w, height), width, gap, letters, at)


def _indent(above: int, left: int) -> float:
    """How far the last row stands in, in letter keys: half a key, as hands know it, where the row above leaves so many
    free and at least a whole key is `left` for erasing."""
    return min(0.5, above / 2, left)


def _functions(
    sheet: Sheet, keys: Sequence[Node], at: Box, letter: float, gap: float, letters: Letters, whole: Box
) -> None:
    """Other letters, the space, which takes what is left, and clearing; that shows only its sign where it must."""
    widths = [_width(sheet, key, letter) for key in keys]
    space = next(number for number, key in enumerate(keys) if key.id == "key.space")
    rest = at.w - sum(widths) + widths[space] - (len(keys) - 1) * gap
    bare = rest < max(2.5 * letter, widths[space])
    if bare:
        rest += widths[-1] - NARROWEST * letter
        widths[-1] = NARROWEST * letter
    widths[space] = rest
    x = at.x
    for number, (key, width) in enumerate(zip(keys, widths, strict=True)):
        place = _turned(sheet, whole, Box(x, at.y, width, at.h))
        _key(sheet, key, place, letters, bare=bare and number == len(keys) - 1)
        x += width + gap


def _width(sheet: Sheet, key: Node, letter: float) -> float:
    sign = SIGN * _factor(sheet) + 10 if key.icon and _with_sign(key) else 0
    words = sheet.frame.measure(key.name, sheet.type.label_narrow)[0]
    return max(NARROWEST * letter, words + sign + 2 * INSIDE)


def _letters(sheet: Sheet, keys: Sequence[Node], at: Box) -> Letters:
    """The largest style in which every letter stands whole on a key."""
    language = next((key.name.language for key in keys if _face(key).isalpha()), sheet_language(keys))
    styles = (sheet.type.heading_light, sheet.type.lead, sheet.type.body, sheet.type.small)

    def fits(style: TypeStyle) -> bool:
        faces = [sheet.frame.measure(Said(_face(key), language), style) for key in keys]
        return all(width <= at.w - 20 and height <= at.h - 6 for width, height in faces)

    return Letters(next((style for style in styles if fits(style)), styles[-1]), language)


def sheet_language(keys: Sequence[Node]) -> str:
    """The language of keys among which there are no letters."""
    return keys[0].name.language if keys else ""


def _face(key: Node) -> str:
    """What stands on a letter's key: what it types, whatever it is called."""
    return key.intent.text.strip() if isinstance(key.intent, Type) else ""


def _turned(sheet: Sheet, whole: Box, at: Box) -> Box:
    """The place that is `at` after the sheet has mirrored it: keyboards are not mirrored."""
    return Box(whole.x + whole.right - at.right, at.y, at.w, at.h) if sheet.frame.rtl else at


def _key(sheet: Sheet, key: Node, at: Box, letters: Letters, bare: bool = False) -> None:
    sheet.target(key, at, lambda other, look: _draw(other, key, at, look, letters, bare))


def _draw(sheet: Sheet, key: Node, at: Box, look: Look, letters: Letters, bare: bool) -> None:
    face = _face(key)
    white = bool(face) or isinstance(key.intent, Type)
    pressed, spoken = look is Look.PRESSED, look is Look.SPOKEN
    colour = "on_light" if pressed else "on_soft" if spoken else "ink"
    fill = "light" if pressed else "soft" if spoken else "surface" if white else "key_fn"
    sheet.fill(key, at, fill, tokens.R_KEY)
    if face:
        sheet.middle(key, Said(face, letters.language), at, letters.style, colour, "center")
    elif bare:
        icon(sheet, key, at, SIGN * _factor(sheet), colour, fill=False)
    else:
        _word(sheet, key, at, colour)
    if pressed:
        sheet.outline(key, at, "on_light", tokens.PRESSED, tokens.R_KEY)
    else:
        edge(sheet, key, at, look, tokens.R_KEY)


def _with_sign(key: Node) -> bool:
    """Whether a function key shows its sign beside its word: the names of other letters show themselves."""
    return key.icon not in ("", "keyboard")


def _word(sheet: Sheet, key: Node, at: Box, colour: str) -> None:
    usual = sheet.type.label_narrow if not isinstance(key.intent, Type) else sheet.type.body
    across, down = sheet.frame.measure(key.name, usual)
    style = usual if across <= at.w - 2 * INSIDE + 1 and down <= at.h - 6 else sheet.type.small
    side = SIGN * _factor(sheet) if _with_sign(key) else 0
    width, height = sheet.frame.measure(key.name, style)
    left = at.center[0] - (width + side + (10 if side else 0)) / 2
    if side:
        sheet.sign(key, Box(left, at.center[1] - side / 2, side, side), key.icon, colour)
        left += side + 10
    sheet.text(key, key.name, Box(left, at.center[1] - height / 2, width + 1, 0), style, colour)


def _factor(sheet: Sheet) -> float:
    return min(1.25, sheet.type.factor)
