"""The listen bar of a card (look.md 6): play or pause, where the voice is, and the volume."""

from __future__ import annotations

from functools import partial

from kiosk.domain.node import Node, State
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import edge, ground, square

HEIGHT = 112
KEY, NARROW_KEY = 88, 84
STEP_MIDDLE = 64
GAP = 12
PILL_GAP, NARROWEST_PILL = 3, 6
LEAST_STATE = 130
"""Units that words about the sentence need at least beside the keys; with less the play key shows its sign alone."""


def listen_bar(sheet: Sheet, node: Node, at: Box) -> None:
    """The bar in its place. It keeps its height when there is no voice and then says why."""
    nodes = {child.id: child for child in node.children}
    playing = "listen.again" in nodes
    sheet.place(node.id, at)
    sheet.fill(node, at, "playing_bed" if playing else "sunk", tokens.R_CARD)
    if sheet.frame.contrast:
        sheet.outline(node, at, "light" if playing else "hair", sheet.frame.border, tokens.R_CARD)
    state = nodes["listen.state"]
    if "listen.play" not in nodes:
        sheet.sign(state, Box(at.x + 28, at.center[1] - 20, 40, 40), state.icon, "ink", fill=True)
        sheet.middle(state, state.name, Box(at.x + 88, at.y, at.w - 112, at.h), sheet.type.body, "ink")
    elif playing:
        _playing(sheet, nodes, at)
    else:
        left = _play(sheet, nodes["listen.play"], Box(at.x + GAP, at.y + GAP, 0, KEY))
        key = Box(at.x, at.y + GAP, KEY, KEY)
        right = _step(sheet, nodes, "volume", at.right - GAP, key)
        right = _step(sheet, nodes, "speed", right - GAP, key) if "speed" in nodes else right
        sheet.middle(state, state.name, Box(left + 24, at.y, right - left - 48, at.h), sheet.type.line, "ink")


def _playing(sheet: Sheet, nodes: dict[str, Node], at: Box) -> None:
    """Pause, the keys between sentences, where the voice is, speed and volume; on a narrow panel without the word."""
    word = _word_width(sheet, nodes["listen.play"])
    room = at.w - 7 * GAP - 3 * KEY - 2 * (2 * KEY + STEP_MIDDLE) - 2 * GAP
    narrow = room - word < LEAST_STATE
    key = Box(at.x + GAP, at.y + GAP, NARROW_KEY if narrow else KEY, KEY)
    left = _play(sheet, nodes["listen.play"], key, narrow)
    # Keys of a player point the same way in every script (look.md 8): so they also stand in the same order.
    skips = ("listen.back", "listen.again", "listen.forward")
    for name in reversed(skips) if sheet.frame.rtl else skips:
        square(sheet, nodes[name], Box(left + GAP, key.y, key.w, key.h))
        left += GAP + key.w
    right = _step(sheet, nodes, "volume", at.right - GAP, key)
    right = _step(sheet, nodes, "speed", right - GAP, key)
    _progress(sheet, nodes["listen.state"], Box(left + 16, at.y, right - left - 32, at.h))


def _word_width(sheet: Sheet, node: Node) -> float:
    return 44 + 14 + sheet.frame.measure(node.name, sheet.type.button)[0] + 60


def _play(sheet: Sheet, node: Node, at: Box, narrow: bool = False) -> float:
    """The play key; as wide as its word needs, or without it. Its right edge."""
    place = Box(at.x, at.y, at.w if narrow else _word_width(sheet, node), at.h)
    sheet.target(node, place, lambda other, look: _play_key(other, node, place, look, narrow))
    return place.right


def _play_key(sheet: Sheet, node: Node, at: Box, look: Look, narrow: bool) -> None:
    if look is Look.SPOKEN:
        ink = _spoken(sheet, node, at)
    else:
        fill, line, ink = _play_colours(node, look)
        sheet.fill(node, at, fill, tokens.R_KEY)
        sheet.outline(node, at, line, sheet.frame.border, tokens.R_KEY)
    left = at.center[0] - 22 if narrow else at.x + 28
    sheet.sign(node, Box(left, at.center[1] - 22, 44, 44), node.icon, ink, fill=True)
    if not narrow:
        sheet.middle(node, node.name, Box(at.x + 86, at.y, at.w - 100, at.h), sheet.type.button, ink)


