"""How the safe page looks: a night wall, the door, one sentence a language, and the numbers that always hold.

Painted without any toolkit: masks of coverage on a flat ground, 4 bytes a pixel (blue, green, red, unused).
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from kiosk.safe_mode.pixel_letters import pixel_mask, writes
from kiosk.safe_mode.words import ASK, HOUSE, NAME, NUMBERS, Line
from kiosk.text.engine import Engine, TypeStyle
from kiosk.text.mask import Mask
from kiosk.text.scripts import line_height

Colour = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""
Size = tuple[int, int]

EDGE, TOP, BELOW_HEAD = 96, 80, 230
"""Units: from the sides, to the head, and to what stands below it."""
LONG, SHORT = 1920, 1080
"""Units of the two sides of the screen; a unit is a pixel of the lobby's panel."""
BETWEEN_COLUMNS, ROW = 64, 78
MARK, AFTER_MARK = 100, 28
HEAD_ROW, ABOVE_MARK = 40, 8
NUMBERS_ABOVE_EDGE, BETWEEN_NUMBERS, CODE_ABOVE_EDGE = 176, 260, 76
HEADING, LABEL, SMALL = TypeStyle(42, True, 1.18), TypeStyle(32, True, 1.22), TypeStyle(22, False, 1.15)
BIG = TypeStyle(82, True, 1.0)
LATIN_HIGH = line_height("Latn", HEADING.size, HEADING.line)

ADDRESS = HOUSE.split(" · ")

DRIFT = ((0, 0), (24, 0), (24, 24), (0, 24), (-24, 24), (-24, 0), (-24, -24), (0, -24))
"""Units by which one picture after the other stands elsewhere, so that no letter burns in."""
PICTURES_A_COLOUR = 6
"""So many pictures are dark, as many light, and so on: no pixel is always the same."""


class Colours(NamedTuple):
    """Those of the lobby's theme (a test holds them equal)."""

    ground: Colour
    words: Colour
    second: Colour
    numbers: Colour
    leaf: Colour
    light: Colour
    floor: Colour


def _rgb(text: str) -> Colour:
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


NIGHT = Colours(*map(_rgb, ("0C333B", "FFFFFF", "B9D6D6", "FFC83D", "3E808B", "FFC83D", "E9B949")))
PAPER = Colours(*map(_rgb, ("FBF7EF", "14262B", "3F4F54", "A1121A", "0B4650", "FFC83D", "FFE49B")))


class Letters(Protocol):
    """Sets one line of text."""

    def mask(self, line: Line, style: TypeStyle, factor: float) -> Mask | None:
        """The line in pixels of a screen that is `factor` times the lobby's; None where it cannot be written."""


class SetLetters:
    """By Pango, in the fonts of the kiosk. Raises PangoMissing and FontsMissing when it is made."""

    def __init__(self) -> None:
        self._engine = Engine(icons=False)

    def mask(self, line: Line, style: TypeStyle, factor: float) -> Mask:
        """The line, shaped as its script wants it."""
        scaled = TypeStyle(style.size * factor, style.bold, style.line)
        return self._engine.mask(line.text, scaled, line.language, line.script, line.rtl)


class PixelLetters:
    """Without anything. Other scripts than Latin cannot be written."""

    def mask(self, line: Line, style: TypeStyle, factor: float) -> Mask | None:
        """The line in capitals, or nothing."""
        return pixel_mask(line.text, style.size * factor) if writes(line.text) else None


class Picture:
    """Pixels of one colour, and what is painted on them."""

    def __init__(self, size: Size, ground: Colour) -> None:
        self.size, self._ground = size, ground
        self.pixels = bytearray(bytes((*reversed(ground), 0)) * (size[0] * size[1]))

    def paint(self, mask: Mask, colour: Colour, x: int, y: int, under: Colour | None = None) -> None:
        """A mask in a colour on what is `under` it (the ground), its box at (x, y); what reaches out is cut off."""
        left, top = x - mask.offset_x, y - mask.offset_y
        first, last = max(0, -left), min(mask.width, self.size[0] - left)
        if first >= last:
            return
        grounds = under or self._ground
        mixes = [_mix(low, high) for low, high in zip(reversed(grounds), reversed(colour), strict=True)]
        for row in range(max(0, -top), min(mask.height, self.size[1] - top)):
            coverage = mask.data[row * mask.width + first : row * mask.width + last]
            start = 4 * ((top + row) * self.size[0] + left + first)
            for channel, mix in enumerate(mixes):
                self.pixels[start + channel : start + 4 * len(coverage) : 4] = coverage.translate(mix)


def _mix(low: int, high: int) -> bytes:
    """From coverage to a colour's share: 0 is `low`, 255 is `high`."""
    return bytes(round(low + (high - low) * covered / 255) for covered in range(256))


