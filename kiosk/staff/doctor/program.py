"""Doctor looks at the program: its versions, whether it runs as a service, and whether it gives signs of life."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import time
from importlib import metadata
from pathlib import Path

from kiosk import RELEASED, VERSION
from kiosk.health.metrics import HEARTBEAT, STARTS
from kiosk.health.reporter import FILE
from kiosk.loaders.faults import Both
from kiosk.runtime import sdl
from kiosk.runtime.state import METRICS
from kiosk.staff.doctor.finding import Finding, bad, good, unknown
from kiosk.staff.doctor.row import same
from kiosk.staff.doctor.terminal import Terminal
from kiosk.staff.figures import duration
from kiosk.text import bindings

LOCK = "requirements.lock"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.M)
SERVICE, SAFE_MODE = "kiosk.service", "kiosk-safe-mode.service"
SYSTEMD = Path("run/systemd/system")
"""There where systemd is in charge (sd_booted(3))."""
PATIENCE_S = 10.0
STILL_ALIVE_S = 120.0
"""The alert's own limit (config/prometheus/kiosk_rules.yml)."""
LOG = same("systemctl status kiosk; journalctl -u kiosk -n 200")


def look_at_versions(terminal: Terminal) -> Finding:
    """Whether the libraries are those that were tested."""
    tested = dict(PINNED.findall((terminal.program / LOCK).read_text(encoding="utf-8")))
    other = [f"{name} {_installed(name)} ({wanted})" for name, wanted in tested.items() if _installed(name) != wanted]
    told = ", ".join(
        (
            f"Kiosk {VERSION} ({RELEASED.isoformat()})",
            f"Python {platform.python_version()}",
            f"Kivy {_installed('kivy')}",
            f"SDL {sdl.version() or '–'}",
            f"Pango {bindings.version()}",
        )
    )
    if other:
        names = ", ".join(other)
        return bad(
            Both(f"{told}. Nicht wie geprüft: {names}.", f"{told}. Not as tested: {names}."),
            same("python3 tools/prepare.py run"),
        )
    count = len(tested)
    return good(Both(f"{told}; {count} Pakete wie geprüft.", f"{told}; {count} packages as tested."))


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "–"


def look_at_service(terminal: Terminal) -> Finding:
    """Whether systemd runs the kiosk, and how often it had to start it anew."""
    if not (terminal.root / SYSTEMD).is_dir() or shutil.which("systemctl") is None:
        return unknown(Both("Hier läuft kein systemd.", "systemd does not run here."))
    kiosk, safe = _unit(SERVICE), _unit(SAFE_MODE)
    if kiosk.get("LoadState") == "not-found":
        return bad(
            Both("Der Dienst ist nicht eingerichtet.", "The service is not set up."),
            Both("Einrichten: docs/terminal.md.", "Set it up: docs/terminal.md."),
        )
    if safe.get("ActiveState") == "active":
        return bad(
            Both("Auf dem Bildschirm steht nur die Notseite.", "Only the safe page is on the screen."),
            Both(f"{LOG.de}. Der Kiosk versucht es selbst wieder.", f"{LOG.en}. The kiosk tries again by itself."),
        )
    state, restarts = kiosk.get("ActiveState", "?"), kiosk.get("NRestarts", "?")
    told = Both(
        f"{SERVICE}: {state}, seit dem Einschalten {restarts}-mal von selbst neu gestartet.",
        f"{SERVICE}: {state}, started anew by itself {restarts} times since power-on.",
    )
    return good(told) if state == "active" else bad(told, LOG)


def _unit(name: str) -> dict[str, str]:
    """What systemd tells of a unit. Raises OSError, TimeoutExpired."""
    command = ["systemctl", "show", name, "--property=LoadState,ActiveState,NRestarts"]
    told = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False).stdout
    return dict(line.split("=", 1) for line in told.splitlines() if "=" in line)


def look_at_life(terminal: Terminal) -> Finding:
    """When the kiosk brought the last picture onto the screen, and how often it had crashed."""
    file = terminal.state / METRICS / FILE if terminal.state else None
    if file is None or not file.is_file():
        return unknown(
            Both("Der Kiosk hat noch nichts von sich gesagt.", "The kiosk has not told of itself yet."),
            Both("Läuft er als Dienst? (docs/terminal.md)", "Does it run as a service? (docs/terminal.md)"),
        )
    figures = dict(line.rsplit(" ", 1) for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    age = time.time() - float(figures[HEARTBEAT.name])
    crashes = sum(int(float(figures.get(f'{STARTS.name}{{reason="{one}"}}', 0))) for one in ("crash", "watchdog"))
    told = Both(
        f"Letztes Bild vor {duration(age)}; bisher {crashes} Abstürze.",
        f"Last picture {duration(age)} ago; {crashes} crashes so far.",
    )
    return good(told) if 0 <= age <= STILL_ALIVE_S else bad(told, LOG)
