"""What can be wrong with a composed page, found without a window: each check names its requirement and its find.

The tests hold every screen to it, and `run_kiosk.py preview` tells staff of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from kiosk.domain.node import View
from kiosk.domain.utterance import spoken
from kiosk.text.engine import Engine
from kiosk.theme.tokens import NORMAL, SMALLEST_LARGE, UNIT_MM
from kiosk.widgets.pieces import Box, Fill, Look, Outline, Page, Sign, Text
from kiosk.widgets.sheet import Frame

SMALLEST_TARGET = 20 / UNIT_MM
"""Units; 20 x 20 mm (accessibility.md S-01)."""
SMALLEST_GAP = 3 / UNIT_MM
"""Units; 3 mm between targets (S-02)."""
BEZEL = 10 / UNIT_MM
"""Units; a target keeps 10 mm from the edge of the glass (S-02)."""
SMALLEST_SIGN = 22
"""Units: no sign is lower than the smallest words."""
LEGIBLE = 300 / UNIT_MM
"""Units above the low band, which ends at 1100 mm: 1400 mm are still legible from 1015 mm (R-03)."""
LONGEST_LINE = 80
"""Characters (T-05)."""
SLACK = 1.5
PADDING = 3.0
"""Units that words keep from the edge of what they stand in."""


def faults(page: Page, frame: Frame) -> list[str]:
    """Everything wrong with a page, in words."""
    return [found for _, found in finds(page, frame)]


def finds(page: Page, frame: Frame) -> Iterator[tuple[str, str]]:
    """Everything wrong with a page: the kind of each find (a name of `CHECKS`), and the find in words."""
    return ((kind, found) for kind, check in CHECKS.items() for found in check(page, frame))


def words(page: Page, frame: Frame) -> list[str]:
    """Words of a page, or of a part of it, that leave their place, overlap, lie across an outline or are torn."""
    return [found for check in (_clipped, _overlapping, _mingled, _torn) for found in check(page, frame)]


def unplaced(views: list[tuple[View, Page]]) -> list[str]:
    """Nodes with words that stand on none of the pages of one route: nothing may be lost by laying it out."""
    placed = {node for _, page in views for node in page.places}
    shown = {(piece.node, piece.part) for _, page in views for piece in page.pieces if isinstance(piece, Text)}
    lost = []
    for view, _ in views[:1]:
        for top in (*view.main, *view.bar):
            for node in top.walk():
                if node.name and node.id not in placed:
                    lost.append(f"T-04: {node.id} ({node.name.text}) is nowhere")
                if node.value and node.intent is None and (node.id, "value") not in shown:
                    lost.append(f"T-04: the second line of {node.id} ({node.value.text}) is nowhere")
    return lost


def _texts(page: Page) -> list[Text]:
    return [piece for piece in page.pieces if isinstance(piece, Text)]


def _outside(page: Page, frame: Frame) -> Iterator[str]:
    whole = Box(0, 0, page.width, page.height)
    for text in _texts(page):
        if not whole.holds(text.at, SLACK):
            yield f"T-04: {_name(text)} leaves the screen: {text.at}"
        content = not text.node.startswith(("bar.", "wake", "greeting", "header", "idle", "trouble"))
        if content and text.at.bottom > frame.bar_top + SLACK and page.ground == "paper":
            yield f"T-04: {_name(text)} runs under the bar: {text.at}"


def _clipped(page: Page, frame: Frame) -> Iterator[str]:
    """Words leave the smallest shape they begin in, or have their middle in: a tile, a card, a key, a notice."""
    shapes = [piece for piece in page.pieces if isinstance(piece, Fill) and piece.at.w > 60 and piece.at.h > 30]
    for text in _texts(page):
        x, middle = text.at.center
        for y in {text.at.y + min(10.0, text.at.h / 2), middle}:
            around = [shape.at for shape in shapes if shape.at.contains(x, y) and not _mark(shape, text)]
            shape = min(around, key=lambda box: box.w * box.h, default=None)
            if shape and (text.at.bottom > shape.bottom - PADDING or text.at.y < shape.y + PADDING):
                yield f"T-04: {_name(text)} does not fit its place: {text.at} in {shape}"
                break


def _mark(shape: Fill, text: Text) -> bool:
    """Whether a shape is the light ground of letters within a text, which is no place that the text stands in."""
    return shape.colour == "soft" and shape.node == text.node and shape.at.h <= text.at.h + SLACK


def _overlapping(page: Page, frame: Frame) -> Iterator[str]:
    boxes = [(text, _ink(text, frame).inset(0, 3)) for text in _texts(page)]
    for (first, a), (second, b) in _meeting(boxes):
        yield f"T-04: {_name(first)} and {_name(second)} overlap: {a} {b}"


def _mingled(page: Page, frame: Frame) -> Iterator[str]:
    """Words that lie on a key and are none of its own, or across an outline."""
    texts = [(text, _ink(text, frame).inset(0, 3)) for text in _texts(page)]
    for target in page.targets:
        if target.at.w < page.width:
            on_it = [(text, ink) for text, ink in texts if text.node != target.node and _overlap(ink, target.at)]
            own = {piece.node for piece in target.draw(Look.NORMAL)} if on_it else set()
            for text, ink in on_it:
                if text.node not in own | {target.node}:
                    yield f"T-04: {_name(text)} lies on the key {target.node}: {ink} {target.at}"
    for line in (piece for piece in page.pieces if isinstance(piece, Outline)):
        for text, ink in texts:
            if _overlap(ink, line.at) and not line.at.holds(ink, SLACK):
                yield f"T-04: {_name(text)} lies across the outline of {line.node}: {ink} {line.at}"


def _overlap(one: Box, other: Box) -> bool:
    """Whether they share more than an edge."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


