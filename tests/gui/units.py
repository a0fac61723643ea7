"""The shipped units of systemd, read: for tests that do with them what systemd does."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UNITS = ROOT / "config" / "systemd"
PLACES = {
    "/opt/kiosk/.venv/bin/python": sys.executable,
    "/opt/kiosk": str(ROOT),
    "/etc/kiosk/kiosk.yaml": str(ROOT / "config" / "kiosk.yaml"),
    "/var/lib/kiosk-content/current": str(ROOT / "content"),
}
"""Places of a terminal, and what stands there in this checkout."""


def unit_values(text: str) -> dict[str, list[str]]:
    """The settings of a unit file: name → all its values."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith(("#", ";")):
            found.setdefault(name.strip(), []).append(value.strip())
    return found


class Unit:
    """A unit file, read. Times in seconds."""

    def __init__(self, name: str, override: Mapping[str, str], replace: Mapping[str, str]) -> None:
        self.name = name
        self._values = unit_values((UNITS / f"{name}.service").read_text(encoding="utf-8"))
        self._values |= {key: [value] for key, value in override.items()}
        self._replace = replace

    def text(self, name: str, usual: str = "") -> str:
        """The last value of a setting."""
        return self._values.get(name, [usual])[-1]

    def seconds(self, name: str) -> float:
        """A time. Raises KeyError where the unit does not say it."""
        value = self._values[name][-1]
        return float(value.removesuffix("min")) * 60 if value.endswith("min") else float(value.removesuffix("s"))

    def environment(self) -> dict[str, str]:
        """What Environment= sets."""
        words = [word for line in self._values.get("Environment", []) for word in shlex.split(line)]
        return {name: value for name, _, value in (word.partition("=") for word in words)}

    def command(self, screen: str) -> list[str]:
        """ExecStart, on this machine. The screen stands in for the unit's own."""
        line = self.text("ExecStart").replace("$SCREEN", screen)
        for place, here in self._replace.items():
            line = line.replace(place, here)
        return shlex.split(line)

    def others(self, name: str) -> list[str]:
        """The units that a setting names."""
        return [unit.removesuffix(".service") for unit in self.text(name).split()]
