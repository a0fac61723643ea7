"""Where a terminal has what staff's verbs look at, where nobody names another place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from kiosk.runtime.state import state_folder

PROGRAM = Path(__file__).resolve().parents[2]
CONTENT, CONFIG, STATE = (
    *(Path("/var/lib/kiosk-content/current"), Path("/etc/kiosk/kiosk.yaml"), Path("/var/lib/kiosk")),
)
"""Where a terminal has them (docs/terminal.md). Where there are none the kiosk runs from its own folder."""


def usual_content() -> Path:
    """The content of this terminal, or of this checkout."""
    return CONTENT if CONTENT.is_dir() else PROGRAM / "content"


def usual_config() -> Path:
    """The settings of this terminal, or of this checkout."""
    return CONFIG if CONFIG.is_file() else PROGRAM / "config" / "kiosk.yaml"


def usual_state(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where this terminal keeps what outlasts a restart; None where it keeps nothing."""
    return state_folder(environ) or (STATE if STATE.is_dir() else None)
