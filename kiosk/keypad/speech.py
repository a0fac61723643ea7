"""Saying one thing in place of another, and remembering what kind of thing it is."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.node import Sentence
from kiosk.domain.reading import Status
from kiosk.narrator import Narrator
from kiosk.store import Store

BREATH_S = 0.15
"""Between a name and what it is: one thing is said, not two."""
AFTER_S = 1.0
"""So long after its end something counts as just said (accessibility.md (b), repeat)."""


class Speech:
    """What the keypad says with the narrator, as loud and as fast as the visitor wants it. `follows`: the focus goes
    along with what is said."""

    def __init__(self, store: Store, narrator: Narrator) -> None:
        self._store, self._narrator = store, narrator
        self._lines: tuple[Sentence, ...] = ()
        self._lead, self._breath = 0, BREATH_S
        self._ended: float | None = None
        self.follows = False

    def forget(self) -> None:
        """The visit is over."""
        self._lines, self._lead, self._ended, self.follows = (), 0, None, False

    def say(self, lines: Sequence[Sentence], breath: float = BREATH_S, follows: bool = False, lead: int = 0) -> None:
        """Say this, whatever is being said. The first `lead` sentences are an introduction, which may be skipped."""
        self._lines, self._lead, self._breath = tuple(lines), lead, breath
        self._ended, self.follows = None, follows
        visit = self._store.visit
        self._narrator.tune(visit.volume, visit.speed)
        self._narrator.read(self._lines, breath=breath)

    def before(self, lines: Sequence[Sentence]) -> None:
        """Say this, and then what has not been said yet."""
        left = self._narrator.left
        lead = max(0, self._lead - (len(self._lines) - len(left)))
        self.say((*lines, *left), self._breath, self.follows, len(lines) + lead if lead else 0)

    @property
    def introducing(self) -> bool:
        """Whether an introduction is being said."""
        return self._narrator.busy and self._narrator.reading.index < self._lead

    def skip(self) -> None:
        """What comes after the introduction, now."""
        self.say(self._lines[self._lead :])

    @property
    def going_on(self) -> bool:
        """Whether something is being said, or is paused."""
        return self._narrator.reading.status is not Status.IDLE

    def pause(self) -> None:
        """Hold on; after a pause, go on."""
        self._narrator.hold_or_go_on()

    def stop(self) -> None:
        """Be silent."""
        self._narrator.stop()

    def tick(self, now: float) -> None:
        """Notice when it ends."""
        if self.going_on:
            self._ended = None
        elif self._ended is None:
            self._ended = now

    def just(self, now: float) -> bool:
        """Whether something is being said, or has just been."""
        return self.going_on or (self._ended is not None and now - self._ended <= AFTER_S)

    @property
    def node(self) -> str:
        """The node that is spoken of, if the focus is to go along."""
        mark = self._narrator.mark if self.follows else None
        return mark.node if mark else ""
