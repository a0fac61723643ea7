"""The log: plain lines on standard error, for journald or a terminal, which add the time themselves.

No visitor data: what is logged are states of the machine, never a language, a page, a touch or a search.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

FORMAT = "%(levelname)s %(name)s: %(message)s"
QUIET = ("DEBUG ", "INFO ")


class _KivyOnlyWarns(logging.Filter):
    """Kivy sets its own logger to INFO when it is imported; its start-up chatter is not ours."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING or record.name.partition(".")[0] != "kivy"


def configure(level: int = logging.INFO, stream: TextIO | None = None) -> None:
    """Send everything to `stream` (standard error). `lockdown.prepare` keeps Kivy from adding handlers of its own."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT))
    handler.addFilter(_KivyOnlyWarns())
    logging.basicConfig(level=level, handlers=[handler], force=True)


def unexpected(lines: Iterable[str], expected: Sequence[str] = ()) -> list[str]:
    """The lines of a log that no test may leave unexplained: all but INFO and DEBUG and those with an expected phrase.

    Lines of libraries that write to standard error past the log, and tracebacks, count too.
    """
    return [
        line
        for line in lines
        if line.strip() and not line.startswith(QUIET) and not any(phrase in line for phrase in expected)
    ]
