"""Pieces as Kivy canvas instructions. Units become pixels here, and `y` turns upwards."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from kivy.graphics import Instruction, InstructionGroup, Rectangle
from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.modes import Mode, Modes
from kiosk.stage.covered import Pixels
from kiosk.stage.painting import Coat, Painting
from kiosk.stage.patches import corners, inside, mesh, sides
from kiosk.stage.textures import Colour, Textures
from kiosk.text import shapes
from kiosk.text.engine import Engine
from kiosk.text.mask import Mask
from kiosk.theme.tokens import Theme
from kiosk.widgets.pieces import Box, Code, Fill, Outline, Piece, Polygon, Sign, Text
from kiosk.widgets.sheet import Frame

log = logging.getLogger(__name__)

MIRRORED = (1, 0, 0, 0, 0, 1, 1, 1)
"""Texture coordinates that turn a picture round at its upright axis."""


class Made(Struct, frozen=True):
    """A piece as the window takes it: boxes, and where they are; what is blended onto them, and where that is."""

    boxes: Sequence[Pixels] = ()
    ground: Sequence[Instruction] = ()
    above: Sequence[Instruction] = ()
    places: Sequence[Pixels] = ()


class Painter:
    """Makes paintings of pieces for a window that is `frame` large."""

    def __init__(self, frame: Frame, theme: Theme, contrast: Theme | None = None) -> None:
        """`contrast` is what visitors get with their contrast key; without it the colours stay."""
        self.frame = frame
        self.theme = self._usual = theme
        self._contrast = contrast or theme
        self._engine: Engine = frame.engine
        self._textures = Textures()
        self._unknown: set[str] = set()
        self._paint: dict[type, Callable[[Any], Made]] = {
            Fill: self._fill,
            Outline: self._outline,
            Text: self._text,
            Sign: self._sign,
            Code: self._code,
            Polygon: self._polygon,
        }

    def dress(self, modes: Modes) -> None:
        """Paint in the colours of these modes from now on."""
        self.theme = self._contrast if Mode.CONTRAST in modes else self._usual

    @property
    def textures(self) -> int:
        """How many textures are kept."""
        return len(self._textures)

    def paint(self, pieces: Iterable[Piece]) -> Painting:
        """The pieces as a painting, the first undermost."""
        pieces, height = tuple(pieces), round(self.frame.height * self.frame.scale)
        coats, places = [Coat(height)], list[Sequence[Pixels]]()
        for piece in pieces:
            made = self._paint[type(piece)](piece)
            if isinstance(piece, Fill) and piece.opacity < 1:
                coats[-1].blend(made.ground, made.boxes)
            elif made.ground:
                if not coats[-1].takes(made.boxes):
                    coats.append(Coat(height))
                coats[-1].add(*made.ground)
            coats[-1].blend(made.above, made.places)
            places.append([*made.boxes, *made.places])
        group = InstructionGroup()
        for coat in coats:
            coat.onto(group)
        return Painting(pieces, self.theme, group, tuple(places))

    def _boxes(self, boxes: Sequence[Pixels], colour: Colour, opacity: float = 1.0) -> Made:
        """Boxes as one instruction."""
        byte = round(255 * opacity)
        blank, _ = self._textures.of(("blank", byte), colour, lambda: Mask(1, 1, bytes([byte])))
        return Made(boxes, [mesh(blank, [(box, 1, 1) for box in boxes], 0)] if boxes else [])

    def _colour(self, piece: Fill | Outline | Text | Sign | Polygon) -> Colour:
        return self.theme.rgb(piece.colour)

    def pixels(self, at: Box) -> Pixels:
        """A box in whole pixels: left, bottom, width and height, `y` upwards. Edges are rounded, so neighbours meet."""
        scale = self.frame.scale
        left, right = round(at.x * scale), round(at.right * scale)
        top, bottom = round(at.y * scale), round(at.bottom * scale)
        return left, round(self.frame.height * scale) - bottom, right - left, bottom - top

    def _fill(self, piece: Fill) -> Made:
        at = self.pixels(piece.at)
        radius = min(round(piece.radius * self.frame.scale), at[2] // 2, at[3] // 2)
        if radius < 1:
            return self._boxes([at], self._colour(piece), piece.opacity)
        texture, edge = self._shape(piece, at, radius, 0, piece.corners)
        ground = self._boxes(inside(at, edge), self._colour(piece), piece.opacity)
        return _above(ground, mesh(texture, patches := corners(at, edge), edge), [place for place, _, _ in patches])

    def _outline(self, piece: Outline) -> Made:
        """Only where the line is: what it encloses would be painted with nothing, which takes as long."""
        at = self.pixels(piece.at)
        stroke = max(1, round(piece.width * self.frame.scale))
        radius = min(round(piece.radius * self.frame.scale), at[2] // 2, at[3] // 2)
        texture, edge = self._shape(piece, at, radius, stroke, shapes.ALL)
        patches = [*corners(at, edge), *sides(at, edge, stroke)]
        return _above(Made(), mesh(texture, patches, edge), [place for place, _, _ in patches])

    def _shape(
        self, piece: Fill | Outline, at: Pixels, radius: int, stroke: int, round_: shapes.Corners
    ) -> tuple[Any, int]:
        """The picture of a rounded box, and how wide its edges are in a box at `at`."""
        key = ("round", radius, stroke, round_)
        texture, _ = self._textures.of(key, self._colour(piece), lambda: shapes.rounded(radius, round_, stroke))
        return texture, min(shapes.border(radius, stroke), at[2] // 2, at[3] // 2)

    def _text(self, piece: Text) -> Made:
        frame, said = self.frame, piece.said
        style, script = frame.scaled(piece.style), frame.script(said.language)
        width = piece.at.w * frame.scale
        key = ("text", said, style, script, round(width, 2), piece.align)
        texture, mask = self._textures.of(
            key,
            self._colour(piece),
            lambda: self._engine.mask(said.text, style, said.language, script, piece.rtl, width, piece.align),
        )
        left = round(piece.at.x * frame.scale) - mask.offset_x
        top = round(piece.at.y * frame.scale) - mask.offset_y
        bottom = round(frame.height * frame.scale) - top - mask.height
        return _above(Made(), _picture(texture, at := (left, bottom, mask.width, mask.height)), [at])

    def _sign(self, piece: Sign) -> Made:
        x, y, w, _ = self.pixels(piece.at)
        key = ("sign", piece.icon, piece.fill, w)
        texture, _ = self._textures.of(key, self._colour(piece), lambda: self._icon(piece, w))
        return _above(Made(), _picture(texture, at := (x, y, w, w), mirrored=piece.flip), [at])

    def _icon(self, piece: Sign, size: int) -> Mask:
        """The icon, or nothing if there is none of that name: a page must not fall over a picture."""
        try:
            return self._engine.icon_mask(piece.icon, piece.fill, size)
        except KeyError as unknown:
            if piece.icon not in self._unknown:
                self._unknown.add(piece.icon)
                log.error("%s: its place stays empty", unknown.args[0])
            return Mask(1, 1, b"\0")

    def _code(self, piece: Code) -> Made:
        """Whole pixels a module: a code drawn at a broken size can be misread."""
        texture, side = self._textures.code(piece.address, self.theme.rgb("code_ink"))
        at = x, y, w, h = self.pixels(piece.at)
        size = w // side * side
        place = x + (w - size) // 2, y + (h - size) // 2, size, size
        return _above(self._boxes([at], self.theme.rgb("code_bg")), _picture(texture, place), [place])

    def _polygon(self, piece: Polygon) -> Made:
        scale, box = self.frame.scale, piece.at
        left, top = int(box.x * scale) - 1, int(box.y * scale) - 1
        size = int(box.right * scale) + 2 - left, int(box.bottom * scale) + 2 - top
        points = tuple((round(px * scale - left, 2), round(py * scale - top, 2)) for px, py in piece.points)
        key = ("polygon", points, size)
        texture, _ = self._textures.of(key, self._colour(piece), lambda: shapes.polygon(points, size))
        bottom = round(self.frame.height * scale) - top - size[1]
        return _above(Made(), _picture(texture, at := (left, bottom, *size)), [at])


def _above(ground: Made, instruction: Instruction, places: Sequence[Pixels]) -> Made:
    return replace(ground, above=[instruction], places=places)


def _picture(texture: Any, at: Pixels, mirrored: bool = False) -> Rectangle:
    coordinates = {"tex_coords": MIRRORED} if mirrored else {}
    return Rectangle(texture=texture, pos=at[:2], size=at[2:], **coordinates)
