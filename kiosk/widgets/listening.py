"""The listen bar of a card (look.md 6): play or pause, where the voice is, speed and volume.

One row of keys; large keys on a narrow place stand in two. How high it is depends neither on words nor on the voice: a
page must not move because somebody begins to listen to it.
"""

from __future__ import annotations

from functools import partial

from msgspec import Struct

from kiosk.domain.node import Node, State
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.pressed import pressed
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.tile import edge, ground, square

GAP = 12
BEFORE, AFTER_SIGN, BEHIND = 28, 14, 32
"""Units before the play key's sign, between it and the word, and behind the word."""
PILL, PILL_GAP, NARROWEST_PILL = 12, 3, 6
LEAST_STATE = 130
"""Units that words about the sentence need at least beside the keys; with less the play key shows its sign alone."""
SKIPS = ("listen.back", "listen.again", "listen.forward")


class Sizes(Struct, frozen=True):
    """Units: a key's height, its width on a wide and on a narrow bar, the value between two keys, the signs."""

    key: float
    narrow: float
    middle: float
    play_sign: float
    sign: float


NORMAL, LARGE = Sizes(88, 84, 64, 44, 36), Sizes(112, 112, 96, 64, 44)
"""Large keys are 1.27 times as large (accessibility.md (c): at least 1.25)."""


def _sizes(sheet: Sheet) -> Sizes:
    return LARGE if sheet.frame.large else NORMAL


def _rows(sheet: Sheet, width: float) -> int:
    """Of keys on a bar of this width: large ones need a wide bar to stand in one row with words between them."""
    sizes = _sizes(sheet)
    keys = 4 * sizes.narrow + 2 * (2 * sizes.narrow + sizes.middle)
    return 2 if sheet.frame.large and keys + 9 * GAP + LEAST_STATE > width else 1


def height(sheet: Sheet, width: float) -> float:
    """The height in units of a bar of this width."""
    rows = _rows(sheet, width)
    return rows * _sizes(sheet).key + (rows + 1) * GAP


def narrowest(sheet: Sheet) -> float:
    """The width in units that two rows of keys need."""
    sizes = _sizes(sheet)
    return 2 * (2 * sizes.narrow + sizes.middle) + 3 * GAP


def listen_bar(sheet: Sheet, node: Node, at: Box) -> None:
    """The bar in its place, as high as `height` says. It stays when there is no voice, and then says why."""
    nodes = {child.id: child for child in node.children}
    playing = "listen.again" in nodes
    sheet.place(node.id, at)
    sheet.fill(node, at, "playing_bed" if playing else "sunk", tokens.R_CARD)
    if sheet.frame.contrast:
        sheet.outline(node, at, "light" if playing else "hair", sheet.frame.border, tokens.R_CARD)
    high = _sizes(sheet).key
    rows = [Box(at.x + GAP, at.y + GAP + n * (high + GAP), at.w - 2 * GAP, high) for n in range(_rows(sheet, at.w))]
    if "listen.play" not in nodes:
        _silent(sheet, nodes["listen.state"], at)
    elif playing:
        _playing(sheet, nodes, rows)
    else:
        _quiet(sheet, nodes, rows)


def _silent(sheet: Sheet, state: Node, at: Box) -> None:
    """Why nothing can be heard."""
    sign = 40 * sheet.type.factor
    words = Box(at.x + 28 + sign + 20, at.y, at.w - sign - 72, at.h)
    high = sheet.frame.measure(state.name, sheet.type.body, words.w)[1] > at.h - 2 * GAP
    sheet.sign(state, Box(at.x + 28, at.center[1] - sign / 2, sign, sign), state.icon, "ink", fill=True)
    sheet.middle(state, state.name, words, sheet.type.line if high else sheet.type.body, "ink")


def _quiet(sheet: Sheet, nodes: dict[str, Node], rows: list[Box]) -> None:
    """Play, how long it takes, and the volume; for who uses the keypad the speed, too. Of two rows the play key has the
    first one for itself, unless the keys for the speed take the room of the words in the second."""
    first, last = rows[0], rows[-1]
    state, play, two = nodes["listen.state"], nodes["listen.play"], len(rows) > 1
    beside = not two or "speed" in nodes
    left = _play(sheet, play, Box(first.x, first.y, _word_width(sheet, play), first.h) if beside else first)
    right = _step(sheet, nodes, "volume", last.right, _sizes(sheet).key, last)
    right = _step(sheet, nodes, "speed", right - GAP, _sizes(sheet).key, last) if "speed" in nodes else right
    words = Box(left + 24, first.y, (first.right if two else right - 24) - left - 24, first.h)
    words = words if beside else Box(last.x, last.y, right - 24 - last.x, last.h)
    sheet.middle(state, state.name, words, sheet.type.line, "ink")


