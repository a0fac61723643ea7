"""Help: three or four numbers that can be read from afar, the desk, and what this screen can do."""

from __future__ import annotations

from kiosk.domain.node import Node, View
from kiosk.theme import tokens
from kiosk.theme.tokens import hue
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

NUMBER_X = 148
PAD = 6
LOWEST, MOST_MORE = 124, 82
LONG_NUMBER = 3
"""Digits of the short numbers; longer ones are set smaller, on one line."""


def compose(sheet: Sheet, view: View) -> None:
    """Numbers at the leading side, desk and features beside them; upright one above the other."""
    header(sheet, view.header)
    area = sheet.frame.content
    portrait = sheet.frame.portrait
    left = Box(area.x, area.y, area.w if portrait else area.w * 0.651, area.h)
    title, lead = view["title"], view["lead"]
    y = left.y + sheet.text(title, title.name, Box(left.x, left.y, left.w, 0), sheet.type.title, "ink") + 8
    y += sheet.text(lead, lead.name, Box(left.x, y, left.w, 0), sheet.type.body, "ink") + 16
    low = _numbers(sheet, view["numbers"].children, Box(left.x, y, left.w, area.bottom - 8 - y))
    if portrait:
        right = Box(area.x, low + 24, area.w, area.bottom - low - 24)
    else:
        right = Box(left.right + 40, area.y, area.right - left.right - 40, area.h)
    features = view["features"]
    bottom = _desk(sheet, view["desk"], right, _features_height(sheet, features, right.w))
    _features(sheet, features, Box(right.x, bottom + 22, right.w, right.bottom - bottom - 22))
    bar(sheet, view.bar)


def _numbers(sheet: Sheet, entries: tuple[Node, ...], area: Box) -> float:
    """One card a number, as high as its words need and no higher than there is room; the lower edge."""
    gap = 14
    digits = max(sheet.frame.measure(entry.children[0].name, _style(sheet, entry))[0] for entry in entries) + 28
    words = area.w - NUMBER_X - digits - 20
    needed = [max(LOWEST, _words_height(sheet, entry, words) + 14) for entry in entries]
    spare = max(0.0, area.h - sum(needed) - (len(entries) - 1) * gap) / len(entries)
    more = min(spare, 0.0 if sheet.frame.portrait else MOST_MORE)
    y = area.y
    for entry, height in zip(entries, needed, strict=True):
        _number(sheet, entry, Box(area.x, y, area.w, height + more), digits)
        y += height + more + gap
    return y - gap


def _style(sheet: Sheet, entry: Node) -> tokens.TypeStyle:
    return sheet.type.number if len(entry.children[0].name.text) <= LONG_NUMBER else sheet.type.number_long


def _words_height(sheet: Sheet, entry: Node, width: float) -> float:
    name = entry.children[1]
    measure = sheet.frame.measure
    return measure(name.name, sheet.type.button, width)[1] + measure(name.value, sheet.type.line, width)[1]


def _number(sheet: Sheet, entry: Node, at: Box, digits_width: float) -> None:
    digits, name = entry.children
    colour, ink = hue(entry.hue), sheet.hue_ink(entry.hue)
    sheet.place(entry.id, at)
    sheet.fill(entry, at, colour, tokens.R_TILE)
    inner = Box(at.x + tokens.EDGE, at.y, at.w - tokens.EDGE, at.h)
    sheet.fill(entry, inner, "surface", tokens.R_TILE, (False, True, True, False))
    sheet.outline(entry, at, "hair", tokens.HAIR, tokens.R_TILE)
    sheet.sign(entry, Box(at.x + 44, at.center[1] - 36, 72, 72), entry.icon, ink, fill=True)
    sheet.middle(digits, digits.name, Box(at.x + NUMBER_X, at.y, digits_width, at.h), _style(sheet, entry), ink)
    x = at.x + NUMBER_X + digits_width
    width = at.right - x - 20
    top = at.y + (at.h - _words_height(sheet, entry, width)) / 2
    upper = sheet.text(name, name.name, Box(x, top, width, 0), sheet.type.button, "ink")
    sheet.text(name, name.value, Box(x, top + upper, width, 0), sheet.type.line, "ink", part="value")


def _desk(sheet: Sheet, node: Node, area: Box, features: float) -> float:
    """The night card with the wave, beside its words if the `features` below need the room; its lower edge."""
    above = area.h - features >= 22 + 32 + 80 + _desk_words(sheet, node, area.w - 72) + 28
    width = area.w - 72 if above else area.w - 72 - 88
    at = Box(area.x, area.y, area.w, (112 if above else 28) + _desk_words(sheet, node, width) + 28)
    sheet.place(node.id, at)
    sheet.fill(node, at, "night", tokens.R_CARD)
    sheet.sign(node, Box(at.x + 36, at.y + 30, 64, 64), node.icon, "light", fill=True)
    x, y = (at.x + 36, at.y + 112) if above else (at.x + 124, at.y + 28)
    y += sheet.text(node, node.name, Box(x, y, width, 0), sheet.type.lead_bold, "night_text") + 6
    sheet.text(node, node.value, Box(x, y, width, 0), sheet.type.body, "night_text", part="value")
    return at.bottom


def _desk_words(sheet: Sheet, node: Node, width: float) -> float:
    measure = sheet.frame.measure
    return measure(node.name, sheet.type.lead_bold, width)[1] + 6 + measure(node.value, sheet.type.body, width)[1]


def _features_height(sheet: Sheet, group: Node, width: float) -> float:
    title, *features = group.children
    rows = sum(sum(_lines(sheet, node, width)) + 2 * PAD for node in features)
    return sheet.frame.measure(title.name, sheet.type.button, width)[1] + 10 + rows


def _lines(sheet: Sheet, node: Node, width: float) -> tuple[float, float]:
    measure = sheet.frame.measure
    return (
        measure(node.name, sheet.type.key_bold, width - 62)[1],
        measure(node.value, sheet.type.chip, width - 62)[1],
    )


def _features(sheet: Sheet, group: Node, area: Box) -> None:
    title, *features = group.children
    y = area.y + sheet.text(title, title.name, Box(area.x, area.y, area.w, 0), sheet.type.button, "ink") + 10
    for node in features:
        upper, lower = _lines(sheet, node, area.w)
        height = upper + lower + 2 * PAD
        sheet.fill(node, Box(area.x, y, area.w, 2), "hair")
        sheet.place(node.id, Box(area.x, y, area.w, height))
        sheet.sign(node, Box(area.x + 2, y + (height - 40) / 2, 40, 40), node.icon, "action")
        sheet.text(node, node.name, Box(area.x + 62, y + PAD, area.w - 62, 0), sheet.type.key_bold, "ink")
        sheet.text(
            node, node.value, Box(area.x + 62, y + PAD + upper, area.w - 62, 0), sheet.type.chip, "ink", part="value"
        )
        y += height
