"""The screen that waits (look.md 7): the door, one greeting large, all of them small, never twice at the same place."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

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


TALLEST_DOOR, LOWEST_DOOR, ABOVE_DOOR = 0.38, 0.2, 40
"""Upright: the height of the door's opening, as shares of the screen's, and units between the words and its leaf."""
RISE = 0.12
"""How far the leaf of the open door stands out above the opening, in heights of it."""
BEFORE_DISC, DISC, BEFORE_ALL, BEFORE_NOTICE = 32, 96, 40, 28
"""Units: before and of the disc with the hand, before the small greetings, and before a notice."""
MANY = 8
"""So many small greetings stand in two columns upright; more in three."""
PITCHES, LINE = (70, 60, 50, 44), 44
"""Units from one line of small greetings to the next, and of a line."""
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


class Colours(Struct, frozen=True):
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
    dx, dy = PATH[wake.amount // max(1, len(greetings)) % len(PATH)]
    horizon = frame.height * (HORIZON_UPRIGHT if frame.portrait else HORIZON)
    colours = COLOURS[wake.hue]
    sheet.fill(wake, Box(0, horizon, frame.width, frame.height - horizon), colours.floor)
    words = _words_place(sheet, dx, dy, len(greetings))
    notices = [node for node in view.main if node.role is Role.STATUS]
    lines = _lines(sheet, greetings, words, notices)
    door(sheet, wake, opening(sheet, dx, lines.low - dy), 1.0, frame.height - horizon)
    y = _greeting(sheet, wake, words, lines.large, colours)
    y = _all(sheet, greetings, Box(words.x, y + BEFORE_ALL, words.w, 0), lines, colours)
    for node in notices:
        _message(sheet, node, Box(words.x, y + BEFORE_NOTICE, words.w, 0))
    ear, keypad = view.find("ear"), view.find("keypad")
    ends = _ear(sheet, ear, colours) if ear else frame.width / 2
    begins = _keypad(sheet, keypad, colours) if keypad else frame.width - SIDE
    _foot(sheet, view.header[0], colours, ends + KEYS_GAP, begins - KEYS_GAP)
    staff = view.find("staff")
    if staff:
        _staff(sheet, staff.children, colours)


def opening(sheet: Sheet, dx: float, low: float = 0.0) -> Box:
    """The door's opening, standing on the horizon; upright below the words, which end at `low` units."""
    frame = sheet.frame
    if frame.portrait:
        horizon = frame.height * HORIZON_UPRIGHT
        height = min(frame.height * TALLEST_DOOR, (horizon - low - ABOVE_DOOR) / (1 + RISE))
        return Box(frame.width * 0.4 + dx, horizon - height, height * 0.45, height)
    height = frame.height * 0.68
    return Box(300 * frame.width / 1920 + dx, frame.height * HORIZON - height, height * 0.423, height)


def _words_place(sheet: Sheet, dx: float, dy: float, count: int) -> Box:
    frame = sheet.frame
    if frame.portrait:
        return Box(64 + max(0, dx), frame.height * 0.12 + dy, frame.width - 128, 0)
    left = frame.width * WORDS + dx
    high = 0.12 if count > MANY else 0.22
    return Box(left, frame.height * high + dy, frame.width - 64 - left, 0)


class Lines(Struct, frozen=True):
    """How the greetings stand: the style of the large one, in how many columns, how far apart and in which style the
    small ones; and how far down they and the notices reach in units, whichever greeting is the large one."""

    large: TypeStyle
    columns: int
    pitch: float
    small: TypeStyle
    low: float


def _lines(sheet: Sheet, greetings: Sequence[Node], at: Box, notices: Sequence[Node]) -> Lines:
    """As large and as far apart as there is room: upright above a door that can be seen, else above the key that
    speaks."""
    frame, types, measure, count = sheet.frame, sheet.type, sheet.frame.measure, len(greetings)
    columns = (2 if count <= MANY else 3) if frame.portrait else (2 if count <= 4 else 4)
    small = _one_line(sheet, greetings, at.w / columns - 24)
    below = sum(notice_height(sheet, node, min(at.w, WIDEST_NOTICE)) + BEFORE_NOTICE for node in notices)
    least = frame.height * LOWEST_DOOR * (1 + RISE) + ABOVE_DOOR
    limit = frame.height * HORIZON_UPRIGHT - least if frame.portrait else frame.height - SIDE - EAR - KEYS_GAP
    for large, pitch in ((large, pitch) for large in (types.display, types.portrait_title) for pitch in PITCHES):
        high = max((measure(node.name, large, at.w)[1] for node in greetings), default=0.0)
        rows = ceil(count / columns)
        low = at.y + high + BEFORE_DISC + DISC + BEFORE_ALL + rows * pitch - (pitch - LINE) + below
        whole = all(frame.fits(node.name, large, at.w) for node in greetings)
        if whole and low <= limit:
            break
    return Lines(large, columns, pitch, small, low)


def _greeting(sheet: Sheet, wake: Node, at: Box, style: TypeStyle, colours: Colours) -> float:
    """The large greeting and what to do; the lower edge of them. All of the screen can be touched; its sign shows that
    it is."""
    y = at.y + sheet.text(wake, wake.name, at, style, colours.ink) + BEFORE_DISC
    disc = Box(at.x, y, DISC, DISC)
    everywhere = Box(0, 0, sheet.frame.width, sheet.frame.height)
    sheet.target(wake, everywhere, lambda other, look: _disc(other, wake, disc, look))
    touch = Box(disc.right + 26, y, at.w - DISC - 26, DISC)
    sheet.middle(wake, wake.value, touch, sheet.type.heading_light, colours.ink, part="value")
    return disc.bottom


def _disc(sheet: Sheet, wake: Node, at: Box, look: Look) -> None:
    """The sign of what to do, and of whoever does it."""
    ground, line, ink = {
        Look.NORMAL: ("light", "", "on_light"),
        Look.PRESSED: ("pressed", "light", "on_pressed"),
        Look.SPOKEN: ("soft", "ink", "on_soft"),
    }[look]
    sheet.fill(wake, at, ground, DISC / 2)
    if line:
        sheet.outline(wake, at, line, tokens.SPOKEN, DISC / 2)
    sheet.sign(wake, at.inset(24), wake.icon, ink, fill=True)


def _message(sheet: Sheet, node: Node, at: Box) -> None:
    """A notice below the greetings; it wakes the kiosk like all of the screen. Upright it keeps clear of the door."""
    width = min(at.w, WIDEST_NOTICE)
    notice(sheet, node, Box(at.x, at.y, width, notice_height(sheet, node, width)))


def _all(sheet: Sheet, greetings: Sequence[Node], at: Box, lines: Lines, colours: Colours) -> float:
    """Every greeting small, on one line; the present one lit, with a bar beside it. Their lower edge."""
    width = at.w / lines.columns
    for number, node in enumerate(greetings):
        line, column = divmod(number, lines.columns)
        place = Box(at.x + column * width, at.y + line * lines.pitch, width - 24, LINE)
        lit = State.HERE in node.states
        if lit:
            sheet.fill(node, Box(place.x - 22, place.y, 8, LINE - 4), "light", 4)
        said: Said = node.name
        sheet.text(node, said, place, lines.small, colours.lit if lit else colours.ink2)
    return at.y + ceil(len(greetings) / lines.columns) * lines.pitch - (lines.pitch - LINE)


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
