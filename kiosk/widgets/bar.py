"""The threshold: the keys at the bottom edge, at the same places on every screen and in every language."""

from __future__ import annotations

from functools import partial

from kiosk.domain.node import Node, State
from kiosk.theme import tokens
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet

KEY_WIDTH, KEY_HEIGHT = 210, 96
ARROWS = frozenset({"arrow-left", "arrow-right", "sign-out", "arrow-bend-up-right", "caret-right", "caret-left"})
"""Icons that point along the reading direction and turn with it (look.md, section 8)."""


def bar(sheet: Sheet, keys: tuple[Node, ...]) -> None:
    """Three groups: where to go at the leading side, settings in the middle, voice and help at the trailing side."""
    frame = sheet.frame
    at = Box(0, frame.bar_top, frame.width, frame.height - frame.bar_top)
    ground = Node("bar", keys[0].role)
    sheet.fill(ground, at, "night")
    for key, place in zip(keys, _places(sheet, keys), strict=True):
        sheet.target(key, place, partial(_key, key=key, at=place))


def _places(sheet: Sheet, keys: tuple[Node, ...]) -> list[Box]:
    """Where the keys are. On a narrow panel they share its width; the order is the same."""
    frame = sheet.frame
    top = frame.bar_top + 16
    if frame.portrait:
        row = Box(frame.margin, top, frame.width - 2 * frame.margin, KEY_HEIGHT)
        width = (row.w - (len(keys) - 1) * 12) / len(keys)
        return [Box(row.x + n * (width + 12), top, width, KEY_HEIGHT) for n in range(len(keys))]
    edge = 48
    ends = [frame.width - edge - 2 * KEY_WIDTH - 12, frame.width - edge - KEY_WIDTH]
    middle = len(keys) - 4
    wide = middle * KEY_WIDTH + (middle - 1) * 12
    first = (frame.width - wide) / 2
    lefts = [edge, edge + KEY_WIDTH + 12, *(first + n * (KEY_WIDTH + 12) for n in range(middle)), *ends]
    return [Box(left, top, KEY_WIDTH, KEY_HEIGHT) for left in lefts]


def _key(sheet: Sheet, look: Look, key: Node, at: Box) -> None:
    ground, line, ink = _colours(key, look)
    bold = bool(key.states & {State.MAIN, State.PLAYING})
    if State.HERE in key.states and look is Look.NORMAL:
        sheet.fill(key, Box(at.center[0] - 48, at.y - 16, 96, 8), "light")
    elif ground:
        sheet.fill(key, at, ground, tokens.R_KEY)
    if line:
        sheet.outline(key, at, line, tokens.SPOKEN if look is Look.SPOKEN else tokens.BORDER, tokens.R_KEY)
    icon = Box(at.center[0] - 18, at.y + 12, 36, 36)
    sheet.sign(key, icon, key.icon, ink, fill=key.icon in ("play", "pause"), flip=key.icon in ARROWS)
    style = tokens.KEY_BOLD if bold else tokens.KEY
    height = sheet.frame.measure(key.name, style, at.w - 16)[1]
    sheet.text(key, key.name, Box(at.x + 8, at.bottom - 13 - (height + 28) / 2, at.w - 16, 0), style, ink, "center")


def _colours(key: Node, look: Look) -> tuple[str, str, str]:
    """Ground, outline and ink of a key in its state (look.md 6)."""
    if look is Look.PRESSED:
        return "paper", "", "ink"
    if look is Look.SPOKEN:
        return "soft", "ink", "ink"
    if State.HERE in key.states:
        return "", "", "night_text"
    if State.PLAYING in key.states:
        return "light", "", "ink"
    if State.MAIN in key.states:
        return "surface", "", "action"
    if State.OFF in key.states:
        return "", "night_off", "night_text2"
    return "night_key", "night_line", "night_text"
