"""The acceptance sheet as a command: `run_kiosk.py doctor --acceptance`, what must be verified on site, with ruler,
tape measure, meters, phones and people, computed for this terminal's settings."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from kiosk.domain.catalog import codes_of
from kiosk.domain.problem import Problem, Severity
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.staff.doctor.printable import as_page
from kiosk.staff.doctor.sheet import Sheet, as_text, sheet_for
from kiosk.text.bindings import PangoMissing
from kiosk.text.fonts import FontsMissing

GOOD, NOT_GOOD, NOT_MADE = 0, 1, 2
"""Exit codes: the sheet is made; it is made, but a computed value is out of its limits or the files have errors; it is
not made."""
WORDS = {
    "de": {
        "errors": "{count} Fehler in Einstellungen und Inhalten, was dort steht, fehlt auf dem Blatt: run_kiosk.py "
        "check",
        "nothing": "{place}: Ohne Inhalte gibt es keine Bildschirme zu messen: run_kiosk.py check",
        "written": "{place}: geschrieben. Im Browser öffnen und drucken.",
    },
    "en": {
        "errors": "{count} errors in settings and content, what stands there is missing on the sheet: run_kiosk.py "
        "check",
        "nothing": "{place}: without content there are no screens to measure: run_kiosk.py check",
        "written": "{place}: written. Open it in a browser and print it.",
    },
}


def make(options: argparse.Namespace) -> int:
    """Make the sheet and print it, or write it as a page; the exit code."""
    words = WORDS[options.language]
    try:
        sheet, errors = _sheet(options.content, options.config)
    except (FontsMissing, PangoMissing) as missing:
        print(missing, file=sys.stderr)
        return NOT_MADE
    if sheet is None:
        print(words["nothing"].format(place=options.content), file=sys.stderr)
        return NOT_MADE
    if errors:
        print(words["errors"].format(count=errors), file=sys.stderr)
    try:
        _hand_out(sheet, options)
    except BrokenPipeError:  # `doctor | head`: the reader has seen enough; Python's own flush at exit must not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(error, file=sys.stderr)
        return NOT_MADE
    return NOT_GOOD if errors or sheet.wrong else GOOD


def _sheet(content: Path, config: Path) -> tuple[Sheet | None, int]:
    """The sheet, None without content, and how many errors the files have. Raises FontsMissing and PangoMissing."""
    settings, problems = load_settings(config)
    catalog, more = load_catalog(content, settings.hosts)
    codes, waiting = codes_of(catalog)
    strings, others = load_strings(content, codes, in_preparation=waiting)
    every: tuple[Problem, ...] = (*problems, *more, *others)
    errors = len({(p.path, p.line, p.column, p.reason["de"]) for p in every if p.severity is Severity.ERROR})
    if catalog is None or strings is None:
        return None, errors
    return sheet_for(settings, catalog, strings), errors


def _hand_out(sheet: Sheet, options: argparse.Namespace) -> None:
    if options.html is None:
        print(as_text(sheet, options.language), end="", flush=True)
        return
    options.html.write_text(as_page(sheet, options.language), encoding="utf-8")
    print(WORDS[options.language]["written"].format(place=options.html), flush=True)
