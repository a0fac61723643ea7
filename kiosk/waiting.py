"""The screen that waits for visitors: it greets in every language in turn, and now and then aloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.runtime.calling import CallingOut
from kiosk.runtime.clock import LocalClock

GREETING_S = 5.0
"""How long it greets in one language (look.md 7)."""


class Waiting:
    """`greeting` counts the greetings; `calling` says when one is called out, None for a kiosk that never calls."""

    def __init__(self, wall: LocalClock, monotonic: Callable[[], float], calling: CallingOut | None) -> None:
        self._wall, self._monotonic, self._calling = wall, monotonic, calling
        self.greeting, self._since = 0, monotonic()
        self._following = 1

    @property
    def due(self) -> float:
        """When the next greeting comes, in monotonic seconds."""
        return self._since + GREETING_S

    def rest(self) -> None:
        """Somebody is there: what a finger is on stays where it is until it has lifted."""
        self._since = self._monotonic()

    def tick(self, now: float, voiced: Callable[[], Sequence[bool]]) -> bool:
        """The next greeting, if it is due at `now`; whether it is to be called out. `voiced` tells which languages have
        a voice, in their order."""
        if now < self.due:
            return False
        self.greeting, self._since = self._following, now
        self._following += 1
        can = voiced()
        if self._calling is None or not any(can) or not self._calling.due(now, self._wall.now(), self._wall.trusted()):
            return False
        called = self._calling.next(self.greeting, can)
        if called != self.greeting:  # the round goes on behind it: with many languages none may be passed over
            self.greeting, self._following = called, self.greeting
        return True
