"""Measures `run_kiosk.py preview` as staff run it: the usual twelve screens in 16 languages, from nothing and again.

.venv/bin/python -m benchmarks.preview [--rounds 3]
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figures
from benchmarks.tree import ROOT, write_large

ASKED_S = 90
"""Seconds from nothing (issue 6)."""
NOTHING, ONE_WORD, ALL = (
    "preview again, nothing changed",
    "preview again, one Arabic text changed",
    "preview from nothing",
)


def seconds(folder: Path, out: Path) -> float:
    """How long one preview takes, from the command to its exit code. Raises CalledProcessError if there is none."""
    start = time.perf_counter()
    command = [sys.executable, str(ROOT / "run_kiosk.py"), "preview", str(folder), "--out", str(out)]
    ended = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    if ended.returncode == 2:
        raise subprocess.CalledProcessError(2, command)
    return time.perf_counter() - start


def change_a_word(folder: Path, number: int) -> None:
    """Give the title of the Arabic home screen another text."""
    path = folder / "content" / "strings" / "ar.yaml"
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r"(\n  home\.title: .*?text: \"?)", rf"\g<1>{number} ", text, count=1)
    if changed == text:
        raise ValueError(f"{path} has no home.title to change")
    path.write_text(changed, encoding="utf-8")


def main() -> None:
    """Measure, print the table, write build/preview.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    figures = Figures()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "large"
        write_large(folder, 0)
        for number in range(options.rounds):
            out = Path(made) / str(number)
            figures.add(ALL, "ms", seconds(folder, out) * 1000)
            figures.add("pictures", "", len(list(out.glob("*.png"))))
            figures.add(NOTHING, "ms", seconds(folder, out) * 1000)
            change_a_word(folder, number)
            figures.add(ONE_WORD, "ms", seconds(folder, out) * 1000)
    print(figures.table())
    print(f"asked: at most {ASKED_S} s from nothing")
    print(figures.save("preview", languages=16, screens=12))


if __name__ == "__main__":
    main()
