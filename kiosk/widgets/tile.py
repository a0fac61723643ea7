"""Rows and buttons, and what all tiles share: what a hand can press in a screen's content."""

from __future__ import annotations

from kiosk.domain.language import Said
from kiosk.domain.node import Node, State
from kiosk.theme import tokens
from kiosk.theme.tokens import hue
from kiosk.widgets.bar import ARROWS
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.pressed import pressed
from kiosk.widgets.sheet import Sheet

AROUND, AROUND_LOW = 18, 14
"""Units of a tile's height that its words leave free at least; in the low band."""
PADDING = 12
ROW_SIGN, ROW_CARET = 56, 36
AJAR = 16
"""How far a pressed tile's door comes ajar, in units."""


def edge(sheet: Sheet, node: Node, at: Box, look: Look, radius: float = tokens.R_TILE) -> None:
    """The outline that says "press me", stronger while pressed or spoken."""
    border = sheet.frame.border
    width = {Look.NORMAL: border, Look.PRESSED: 2 * border, Look.SPOKEN: max(tokens.SPOKEN, border + 1)}[look]
    sheet.outline(node, at, "border" if look is Look.NORMAL else "ink", width, radius)


def ground(look: Look) -> str:
    """The colour of a tile: light only while it is spoken."""
    return "soft" if look is Look.SPOKEN else "surface"


def ink(look: Look) -> str:
    """The colour of the words on a tile."""
    return "on_soft" if look is Look.SPOKEN else "ink"


def fitting(sheet: Sheet, said: Said, at: Box, styles: tuple[tokens.TypeStyle, ...]) -> tokens.TypeStyle:
    """The first of the styles in which words fit their place and none of them is torn, or else the last."""
    frame = sheet.frame

    def fits(style: tokens.TypeStyle) -> bool:
        return frame.fits(said, style, at.w) and frame.measure(said, style, at.w)[1] <= at.h - PADDING

    return next((style for style in styles if fits(style)), styles[-1])


def label(sheet: Sheet, said: Said, width: float) -> tokens.TypeStyle:
    """The style of a tile's word; the narrow one where a word is too long for the place (words are never torn)."""
    return sheet.type.label if sheet.frame.fits(said, sheet.type.label, width) else sheet.type.label_narrow


def row(sheet: Sheet, node: Node, at: Box) -> None:
    """A service or an organisation in a list: hue at the edge, sign, name, one line, caret."""
    sheet.target(node, at, lambda other, look: _row(other, node, at, look))


