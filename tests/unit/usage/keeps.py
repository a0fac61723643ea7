"""A program of its own that keeps a book once: so that it can be killed at each step, and a disk can refuse each.

python -m tests.unit.usage.keeps FOLDER VISITS
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from kiosk.usage.book import Book
from kiosk.usage.figures import ONE, VISITS, Sums
from kiosk.usage.metrics import as_metrics
from kiosk.usage.shelf import Shelf
from kiosk.usage.writing import as_text

DAY, NEXT = date(2026, 11, 23), date(2026, 11, 24)


def book_of(visits: int) -> Book:
    """A book with one day that was told, the day after it."""
    return Book(NEXT, Sums(), {DAY: Sums({(VISITS, ONE): visits})})


if __name__ == "__main__":
    book = book_of(int(sys.argv[2]))
    try:
        Shelf(Path(sys.argv[1])).keep(as_text(book), as_metrics(book, 0))
    except OSError as error:
        sys.exit(str(error))
