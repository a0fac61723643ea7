"""The programs that are compared: how each is started, and what it needs."""

from __future__ import annotations

import compileall
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "peers"
QT = BUILD / "qt"
"""The environment that `tools/prepare.py bench` makes for PySide6: Qt is no part of the kiosk's own."""
NOW = "2026-11-24T14:32"
NOT_THEIRS = ("KIVY_", "KCFG_", "SDL_", "PULSE_", "PYTEST_", "XDG_", "QT_", "DBUS_", "DISPLAY", "WAYLAND_", "PYTHON")

FOLDERS = ("STATE_DIRECTORY", "CACHE_DIRECTORY")
"""What systemd gives the kiosk on a terminal, kept from start to start like Chromium's profile."""

PLAIN = (
    # Root has no sandbox; --test-type keeps Chromium from saying so in a bar above the page.
    "--no-sandbox --test-type --kiosk --no-first-run --no-default-browser-check --password-store=basic "
    "--window-position=0,0 --window-size=1920,1080"
).split()
TUNED = (
    "--disable-gpu --disable-extensions --disable-component-extensions-with-background-pages --disable-sync "
    "--disable-background-networking --disable-component-update --disable-default-apps --disable-domain-reliability "
    "--disable-breakpad --disable-client-side-phishing-detection --disable-translate --metrics-recording-only "
    "--disable-features=Translate,MediaRouter,OptimizationHints,AcceptCHFrame,DialMediaRouteProvider "
    "--disable-dev-shm-usage --no-pings --disable-hang-monitor --disable-prompt-on-repost --disable-logging"
).split()
"""What those who run Chromium as a kiosk switch off: services, and a GPU process for a GPU that is not there."""


@dataclass(frozen=True)
class Program:
    """One of those that are compared. `files` are what it reads at a start, for a cold one; `reads`: it reads aloud."""

    name: str
    command: Sequence[str]
    files: Sequence[Path]
    environment: Mapping[str, str] = field(default_factory=dict)
    reads: bool = False

    def surroundings(self, display: str, home: Path, sound: Mapping[str, str]) -> dict[str, str]:
        """What is in its environment: that of a login, a screen, a home of its own and a sound server."""
        usual = {key: value for key, value in os.environ.items() if not key.startswith(NOT_THEIRS)}
        return {**usual, "DISPLAY": display, "HOME": str(home), **sound, **self.environment}


def kiosk(tree: Path = ROOT) -> Program:
    """The kiosk as shipped, with the content and settings below `tree`: compiled, as a terminal's set-up leaves it
    (config/ansible). Else every start would compile 250 modules again wherever Python may not keep them."""
    compileall.compile_dir(ROOT / "kiosk", quiet=1)
    places = ["--content", str(tree / "content"), "--config", str(tree / "config" / "kiosk.yaml")]
    command = [sys.executable, str(ROOT / "run_kiosk.py"), *places, "--now", NOW]
    files = (Path(sys.prefix), ROOT / "kiosk", tree / "content", tree / "config")
    kept = {name: str(BUILD / f"{name.lower()}-{tree.name}") for name in FOLDERS}
    return Program("kiosk", command, files, kept, reads=True)


def chromium(site: Path, tuned: bool) -> Program:
    """Chromium with the page, its profile kept from start to start. Raises FileNotFoundError if it is not installed."""
    name = "chromium, tuned" if tuned else "chromium"
    profile = f"--user-data-dir={BUILD / ('profile-tuned' if tuned else 'profile')}"
    command = [_found("chromium"), *PLAIN, *(TUNED if tuned else ()), profile, site.as_uri()]
    return Program(name, command, (Path("/usr/lib/chromium"), site.parent))


def qml(folder: Path) -> Program:
    """The Qt app, painted by Qt's software renderer. Raises FileNotFoundError if Qt is not installed."""
    python = _found(str(QT / "bin" / "python"))
    command = [python, str(Path(__file__).parent / "qt" / "main.py"), str(folder)]
    software = {"QT_QUICK_BACKEND": "software", "QT_QPA_PLATFORM": "xcb"}
    return Program("qml", command, (QT, folder), software)


def _found(command: str) -> str:
    path = shutil.which(command)
    if path is None:
        raise FileNotFoundError(f"{command} fehlt / is missing: python3 tools/prepare.py bench")
    return path