def picture(number: int, size: Size, letters: Letters, code: str) -> Picture:
    """The page for the `number`-th time: a little further on, and now dark, now light. `code` is what staff tell IT."""
    colours = PAPER if number // PICTURES_A_COLOUR % 2 else NIGHT
    portrait = size[1] > size[0]
    factor = min(size[0] / (SHORT if portrait else LONG), size[1] / (LONG if portrait else SHORT))
    return _Page(size, letters, colours, factor, DRIFT[number % len(DRIFT)]).painted(1 if portrait else 2, code)


class _Page:
    """One picture in the making. Places are in units, from the upper left corner."""

    def __init__(self, size: Size, letters: Letters, colours: Colours, factor: float, drift: tuple[int, int]) -> None:
        self._picture, self._letters, self._colours = Picture(size, colours.ground), letters, colours
        self._factor, self._drift = factor, drift
        self._wide, self._high = size[0] / factor, size[1] / factor

    def painted(self, columns: int, code: str) -> Picture:
        colours, bottom = self._colours, self._high
        self._mark(EDGE, TOP)
        for row, (text, colour) in enumerate(((NAME, colours.words), *((part, colours.second) for part in ADDRESS))):
            self._write(Line(text, "de"), LABEL, colour, EDGE + MARK + AFTER_MARK, TOP + HEAD_ROW * row - ABOVE_MARK)
        self._sentences(columns)
        for place, number in enumerate(NUMBERS):
            x = EDGE + place * BETWEEN_NUMBERS
            self._write(Line(number, "de"), BIG, colours.numbers, x, bottom - NUMBERS_ABOVE_EDGE)
        self._write(Line(code, "de"), SMALL, colours.second, EDGE, bottom - CODE_ABOVE_EDGE, self._wide - 2 * EDGE)
        return self._picture

    def _sentences(self, columns: int) -> None:
        """One below the other, each from its own side; languages whose letters are missing are left out."""
        shown = [line for line in ASK if self._letters.mask(line, HEADING, self._factor)]
        rows = -(-len(shown) // columns)
        width = (self._wide - 2 * EDGE - (columns - 1) * BETWEEN_COLUMNS) / columns
        for place, line in enumerate(shown):
            column, row = divmod(place, rows)
            high = line_height(line.script, HEADING.size, HEADING.line)  # Arabic lines are higher
            x, y = EDGE + column * (width + BETWEEN_COLUMNS), BELOW_HEAD + row * ROW - (high - LATIN_HIGH) / 2
            self._write(line, HEADING, self._colours.words, x, y, width if line.rtl else 0)

    def _write(self, line: Line, style: TypeStyle, colour: Colour, x: float, y: float, to_right: float = 0) -> None:
        """At (x, y), or to the right side of as many units from there."""
        mask = self._letters.mask(line, style, self._factor)
        if mask:
            room = round(to_right * self._factor) - mask.width if to_right else 0
            left, top = self._pixels(x, y)
            self._picture.paint(mask, colour, left + max(0, room), top)

    def _pixels(self, x: float, y: float) -> tuple[int, int]:
        return round((x + self._drift[0]) * self._factor), round((y + self._drift[1]) * self._factor)

    def _mark(self, x: float, y: float) -> None:
        """The door ajar: opening, light on the floor, leaf, knob; as kiosk.widgets.door draws it."""
        colours, side = self._colours, round(MARK * self._factor)
        left, top = self._pixels(x, y)
        for points, colour, under in (
            (((0.36, 0.14), (0.84, 0.14), (0.84, 0.88), (0.36, 0.88)), colours.light, colours.ground),
            (((0.3, 0.88), (0.84, 0.88), (1.0, 1.0), (0.12, 1.0)), colours.floor, colours.ground),
            (((0.1, 0.05), (0.36, 0.16), (0.36, 0.88), (0.1, 1.0)), colours.leaf, colours.ground),
            (((0.165, 0.5), (0.225, 0.5), (0.225, 0.57), (0.165, 0.57)), colours.light, colours.leaf),
        ):
            for at, mask in _rows(points, side):
                self._picture.paint(mask, colour, left, top + at, under)


def _rows(points: tuple[tuple[float, float], ...], side: int) -> list[tuple[int, Mask]]:
    """A convex shape in a square, as rows of whole pixels: it needs no Cairo."""
    rows = []
    for row in range(side):
        y = (row + 0.5) / side
        crossings = [
            ax + (bx - ax) * (y - ay) / (by - ay)
            for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True)
            if (ay <= y) != (by <= y)
        ]
        if crossings:
            first, last = round(min(crossings) * side), round(max(crossings) * side)
            if last > first:
                rows.append((row, Mask(last - first, 1, b"\xff" * (last - first), -first)))
    return rows
