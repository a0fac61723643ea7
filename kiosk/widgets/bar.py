"""The threshold: the keys at the bottom edge, at the same places on every screen and in every language."""

from __future__ import annotations

from functools import partial

from kiosk.domain.node import Node, State
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.pressed import pressed
from kiosk.widgets.sheet import ABOVE_KEYS, BETWEEN_KEYS, Frame, Sheet

EDGE, GROUP_GAP = 48, 44
"""Units from the sides of a wide panel, and between the three groups of keys."""
EDGE_LARGE = 33
IN_ONE_GROUP, GROUPS = 12, (2, 6)
"""Units between keys of a group; the numbers of the keys with which the second and the third group begin."""
UPPER_ROW = (0, 1, 6, 7)
"""Upright, these keys stand above the settings: back, home, listen, help (look.md 6)."""
SIGN, LEAST_SIGN, TICK = 36, 22, 28
ARROWS = frozenset({"arrow-left", "arrow-right", "sign-out", "arrow-bend-up-right", "caret-right", "caret-left"})
"""Icons that point along the reading direction and turn with it (look.md, section 8)."""


def bar(sheet: Sheet, keys: tuple[Node, ...]) -> None:
    """Three groups: where to go at the leading side, settings in the middle, voice and help at the trailing side."""
    frame = sheet.frame
    at = Box(0, frame.bar_top, frame.width, frame.height - frame.bar_top)
    ground = Node("bar", keys[0].role)
    sheet.fill(ground, at, "night")
    if frame.contrast:
        sheet.fill(ground, Box(0, at.y, at.w, frame.border), "night_line")
    for key, place in zip(keys, places(frame, len(keys)), strict=True):
        sheet.target(key, place, partial(_key, key=key, at=place))


def places(frame: Frame, count: int) -> list[Box]:
    """Where the keys are, in their order: in one row, or upright in two."""
    top = frame.bar_top + ABOVE_KEYS
    if frame.portrait:
        return _two_rows(frame, count, top)
    edge, between = (EDGE_LARGE, IN_ONE_GROUP) if frame.large else (EDGE, GROUP_GAP)
    gaps = [between if number in GROUPS else IN_ONE_GROUP for number in range(1, count)]
    width = (frame.width - 2 * edge - sum(gaps)) / count
    lefts = [edge + number * width + sum(gaps[:number]) for number in range(count)]
    return [Box(left, top, width, frame.key_height) for left in lefts]


def _two_rows(frame: Frame, count: int, top: float) -> list[Box]:
    columns = len(UPPER_ROW)
    width = (frame.width - 2 * frame.margin - (columns - 1) * IN_ONE_GROUP) / columns
    lower = [number for number in range(count) if number not in UPPER_ROW]
    found = {}
    for row, numbers in enumerate((UPPER_ROW, lower)):
        y = top + row * (frame.key_height + BETWEEN_KEYS)
        for column, number in enumerate(numbers):
            found[number] = Box(frame.margin + column * (width + IN_ONE_GROUP), y, width, frame.key_height)
    return [found[number] for number in range(count)]


def _key(sheet: Sheet, look: Look, key: Node, at: Box) -> None:
    ground, line, ink = _colours(key, look)
    if State.HERE in key.states and look is Look.NORMAL:
        _tab(sheet, key, at)
    elif look is Look.PRESSED:
        pressed(sheet, key, at, ground, ink)
    elif ground:
        sheet.fill(key, at, ground, tokens.R_KEY)
    if line:
        width = tokens.SPOKEN if look is Look.SPOKEN else sheet.frame.border
        sheet.outline(key, at, line, width, tokens.R_KEY)
    _face(sheet, key, at, ink)
    if State.ON in key.states:
        side = TICK * sheet.type.factor
        tick = Box(at.right - side - 8, at.y + 8, side, side)
        sheet.sign(key, tick, "check-circle", ink, fill=True)


def _tab(sheet: Sheet, key: Node, at: Box) -> None:
    """The light that hangs from the bar's edge over the screen one is on; in the second row, from the row above."""
    top = at.y - ABOVE_KEYS
    sheet.fill(key, Box(at.center[0] - 48, top if top <= sheet.frame.bar_top else at.y, 96, 8), "light")


def _face(sheet: Sheet, key: Node, at: Box, ink: str) -> None:
    """The sign over its word. A word that does not fit its line goes on a second one; none is torn, a long one is a
    little smaller. Where two lines leave the sign no room above them, it stands before them."""
    bold = bool(key.states & {State.MAIN, State.PLAYING, State.ON})
    style = sheet.type.key_bold if bold else sheet.type.key
    if not sheet.frame.fits(key.name, style, at.w - 8):
        style = sheet.type.small
    measure, factor = sheet.frame.measure, sheet.type.factor
    words = at.w - 16 if measure(key.name, style)[0] <= at.w - 16 else at.w - 8
    height = measure(key.name, style, words)[1]
    side = min(SIGN * factor, at.h - height - 14)
    if side < LEAST_SIGN * factor:
        _beside(sheet, key, at, style, ink)
        return
    icon = Box(at.center[0] - side / 2, at.y + (at.h - side - height - 2) / 2, side, side)
    _sign(sheet, key, icon, ink)
    sheet.text(key, key.name, Box(at.x + (at.w - words) / 2, icon.bottom + 2, words, 0), style, ink, "center")


def _beside(sheet: Sheet, key: Node, at: Box, style: TypeStyle, ink: str) -> None:
    """The sign before its words: in the first size and style that tears none of them."""
    sides = [LEAST_SIGN * sheet.type.factor * share for share in (1.25, 1.0)]
    tries = [(words, side) for words in (style, sheet.type.small) for side in sides]
    whole = (one for one in tries if sheet.frame.fits(key.name, one[0], at.w - 24 - one[1]))
    style, side = next(whole, tries[-1])
    width, height = sheet.frame.measure(key.name, style, at.w - 24 - side)
    left = at.x + (at.w - side - 8 - width) / 2
    _sign(sheet, key, Box(left, at.center[1] - side / 2, side, side), ink)
    sheet.text(key, key.name, Box(left + side + 8, at.center[1] - height / 2, width + 1, 0), style, ink)


def _sign(sheet: Sheet, key: Node, at: Box, ink: str) -> None:
    sheet.sign(key, at, key.icon, ink, fill=key.icon in ("play", "pause"), flip=key.icon in ARROWS)


def _colours(key: Node, look: Look) -> tuple[str, str, str]:
    """Ground, outline and ink of a key in its state (look.md 6)."""
    if look is Look.PRESSED:
        return "night_pressed", "", "on_night_pressed"
    if look is Look.SPOKEN:
        return "soft", "ink", "on_soft"
    if State.HERE in key.states:
        return "", "", "night_text"
    if key.states & {State.PLAYING, State.ON}:
        return "light", "", "on_light"
    if State.MAIN in key.states:
        return "night_main", "night_main_line", "on_night_main"
    if State.OFF in key.states:
        return "", "night_off", "night_text2"
    return "night_key", "night_line", "night_text"
