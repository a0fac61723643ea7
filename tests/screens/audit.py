"""What the product's own audit finds in a composed page (kiosk/screens/audit.py), and contrasts."""

from __future__ import annotations

from kiosk.domain.node import View
from kiosk.screens.audit import SMALLEST_TARGET, faults, unplaced, words
from kiosk.theme.tokens import Theme
from kiosk.widgets.pieces import Fill, Page, Sign, Text
from kiosk.widgets.sheet import Frame

__all__ = ["SMALLEST_TARGET", "contrast", "contrasts", "faults", "faults_of", "ground_at", "unplaced", "words"]


def faults_of(shown: list[tuple[View, Page]], frame: Frame) -> list[str]:
    """Everything wrong with all pages of one screen: what stands on none of them, and what is wrong with each."""
    pages = enumerate((page for _, page in shown), 1)
    return unplaced(shown) + [f"page {number}: {fault}" for number, page in pages for fault in faults(page, frame)]


def contrasts(page: Page, theme: Theme, words: float = 7.0, signs: float = 3.0, first: int = 0) -> list[str]:
    """Words with less than 7:1 to their ground (C-01; what is not available 4.5:1), signs with less than 3:1 (C-02);
    or with less than what else is asked of `words` and `signs`. Only from the piece with the number `first` on."""
    weak = []
    for number, piece in enumerate(page.pieces):
        if number >= first and isinstance(piece, Text | Sign):
            ground = ground_at(page, number, *piece.at.center)
            ratio = contrast(theme.rgb(piece.colour), theme.rgb(ground))
            least = signs if isinstance(piece, Sign) else 4.5 if piece.colour == "off_ink" and words <= 7 else words
            if ratio < least:
                weak.append(f"C-01: {piece.node}: {piece.colour} on {ground} has only {ratio:.1f}:1")
    return weak


def ground_at(page: Page, number: int, x: float, y: float) -> str:
    """The colour at a point, as the pieces before the one with this number leave it."""
    under = [piece for piece in page.pieces[:number] if isinstance(piece, Fill) and piece.at.contains(x, y)]
    return under[-1].colour if under else page.ground


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The WCAG 2 contrast ratio of two colours."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: tuple[float, float, float]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
