"""A service's task card and an organisation's page: what to know, and beside it what to take along."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.modes import Mode
from kiosk.domain.node import Node, Role, View
from kiosk.screens import card_modes
from kiosk.screens.card_head import head
from kiosk.screens.card_pages import LONGEST_LINE, key_height, sections, show
from kiosk.widgets import code, listening
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.pieces import Box
from kiosk.widgets.section import section, section_height
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import button

ASIDE, ASIDE_GAP = 464, 32
INNER = 54


def compose(sheet: Sheet, view: View) -> None:
    """Landscape: card and column. Upright: card, listen bar, code beside the next step (look.md, section 7)."""
    header(sheet, view.header)
    if sheet.frame.modes & {Mode.LARGE, Mode.LOW}:
        card_modes.compose(sheet, view)
    elif sheet.frame.portrait:
        _portrait(sheet, view)
    else:
        _landscape(sheet, view)
    bar(sheet, view.bar)


def _landscape(sheet: Sheet, view: View) -> None:
    area = sheet.frame.content
    card = Box(area.x, area.y, area.w - ASIDE - ASIDE_GAP, area.h)
    moved = _column(sheet, view["aside"], Box(card.right + ASIDE_GAP, area.y, ASIDE, area.h))
    top = head(sheet, view["card"], card)
    inner = Box(card.x + INNER, top, card.w - INNER - 42, card.bottom - top - 16)
    lead = view["lead"]
    low = top + sheet.frame.measure(lead.name, sheet.type.lead, min(inner.w, LONGEST_LINE))[1] + 14
    high = listening.height(sheet, inner.w)
    tops = [above + high + 18 for above in (low, top)]
    areas = [Box(inner.x, y, inner.w, inner.bottom - y) for y in tops]
    first = show(sheet, view, sections(sheet, view, moved, inner), areas) == 0
    if first:
        sheet.text(lead, lead.name, Box(inner.x, top, min(inner.w, LONGEST_LINE), 0), sheet.type.lead, "ink")
    # On every page: who is read to needs its keys while the voice turns the pages.
    listening.listen_bar(sheet, view["listen"], Box(inner.x, low if first else top, inner.w, high))


def _portrait(sheet: Sheet, view: View) -> None:
    area = sheet.frame.content
    low = code.CODE_PORTRAIT + 48
    aside = Box(area.x, area.bottom - low, area.w, low)
    high = listening.height(sheet, area.w)
    listen = Box(area.x, aside.y - 24 - high, area.w, high)
    card = Box(area.x, area.y, area.w, listen.y - 24 - area.y)
    moved = _beside(sheet, view["aside"], aside)
    top = head(sheet, view["card"], card)
    inner = Box(card.x + INNER, top, card.w - INNER - 42, card.bottom - top - 24)
    lead = view["lead"]
    after = sheet.frame.measure(lead.name, sheet.type.lead, min(inner.w, LONGEST_LINE))[1] + 20
    first = Box(inner.x, top + after, inner.w, inner.h - after)
    if show(sheet, view, sections(sheet, view, moved, inner), [first, inner]) == 0:
        sheet.text(lead, lead.name, Box(inner.x, top, min(inner.w, LONGEST_LINE), 0), sheet.type.lead, "ink")
    listening.listen_bar(sheet, view["listen"], listen)


def _parts(aside: Node) -> tuple[Node, Sequence[Node], Sequence[Node]]:
    """The code, the sections and the buttons of the column beside a card."""
    plate, *rest = aside.children
    return plate, [node for node in rest if node.role is Role.GROUP], [node for node in rest if node.intent]


def _column(sheet: Sheet, aside: Node, at: Box) -> Sequence[Node]:
    """Code, next step and buttons one under the other; the sections that found no room."""
    plate, steps, buttons = _parts(aside)
    height = code.plate_height(sheet, plate, at.w)
    code.plate(sheet, plate, Box(at.x, at.y, at.w, height))
    low = _buttons(sheet, buttons, at)
    return _under(sheet, steps, Box(at.x, at.y + height + 20, at.w, low - at.y - height - 20))


def _beside(sheet: Sheet, aside: Node, at: Box) -> Sequence[Node]:
    """Upright: next step and buttons beside the code; the sections that found no room."""
    plate, steps, buttons = _parts(aside)
    room = code.wide_plate(sheet, plate, at)
    low = _buttons(sheet, buttons, room)
    return _under(sheet, steps, Box(room.x, room.y, room.w, low - room.y))


def _under(sheet: Sheet, steps: Sequence[Node], room: Box) -> Sequence[Node]:
    y = room.y
    for number, node in enumerate(steps):
        high = section_height(sheet, node, room.w)
        if y + high > room.bottom:
            return steps[number:]
        section(sheet, node, Box(room.x, y, room.w, high))
        y += high + 20
    return ()


def _buttons(sheet: Sheet, buttons: Sequence[Node], room: Box) -> float:
    """The buttons at the foot of the place; the lower edge of what is left above them."""
    low, high = room.bottom, key_height(sheet)
    for node in reversed(buttons):
        button(sheet, node, Box(room.x, low - high, room.w, high))
        low -= high + 16
    return low
