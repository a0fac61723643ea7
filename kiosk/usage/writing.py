"""The book as text, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from kiosk.usage.book import Book
from kiosk.usage.figures import Sums

VERSION = 1
"""Of the form of the text."""


class Unreadable(ValueError):
    """A text that is no book."""


def as_text(book: Book) -> str:
    """One line of JSON."""
    made = {
        "version": VERSION,
        "day": book.day.isoformat() if book.day else None,
        "held": _nested(book.held),
        "undated_held": _nested(book.undated_held),
        "undated": _nested(book.undated),
        "months": {month: _nested(sums) for month, sums in sorted(book.months.items())},
        "told": {day.isoformat(): _nested(sums) for day, sums in sorted(book.told.items())},
    }
    return json.dumps(made, separators=(",", ":")) + "\n"


def from_text(text: str) -> Book:
    """The book that was written. Raises Unreadable."""
    try:
        made = json.loads(text)
        if made["version"] != VERSION:
            raise Unreadable(f"version {made['version']!r}, not {VERSION}")
        return Book(
            date.fromisoformat(made["day"]) if made["day"] else None,
            _sums(made["held"]),
            {date.fromisoformat(day): _sums(sums) for day, sums in made["told"].items()},
            {month: _sums(sums) for month, sums in made["months"].items()},
            _sums(made["undated_held"]),
            _sums(made["undated"]),
        )
    except Unreadable:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable(f"{type(error).__name__}: {error}") from error


def _nested(sums: Sums) -> dict[str, dict[str, int]]:
    """By figure and line, sorted: in which order things were used is nobody's concern."""
    made: dict[str, dict[str, int]] = {}
    for (figure, line), count in sorted(sums.items()):
        made.setdefault(figure, {})[line] = count
    return made


def _sums(made: Mapping[str, Mapping[str, Any]]) -> Sums:
    sums = Sums({(figure, line): count for figure, lines in made.items() for line, count in lines.items()})
    for cell, count in sums.items():
        if type(count) is not int or count < 0:
            raise Unreadable(f"{cell}: {count!r} is no sum")
    return sums
