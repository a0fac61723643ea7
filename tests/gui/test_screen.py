"""The kiosk fills the screen that is there, whatever the configured panel says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1366, 768)
ASK = (
    "import os; from kiosk.runtime import lockdown; lockdown.prepare(os.environ);"
    "from kiosk.app import screen; from kiosk.domain.settings import Panel; print(*screen(Panel()))"
)


@pytest.fixture
def display() -> Iterator[str]:
    """An X screen of a laptop's size."""
    reader, writer = os.pipe()
    screen = f"{SIZE[0]}x{SIZE[1]}x24"
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", screen, "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writer)
        with os.fdopen(reader) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


def asked(**environment: str) -> list[int]:
    """The pixels that the kiosk would fill."""
    clean = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "SDL_VIDEODRIVER")}
    run = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=clean | environment, capture_output=True, text=True, check=True
    )
    return [int(number) for number in run.stdout.split()[-2:]]


def test_the_screen_that_is_there_is_filled(display: str) -> None:
    assert asked(DISPLAY=display) == list(SIZE)


def test_where_nobody_looks_the_configured_panel_counts() -> None:
    assert asked(SDL_VIDEODRIVER="offscreen") == [1920, 1080]
