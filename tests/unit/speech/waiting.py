"""Waiting for something that another process or thread does: for the thing itself, never for a time."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable
from threading import Condition
from typing import Any

PATIENCE = 20.0
"""Seconds after which it is not coming any more; a test that gets here has failed."""


class Notes:
    """What was reported from other threads; `until` waits for it."""

    def __init__(self) -> None:
        self.all: list[Any] = []
        self._changed = Condition()

    def __call__(self, note: Any = None) -> None:
        with self._changed:
            self.all.append(note)
            self._changed.notify_all()

    def until(self, *wanted: Any) -> None:
        """Wait until everything in `wanted` was reported."""
        with self._changed:
            came = self._changed.wait_for(lambda: all(note in self.all for note in wanted), PATIENCE)
        assert came, f"{wanted} did not come, only {self.all}"

    def until_true(self, holds: Any) -> None:
        """Wait until `holds()`, looked at after every report."""
        with self._changed:
            assert self._changed.wait_for(holds, PATIENCE), "it did not come to hold"


def until(holds: Callable[[], bool]) -> None:
    """Wait until `holds()`, where nobody reports that it does."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "it did not come to hold"
        time.sleep(0.005)


def ends(pid: int) -> bool:
    """Whether process `pid` ends, waited for."""
    try:
        watch = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        readable, _, _ = select.select([watch], [], [], PATIENCE)
        return bool(readable)
    finally:
        os.close(watch)
