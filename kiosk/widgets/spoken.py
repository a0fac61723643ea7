"""How the spoken sentence is marked: soft ground and an ink line under it; the rest keeps its contrast."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from kiosk.domain.node import Node, Sentence
from kiosk.widgets.pieces import Box, Fill, Look, Page, Piece, Text
from kiosk.widgets.sheet import Frame

AROUND, LINE = 3, 4
ON_DARK = frozenset({"night_text", "night_text2", "on_hue", "light"})
"""The colours of words that stand on night or on a hue."""
ON_PLATE = frozenset({"code_words", "code_words2"})
"""The colours of words on the plate of a code."""
FINGER = 6
"""Units around a line that still belong to it: a fingertip is not a point, and lines stand close."""


def spoken(page: Page, sentence: Sentence, frame: Frame) -> tuple[Piece, ...]:
    """The pieces to paint above the page: a target in its spoken look, or the sentence within its text.

    Nothing where the sentence stands on another page, or on no page at all.
    """
    for target in page.targets:
        if target.node == sentence.node:
            return target.draw(Look.SPOKEN)
    for piece in page.pieces:
        if isinstance(piece, Text) and (piece.node, piece.part) == (sentence.node, sentence.part):
            return (*_marks(piece, sentence, frame), _words(piece))
    return ()


def place_of(page: Page, node: Node) -> Box | None:
    """Where a node is with all that is in it, so where the ring goes; None if nothing of it is on the page."""
    ids = {one.id for one in node.walk()}
    words = (piece.at for piece in page.pieces if isinstance(piece, Text) and piece.node in ids)
    boxes = [*(page.places[one] for one in ids & page.places.keys()), *words]
    if not boxes:
        return None
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def under(page: Page, sentences: Iterable[Sentence], x: float, y: float, frame: Frame) -> Sentence | None:
    """The sentence that a finger at (`x`, `y`), in units, has touched; None if it has touched none."""
    texts = {(piece.node, piece.part): piece for piece in page.pieces if isinstance(piece, Text)}
    for sentence in sentences:
        piece = texts.get((sentence.node, sentence.part))
        if piece and any(box.inset(-FINGER).contains(x, y) for box in _boxes(piece, sentence, frame)):
            return sentence
    return None


def _boxes(piece: Text, sentence: Sentence, frame: Frame) -> list[Box]:
    """Where the sentence stands: a box a line."""
    return stretch(piece, sentence.start, sentence.end, frame)


def stretch(piece: Text, start: int, end: int, frame: Frame) -> list[Box]:
    """Where the characters `start` to `end` of a text stand: a box a line."""
    said, scale = piece.said, frame.scale
    script = frame.script(said.language)
    style, width = frame.scaled(piece.style), piece.at.w * scale
    rectangles = frame.engine.rectangles(
        said.text, style, said.language, script, piece.rtl, width, start, end, piece.align
    )
    return [
        Box(
            piece.at.x + rectangle.x / scale,
            piece.at.y + rectangle.y / scale,
            rectangle.width / scale,
            rectangle.height / scale,
        )
        for rectangle in rectangles
    ]


def _words(piece: Text) -> Text:
    """The words above the mark: in ink, for other colours stand out too little from soft (look.md 2: ink2 has 6.8)."""
    return piece if piece.colour in ON_DARK | ON_PLATE else replace(piece, colour="ink")


def _marks(piece: Text, sentence: Sentence, frame: Frame) -> list[Piece]:
    """A soft ground and a line. On a dark ground the light words would be lost on soft: there the line alone marks
    them, in light. So does a dark one on a code's plate, which is white in every theme."""
    dark, plate = piece.colour in ON_DARK, piece.colour in ON_PLATE
    line = "light" if dark else "code_words" if plate else "spoken_line"
    marks: list[Piece] = []
    for box in _boxes(piece, sentence, frame):
        at = Box(box.x - AROUND, box.y, box.w + 2 * AROUND, box.h)
        if not dark and not plate:
            marks.append(Fill(piece.node, at, "spoken_bg"))
        marks.append(Fill(piece.node, Box(at.x, at.bottom - LINE, at.w, LINE), line))
    return marks
