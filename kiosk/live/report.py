"""What staff are told of a change: in the log always, on the waiting screen in staff mode."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from kiosk.domain.problem import Problem
from kiosk.live.last_good import Answer

log = logging.getLogger(__name__)

MOST_LINES = 2
"""Faults that the status names; `check` names all."""
MOST_LOGGED = 20
LONGEST = 80
"""Characters of a line of the status: so many fit beside the door."""


def place(problem: Problem) -> str:
    """content/services/kita.yaml:7"""
    return f"{problem.path}:{problem.line}" if problem.line else problem.path


def told(answer: Answer) -> None:
    """Log what came of a reading: one line, and the places of what is wrong."""
    if answer.same:
        log.info("what was read back at the start is what stands in the files")
        return
    what = "the new content is shown" if answer.content else "the content stays as it was"
    back = f", {len(answer.back)} files in their last good version" if answer.back else ""
    log.info("files have changed: %s%s; %d errors", what, back, len(answer.faults))
    for problem in answer.faults[:MOST_LOGGED]:
        log.info("%s: %s", place(problem), problem.reason["en"])


def unread(folder: str) -> Problem:
    """What staff are told when a change could not even be read."""
    reason = {"de": "Die letzte Änderung ließ sich nicht lesen.", "en": "The last change could not be read."}
    remedy = {"de": "`run_kiosk.py check` aufrufen.", "en": "Run `run_kiosk.py check`."}
    return Problem(folder, 0, 0, reason, remedy)


def status(faults: Sequence[Problem], since: datetime) -> tuple[str, ...]:
    """The lines of the status on the waiting screen, in German: how old the content is, and what is wrong first."""
    count = f"{len(faults)} Fehler" if faults else "alles in Ordnung"
    lines = [f"{place(one)}: {one.reason['de']}" for one in faults[:MOST_LINES]]
    short = (line if len(line) <= LONGEST else line[: LONGEST - 1] + "…" for line in lines)
    return (f"Inhalt vom {since:%d.%m., %H:%M} · {count}", *short)
