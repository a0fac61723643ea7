"""What is told to the supervisor, over a real socket; and that telling never blocks and never fails."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.runtime.notify import Supervisor


@pytest.fixture(params=["file", "abstract"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[socket.socket, str]]:
    """A supervisor's socket, and how NOTIFY_SOCKET names it."""
    name = str(tmp_path / "notify") if request.param == "file" else f"@kiosk-test-{tmp_path.name}-{id(tmp_path)}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as made:
        made.bind(f"\0{name[1:]}" if name.startswith("@") else name)
        made.settimeout(5)
        yield made, name


def test_lines_arrive_as_one_message(told: tuple[socket.socket, str]) -> None:
    listener, name = told
    supervisor = Supervisor({"NOTIFY_SOCKET": name})
    supervisor.tell("READY=1", "STATUS=on the screen")
    assert listener.recv(4096) == b"READY=1\nSTATUS=on the screen"
    supervisor.close()
    supervisor.tell("WATCHDOG=1")
    listener.setblocking(False)
    with pytest.raises(BlockingIOError):
        listener.recv(4096)


@pytest.mark.parametrize(
    ("environ", "patience"),
    [
        ({"WATCHDOG_USEC": "20000000", "WATCHDOG_PID": "1"}, 20.0),  # of another process: we are its child
        ({"WATCHDOG_USEC": "0"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
        ({}, None),
    ],
)
def test_how_long_the_supervisor_waits(environ: dict[str, str], patience: float | None, tmp_path: Path) -> None:
    supervisor = Supervisor({"NOTIFY_SOCKET": str(tmp_path / "notify"), **environ})
    assert supervisor.patience_s == patience
    supervisor.close()


@pytest.mark.parametrize("environ", [{}, {"NOTIFY_SOCKET": ""}, {"NOTIFY_SOCKET": "relative", "WATCHDOG_USEC": "5"}])
def test_without_a_supervisor_nothing_is_told_and_nothing_waits(environ: dict[str, str]) -> None:
    supervisor = Supervisor(environ)
    supervisor.tell("READY=1")
    assert supervisor.patience_s is None


def test_nobody_at_the_socket_is_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    supervisor = Supervisor({"NOTIFY_SOCKET": str(tmp_path / "gone")})
    supervisor.tell("READY=1")
    supervisor.tell("WATCHDOG=1")
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "the supervisor cannot be told" in caplog.text
    supervisor.close()


def test_a_supervisor_that_does_not_listen_holds_nothing_up(tmp_path: Path) -> None:
    """Its queue is full after ten messages or so; a blocking socket would wait here for ever."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as deaf:
        deaf.bind(str(tmp_path / "notify"))
        supervisor = Supervisor({"NOTIFY_SOCKET": str(tmp_path / "notify")})
        for _ in range(2000):
            supervisor.tell("WATCHDOG=1")
        supervisor.close()
