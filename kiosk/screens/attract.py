"""The screen that waits (look.md 7): the door, one greeting large, all of them small, never twice at the same place."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.language import Said
from kiosk.domain.node import Node, State, View
from kiosk.theme import tokens
from kiosk.widgets.door import door
from kiosk.widgets.header import brand
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet

HORIZON, HORIZON_UPRIGHT = 0.818, 0.88
"""How far down the floor begins, as a share of the height."""


SIDE, EAR = 64, 96
"""Units from the edges, and the height of the key that speaks."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The roles of the scene's colours, by night and on paper."""

    floor: str
    ink: str
    ink2: str
    lit: str
    leaf: str
    key: str
    key_line: str


COLOURS = {
    "night": Colours("floor_dark", "night_text", "night_text2", "light", "leaf_edge", "night_key", "night_line"),
    "paper": Colours("sunk", "ink", "ink2", "ink", "mark_leaf", "surface", "border"),
}

PATH = ((0, 0), (24, 0), (24, 16), (12, 24), (0, 24), (-12, 16), (-24, 8), (-12, 0))
"""Each round of greetings starts at the next of these eight points, so that nothing burns in (look.md 7)."""


def compose(sheet: Sheet, view: View) -> None:
    """The scene for the greeting's turn; the whole screen wakes the kiosk. Mirrored with the greeting's direction."""
    frame = sheet.frame
    wake = view["wake"]
    greetings = view["greetings"].children
    sheet.ground = wake.hue
    sheet.target(wake, Box(0, 0, frame.width, frame.height), lambda other, look: None)
    dx, dy = PATH[wake.amount // max(1, len(greetings)) % len(PATH)]
    horizon = frame.height * (HORIZON_UPRIGHT if frame.portrait else HORIZON)
    colours = COLOURS[wake.hue]
    sheet.fill(wake, Box(0, horizon, frame.width, frame.height - horizon), colours.floor)
    door(sheet, wake, opening(sheet, dx), 1.0, frame.height - horizon)
    words = _words_place(sheet, dx, dy, len(greetings))
    y = _greeting(sheet, wake, words, colours)
    _all(sheet, greetings, Box(words.x, y + 40, words.w, 0), colours)
    ear = view.find("ear")
    _foot(sheet, view.header[0], colours)
    if ear:
        _ear(sheet, ear, colours)


def opening(sheet: Sheet, dx: float) -> Box:
    """The door's opening, standing on the horizon."""
    frame = sheet.frame
    if frame.portrait:
        height = frame.height * 0.38
        return Box(frame.width * 0.4 + dx, frame.height * HORIZON_UPRIGHT - height, height * 0.45, height)
    height = frame.height * 0.68
    return Box(300 * frame.width / 1920 + dx, frame.height * HORIZON - height, height * 0.423, height)


def _words_place(sheet: Sheet, dx: float, dy: float, count: int) -> Box:
    frame = sheet.frame
    if frame.portrait:
        return Box(64 + max(0, dx), frame.height * 0.12 + dy, frame.width - 128, 0)
    left = frame.width * 0.395 + dx
    high = 0.12 if count > 8 else 0.22
    return Box(left, frame.height * high + dy, frame.width - 64 - left, 0)


def _greeting(sheet: Sheet, wake: Node, at: Box, colours: Colours) -> float:
    """The large greeting and what to do; the lower edge of them."""
    style = sheet.type.display if sheet.frame.fits(wake.name, sheet.type.display, at.w) else sheet.type.portrait_title
    y = at.y + sheet.text(wake, wake.name, at, style, colours.ink) + 32
    disc = Box(at.x, y, 96, 96)
    sheet.fill(wake, disc, "light", 48)
    sheet.sign(wake, disc.inset(24), wake.icon, "on_light", fill=True)
    sheet.middle(
        wake, wake.value, Box(disc.right + 26, y, at.w - 122, 96), sheet.type.heading_light, colours.ink, part="value"
    )
    return disc.bottom


def _all(sheet: Sheet, greetings: tuple[Node, ...], at: Box, colours: Colours) -> None:
    """Every greeting small; the present one lit, with a bar beside it."""
    columns = 2 if sheet.frame.portrait or len(greetings) <= 4 else 4
    width = at.w / columns
    for number, node in enumerate(greetings):
        place = Box(at.x + number % columns * width, at.y + number // columns * 70, width - 24, 48)
        lit = State.HERE in node.states
        if lit:
            sheet.fill(node, Box(place.x - 22, place.y, 8, 44), "light", 4)
        said: Said = node.name
        sheet.text(node, said, place, sheet.type.body, colours.lit if lit else colours.ink2)


def _ear(sheet: Sheet, node: Node, colours: Colours) -> None:
    """The key for who would rather hear: in the middle, where it stays when the scene is mirrored for a greeting."""
    frame = sheet.frame
    width = 36 + 44 + 16 + frame.measure(node.name, sheet.type.button)[0] + 36
    at = Box((frame.width - width) / 2, frame.height - SIDE - EAR, width, EAR)
    sheet.target(node, at, lambda other, look: _ear_key(other, node, at, look, colours))


def _ear_key(sheet: Sheet, node: Node, at: Box, look: Look, colours: Colours) -> None:
    ground, line, ink, lit = {
        Look.NORMAL: (colours.key, colours.key_line, colours.ink, colours.lit),
        Look.PRESSED: ("pressed", "light", "on_pressed", "on_pressed"),
        Look.SPOKEN: ("soft", "ink", "on_soft", "on_soft"),
    }[look]
    sheet.fill(node, at, ground, EAR / 2)
    sheet.outline(node, at, line, tokens.BORDER if look is Look.NORMAL else tokens.SPOKEN, EAR / 2)
    sheet.sign(node, Box(at.x + 36, at.center[1] - 22, 44, 44), node.icon, lit, fill=True)
    sheet.middle(node, node.name, Box(at.x + 96, at.y, at.w - 112, at.h), sheet.type.button, ink)


def _foot(sheet: Sheet, node: Node, colours: Colours) -> None:
    """Whose kiosk it is: in the trailing lower corner, on an upright panel at the top, off the light."""
    frame = sheet.frame
    measure = sheet.frame.measure
    width = 74 + max(measure(node.name, sheet.type.button)[0], measure(node.value, sheet.type.small)[0])
    x, y = (SIDE, SIDE) if frame.portrait else (frame.width - SIDE - width, frame.height - SIDE - EAR + 24)
    brand(sheet, node, x, y, colours.leaf, colours.ink, colours.ink2)
