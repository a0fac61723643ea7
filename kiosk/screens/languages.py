"""The language picker: a grid whose places never change, whatever the direction (look.md, section 9)."""

from __future__ import annotations

from functools import partial

from kiosk.domain.language import Said
from kiosk.domain.node import Node, Role, State, View
from kiosk.screens.spread import LOWEST, Form, Tile, spread
from kiosk.theme import tokens
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Frame, Sheet
from kiosk.widgets.tile import around, edge, ground, ink

PLATE, PLATE_LOW = 96, 72
TALLEST, TALLEST_OF_FEW = 200, 300
FEW, MANY = 4, 16
"""With more than so many their tiles stand closer, so that all of them are on one page of a wide panel."""
GAP, GAP_LOW, DOT_GAP = 24, 16, 12
SIDE, SIGN = 30, 40


def compose(sheet: Sheet, view: View) -> None:
    """The title in several scripts, then the tiles."""
    header(sheet, view.header)
    tiles = view["languages"].children
    area = _title(sheet, view["title"])
    few = len(tiles) <= FEW
    own = _own_name(sheet, few)
    shown = [Tile(partial(_height, sheet, node, own), partial(_tile, sheet, node, own)) for node in tiles]
    form = Form(
        columns_for(len(tiles), sheet.frame),
        TALLEST_OF_FEW if few else TALLEST,
        LOWEST * sheet.type.factor,
        gap=GAP_LOW if sheet.frame.low or len(tiles) > MANY else GAP,
        fixed=True,
    )
    spread(sheet, view, area, shown, [form])
    bar(sheet, view.bar)


def _own_name(sheet: Sheet, few: bool) -> tokens.TypeStyle:
    """The size of own names: larger where they are few, smaller in the low band."""
    if sheet.frame.low:
        return sheet.type.lead_bold if sheet.frame.large else sheet.type.autonym
    return sheet.type.title if few else sheet.type.autonym


def columns_for(count: int, frame: Frame) -> int:
    """Columns: 4 for sixteen languages on a wide panel, 2 upright; fewer where they are few, or their words large."""
    if frame.portrait and count <= FEW and not (frame.large and frame.low):
        return 1
    return 2 if frame.portrait or frame.large or count <= FEW else 3 if count <= 9 else 4


def _title(sheet: Sheet, title: Node) -> Box:
    """The globe and the word in each language; what is left of the content below it."""
    area, low = sheet.frame.content, sheet.frame.low
    side = PLATE_LOW if low else PLATE
    plate = Box(area.x, area.y - 8 if low else area.y + 16, side, side)
    sheet.place(title.id, Box(area.x, plate.y, area.w, side))
    sheet.fill(title, plate, "main", tokens.R_PLATE)
    sheet.sign(title, plate.inset(side * 0.22), title.icon, "hue_sign")
    _words(sheet, title, Box(plate.right + 28, plate.y, area.right - plate.right - 28, side))
    top = plate.bottom + (16 if low else 30)
    return Box(area.x, top, area.w, area.bottom - top)


def _words(sheet: Sheet, title: Node, at: Box) -> None:
    """The word in each language, parted by dots, from the side the screen is read from (look.md 8; only the tiles keep
    their places, 9); smaller where they would not all fit. A word that has no room even so is left out."""
    measure, dot = sheet.frame.measure, Said("·", "de")

    def needed(style: tokens.TypeStyle) -> float:
        return sum(measure(word.name, style)[0] + measure(dot, style)[0] + 2 * DOT_GAP for word in title.children)

    styles = (sheet.type.autonym, sheet.type.label, sheet.type.label_narrow)
    style = next((style for style in styles if needed(style) <= at.w), styles[-1])
    between = measure(dot, style)[0] + 2 * DOT_GAP
    x = at.x
    for number, word in enumerate(title.children):
        before = between if number else 0.0
        width = measure(word.name, style)[0]
        if x + before + width > at.right:
            break
        if number:
            node = Node(f"{title.id}.dot{number}", Role.IMAGE)
            sheet.middle(node, dot, Box(x + DOT_GAP, at.y, between - 2 * DOT_GAP + 1, at.h), style, "ink2")
        sheet.middle(word, word.name, Box(x + before, at.y, width + 1, at.h), style, "ink")
        x += before + width


def _height(sheet: Sheet, node: Node, own: tokens.TypeStyle, width: float) -> float:
    words = width - 2 * SIDE
    german = sheet.frame.measure(node.children[0].name, sheet.type.small, words)[1]
    return sheet.frame.measure(node.name, own, words)[1] + german + around(sheet)


def _tile(sheet: Sheet, node: Node, own: tokens.TypeStyle, at: Box) -> None:
    sheet.target(node, at, lambda other, look: _draw(other, node, at, look, own))


def _draw(sheet: Sheet, node: Node, at: Box, look: Look, own: tokens.TypeStyle) -> None:
    """Own name large, German name small; both at the side the language is read from."""
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    align: tokens.Align = "end" if sheet.frame.is_rtl(node.name.language) != sheet.frame.rtl else "start"
    words = Box(at.x + SIDE, at.y, at.w - 2 * SIDE, at.h)
    german = node.children[0]
    upper = sheet.frame.measure(node.name, own, words.w)[1]
    lower = sheet.frame.measure(german.name, sheet.type.small, words.w)[1]
    top = at.y + (at.h - upper - lower) / 2
    first, second = (ink(look), ink(look) if look is Look.SPOKEN else "ink2")  # on soft, ink2 would have only 6.8:1
    sheet.text(node, node.name, Box(words.x, top, words.w, 0), own, first, align)
    sheet.text(german, german.name, Box(words.x, top + upper, words.w, 0), sheet.type.small, second, align)
    side = SIGN * sheet.type.factor
    far = at.x + SIDE if align == "end" else at.right - SIDE - side
    sign = Box(far, at.center[1] - side / 2, side, side)
    if look is Look.SPOKEN:
        sheet.sign(node, sign, "speaker-high", first, fill=True)
    elif State.HERE in node.states:
        sheet.sign(node, sign, "check-circle", "action", fill=True)
    elif node.icon:
        sheet.sign(node, sign, node.icon, "ink2", fill=True)
    edge(sheet, node, at, look)
