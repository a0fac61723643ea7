"""Measures start, page change and memory of all programs over the size of the content, and draws it.
benchmarks/README.md tells how. Needs `python3 tools/prepare.py bench`.

    .venv/bin/python -m benchmarks.compare_sizes [--sizes 45 100 1000 10000] [--rounds 3] [--program kiosk]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import compare
from benchmarks.curves import Panel, drawing
from benchmarks.figures import BUILD
from benchmarks.outside.round import Found, Tap
from benchmarks.results import MEMORY, PAGE, START, median_of

SIZES = (45, 100, 1_000, 10_000)
CURVES = (START, PAGE, MEMORY)
COLOURS = {"kiosk": "#0b4650", "chromium": "#a1121a", "chromium, tuned": "#963811", "qml": "#57449c"}


def main() -> int:
    """Measure each size, draw build/compare_sizes.svg; 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="services, in all languages")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--taps", type=int, default=40)
    parser.add_argument("--program", action="append", choices=list(COLOURS))
    options = parser.parse_args()
    chosen = [word for name in options.program or () for word in ("--program", name)]
    measured, failed = {}, 0
    for size in options.sizes:
        name = f"compare-{size}"
        rounds = ["--rounds", str(options.rounds), "--taps", str(options.taps), "--idle", "5"]
        failed |= compare.main(["--services", str(size), "--name", name, *rounds, *chosen])
        measured[size] = found_in(BUILD / f"{name}.json")
    drawn = BUILD / "compare_sizes.svg"
    drawn.write_text(chart(measured), encoding="utf-8")
    print(drawn)
    return failed


def found_in(file: Path) -> list[Found]:
    """The rounds that a comparison has saved."""
    rounds: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["rounds"]
    return [Found(**{**one, "taps": [Tap(**tap) for tap in one["taps"]]}) for one in rounds]


def chart(measured: Mapping[int, Sequence[Found]]) -> str:
    """Three drawings beside each other: a curve for each program over the number of services (logarithmic)."""
    panels = []
    for row in CURVES:
        points: dict[str, dict[int, float]] = {}
        for size, found in measured.items():
            for program in {one.program for one in found}:
                value = median_of(found, program, row)
                if value is not None:
                    points.setdefault(program, {})[size] = value
        panels.append(Panel(row[0], points))
    return drawing(panels, COLOURS)


if __name__ == "__main__":
    sys.exit(main())
