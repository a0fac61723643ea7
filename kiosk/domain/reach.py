"""What a hand reaches from a wheelchair, on a panel that hangs at a given height.

EN 301 549 8.3.0 recommends 800 to 1100 mm above the floor; in low mode everything to press lies there
(accessibility.md R-02). On a panel that hangs too high or too low for that, the band comes as near to it as it can.
"""

from __future__ import annotations

from math import ceil

from msgspec import Struct

from kiosk.domain.settings import Panel

LOWEST_MM, HIGHEST_MM = 800, 1100
NEEDED_MM, NEEDED_UPRIGHT_MM = 200, 300
"""A band lower than this holds no screen: keys, a title and two lines of tiles; upright the keys have two rows."""
EDGE_MM = 10
"""Targets keep this much from the edge of the glass anyway (S-02), so the band may begin so much below its limit."""


class Band(Struct, frozen=True):
    """Where everything to press is in low mode, in millimetres from the lower edge of the glass up."""

    bottom_mm: float
    top_mm: float

    def within(self, panel: Panel) -> bool:
        """Whether all of it is between 800 and 1100 mm above the floor."""
        low, high = panel.bottom_edge_mm + self.bottom_mm + EDGE_MM, panel.bottom_edge_mm + self.top_mm
        return low >= LOWEST_MM and high <= HIGHEST_MM


def band(panel: Panel, height_mm: float, upright: bool = False) -> Band:
    """The band on a glass of this height: between the limits, or as near to them as a usable screen allows."""
    needed = needed_mm(upright)
    bottom = max(0.0, LOWEST_MM - EDGE_MM - panel.bottom_edge_mm)
    bottom = max(0.0, min(bottom, height_mm - needed))
    top = min(height_mm, max(bottom + needed, HIGHEST_MM - panel.bottom_edge_mm))
    return Band(bottom, top)


def needed_mm(upright: bool) -> int:
    """How high the band is at least, in millimetres."""
    return NEEDED_UPRIGHT_MM if upright else NEEDED_MM


def hangs_well(height_mm: float, upright: bool = False) -> tuple[int, int]:
    """The lowest and the highest lower edge of a glass of this height, in millimetres above the floor, with which low
    mode keeps its limits."""
    needed = needed_mm(upright)
    lowest = LOWEST_MM - EDGE_MM - max(0.0, height_mm - needed)
    return max(0, ceil(lowest)), HIGHEST_MM - int(min(height_mm, needed))
