"""The sums are kept while nobody is there, whatever the disk does."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import FrameType

import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import Choose, Finish, Toggle
from kiosk.domain.visit import Visit
from kiosk.usage import shelf
from kiosk.usage.counting import KEEP_S, LOOK_S, counting
from kiosk.usage.figures import Sums
from kiosk.usage.shelf import BOOK, BROKEN, EXPORT
from tests.unit.usage.clocks import Wall
from tests.unit.usage.lobby import CARD, MONDAY, Lobby


@pytest.fixture
def lobby(tmp_path: Path) -> Lobby:
    return Lobby(tmp_path)


def test_two_orders_of_the_same_visits_leave_the_same_file(tmp_path: Path) -> None:
    """So that the file tells neither who came first, nor what they looked at first."""
    texts = []
    visits = [(Choose("ti"), CARD), (Choose("de"), Toggle(Mode.LOW))]
    for name, order in (("a", visits), ("b", [visits[1], visits[0]])):
        (tmp_path / name).mkdir()
        lobby = Lobby(tmp_path / name)
        for steps in order:
            lobby.visit(*steps, Finish())
        lobby.counting.close()
        texts.append((tmp_path / name / BOOK).read_text())
    assert texts[0] == texts[1]


def test_sums_are_kept_once_an_hour_and_only_for_five_visits(lobby: Lobby) -> None:
    for _ in range(4):
        lobby.visit(Finish())
    lobby.rest(KEEP_S)
    assert not lobby.kept
    lobby.visit(Finish())
    lobby.rest()
    assert lobby.kept["visits", ""] == 5
    for _ in range(6):
        lobby.visit(Finish())
    lobby.rest(KEEP_S - 300)
    assert lobby.kept["visits", ""] == 5
    lobby.rest(300)
    assert lobby.kept["visits", ""] == 11


def test_while_somebody_is_there_nothing_is_written(lobby: Lobby) -> None:
    for _ in range(5):
        lobby.visit(Finish())
    lobby.visit()
    lobby.rest(KEEP_S)
    assert not lobby.kept
    lobby.store.send(Finish())
    lobby.rest()
    assert lobby.kept["visits", ""] == 6


def test_the_end_of_the_kiosk_keeps_what_there_is_and_the_next_start_goes_on(lobby: Lobby) -> None:
    lobby.visit(Finish())
    lobby.visit(Choose("ar"))
    lobby.counting.close()
    assert lobby.kept == Sums({("visits", ""): 2, ("ended", "finish"): 1, ("duration", "30"): 2, ("language", "ar"): 1})
    lobby.begin()
    lobby.visit(Finish())
    assert lobby.held["visits", ""] == 3


def test_a_day_is_exported_once_it_is_over_and_the_export_stands_still_all_day(lobby: Lobby) -> None:
    export = lobby.folder / "metrics" / EXPORT
    before = export.read_bytes()
    for _ in range(12):
        lobby.visit(Choose("de"), Finish())
    lobby.rest(KEEP_S)
    assert lobby.kept
    assert export.read_bytes() == before
    lobby.rest(14 * 3600)
    told = export.read_text()
    assert 'kiosk_usage_day{date="2026-11-23"} 1' in told
    assert "kiosk_usage_day_visits 10" in told
    stamp = export.stat().st_mtime_ns, export.stat().st_ino
    for _ in range(12):
        lobby.visit(Choose("de"), Finish())
    lobby.rest(KEEP_S)
    assert (export.stat().st_mtime_ns, export.stat().st_ino) == stamp, "its age would tell that somebody was here"


def test_a_disk_that_takes_nothing_is_told_once_and_tried_every_minute(
    lobby: Lobby, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelf, "replace", full)
    for _ in range(5):
        lobby.visit(Finish())
    for _ in range(3):
        lobby.rest(KEEP_S)
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert lobby.counting.faults == 1
    assert not lobby.kept
    monkeypatch.undo()
    lobby.rest(LOOK_S)
    assert lobby.kept["visits", ""] == 5
    assert "kept again" in caplog.text


def test_a_disk_that_hangs_holds_nobody_up(
    lobby: Lobby, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    hangs, lets_go = threading.Event(), threading.Event()

    def stuck(*_: object) -> None:
        hangs.set()
        lets_go.wait(60)

    monkeypatch.setattr(shelf, "replace", stuck)
    for _ in range(5):
        lobby.visit(Finish())
    lobby.wall.go_on(KEEP_S)
    lobby.counting.tick(Visit())
    assert hangs.wait(10)
    for _ in range(3):
        lobby.visit(Choose("de"), Finish())
        lobby.counting.tick(Visit())
    assert lobby.held["visits", ""] == 8
    assert lobby.clerk.busy
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    lobby.counting.close()
    assert "does not answer" in caplog.text
    lets_go.set()
    assert lobby.clerk.wait(10)


def test_a_fault_of_ours_while_keeping_is_told_like_one_of_the_disk(
    lobby: Lobby, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(shelf, "replace", lambda *_: 1 / 0)
    for _ in range(5):
        lobby.visit(Finish())
    lobby.rest(KEEP_S)
    assert "division by zero" in caplog.text
    monkeypatch.undo()
    lobby.rest(LOOK_S)
    assert lobby.kept["visits", ""] == 5


def test_a_book_that_is_none_is_put_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / BOOK).write_bytes(b"\x00\xff" * 100)
    lobby = Lobby(tmp_path)
    assert (tmp_path / BROKEN).read_bytes() == b"\x00\xff" * 100
    assert "put aside" in caplog.text
    lobby.visit(Finish())
    lobby.counting.close()
    assert lobby.kept["visits", ""] == 1


def test_a_book_that_cannot_be_read_now_is_never_written_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / BOOK).mkdir()
    wall = Wall(MONDAY)
    assert counting(tmp_path, wall, wall.monotonic) is None
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_only_the_kiosk_reads_the_book_and_node_exporter_the_export(lobby: Lobby) -> None:
    export = lobby.folder / "metrics" / EXPORT
    assert (lobby.folder / BOOK).stat().st_mode & 0o777 == 0o600
    assert export.stat().st_mode & 0o777 == 0o644
    assert export.parent.stat().st_mode & 0o777 == 0o755


def test_it_takes_no_time_of_the_screen(lobby: Lobby) -> None:
    """No file is opened in the screen's thread, so it does not matter how slow the disk is."""
    calls: list[str] = []
    here = threading.get_ident()

    def profile(frame: FrameType, event: str, function: object) -> None:
        if threading.get_ident() == here:
            calls.append(frame.f_code.co_name if event == "call" else getattr(function, "__name__", ""))

    sys.setprofile(profile)
    try:
        for _ in range(5):
            lobby.visit(Choose("de"), Finish())
        lobby.wall.go_on(KEEP_S)
        lobby.counting.tick(Visit())
    finally:
        sys.setprofile(None)
    assert not {"open", "fsync", "keep", "as_text"} & set(calls), "nor is the text made there"
    assert {"copy", "begin"} <= set(calls)
