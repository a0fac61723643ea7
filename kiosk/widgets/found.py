"""A search result: its topic's plate, its name, the German name below, and the letters that were found (look.md 6)."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.language import Said
from kiosk.domain.node import NOTHING, Node
from kiosk.theme import tokens
from kiosk.theme.tokens import TypeStyle, hue
from kiosk.widgets.pieces import Box, Fill, Look, Text
from kiosk.widgets.sheet import Sheet
from kiosk.widgets.spoken import stretch
from kiosk.widgets.tile import AJAR, around, edge, ground, icon, ink
from kiosk.widgets.topic_tile import plate_at_side

PLATE, PLATE_LOW = 114, 84
PICTURE, CARET = 56, 36
BESIDE, BEHIND = 24, 30
"""Units between the plate and the words, and between the caret and the edge."""
ROOMY = 740
"""Units of a result that has room for larger signs."""
BETWEEN = 24
"""Units between the German name and another word on the same line."""
LINE = 5
"""Units of the line that marks letters where there are no light grounds."""


def result(sheet: Sheet, node: Node, at: Box) -> None:
    """A result that opens what was found."""
    sheet.target(node, at, lambda other, look: _draw(other, node, at, look))


def height_of(sheet: Sheet, node: Node) -> Callable[[float], float]:
    """Tells for any width the height in units that a result needs for its words. Most have one line in any: that is
    measured once, whatever columns are tried, for results must follow the finger."""
    measure, word = sheet.frame.measure, _word(node)
    style = sheet.type.label_narrow if sheet.frame.low else sheet.type.label
    name, down = measure(node.name, style)
    below = [measure(said, sheet.type.small) for said in (node.value, word.name if word else NOTHING) if said]
    line = sum(across for across, _ in below) + BETWEEN * (len(below) - 1)

    def height(width: float) -> float:
        words = _words_width(sheet, width)
        if name <= words and line <= words:
            return down + max((high for _, high in below), default=0.0) + around(sheet)
        return _lines(sheet, node, _name_style(sheet, node, words), words) + around(sheet)

    return height


def _draw(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    sheet.fill(node, at, ground(look), tokens.R_TILE)
    plate = Box(at.x, at.y, _plate(sheet, at.w), at.h)
    plate_at_side(sheet, node, plate, look, hue(node.hue))
    icon(sheet, node, plate, min(PICTURE * _factor(sheet, at.w), plate.w * 0.6), "hue_sign", fill=True)
    side = _caret(sheet, at.w)
    if side:
        caret = Box(at.right - BEHIND - side, at.center[1] - side / 2, side, side)
        sheet.sign(node, caret, "caret-right", "on_soft" if look is Look.SPOKEN else "action", flip=True)
    shift = AJAR if look is Look.PRESSED else 0
    words = Box(plate.right + BESIDE + shift, at.y, _words_width(sheet, at.w), at.h)
    _words(sheet, node, words, look)
    edge(sheet, node, at, look)


def _words(sheet: Sheet, node: Node, at: Box, look: Look) -> None:
    styles = (_name_style(sheet, node, at.w), sheet.type.key_bold, sheet.type.small)
    name = next((style for style in styles if _lines(sheet, node, style, at.w) <= at.h - 8), styles[-1])
    y = at.y + (at.h - _lines(sheet, node, name, at.w)) / 2
    y += _marked(sheet, node, node.name, Box(at.x, y, at.w, 0), name, ink(look), "name", look)
    small, second = sheet.type.small, ink(look) if look is Look.SPOKEN else "ink2"
    word = _word(node)
    if word and not _on_one_line(sheet, node, at.w):
        y += _marked(sheet, word, word.name, Box(at.x, y, at.w, 0), small, second, "name", look)
    beside = word is not None and _on_one_line(sheet, node, at.w)
    width = sheet.frame.measure(node.value, small)[0] + 1 if beside else at.w
    _marked(sheet, node, node.value, Box(at.x, y, width, 0), small, second, "value", look)
    if word and beside:
        x = at.x + width + BETWEEN - 1
        _marked(sheet, word, word.name, Box(x, y, at.right - x, 0), small, second, "name", look)


def _marked(
    sheet: Sheet, node: Node, said: Said, at: Box, style: TypeStyle, colour: str, part: str, look: Look
) -> float:
    """Words with the letters marked that were found: on a light ground, or where that would be lost with a line; their
    height."""
    if colour == "ink2" and any(one.part == part for one in node.found):
        colour = "ink"  # ink2 has only 6.8:1 on soft (look.md 2)
    height = sheet.text(node, said, at, style, colour, part=part)
    text = sheet.pieces[-1]
    line = sheet.frame.contrast or look is Look.SPOKEN
    marks: list[Fill] = []
    for one in node.found:
        if one.part == part and isinstance(text, Text) and said:
            for box in stretch(text, one.start, one.end, sheet.frame):
                low = Box(box.x, box.bottom - LINE, box.w, LINE)
                colours = "on_soft" if look is Look.SPOKEN else "light"
                marks.append(Fill(node.id, low, colours) if line else Fill(node.id, box, "soft", 4))
    sheet.pieces[-1:-1] = marks
    return height


def _word(node: Node) -> Node | None:
    return node.children[0] if node.children else None


def _on_one_line(sheet: Sheet, node: Node, width: float) -> bool:
    """Whether another word has room behind the German name."""
    word, measure = _word(node), sheet.frame.measure
    if word is None or not node.value:
        return False
    return measure(node.value, sheet.type.small)[0] + BETWEEN + measure(word.name, sheet.type.small)[0] <= width


def _lines(sheet: Sheet, node: Node, name: TypeStyle, width: float) -> float:
    """The height in units of all its words."""
    small, word = sheet.type.small, _word(node)
    value = _high(sheet, node.value, small, width) if node.value else 0.0
    other = _high(sheet, word.name, small, width) if word else 0.0
    below = max(value, other) if _on_one_line(sheet, node, width) else value + other
    return _high(sheet, node.name, name, width) + below


def _high(sheet: Sheet, said: Said, style: TypeStyle, width: float) -> float:
    """The height in units of words in lines of a width. Most have one line in any: they are measured once, whatever
    columns are tried, for results must follow the finger."""
    across, down = sheet.frame.measure(said, style)
    return down if across <= width else sheet.frame.measure(said, style, width)[1]


def _name_style(sheet: Sheet, node: Node, width: float) -> TypeStyle:
    """Smaller where a name would need two lines, and in the low band, where room is dear; still smaller where it would
    need three, or be torn."""
    measure, narrow = sheet.frame.measure, sheet.type.label_narrow
    if not sheet.frame.low and measure(node.name, sheet.type.label)[0] <= width:
        return sheet.type.label
    if measure(node.name, narrow)[0] <= width:
        return narrow
    lines = measure(node.name, narrow, width)[1] / measure(node.name, narrow)[1]
    dear = sheet.frame.low and sheet.frame.large and lines > 1.5
    return sheet.type.key_bold if dear or lines > 2.5 or not sheet.frame.fits(node.name, narrow, width) else narrow


def _factor(sheet: Sheet, width: float) -> float:
    """How much larger signs are: on a narrow result the room is for the words."""
    return sheet.type.factor if width >= ROOMY and not sheet.frame.low else 1.0


def _plate(sheet: Sheet, width: float) -> float:
    return PLATE_LOW if sheet.frame.low else PLATE * min(1.2, _factor(sheet, width))


def _caret(sheet: Sheet, width: float) -> float:
    """Units of the caret; none where large words have little room."""
    return 0.0 if sheet.frame.low and sheet.frame.large else CARET * _factor(sheet, width)


def _words_width(sheet: Sheet, width: float) -> float:
    caret = _caret(sheet, width)
    return width - _plate(sheet, width) - BESIDE - (caret + BEHIND if caret else 0) - 12 - AJAR
