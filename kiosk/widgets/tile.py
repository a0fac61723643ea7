"""Tiles, rows and buttons: what a hand can press in a screen's content."""

from __future__ import annotations

from kiosk.domain.language import Said
from kiosk.domain.node import Node, State
from kiosk.theme import tokens
from kiosk.theme.tokens import hue
from kiosk.widgets.bar import ARROWS
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet

LEADING = (True, False, False, True)
TOP = (True, True, False, False)
PLATE, NARROW_PLATE, LARGE_PLATE = 132, 96, 156
ROOMY, ROOMY_LARGE = 420, 640
"""Units of a tile that has room for the wide plate."""
PICTURE, PICTURE_ABOVE = 72, 60
"""Units of a topic's picture, on a plate at the side and on one above the word."""
PLATE_SHARE = 0.25
"""Of a tile's width: on the narrowest tiles the plate takes no more, to leave the word its room."""
BESIDE, BESIDE_NARROW = 22, 14
"""Units between a plate and the word."""
AROUND, AROUND_LOW = 18, 14
PADDING = 12
SPEAKER, ROW_SIGN, ROW_CARET = 40, 56, 36
AJAR = 16
"""How far a pressed tile's door comes ajar, in units."""


def edge(sheet: Sheet, node: Node, at: Box, look: Look, radius: float = tokens.R_TILE) -> None:
    """The outline that says "press me", stronger while pressed or spoken."""
    width = {Look.NORMAL: sheet.frame.border, Look.PRESSED: tokens.PRESSED, Look.SPOKEN: tokens.SPOKEN}[look]
    sheet.outline(node, at, "border" if look is Look.NORMAL else "ink", width, radius)


def ground(look: Look) -> str:
    """The colour of a tile: light only while it is spoken."""
    return "soft" if look is Look.SPOKEN else "surface"


def ink(look: Look) -> str:
    """The colour of the words on a tile."""
    return "on_soft" if look is Look.SPOKEN else "ink"


def tile(sheet: Sheet, node: Node, at: Box) -> None:
    """A topic: plate in its hue at the leading edge, picture and word."""
    sheet.target(node, at, lambda other, look: _tile(other, node, at, look))


def plate_width(sheet: Sheet, width: float) -> float:
    """The width in units of the plate of a tile that is so wide."""
    if sheet.frame.large:
        return LARGE_PLATE if width >= ROOMY_LARGE else NARROW_PLATE
    return PLATE if width >= ROOMY else min(NARROW_PLATE, width * PLATE_SHARE)


def tile_words(sheet: Sheet, width: float) -> float:
    """Units of a tile's width that are left for its word."""
    return width - plate_width(sheet, width) - beside(sheet, width) - AJAR * sheet.type.factor


def beside(sheet: Sheet, width: float) -> float:
    """Units between the plate of a tile that is so wide and its word."""
    return (BESIDE if width >= ROOMY else BESIDE_NARROW) * sheet.type.factor