def _playing(sheet: Sheet, nodes: dict[str, Node], rows: list[Box]) -> None:
    """Pause, the keys between sentences, where the voice is, speed and volume; on a narrow panel without the word."""
    sizes, play = _sizes(sheet), nodes["listen.play"]
    first, last = rows[0], rows[-1]
    steps = 2 * (2 * sizes.key + sizes.middle) + 2 * GAP if len(rows) == 1 else 0
    word = _word_width(sheet, play)
    narrow = first.w - 5 * GAP - 3 * sizes.key - steps - word < LEAST_STATE
    width = sizes.narrow if narrow else sizes.key
    left = _play(sheet, play, Box(first.x, first.y, width if narrow else word, first.h), narrow)
    # Keys of a player point the same way in every script (look.md 8): so they also stand in the same order.
    for name in reversed(SKIPS) if sheet.frame.rtl else SKIPS:
        square(sheet, nodes[name], Box(left + GAP, first.y, width, first.h))
        left += GAP + width
    right = _step(sheet, nodes, "volume", last.right, width, last)
    right = _step(sheet, nodes, "speed", right - GAP, width, last)
    end = right - 16 if len(rows) == 1 else first.right
    _progress(sheet, nodes["listen.state"], Box(left + 16, first.y, end - left - 16, first.h))


def _word_width(sheet: Sheet, node: Node) -> float:
    """Of the play key with its word."""
    word = sheet.frame.measure(node.name, sheet.type.button)[0]
    return BEFORE + _sizes(sheet).play_sign + AFTER_SIGN + word + BEHIND


def _play(sheet: Sheet, node: Node, at: Box, narrow: bool = False) -> float:
    """The play key with its word, or without it; its right edge."""
    sheet.target(node, at, lambda other, look: _play_key(other, node, at, look, narrow))
    return at.right


def _play_key(sheet: Sheet, node: Node, at: Box, look: Look, narrow: bool) -> None:
    if look is Look.SPOKEN:
        ink = _spoken(sheet, node, at)
    elif look is Look.PRESSED:
        ink = "on_pressed"
        pressed(sheet, node, at, "pressed", ink)
    else:
        fill, line, ink = _play_colours(node)
        sheet.fill(node, at, fill, tokens.R_KEY)
        sheet.outline(node, at, line, sheet.frame.border, tokens.R_KEY)
    sign = _sizes(sheet).play_sign
    left = at.center[0] - sign / 2 if narrow else at.x + (at.w - _word_width(sheet, node)) / 2 + BEFORE
    sheet.sign(node, Box(left, at.center[1] - sign / 2, sign, sign), node.icon, ink, fill=True)
    if not narrow:
        word = Box(left + sign + AFTER_SIGN, at.y, at.right - left - sign - 2 * AFTER_SIGN, at.h)
        sheet.middle(node, node.name, word, sheet.type.button, ink)


def _play_colours(node: Node) -> tuple[str, str, str]:
    """Ground, outline and ink of the play key."""
    if State.PLAYING in node.states:
        return "playing", "playing", "on_playing"
    return "main", "main_line", "on_action"


def _step(sheet: Sheet, nodes: dict[str, Node], name: str, right: float, width: float, row: Box) -> float:
    """[−] value [+] in a row, ending at `right`, with keys of this width; the left edge of it."""
    sizes, value = _sizes(sheet), nodes[name]
    place = Box(right - 2 * width - sizes.middle, row.y, 2 * width + sizes.middle, row.h)
    middle = Box(place.x + width, place.y, sizes.middle, place.h)
    step(sheet, nodes[f"{name}.down"], nodes[f"{name}.up"], place, width)
    sheet.place(value.id, middle)
    sign, high = sizes.sign, sheet.frame.measure(value.value, sheet.type.small)[1]
    top = middle.y + (middle.h - sign - 4 - high) / 2
    sheet.sign(value, Box(middle.center[0] - sign / 2, top, sign, sign), value.icon, "ink", fill=True)
    at = Box(middle.x, top + sign + 4, middle.w, 0)
    sheet.text(value, value.value, at, sheet.type.small, "ink", "center", "value")
    return place.x


def step(sheet: Sheet, less: Node, more: Node, at: Box, width: float) -> None:
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
        pressed(sheet, node, at, "pressed", "on_pressed")
        ink = "on_pressed"
    elif look is Look.SPOKEN:
        ink = _spoken(sheet, node, at)
    sign = _sizes(sheet).sign
    sheet.sign(node, Box(at.center[0] - sign / 2, at.center[1] - sign / 2, sign, sign), node.icon, ink)


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
    whole = sheet.frame.fits(state.name, style, at.w) and measure(state.name, style, at.w)[1] + PILL + 6 <= at.h
    said, part = (state.name, "name") if whole else (state.value, "value")
    high = measure(said, style, at.w)[1]
    top = at.center[1] - (high + PILL + 6) / 2
    sheet.text(state, said, Box(at.x, top, at.w, 0), style, "ink", part=part)
    place = Box(at.x, top + high + 6, at.w, PILL)
    width = (at.w - (state.of - 1) * PILL_GAP) / state.of
    if width < NARROWEST_PILL:
        _pill(sheet, state, place, False)
        _pill(sheet, state, Box(at.x, place.y, max(PILL, at.w * state.amount / state.of), PILL), True)
        return
    for number in range(state.of):
        pill = Box(at.x + number * (width + PILL_GAP), place.y, width, PILL)
        _pill(sheet, state, pill, number < state.amount)


def _pill(sheet: Sheet, state: Node, at: Box, done: bool) -> None:
    radius = min(6, at.w / 2)
    sheet.fill(state, at, "ink" if done else "surface", radius)
    if not done:
        sheet.outline(state, at, "ink", 2, radius)
