"""The figures are written in a thread: with a disk that is sound, full of trouble, or dead."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.health.files import NEW
from kiosk.health.reporter import CANARY_EVERY_S, FILE, SAFE_MODE_FILE, Reporter
from kiosk.health.seen import Load, Seen
from kiosk.health.starts import KEPT

PATIENCE_S = 20.0


def until(holds: Callable[[], bool]) -> None:
    """Wait until it holds."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.005)


def seen(beat: float = 1.0) -> Seen:
    return Seen(beat, 0.5, "1", Path("content"), 0.25, Load(40, 3), True, True, True, False, 2, 3, {"stage.a": 1})


@pytest.fixture
def metrics(tmp_path: Path) -> Path:
    """The folder of figures, which the kiosk makes."""
    return tmp_path / "metrics"


def value(metrics: Path, name: str) -> str:
    """A figure as it is written, empty where it is not."""
    file = metrics / FILE
    lines = file.read_text().splitlines() if file.is_file() else []
    return next((line.rpartition(" ")[2] for line in lines if line.startswith(name)), "")


def test_what_was_seen_is_written_for_everybody_to_read(tmp_path: Path, metrics: Path) -> None:
    before = os.umask(0o077)
    try:
        reporter = Reporter(tmp_path, metrics, "1")
        reporter.put(seen())
        until((metrics / FILE).exists)
        reporter.close()
    finally:
        os.umask(before)
    for name, figure in (
        ("kiosk_heartbeat_timestamp_seconds", "1.0"),
        ("kiosk_frame_gap_max_seconds", "0.25"),
        ("kiosk_textures", "40"),
        ("kiosk_clock_events", "3"),
        ("kiosk_touched_within_hour", "1"),
        ("kiosk_audio_ok", "1"),
        ("kiosk_centre_open", "0"),
        ("kiosk_content_errors", "2"),
        ("kiosk_content_warnings", "3"),
        ('kiosk_exceptions_total{where="stage.a"}', "1"),
        ('kiosk_starts_total{reason="boot"}', "1"),
        ('kiosk_content_info{release="none"}', "1"),
        ("kiosk_storage_writable", "1"),
    ):
        assert value(metrics, name) == figure, name
    assert "kiosk_safe_mode 0" in (metrics / SAFE_MODE_FILE).read_text()
    assert (metrics.stat().st_mode & 0o777, (metrics / FILE).stat().st_mode & 0o777) == (0o755, 0o644)


def test_nothing_is_written_that_was_not_seen(tmp_path: Path, metrics: Path) -> None:
    """A screen that never came leaves no sign of life."""
    Reporter(tmp_path, metrics, "1").close()
    assert not metrics.exists()


def test_what_is_not_known_is_left_out(tmp_path: Path, metrics: Path) -> None:
    reporter = Reporter(tmp_path, metrics, "1")
    reporter.put(Seen(1.0, 0.5, "1", Path("content")))
    reporter.close()
    text = (metrics / FILE).read_text()
    for name in ("frame_gap", "textures", "audio", "clock_trusted", "centre_open"):
        assert f"kiosk_{name}" not in text


def test_a_disk_that_hangs_holds_up_nobody(tmp_path: Path, metrics: Path) -> None:
    """A pipe that nobody reads takes the place of the file: opening it never returns."""
    metrics.mkdir()
    os.mkfifo(metrics / (FILE + NEW))
    reporter = Reporter(tmp_path, metrics, "1")
    reporter.put(seen())
    until((metrics / SAFE_MODE_FILE).exists)  # the thread is about to hang
    for beat in range(100_000):
        reporter.put(seen(beat))
    assert not (metrics / FILE).exists()
    reporter.close()
    assert reporter._thread.is_alive()
    with open(metrics / (FILE + NEW), "rb") as pipe:  # the disk has come to itself
        assert pipe.read().startswith(b"# HELP kiosk_build_info")
    reporter._thread.join(PATIENCE_S)
    assert not reporter._thread.is_alive()


def test_trouble_is_logged_once_and_counted_until_it_is_over(
    tmp_path: Path, metrics: Path, caplog: pytest.LogCaptureFixture
) -> None:
    metrics.write_text("a file where the folder should be")
    reporter = Reporter(tmp_path, metrics, "1")
    for lost in range(1, 4):
        reporter.put(seen())
        until(lambda: reporter._lost == lost)  # noqa: B023
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "cannot be written" in caplog.text
    metrics.unlink()
    reporter.put(seen())
    until((metrics / FILE).exists)
    assert value(metrics, "kiosk_health_write_failures_total") == "3"
    reporter.close()
    assert len(caplog.records) == 1


def test_a_start_that_could_not_be_kept_is_kept_when_there_is_room_again(tmp_path: Path, metrics: Path) -> None:
    """Or a crash later on would be taken for an end in good order."""
    state = tmp_path / "state"
    reporter = Reporter(state, metrics, "1")
    reporter.put(seen())
    until((metrics / FILE).exists)
    assert value(metrics, "kiosk_storage_writable") == "0"
    assert value(metrics, "kiosk_starts_total") == "", "a count that may be wrong is not told"
    state.mkdir()
    reporter.put(seen(2.0))
    until(lambda: value(metrics, "kiosk_heartbeat_timestamp_seconds") == "2.0")
    assert '"running": true' in (state / KEPT).read_text()
    assert value(metrics, 'kiosk_starts_total{reason="boot"}') == "1"
    reporter.close()
    assert '"running": false' in (state / KEPT).read_text()


def test_storage_is_tried_every_quarter_of_an_hour_and_while_it_fails_each_time(tmp_path: Path, metrics: Path) -> None:
    now = [0.0]
    reporter = Reporter(tmp_path, metrics, "1", lambda: now[0])

    def writable(at: float) -> str:
        now[0] = at
        reporter.put(seen(at))
        until(lambda: value(metrics, "kiosk_heartbeat_timestamp_seconds") == repr(at))
        return value(metrics, "kiosk_storage_writable")

    assert writable(1.0) == "1"
    (tmp_path / "canary").unlink()
    (tmp_path / ("canary" + NEW)).mkdir()
    assert writable(CANARY_EVERY_S - 1) == "1"
    assert writable(CANARY_EVERY_S + 2) == "0"
    (tmp_path / ("canary" + NEW)).rmdir()
    assert writable(CANARY_EVERY_S + 32) == "1"
    reporter.close()
