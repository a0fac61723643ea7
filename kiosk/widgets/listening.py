"""The listen bar of a card (look.md 6): play or pause, where the voice is, and the volume."""

from __future__ import annotations

from functools import partial

from kiosk.domain.node import Node, State
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import square

HEIGHT = 112
KEY = 88
STEP_MIDDLE = 64


def listen_bar(sheet: Sheet, node: Node, at: Box) -> None:
    """The bar in its place. It keeps its height when there is no voice and then says why."""
    nodes = {child.id: child for child in node.children}
    playing = "listen.stop" in nodes
    sheet.place(node.id, at)
    sheet.fill(node, at, "soft" if playing else "sunk", tokens.R_CARD)
    state = nodes["listen.state"]
    if "listen.play" not in nodes:
        sheet.sign(state, Box(at.x + 28, at.center[1] - 20, 40, 40), state.icon, "ink", fill=True)
        sheet.middle(state, state.name, Box(at.x + 88, at.y, at.w - 112, at.h), tokens.BODY, "ink")
        return
    left = _play(sheet, nodes["listen.play"], Box(at.x + 12, at.y + 12, 0, KEY))
    if playing:
        square(sheet, nodes["listen.stop"], Box(left + 16, at.y + 12, KEY, KEY))
        left += 16 + KEY
    right = _volume(sheet, nodes, at)
    room = Box(left + 24, at.y, right - left - 48, at.h)
    if state.of:
        _progress(sheet, state, room)
    else:
        sheet.middle(state, state.name, room, tokens.LINE, "ink")


def _play(sheet: Sheet, node: Node, at: Box) -> float:
    """The play key; as wide as its word needs. Its right edge."""
    width = 44 + 14 + sheet.frame.measure(node.name, tokens.BUTTON)[0] + 60
    place = Box(at.x, at.y, width, at.h)
    sheet.target(node, place, lambda other, look: _play_key(other, node, place, look))
    return place.right


def _play_key(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    dark = look is Look.PRESSED or State.PLAYING in node.states
    ink = "light" if look is Look.PRESSED else "on_action"
    sheet.fill(node, at, "ink" if dark else "action", tokens.R_KEY)
    sheet.sign(node, Box(at.x + 28, at.center[1] - 22, 44, 44), node.icon, ink, fill=True)
    sheet.middle(node, node.name, Box(at.x + 86, at.y, at.w - 100, at.h), tokens.BUTTON, ink)


def _volume(sheet: Sheet, nodes: dict[str, Node], at: Box) -> float:
    """[−] value [+] at the trailing end; the left edge of it."""
    value = nodes["volume"]
    left = at.right - 12 - 2 * KEY - STEP_MIDDLE
    place = Box(left, at.y + 12, 2 * KEY + STEP_MIDDLE, KEY)
    middle = Box(left + KEY, place.y, STEP_MIDDLE, KEY)
    step(sheet, nodes["volume.down"], nodes["volume.up"], place)
    sheet.place(value.id, middle)
    sheet.sign(value, Box(middle.center[0] - 18, middle.y + 8, 36, 36), value.icon, "ink", fill=True)
    number = type(value.name)(str(value.amount), "de")
    sheet.text(value, number, Box(middle.x, middle.y + 48, middle.w, 0), tokens.SMALL, "ink", "center")
    return left


def step(sheet: Sheet, less: Node, more: Node, at: Box) -> None:
    """Two keys with the value between them, on one white plate (look.md 6, step)."""
    sheet.fill(less, at, "surface", tokens.R_KEY)
    for node, key, line in (
        (less, Box(at.x, at.y, KEY, at.h), at.x + KEY),
        (more, Box(at.right - KEY, at.y, KEY, at.h), at.right - KEY - tokens.HAIR),
    ):
        sheet.target(node, key, partial(_step_key, node=node, at=key))
        sheet.fill(node, Box(line, at.y + tokens.BORDER, tokens.HAIR, at.h - 2 * tokens.BORDER), "hair")
    sheet.outline(less, at, "border", tokens.BORDER, tokens.R_KEY)


def _step_key(sheet: Sheet, look: Look, node: Node, at: Box) -> None:
    pressed = look is Look.PRESSED
    if pressed:
        sheet.fill(node, at, "ink", tokens.R_KEY)
    sheet.sign(node, Box(at.center[0] - 18, at.center[1] - 18, 36, 36), node.icon, "light" if pressed else "action")


def _progress(sheet: Sheet, state: Node, at: Box) -> None:
    """Which sentence, in words and as one pill a sentence; many sentences share one line of pills."""
    height = sheet.frame.measure(state.name, tokens.SECTION, at.w)[1]
    top = at.center[1] - (height + 18) / 2
    sheet.text(state, state.name, Box(at.x, top, at.w, 0), tokens.SECTION, "ink")
    gap = 3 if state.of <= 24 else 1
    width = (at.w - (state.of - 1) * gap) / state.of
    for number in range(state.of):
        pill = Box(at.x + number * (width + gap), top + height + 6, width, 12)
        if number < state.amount:
            sheet.fill(state, pill, "ink", min(6, width / 2))
        else:
            sheet.fill(state, pill, "surface", min(6, width / 2))
            sheet.outline(state, pill, "ink", 2, min(6, width / 2))
