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
PLATE, NARROW_PLATE = 132, 96
ROOMY = 420
"""Units of a tile that has room for the wide plate."""
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


def _tile(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    plate = Box(at.x, at.y, PLATE if at.w >= ROOMY else NARROW_PLATE, at.h)
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    sheet.fill(node, plate, hue(node.hue), tokens.R_TILE, LEADING)
    _icon(sheet, node, plate, min(72, plate.w * 0.6), "hue_sign", fill=True)
    if sheet.frame.contrast:
        sheet.fill(node, Box(plate.right - tokens.BORDER_CONTRAST, at.y, tokens.BORDER_CONTRAST, at.h), "border")
    shift = AJAR if look is Look.PRESSED else 0
    if shift:
        sheet.fill(node, Box(plate.right, at.y, shift, at.h), "ink")
        sheet.fill(node, Box(plate.right + 4, at.y, shift - 8, at.h), "light")
    words = Box(plate.right + 22 + shift, at.y, at.right - plate.right - 22 - AJAR, at.h)
    if look is Look.SPOKEN:
        words = Box(words.x, words.y, words.w - 52, words.h)
        sheet.sign(node, Box(at.right - 64, at.center[1] - 20, 40, 40), "speaker-high", ink(look), fill=True)
    high = sheet.frame.measure(node.name, sheet.type.label, words.w)[1] > at.h - 12
    style = sheet.type.label_narrow if high else _label(sheet, node.name, words.w)
    sheet.middle(node, node.name, words, style, ink(look))
    edge(sheet, node, at, look)


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
    _icon(sheet, node, plate, 60, "hue_sign", fill=True)
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
    colour = hue(node.hue)
    sheet.fill(node, at, colour, tokens.R_TILE)
    inner = Box(at.x + tokens.EDGE, at.y, at.w - tokens.EDGE, at.h)
    sheet.fill(node, inner, ground(look), tokens.R_TILE, (False, True, True, False))
    sign = Box(inner.x + 24, at.center[1] - 28, 56, 56)
    sheet.sign(node, sign, node.icon, ink(look) if look is Look.SPOKEN else sheet.hue_ink(node.hue))
    caret = Box(at.right - 66, at.center[1] - 18, 36, 36)
    sheet.sign(node, caret, "caret-right", ink(look) if look is Look.SPOKEN else "action", flip=True)
    shift = AJAR if look is Look.PRESSED else 0
    words = Box(sign.right + 24 + shift, at.y, caret.x - sign.right - 36 - AJAR, at.h)
    _two_lines(sheet, node, words, ink(look))
    edge(sheet, node, at, look)


def _two_lines(sheet: Sheet, node: Node, at: Box, colour: str) -> None:
    name = _label(sheet, node.name, at.w)
    upper, lower = (
        sheet.frame.measure(said, style, at.w)[1] if said else 0.0
        for said, style in ((node.name, name), (node.value, sheet.type.line))
    )
    top = at.y + (at.h - upper - lower) / 2
    sheet.text(node, node.name, Box(at.x, top, at.w, 0), name, colour)
    sheet.text(node, node.value, Box(at.x, top + upper, at.w, 0), sheet.type.line, colour, part="value")


def row_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that a row of this width needs for its words."""
    words = width - tokens.EDGE - 24 - 56 - 24 - 66 - 12 - AJAR
    name = sheet.frame.measure(node.name, _label(sheet, node.name, words), words)[1]
    line = sheet.frame.measure(node.value, sheet.type.line, words)[1] if node.value else 0
    return name + line + 18


WAY_INKS = {
    Look.NORMAL: ("action", "key_ink"),
    Look.PRESSED: ("on_pressed", "on_pressed"),
    Look.SPOKEN: ("on_soft", "on_soft"),
}
"""The colours of a way's sign and word."""


def way(sheet: Sheet, node: Node, at: Box) -> None:
    """A way on: white, with its sign and word in the colour of the hand."""
    sheet.target(node, at, lambda other, look: _way(other, node, at, look))


def _way(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    pressed = look is Look.PRESSED
    sheet.fill(node, at, "pressed" if pressed else ground(look), tokens.R_TILE)
    sign, words = WAY_INKS[look]
    sheet.sign(node, Box(at.x + 24, at.center[1] - 20, 40, 40), node.icon, sign, flip=node.icon in ARROWS)
    sheet.middle(node, node.name, Box(at.x + 80, at.y, at.w - 100, at.h), sheet.type.label_narrow, words)
    if not pressed:
        edge(sheet, node, at, look)


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
    room = at.w - 24 - 54
    style = sheet.type.button if sheet.frame.measure(node.name, sheet.type.button)[0] <= room else sheet.type.section
    width, height = sheet.frame.measure(node.name, style, room)
    total = width + 54
    left = at.center[0] - total / 2
    sign_x, text_x = (left + width + 14, left) if after else (left, left + 54)
    sheet.sign(node, Box(sign_x, at.center[1] - 20, 40, 40), node.icon, colour, fill, flip=node.icon in ARROWS)
    sheet.text(node, node.name, Box(text_x, at.center[1] - height / 2, width + 1, 0), style, colour)


def square(sheet: Sheet, node: Node, at: Box) -> None:
    """A square key that shows only its sign; its name is for the ear."""
    sheet.target(node, at, lambda other, look: _square(other, node, at, look))


def _square(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    pressed = look is Look.PRESSED
    sheet.fill(node, at, "pressed" if pressed else ground(look), tokens.R_KEY)
    colour = {Look.NORMAL: "action", Look.PRESSED: "on_pressed", Look.SPOKEN: "on_soft"}[look]
    _icon(sheet, node, at, 36, colour, fill=node.icon in ("stop", "play", "pause"))
    if not pressed:
        edge(sheet, node, at, look, tokens.R_KEY)


def _icon(sheet: Sheet, node: Node, at: Box, size: float, colour: str, fill: bool) -> None:
    x, y = at.center
    sheet.sign(node, Box(x - size / 2, y - size / 2, size, size), node.icon, colour, fill)
