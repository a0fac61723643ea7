"""What a benchmark found: a table for people, and a JSON file with every single value."""

from __future__ import annotations

import json
import os
import platform
import statistics
import time
from collections import defaultdict
from pathlib import Path

BUILD = Path(__file__).resolve().parents[1] / "build"


class Figures:
    """Values by what they are of."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], list[float]] = defaultdict(list)

    def add(self, what: str, unit: str, value: float) -> None:
        """One more value."""
        self._values[what, unit].append(value)

    def table(self) -> str:
        """Median, 95th percentile and extremes, one line for each."""
        lines = ["| | n | median | p95 | least | most | |", "|---|---|---|---|---|---|---|"]
        for (what, unit), values in self._values.items():
            numbers = (statistics.median(values), p95(values), min(values), max(values))
            lines.append(f"| {what} | {len(values)} | {' | '.join(f'{number:.0f}' for number in numbers)} | {unit} |")
        return "\n".join(lines)

    def save(self, name: str, **about: object) -> Path:
        """Write build/`name`.json: the values, and what is to be known about the machine and the run."""
        machine = {"python": platform.python_version(), "processors": os.cpu_count(), "load": os.getloadavg()}
        found = [{"what": what, "unit": unit, "values": values} for (what, unit), values in self._values.items()]
        file = BUILD / f"{name}.json"
        file.parent.mkdir(exist_ok=True)
        when = time.strftime("%Y-%m-%dT%H:%M:%S")
        text = json.dumps({"when": when, "machine": machine, **about, "figures": found}, indent=1, ensure_ascii=False)
        file.write_text(text + "\n", encoding="utf-8")
        return file


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay below or reach: of fewer than 20 the greatest."""
    ranked = sorted(values)
    return ranked[-(-95 * len(ranked) // 100) - 1]