Thing = TypeVar("Thing")


def _meeting(boxes: Sequence[tuple[Thing, Box]]) -> Iterator[tuple[tuple[Thing, Box], tuple[Thing, Box]]]:
    """Every two that share more than an edge. Walked from above: what begins below the one it is compared with, and
    all after it, cannot meet it."""
    down = sorted(boxes, key=lambda one: one[1].y)
    for number, one in enumerate(down):
        for other in down[number + 1 :]:
            if other[1].y >= one[1].bottom:
                break
            if _overlap(one[1], other[1]):
                yield one, other


def _ink(text: Text, frame: Frame) -> Box:
    """Where the words really are in their box."""
    width = min(text.at.w, frame.measure(text.said, text.style, text.at.w)[0])
    right = (text.align == "end") != text.rtl
    x = text.at.x + (text.at.w - width) / 2 if text.align == "center" else text.at.right - width if right else text.at.x
    return Box(x, text.at.y, width, text.at.h)


def _torn(page: Page, frame: Frame) -> Iterator[str]:
    for text in _texts(page):
        if not frame.fits(text.said, text.style, text.at.w):
            yield f"T-04: a word of {_name(text)} is torn apart in {text.at.w:.0f} units"


def _glyphs(page: Page, frame: Frame) -> Iterator[str]:
    for text in _texts(page):
        missing = _unknown(frame.engine, text.said.text, text.style.bold, text.said.language)
        if missing:
            yield f"T-07: {_name(text)} has {missing} characters without a glyph"


@lru_cache(maxsize=20_000)
def _unknown(engine: Engine, text: str, bold: bool, language: str) -> int:
    """The same words stand on hundreds of pages: their glyphs are looked for once."""
    return engine.unknown_glyphs(text, bold, language)


def _small(page: Page, frame: Frame) -> Iterator[str]:
    for text in _texts(page):
        smallest = SMALLEST_LARGE if frame.large else NORMAL.small.size
        if text.style.size < smallest:
            yield f"{'T-01' if frame.large else 'T-02'}: {_name(text)} is smaller than the smallest text"


def _tiny(page: Page, frame: Frame) -> Iterator[str]:
    """Signs that words have left no room; with large words signs grow, too."""
    least = SMALLEST_SIGN * (1.5 if frame.large else 1.0)
    for sign in (piece for piece in page.pieces if isinstance(piece, Sign)):
        if sign.at.w < least:
            yield f"T-03: the sign of {sign.node} ({sign.icon}) is only {sign.at.w:.0f} units wide"


def _long(page: Page, frame: Frame) -> Iterator[str]:
    for text in _texts(page):
        if len(text.said.text) <= LONGEST_LINE:
            continue  # its lines cannot be longer than all of it
        lines = frame.measure(text.said, text.style, text.at.w)[1] / frame.measure(text.said, text.style)[1]
        average = len(spoken(text.said.text)) / max(1.0, lines)
        if lines > 1.5 and average > LONGEST_LINE:
            yield f"T-05: {_name(text)} has lines of about {average:.0f} characters"


def _targets(page: Page, frame: Frame) -> Iterator[str]:
    for target in page.targets:
        at = target.at
        if at.w < SMALLEST_TARGET or at.h < SMALLEST_TARGET:
            yield f"S-01: {target.node} is {at.w * UNIT_MM:.0f} x {at.h * UNIT_MM:.0f} mm"
        whole = at.w >= page.width and at.h >= page.height
        if not whole and not Box(0, 0, page.width, page.height).inset(BEZEL).holds(at, SLACK):
            yield f"S-02: {target.node} comes closer than 10 mm to the edge: {at}"


def _gaps(page: Page, frame: Frame) -> Iterator[str]:
    around = -SMALLEST_GAP / 2 + 0.3
    separate = [(target, target.at.inset(around)) for target in page.targets if target.at.w < page.width]
    for (first, _), (second, _) in _meeting(separate):
        yield f"S-02: {first.node} and {second.node} are closer than 3 mm"


def _reach(page: Page, frame: Frame) -> Iterator[str]:
    """In low mode whatever is pressed lies in the band, and so do the words, but for those of the header, and a notice,
    which may stand above it as far as it is still to be read from a wheelchair."""
    if not frame.low:
        return
    reach = Box(0, frame.top, frame.width, frame.bottom - frame.top)
    for target in page.targets:
        whole = target.at.w >= page.width and target.at.h >= page.height
        if not whole and not reach.holds(target.at, SLACK):
            yield f"R-02: {target.node} is out of reach: {target.at} not in {reach}"
    read = Box(0, frame.top - LEGIBLE, frame.width, frame.bottom - frame.top + LEGIBLE)
    for text in _texts(page):
        if text.node.startswith("message."):
            if not read.holds(text.at, SLACK):
                yield f"R-03: {_name(text)} is too high to be read: {text.at} not in {read}"
        elif not text.node.startswith("header") and not reach.holds(text.at, SLACK):
            yield f"R-03: {_name(text)} is outside the low band: {text.at} not in {reach}"


def _name(text: Text) -> str:
    return f"{text.node}.{text.part} {spoken(text.said.text)[:40]!r}"


CHECKS: Mapping[str, Callable[[Page, Frame], Iterator[str]]] = {
    "outside": _outside,
    "clipped": _clipped,
    "overlapping": _overlapping,
    "mingled": _mingled,
    "torn": _torn,
    "glyphs": _glyphs,
    "small": _small,
    "tiny": _tiny,
    "long": _long,
    "targets": _targets,
    "gaps": _gaps,
    "reach": _reach,
}
"""All checks by the kind of fault that each finds."""
