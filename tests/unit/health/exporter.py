"""Node exporter, run by a test on a port of its own, and asked as Prometheus does."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tests.unpacked import NODE_EXPORTER

PATIENCE_S = 20.0


@contextmanager
def exporter(folders: str, *collectors: str) -> Iterator[int]:
    """Runs it with the text files in `folders` (a pattern) and these collectors only; its port."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    looks = [f"--collector.{name}" for name in ("disable-defaults", "textfile", *collectors)]
    where = [f"--collector.textfile.directory={folders}", f"--web.listen-address=127.0.0.1:{port}"]
    process = subprocess.Popen([NODE_EXPORTER, *looks, *where], stderr=subprocess.DEVNULL)
    try:
        yield port
    finally:
        process.kill()
        process.wait()


def scraped(port: int) -> str:
    """What Prometheus would get."""
    end = time.monotonic() + PATIENCE_S
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        try:
            connection.request("GET", "/metrics")
            return connection.getresponse().read().decode()
        except ConnectionRefusedError:
            assert time.monotonic() < end, "node exporter does not answer"
            time.sleep(0.02)
        finally:
            connection.close()


def terminal(folder: Path) -> str:
    """The pattern of the folders of a terminal, as docs/health.md gives it."""
    return f"{folder}/kiosk*/metrics"
