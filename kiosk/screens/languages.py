"""The language picker: a grid whose places never change, whatever the direction (look.md, section 9)."""

from __future__ import annotations

from kiosk.domain.language import Said
from kiosk.domain.node import Node, Role, State, View
from kiosk.screens.grid import grid
from kiosk.theme import tokens
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import edge, ground, ink

PLATE = 96
TALLEST, TALLEST_OF_FEW = 200, 300
FEW = 4
DOT_GAP = 12


def compose(sheet: Sheet, view: View) -> None:
    """The title in several scripts, then the tiles."""
    header(sheet, view.header)
    area = sheet.frame.content
    title = view["title"]
    plate = Box(area.x, area.y + 16, PLATE, PLATE)
    sheet.place(title.id, Box(area.x, plate.y, area.w, PLATE))
    sheet.fill(title, plate, "main", tokens.R_PLATE)
    sheet.sign(title, plate.inset(21), title.icon, "hue_sign")
    _words(sheet, title, Box(plate.right + 28, plate.y, area.right - plate.right - 28, PLATE))
    tiles = view["languages"].children
    columns, rows = shape(len(tiles), sheet.frame.portrait)
    room = area.bottom - plate.bottom - 30
    tallest = TALLEST_OF_FEW if len(tiles) <= FEW else TALLEST
    height = min(room, rows * tallest + (rows - 1) * 24)
    places = grid(Box(area.x, plate.bottom + 30, area.w, height), columns, rows, 24)
    for node, at in zip(tiles, places, strict=False):
        own = sheet.type.title if len(tiles) <= FEW else sheet.type.autonym
        _tile(sheet, node, at.mirrored(sheet.frame.width) if sheet.frame.rtl else at, own)
    bar(sheet, view.bar)


def shape(count: int, portrait: bool) -> tuple[int, int]:
    """Columns and rows for so many languages: 4 x 4 for sixteen on a wide panel, 2 x 8 upright; few are larger."""
    if portrait and count <= FEW:
        return 1, count
    columns = 2 if portrait or count <= FEW else 3 if count <= 9 else 4
    return columns, -(-count // columns)


def _words(sheet: Sheet, title: Node, at: Box) -> None:
    """The word in each language, parted by dots, from the side the screen is read from (look.md 8; only the tiles keep
    their places, 9). A word that has no room any more is left out, with its dot."""
    measure, dot = sheet.frame.measure, Said("·", "de")
    dot_width = measure(dot, sheet.type.autonym)[0]
    x = at.x
    for number, word in enumerate(title.children):
        before = dot_width + 2 * DOT_GAP if number else 0.0
        width = measure(word.name, sheet.type.autonym)[0]
        if x + before + width > at.right:
            break
        if number:
            node = Node(f"{title.id}.dot{number}", Role.IMAGE)
            sheet.middle(node, dot, Box(x + DOT_GAP, at.y, dot_width + 1, at.h), sheet.type.autonym, "ink2")
        sheet.middle(word, word.name, Box(x + before, at.y, width + 1, at.h), sheet.type.autonym, "ink")
        x += before + width


def _tile(sheet: Sheet, node: Node, at: Box, own: tokens.TypeStyle) -> None:
    sheet.target(node, at, lambda other, look: _draw(other, node, at, look, own))


def _draw(sheet: Sheet, node: Node, at: Box, look: Look, own: tokens.TypeStyle) -> None:
    """Own name large, German name small; both at the side the language is read from."""
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    align: tokens.Align = "end" if sheet.frame.is_rtl(node.name.language) != sheet.frame.rtl else "start"
    words = Box(at.x + 30, at.y, at.w - 60, at.h)
    german = node.children[0]
    upper = sheet.frame.measure(node.name, own, words.w)[1]
    lower = sheet.frame.measure(german.name, sheet.type.small, words.w)[1]
    top = at.y + (at.h - upper - lower) / 2
    first, second = (ink(look), ink(look) if look is Look.SPOKEN else "ink2")  # on soft, ink2 would have only 6.8:1
    sheet.text(node, node.name, Box(words.x, top, words.w, 0), own, first, align)
    sheet.text(german, german.name, Box(words.x, top + upper, words.w, 0), sheet.type.small, second, align)
    far = at.x + 30 if align == "end" else at.right - 70
    if look is Look.SPOKEN:
        sheet.sign(node, Box(far, at.center[1] - 20, 40, 40), "speaker-high", first, fill=True)
    elif State.HERE in node.states:
        sheet.sign(node, Box(far, at.center[1] - 20, 40, 40), "check-circle", "action", fill=True)
    elif node.icon:
        sheet.sign(node, Box(far, at.center[1] - 20, 40, 40), node.icon, "ink2", fill=True)
    edge(sheet, node, at, look)
