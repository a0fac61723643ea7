"""The child's side of a companion: read requests from stdin, write answers and events to stdout, one JSON line each."""

from __future__ import annotations

import json
import os
import threading
from queue import SimpleQueue
from typing import Any, TextIO


class Lines:
    """The requests of the kiosk, in order, and the way to answer them.

    Make one before anything else is imported: libraries that print to stdout then print to stderr. When the kiosk is
    gone (stdin ends) the process ends at once.
    """

    def __init__(self) -> None:
        self.requests: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._out: TextIO = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)
        threading.Thread(target=self._read, daemon=True).start()

    def answer(self, request: dict[str, Any], **what: object) -> None:
        """Answer `request`."""
        self._say({"answer": request["ask"], **what})

    def event(self, event: str, **what: object) -> None:
        """Tell the kiosk something that it did not ask for."""
        self._say({"event": event, **what})

    def _say(self, line: dict[str, Any]) -> None:
        print(json.dumps(line), file=self._out, flush=True)

    def _read(self) -> None:
        # Not sys.stdin: Python waits for its lock when the process ends, and would abort.
        with open(0, "rb", closefd=False) as requests:
            for line in requests:
                self.requests.put(json.loads(line))
        os._exit(0)
