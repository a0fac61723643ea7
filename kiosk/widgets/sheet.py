"""The sheet a screen is composed on: it measures words, mirrors what must be mirrored, and knows where each node is.

Everything is placed as if read from the left; on a screen read from the right the sheet mirrors it (look.md 8).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from kiosk.domain.language import RTL_SCRIPTS, Said
from kiosk.domain.modes import NO_MODES, Mode, Modes
from kiosk.domain.node import Node
from kiosk.text.engine import Engine
from kiosk.text.setting import Align, TypeStyle
from kiosk.theme.tokens import BORDER, BORDER_CONTRAST, LARGE, MARGIN, MARGIN_PORTRAIT, NORMAL, Type, hue
from kiosk.widgets.pieces import (
    ALL,
    Box,
    Code,
    Fill,
    Look,
    Outline,
    Page,
    Piece,
    Polygon,
    Sign,
    Target,
    Text,
    mirrored,
)

HEADER = 104
KEY_HEIGHT, KEY_HEIGHT_LARGE = 96, 136
ABOVE_KEYS, BETWEEN_KEYS, BELOW_KEYS = 16, 12, 32


class Frame(Struct, frozen=True):
    """The surface a screen is composed for: its size in units, pixels a unit, the direction it is read in, the
    scripts of the languages on it, the engine that measures, and the modes. In low mode everything to press lies
    between `low_top` and `low_bottom`, in units from the upper edge (None: as far as the glass goes)."""

    width: float
    height: float
    scale: float
    rtl: bool
    scripts: Mapping[str, str]
    engine: Engine
    modes: Modes = NO_MODES
    low_top: float = 0.0
    low_bottom: float | None = None

    @property
    def portrait(self) -> bool:
        """Whether the panel stands upright."""
        return self.height > self.width

    @property
    def large(self) -> bool:
        """Whether words are large."""
        return Mode.LARGE in self.modes

    @property
    def contrast(self) -> bool:
        """Whether everything is white on black, with stronger outlines and without hues."""
        return Mode.CONTRAST in self.modes

    @property
    def low(self) -> bool:
        """Whether everything to press is within reach from a wheelchair."""
        return Mode.LOW in self.modes

    @property
    def type(self) -> Type:
        """The sizes of words."""
        return LARGE if self.large else NORMAL

    @property
    def border(self) -> float:
        """The width of the outline of whatever can be pressed."""
        return BORDER_CONTRAST if self.contrast else BORDER

    @property
    def margin(self) -> float:
        """Of content at the sides."""
        return MARGIN_PORTRAIT if self.portrait else MARGIN

    @property
    def bottom(self) -> float:
        """The lower edge of all that can be pressed: of the glass, or in low mode of what lies above 800 mm."""
        return self.low_bottom if self.low and self.low_bottom is not None else self.height

    @property
    def top(self) -> float:
        """The upper edge of all that can be pressed; in low mode there is only something to look at above it."""
        return self.low_top if self.low else 0.0

    @property
    def key_height(self) -> float:
        """Of a key on the bar."""
        return KEY_HEIGHT_LARGE if self.large else KEY_HEIGHT

    @property
    def key_rows(self) -> int:
        """Of the bar: its eight keys stand in one row, upright in two (look.md 6)."""
        return 2 if self.portrait else 1

    @property
    def bar_top(self) -> float:
        """Where the bottom bar begins."""
        keys = self.key_rows * self.key_height + (self.key_rows - 1) * BETWEEN_KEYS
        return self.bottom - ABOVE_KEYS - keys - BELOW_KEYS

    @property
    def content(self) -> Box:
        """Between header and bar, inside the margins (look.md 7: 112 to 916 on the 27-inch panel). In low mode the
        header lies above the band."""
        top = max(HEADER + 8, self.top + 24)
        return Box(self.margin, top, self.width - 2 * self.margin, self.bar_top - 20 - top)

    def script(self, language: str) -> str:
        """The ISO 15924 code of a language; Latin for one that is not offered here."""
        return self.scripts.get(language, "Latn")

    def is_rtl(self, language: str) -> bool:
        """Whether a text in this language is written from the right."""
        return self.script(language) in RTL_SCRIPTS

    def scaled(self, style: TypeStyle) -> TypeStyle:
        """The style in pixels."""
        if self.scale == 1:
            return style
        return TypeStyle(style.size * self.scale, style.bold, style.line, style.spacing)

    def measure(self, said: Said, style: TypeStyle, width: float | None = None) -> tuple[float, float]:
        """Width and height in units that the words take in lines of at most `width` units."""
        pixels = None if width is None else width * self.scale
        language = said.language
        extent = self.engine.measure(
            said.text, self.scaled(style), language, self.script(language), self.is_rtl(language), pixels
        )
        return extent.width / self.scale, extent.height / self.scale

    def fits(self, said: Said, style: TypeStyle, width: float) -> bool:
        """Whether no word has to be torn apart in lines of `width` units."""
        language = said.language
        return self.engine.fits_words(
            said.text, self.scaled(style), language, self.script(language), self.is_rtl(language), width * self.scale
        )


class Sheet(Struct):
    """Pieces and targets as they are placed. `page()` freezes them."""

    frame: Frame
    ground: str = "paper"
    pieces: list[Piece] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    places: dict[str, Box] = field(default_factory=dict)
    pages: int = 1

    @property
    def type(self) -> Type:
        """The sizes of words here."""
        return self.frame.type

    def hue_ink(self, name: str) -> str:
        """The colour of a sign or of words in a topic's hue; in high contrast there are no hues."""
        return "hue_sign" if self.frame.contrast else hue(name)

    def place(self, node: str, at: Box) -> None:
        """Remember where a node is, for touch, focus and assistive technology."""
        self.places[node] = at.mirrored(self.frame.width) if self.frame.rtl else at

    def add(self, piece: Piece) -> None:
        """Put a piece on the sheet as if read from the left."""
        self.pieces.append(mirrored(piece, self.frame.width) if self.frame.rtl else piece)

    def fill(
        self,
        node: Node,
        at: Box,
        colour: str,
        radius: float = 0,
        corners: tuple[bool, bool, bool, bool] = ALL,
        opacity: float = 1.0,
    ) -> None:
        """A filled box."""
        self.add(Fill(node.id, at, colour, radius, corners, opacity))

    def outline(self, node: Node, at: Box, colour: str, width: float, radius: float = 0) -> None:
        """A line inside the edge of a box."""
        self.add(Outline(node.id, at, colour, width, radius))

    def sign(self, node: Node, at: Box, icon: str, colour: str, fill: bool = False, flip: bool = False) -> None:
        """An icon; `flip` only takes effect on a screen read from the right."""
        self.add(Sign(node.id, at, icon, fill, colour, flip and self.frame.rtl))

    def polygon(self, node: Node, points: tuple[tuple[float, float], ...], colour: str) -> None:
        """A flat shape."""
        self.add(Polygon(node.id, points, colour))

    def stamp(self, node: Node, at: Box, points: tuple[tuple[float, float], ...], colour: str) -> None:
        """A shape that moves with its box but is never mirrored (the mark). `points` run from 0 to 1 in the box."""
        box = at.mirrored(self.frame.width) if self.frame.rtl else at
        placed = tuple((box.x + x * box.w, box.y + y * box.h) for x, y in points)
        self.pieces.append(Polygon(node.id, placed, colour))

    def code(self, node: Node, at: Box, address: str) -> None:
        """A QR code."""
        self.add(Code(node.id, at, address))

    def text(
        self,
        node: Node,
        said: Said,
        at: Box,
        style: TypeStyle,
        colour: str,
        align: Align = "start",
        part: str = "name",
        own_side: bool = False,
    ) -> float:
        """Words in lines of the box's width, from its top; the height they took.

        `align` is meant for the screen: "start" is the side it is read from, whatever the words' own direction, or
        with `own_side` the side that the words are read from. Remembers the node's place, if nothing else has.
        """
        if not said.text:
            return 0.0
        rtl = self.frame.is_rtl(said.language)
        if align != "center" and not own_side and rtl != self.frame.rtl:
            align = "end" if align == "start" else "start"
        height = self.frame.measure(said, style, at.w)[1]
        box = Box(at.x, at.y, at.w, height)
        self.add(Text(node.id, part, box, said, style, colour, align, rtl))
        if node.id not in self.places:
            self.place(node.id, box)
        return height

    def middle(
        self, node: Node, said: Said, at: Box, style: TypeStyle, colour: str, align: Align = "start", part: str = "name"
    ) -> None:
        """Words in the vertical middle of a box."""
        height = self.frame.measure(said, style, at.w)[1]
        self.text(node, said, Box(at.x, at.y + (at.h - height) / 2, at.w, height), style, colour, align, part)

    def target(self, node: Node, at: Box, draw: Callable[[Sheet, Look], None]) -> None:
        """Something to press: drawn now as it normally looks, and again whenever it is pressed or spoken."""
        self.place(node.id, at)
        draw(self, Look.NORMAL)
        if node.intent is None:
            return

        def redraw(look: Look) -> tuple[Piece, ...]:
            other = Sheet(self.frame)
            draw(other, look)
            return tuple(other.pieces)

        place = at.mirrored(self.frame.width) if self.frame.rtl else at
        self.targets.append(Target(node.id, place, node.intent, redraw))

    def page(self) -> Page:
        """The sheet as a page."""
        pieces, targets = tuple(self.pieces), tuple(self.targets)
        return Page(self.frame.width, self.frame.height, self.ground, pieces, targets, dict(self.places), self.pages)
