"""A service's task card and an organisation's page: what to know, and beside it what to take along."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.node import Node, Role, View
from kiosk.screens.grid import grid
from kiosk.theme import tokens
from kiosk.theme.tokens import hue
from kiosk.widgets import code, listening
from kiosk.widgets.bar import bar
from kiosk.widgets.header import CHIP_HEIGHT, chip, chip_width, header
from kiosk.widgets.paging import keys_height, keys_row
from kiosk.widgets.pieces import Box
from kiosk.widgets.section import COLUMN_GAP, Block, blocks, flow, section, section_height
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import button, row, row_height

ASIDE, ASIDE_GAP = 464, 32
PLATE = 80
KEY = 96
INNER = 54
NARROWEST = 380
"""Units of a column of sections; with less there is one column."""
NARROWEST_ROW = 560
"""Units of a row of a service; with less there is one column of them."""
LONGEST_LINE = 1240
"""Units of a line of the lead: about 75 characters (look.md 3)."""
TITLE_ROOM = 560
"""Units a title must keep beside the chip with the facts' date."""


def compose(sheet: Sheet, view: View) -> None:
    """Landscape: card and column. Upright: card, listen bar, code beside the next step (look.md, section 7)."""
    header(sheet, view.header)
    if sheet.frame.portrait:
        _portrait(sheet, view)
    else:
        _landscape(sheet, view)
    bar(sheet, view.bar)


def _landscape(sheet: Sheet, view: View) -> None:
    area = sheet.frame.content
    card = Box(area.x, area.y, area.w - ASIDE - ASIDE_GAP, area.h)
    moved = _column(sheet, view["aside"], Box(card.right + ASIDE_GAP, area.y, ASIDE, area.h))
    head = _head(sheet, view["card"], card)
    inner = Box(card.x + INNER, head, card.w - INNER - 42, card.bottom - head - 16)
    lead = view["lead"]
    low = head + sheet.frame.measure(lead.name, sheet.type.lead, min(inner.w, LONGEST_LINE))[1] + 14
    tops = [above + listening.HEIGHT + 18 for above in (low, head)]
    areas = [Box(inner.x, top, inner.w, inner.bottom - top) for top in tops]
    first = _sections(sheet, view, areas, moved) == 0
    if first:
        sheet.text(lead, lead.name, Box(inner.x, head, min(inner.w, LONGEST_LINE), 0), sheet.type.lead, "ink")
    # On every page: who is read to needs its keys while the voice turns the pages.
    listening.listen_bar(sheet, view["listen"], Box(inner.x, low if first else head, inner.w, listening.HEIGHT))


def _portrait(sheet: Sheet, view: View) -> None:
    area = sheet.frame.content
    low = code.CODE_PORTRAIT + 48
    aside = Box(area.x, area.bottom - low, area.w, low)
    listen = Box(area.x, aside.y - 24 - listening.HEIGHT, area.w, listening.HEIGHT)
    card = Box(area.x, area.y, area.w, listen.y - 24 - area.y)
    moved = _beside(sheet, view["aside"], aside)
    head = _head(sheet, view["card"], card)
    inner = Box(card.x + INNER, head, card.w - INNER - 42, card.bottom - head - 24)
    lead = view["lead"]
    after = sheet.frame.measure(lead.name, sheet.type.lead, min(inner.w, LONGEST_LINE))[1] + 20
    first = Box(inner.x, head + after, inner.w, inner.h - after)
    if _sections(sheet, view, [first, inner], moved) == 0:
        sheet.text(lead, lead.name, Box(inner.x, head, min(inner.w, LONGEST_LINE), 0), sheet.type.lead, "ink")
    listening.listen_bar(sheet, view["listen"], listen)


def _head(sheet: Sheet, card: Node, at: Box) -> float:
    """The card's ground, plate, title and its other name; where the rest begins."""
    title = card.children[0]
    colour = hue(title.hue)
    sheet.place(card.id, at)
    sheet.fill(card, at, colour, tokens.R_CARD)
    inner = Box(at.x + tokens.EDGE, at.y, at.w - tokens.EDGE, at.h)
    sheet.fill(card, inner, "surface", tokens.R_CARD, (False, True, True, False))
    sheet.outline(card, at, "hair", tokens.HAIR, tokens.R_CARD)
    plate = Box(at.x + INNER, at.y + 24, PLATE, PLATE)
    sheet.fill(title, plate, colour, tokens.R_PLATE)
    sheet.sign(title, plate.inset(18), title.icon, "hue_sign", fill=True)
    right = _age_chip(sheet, card, Box(plate.right + 20, plate.y, at.right - plate.right - 62, PLATE))
    return _title(sheet, title, Box(plate.right + 20, plate.y, right - plate.right - 20, PLATE))


def _on_chip(node: Node) -> bool:
    """The age of sound facts stands on a chip beside the title; doubtful ones get a notice of their own."""
    return node.id == "notice.facts" and node.icon != "warning-circle"


def _chip_fits(sheet: Sheet, card: Node) -> bool:
    """Whether the title keeps room beside the chip; without it the date is a remark on the card."""
    width = sheet.places[card.id].w if card.id in sheet.places else 0.0
    return all(
        width - INNER - PLATE - 62 - chip_width(sheet, node) >= TITLE_ROOM for node in card.children if _on_chip(node)
    )


