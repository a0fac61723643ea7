"""A companion that makes sound: asked one thing at a time, and left in peace for a while if it is lost too often."""

from __future__ import annotations

import threading

from kiosk.speech.companion import Companion, CompanionLost, Line
from kiosk.speech.engine import SpeechFailed

LOSSES = 3
"""So many children may be lost in a row before the worker rests until `revive`."""


class Worker:
    """The child `module`. It has `seconds` for an answer; a request is put to `tries` children at the most, one after
    the other. `ask` blocks; any background thread may call it."""

    def __init__(self, module: str, seconds: float, tries: int) -> None:
        self._child = Companion(module)
        self._module, self._seconds, self._tries = module, seconds, tries
        self._lock = threading.Lock()
        self._losses = 0

    @property
    def pid(self) -> int:
        """The child's process id, 0 while there is none."""
        return self._child.pid

    def ask(self, **request: object) -> Line:
        """The answer to `request`. Raises SpeechFailed."""
        with self._lock:
            answer = self._answer(request)
        if "error" in answer:
            raise SpeechFailed(answer["error"])
        return answer

    def revive(self) -> None:
        """Try again after too many losses: at every new visit."""
        self._losses = 0

    def close(self) -> None:
        """End the child."""
        self._child.kill()

    def _answer(self, request: Line) -> Line:
        reason = ""
        for _ in range(self._tries):
            if self._losses >= LOSSES:
                raise SpeechFailed(f"{self._module} was lost {LOSSES} times in a row and rests until the next visit")
            try:
                answer = self._child.ask(self._seconds, **request)
            except CompanionLost as lost:
                self._losses += 1
                reason = str(lost)
            else:
                self._losses = 0
                return answer
        raise SpeechFailed(reason)
