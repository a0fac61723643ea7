"""A child process that is asked in JSON lines and answers in JSON lines.

What may crash, hang or carry another licence runs in a companion: the kiosk loses a process, never a frame. Every
request carries a number and is answered with it ({"answer": 7, …}); lines without an answer are events. The child ends
by itself when its stdin ends, so it never outlives the kiosk.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package `kiosk`, for the child to find it."""

Line = dict[str, Any]


class CompanionLost(Exception):
    """The child ended, hung or could not be started; it has been killed. The message says which."""


class Companion:
    """One child running `python -m module`, started by the first `ask` and again by the next one after it is lost.

    `ask` blocks and belongs to one background thread; `kill` and `running` never block and may be used anywhere.
    `on_event` gets every event, `on_lost` the reason when a child ends by itself; both are called from the thread that
    listens. The child's stderr is the kiosk's own: a pipe that nobody reads would fill up and hang the child.
    """

    def __init__(
        self,
        module: str,
        on_event: Callable[[Line], None] = lambda line: None,
        on_lost: Callable[[str], None] = lambda reason: None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.module = module
        self._on_event = on_event
        self._on_lost = on_lost
        self._environment = dict(environment or {})
        self._numbers = count(1)
        self._answers: SimpleQueue[Line | str] = SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether there is a child that has not ended."""
        process = self._process
        return process is not None and process.poll() is None

    @property
    def pid(self) -> int:
        """The child's process id, 0 without a child."""
        process = self._process
        return process.pid if process else 0

    def ask(self, seconds: float, **request: object) -> Line:
        """The child's answer to `request`. Raises CompanionLost, at the latest after `seconds`; the child is killed
        then."""
        process = self._process
        if process is None or process.poll() is not None:
            process = self._start()
        number = next(self._numbers)
        try:
            _write(process, request | {"ask": number})
            return self._answer(number, seconds)
        except Empty:
            reason = f"{self.module} gave no answer to {request.get('do')!r} within {seconds:g} s and was killed"
        except (OSError, ValueError) as error:  # ValueError: the listener has closed the pipe of a child that ended
            reason = f"{self.module} could not be asked: {error}"
        self.kill()
        raise CompanionLost(reason)

    def kill(self) -> None:
        """End the child at once. The thread that listens to it buries it."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
        try:
            process = subprocess.Popen(
                [sys.executable, "-m", self.module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | {"PYTHONPATH": path} | self._environment,
                start_new_session=True,
            )
        except OSError as error:
            raise CompanionLost(f"{self.module} could not be started: {error}") from error
        answers: SimpleQueue[Line | str] = SimpleQueue()
        self._process, self._answers = process, answers
        threading.Thread(target=self._listen, args=(process, answers), name=self.module, daemon=True).start()
        return process

    def _answer(self, number: int, seconds: float) -> Line:
        while True:
            line = self._answers.get(timeout=seconds)
            if isinstance(line, str):
                raise CompanionLost(line)
            if line["answer"] == number:
                return line

    def _listen(self, process: subprocess.Popen[bytes], answers: SimpleQueue[Line | str]) -> None:
        assert process.stdout is not None and process.stdin is not None
        for raw in process.stdout:
            if not raw.endswith(b"\n"):  # the child was killed in the middle of a line
                break
            line = json.loads(raw)
            if "answer" in line:
                answers.put(line)
            else:
                self._on_event(line)
        reason = f"{self.module} ended with code {process.wait()}"
        answers.put(reason)
        process.stdout.close()
        with suppress(OSError):  # closing flushes what the child will never read
            process.stdin.close()
        if self._process is process:
            self._process = None
            self._on_lost(reason)


def _write(process: subprocess.Popen[bytes], request: Line) -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps(request).encode() + b"\n")
    process.stdin.flush()
