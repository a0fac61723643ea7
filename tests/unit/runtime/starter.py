"""Starts the smallest kiosk (small_kiosk.py) as a program of its own, so that no test imports Kivy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = Path(__file__).with_name("small_kiosk.py")
PATIENCE_S = 60.0
"""After this a program that hangs is killed, and its test fails by the exit code."""
SHIFT, CTRL, ALT = 0x1, 0x40, 0x100
"""SDL's modifiers for the step ["key", sym, mod]."""


@contextmanager
def start(
    steps: Sequence[Sequence[object]],
    cwd: Path,
    environ: dict[str, str] | None = None,
    arguments: Sequence[str] = (),
    **how: object,
) -> Iterator[subprocess.Popen[str]]:
    """The running program, in `cwd` as its home; killed at the end of the block if it is still there.

    `how`: sealed, lean, stay, until, early_signal, longest_sleep_s, window, strange ("version" or "sdl": a Kivy the
    loop does not fit).
    """
    plan = {"steps": [list(step) for step in steps], **how}
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("KIVY_", "KCFG_", "SDL_"))}
    clean |= {"HOME": str(cwd), "SDL_VIDEODRIVER": "offscreen", "PYTHONPATH": str(ROOT), "PLAN": json.dumps(plan)}
    command = [sys.executable, str(PROGRAM), *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=cwd, env=clean | (environ or {}), stdout=pipe, stderr=pipe, text=True
    ) as process:
        limit = threading.Timer(PATIENCE_S, process.kill)
        limit.start()
        try:
            yield process
        finally:
            limit.cancel()
            process.kill()


def next_report(process: subprocess.Popen[str]) -> dict[str, Any]:
    """The next report of a program that goes on."""
    assert process.stdout is not None
    found: dict[str, Any] = json.loads(process.stdout.readline())
    return found


def run(*args: Any, **how: Any) -> tuple[int, dict[str, Any], str]:
    """Start and wait for the end: (exit code, last report or {}, what was written to standard error)."""
    with start(*args, **how) as process:
        out, err = process.communicate()
    reports = [line for line in out.splitlines() if line.startswith("{")]
    return process.returncode, json.loads(reports[-1]) if reports else {}, err
