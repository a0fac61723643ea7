"""Counts visits while the kiosk runs, and sees to it that the sums are kept. It never stands in a visitor's way."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from kiosk.domain.navigation import Intent
from kiosk.domain.visit import Visit
from kiosk.runtime.clock import LocalClock
from kiosk.usage.book import Book
from kiosk.usage.calendar import Calendar
from kiosk.usage.clerk import Clerk
from kiosk.usage.metrics import as_metrics
from kiosk.usage.shelf import Shelf
from kiosk.usage.telling import FEWEST
from kiosk.usage.visitor import Visitor
from kiosk.usage.writing import as_text

log = logging.getLogger(__name__)

LOOK_S = 60.0
"""How often `tick` is wanted: after a fault of the disk it is tried again at the next one."""
KEEP_S = 3600.0
"""Sums are kept once an hour at most, and only if FEWEST visits came since: from when the file was written, and from
two states of it, nobody can tell when somebody stood here and what they looked at."""
LAST_WAIT_S = 1.0
"""So long the end of the kiosk waits for the disk, twice at most: its supervisor gives it a few seconds."""


def counting(folder: Path, wall: LocalClock, monotonic: Callable[[], float]) -> Counting | None:
    """What counts and keeps its sums in `folder`; None (and a line in the log) where they cannot be read there now."""
    shelf = Shelf(folder)
    try:
        book = shelf.read()
    except OSError as error:
        log.error("usage is not counted until the next start: %s", error)
        return None
    return Counting(shelf, book, Calendar(wall, monotonic), monotonic)


class Counting:
    """Every method belongs to the thread of the user interface, returns at once and never fails."""

    def __init__(self, shelf: Shelf, book: Book, calendar: Calendar, monotonic: Callable[[], float]) -> None:
        self._shelf, self._book, self._calendar, self._monotonic = shelf, book, calendar, monotonic
        self._clerk = Clerk()
        self._visitor: Visitor | None = None
        self._visits = self._writing = self.faults = 0
        self._kept_at = monotonic()
        self._wanted, self._told_of_disk, self._told_of_us = True, False, False
        book.tell_undated()

    def observe(self, intent: Intent, before: Visit, after: Visit) -> None:
        """A step of a visitor (kiosk.store.Observer)."""
        self._safely(lambda: self._step(intent, before, after))

    def tick(self, visit: Visit) -> None:
        """To be called every LOOK_S seconds, with the present visit. Everything is done while nobody is there."""
        if not visit.stack:
            self._safely(self._at_rest)

    def close(self) -> None:
        """The kiosk ends: what is not kept yet is kept, if the disk answers in time."""
        self._safely(self._end)

    def _safely(self, act: Callable[[], None]) -> None:
        """A fault of ours costs a visit in the sums, and no visitor anything."""
        try:
            act()
        except Exception:
            self.faults += 1
            self._visitor = None
            if not self._told_of_us:
                log.exception("a visit could not be counted; further ones are only counted as faults")
            self._told_of_us = True

    def _step(self, intent: Intent, before: Visit, after: Visit) -> None:
        now = self._monotonic()
        if not before.stack:
            self._leave()  # one that a fault broke off
            self._visitor = Visitor(now, now) if after.stack else None
        if self._visitor:
            self._visitor.step(intent, before, after, now)
        if not after.stack:
            self._leave()

    def _leave(self) -> None:
        """The visit is over: it becomes sums, and is forgotten."""
        visitor, self._visitor = self._visitor, None
        if visitor:
            today = self._calendar.today()
            self._wanted |= self._book.turn(today)
            self._book.count(visitor.counts_for(), dated=today is not None)
            self._visits += 1

    def _at_rest(self) -> None:
        self._leave()
        self._wanted |= self._book.turn(self._calendar.today())
        if self._clerk.busy:
            self._complain("the disk has not answered for a while")
            return
        self._hear()
        hour = self._monotonic() - self._kept_at >= KEEP_S
        if self._wanted or (hour and self._visits >= FEWEST):
            self._keep()

    def _keep(self) -> None:
        book, faults = self._book.copy(), self.faults
        self._wanted, self._writing, self._kept_at = False, self._visits, self._monotonic()
        self._clerk.begin(lambda: self._shelf.keep(as_text(book), as_metrics(book, faults)))

    def _hear(self) -> None:
        """What came of the writing. A fault is told once, until it is over; the sums stay here meanwhile."""
        outcome = self._clerk.outcome()
        if outcome is True:
            self._visits -= self._writing
            if self._told_of_disk:
                log.warning("usage is kept again")
            self._told_of_disk = False
        elif outcome:
            self._wanted = True
            self._complain(outcome)

    def _complain(self, reason: object) -> None:
        if not self._told_of_disk:
            self.faults += 1
            log.error("usage cannot be kept, it is tried again every minute: %s", reason)
        self._told_of_disk = True

    def _end(self) -> None:
        self._leave()
        if self._clerk.wait(LAST_WAIT_S):
            self._hear()
            if self._wanted or self._visits:
                self._keep()
        if not self._clerk.wait(LAST_WAIT_S):
            log.error("the disk does not answer: usage since it was kept last is lost")
        self._hear()
