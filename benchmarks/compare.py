"""Measures the kiosk beside what a city would take instead: a web page in Chromium, and a Qt app, with the same pages.
benchmarks/README.md tells what is measured, and how. Needs `python3 tools/prepare.py bench`.

    .venv/bin/python -m benchmarks.compare [--quick] [--cold] [--rounds 5] [--taps 100] [--services 1000]
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.outside.eye import Pixels, likeness
from benchmarks.outside.processes import Processes, adopt_orphans
from benchmarks.outside.round import START_PATIENCE_S, STILL_S, Found, Pace, measure
from benchmarks.peers import programs
from benchmarks.peers.book import Book
from benchmarks.peers.programs import BUILD, ROOT, Program
from benchmarks.peers.qt_app import Qt
from benchmarks.peers.script import Step, reading, steps
from benchmarks.peers.web import Web
from benchmarks.results import Results
from benchmarks.tree import write_large
from tests.gui.atspi_bus import bus
from tests.gui.sound_server import SoundServer

IDLE_S, QUICK_IDLE_S = 45.0, 15.0
ALOUD_S = 20.0
FIRST_S = 40.0
"""How long each program is left alone once before the rounds: it makes its profile or its cache, as on a terminal."""
ALIKE = 0.9
"""Two programs that show the same page look at least so alike from afar."""


@dataclass(frozen=True)
class Lobby:
    """What is around all programs: a sound server and a bus without any listener, and which processes those are."""

    environment: Mapping[str, str]
    others: Sequence[int]


@contextmanager
def lobby() -> Iterator[Lobby]:
    """A loudspeaker, and a session with an accessibility bus on which no screen reader listens."""
    with tempfile.TemporaryDirectory(prefix="kiosk-lobby-") as name, ExitStack() as stack:
        sound = SoundServer(Path(name))
        stack.callback(sound.kill)
        sound.start()
        session = stack.enter_context(bus(Path(name), listening=False))
        bus_address = {key: session[key] for key in ("DBUS_SESSION_BUS_ADDRESS",)}
        yield Lobby({**sound.environment, **bus_address}, Processes([]).numbers())


def tree_of(services: int, folder: Path) -> Path:
    """The tree with so many services: the real one for 0."""
    if not services:
        return ROOT
    write_large(folder, services)
    return folder


def copies_in(tree: Path) -> dict[str, str]:
    """Of the services in a tree those that are copies, each with the service that it is one of."""
    real = {file.stem for file in (ROOT / "content" / "services").iterdir()}
    there = {file.stem for file in (tree / "content" / "services").iterdir()}
    begins = {name[:34]: name for name in real}
    return {name: begins[name.rpartition("-")[0]] for name in there - real}


def made(book: Book, tree: Path, wanted: Sequence[str]) -> list[Program]:
    """The programs, their data made anew from the book."""
    place, copies = BUILD / "data" / tree.name, copies_in(tree)
    shutil.rmtree(place, ignore_errors=True)
    found = []
    if any(name.startswith("chromium") for name in wanted):
        site = Web(book).write(place / "web", copies)
        found += [programs.chromium(site, tuned=False), programs.chromium(site, tuned=True)]
    if "qml" in wanted:
        found.append(programs.qml(Qt(book, place / "qml").write(copies)))
    if "kiosk" in wanted:
        found.insert(0, programs.kiosk(tree))
    return [program for program in found if program.name in wanted]


def drop(files: Sequence[Path]) -> None:
    """Drop files from the page cache: the next start reads them from the disk. Others' files stay."""
    os.sync()
    for root in files:
        for path in [root] if root.is_file() else root.rglob("*"):
            if path.is_file() and not path.is_symlink():
                with path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def parser() -> argparse.ArgumentParser:
    """The options."""
    known = ["kiosk", "chromium", "chromium, tuned", "qml"]
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--taps", type=int, default=100, help="touches in a round, at least")
    options.add_argument("--idle", type=float, default=IDLE_S, help="seconds of a still screen; 0: nothing but touches")
    options.add_argument("--still", type=float, default=STILL_S, help="seconds without change: a page is there")
    options.add_argument("--quick", action="store_true", help="one round of 20 touches: to see that it works")
    options.add_argument("--cold", action="store_true", help="each start reads its files from the disk")
    options.add_argument("--services", type=int, default=0, help="so many, made from the real ones")
    options.add_argument("--program", action="append", choices=known, help="only this one (several times)")
    options.add_argument("--before-others", action="store_true", help="all of it before other work of this machine")
    options.add_argument("--name", default="compare", help="build/NAME.json and .md")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table, write build/compare.json and build/compare.md; 1 if a touch or a start failed."""
    options = parser().parse_args(arguments)
    if options.quick:
        options.rounds, options.taps, options.idle = 1, 20, QUICK_IDLE_S
    if options.before_others:
        os.nice(-15)
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="kiosk-tree-") as folder, lobby() as around:
        tree = tree_of(options.services, Path(folder) / f"{options.services}")
        book = Book(tree)
        wanted = options.program or ["kiosk", "chromium", "chromium, tuned", "qml"]
        compared = made(book, tree, wanted)
        results = Results(options.name, [program.name for program in compared], vars(options))
        patience = START_PATIENCE_S * max(1, options.services // 50)
        for program in compared if options.idle else ():
            once = Pace(start_patience_s=patience, rests_s=FIRST_S)
            measure(program, (), around.environment, around.others, once)
        _rounds(options, book, compared, around, results, patience)
    print(results.table())
    print(results.save())
    return 1 if results.faults else 0


def _rounds(
    options: argparse.Namespace,
    book: Book,
    compared: Sequence[Program],
    around: Lobby,
    results: Results,
    patience: float,
) -> None:
    """Round by round, each beginning with another program; what was found is saved after each."""
    pages: dict[str, dict[str, Pixels]] = {}
    for number in range(options.rounds):
        script = steps(book, options.taps, number)
        first = number % len(compared)
        for program in [*compared[first:], *compared[:first]]:
            if options.cold:
                drop(program.files)
            pictures = BUILD / "pictures" / options.name / program.name if number == 0 else None
            found, pages[program.name] = measure(
                program,
                script,
                around.environment,
                around.others,
                Pace(options.still, options.idle, ALOUD_S if options.idle else 0, patience),
                reads=reading(book),
                pictures=pictures,
            )
            results.add(found)
            results.save()
            _tell(number, found)
        _same_pages(script, pages, results)


def _tell(number: int, found: Found) -> None:
    when = time.strftime("%H:%M:%S")
    start, missed = found.start["complete"], len(found.missed)
    what = f"{when} round {number + 1} {found.program}: start {start:.0f} ms, {missed} missed"
    print(what, file=sys.stderr, flush=True)


def _same_pages(script: Sequence[Step], pages: Mapping[str, Mapping[str, Pixels]], results: Results) -> None:
    """Every program must have shown the same pages: how alike each one's are to those of the first."""
    (first, ours), *others = pages.items()
    for name, theirs in others:
        for page in {step.page for step in script if step.checked}:
            if page in ours and page in theirs:
                results.alike(f"{name} and {first}", page, likeness(ours[page], theirs[page]), ALIKE)


if __name__ == "__main__":
    sys.exit(main())
