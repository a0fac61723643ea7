"""The work of a run: two processes with a window each compose every picture, and paint those that are not there yet."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.preview.camera import Camera
from kiosk.preview.pictures import Record, key_of, painters, record_of
from kiosk.preview.problems import problems_of
from kiosk.preview.wishes import ROOT, Size, Wish, modes_name, wishes

PARTS = 2
"""Processes: a staff machine has two cores at least, and each process takes a whole one."""


class Failed(Exception):
    """A process of ours could not do its part; the words are what it said."""


def part(options: argparse.Namespace) -> None:
    """Do one part of the work on a window of one size; a line of JSON on stdout for every wish that is done."""
    size = options.size[0]
    camera = Camera(options.content, options.config, size)
    number, count = options.part
    painted_by = painters()
    try:
        mine = shares(wishes(camera.catalog, options), count)[number]
        for wish in mine:
            records = list(_pictures(camera, wish, size, options, painted_by))
            print(json.dumps({"name": f"{wish.language} {wish.place.id}", "records": records}), flush=True)
    finally:
        camera.close()


def shares(wanted: list[Wish], count: int) -> list[list[Wish]]:
    """The work in as many equal parts: each has languages of its own, for words that were drawn once are kept."""
    return [wanted[len(wanted) * n // count : len(wanted) * (n + 1) // count] for n in range(count)]


def _pictures(camera: Camera, wish: Wish, size: Size, options: argparse.Namespace, painted_by: str) -> Iterator[Record]:
    for shot in camera.shots(wish.place, wish.language, wish.modes):
        record = record_of(wish, size, shot, key_of(shot, camera.colours(shot), painted_by))
        path = options.out / record["file"]
        new = options.all or not path.exists()
        if new:
            camera.develop(shot, path)
        yield record | {"problems": problems_of(shot, wish.language, camera.catalog), "new": new}


def all_parts(options: argparse.Namespace, sizes: list[Size], done: Callable[[str], None]) -> list[Record]:
    """Have all parts done, two at a time; `done` is told of every place that is. Raises Failed."""
    lock = threading.Lock()

    def tell(name: str) -> None:
        with lock:
            done(name)

    with ThreadPoolExecutor(PARTS) as pool:
        jobs = [pool.submit(_run, options, size, n, tell) for size in sizes for n in range(PARTS)]
        return [record for job in jobs for record in job.result()]


def _run(options: argparse.Namespace, size: Size, number: int, tell: Callable[[str], None]) -> list[Record]:
    given = ["--size", f"{size[0]}x{size[1]}", "--part", f"{number}/{PARTS}", *_again(options)]
    command = [sys.executable, str(ROOT / "run_kiosk.py"), "preview", *given]
    records: list[Record] = []
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True, encoding="utf-8") as process:
            for line in process.stdout or ():
                found = json.loads(line)
                records += found["records"]
                tell(found["name"])
        if process.returncode:
            said.seek(0)
            raise Failed(said.read().strip() or f"exit code {process.returncode}")
    return records


def _again(options: argparse.Namespace) -> Iterator[str]:
    """The command line of a part, but for its size."""
    yield from (str(Path(options.folder).resolve()), "--out", str(options.out))
    for code in options.language or ():
        yield from ("--language", code)
    for name in options.screen or ():
        yield from ("--screen", name)
    yield from (f"--{name}" for name in ("every", "all") if getattr(options, name))
    yield from ("--modes", ",".join(modes_name(modes) for modes in options.modes))
