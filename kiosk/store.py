"""Holds the visit. The one place where it is replaced."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.navigation import Intent
from kiosk.domain.visit import Visit, advance


class Store:
    """`send` an intent; whoever has subscribed gets the visit before and after it, if it changed."""

    def __init__(self, fitting: Callable[[Visit], Visit] = lambda visit: visit) -> None:
        """`fitting` gives the visit without what the content does not have (any more)."""
        self.visit = Visit()
        self._fitting = fitting
        self._subscribers: list[Callable[[Visit, Visit], None]] = []

    def subscribe(self, changed: Callable[[Visit, Visit], None]) -> None:
        """Have `changed(before, after)` called after every change."""
        self._subscribers.append(changed)

    def send(self, intent: Intent) -> None:
        """Replace the visit by what it becomes after `intent`."""
        before, self.visit = self.visit, self._fitting(advance(self.visit, intent))
        if self.visit != before:
            for changed in self._subscribers:
                changed(before, self.visit)
