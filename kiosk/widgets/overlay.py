"""The idle warning over everything else (look.md 6, idle overlay)."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import button

SCRIM = 0.86


def warning(sheet: Sheet, node: Node) -> None:
    """Question, reason, seconds, a bar that shortens, and two answers. Any touch elsewhere is "yes"."""
    frame = sheet.frame
    title, text, seconds, yes, done = node.children
    whole = Box(0, 0, frame.width, frame.height)
    sheet.target(yes, whole, lambda other, look: None)
    sheet.fill(node, whole, "scrim", opacity=SCRIM)
    width = min(1200, frame.width - 2 * frame.margin)
    inner_w = width - 144
    words = inner_w - 230
    heights = [frame.measure(title.name, sheet.type.portrait_title, words)[1]]
    heights += [frame.measure(said, sheet.type.lead, words)[1] for said in (text.name, text.value)]
    card_h = 64 + max(sum(heights) + 20, 200) + 48 + 28 + 56 + 136 + 64
    at = Box((frame.width - width) / 2, (frame.height - card_h) / 2, width, card_h)
    sheet.place(node.id, at)
    sheet.fill(node, at, "surface", tokens.R_OVERLAY)
    y = at.y + 64
    y += 20 + sheet.text(title, title.name, Box(at.x + 72, y, words, 0), sheet.type.portrait_title, "ink")
    for part, said in (("name", text.name), ("value", text.value)):
        y += sheet.text(text, said, Box(at.x + 72, y, words, 0), sheet.type.lead, "ink", part=part)
    _seconds(sheet, seconds, Box(at.right - 72 - 220, at.y + 54, 220, 0))
    low = at.bottom - 64 - 136
    _time_left(sheet, seconds, Box(at.x + 72, low - 56 - 28, inner_w, 28))
    first = (inner_w - 24) * 0.65
    more = Box(at.x + 72, low, first, 136)
    button(sheet, yes, more)
    ring(sheet, yes, more)
    button(sheet, done, Box(more.right + 24, low, inner_w - first - 24, 136), "second")


def _seconds(sheet: Sheet, node: Node, at: Box) -> None:
    height = sheet.text(node, node.name, at, sheet.type.countdown, "ink", "center")
    sheet.text(node, node.value, Box(at.x, at.y + height + 4, at.w, 0), sheet.type.body, "ink", "center", part="value")


def _time_left(sheet: Sheet, node: Node, at: Box) -> None:
    """The bar shortens towards the leading edge, one step a second."""
    sheet.fill(node, at, "surface", at.h / 2)
    share = node.amount / node.of if node.of else 0
    if share > 0:
        sheet.fill(node, Box(at.x, at.y, max(at.h, at.w * share), at.h), "light", at.h / 2)
        edge = at.x + max(at.h, at.w * share)
        sheet.fill(node, Box(edge - 3, at.y, 3, at.h), "on_light")
    sheet.outline(node, at, "ink", 3, at.h / 2)


def ring(sheet: Sheet, node: Node, at: Box) -> None:
    """The focus ring: light inside, ink outside, never clipped (accessibility.md F-02: at least 1.5 mm)."""
    sheet.outline(node, at.inset(-6), "light", 6, tokens.R_KEY + 6)
    sheet.outline(node, at.inset(-11), "ink", 5, tokens.R_KEY + 11)
