"""The header: whose screen this is, open or closed, and the date. Only to read; nothing up there can be pressed."""

from __future__ import annotations

from kiosk.domain.node import Node
from kiosk.widgets.door import RISE, door, mark
from kiosk.widgets.pieces import Box
from kiosk.widgets.sheet import HEADER, Sheet

CHIP_HEIGHT, CHIP_SIDES = 48, 42
"""Units: of a chip in the usual size of words, and what of it lies beside its sign and words."""
SIGN, SIGN_GAP = 28, 8
MARK, MARK_GAP = 56, 18
BRAND_ABOVE, BRAND_LINE = 30, 34
"""Units from the middle of the mark up to the kiosk's name, and from there to the house's name below it."""
GAP = 24
LOWEST_FIELD, HIGHEST_DOOR = 200, 420
"""Units above the band from which on there is room for a field with the door; units of the door's opening in it."""
TALL = 0.6
"""Of its width: in a field higher than this the words stand above the door."""
OPENNESS = {"open": 1.0, "closed": 0.0, "unknown": 0.55, "clock": 0.55}
"""How far the door stands open, by what is known about it."""


def header(sheet: Sheet, nodes: tuple[Node, ...]) -> None:
    """Brand at the leading side; the rest at the trailing side, the first of it before the others if room is short.

    In low mode all of it stands in the night field above the band (look.md 7, reach), if there is a field.
    """
    frame = sheet.frame
    if frame.top >= LOWEST_FIELD:
        night_field(sheet, nodes)
        return
    house, *rest = nodes
    whole = frame.width - 2 * frame.margin - GAP * sheet.type.factor
    named = not rest or brand_width(sheet, house) + _width(sheet, rest[0]) <= whole
    y = (HEADER - MARK) / 2 - 2
    taken = brand(sheet, house, frame.margin, y, "mark_leaf", "ink", "ink2", named) - frame.margin
    right = frame.width - frame.margin
    for node, width in reversed(_shown(sheet, rest, whole - taken)):
        _read(sheet, node, Box(right - width, 0, width, HEADER))
        right -= width + GAP * sheet.type.factor


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
        sheet.middle(node, node.name, Box(at.x + words, at.y, at.w - words, at.h), sheet.type.key_bold, ink)


def night_field(sheet: Sheet, nodes: tuple[Node, ...]) -> None:
    """What lies above the reach of a hand: the door, whose screen this is, open or closed. Nothing to press.

    Wide, the door stands at the leading side of the words; upright, in the light below them.
    """
    frame = sheet.frame
    house, *rest = nodes
    field = Node("header.field", house.role)
    at = Box(0, 0, frame.width, frame.top)
    sheet.fill(field, at, "night")
    if frame.contrast:
        sheet.fill(field, Box(0, at.bottom - frame.border, at.w, frame.border), "night_line")
    tall = at.h > at.w * TALL
    height = min(at.h * (0.38 if tall else 0.69), HIGHEST_DOOR)
    opening = Box(at.w * (0.56 if tall else 0.14), at.bottom - height * 1.28, height * 0.43, height)
    openness = next((OPENNESS.get(node.hue, 0.55) for node in rest if node.hue), 0.55)
    door(sheet, field, opening, openness, at.bottom - opening.bottom)
    x = frame.margin + 16 if tall else opening.right + opening.w * 1.3
    words = Box(x, at.y, at.w - frame.margin - x, opening.y - RISE * height if tall else at.h)
    _field_words(sheet, house, rest, words)


def _field_words(sheet: Sheet, house: Node, rest: list[Node], at: Box) -> None:
    """Brand and house, then the opening large, then the rest: as much as there is room for."""
    measure, types = sheet.frame.measure, sheet.type
    lines = [
        (house, house.name, "name", types.lead_bold, "night_text"),
        (house, house.value, "value", types.body, "night_text2"),
    ]
    for number, node in enumerate(rest):
        style, colour = (types.heading, "night_text") if number == 0 else (types.body, "night_text2")
        lines.append((node, node.name, "name", style, colour))
    heights = [measure(said, style, at.w)[1] for _, said, _, style, _ in lines]
    while sum(heights) > at.h - 48 and len(lines) > 1:
        lines.pop()
        heights.pop()
    y = at.y + (at.h - sum(heights)) / 2
    for (node, said, part, style, colour), height in zip(lines, heights, strict=True):
        sheet.text(node, said, Box(at.x, y, at.w, 0), style, colour, part=part)
        y += height


def brand(sheet: Sheet, node: Node, x: float, y: float, leaf: str, ink: str, ink2: str, house: bool = True) -> float:
    """Mark, name and, unless there is no room for it, `house`; the right edge of it all."""
    factor, middle = sheet.type.factor, y + MARK / 2
    side = MARK * factor
    mark(sheet, node, Box(x, middle - side / 2, side, side), leaf)
    text, width = x + side + MARK_GAP, brand_width(sheet, node, house) - side - MARK_GAP
    sheet.place(node.id, Box(x, middle - side / 2, side + MARK_GAP + width, side))
    if house:
        top = middle - BRAND_ABOVE * factor
        sheet.text(node, node.name, Box(text, top, width + 1, 0), sheet.type.button, ink)
        below = Box(text, top + BRAND_LINE * factor, width + 1, 0)
        sheet.text(node, node.value, below, sheet.type.small, ink2, part="value")
    else:
        sheet.middle(node, node.name, Box(text, middle, width + 1, 0), sheet.type.button, ink)
    return text + width


def brand_width(sheet: Sheet, node: Node, house: bool = True) -> float:
    """The width in units of mark, name and house."""
    measure = sheet.frame.measure
    below = measure(node.value, sheet.type.small)[0] if house else 0.0
    return MARK * sheet.type.factor + MARK_GAP + max(measure(node.name, sheet.type.button)[0], below)


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
