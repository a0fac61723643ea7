"""Help: three or four numbers that can be read from afar, the desk, and what this screen can do."""

from __future__ import annotations

from kiosk.domain.node import Node, View
from kiosk.theme import tokens
from kiosk.theme.tokens import hue
from kiosk.widgets.bar import bar
from kiosk.widgets.header import header
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import Sheet

NUMBER_X = 172
LONG_NUMBER = 3
"""Digits of the short numbers; longer ones are set smaller, on one line."""


def compose(sheet: Sheet, view: View) -> None:
    """Numbers at the leading side, desk and features beside them; upright one above the other."""
    header(sheet, view.header)
    area = sheet.frame.content
    portrait = sheet.frame.portrait
    left = Box(area.x, area.y, area.w if portrait else area.w * 0.651, area.h)
    title, lead = view["title"], view["lead"]
    y = left.y + sheet.text(title, title.name, Box(left.x, left.y, left.w, 0), tokens.TITLE, "ink") + 8
    y += sheet.text(lead, lead.name, Box(left.x, y, left.w, 0), tokens.BODY, "ink") + 16
    low = _numbers(sheet, view["numbers"].children, Box(left.x, y, left.w, area.bottom - 8 - y))
    if portrait:
        right = Box(area.x, low + 24, area.w, area.bottom - low - 24)
    else:
        right = Box(left.right + 40, area.y, area.right - left.right - 40, area.h)
    bottom = _desk(sheet, view["desk"], right)
    _features(sheet, view["features"], Box(right.x, bottom + 22, right.w, right.bottom - bottom - 22))
    bar(sheet, view.bar)


def _numbers(sheet: Sheet, entries: tuple[Node, ...], area: Box) -> float:
    """One card a number, as high as its words need and no higher than there is room; the lower edge."""
    gap = 18
    digits = max(sheet.frame.measure(entry.children[0].name, _style(entry))[0] for entry in entries) + 40
    share = (area.h - (len(entries) - 1) * gap) / len(entries)
    words = area.w - NUMBER_X - digits - 24
    tallest = 206 if not sheet.frame.portrait else 150
    y = area.y
    for entry in entries:
        height = max(min(tallest, share), _words_height(sheet, entry, words) + 24)
        _number(sheet, entry, Box(area.x, y, area.w, height), digits)
        y += height + gap
    return y - gap


def _style(entry: Node) -> tokens.TypeStyle:
    return tokens.NUMBER if len(entry.children[0].name.text) <= LONG_NUMBER else tokens.NUMBER_LONG


def _words_height(sheet: Sheet, entry: Node, width: float) -> float:
    name = entry.children[1]
    measure = sheet.frame.measure
    return measure(name.name, tokens.LEAD_BOLD, width)[1] + measure(name.value, tokens.BODY, width)[1]


def _number(sheet: Sheet, entry: Node, at: Box, digits_width: float) -> None:
    digits, name = entry.children
    colour = hue(entry.hue)
    sheet.place(entry.id, at)
    sheet.fill(entry, at, colour, tokens.R_TILE)
    inner = Box(at.x + tokens.EDGE, at.y, at.w - tokens.EDGE, at.h)
    sheet.fill(entry, inner, "surface", tokens.R_TILE, (False, True, True, False))
    sheet.outline(entry, at, "hair", tokens.HAIR, tokens.R_TILE)
    sheet.sign(entry, Box(at.x + 60, at.center[1] - 36, 72, 72), entry.icon, colour, fill=True)
    sheet.middle(digits, digits.name, Box(at.x + NUMBER_X, at.y, digits_width, at.h), _style(entry), colour)
    x = at.x + NUMBER_X + digits_width
    width = at.right - x - 24
    top = at.y + (at.h - _words_height(sheet, entry, width)) / 2
    upper = sheet.text(name, name.name, Box(x, top, width, 0), tokens.LEAD_BOLD, "ink")
    sheet.text(name, name.value, Box(x, top + upper, width, 0), tokens.BODY, "ink", part="value")


def _desk(sheet: Sheet, node: Node, area: Box) -> float:
    """The night card with the wave; its lower edge."""
    width = area.w - 72
    heading = sheet.frame.measure(node.name, tokens.HEADING, width)[1]
    text = sheet.frame.measure(node.value, tokens.BODY, width)[1]
    at = Box(area.x, area.y, area.w, 32 + 64 + 16 + heading + 6 + text + 28)
    sheet.place(node.id, at)
    sheet.fill(node, at, "night", tokens.R_CARD)
    sheet.sign(node, Box(at.x + 36, at.y + 30, 64, 64), node.icon, "light", fill=True)
    y = at.y + 32 + 64 + 16
    y += sheet.text(node, node.name, Box(at.x + 36, y, width, 0), tokens.HEADING, "night_text") + 6
    sheet.text(node, node.value, Box(at.x + 36, y, width, 0), tokens.BODY, "night_text", part="value")
    return at.bottom


def _features(sheet: Sheet, group: Node, area: Box) -> None:
    title, *features = group.children
    y = area.y + sheet.text(title, title.name, Box(area.x, area.y, area.w, 0), tokens.BUTTON, "ink") + 10
    for node in features:
        upper = sheet.frame.measure(node.name, tokens.KEY_BOLD, area.w - 62)[1]
        lower = sheet.frame.measure(node.value, tokens.CHIP, area.w - 62)[1]
        height = upper + lower + 20
        sheet.fill(node, Box(area.x, y, area.w, 2), "hair")
        sheet.place(node.id, Box(area.x, y, area.w, height))
        sheet.sign(node, Box(area.x + 2, y + (height - 40) / 2, 40, 40), node.icon, "action")
        sheet.text(node, node.name, Box(area.x + 62, y + 11, area.w - 62, 0), tokens.KEY_BOLD, "ink")
        sheet.text(node, node.value, Box(area.x + 62, y + 11 + upper, area.w - 62, 0), tokens.CHIP, "ink", part="value")
        y += height
