"""Pieces made ready for the window, and what of the window has to be painted anew when others take their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kivy.graphics import Callback, Instruction, InstructionGroup
from kivy.graphics.opengl import (
    GL_BLEND,
    GL_ONE_MINUS_SRC_ALPHA,
    GL_SRC_ALPHA,
    glBlendFunc,
    glDisable,
    glEnable,
)
from msgspec import Struct

from kiosk.stage.covered import Covered, Pixels
from kiosk.theme.tokens import Theme
from kiosk.widgets.pieces import Piece

SHADER = """#ifdef GL_ES
    precision highp float;
#endif
varying vec2 tex_coord0;
uniform sampler2D texture0;
void main(void) { gl_FragColor = texture2D(texture0, tex_coord0); }
"""
"""All that is painted is a picture in its own colours, as it is. For that Mesa's software renderer has a fast way, with
textures of four bytes a pixel and in windows without a depth buffer (kiosk.runtime.visual): a third of the time.
Tinting white pictures leaves it, or takes red for blue (Mesa 22.3.6; benchmarks/README.md). One shader: each is
compiled for 50 ms."""


class Painting(Struct, frozen=True, eq=False):
    """Pieces in a theme's colours, as the window takes them; and which pixels each piece changes."""

    pieces: tuple[Piece, ...]
    theme: Theme
    group: InstructionGroup
    places: tuple[Sequence[Pixels], ...]

    def release(self) -> None:
        """It is not shown any more. Kivy's instructions and their groups hold each other, so Python's collector would
        keep what they paint for minutes: 30 MB of textures after some visits."""
        self.group.clear()


class Coat:
    """Opaque boxes, and what is blended onto them. Without blending, boxes take a fraction of the time: so those of
    many pieces are painted first, where that makes no difference."""

    def __init__(self, height: int) -> None:
        self._covered = Covered(height)
        self._opaque, self._blended = list[Instruction](), list[Instruction]()

    def takes(self, boxes: Sequence[Pixels]) -> bool:
        """Whether boxes may be painted before all that has been blended so far."""
        return not self._covered.meets(boxes)

    def add(self, boxes: Instruction) -> None:
        """Opaque boxes."""
        self._opaque.append(boxes)

    def blend(self, instructions: Iterable[Instruction], places: Iterable[Pixels]) -> None:
        """What is blended onto the boxes, and where."""
        self._blended += instructions
        self._covered.add(places)

    def onto(self, group: InstructionGroup) -> None:
        """Paint it there."""
        around = [Callback(_opaque), *self._opaque, Callback(_blended)] if self._opaque else []
        for instruction in (*around, *self._blended):
            group.add(instruction)


class Layer:
    """Shows one painting at a time, above what was added to its canvas before."""

    def __init__(self, canvas: Any) -> None:
        self._group = InstructionGroup()
        canvas.add(self._group)
        self.shown: Painting | None = None

    def show(self, painting: Painting | None) -> list[Pixels] | None:
        """Show a painting, or nothing; the one before is released. What of the window has changed; None: all of it may
        have."""
        stale, before, self.shown = differences(self.shown, painting), self.shown, painting
        self._group.clear()
        if before and before is not painting:
            before.release()
        if painting:
            self._group.add(painting.group)
        return stale


def differences(before: Painting | None, after: Painting | None) -> list[Pixels] | None:
    """The places of all pieces but those that both paintings begin or end with. None: the colours are others."""
    if before and after and before.theme is not after.theme:
        return None
    old, new = (painting.pieces if painting else () for painting in (before, after))
    most = min(len(old), len(new))
    first = _same(zip(old, new, strict=False))
    last = min(_same(zip(reversed(old), reversed(new), strict=False)), most - first)
    found = list[Pixels]()
    for painting, pieces in ((before, old), (after, new)):
        if painting:
            for places in painting.places[first : len(pieces) - last]:
                found += places
    return found


def _same(pairs: Iterable[tuple[Piece, Piece]]) -> int:
    """How many pairs are the same before the first that differs."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _opaque(_: Any) -> None:
    glDisable(GL_BLEND)


def _blended(_: Any) -> None:
    glEnable(GL_BLEND)
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA)
