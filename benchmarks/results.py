"""What a comparison found: every single value in JSON, and a table of medians and ratios for people."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.figures import BUILD, p95
from benchmarks.outside.round import Found

Row = tuple[str, Callable[[Found], float | None]]
"""What is told of a program, and how it is found in a round; None where there is no such value."""
OURS, BROWSER, TUNED, QT = "kiosk", "chromium", "chromium, tuned", "qml"


def _taps(what: str, of: Callable[[list[float]], float]) -> Callable[[Found], float | None]:
    def found(one: Found) -> float | None:
        values = [float(getattr(tap, what)) for tap in one.taps]
        return of(values) if values else None

    return found


def _part(part: str, key: str) -> Callable[[Found], float | None]:
    def found(one: Found) -> float | None:
        values: Mapping[str, float] = getattr(one, part)
        return values.get(key)

    return found


def _greatest(values: list[float]) -> float:
    return max(values)


ROWS: tuple[Row, ...] = (
    ("start → first pixel, ms", _part("start", "first")),
    ("start → complete first screen, ms", _part("start", "complete")),
    ("processor for the start, ms", _part("start", "worked")),
    ("memory after the start (PSS), MB", _part("memory", "pss")),
    ("memory after all touches (PSS), MB", _part("memory_after", "pss")),
    ("… of its own (USS), MB", _part("memory_after", "uss")),
    ("processes", _part("memory_after", "processes")),
    ("touch → pressed, p50, ms", _taps("first", statistics.median)),
    ("touch → pressed, p95, ms", _taps("first", p95)),
    ("lift → whole new page, p50, ms", _taps("complete", statistics.median)),
    ("lift → whole new page, p95, ms", _taps("complete", p95)),
    ("lift → whole new page, longest, ms", _taps("complete", _greatest)),
    ("frames a touch, mean", _taps("frames", statistics.fmean)),
    ("processor a touch, p50, ms", _taps("worked", statistics.median)),
    ("still screen: processor, % of one", _part("idle", "processor")),
    ("still screen: waking up, /s", _part("idle", "wakes")),
    ("… outside of signs of life and the clock, /s", _part("idle", "beyond")),
    ("reading aloud: processor, % of one", _part("aloud", "processor")),
)
START, PRESSED, PAGE, PAGE_95, MEMORY, IDLE, WAKES, ALOUD = (ROWS[n] for n in (1, 8, 9, 10, 4, 14, 16, 17))


@dataclass(frozen=True)
class Target:
    """What issue 9 asks for: a row, of ours alone or as a ratio to another program, at most so much."""

    row: Row
    to: str
    most: float


TARGETS = (
    Target(START, BROWSER, 0.5),
    Target(START, TUNED, 1.0),
    Target(PAGE, BROWSER, 0.8),
    Target(PAGE_95, BROWSER, 0.9),
    Target(PRESSED, "", 33),
    Target(MEMORY, BROWSER, 0.4),
    Target(IDLE, "", 0.1),
    Target(WAKES, "", 0.1),
    Target(ALOUD, "", 5),
    Target(PAGE, QT, 1.0),
)


class Results:
    """Of one comparison. `faults` are touches that missed, and pages that differ."""

    def __init__(self, name: str, compared: Sequence[str], about: Mapping[str, Any]) -> None:
        self._name, self._compared, self._about = name, compared, about
        self._when = time.strftime("%Y-%m-%dT%H:%M:%S")
        self._found: list[Found] = []
        self._likeness: dict[str, dict[str, float]] = {}
        self.faults: list[str] = []

    def add(self, found: Found) -> None:
        """A round of one program."""
        self._found.append(found)
        self.faults += [f"{found.program}: {missed}" for missed in found.missed]

    def alike(self, pair: str, page: str, how: float, least: float) -> None:
        """How alike two programs' pictures of a page are."""
        self._likeness.setdefault(pair, {})[page] = round(how, 3)
        if how < least:
            self.faults.append(f"{pair} do not look alike on {page}: {how:.2f}")

    def median(self, program: str, row: Row) -> float | None:
        """The median of a program's rounds; None where it has no such value."""
        return median_of(self._found, program, row)

    def table(self) -> str:
        """Medians of the rounds with least and most, and in brackets the ratio to Chromium; then the targets."""
        lines = ["| | " + " | ".join(self._compared) + " |", "|---|" + "---|" * len(self._compared)]
        for row in ROWS:
            lines.append(f"| {row[0]} | " + " | ".join(self._cell(name, row) for name in self._compared) + " |")
        lines += ["", "| asked of the kiosk | at most | is | |", "|---|---|---|---|"]
        lines += [line for target in TARGETS if (line := self._judged(target))]
        lines += ["", *(f"- {fault}" for fault in self.faults)]
        return "\n".join(lines)

    def _cell(self, program: str, row: Row) -> str:
        median, base = self.median(program, row), self.median(BROWSER, row)
        if median is None:
            return "–"
        values = [value for one in self._found if one.program == program and (value := row[1](one)) is not None]
        spread = f" [{_short(min(values))}–{_short(max(values))}]" if len(values) > 1 else ""
        ratio = f" (× {median / base:.2f})" if base and program != BROWSER else ""
        return f"{_short(median)}{spread}{ratio}"

    def _judged(self, target: Target) -> str:
        ours, base = self.median(OURS, target.row), self.median(target.to, target.row) if target.to else 1.0
        if ours is None or not base:
            return ""
        to = f" : {target.to}" if target.to else ""
        kept = "kept" if ours / base <= target.most else "**missed**"
        return f"| {target.row[0]}{to} | {target.most:g} | {ours / base:.3g} | {kept} |"

    def save(self) -> Path:
        """Write build/NAME.json and build/NAME.md; the second."""
        BUILD.mkdir(exist_ok=True)
        whole = {
            "when": self._when,
            "machine": machine(),
            "about": {key: str(value) for key, value in self._about.items()},
            "faults": self.faults,
            "likeness": self._likeness,
            "rounds": [asdict(one) for one in self._found],
        }
        text = json.dumps(whole, indent=1, ensure_ascii=False)
        (BUILD / f"{self._name}.json").write_text(text + "\n", encoding="utf-8")
        file = BUILD / f"{self._name}.md"
        about = ", ".join(f"{key} {value}" for key, value in machine().items())
        rounds = len(self._found) / max(1, len(self._compared))
        head = f"{self._when}, {rounds:g} rounds of {self._about.get('taps')} touches; {about}."
        file.write_text(f"{head}\n\n{self.table()}\n", encoding="utf-8")
        return file


def median_of(rounds: Sequence[Found], program: str, row: Row) -> float | None:
    """The median of a program's rounds; None where it has no such value."""
    values = [row[1](one) for one in rounds if one.program == program]
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def machine() -> dict[str, str]:
    """What it was measured on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine()
    )
    chromium = _told(["chromium", "--version"]).split(" built")[0].strip()
    qt = _told([str(BUILD / "peers/qt/bin/python"), "-c", "import PySide6; print('PySide6', PySide6.__version__)"])
    return {
        "processors": f"{os.cpu_count()} × {model}",
        "load": " ".join(f"{load:.1f}" for load in os.getloadavg()),
        "system": _release(),
        "Python": platform.python_version(),
        "Kivy": version("Kivy"),
        "browser": chromium,
        "Qt": qt.strip(),
        "drawing by": _told(["dpkg-query", "--show", "--showformat=Mesa ${Version}", "libgl1-mesa-dri"]),
    }


def _told(command: list[str]) -> str:
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "not installed"


def _release() -> str:
    lines = Path("/etc/os-release").read_text().splitlines()
    return next(line.partition("=")[2].strip('"') for line in lines if line.startswith("PRETTY_NAME"))
