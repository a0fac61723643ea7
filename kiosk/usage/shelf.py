"""Where the book lies: one file, replaced as a whole, so that it is always the old one or the new one.

Why no database: the book is one small text that is written once an hour at most and read once at a start. SQLite would
keep a journal beside it, needs a writable folder even to be read (its shared memory), and leaves deleted rows in the
file until they are overwritten. A file that is replaced by a rename keeps nothing, and staff can read it.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

from kiosk.runtime.state import METRICS
from kiosk.usage.book import Book
from kiosk.usage.writing import Unreadable, from_text

log = logging.getLogger(__name__)

BOOK, EXPORT = "usage.json", "usage.prom"
BROKEN = "usage.broken.json"
"""What could not be read is put aside under this name, for somebody to look at."""
NEW = ".new"
"""The end of the name of a file that is being written: node exporter reads only what ends in .prom."""
FOR_US, FOR_ALL = 0o600, 0o644
"""The book holds sums that are not told yet, so only the kiosk and root read it; node exporter reads the export."""


class Shelf:
    """The state folder of the terminal."""

    def __init__(self, folder: Path) -> None:
        self._book, self._export = folder / BOOK, folder / METRICS / EXPORT
        self._exported = ""

    def read(self) -> Book:
        """The book as it was kept last, a new one where there is none. What is no book is put aside and told of.

        Raises OSError where there may be one that cannot be read now: whoever goes on with a new book would write over
        it."""
        try:
            return read_book(self._book)
        except FileNotFoundError:
            return Book()
        except Unreadable as fault:
            aside = self._book.with_name(BROKEN)
            log.error("%s: %s; put aside as %s, counting begins anew", self._book, fault, aside.name)
            os.replace(self._book, aside)
            return Book()

    def keep(self, book: str, export: str) -> None:
        """Keep both texts; first the book, so that nothing is ever exported that is not in it. An export that has not
        changed stays untouched: its age must not tell that somebody was here. Raises OSError."""
        replace(self._book, book, FOR_US)
        if export == self._exported:
            return
        folder = self._export.parent
        if not folder.is_dir():
            folder.mkdir()
            folder.chmod(0o755)
        replace(self._export, export, FOR_ALL)
        self._exported = export


def read_book(path: Path) -> Book:
    """The book in a file. Raises OSError and Unreadable."""
    try:
        return from_text(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable(str(error)) from error


def replace(path: Path, text: str, mode: int) -> None:
    """Put a text in the place of the one that is there: the disk has all of it before it gets the name, and knows the
    name before this returns. Raises OSError; then the old text is there still, whole."""
    new = path.with_name(path.name + NEW)
    try:
        with open(new, "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), mode)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
