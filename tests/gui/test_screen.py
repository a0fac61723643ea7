"""The kiosk fills the screen that is there, whatever the configured panel says; and where there is none, it says so."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.gui.test_program import command
from tests.gui.windows import surroundings

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1366, 768)
ASK = (
    "import os; from kiosk.runtime import lockdown; lockdown.prepare(os.environ);"
    "from kiosk.app import screen; from kiosk.domain.settings import Panel; print(*screen(Panel))"
)

LATE = """
import sys
from kiosk.app import prepare
from kiosk.audio.player import SilentPlayer
from kiosk.cli import parser
prepare(parser().parse_args([]), player=SilentPlayer("a test"), kept=lambda: print("kivy.core.window" in sys.modules))
"""


@contextmanager
def display(*arguments: str) -> Iterator[str]:
    """An X screen of a laptop's size."""
    reader, writer = os.pipe()
    screen = ["-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"]
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), *screen, "-nolisten", "tcp", *arguments],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writer)
        with os.fdopen(reader) as told:
            name = told.readline().strip()
        try:
            yield f":{name}"
        finally:
            server.terminate()


def asked(program: str, **environment: str) -> str:
    """What a process of its own answers."""
    clean = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "SDL_VIDEODRIVER")}
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=clean | environment, capture_output=True, text=True, check=True
    )
    return run.stdout.splitlines()[-1]


def test_the_screen_that_is_there_is_filled() -> None:
    with display() as name:
        assert asked(ASK, DISPLAY=name) == f"{SIZE[0]} {SIZE[1]}"


def test_where_nobody_looks_the_configured_panel_counts() -> None:
    assert asked(ASK, SDL_VIDEODRIVER="offscreen") == "1920 1080"


def test_a_window_does_not_wait_for_the_content() -> None:
    """Who looks at the files of 10,000 services needs half a second, and the window is opened meanwhile."""
    with display() as name:
        assert asked(LATE, DISPLAY=name) == "True"


def started(home: Path, *arguments: str, **environment: str) -> tuple[int, list[str], str]:
    """The kiosk where it cannot open a window: its exit code, what it tells of that, and all it wrote."""
    clean = {name: value for name, value in surroundings(home).items() if name not in ("DISPLAY", "SDL_VIDEODRIVER")}
    run = subprocess.run(
        command(*arguments), env=clean | environment, capture_output=True, text=True, check=False, timeout=60
    )
    told = [line for line in run.stderr.splitlines() if line.startswith(("Kein Fenster", "No window"))]
    return run.returncode, told, run.stderr


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({"SDL_VIDEODRIVER": "kmsdrm"}, "kmsdrm not available"),
        ({"SDL_VIDEODRIVER": "x11", "DISPLAY": ":987"}, "x11 not available; DISPLAY is ':987'"),
        ({"SDL_VIDEODRIVER": "no-such-driver"}, "no-such-driver not available"),
        ({"DISPLAY": ":987"}, "offscreen; DISPLAY is ':987'"),
    ],
    ids=["no graphics card", "no X server", "no such driver", "nobody would see it"],
)
@pytest.mark.parametrize("arguments", [(), ("--window", "1280x720")], ids=["full screen", "window"])
def test_where_there_is_no_screen_it_says_so_and_ends(
    arguments: tuple[str, ...], environment: dict[str, str], reason: str, tmp_path: Path
) -> None:
    """No traceback, but two sentences: a supervisor starts it again, a person reads what to do."""
    code, told, err = started(tmp_path, *arguments, **environment)
    assert (code, len(told), "Traceback" in err) == (2, 2, False)
    assert reason in told[1]
    assert "DISPLAY=:0" in told[0] and "DISPLAY=:0" in told[1]


def test_a_tour_without_a_screen_says_so_too(tmp_path: Path) -> None:
    code, told, err = started(tmp_path, "tour", "--size", "1280x720", "--out", str(tmp_path), SDL_VIDEODRIVER="kmsdrm")
    assert (code, len(told), "Traceback" in err) == (2, 2, False)


def test_a_screen_without_opengl_is_no_screen(tmp_path: Path) -> None:
    with display("-extension", "GLX") as name:
        code, told, err = started(tmp_path, DISPLAY=name)
    assert (code, len(told), "Traceback" in err) == (2, 2, False)
    assert "libgl1" in told[0] and "libgl1" in told[1]
