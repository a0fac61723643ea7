"""The health of the real program: what it leaves for who looks after it, whatever becomes of it and its disk."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.health.files import NEW
from kiosk.health.reporter import FILE, SAFE_MODE_FILE
from kiosk.health.starts import ENDED
from kiosk.runtime.log import unexpected
from tests.gui.outside import PATIENCE_S, ROOT, until
from tests.gui.windows import surroundings
from tests.unpacked import PROMTOOL

PATIENCE_US = "1000000"
"""The supervisor's patience in microseconds: the kiosk beats twice in it."""
START_S = 120.0
"""A start takes 3 s of a processor, and others may want it, too."""
BEAT = b"WATCHDOG=1"


class Service:
    """The kiosk as a service: a state folder, and a supervisor that only listens."""

    def __init__(self, folder: Path) -> None:
        self.state, self.log = folder / "state", folder / "log"
        self.figures = self.state / "metrics" / FILE
        self.state.mkdir()
        self._process: subprocess.Popen[bytes] | None = None
        self._supervisor = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._supervisor.bind(str(folder / "notify"))
        self._supervisor.settimeout(START_S)
        told = {"NOTIFY_SOCKET": str(folder / "notify"), "WATCHDOG_USEC": PATIENCE_US}
        self._environment = surroundings(folder) | told | {"STATE_DIRECTORY": str(self.state)}

    def start(self) -> None:
        """Run it, until its figures are there."""
        self.figures.unlink(missing_ok=True)
        self.run()
        until(self.figures.exists, "the figures are written", START_S)

    def run(self) -> None:
        """Run it."""
        command = [sys.executable, str(ROOT / "run_kiosk.py")]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, env=self._environment, stderr=log, umask=0o077)

    def end(self, number: int) -> int:
        """End it by a signal; its exit code."""
        assert self._process is not None
        self._process.send_signal(number)
        code = self._process.wait(PATIENCE_S)
        self._process = None
        return code

    def until_beats(self, count: int) -> None:
        """Wait for so many beats from now on. Raises TimeoutError if one stays out."""
        self._supervisor.setblocking(False)
        try:
            while True:
                self._supervisor.recv(4096)
        except BlockingIOError:
            self._supervisor.settimeout(START_S)
        while count:
            count -= BEAT in self._supervisor.recv(4096)

    def doctor(self) -> dict[str, str]:
        """What doctor says of each thing."""
        command = [sys.executable, str(ROOT / "run_kiosk.py"), "doctor", "--json"]
        told = subprocess.run(command, env=self._environment, stdout=subprocess.PIPE, check=False).stdout
        return {row["name"]: row["verdict"] for row in json.loads(told)["rows"]}

    def value(self, name: str) -> float:
        """A figure as it is written. Raises StopIteration if it is not."""
        lines = self.figures.read_text().splitlines()
        return float(next(line for line in lines if line.startswith(name)).rpartition(" ")[2])

    def close(self) -> None:
        """End whatever still runs."""
        if self._process is not None:
            self.end(signal.SIGKILL)
        self._supervisor.close()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A terminal that has never run."""
    service = Service(tmp_path)
    yield service
    service.close()


def test_what_the_kiosk_tells_is_what_it_is(service: Service) -> None:
    before = time.time()
    (service.figures.parent).mkdir()
    (service.figures.parent / SAFE_MODE_FILE).write_text("kiosk_safe_mode 1\n")
    service.start()
    text = service.figures.read_text() + (service.figures.parent / SAFE_MODE_FILE).read_text()
    judge = subprocess.run([PROMTOOL, "check", "metrics"], input=text, capture_output=True, text=True, check=False)
    assert (judge.returncode, judge.stderr) == (0, "")
    assert "kiosk_safe_mode 0" in text, "the kiosk is there again"
    assert before < service.value("kiosk_start_time_seconds") < service.value("kiosk_heartbeat") < time.time()
    assert 0 < service.value("kiosk_frame_gap_max_seconds") < service.value("kiosk_heartbeat") - before
    assert service.value("kiosk_rss_bytes") > 50_000_000
    assert service.value("kiosk_open_fds") > 3 and service.value("kiosk_threads") > 2
    assert service.value("kiosk_textures") > 10 and service.value("kiosk_clock_events") >= 1
    assert service.value("kiosk_audio_ok") == 1, "SDL's dummy device"
    assert service.value("kiosk_content_errors") == 0
    assert service.value("kiosk_touched_within_hour") == 0
    assert 'kiosk_content_info{release="none"} 1' in text
    rows = service.doctor()
    assert (rows["life"], rows["storage"], rows["content"]) == ("pass", "pass", "pass"), "doctor runs beside it"


def test_why_it_was_started_is_counted_over_all_starts(service: Service) -> None:
    def counts() -> list[int]:
        return [int(service.value(f'kiosk_starts_total{{reason="{one}"}}')) for one in ("boot", "planned", "crash")]

    service.start()
    assert counts() == [1, 0, 0]
    assert service.end(signal.SIGTERM) == 0
    service.start()
    assert counts() == [1, 1, 0]
    service.end(signal.SIGKILL)
    service.start()
    assert counts() == [1, 1, 1]
    service.end(signal.SIGKILL)
    (service.state / ENDED).write_text("watchdog\n")  # as the service writes it
    service.start()
    assert counts() == [1, 1, 1] and service.value('kiosk_starts_total{reason="watchdog"}') == 1
    assert service.end(signal.SIGTERM) == 0
    assert not unexpected(service.log.read_text().splitlines())


def test_a_disk_that_hangs_stops_no_beat(service: Service) -> None:
    """A pipe that nobody reads takes the place of the file that is written: opening it never returns."""
    service.figures.parent.mkdir()
    os.mkfifo(pipe := service.figures.with_name(FILE + NEW))
    service.run()
    service.until_beats(3)
    assert not service.figures.exists()
    with pipe.open("rb") as disk:
        assert b"kiosk_heartbeat" in disk.read(), "the disk has come to itself"
    assert service.end(signal.SIGTERM) == 0


def test_without_a_place_to_write_the_kiosk_runs_and_says_so_once(service: Service) -> None:
    service.figures.parent.write_text("a file where the folder should be")
    service.run()
    service.until_beats(3)
    assert service.end(signal.SIGTERM) == 0
    assert service.log.read_text().count("cannot be written") == 1
