"""The units for systemd: read by systemd's own judges, and what of them hangs together."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.runtime.heartbeat import PERIOD_S
from kiosk.safe_mode.program import PICTURE_S
from tests.gui.units import UNITS, unit_values

ROOT = Path(__file__).resolve().parent.parent
OURS = ("kiosk", "kiosk-safe-mode")
MOST_EXPOSED = 2.5
"""systemd's own measure, 0 to 10; what is left of it is what a screen needs: devices, D-Bus, groups."""


def value(unit: str, name: str) -> str:
    """The last value of a setting."""
    return unit_values((UNITS / f"{unit}.service").read_text(encoding="utf-8"))[name][-1]


@pytest.mark.parametrize("name", ["kiosk.service", "kiosk-safe-mode.service", "kiosk-nightly.timer"])
def test_systemd_understands_every_line(name: str) -> None:
    """A misspelt setting would be passed over in silence."""
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(UNITS / name)], capture_output=True, text=True, check=False
    )
    about_ours = [line for line in told.stderr.splitlines() if "kiosk" in line]
    assert (told.returncode, about_ours) == (0, [])


def test_a_misspelt_setting_would_be_seen(tmp_path: Path) -> None:
    """The control: the judge sees it."""
    wrong = (UNITS / "kiosk.service").read_text(encoding="utf-8").replace("WatchdogSec=", "WatchDogSec=")
    (tmp_path / "kiosk.service").write_text(wrong, encoding="utf-8")
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / "kiosk.service")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "WatchDogSec" in told.stderr


@pytest.mark.parametrize("unit", OURS)
def test_little_is_left_open(unit: str) -> None:
    judged = ("security", "--offline=true", "--no-pager", f"--threshold={MOST_EXPOSED * 10:.0f}")
    told = subprocess.run(
        ["systemd-analyze", *judged, str(UNITS / f"{unit}.service")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout[-2000:]


def test_a_beat_comes_twice_in_the_supervisors_patience() -> None:
    assert float(value("kiosk", "WatchdogSec")) >= 2 * PERIOD_S
    assert float(value("kiosk-safe-mode", "WatchdogSec")) >= 2 * PICTURE_S


def test_a_frozen_kiosk_is_gone_and_started_in_28_seconds_at_the_latest() -> None:
    """The watchdog, an abort that hangs, the wait: 7 s are left of 35 for the start itself."""
    assert sum(float(value("kiosk", name)) for name in ("WatchdogSec", "TimeoutAbortSec", "RestartSec")) <= 28


def test_a_visitors_memory_is_never_dumped() -> None:
    assert {value(unit, "LimitCORE") for unit in OURS} == {"0"}


@pytest.mark.parametrize("unit", OURS)
def test_what_a_unit_starts_is_there(unit: str) -> None:
    """Of the paths of a terminal those below /opt/kiosk are the checkout's."""
    words = value(unit, "ExecStart").split()
    for place in (word for word in words if word.startswith("/opt/kiosk/") and "/.venv/" not in word):
        assert (ROOT / Path(place).relative_to("/opt/kiosk")).is_file(), place


def test_cage_takes_the_place_of_xorg_by_the_same_name() -> None:
    assert unit_values((UNITS / "cage.conf").read_text(encoding="utf-8"))["Environment"][0].startswith('"SCREEN=')
    assert all("$SCREEN" in value(unit, "ExecStart") for unit in OURS)


SHOW = "import json, os, sys; print(json.dumps([os.environ.get(name) for name in ('DISPLAY', 'NOTIFY_SOCKET')]))"
XVFB = "Xvfb -screen 0 64x64x24 -nolisten tcp"
CAGE = """#!/bin/sh
# Stands in for cage: starts its client, with DISPLAY, and tells nobody else.
while [ "$1" != "--" ]; do shift; done; shift
DISPLAY=:77 exec "$@"
"""


def on_screen(*words: str) -> subprocess.CompletedProcess[str]:
    """Run tools/on_screen.py to its end, and whatever screen it has left behind."""
    with subprocess.Popen(
        [sys.executable, str(ROOT / "tools/on_screen.py"), *words],
        env={**os.environ, "NOTIFY_SOCKET": "/gone"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        line = process.stdout.readline() if process.stdout else ""
        process.wait(30)
        with suppress(ProcessLookupError):  # there may have been no screen
            os.killpg(process.pid, signal.SIGKILL)
        _, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, line, err)


def test_the_program_becomes_the_process_that_was_started_and_its_exit_code_counts() -> None:
    told = on_screen(*XVFB.split(), "--", sys.executable, "-c", f"{SHOW}; sys.stdout.flush(); os._exit(7)")
    display, notify = json.loads(told.stdout)
    assert (display[0], display[1:].isdigit(), notify, told.returncode) == (":", True, "/gone", 7)


def test_under_cage_the_program_stands_beside_its_client(tmp_path: Path) -> None:
    (tmp_path / "cage").write_text(CAGE, encoding="ascii")
    (tmp_path / "cage").chmod(0o755)
    told = on_screen(str(tmp_path / "cage"), "-m", "last", "--", sys.executable, "-c", SHOW)
    assert (json.loads(told.stdout), told.returncode) == ([":77", "/gone"], 0)


@pytest.mark.parametrize("words", [[], ["Xvfb"], ["--", "true"], ["Xvfb", "--"]])
def test_what_is_missing_is_said(words: list[str]) -> None:
    told = on_screen(*words)
    assert (told.returncode, "PROGRAM" in told.stderr) == (2, True)


def test_a_screen_that_does_not_open_is_said() -> None:
    told = on_screen("false", "--", "true")
    assert (told.returncode, "the screen does not open" in told.stderr) == (1, True)
