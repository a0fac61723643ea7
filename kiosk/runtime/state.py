"""Where this terminal keeps what outlasts a restart: sums, health, the last time that was believed. Never a visit.

systemd makes the folder (StateDirectory=kiosk, /var/lib/kiosk) and names it in STATE_DIRECTORY (systemd.exec(5)). A
kiosk that somebody starts by hand has none: it works the same and leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

VARIABLE = "STATE_DIRECTORY"
METRICS = "metrics"
"""Below the folder: text files for Prometheus' node exporter (its textfile collector)."""


def state_folder(environ: Mapping[str, str]) -> Path | None:
    """The folder, None where there is none. It may be read-only or full: whoever writes there lands on its feet."""
    first = environ.get(VARIABLE, "").partition(":")[0]
    return Path(first) if first.startswith("/") else None


def cache_folder(environ: Mapping[str, str]) -> Path | None:
    """The folder: CACHE_DIRECTORY, which systemd makes and names (CacheDirectory=, systemd.exec(5)), or one of ours in
    XDG_CACHE_HOME; None where neither is set: then everything is read at every start."""
    first = environ.get("CACHE_DIRECTORY", "").partition(":")[0]
    if first.startswith("/"):
        return Path(first)
    home = environ.get("XDG_CACHE_HOME", "")
    return Path(home) / "tueroeffner-kiosk" if home.startswith("/") else None
