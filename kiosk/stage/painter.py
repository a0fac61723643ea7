"""Pieces as Kivy canvas instructions. Units become pixels here, and `y` turns upwards."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any

from kivy.graphics import BorderImage, Color, InstructionGroup, Rectangle

from kiosk.domain.modes import Mode, Modes
from kiosk.stage.textures import Textures
from kiosk.text import shapes
from kiosk.text.engine import Engine
from kiosk.text.mask import Mask
from kiosk.theme.tokens import Theme
from kiosk.widgets.pieces import Box, Code, Fill, Outline, Piece, Polygon, Sign, Text
from kiosk.widgets.sheet import Frame

log = logging.getLogger(__name__)

MIRRORED = (1, 0, 0, 0, 0, 1, 1, 1)
"""Texture coordinates that turn a picture round at its upright axis."""
Pixels = tuple[int, int, int, int]


class Painter:
    """Paints pieces into instruction groups of a window that is `frame` large."""

    def __init__(self, frame: Frame, theme: Theme, contrast: Theme | None = None) -> None:
        """`contrast` is what visitors get with their contrast key; without it the colours stay."""
        self.frame = frame
        self.theme = self._usual = theme
        self._contrast = contrast or theme
        self._engine: Engine = frame.engine
        self._textures = Textures()
        self._unknown: set[str] = set()
        self._paint: dict[type, Callable[[Any], list[Any]]] = {
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

    def paint(self, group: InstructionGroup, pieces: Iterable[Piece]) -> None:
        """Add the pieces to a group, the first undermost."""
        colour = None
        for piece in pieces:
            wanted = (*self.theme.rgb("code_ink" if isinstance(piece, Code) else piece.colour), _opacity(piece))
            if isinstance(piece, Code):
                self._ground(group, piece)
                colour = None
            if wanted != colour:
                group.add(Color(*wanted))
                colour = wanted
            for instruction in self._paint[type(piece)](piece):
                group.add(instruction)

    def pixels(self, at: Box) -> Pixels:
        """A box in whole pixels: left, bottom, width and height, `y` upwards. Edges are rounded, so neighbours meet."""
        scale = self.frame.scale
        left, right = round(at.x * scale), round(at.right * scale)
        top, bottom = round(at.y * scale), round(at.bottom * scale)
        return left, round(self.frame.height * scale) - bottom, right - left, bottom - top

    def _fill(self, piece: Fill) -> list[Any]:
        x, y, w, h = self.pixels(piece.at)
        radius = min(round(piece.radius * self.frame.scale), w // 2, h // 2)
        if radius < 1:
            return [Rectangle(pos=(x, y), size=(w, h))]
        return [self._nine_patch((x, y, w, h), radius, 0, piece.corners)]

    def _outline(self, piece: Outline) -> list[Any]:
        at = self.pixels(piece.at)
        stroke = max(1, round(piece.width * self.frame.scale))
        radius = min(round(piece.radius * self.frame.scale), at[2] // 2, at[3] // 2)
        return [self._nine_patch(at, radius, stroke, shapes.ALL)]

    def _nine_patch(self, at: Pixels, radius: int, stroke: int, corners: shapes.Corners) -> BorderImage:
        x, y, w, h = at
        key = ("round", radius, stroke, corners)
        texture, _ = self._textures.of(key, lambda: shapes.rounded(radius, corners, stroke))
        edge = min(shapes.border(radius, stroke), w // 2, h // 2)
        return BorderImage(texture=texture, border=(edge, edge, edge, edge), pos=(x, y), size=(w, h))

    def _text(self, piece: Text) -> list[Any]:
        frame, said = self.frame, piece.said
        style, script = frame.scaled(piece.style), frame.script(said.language)
        width = piece.at.w * frame.scale
        key = ("text", said, style, script, round(width, 2), piece.align)
        texture, mask = self._textures.of(
            key, lambda: self._engine.mask(said.text, style, said.language, script, piece.rtl, width, piece.align)
        )
        left = round(piece.at.x * frame.scale) - mask.offset_x
        top = round(piece.at.y * frame.scale) - mask.offset_y
        bottom = round(frame.height * frame.scale) - top - mask.height
        return [Rectangle(texture=texture, pos=(left, bottom), size=(mask.width, mask.height))]

    def _sign(self, piece: Sign) -> list[Any]:
        x, y, w, _ = self.pixels(piece.at)
        key = ("sign", piece.icon, piece.fill, w)
        texture, _ = self._textures.of(key, lambda: self._icon(piece, w))
        coordinates = {"tex_coords": MIRRORED} if piece.flip else {}
        return [Rectangle(texture=texture, pos=(x, y), size=(w, w), **coordinates)]

    def _icon(self, piece: Sign, size: int) -> Mask:
        """The icon, or nothing if there is none of that name: a page must not fall over a picture."""
        try:
            return self._engine.icon_mask(piece.icon, piece.fill, size)
        except KeyError as unknown:
            if piece.icon not in self._unknown:
                self._unknown.add(piece.icon)
                log.error("%s: its place stays empty", unknown.args[0])
            return Mask(1, 1, b"\0")

    def _ground(self, group: InstructionGroup, piece: Code) -> None:
        x, y, w, h = self.pixels(piece.at)
        group.add(Color(*self.theme.rgb("code_bg")))
        group.add(Rectangle(pos=(x, y), size=(w, h)))

    def _code(self, piece: Code) -> list[Any]:
        """Whole pixels a module: a code drawn at a broken size can be misread."""
        texture, side = self._textures.code(piece.address)
        x, y, w, h = self.pixels(piece.at)
        size = w // side * side
        return [Rectangle(texture=texture, pos=(x + (w - size) // 2, y + (h - size) // 2), size=(size, size))]

    def _polygon(self, piece: Polygon) -> list[Any]:
        scale, box = self.frame.scale, piece.at
        left, top = int(box.x * scale) - 1, int(box.y * scale) - 1
        size = int(box.right * scale) + 2 - left, int(box.bottom * scale) + 2 - top
        points = tuple((round(px * scale - left, 2), round(py * scale - top, 2)) for px, py in piece.points)
        texture, _ = self._textures.of(("polygon", points, size), lambda: shapes.polygon(points, size))
        bottom = round(self.frame.height * scale) - top - size[1]
        return [Rectangle(texture=texture, pos=(left, bottom), size=size)]


def _opacity(piece: Piece) -> float:
    return piece.opacity if isinstance(piece, Fill) else 1.0
