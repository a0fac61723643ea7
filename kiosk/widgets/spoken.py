"""How the spoken sentence is marked: soft ground and an ink line under it; the rest keeps its contrast."""

from __future__ import annotations

from kiosk.domain.node import Sentence
from kiosk.widgets.pieces import Box, Fill, Look, Page, Piece, Text
from kiosk.widgets.sheet import Frame

AROUND, LINE = 3, 4


def spoken(page: Page, sentence: Sentence, frame: Frame) -> tuple[Piece, ...]:
    """The pieces to paint above the page: a target in its spoken look, or the sentence within its text.

    Nothing where the sentence stands on another page, or on no page at all.
    """
    for target in page.targets:
        if target.node == sentence.node:
            return target.draw(Look.SPOKEN)
    for piece in page.pieces:
        if isinstance(piece, Text) and (piece.node, piece.part) == (sentence.node, sentence.part):
            return (*_marks(piece, sentence, frame), piece)
    return ()


def _marks(piece: Text, sentence: Sentence, frame: Frame) -> list[Piece]:
    """On a dark ground the light words would be lost on soft: there the line alone marks them, in light."""
    said, scale = piece.said, frame.scale
    script = frame.script(said.language)
    rectangles = frame.engine.rectangles(
        said.text,
        frame.scaled(piece.style),
        said.language,
        script,
        piece.rtl,
        piece.at.w * scale,
        sentence.start,
        sentence.end,
        piece.align,
    )
    dark = piece.colour in ("night_text", "night_text2", "on_hue", "light")
    marks: list[Piece] = []
    for rectangle in rectangles:
        at = Box(
            piece.at.x + rectangle.x / scale - AROUND,
            piece.at.y + rectangle.y / scale,
            rectangle.width / scale + 2 * AROUND,
            rectangle.height / scale,
        )
        if not dark:
            marks.append(Fill(piece.node, at, "soft"))
        marks.append(Fill(piece.node, Box(at.x, at.bottom - LINE, at.w, LINE), "light" if dark else "ink"))
    return marks