def _age_chip(sheet: Sheet, card: Node, at: Box) -> float:
    """The chip with the facts' date at the trailing end of the title's line; where the title must end."""
    for node in card.children if _chip_fits(sheet, card) else ():
        if _on_chip(node):
            width = chip_width(sheet, node)
            chip(sheet, node, Box(at.right - width, at.y + (at.h - CHIP_HEIGHT) / 2, width, CHIP_HEIGHT))
            return at.right - width - 24
    return at.right


def _title(sheet: Sheet, title: Node, at: Box) -> float:
    """The title beside its plate, in the heading's size where it is long; below it the other name, smaller."""
    measure = sheet.frame.measure
    style = sheet.type.title
    if measure(title.name, sheet.type.title, at.w)[1] > measure(title.name, sheet.type.title)[1] + 1:
        style = sheet.type.heading if sheet.frame.fits(title.name, sheet.type.heading, at.w) else sheet.type.button
    upper = measure(title.name, style, at.w)[1]
    lower = measure(title.value, sheet.type.line, at.w)[1] if title.value else 0
    top = at.y + max(0.0, (at.h - upper - lower) / 2)
    sheet.text(title, title.name, Box(at.x, top, at.w, 0), style, "ink")
    sheet.text(title, title.value, Box(at.x, top + upper, at.w, 0), sheet.type.line, "ink2", part="value")
    return max(at.bottom, top + upper + lower) + 12


def _sections(sheet: Sheet, view: View, areas: Sequence[Box], moved: Sequence[Node]) -> int:
    """The present page of the sections, those first that found no room beside the card; which page that is.

    The first page has less room than the others, for the lead stands there. Page keys only where they are needed.
    """
    chip_there = _chip_fits(sheet, view["card"])
    nodes = [*moved, *(node for node in view["card"].children[2:] if not (chip_there and _on_chip(node)))]
    first = areas[0]
    columns = 2 if first.w >= 2 * NARROWEST + COLUMN_GAP else 1
    parts = blocks(sheet, nodes, (first.w - (columns - 1) * COLUMN_GAP) / columns)
    services = view.find("services")
    if services:
        parts += _services(sheet, services, first.w)
    pages = flow(parts, areas, columns)
    if len(pages) > 1:
        pages = flow(parts, [Box(area.x, area.y, area.w, area.h - keys_height(sheet) - 12) for area in areas], columns)
    sheet.pages = len(pages)
    page = min(view.route.page, len(pages) - 1)
    for placed in pages[page]:
        placed.block.draw(placed.at)
    keys = view.find("pages")
    if len(pages) > 1 and keys:
        height = keys_height(sheet)
        keys_row(sheet, keys, Box(first.x, first.bottom - height, first.w, height))
    return page


def _services(sheet: Sheet, node: Node, width: float) -> list[Block]:
    """What a visitor gets at this organisation, as rows that open: a block a line, the title with the first."""
    title, *rows = node.children
    columns = 2 if len(rows) > 1 and width >= 2 * NARROWEST_ROW else 1
    room = (width - (columns - 1) * 20) / columns
    height = max(112.0, *(row_height(sheet, entry, room) for entry in rows))
    above = sheet.frame.measure(title.name, sheet.type.section, width)[1] + 8

    def line(first: int) -> Block:
        head = above if first == 0 else 0.0

        def draw(at: Box) -> None:
            if head:
                sheet.place(node.id, at)
                sheet.text(title, title.name, at, sheet.type.section, "ink2")
            places = grid(Box(at.x, at.y + head, at.w, height), columns, 1, 20)
            for entry, place in zip(rows[first : first + columns], places, strict=False):
                row(sheet, entry, place)

        return Block(node, lambda _: head + height, draw, wide=True)

    return [line(first) for first in range(0, len(rows), columns)]


def _parts(aside: Node) -> tuple[Node, Sequence[Node], Sequence[Node]]:
    """The code, the sections and the buttons of the column beside a card."""
    plate, *rest = aside.children
    sections = [node for node in rest if node.role is Role.GROUP]
    return plate, sections, [node for node in rest if node.role is Role.BUTTON]


def _column(sheet: Sheet, aside: Node, at: Box) -> Sequence[Node]:
    """Code, next step and buttons one under the other; the sections that found no room."""
    plate, sections, buttons = _parts(aside)
    height = code.plate_height(sheet, plate, at.w)
    code.plate(sheet, plate, Box(at.x, at.y, at.w, height))
    _buttons(sheet, buttons, at)
    return _under(sheet, sections, Box(at.x, at.y + height + 20, at.w, at.h - height - 20 - _buttons_height(buttons)))


def _beside(sheet: Sheet, aside: Node, at: Box) -> Sequence[Node]:
    """Upright: next step and buttons beside the code; the sections that found no room."""
    plate, sections, buttons = _parts(aside)
    room = code.wide_plate(sheet, plate, at)
    _buttons(sheet, buttons, room)
    return _under(sheet, sections, Box(room.x, room.y, room.w, room.h - _buttons_height(buttons)))


def _under(sheet: Sheet, sections: Sequence[Node], room: Box) -> Sequence[Node]:
    y = room.y
    for number, node in enumerate(sections):
        high = section_height(sheet, node, room.w)
        if y + high > room.bottom:
            return sections[number:]
        section(sheet, node, Box(room.x, y, room.w, high))
        y += high + 20
    return ()


def _buttons_height(buttons: Sequence[Node]) -> float:
    return len(buttons) * (KEY + 16)


def _buttons(sheet: Sheet, buttons: Sequence[Node], room: Box) -> None:
    for number, node in enumerate(reversed(buttons)):
        button(sheet, node, Box(room.x, room.bottom - KEY - number * (KEY + 16), room.w, KEY))
