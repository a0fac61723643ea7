"""Real windows for tests. Kivy has one window a process, and Kivy in the process of all tests would change it for the
others (signals, environment). So tests that are marked with a window run in a pytest of their own, once for each kind
of window in a folder, and their reports are handed on as if they had run here:

    @pytest.mark.window(1080, 1920)          the window's pixels; 1920 x 1080 is the lobby's panel, full screen
    @pytest.mark.window(1920, 1080, sound=True)         with the real player, on SDL's dummy device
    @pytest.mark.window(1920, 1080, content="name")     with content broken by `broken.name(folder)`
    @pytest.mark.window(1920, 1080, now="2026-11-18T10:00")     on another day than the usual one

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
PATIENCE_S = 600.0
"""For all tests of one kind of window in a folder; for each of them faulthandler_timeout (setup.cfg) is the limit."""
PANEL = (1920, 1080)
NOW = datetime(2026, 11, 24, 14, 32)
"""A Tuesday afternoon: the centre is open, by its last known hours."""

_reports: dict[str, dict[str, dict[str, object]]] = {}
"""What came of the tests in other processes: test → phase (setup, call, teardown) → report."""

_lost: dict[str, str] = {}
"""Tests whose process ended before they did, and what it said."""


def window_of(item: pytest.Item) -> tuple[object, ...] | None:
    """What kind of window a test wants, None if it wants none."""
    mark = item.get_closest_marker("window")
    more = {"sound": False, "content": "", "now": NOW.isoformat()}
    return (*mark.args, *(mark.kwargs.get(name, usual) for name, usual in more.items())) if mark else None


class Elsewhere(pytest.Item):
    """Stands for a test that runs in the process with its window, together with all others of its kind and folder."""

    def __init__(self, test: pytest.Item, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.test = test
        self.kind = window_of(test), test.path.parent

    def setup(self) -> None:
        """The first of its kind runs them all."""
        if self.nodeid not in _reports and self.nodeid not in _lost:
            _run([item for item in self.session.items if isinstance(item, Elsewhere) and item.kind == self.kind])
        if self.nodeid in _lost:
            raise RuntimeError(_lost[self.nodeid])

    def runtest(self) -> None:
        """It has been run."""

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Where the test stands."""
        return self.test.reportinfo()


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", "window(width, height, sound, content, now): runs in a process with this window")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put a stand-in for every test with a window, unless this is the process that has it."""
    if REPORTS in os.environ:
        return
    for number, item in enumerate(items):
        if not isinstance(item, Elsewhere) and window_of(item):
            items[number] = Elsewhere.from_parent(item.parent, name=item.name, test=item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Hand on the report from the other process; in that process, write it down."""
    report = yield
    hook = item.config.hook
    if isinstance(item, Elsewhere) and item.nodeid in _reports:
        report = hook.pytest_report_from_serializable(config=item.config, data=_reports[item.nodeid][call.when])
    if REPORTS in os.environ:
        data = hook.pytest_report_to_serializable(config=item.config, report=report)
        with open(os.environ[REPORTS], "a", encoding="utf-8") as file:
            file.write(json.dumps(data) + "\n")
    return report  # type: ignore[return-value]


def _run(tests: list[Elsewhere]) -> None:
    """Run these tests in a process with their window; keep its reports, and which tests it did not finish."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-window-"))
    try:
        reports = folder / "reports"
        reports.touch()
        ended = _pytest([test.nodeid for test in tests], reports, folder)
        for line in reports.read_text(encoding="utf-8").splitlines():
            report = json.loads(line)
            _reports.setdefault(report["nodeid"], {})[report["when"]] = report
    finally:
        shutil.rmtree(folder)
    lost = [test.nodeid for test in tests if "teardown" not in _reports.get(test.nodeid, {})]
    for test in lost:
        _reports.pop(test, None)
        _lost[test] = f"the window was lost in {lost[0]}: {ended}"


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
    """The environment of a kiosk that draws for nobody and speaks to nobody (nor to a screen reader that is running
    on this machine), with nothing of this machine's Kivy."""
    not_ours = ("KIVY_", "KCFG_", "SDL_", "PYTEST_")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(not_ours)}
    ours = {"HOME": str(home), "SDL_VIDEODRIVER": "offscreen", "SDL_AUDIODRIVER": "dummy"}
    return clean | ours | {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}


@dataclass(frozen=True)
class Lobby:
    """One kiosk in its window, for all tests of its kind."""

    pilot: Pilot
    given: GivenTime
    player: Player


@pytest.fixture(scope="session")
def lobby(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lobby]:
    """The kiosk with the window that the tests of this process are marked with."""
    width, height, sound, breakage, now = window_of(request.session.items[0]) or (0, 0, False, "", NOW.isoformat())
    content = ROOT / "content"
    if breakage:
        content = shutil.copytree(content, tmp_path_factory.mktemp("broken") / "content")
        getattr(broken, str(breakage))(content)
    at = datetime.fromisoformat(str(now))
    options = argparse.Namespace(content=content, config=ROOT / "config" / "kiosk.yaml", now=at)
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
