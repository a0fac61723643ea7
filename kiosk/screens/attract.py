"""The screen that waits (look.md 7): the door, one greeting large, all of them small, never twice at the same place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from kiosk.domain.language import Said
from kiosk.domain.node import Node, Role, State, View
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle
from kiosk.widgets.door import door
from kiosk.widgets.header import brand
from kiosk.widgets.notice import notice, notice_height
from kiosk.widgets.pieces import Box, Look
from kiosk.widgets.sheet import Sheet

HORIZON, HORIZON_UPRIGHT = 0.818, 0.88
"""How far down the floor begins, as a share of the height."""


WORDS = 0.395
"""How far from the leading edge the greetings begin, as a share of the width: beside the door."""
SIDE, EAR = 64, 96
"""Units from the edges, and the height of the key that speaks."""
WIDEST_NOTICE = 1000
"""Units of a notice's width: about 75 characters a line."""
KEY, KEY_UPRIGHT, KEYS_GAP = 80, 64, 32
"""Units of a key of the keypad's sign, and between what stands at the foot."""
STAFF, STAFF_UPRIGHT = 24, 96
"""Units from the upper edge to the lines for staff."""
STAFF_LEFT, STAFF_WIDTH = 0.167, 0.56
"""Where they begin and how wide they are, as shares of the width: above the door, up to the name of the house."""
BESIDE_NAME = 480
"""Units: upright the first line stands beside the name of the house, the others below it."""
KEYS = ("caret-up", "circle", "caret-down")
"""The keys on the keypad's sign: back a thing, choose, on to the next."""


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
    y = _all(sheet, greetings, Box(words.x, y + 40, words.w, 0), colours)
    for node in view.main:
        if node.role is Role.STATUS:
            _message(sheet, node, Box(words.x, y + 28, words.w, 0))
    ear, keypad = view.find("ear"), view.find("keypad")
    ends = _ear(sheet, ear, colours) if ear else frame.width / 2
    begins = _keypad(sheet, keypad, colours) if keypad else frame.width - SIDE
    _foot(sheet, view.header[0], colours, ends + KEYS_GAP, begins - KEYS_GAP)
    staff = view.find("staff")
    if staff:
        _staff(sheet, staff.children, colours)


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
    left = frame.width * WORDS + dx
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


def _message(sheet: Sheet, node: Node, at: Box) -> None:
    """A notice below the greetings; it wakes the kiosk like all of the screen. Upright it keeps clear of the door."""
    width = min(at.w, WIDEST_NOTICE)
    notice(sheet, node, Box(at.x, at.y, width, notice_height(sheet, node, width)))


def _all(sheet: Sheet, greetings: tuple[Node, ...], at: Box, colours: Colours) -> float:
    """Every greeting small, on one line; the present one lit, with a bar beside it. Their lower edge."""
    columns = 2 if sheet.frame.portrait or len(greetings) <= 4 else 4
    width = at.w / columns
    style = _one_line(sheet, greetings, width - 24)
    for number, node in enumerate(greetings):
        place = Box(at.x + number % columns * width, at.y + number // columns * 70, width - 24, 48)
        lit = State.HERE in node.states
        if lit:
            sheet.fill(node, Box(place.x - 22, place.y, 8, 44), "light", 4)
        said: Said = node.name
        sheet.text(node, said, place, style, colours.lit if lit else colours.ink2)
    return at.y + ceil(len(greetings) / columns) * 70 - 22


def _one_line(sheet: Sheet, greetings: Sequence[Node], width: float) -> TypeStyle:
    """The largest style in which the longest greeting needs no second line: that would stand on the one below."""
    styles = (sheet.type.body, sheet.type.line, sheet.type.chip, sheet.type.small)

    def fits(style: TypeStyle) -> bool:
        return all(sheet.frame.measure(node.name, style)[0] <= width for node in greetings)

    return next((style for style in styles if fits(style)), styles[-1])


def _ear(sheet: Sheet, node: Node, colours: Colours) -> float:
    """The key for who would rather hear: in the middle, where it stays when the scene is mirrored for a greeting. Its
    trailing edge."""
    frame = sheet.frame
    width = 36 + 44 + 16 + frame.measure(node.name, sheet.type.button)[0] + 36
    at = Box((frame.width - width) / 2, frame.height - SIDE - EAR, width, EAR)
    sheet.target(node, at, lambda other, look: _ear_key(other, node, at, look, colours))
    return at.right


def _keypad(sheet: Sheet, node: Node, colours: Colours) -> float:
    """Headphones and three keys, in the trailing lower corner: a sign, nothing to press. Its leading edge."""
    frame = sheet.frame
    side = KEY_UPRIGHT if frame.portrait else KEY
    width = len(KEYS) * (side + 12) + side
    at = Box(frame.width - SIDE - width, frame.height - SIDE - (EAR + side) / 2, width, side)
    sheet.place(node.id, at)
    ear = Box(at.x, at.y, side, side)
    sheet.fill(node, ear, colours.floor, side / 2)  # upright it stands on the light
    sheet.outline(node, ear, colours.key_line, tokens.BORDER, side / 2)
    sheet.sign(node, ear.inset(side * 0.26), node.icon, colours.lit, fill=True)
    for number, icon in enumerate(KEYS, 1):
        key = Box(at.x + number * (side + 12), at.y, side, side)
        sheet.fill(node, key, colours.floor, tokens.R_KEY)
        sheet.outline(node, key, colours.key_line, tokens.BORDER, tokens.R_KEY)
        sheet.sign(node, key.inset(side * 0.3), icon, colours.ink, fill=icon == "circle")
    return at.x


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


def _foot(sheet: Sheet, node: Node, colours: Colours, left: float, right: float) -> None:
    """Whose kiosk it is: below, between the key that speaks and the sign of the keypad; where there is no room, and on
    an upright panel, at the top, off the light."""
    frame = sheet.frame
    measure = sheet.frame.measure
    width = 74 + max(measure(node.name, sheet.type.button)[0], measure(node.value, sheet.type.small)[0])
    x, y = right - width, frame.height - SIDE - EAR + 24
    if frame.portrait:
        x, y = SIDE, SIDE
    elif x < left:
        x, y = frame.width - SIDE - width, SIDE - 24
    brand(sheet, node, x, y, colours.leaf, colours.ink, colours.ink2)


def _staff(sheet: Sheet, lines: tuple[Node, ...], colours: Colours) -> None:
    """For staff, small, at the upper edge: how old the content is, and what is wrong."""
    frame, style = sheet.frame, sheet.type.small
    left, y, width = frame.width * STAFF_LEFT, float(STAFF), frame.width * STAFF_WIDTH
    first = left
    if frame.portrait:
        left, y, width, first = SIDE, STAFF_UPRIGHT, frame.width - 2 * SIDE, BESIDE_NAME
    for node in lines:
        x = first if node is lines[0] else left
        y += sheet.text(node, node.name, Box(x, y, left + width - x, 0), style, colours.ink2)
