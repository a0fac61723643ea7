"""The guide's panel on the home screen: the door, and the way for whoever does not know where to go. As a card like a
door leaf, as a key under the field with the door, or as the first of the tiles."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.door import OPENNESS, door
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.pressed import pressed
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import AJAR, edge, ground, ink
from kiosk.widgets.topic_tile import beside, plate_at_side, plate_width

Styles = tuple[TypeStyle, TypeStyle]
"""Of the panel's name, and of what it says below."""
LOWEST_DOOR, HIGHEST_DOOR = 150, 300
"""Units of the room above the words from which on the door stands there, and of the opening in it."""
TALL = 1.5
"""Times as high as wide, a card has room to spare."""
KEY, ARROW = 88, 38
MARGIN = 22
"""Units of a tile's height that its words leave free at least."""


def card(sheet: Sheet, node: Node, at: Box) -> None:
    """The night card like a door leaf. The whole of it is one target."""
    sheet.target(node, at, lambda other, look: _card(other, node, at, look))


def _card(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    sheet.fill(node, at, "night", tokens.R_CARD)
    if look is not Look.NORMAL:
        sheet.outline(node, at, "light", 6, tokens.R_CARD)
    elif sheet.frame.contrast:
        edge(sheet, node, at, look, tokens.R_CARD)
    pad = 32 if at.h > at.w * TALL else 24
    inner = at.inset(pad)
    button = Box(inner.x, inner.bottom - KEY, inner.w, KEY)
    _card_key(sheet, node.children[1], button, look is Look.PRESSED)
    styles = _fitting(sheet, node, inner.w, button.y - 16 - inner.y)
    above = button.y - 28 - _height(sheet, node, inner.w, styles) - at.y
    if above >= LOWEST_DOOR:
        _door_above(sheet, node, Box(at.x, at.y, at.w, above))
    _words(sheet, node, inner, at.y + above if above >= LOWEST_DOOR else inner.y, styles, _CARD_INKS)


def _card_key(sheet: Sheet, key: Node, at: Box, held: bool) -> None:
    ink = "light" if held else "on_light"
    sheet.fill(key, at, "night" if held else "light", tokens.R_KEY)
    if held:
        sheet.outline(key, at, "light", 4, tokens.R_KEY)
    width = min(sheet.frame.measure(key.name, sheet.type.button, at.w - 88)[0], at.w - 88)
    left = at.center[0] - (width + 54) / 2
    sheet.middle(key, key.name, Box(left, at.y, width + 1, at.h), sheet.type.button, ink)
    sheet.sign(key, Box(left + width + 16, at.center[1] - 19, ARROW, ARROW), key.icon, ink, flip=True)
    sheet.place(key.id, at)


def _door_above(sheet: Sheet, node: Node, room: Box) -> None:
    """The door in what is left of the card: its leaf and the light on the floor fit inside."""
    height = min(room.h / 1.62, HIGHEST_DOOR)
    width = height * 0.45
    top = room.y + (room.h - height * 1.4) / 2 + height * 0.13
    opening = Box(room.center[0] - width * 0.42, top, width, height)
    door(sheet, node, opening, OPENNESS[node.hue], min(height * 0.3, room.bottom - opening.bottom - 8), 0.75)


def key(sheet: Sheet, node: Node, at: Box) -> None:
    """The light key under the field where the door and the words already stand."""
    sheet.target(node, at, lambda other, look: _key(other, node, at, look))


def _key(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    button = node.children[1]
    ink = "on_pressed" if look is Look.PRESSED else "on_light"
    if look is Look.PRESSED:
        pressed(sheet, node, at, "pressed", ink, tokens.R_CARD)
    else:
        sheet.fill(node, at, "light", tokens.R_CARD)
        edge(sheet, node, at, look, tokens.R_CARD)
    sheet.sign(node, Box(at.x + 40, at.center[1] - 36, 72, 72), node.icon, ink, fill=True)
    words = Box(at.x + 140, at.y, at.w - 140 - 100, at.h)
    styles = _fitting(sheet, node, words.w, at.h - MARGIN)
    _words(sheet, node, words, at.y + (at.h - _height(sheet, node, words.w, styles)) / 2, styles, (ink, ink))
    arrow = Box(at.right - 92, at.center[1] - 26, 52, 52)
    sheet.place(button.id, arrow)
    sheet.sign(node, arrow, button.icon, ink, flip=True)


def tile(sheet: Sheet, node: Node, at: Box) -> None:
    """The first of the tiles: the door on a plate of night, and all the words."""
    sheet.target(node, at, lambda other, look: _tile(other, node, at, look))


def tile_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units that the tile needs at least at this width; the smallest words are for the low band only."""
    styles = _sizes(sheet)[-1 if sheet.frame.low else -2]
    return _height(sheet, node, _tile_words(sheet, width), styles, _arrow(sheet)) + MARGIN


def _tile_words(sheet: Sheet, width: float) -> float:
    return width - plate_width(sheet, width) - beside(sheet, width) - AJAR - 12


def _arrow(sheet: Sheet) -> float:
    """Units that the arrow takes beside the tile's name."""
    return ARROW * sheet.type.factor + 12


def _tile(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    plate = Box(at.x, at.y, plate_width(sheet, at.w), at.h)
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    plate_at_side(sheet, node, plate, look, "night")
    height = min(plate.w * 0.9, plate.h * 0.6)
    opening = Box(plate.x + plate.w * 0.44, plate.center[1] - height * 0.52, height * 0.45, height)
    door(sheet, node, opening, OPENNESS[node.hue], height * 0.2, 0.4)
    width, less = _tile_words(sheet, at.w), _arrow(sheet)
    styles = _fitting(sheet, node, width, at.h - MARGIN, less)
    x = plate.right + beside(sheet, at.w) + (AJAR if look is Look.PRESSED else 0)
    top = at.y + (at.h - _height(sheet, node, width, styles, less)) / 2
    _words(sheet, node, Box(x, at.y, width, at.h), top, styles, (ink(look), ink(look)), less)
    arrow, side = node.children[1], ARROW * sheet.type.factor
    sign = Box(at.right - 20 - side, top + 8, side, side)
    sheet.place(arrow.id, sign)
    sheet.sign(arrow, sign, arrow.icon, ink(look) if look is Look.SPOKEN else "action", flip=True)
    edge(sheet, node, at, look)


def _sizes(sheet: Sheet) -> tuple[Styles, ...]:
    """The sizes of the words, the largest first."""
    types = sheet.type
    return (
        (types.heading, types.lead),
        (types.heading, types.body),
        (types.lead_bold, types.body),
        (types.button, types.notice),
        (types.key_bold, types.small),
    )


def _fitting(sheet: Sheet, node: Node, width: float, room: float, less: float = 0.0) -> Styles:
    """The largest sizes with which the words fit, the name with so much `less` width."""
    sizes = _sizes(sheet)
    return next((styles for styles in sizes if _height(sheet, node, width, styles, less) <= room), sizes[-1])


_CARD_INKS = ("night_text", "night_text")
_GAPS = 12
"""Units between the name and what it says below."""


def _height(sheet: Sheet, node: Node, width: float, styles: Styles, less: float = 0.0) -> float:
    name, below = styles
    measure = sheet.frame.measure
    return measure(node.name, name, width - less)[1] + _GAPS + measure(node.children[0].name, below, width)[1]


def _words(
    sheet: Sheet, node: Node, at: Box, y: float, styles: Styles, inks: tuple[str, str], less: float = 0.0
) -> None:
    text = node.children[0]
    y += sheet.text(node, node.name, Box(at.x, y, at.w - less, 0), styles[0], inks[0]) + _GAPS
    sheet.text(text, text.name, Box(at.x, y, at.w, 0), styles[1], inks[1])
