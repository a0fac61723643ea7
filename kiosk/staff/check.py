"""`run_kiosk.py check`: reads everything that staff wrote and says what is wrong, where, and how to mend it."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kiosk.domain.problem import Problem
from kiosk.loaders.files import MOST_FILES, SUFFIX
from kiosk.staff import links
from kiosk.staff.progress import Bar
from kiosk.staff.reading import problems_in
from kiosk.staff.report import Report, print_problems, write
from kiosk.staff.report_formats import as_github, as_json
from kiosk.text import fonts

SOUND, FAULTY, CANNOT_RUN = 0, 1, 2
"""Exit codes, for scripts: nothing to mend, something to mend, not even looked at."""

WORTH_A_BAR = 400
"""Files from which on reading takes more than a quarter of a second (benchmarks/check.py: 0.6 ms each)."""

WORDS = {
    "de": {
        "cannot": "{place}: Hier ist kein Ordner „content“. Den Ordner angeben, in dem content und config liegen.",
        "reading": "Dateien",
        "offline": "Keine einzige Adresse war zu erreichen. Hat dieser Rechner Internet? Die Links sind nicht geprüft.",
    },
    "en": {
        "cannot": "{place}: there is no folder 'content' here. Name the folder that holds content and config.",
        "reading": "files",
        "offline": "Not one address could be reached. Has this computer internet? The links are not checked.",
    },
}
_HERE = Path(__file__).resolve().parents[2]


def main(argv: Sequence[str]) -> int:
    """Check a folder and print what was found. The exit code: 0 sound, 1 errors (with --strict also warnings), 2 not
    looked at."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return CANNOT_RUN if stop.code else SOUND
    words = WORDS[options.language]
    if not (options.folder / "content").is_dir():
        write(sys.stderr, words["cannot"].format(place=options.folder))
        return CANNOT_RUN
    try:
        problems = _read(options.folder, words["reading"])
        asked = _asked(options) if options.links else []
    except fonts.FontsMissing as missing:
        write(sys.stderr, str(missing))
        return CANNOT_RUN
    except KeyboardInterrupt:  # somebody has waited long enough
        write(sys.stderr, "")
        return CANNOT_RUN
    report = Report.of([*problems, *(asked or ())])
    try:
        if report.every or asked is not None:  # without internet nothing is called sound
            _print(report, options)
    except BrokenPipeError:  # `check | head`: the reader has seen enough; Python's own flush at exit must not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if asked is None:
        write(sys.stderr, words["offline"])
        return CANNOT_RUN
    return FAULTY if report.errors or (options.strict and report.warnings) else SOUND


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run_kiosk.py check", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=_HERE, metavar="DIR", help="holds content/ and config/")
    parser.add_argument("--language", choices=("de", "en"), default="de", help="language of the report")
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="for people, for scripts, or for GitHub, which shows it beside the lines",
    )
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    parser.add_argument("--links", action="store_true", help="ask every site that codes lead to (needs internet)")
    return parser


def _read(folder: Path, name: str) -> list[Problem]:
    """Every problem of the files; with a bar where somebody watches and it takes a while."""
    bar = _bar(count_files(folder / "content"), WORTH_A_BAR)
    if bar is None:
        return problems_in(folder, date.today())
    problems = problems_in(folder, date.today(), lambda _: bar.step(name))
    bar.end()
    return problems


def _asked(options: argparse.Namespace) -> list[Problem] | None:
    """Every problem of the addresses; None if not one site could be reached."""
    found = links.addresses(options.folder)
    bar = _bar(len(found), 1)
    try:
        return links.problems_of(found, lambda host: bar.step(host) if bar else None)
    except links.Offline:
        return None
    finally:
        if bar:
            bar.end()


def _bar(total: int, least: int) -> Bar | None:
    """A bar, if somebody watches and there are at least so many steps."""
    bar = Bar(total, sys.stderr, time.monotonic)
    return bar if bar.watched and total >= least else None


def count_files(folder: Path) -> int:
    """About how many files will be read below a folder; never looks at more than may be there."""
    count = 0
    for _, _, names in os.walk(folder):
        count += sum(name.endswith(SUFFIX) for name in names)
        if count > MOST_FILES:
            break
    return count


def _print(report: Report, options: argparse.Namespace) -> None:
    if options.format == "json":
        write(sys.stdout, as_json(report))
    elif options.format == "github":
        write(sys.stdout, *as_github(report, options.folder, options.language))
    else:
        print_problems(report.every, sys.stdout, options.language)
    sys.stdout.flush()
