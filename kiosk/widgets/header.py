"""The header: whose screen this is, open or closed, and the date. Only to read; nothing up there can be pressed."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.widgets.door import mark
from kiosk.widgets.field import night_field
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import HEADER, Sheet

CHIP_HEIGHT, CHIP_SIDES = 48, 42
"""Units: of a chip in the usual size of words, and what of it lies beside its sign and words."""
SIGN, SIGN_GAP = 28, 8
MARK, MARK_GAP = 56, 18
BRAND_ABOVE, BRAND_LINE = 30, 34
"""Units from the middle of the mark up to the kiosk's name, and from there to the house's name below it."""
LINES = 2
"""Beside the mark: the kiosk's name and the house's."""
GAP = 24
LOWEST_FIELD = 200
"""Units above the band from which on there is room for a field with the door."""


def has_field(sheet: Sheet) -> bool:
    """Whether there is room for the night field above the band of low mode (look.md 7, reach)."""
    return sheet.frame.top >= LOWEST_FIELD


def header(sheet: Sheet, nodes: tuple[Node, ...], message: Node | None = None) -> None:
    """Brand at the leading side; the rest at the trailing side, the first of it before the others if room is short.

    In low mode all of it stands in the night field above the band, if there is one, and a message with it.
    """
    frame = sheet.frame
    if has_field(sheet):
        night_field(sheet, nodes, message)
        return
    house, *rest = nodes
    whole = frame.width - 2 * frame.margin - GAP * sheet.type.factor
    shown = _brand_lines(sheet, house, rest[0], whole) if rest else LINES
    y = (HEADER - MARK) / 2 - 2
    taken = brand(sheet, house, frame.margin, y, "mark_leaf", "ink", "ink2", shown) - frame.margin
    right = frame.width - frame.margin
    for node, width in reversed(_shown(sheet, rest, whole - taken)):
        _read(sheet, node, Box(right - width, 0, width, HEADER))
        right -= width + GAP * sheet.type.factor


def _brand_lines(sheet: Sheet, house: Node, first: Node, whole: float) -> int:
    """How many lines stand beside the mark: the house's name, then the kiosk's gives way to the first thing to read.
    Large words may take two lines beside the kiosk's name, if two are not too high."""
    for lines in range(LINES, 0, -1):
        room = whole - brand_width(sheet, house, lines)
        two_lines = sheet.frame.large and lines == 1 and _read_height(sheet, first, room) <= HEADER
        if two_lines or _width(sheet, first) <= room:
            return lines
    return 0 if sheet.frame.large else LINES


def _width(sheet: Sheet, node: Node) -> float:
    """The width of one of the things to read in the header. Large words stand without a chip's ground, in bold."""
    if not sheet.frame.large or not node.icon:
        return chip_width(sheet, node)
    return SIGN * sheet.type.factor + SIGN_GAP + sheet.frame.measure(node.name, sheet.type.key_bold)[0] + 2


def _shown(sheet: Sheet, nodes: list[Node], room: float) -> list[tuple[Node, float]]:
    """What there is room for, with its width. Large words may take two lines, so that the first is always shown."""
    shown: list[tuple[Node, float]] = []
    gap = GAP * sheet.type.factor
    for node in nodes:
        width = _width(sheet, node)
        if sheet.frame.large and not shown:
            width = min(width, room)
        if sum(taken + gap for _, taken in shown) + width <= room:
            shown.append((node, width))
    return shown


def _read(sheet: Sheet, node: Node, at: Box) -> None:
    if not node.icon:
        sheet.middle(node, node.name, at, sheet.type.chip, "ink", "end")
    elif not sheet.frame.large:
        chip(sheet, node, Box(at.x, at.center[1] - CHIP_HEIGHT / 2, at.w, CHIP_HEIGHT))
    else:
        ink, side = CHIPS.get(node.hue, ("notice", "ink"))[1], SIGN * sheet.type.factor
        sheet.place(node.id, at)
        sheet.sign(node, Box(at.x, at.center[1] - side / 2, side, side), node.icon, ink, fill=True)
        words = side + SIGN_GAP
        style = sheet.type.key_bold if _read_height(sheet, node, at.w) <= HEADER else sheet.type.small
        high = sheet.frame.measure(node.name, style, at.w - words)[1]
        sheet.text(node, node.name, Box(at.x + words, max(0, (HEADER - high) / 2), at.w - words, 0), style, ink)


def _read_height(sheet: Sheet, node: Node, width: float) -> float:
    """The height in units of large words in so much width."""
    return sheet.frame.measure(node.name, sheet.type.key_bold, width - SIGN * sheet.type.factor - SIGN_GAP)[1]


def brand(sheet: Sheet, node: Node, x: float, y: float, leaf: str, ink: str, ink2: str, lines: int = LINES) -> float:
    """Mark and, as far as there is room for these `lines`, name and house; the right edge of it all."""
    factor, middle = sheet.type.factor, y + MARK / 2
    side, whole = MARK * factor, brand_width(sheet, node, lines)
    mark(sheet, node, Box(x, middle - side / 2, side, side), leaf)
    sheet.place(node.id, Box(x, middle - side / 2, whole, side))
    text, width = x + side + MARK_GAP, whole - side - MARK_GAP
    if lines == LINES:
        top = middle - BRAND_ABOVE * factor
        sheet.text(node, node.name, Box(text, top, width + 1, 0), sheet.type.button, ink)
        below = Box(text, top + BRAND_LINE * factor, width + 1, 0)
        sheet.text(node, node.value, below, sheet.type.small, ink2, part="value")
    elif lines:
        sheet.middle(node, node.name, Box(text, middle, width + 1, 0), sheet.type.button, ink)
    return x + whole


def brand_width(sheet: Sheet, node: Node, lines: int = LINES) -> float:
    """The width in units of the mark with so many lines beside it."""
    measure, side = sheet.frame.measure, MARK * sheet.type.factor
    words = (measure(node.name, sheet.type.button)[0], measure(node.value, sheet.type.small)[0])[:lines]
    return side + MARK_GAP + max(words) if words else side


def chip_width(sheet: Sheet, node: Node) -> float:
    """The width in units of a chip, or of words without one."""
    words = sheet.frame.measure(node.name, sheet.type.chip)[0] + 2
    return words + CHIP_SIDES + SIGN * sheet.type.factor + SIGN_GAP if node.icon else words


def chip_height(sheet: Sheet) -> float:
    """The height in units of a chip."""
    return CHIP_HEIGHT * sheet.type.factor


CHIPS = {
    "open": ("open_bg", "open_ink"),
    "closed": ("sunk", "ink"),
    "unknown": ("sunk", "ink"),
    "clock": ("sunk", "ink"),
}


def chip(sheet: Sheet, node: Node, at: Box) -> None:
    """A rounded label to read: sign and words, in the middle of a box and as high as its words need."""
    ground, ink = CHIPS.get(node.hue, ("notice", "ink"))
    high, side = max(at.h, chip_height(sheet)), SIGN * sheet.type.factor
    at = Box(at.x, at.center[1] - high / 2, at.w, high)
    sheet.place(node.id, at)
    sheet.fill(node, at, ground, at.h / 2)
    sheet.sign(node, Box(at.x + 16, at.center[1] - side / 2, side, side), node.icon, ink, fill=True)
    words = 16 + side + SIGN_GAP
    sheet.middle(node, node.name, Box(at.x + words, at.y, at.w - words - 18, at.h), sheet.type.chip, ink)
