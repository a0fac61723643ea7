"""Machines for doctor to look at: what Linux tells of them, in a folder, and a content that is quickly read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.staff.doctor.terminal import Terminal

PANEL = """\
N: Name="Touch Panel 27"
B: PROP=2
B: KEY=400 0 0 0 0 0
B: ABS=260800000000003
"""
KEYPAD = """\
N: Name="Keypad 6"
B: PROP=0
B: KEY=1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe
"""
MOUSE = """\
N: Name="Mouse"
B: PROP=0
B: KEY=ff0000 0 0 0 0
"""
ROUTES = "Iface\tDestination\tGateway\n{name}\t{where}\t0101A8C0\n"


@dataclass
class Machine:
    """A terminal in a folder; nothing is plugged in, installed or told so far."""

    folder: Path
    content: Path
    settings: str = "staff: no\n"
    state: Path | None = None
    environ: dict[str, str] = field(default_factory=dict)

    def tells(self, name: str, text: str = "") -> None:
        """Linux tells this in the file of that name."""
        (file := self.folder / "root" / name).parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def screen(self, socket: str, state: str, modes: str = "") -> None:
        """A socket for a screen."""
        self.tells(f"sys/class/drm/card1-{socket}/status", state + "\n")
        self.tells(f"sys/class/drm/card1-{socket}/modes", modes)

    def inputs(self, *devices: str) -> None:
        """These are plugged in."""
        self.tells("proc/bus/input/devices", "\n".join(devices) + "\n")

    def terminal(self) -> Terminal:
        """As doctor sees it."""
        (config := self.folder / "kiosk.yaml").write_text(self.settings, encoding="utf-8")
        return Terminal(self.content, config, self.state, self.environ, self.folder / "root")
