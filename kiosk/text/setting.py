"""What a text is to look like."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kiosk.text import scripts

Align = Literal["start", "center", "end"]
Ranges = tuple[tuple[int, int], ...]
"""Pairs of (start, end) characters; the end is not included."""


class TypeStyle(NamedTuple):
    """How a text is set: `size` in px, the `line` height as a ratio of the size, letter `spacing` in em.

    These are the numbers of look.md, section 3, for Latin; other scripts are adjusted to them (kiosk.text.scripts).
    """

    size: float
    bold: bool
    line: float
    spacing: float = 0.0


class Setting(NamedTuple):
    """Everything that decides how a text looks. Equal settings give equal pictures."""

    text: str
    style: TypeStyle
    language: str
    script: str
    rtl: bool
    width: float | None = None
    align: Align = "start"
    bold_ranges: Ranges = ()

    @property
    def size(self) -> float:
        """Of the letters, in px."""
        return scripts.size(self.script, self.style.size)

    @property
    def line_height(self) -> int:
        """Of one line, in px."""
        return scripts.line_height(self.script, self.style.size, self.style.line)
