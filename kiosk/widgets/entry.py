"""The field that is typed into: what has been typed, where the next letter will come, and how much that finds."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.domain.language import Said
from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.pieces import Box, Fill, Text
from kiosk.widgets.sheet import Sheet

LINE = 4
"""Units of the outline of a field that is typed into (look.md 4)."""
SIGN, INSIDE = 44, 28
CARET = 4
"""Units of the caret's width. It does not blink: nothing moves while somebody reads (look.md 5)."""
AHEAD = 1
"""Units between the last letter and the caret."""
TALL = 0.62
"""Of the field's height for the caret."""


def entry(sheet: Sheet, title: Node, query: Node, count: Node | None, next_language: str, at: Box) -> None:
    """The field. `next_language` is that of the keyboard: where text of both directions meets, the caret stands where
    its next letter will be."""
    sheet.fill(query, at, "surface", tokens.R_TILE)
    sheet.outline(query, at, "action", max(LINE, sheet.frame.border), tokens.R_TILE)
    side = SIGN * min(1.2, sheet.type.factor)
    sign = Box(at.x + INSIDE, at.center[1] - side / 2, side, side)
    sheet.sign(query, sign, title.icon, "action")
    if title.id not in sheet.places:
        sheet.place(title.id, sign)
    sheet.place(query.id, at)
    words = Box(sign.right + 20, at.y, at.right - INSIDE - sign.right - 20, at.h)
    if count:
        style = sheet.type.small if sheet.frame.low else sheet.type.body
        width = sheet.frame.measure(count.name, style)[0] + 1
        sheet.middle(count, count.name, Box(at.right - INSIDE - width, at.y, width, at.h), style, "ink2")
        words = replace(words, w=words.w - width - 20)
    if count:
        _typed(sheet, query, words, next_language)
    else:
        _empty(sheet, query, words)


def _empty(sheet: Sheet, query: Node, at: Box) -> None:
    """Before anything is typed: what to type, behind the caret."""
    style = _fitting(sheet, query.name, at.w - 16, at.h)
    _caret(sheet, query, at, at.x)
    sheet.middle(query, query.name, Box(at.x + 16, at.y, at.w - 16, at.h), style, "ink2")


def _typed(sheet: Sheet, query: Node, at: Box, next_language: str) -> None:
    room = at.w - 2 * CARET
    said, style = query.name, _fitting(sheet, query.name, room, at.h)
    while sheet.frame.measure(said, style)[0] > room and len(said.text) > 2:
        said = replace(said, text=said.text[1:])  # its end is where one writes
    height = sheet.frame.measure(said, style)[1]
    sheet.text(query, said, Box(at.x, at.center[1] - height / 2, room, height), style, "ink")
    text = sheet.pieces[-1]
    if isinstance(text, Text):
        frame = sheet.frame
        x = frame.engine.caret(
            said.text,
            frame.scaled(style),
            said.language,
            frame.script(said.language),
            text.rtl,
            text.at.w * frame.scale,
            frame.is_rtl(next_language),
            text.align,
        )
        left = text.at.x + x / frame.scale + (-AHEAD - CARET if frame.is_rtl(next_language) else AHEAD)
        sheet.pieces.append(Fill(f"{query.id}.caret", Box(left, *_upright(at)), "ink"))


def _caret(sheet: Sheet, query: Node, at: Box, x: float) -> None:
    y, width, height = _upright(at)
    sheet.add(Fill(f"{query.id}.caret", Box(x, y, width, height), "ink"))


def _upright(at: Box) -> tuple[float, float, float]:
    """Top, width and height of the caret."""
    height = at.h * TALL
    return at.center[1] - height / 2, CARET, height


def _fitting(sheet: Sheet, said: Said, width: float, height: float) -> TypeStyle:
    """The largest style in which it stands on one line, or else the smallest."""
    styles = (sheet.type.heading_light, sheet.type.lead, sheet.type.body, sheet.type.small)

    def fits(style: TypeStyle) -> bool:
        across, down = sheet.frame.measure(said, style)
        return across <= width and down <= height - 12

    return next((style for style in styles if fits(style)), styles[-1])
