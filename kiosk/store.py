"""Holds the visit. The one place where it is replaced."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.navigation import Intent
from kiosk.domain.visit import Visit, advance

Observer = Callable[[Intent, Visit, Visit], None]
"""Is told of an intent, and of the visit before and after it. It must not fail: a visitor is in the middle of it."""


class Store:
    """`send` an intent; whoever has subscribed gets the visit before and after it, if it changed. An `observer` is told
    of every intent, before the others."""

    def __init__(self, observer: Observer | None = None) -> None:
        self.visit = Visit()
        self._observer = observer
        self._subscribers: list[Callable[[Visit, Visit], None]] = []

    def subscribe(self, changed: Callable[[Visit, Visit], None]) -> None:
        """Have `changed(before, after)` called after every change."""
        self._subscribers.append(changed)

    def send(self, intent: Intent, fitting: Callable[[Visit], Visit] | None = None) -> None:
        """Replace the visit by what it becomes after `intent`. Where the content was replaced just now, `fitting` takes
        out of the visit what is no longer there."""
        before, after = self.visit, advance(self.visit, intent)
        self.visit = fitting(after) if fitting else after
        if self._observer:
            self._observer(intent, before, self.visit)
        if self.visit != before:
            for changed in self._subscribers:
                changed(before, self.visit)
