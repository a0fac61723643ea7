"""Counts the instructions of tests/instructions/work.py with callgrind: the same on a busy machine and on a quiet one.

.venv/bin/python -m tests.instructions.counting     renews figures.json, after a change that is meant to cost more
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from msgspec.structs import replace

from kiosk.compiled.cache import Cache
from kiosk.content import Places, read
from tests import builders as houses
from tests.instructions.work import FEW, GUARDED, MANY, SIZED, STAGES
from tests.unit.loaders import builders

ROOT = Path(__file__).resolve().parents[2]
FIGURES = Path(__file__).with_name("figures.json")
SERVICES = 12
SIZES = {FEW: 80, MANY: 2400}
"""Services in one topic: in both more than are laid out as a whole (kiosk.domain.services.LONG)."""


def machine() -> str:
    """What a count depends on, beside the program: the Python and the processor."""
    return f"Python {'.'.join(platform.python_version_tuple()[:2])}, {platform.machine()}"


def house(folder: Path) -> None:
    """Content and settings that no change of the real ones changes, and what is kept of them."""
    made = builders.sound_content(folder / "content")
    service = (folder / "content/services/leipzig-pass.yaml").read_text(encoding="utf-8")
    for number in range(SERVICES):
        made.write(f"services/dienst-{number}.yaml", service)
        for code in ("en", "ar"):
            made.translate(f"translations/{code}/services/dienst-{number}.yaml", {"name": ("x", f"Name {number}")})
    (folder / "config/themes").mkdir(parents=True)
    (folder / "config/kiosk.yaml").write_text("idle:\n  after_s: 90\n", encoding="utf-8")
    content = read(Places(folder / "content", folder / "config/kiosk.yaml", folder / "config/themes"))
    assert content.catalog
    assert Cache(folder / "cache").keep("a" * 64, content)
    for name, size in SIZES.items():
        assert Cache(folder / "cache").keep(name, replace(content, catalog=houses.many_services(size)))


def count() -> dict[str, int]:
    """Instructions by stage. Raises CalledProcessError if the work fails."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        house(folder)
        work = [sys.executable, "-m", "tests.instructions.work", str(folder)]
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LD_LIBRARY_PATH")}
        environment = kept | {"PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT), "HOME": str(folder)}
        subprocess.run(work, check=True, cwd=ROOT, env=environment)  # compiles what is not compiled yet
        callgrind = ["valgrind", "--tool=callgrind", "--dump-before=getppid", f"--callgrind-out-file={folder}/out"]
        subprocess.run([*callgrind, *work], check=True, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
        stages = STAGES + SIZED
        counts = [_total(folder / f"out.{number}") for number in range(1, len(stages) + 1)]
        assert not (folder / f"out.{len(stages) + 2}").exists()
    return dict(zip(stages, counts, strict=True))


def _total(file: Path) -> int:
    found = re.search(r"^(?:summary|totals): (\d+)", file.read_text(encoding="utf-8", errors="replace"), re.M)
    assert found, file
    return int(found[1])


def main() -> None:
    """Count, and write the figures down."""
    assert shutil.which("valgrind"), "apt install valgrind"
    figures = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
    counts = count()
    figures[machine()] = {stage: counts[stage] for stage in GUARDED}
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n")
    print(FIGURES.read_text())


if __name__ == "__main__":
    main()
