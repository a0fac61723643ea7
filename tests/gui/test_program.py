"""run_kiosk.py as the lobby and the staff start it: a program of its own, with real content and broken content."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.gui import broken
from tests.gui.windows import ROOT, surroundings

PATIENCE_S = 60.0


def command(*arguments: object) -> list[str]:
    """The command line."""
    return [sys.executable, str(ROOT / "run_kiosk.py"), *map(str, arguments)]


@contextmanager
def kiosk(home: Path, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """The running kiosk, with its window open; killed at the end of the block if it is still there."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command(*arguments), env=surroundings(home), stdout=pipe, stderr=pipe, text=True) as process:
        limit = threading.Timer(PATIENCE_S, process.kill)
        limit.start()
        try:
            while process.poll() is None and not has_sound(process.pid):
                time.sleep(0.02)
            yield process
        finally:
            limit.cancel()
            process.kill()


def has_sound(pid: int) -> bool:
    """Whether the kiosk has started its player: it does so when its window is there."""
    children = [child for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split()]
    return any(b"kiosk.audio.child" in Path(f"/proc/{child}/cmdline").read_bytes() for child in children)


def stopped(process: subprocess.Popen[str], number: int = signal.SIGTERM) -> tuple[int, list[str], str]:
    """End the kiosk as its supervisor does: the exit code, complaints in its log, all that it wrote."""
    process.send_signal(number)
    _, err = process.communicate()
    log = [line for line in err.splitlines() if line.startswith(("WARNING ", "ERROR ", "CRITICAL ", "Traceback"))]
    return process.returncode, log, err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_kiosk_opens_and_ends_in_good_order(number: int, tmp_path: Path) -> None:
    """With the machine's own clock and settings, as in the lobby."""
    with kiosk(tmp_path) as process:
        assert stopped(process, number)[:2] == (0, [])


def test_a_window_for_the_desk_at_a_given_time(tmp_path: Path) -> None:
    with kiosk(tmp_path, "--window", "1280x720", "--now", "2026-11-24T14:32") as process:
        assert stopped(process)[:2] == (0, [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--window", "1280"], "1280x720"),
        (["--window", "10x10"], "320 to 7680"),
        (["--now", "yesterday"], "2026-11-23T14:00"),
        (["--no-such-option"], "--no-such-option"),
    ],
)
def test_what_it_cannot_read_it_says(arguments: list[str], said: str, tmp_path: Path) -> None:
    told = subprocess.run(command(*arguments), env=surroundings(tmp_path), capture_output=True, text=True, check=False)
    assert (told.returncode, said in told.stderr, "Traceback" in told.stderr) == (2, True, False)


@pytest.mark.parametrize(
    ("breakage", "place"),
    [("one_bad_service", "services/wohngeld.yaml:2"), ("no_centre", "centre.yaml")],
)
def test_broken_content_is_told_with_its_place_while_the_kiosk_runs(breakage: str, place: str, tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    getattr(broken, breakage)(content)
    with kiosk(tmp_path, "--content", content) as process:
        assert process.poll() is None
        code, log, err = stopped(process)
    assert (code, log) == (0, [])
    assert f"content/{place}" in err