def _play_colours(node: Node, look: Look) -> tuple[str, str, str]:
    """Ground, outline and ink of the play key."""
    if look is Look.PRESSED:
        return "pressed", "pressed", "on_pressed"
    if State.PLAYING in node.states:
        return "playing", "playing", "on_playing"
    return "main", "main_line", "on_action"


def _step(sheet: Sheet, nodes: dict[str, Node], name: str, right: float, key: Box) -> float:
    """[−] value [+], ending at `right`, with keys as large as `key`; the left edge of it."""
    value = nodes[name]
    place = Box(right - 2 * key.w - STEP_MIDDLE, key.y, 2 * key.w + STEP_MIDDLE, key.h)
    middle = Box(place.x + key.w, place.y, STEP_MIDDLE, key.h)
    step(sheet, nodes[f"{name}.down"], nodes[f"{name}.up"], place, key.w)
    sheet.place(value.id, middle)
    sheet.sign(value, Box(middle.center[0] - 18, middle.y + 8, 36, 36), value.icon, "ink", fill=True)
    at = Box(middle.x, middle.y + 48, middle.w, 0)
    sheet.text(value, value.value, at, sheet.type.small, "ink", "center", "value")
    return place.x


def step(sheet: Sheet, less: Node, more: Node, at: Box, width: float = KEY) -> None:
    """Two keys of this width with the value between them, on one white plate (look.md 6, step)."""
    sheet.fill(less, at, "surface", tokens.R_KEY)
    for node, key, line in (
        (less, Box(at.x, at.y, width, at.h), at.x + width),
        (more, Box(at.right - width, at.y, width, at.h), at.right - width - tokens.HAIR),
    ):
        sheet.target(node, key, partial(_step_key, node=node, at=key))
        sheet.fill(node, Box(line, at.y + tokens.BORDER, tokens.HAIR, at.h - 2 * tokens.BORDER), "hair")
    sheet.outline(less, at, "border", sheet.frame.border, tokens.R_KEY)


def _step_key(sheet: Sheet, look: Look, node: Node, at: Box) -> None:
    ink = "action"
    if look is Look.PRESSED:
        sheet.fill(node, at, "pressed", tokens.R_KEY)
        ink = "on_pressed"
    elif look is Look.SPOKEN:
        ink = _spoken(sheet, node, at)
    sheet.sign(node, Box(at.center[0] - 18, at.center[1] - 18, 36, 36), node.icon, ink)


def _spoken(sheet: Sheet, node: Node, at: Box) -> str:
    """The ground and the outline of a key that is spoken; the colour of what stands on it."""
    sheet.fill(node, at, ground(Look.SPOKEN), tokens.R_KEY)
    edge(sheet, node, at, Look.SPOKEN, tokens.R_KEY)
    return "on_soft"


def _progress(sheet: Sheet, state: Node, at: Box) -> None:
    """Which sentence, in words, or in figures where those find no room, and as one pill a sentence, or one long one if
    they are too many for that."""
    measure = sheet.frame.measure
    style = sheet.type.section if measure(state.name, sheet.type.section)[0] <= at.w else sheet.type.small
    whole = sheet.frame.fits(state.name, style, at.w) and measure(state.name, style, at.w)[1] + 18 <= at.h - 2 * GAP
    said, part = (state.name, "name") if whole else (state.value, "value")
    height = measure(said, style, at.w)[1]
    top = at.center[1] - (height + 18) / 2
    sheet.text(state, said, Box(at.x, top, at.w, 0), style, "ink", part=part)
    place = Box(at.x, top + height + 6, at.w, 12)
    width = (at.w - (state.of - 1) * PILL_GAP) / state.of
    if width < NARROWEST_PILL:
        _pill(sheet, state, place, False)
        _pill(sheet, state, Box(at.x, place.y, max(12.0, at.w * state.amount / state.of), 12), True)
        return
    for number in range(state.of):
        pill = Box(at.x + number * (width + PILL_GAP), place.y, width, 12)
        _pill(sheet, state, pill, number < state.amount)


def _pill(sheet: Sheet, state: Node, at: Box, done: bool) -> None:
    radius = min(6, at.w / 2)
    sheet.fill(state, at, "ink" if done else "surface", radius)
    if not done:
        sheet.outline(state, at, "ink", 2, radius)
