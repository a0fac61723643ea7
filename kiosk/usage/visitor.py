"""What is remembered of the visit that is going on, until it is over: which things it counts for. It has no name, no
number and no time of day, and is forgotten with the visit."""

from __future__ import annotations

from msgspec import Struct, field

from kiosk.domain.navigation import ByEar, ByKeys, Finish, Intent, Wake
from kiosk.domain.visit import Visit
from kiosk.usage.figures import ENDED, FINISHED, LEFT, ONE, VISITS, Cell
from kiosk.usage.seen import duration, language_of, seen

FIRST = (Wake, ByEar, ByKeys)
"""With these a visit begins. Whoever does nothing more only walked by: such a visit has no duration."""


class Visitor(Struct):
    """`began` and `last` are monotonic seconds: of the first step and of the last one. The time that nobody touches
    anything, until the kiosk forgets the visit, is not part of it."""

    began: float
    last: float
    acted: bool = False
    seen: set[Cell] = field(default_factory=set)
    language: Cell | None = None
    ended: Cell | None = None

    def step(self, intent: Intent, before: Visit, after: Visit, now: float) -> None:
        """One step; the last one ends the visit."""
        left = intent == Finish(left=True)
        if not left:
            self.last = now
            self.acted = self.acted or bool(before.stack) or not isinstance(intent, FIRST)
        self.seen |= seen(intent, before, after)
        self.language = language_of(after) or self.language
        if not after.stack:
            self.ended = (ENDED, LEFT if left else FINISHED)

    def counts_for(self) -> frozenset[Cell]:
        """Everything that this visit counts for, each thing once."""
        of_it = (self.language, self.ended, duration(self.last - self.began) if self.acted else None)
        return frozenset((*self.seen, (VISITS, ONE), *(cell for cell in of_it if cell)))
