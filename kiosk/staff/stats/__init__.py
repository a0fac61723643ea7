"""`run_kiosk.py stats`: how the kiosk was used, in sums without persons: as a table, as CSV, or as one page to print.

Zeigt, wie der Kiosk genutzt wurde: nur Summen, ab fünf Besuchen, niemals einzelne Besuche (docs/privacy.md).
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kiosk.domain.catalog import Catalog
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.staff.report import write
from kiosk.staff.stats.page import as_page
from kiosk.staff.stats.period import Span, Told, month_span, told_of, usual_span
from kiosk.staff.stats.table import as_sheet, as_text
from kiosk.staff.stats.words import Names
from kiosk.staff.usual import STATE, usual_config, usual_content, usual_state
from kiosk.usage.book import Book
from kiosk.usage.shelf import BOOK, read_book
from kiosk.usage.writing import Unreadable

TOLD, NOTHING, NOT_MADE = 0, 1, 2
CODES = "exit codes: 0 told; 1 there is nothing to tell of this time; 2 the sums cannot be read, or a file not written"
SAID = {
    "de": {
        "no_right": "{place}: Das darf nur der Kiosk selbst lesen und wer das Terminal betreut: sudo davor setzen.",
        "broken": "{place}: Darin stehen keine Summen ({why}). Der Kiosk legt die Datei beim nächsten Start beiseite.",
        "no_file": "{place}: {why}. Gibt es den Ordner, und darf hier gelesen und geschrieben werden?",
        "written": "{place}: geschrieben.",
    },
    "en": {
        "no_right": "{place}: only the kiosk and whoever looks after the terminal may read this: put sudo before it.",
        "broken": "{place}: there are no sums in it ({why}). The kiosk puts the file aside at its next start.",
        "no_file": "{place}: {why}. Is there such a folder, and may you read and write in it?",
        "written": "{place}: written.",
    },
}


def main(argv: Sequence[str]) -> int:
    """Tell the figures; the exit code, as `--help` explains it."""
    options = _parser().parse_args(argv)
    said = SAID[options.language]
    place = options.state / BOOK
    try:
        book = read_book(place)
    except FileNotFoundError:
        book = Book()
    except PermissionError:
        return _not_made(said["no_right"].format(place=place))
    except Unreadable as fault:
        return _not_made(said["broken"].format(place=place, why=fault))
    except OSError as error:
        return _not_made(said["no_file"].format(place=place, why=error.strerror))
    span = _span(options, book)
    told = told_of(book, span) if span else None
    try:
        _hand_out(told, Names.of(_catalog(options), options.language), options)
    except BrokenPipeError:  # `stats | head`: the reader has seen enough; Python's own flush at exit must not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        return _not_made(said["no_file"].format(place=error.filename, why=error.strerror))
    return TOLD if told and told.visits else NOTHING


def _not_made(words: str) -> int:
    write(sys.stderr, words)
    return NOT_MADE


def _span(options: argparse.Namespace, book: Book) -> Span | None:
    """The time that was asked for; one that is open at an end goes on to the first or last day that there is."""
    if options.month:
        return month_span(*options.month)
    usual = usual_span(book)
    if not (options.first or options.last):
        return usual
    first = options.first or min((*book.told, options.last))
    return Span(first, options.last or max(book.last or first, first))


def _catalog(options: argparse.Namespace) -> Catalog | None:
    """The content, for its names only: what is wrong with it is told by `check`."""
    settings, _ = load_settings(options.config)
    return load_catalog(options.content, settings.hosts)[0]


def _hand_out(told: Told | None, names: Names, options: argparse.Namespace) -> None:
    """Everything that was asked for. Raises OSError."""
    if options.html:
        page = as_page(told, names, platform.node(), date.today())
        options.html.write_text(page, encoding="utf-8")
    if options.csv:
        sheet = as_sheet(told, names) if told else b""
        options.csv.write_bytes(sheet)
    for place in filter(None, (options.html, options.csv)):
        write(sys.stdout, SAID[options.language]["written"].format(place=place))
    if told is None or not told.visits:
        write(sys.stdout, names["nothing" if told else "nothing_yet"])
    elif not (options.html or options.csv):
        write(sys.stdout, *as_text(told, names))
    sys.stdout.flush()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r}: kein Tag, so schreiben / not a day, write it as: 2026-11-23"
        ) from None


def _month(text: str) -> tuple[int, int]:
    try:
        day = date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r}: kein Monat, so schreiben / not a month, write it as: 2026-11"
        ) from None
    return day.year, day.month


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="run_kiosk.py stats",
        description=__doc__,
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--from", dest="first", type=_day, metavar="DAY", help="the first day, such as 2026-11-01")
    made.add_argument("--to", dest="last", type=_day, metavar="DAY", help="the last day; else the last that is told")
    made.add_argument("--month", type=_month, metavar="MONTH", help="one month, such as 2026-11, instead of days")
    made.add_argument("--csv", type=Path, metavar="FILE", help="write a sheet for a spreadsheet program")
    made.add_argument("--html", type=Path, metavar="FILE", help="write one page with charts, to look at and to print")
    made.add_argument("--language", choices=("de", "en"), default="de", help="language of the figures")
    made.add_argument("--content", type=Path, default=usual_content(), metavar="DIR", help="where the names come from")
    made.add_argument("--config", type=Path, default=usual_config(), metavar="FILE", help="this terminal's settings")
    made.add_argument("--state", type=Path, default=usual_state() or STATE, metavar="DIR", help="where the sums are")
    return made
