"""A topic as a tile: a plate in its hue with its picture, and its word (look.md 6)."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.theme.tokens import hue
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import AJAR, PADDING, around, edge, fitting, ground, icon, ink, label

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
SPEAKER = 40


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
    two lines, and in the low band, where room is dear; without end where a word would be torn."""
    measure, words = sheet.frame.measure, tile_words(sheet, width)
    if not sheet.frame.fits(node.name, sheet.type.key_bold, words):
        return float("inf")
    style = label(sheet, node.name, words)
    if sheet.frame.low or measure(node.name, style, words)[1] > 2.5 * measure(node.name, style)[1]:
        style = sheet.type.label_narrow
    return measure(node.name, style, words)[1] + around(sheet)


def _tile(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    plate = Box(at.x, at.y, plate_width(sheet, at.w), at.h)
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    plate_at_side(sheet, node, plate, look, hue(node.hue))
    icon(sheet, node, plate, min(PICTURE * sheet.type.factor, plate.w * 0.6, plate.h * 0.7), "hue_sign", fill=True)
    x = plate.right + beside(sheet, at.w) + (AJAR if look is Look.PRESSED else 0)
    words = Box(x, at.y, tile_words(sheet, at.w), at.h)
    styles = (sheet.type.label, sheet.type.label_narrow, sheet.type.key_bold)
    style = fitting(sheet, node.name, words, styles)
    if look is Look.SPOKEN:
        words = _with_speaker(sheet, node, words, style)
    sheet.middle(node, node.name, words, style, ink(look))
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


def _with_speaker(sheet: Sheet, node: Node, words: Box, style: tokens.TypeStyle) -> Box:
    """The sign of what is being heard beside the word, and what it leaves of the word's place. Where the word would be
    torn or grow too high beside it, the light ground and the strong line say it alone, as on a narrow tile."""
    side = SPEAKER * sheet.type.factor
    less = Box(words.x, words.y, words.w - side - 12, words.h)
    high = sheet.frame.measure(node.name, style, less.w)[1]
    if high > words.h - PADDING or not sheet.frame.fits(node.name, style, less.w):
        return words
    sheet.sign(node, Box(less.right + 4, words.center[1] - side / 2, side, side), "speaker-high", "on_soft", fill=True)
    return less


def narrow_tile(sheet: Sheet, node: Node, at: Box) -> None:
    """A topic on an upright panel: the plate above, the word under it."""
    sheet.target(node, at, lambda other, look: _narrow(other, node, at, look))


def _narrow(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    plate = Box(at.x, at.y, at.w, NARROW_PLATE)
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    sheet.fill(node, plate, hue(node.hue), tokens.R_TILE, TOP)
    icon(sheet, node, plate, PICTURE_ABOVE, "hue_sign", fill=True)
    if sheet.frame.contrast:
        sheet.fill(node, Box(at.x, plate.bottom - tokens.BORDER_CONTRAST, at.w, tokens.BORDER_CONTRAST), "border")
    shift = AJAR if look is Look.PRESSED else 0
    if shift:
        sheet.fill(node, Box(at.x, plate.bottom, at.w, shift), "ink")
        sheet.fill(node, Box(at.x, plate.bottom + 4, at.w, shift - 8), "light")
    words = Box(at.x + 12, plate.bottom + shift, at.w - 24, at.bottom - plate.bottom - shift)
    sheet.middle(node, node.name, words, sheet.type.label_narrow, ink(look), "center")
    edge(sheet, node, at, look)