def _row(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    factor = _sign_factor(sheet)
    sheet.fill(node, at, ground(look) if sheet.frame.contrast else hue(node.hue), tokens.R_TILE)
    inner = Box(at.x + tokens.EDGE, at.y, at.w - tokens.EDGE, at.h)
    sheet.fill(node, inner, ground(look), tokens.R_TILE, (False, True, True, False))
    side = ROW_SIGN * factor
    sign = Box(inner.x + 24, at.center[1] - side / 2, side, side)
    sheet.sign(node, sign, node.icon, ink(look) if look is Look.SPOKEN else sheet.hue_ink(node.hue))
    side = ROW_CARET * factor
    caret = Box(at.right - 30 - side, at.center[1] - side / 2, side, side)
    sheet.sign(node, caret, "caret-right", ink(look) if look is Look.SPOKEN else "action", flip=True)
    shift = AJAR if look is Look.PRESSED else 0
    _two_lines(sheet, node, Box(sign.right + 24 + shift, at.y, _row_words(sheet, at.w), at.h), ink(look))
    edge(sheet, node, at, look)


def _row_words(sheet: Sheet, width: float) -> float:
    """Units of a row's width that are left for its words, between sign and caret."""
    return width - tokens.EDGE - 24 - (ROW_SIGN + ROW_CARET) * _sign_factor(sheet) - 24 - 42 - AJAR


def _sign_factor(sheet: Sheet) -> float:
    """How much larger than usual the signs of rows are: in the low band the room is for words."""
    return 1.0 if sheet.frame.low else sheet.type.factor


def _two_lines(sheet: Sheet, node: Node, at: Box, colour: str) -> None:
    styles = (label(sheet, node.name, at.w), sheet.type.label_narrow)
    name = next((style for style in styles if sum(_lines(sheet, node, at.w, style)) <= at.h - PADDING), styles[-1])
    upper, lower = _lines(sheet, node, at.w, name)
    top = at.y + (at.h - upper - lower) / 2
    sheet.text(node, node.name, Box(at.x, top, at.w, 0), name, colour)
    sheet.text(node, node.value, Box(at.x, top + upper, at.w, 0), sheet.type.line, colour, part="value")


def _lines(sheet: Sheet, node: Node, width: float, name: tokens.TypeStyle) -> tuple[float, float]:
    """The heights in units of a row's name and of its line."""
    measure = sheet.frame.measure
    return measure(node.name, name, width)[1], measure(node.value, sheet.type.line, width)[1] if node.value else 0.0


def row_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that a row of this width needs for its words: in the low band, where room is dear, with its
    name in the narrow style."""
    words = _row_words(sheet, width)
    style = sheet.type.label_narrow if sheet.frame.low else label(sheet, node.name, words)
    return sum(_lines(sheet, node, words, style)) + around(sheet)


def around(sheet: Sheet) -> float:
    """Units of a tile's height that its words leave free at least; less in the low band."""
    return AROUND_LOW if sheet.frame.low else AROUND * sheet.type.factor


BUTTON_SIGN, SQUARE_SIGN = 40, 36
BUTTONS = {
    "main": ("main", "main_line", "on_action"),
    "second": ("surface", "key_ink", "key_ink"),
    "on": ("light", "ink", "on_light"),
}


def button(
    sheet: Sheet,
    node: Node,
    at: Box,
    kind: str = "main",
    after: bool = False,
    fill: bool = False,
    style: tokens.TypeStyle | None = None,
) -> None:
    """A button with its sign before (or `after`) the word; `kind` is main, second or on (look.md 6). Its words
    are as large as they fit on a line, if no `style` is given."""
    words = style or button_style(sheet, node, at.w)
    sheet.target(node, at, lambda other, look: _button(other, node, at, look, kind, after, fill, words))


def button_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that a button of this width needs for its word."""
    room = width - 24 - BUTTON_SIGN * sheet.type.factor - 14
    return sheet.frame.measure(node.name, button_style(sheet, node, width), room)[1] + PADDING


def button_style(sheet: Sheet, node: Node, width: float) -> tokens.TypeStyle:
    """The style in which the word of a button of this width stands on one line, or the smaller one."""
    room = width - 24 - BUTTON_SIGN * sheet.type.factor - 14
    return sheet.type.button if sheet.frame.measure(node.name, sheet.type.button)[0] <= room else sheet.type.section


def _button(
    sheet: Sheet, node: Node, at: Box, look: Look, kind: str, after: bool, fill: bool, style: tokens.TypeStyle
) -> None:
    ground_colour, line, colour = BUTTONS[kind]
    if look is Look.SPOKEN:
        ground_colour, line, colour = ground(look), "ink", "on_soft"
    elif look is Look.PRESSED:
        ground_colour, line, colour = "pressed", "pressed", "on_pressed"
    elif State.OFF in node.states:
        ground_colour, line, colour = "paper", "off_line", "off_ink"
    if colour == "on_pressed":
        pressed(sheet, node, at, ground_colour, colour)
    else:
        sheet.fill(node, at, ground_colour, tokens.R_KEY)
        sheet.outline(node, at, line, tokens.SPOKEN if look is Look.SPOKEN else sheet.frame.border, tokens.R_KEY)
    side = BUTTON_SIGN * sheet.type.factor
    width, height = sheet.frame.measure(node.name, style, at.w - 24 - side - 14)
    left = at.center[0] - (width + side + 14) / 2
    sign_x, text_x = (left + width + 14, left) if after else (left, left + side + 14)
    sign = Box(sign_x, at.center[1] - side / 2, side, side)
    sheet.sign(node, sign, node.icon, colour, fill, flip=node.icon in ARROWS)
    sheet.text(node, node.name, Box(text_x, at.center[1] - height / 2, width + 1, 0), style, colour)


def square(sheet: Sheet, node: Node, at: Box) -> None:
    """A square key that shows only its sign; its name is for the ear."""
    sheet.target(node, at, lambda other, look: _square(other, node, at, look))


def _square(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    held, off = look is Look.PRESSED, State.OFF in node.states
    if held:
        pressed(sheet, node, at, "pressed", "on_pressed")
    else:
        sheet.fill(node, at, "paper" if off and look is Look.NORMAL else ground(look), tokens.R_KEY)
    usual = "off_ink" if off else "action"
    colour = {Look.NORMAL: usual, Look.PRESSED: "on_pressed", Look.SPOKEN: "on_soft"}[look]
    icon(sheet, node, at, SQUARE_SIGN * sheet.type.factor, colour, fill=node.icon in ("stop", "play", "pause"))
    if off:
        sheet.outline(node, at, "off_line", sheet.frame.border, tokens.R_KEY)
    elif not held:
        edge(sheet, node, at, look, tokens.R_KEY)


def icon(sheet: Sheet, node: Node, at: Box, size: float, colour: str, fill: bool) -> None:
    """A node's sign in the middle of a box."""
    x, y = at.center
    sheet.sign(node, Box(x - size / 2, y - size / 2, size, size), node.icon, colour, fill)