def tile_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that a tile of this width needs for its word: in the narrow style where that takes more than
    two lines, and in the low band, where room is dear."""
    measure, words = sheet.frame.measure, tile_words(sheet, width)
    style = _label(sheet, node.name, words)
    if sheet.frame.low or measure(node.name, style, words)[1] > 2.5 * measure(node.name, style)[1]:
        style = sheet.type.label_narrow
    return measure(node.name, style, words)[1] + around(sheet)


def _tile(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    plate = Box(at.x, at.y, plate_width(sheet, at.w), at.h)
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    plate_at_side(sheet, node, plate, look, hue(node.hue))
    _icon(sheet, node, plate, min(PICTURE * sheet.type.factor, plate.w * 0.6, plate.h * 0.7), "hue_sign", fill=True)
    x = plate.right + beside(sheet, at.w) + (AJAR if look is Look.PRESSED else 0)
    words = Box(x, at.y, tile_words(sheet, at.w), at.h)
    if look is Look.SPOKEN:
        words = _with_speaker(sheet, node, words)
    styles = (sheet.type.label, sheet.type.label_narrow, sheet.type.key_bold)
    sheet.middle(node, node.name, words, fitting(sheet, node.name, words, styles), ink(look))
    edge(sheet, node, at, look)


def plate_at_side(sheet: Sheet, node: Node, plate: Box, look: Look, colour: str) -> None:
    """The plate of a tile; while the tile is pressed, light shows beside it as at a door ajar."""
    sheet.fill(node, plate, colour, tokens.R_TILE, LEADING)
    if sheet.frame.contrast:
        line = tokens.BORDER_CONTRAST
        sheet.fill(node, Box(plate.right - line, plate.y, line, plate.h), "border")
    if look is Look.PRESSED:
        sheet.fill(node, Box(plate.right, plate.y, AJAR, plate.h), "ink")
        sheet.fill(node, Box(plate.right + 4, plate.y, AJAR - 8, plate.h), "light")


def _with_speaker(sheet: Sheet, node: Node, words: Box) -> Box:
    """The sign of what is being heard beside the word, and what it leaves of the word's place. Where the word would be
    torn or grow too high beside it, the light ground and the strong line say it alone, as on a narrow tile."""
    side, least = SPEAKER * sheet.type.factor, sheet.type.key_bold
    less = Box(words.x, words.y, words.w - side - 12, words.h)
    measured = sheet.frame.measure(node.name, least, less.w)[1]
    if measured > words.h - PADDING or not sheet.frame.fits(node.name, least, less.w):
        return words
    sheet.sign(node, Box(less.right + 4, words.center[1] - side / 2, side, side), "speaker-high", "on_soft", fill=True)
    return less


def fitting(sheet: Sheet, said: Said, at: Box, styles: tuple[tokens.TypeStyle, ...]) -> tokens.TypeStyle:
    """The first of the styles in which words fit their place and none of them is torn, or else the last."""
    frame = sheet.frame

    def fits(style: tokens.TypeStyle) -> bool:
        return frame.fits(said, style, at.w) and frame.measure(said, style, at.w)[1] <= at.h - PADDING

    return next((style for style in styles if fits(style)), styles[-1])


def _label(sheet: Sheet, said: Said, width: float) -> tokens.TypeStyle:
    """The tile's word; the narrow style where a word is too long for the place (words are never torn)."""
    return sheet.type.label if sheet.frame.fits(said, sheet.type.label, width) else sheet.type.label_narrow


def narrow_tile(sheet: Sheet, node: Node, at: Box) -> None:
    """A topic on an upright panel: the plate above, the word under it."""
    sheet.target(node, at, lambda other, look: _narrow(other, node, at, look))


