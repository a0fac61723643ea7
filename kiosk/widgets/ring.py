"""The focus ring: it shows what the keypad is on, around keys and words alike."""

from __future__ import annotations

from kiosk.theme import tokens
from kiosk.widgets.pieces import Box, Outline
from kiosk.widgets.sheet import Frame

INSIDE, OUTSIDE = 6, 5
INSIDE_CONTRAST, OUTSIDE_CONTRAST = 5, 8
"""Units of the two lines, together 3.4 and 4.0 mm (look.md 6; accessibility.md F-02 asks for at least 1.5 mm)."""


def ring(at: Box, frame: Frame, radius: float = tokens.R_TILE) -> tuple[Outline, ...]:
    """Two lines around a box whose corners have this radius: one of them stands out from any ground. Both are on the
    glass, even around what fills it."""
    inside = INSIDE_CONTRAST if frame.contrast else INSIDE
    outside = OUTSIDE_CONTRAST if frame.contrast else OUTSIDE
    outer = _whole(_within(at.inset(-inside - outside), Box(0, 0, frame.width, frame.height)), frame.scale)
    around = radius + inside + outside
    return (
        Outline("", outer, "focus_out", outside, around),
        Outline("", outer.inset(outside), "focus_in", inside, around - outside),
    )


def _whole(box: Box, scale: float) -> Box:
    """The box on whole pixels: between two half ones a line would lose one."""
    left, top, right, bottom = (round(edge * scale) / scale for edge in (box.x, box.y, box.right, box.bottom))
    return Box(left, top, right - left, bottom - top)


def _within(box: Box, whole: Box) -> Box:
    left, top = max(box.x, whole.x), max(box.y, whole.y)
    return Box(left, top, min(box.right, whole.right) - left, min(box.bottom, whole.bottom) - top)
