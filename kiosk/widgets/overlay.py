"""The idle warning over everything else (look.md 6, idle overlay)."""

from __future__ import annotations

from msgspec import Struct

from kiosk.domain.node import Node
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.pieces import Box
from kiosk.widgets.ring import ring
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import button

SCRIM = 0.86
WIDTH, SIDE = 1200, 72
"""Units of the card, wider where words are large, and from its sides to its words."""
SECONDS = 220
"""Units at least for the seconds beside the words."""
BUTTON, BAR = 136, 28


class Gaps(Struct, frozen=True):
    """Units above and below everything, from the words to the bar, and from the bar to the answers."""

    edge: float
    bar: float
    answers: float


ROOMY, NARROW = Gaps(64, 48, 56), Gaps(36, 24, 32)
"""The narrow ones are for low mode, where the card stays within reach."""


def warning(sheet: Sheet, node: Node) -> None:
    """Question, reason, seconds, a bar that shortens, and two answers. Any touch elsewhere is "yes"."""
    frame = sheet.frame
    _, _, seconds, yes, done = node.children
    whole = Box(0, 0, frame.width, frame.height)
    sheet.target(yes, whole, lambda other, look: None)
    sheet.fill(node, whole, "scrim", opacity=SCRIM)
    gaps = NARROW if frame.low else ROOMY
    width = min(WIDTH * sheet.type.factor, frame.width - 2 * frame.margin)
    inner = width - 2 * SIDE
    beside = max(SECONDS, frame.measure(seconds.value, sheet.type.body)[0] + 2)
    words = inner - beside - 10
    least = gaps.edge + gaps.bar + BAR + gaps.answers + BUTTON + gaps.edge
    styles = _styles(sheet, node, words, frame.bottom - frame.top - least)
    upper = max(_words_height(sheet, node, words, styles), _seconds_height(sheet, seconds))
    height = least + upper
    # Low, the bar's keys are covered: the whole band that a hand reaches is there for the card.
    at = Box((frame.width - width) / 2, (frame.top + frame.bottom - height) / 2, width, height)
    sheet.place(node.id, at)
    sheet.fill(node, at, "surface", tokens.R_OVERLAY)
    if frame.contrast:
        sheet.outline(node, at, "hair", tokens.HAIR, tokens.R_OVERLAY)
    _words(sheet, node, Box(at.x + SIDE, at.y + gaps.edge, words, 0), styles)
    _seconds(sheet, seconds, Box(at.right - SIDE - beside, at.y + gaps.edge - 10, beside, 0))
    low = at.bottom - gaps.edge - BUTTON
    _time_left(sheet, seconds, Box(at.x + SIDE, low - gaps.answers - BAR, inner, BAR))
    first = (inner - 24) * 0.65
    more = Box(at.x + SIDE, low, first, BUTTON)
    button(sheet, yes, more)
    for line in ring(more, frame):
        sheet.add(line)
    button(sheet, done, Box(more.right + 24, low, inner - first - 24, BUTTON), "second")


Styles = tuple[TypeStyle, TypeStyle]
"""Of the question and of what is said below it."""


def _styles(sheet: Sheet, node: Node, width: float, room: float) -> Styles:
    """The largest ones with which the card stays where a hand reaches, or the smallest."""
    types = sheet.type
    sizes = ((types.portrait_title, types.lead), (types.heading, types.lead), (types.heading, types.body))
    return next((styles for styles in sizes if _words_height(sheet, node, width, styles) <= room), sizes[-1])


def _words_height(sheet: Sheet, node: Node, width: float, styles: Styles) -> float:
    title, text, *_ = node.children
    measure = sheet.frame.measure
    lines = sum(measure(said, styles[1], width)[1] for said in (text.name, text.value))
    return measure(title.name, styles[0], width)[1] + 20 + lines


def _words(sheet: Sheet, node: Node, at: Box, styles: Styles) -> None:
    title, text, *_ = node.children
    y = at.y + 20 + sheet.text(title, title.name, at, styles[0], "ink")
    for part, said in (("name", text.name), ("value", text.value)):
        y += sheet.text(text, said, Box(at.x, y, at.w, 0), styles[1], "ink", part=part)


def _seconds_height(sheet: Sheet, node: Node) -> float:
    measure = sheet.frame.measure
    return measure(node.name, sheet.type.countdown)[1] + 4 + measure(node.value, sheet.type.body)[1]


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
