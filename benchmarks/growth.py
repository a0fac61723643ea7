"""Measures how the kiosk grows with its content, from 10 to 10,000 services in 17 languages: start, page changes, a
change of language, search and memory, each size in turn. benchmarks/README.md tells what is measured, and how.

    .venv/bin/python -m benchmarks.growth [--sizes 10,100,1000,10000] [--rounds 5] [--trees DIR]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import tree
from benchmarks.figures import BUILD, Figures
from benchmarks.growth_verdict import chart, told, verdicts
from benchmarks.growth_visit import kiosk
from benchmarks.tree import ROOT, keep_few, write_large
from tests.gui.touch_screen import TouchScreen

SIZES = (10, 100, 1_000, 10_000)
SCREEN = (1920, 1080)
MOST_S = 180
"""Of one kiosk: then something is wrong."""
REST_S = 2.1
"""After so long files are at rest (kiosk.compiled.sources.SETTLED_NS)."""


def made(folder: Path, services: int) -> Path:
    """A tree of so many services; made anew where the shipped content, of which it is made, is another one by now."""
    source = folder / "made of"
    if source.exists() and source.read_text() == shipped():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    write_large(folder, services, distinct=True)
    if services < len(list((ROOT / "content" / "services").iterdir())):
        keep_few(folder, services)
    source.write_text(shipped())
    time.sleep(REST_S)
    return folder


def shipped() -> str:
    """A mark of all that trees are made of."""
    files = [Path(tree.__file__), *sorted((ROOT / "content").rglob("*.yaml")), *sorted((ROOT / "config").rglob("*"))]
    digest = hashlib.blake2b(digest_size=16)
    for file in files:
        if file.is_file():
            digest.update(f"{file.relative_to(ROOT)}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def keep(folder: Path) -> None:
    """Read a tree and keep it, as the child of live update does; what that took goes to stdout: nothing if it is kept
    already, of these very files by this very program."""
    from kiosk.app import places_of
    from kiosk.compiled.cache import Cache, seal_of
    from kiosk.content import read

    places = places_of(options_of(folder))
    seal = seal_of(places)
    if seal and not seal.settled:  # the program has just been changed
        time.sleep(REST_S)
        seal = seal_of(places)
    assert seal and seal.settled
    cache = Cache(folder / "cache")
    if cache.find(seal.mark):
        print(json.dumps({}))
        return
    start = time.process_time()
    content = read(places)
    took = time.process_time() - start
    assert cache.keep(seal.mark, content)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(one.stat().st_size for one in (folder / "cache").iterdir()) / 1e6
    print(json.dumps({"read": took, "keep": time.process_time() - start - took, "peak": peak, "size": size}))


def options_of(folder: Path) -> argparse.Namespace:
    """The command line of a kiosk of this tree."""
    return argparse.Namespace(
        content=folder / "content", config=folder / "config" / "kiosk.yaml", window=None, now=None
    )


def one(what: str, folder: Path, timeout: float | None = None, screen: str = "") -> dict[str, Any]:
    """What a process found: there is one window in each, on the X `screen`."""
    command = [sys.executable, "-m", "benchmarks.growth", "--folder", str(folder), "--do", what]
    command += ["--began", str(time.monotonic())]
    surroundings = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
    ended = subprocess.run(
        command,
        cwd=ROOT,
        env=surroundings | {"DISPLAY": screen},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert not ended.returncode and "Traceback" not in ended.stderr, ended.stderr[-3000:]
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return found


def measured(trees: Mapping[int, Path], rounds: int, screen: str) -> dict[int, dict[str, list[float]]]:
    """Every value of all rounds by size; each round takes the sizes in turn."""
    found: dict[int, dict[str, list[float]]] = {size: {} for size in trees}
    for number in range(rounds + 1):
        for size, folder in trees.items():
            for what, values in one("kiosk", folder, MOST_S, screen).items():
                if number:  # the first round warms the disk's cache
                    found[size].setdefault(what, []).extend(values)
        print(f"round {number} of {rounds}", flush=True)
    return found


def main() -> int:
    """Measure, print the table with what is asked for, write build/growth.json, .md and .svg; 1 if anything that is
    asked for is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=lambda text: tuple(map(int, text.split(","))), default=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--trees", type=Path, default=BUILD / "growth", help="where trees are kept for the next run")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--do", choices=("keep", "kiosk"), help=argparse.SUPPRESS)
    parser.add_argument("--began", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.do:
        keep(options.folder) if options.do == "keep" else kiosk(options.folder, options.began)
        return 0
    trees = {size: made(options.trees.resolve() / f"d{size}", size) for size in sorted(options.sizes)}
    kept = {size: one("keep", folder) for size, folder in trees.items()}
    for size, what in kept.items():
        print(f"{size:,} services: {what or 'kept from before'}", flush=True)
    with closing(TouchScreen(*SCREEN)) as screen:
        found = measured(trees, options.rounds, screen.display)
    figures = Figures()
    for size, values in found.items():
        for what, every in values.items():
            for value in every:
                figures.add(f"{size}: {what}", "MB" if what.startswith("memory") else "s", value)
    asked = verdicts(found)
    print(told(found))
    (BUILD / "growth.md").write_text(told(found) + "\n", encoding="utf-8")
    (BUILD / "growth.svg").write_text(chart(found), encoding="utf-8")
    print(
        figures.save("growth", sizes=sorted(found), kept=kept, asked=[{**asdict(one), "met": one.met} for one in asked])
    )
    return 0 if all(one.met for one in asked) else 1


if __name__ == "__main__":
    sys.exit(main())
