"""Real windows for tests. Kivy has one window a process, and Kivy in the process of all tests would change it for the
others (signals, environment). So tests that are marked with a window run in a pytest of their own, once for each kind
of window in a folder, and their reports are handed on as if they had run here:

    @pytest.mark.window(1080, 1920)          the window's pixels; 1920 x 1080 is the lobby's panel, full screen
    @pytest.mark.window(1920, 1080, sound=True)         with the real player, on SDL's dummy device
    @pytest.mark.window(1920, 1080, content="name")     with content broken by `broken.name(folder)`

The conftest.py of a folder with such tests takes hooks and fixtures from here.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.app import prepare
from kiosk.audio.player import ChildPlayer, Player, SilentPlayer
from kiosk.host import Host
from kiosk.runtime.log import FORMAT, unexpected
from kiosk.stage.given_time import GivenTime
from tests.gui import broken

if TYPE_CHECKING:
    import logging

    from kiosk.stage.pilot import Pilot  # imports Kivy, so never here

ROOT = Path(__file__).resolve().parents[2]
REPORTS = "KIOSK_TEST_REPORTS"
"""The environment variable that makes a pytest the one with the window: where it writes its reports."""
PATIENCE_S = 240.0
PANEL = (1920, 1080)
NOW = datetime(2026, 11, 24, 14, 32)
"""A Tuesday afternoon: the centre is open, by its last known hours."""

_reports: dict[str, list[dict[str, object]]] = {}


def window_of(item: pytest.Item) -> tuple[object, ...] | None:
    """What kind of window a test wants, None if it wants none."""
    mark = item.get_closest_marker("window")
    return (*mark.args, mark.kwargs.get("sound", False), mark.kwargs.get("content", "")) if mark else None


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", "window(width, height, sound, content): runs in a process with this window")


def pytest_runtest_protocol(item: pytest.Item) -> bool | None:
    """Hand on the reports of the process that has the window; run it at the first of its tests."""
    kind = window_of(item)
    if kind is None or REPORTS in os.environ:
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    if item.nodeid not in _reports:
        same = (kind, item.path.parent)
        _run([other for other in item.session.items if (window_of(other), other.path.parent) == same])
    for report in _reports[item.nodeid]:
        known = item.config.hook.pytest_report_from_serializable(config=item.config, data=report)
        item.ihook.pytest_runtest_logreport(report=known)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """In the process with the window: write the report down for the other one."""
    report = yield
    if REPORTS in os.environ:
        with open(os.environ[REPORTS], "a", encoding="utf-8") as file:
            file.write(json.dumps(item.config.hook.pytest_report_to_serializable(config=item.config, report=report)) + "\n")
    return report  # type: ignore[return-value]


def _run(items: list[pytest.Item]) -> None:
    """Run these tests in a process with their window and keep its reports. A test without one has failed."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-window-"))
    try:
        reports = folder / "reports"
        reports.touch()
        ended = _pytest([item.nodeid for item in items], reports, folder)
        for line in reports.read_text(encoding="utf-8").splitlines():
            report = json.loads(line)
            _reports.setdefault(report["nodeid"], []).append(report)
    finally:
        shutil.rmtree(folder)
    for item in items:
        if not any(report["when"] == "teardown" for report in _reports.get(item.nodeid, [])):
            lost = pytest.TestReport(item.nodeid, item.location, {}, "failed", f"the window is lost: {ended}", "call")
            data = item.config.hook.pytest_report_to_serializable(config=item.config, report=lost)
            _reports.setdefault(item.nodeid, []).append(data)


def _pytest(names: list[str], reports: Path, home: Path) -> str:
    """Run a pytest of its own; how it ended and what it said."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--basetemp", str(home / "tmp"), *names]
    try:
        ended = subprocess.run(
            command,
            cwd=ROOT,
            env=surroundings(home) | {REPORTS: str(reports)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        return str(late)
    return f"exit code {ended.returncode}\n{ended.stdout[-4000:]}"


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a kiosk that draws for nobody and speaks to nobody, with nothing of this machine's Kivy."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("KIVY_", "KCFG_", "SDL_", "PYTEST_"))}
    return clean | {"HOME": str(home), "SDL_VIDEODRIVER": "offscreen", "SDL_AUDIODRIVER": "dummy"}


@dataclass(frozen=True)
class Lobby:
    """One kiosk in its window, for all tests of its kind."""

    pilot: Pilot
    given: GivenTime
    player: Player


@pytest.fixture(scope="session")
def lobby(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lobby]:
    """The kiosk with the window that the tests of this process are marked with."""
    width, height, sound, breakage = window_of(request.session.items[0]) or (0, 0, False, "")
    content = ROOT / "content"
    if breakage:
        content = shutil.copytree(content, tmp_path_factory.mktemp("broken") / "content")
        getattr(broken, str(breakage))(content)
    options = argparse.Namespace(content=content, config=ROOT / "config" / "kiosk.yaml", now=NOW)
    options.window = None if (width, height) == PANEL else (width, height)
    given = GivenTime()
    player: Player = ChildPlayer(lambda: app._wake()) if sound else SilentPlayer("this test is silent")
    app = prepare(options, given, player)
    from kiosk.stage.pilot import Pilot

    pilot = Pilot(app, given)
    yield Lobby(pilot, given, player)
    pilot.close()


@pytest.fixture
def expected_log() -> list[str]:
    """A test that makes the kiosk complain adds here the phrases that it expects in the log."""
    return []


@pytest.fixture
def pilot(lobby: Lobby, caplog: pytest.LogCaptureFixture, expected_log: list[str]) -> Iterator[Pilot]:
    """A visitor before the attract screen. Afterwards the log must hold no warning that the test did not expect."""
    lobby.pilot.release(0, 0)  # a test that failed may have left its finger on the screen
    lobby.pilot.app.host.recover()
    lobby.given.now += 60
    lobby.pilot.settle()
    yield lobby.pilot
    records = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    complaints = unexpected([_line(record) for record in records], expected_log)
    assert not complaints, complaints
    unheard = [phrase for phrase in expected_log if not any(phrase in _line(record) for record in records)]
    assert not unheard, f"expected in the log, but not there: {unheard}"


def _line(record: logging.LogRecord) -> str:
    return FORMAT % {"levelname": record.levelname, "name": record.name, "message": record.getMessage()}


@pytest.fixture
def host(pilot: Pilot) -> Host:
    """The kiosk's conduct."""
    found: Host = pilot.app.host
    return found
