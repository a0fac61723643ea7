"""The ways in which a visitor can have the screen made easier, each by one key, in any combination."""

from __future__ import annotations

from enum import Enum


class Mode(Enum):
    """One of them. The value is the end of its key's id and of the names of its words."""

    LARGE = "large"
    """Words 1.5 times as large, no needed text with capitals lower than 7.3 mm (EN 301 549 5.1.4 at 600 mm)."""
    CONTRAST = "contrast"
    """White on black: words at least 10:1 (accessibility.md C-01)."""
    LOW = "low"
    """Everything to press between 800 and 1100 mm above the floor (EN 301 549 8.3.0; accessibility.md R-02)."""


Modes = frozenset[Mode]
NO_MODES: Modes = frozenset()
"""What a new visitor finds."""
