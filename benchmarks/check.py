"""Measures `run_kiosk.py check` as staff run it: the real content, and 1,000 services in 16 languages.

.venv/bin/python -m benchmarks.check [--services 1000] [--rounds 3]
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

ASKED_S = {"check, real content": 2, "check, 1,000 services × 16 languages": 30, "…, every name out of date": 30}
"""Seconds (issue 6)."""


def seconds(folder: Path) -> float:
    """How long one check takes, from the command to its exit code. Raises CalledProcessError if it is not sound."""
    start = time.perf_counter()
    command = [sys.executable, str(ROOT / "run_kiosk.py"), "check", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def rename_all(folder: Path) -> None:
    """Give every service another name, so that all its translations are out of date."""
    for path in (folder / "content" / "services").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"^name: ([\"']?)", r"name: \1Heute ", text, count=1, flags=re.M), encoding="utf-8")


def main() -> None:
    """Measure, print the table, write build/check.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--services", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    figures = Figures()
    real, large, outdated = ASKED_S
    with tempfile.TemporaryDirectory() as made:
        write_large(Path(made) / "large", options.services)
        for what, folder in ((real, ROOT), (large, Path(made) / "large"), (outdated, Path(made) / "large")):
            if what == outdated:
                rename_all(folder)
            for _ in range(options.rounds):
                figures.add(what, "ms", seconds(folder) * 1000)
    print(figures.table())
    print(f"asked: at most {' / '.join(str(limit) for limit in ASKED_S.values())} s")
    print(figures.save("check", services=options.services, languages=16))


if __name__ == "__main__":
    main()
