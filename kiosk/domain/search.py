"""What a search finds, and the one way to ask it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from kiosk.domain.language import Said


class Hit(Struct, frozen=True):
    """One thing that has been found: the route that shows such things (`kind`), its id, and the text in which what was
    typed stands, with the characters (start, end) that match. That text may be its name in the visitor's language or
    in German, its short line, or another word for it."""

    kind: str
    id: str
    text: Said
    spans: tuple[tuple[int, int], ...] = ()


Find = Callable[[str, str], tuple[Hit, ...]]
"""Finds what somebody means who types a text (first argument) on a screen in a language (second), the best first."""


def finds_nothing(query: str, language: str) -> tuple[Hit, ...]:
    """A centre without a search."""
    return ()