def _narrow(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    plate = Box(at.x, at.y, at.w, NARROW_PLATE)
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    sheet.fill(node, plate, hue(node.hue), tokens.R_TILE, TOP)
    _icon(sheet, node, plate, PICTURE_ABOVE, "hue_sign", fill=True)
    if sheet.frame.contrast:
        sheet.fill(node, Box(at.x, plate.bottom - tokens.BORDER_CONTRAST, at.w, tokens.BORDER_CONTRAST), "border")
    shift = AJAR if look is Look.PRESSED else 0
    if shift:
        sheet.fill(node, Box(at.x, plate.bottom, at.w, shift), "ink")
        sheet.fill(node, Box(at.x, plate.bottom + 4, at.w, shift - 8), "light")
    words = Box(at.x + 12, plate.bottom + shift, at.w - 24, at.bottom - plate.bottom - shift)
    sheet.middle(node, node.name, words, sheet.type.label_narrow, ink(look), "center")
    edge(sheet, node, at, look)


def row(sheet: Sheet, node: Node, at: Box) -> None:
    """A service or an organisation in a list: hue at the edge, sign, name, one line, caret."""
    sheet.target(node, at, lambda other, look: _row(other, node, at, look))


def _row(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    factor = sheet.type.factor
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
    return width - tokens.EDGE - 24 - (ROW_SIGN + ROW_CARET) * sheet.type.factor - 24 - 42 - AJAR


def _two_lines(sheet: Sheet, node: Node, at: Box, colour: str) -> None:
    styles = (_label(sheet, node.name, at.w), sheet.type.label_narrow)
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
    style = sheet.type.label_narrow if sheet.frame.low else _label(sheet, node.name, words)
    return sum(_lines(sheet, node, words, style)) + around(sheet)


def around(sheet: Sheet) -> float:
    """Units of a tile's height that its words leave free at least; less in the low band."""
    return AROUND_LOW if sheet.frame.low else AROUND * sheet.type.factor


BUTTON_SIGN, SQUARE_SIGN = 40, 36
BUTTONS = {
    "main": ("main", "main_line", "on_action"),
    "second": ("surface", "key_ink", "key_ink"),
    "invite": ("light", "light", "on_light"),
}


def button(sheet: Sheet, node: Node, at: Box, kind: str = "main", after: bool = False, fill: bool = False) -> None:
    """A button with its sign before (or `after`) the word; `kind` is main, second or invite (look.md 6)."""
    sheet.target(node, at, lambda other, look: _button(other, node, at, look, kind, after, fill))


def _button(sheet: Sheet, node: Node, at: Box, look: Look, kind: str, after: bool, fill: bool) -> None:
    ground_colour, line, colour = BUTTONS[kind]
    if look is Look.SPOKEN:
        ground_colour, line, colour = ground(look), "ink", "on_soft"
    elif State.OFF in node.states:
        ground_colour, line, colour = "paper", "off_line", "off_ink"
    elif look is Look.PRESSED:
        ground_colour, line, colour = "pressed", "pressed", "on_pressed"
    sheet.fill(node, at, ground_colour, tokens.R_KEY)
    sheet.outline(node, at, line, tokens.SPOKEN if look is Look.SPOKEN else sheet.frame.border, tokens.R_KEY)
    side = BUTTON_SIGN * sheet.type.factor
    room = at.w - 24 - side - 14
    style = sheet.type.button if sheet.frame.measure(node.name, sheet.type.button)[0] <= room else sheet.type.section
    width, height = sheet.frame.measure(node.name, style, room)
    left = at.center[0] - (width + side + 14) / 2
    sign_x, text_x = (left + width + 14, left) if after else (left, left + side + 14)
    sign = Box(sign_x, at.center[1] - side / 2, side, side)
    sheet.sign(node, sign, node.icon, colour, fill, flip=node.icon in ARROWS)
    sheet.text(node, node.name, Box(text_x, at.center[1] - height / 2, width + 1, 0), style, colour)


def square(sheet: Sheet, node: Node, at: Box) -> None:
    """A square key that shows only its sign; its name is for the ear."""
    sheet.target(node, at, lambda other, look: _square(other, node, at, look))


def _square(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    pressed, off = look is Look.PRESSED, State.OFF in node.states
    sheet.fill(
        node, at, "pressed" if pressed else "paper" if off and look is Look.NORMAL else ground(look), tokens.R_KEY
    )
    usual = "off_ink" if off else "action"
    colour = {Look.NORMAL: usual, Look.PRESSED: "on_pressed", Look.SPOKEN: "on_soft"}[look]
    _icon(sheet, node, at, SQUARE_SIGN * sheet.type.factor, colour, fill=node.icon in ("stop", "play", "pause"))
    if off:
        sheet.outline(node, at, "off_line", sheet.frame.border, tokens.R_KEY)
    elif not pressed:
        edge(sheet, node, at, look, tokens.R_KEY)


def _icon(sheet: Sheet, node: Node, at: Box, size: float, colour: str, fill: bool) -> None:
    x, y = at.center
    sheet.sign(node, Box(x - size / 2, y - size / 2, size, size), node.icon, colour, fill)
