"""A row of the acceptance sheet: what to do, with which tool, what must come of it, and room for what did."""

from __future__ import annotations

from math import inf

from msgspec import Struct

from kiosk.loaders.faults import Both

ROOM = "____"
"""In what is to be written down: room for a hand."""


class Value(Struct, frozen=True):
    """A length in millimetres that follows from the settings, and the limits it must keep; shown with so many
    `digits` after the point."""

    name: Both
    mm: float
    least: float = 0.0
    most: float = inf
    digits: int = 0

    @property
    def kept(self) -> bool:
        """Whether it is within its limits, as exactly as it is shown."""
        return self.least <= round(self.mm, self.digits) <= self.most

    def text(self, language: str) -> str:
        """Name and figure in "de" or "en"."""
        return f"{getattr(self.name, language)} {figure(self.mm, language, self.digits)} mm"


class Row(Struct, frozen=True):
    """One thing that only hardware or people can show. `ids` are the rows of docs/accessibility.md; `source` says where
    the limit comes from; `write` is what to write down, with ROOM where a figure or a name goes; `computed` is what
    should be found on this terminal. All in words for somebody who looks after a house."""

    ids: tuple[str, ...]
    title: Both
    do: Both
    tool: Both
    limit: Both
    source: Both
    write: Both
    computed: tuple[Value, ...] = ()

    @property
    def kept(self) -> bool:
        """Whether all that can be computed is within its limits."""
        return all(value.kept for value in self.computed)


class Part(Struct, frozen=True):
    """Rows that are done together."""

    title: Both
    rows: tuple[Row, ...]


def same(text: str) -> Both:
    """What is alike in both languages: names of standards, or nothing."""
    return Both(text, text)


def figure(value: float, language: str, digits: int = 0) -> str:
    """A figure as the language writes it."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if language == "de" else text
