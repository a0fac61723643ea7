"""A lobby with a store as the kiosk has one, for tests of counting."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kiosk.domain.navigation import SERVICE, Finish, Intent, Open, Route, Wake
from kiosk.store import Store
from kiosk.usage.clerk import Clerk
from kiosk.usage.counting import counting
from kiosk.usage.figures import Sums
from kiosk.usage.shelf import BOOK, read_book
from tests.unit.usage.clocks import Wall

MONDAY = datetime(2026, 11, 23, 10)
CARD = Open(Route(SERVICE, "anmelden"))
LEFT = Finish(left=True)


class Lobby:
    """A store as the kiosk has one, with what counts, on a day that the test makes pass."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.wall = folder, Wall(MONDAY)
        self.begin()

    def begin(self) -> None:
        """The kiosk starts."""
        made = counting(self.folder, self.wall, self.wall.monotonic)
        assert made is not None
        self.counting, self.store = made, Store(made.observe)
        self.rest()

    def visit(self, *intents: Intent, each_s: float = 10.0) -> None:
        """A visitor, with so many seconds between two steps."""
        for intent in (Wake(), *intents):
            self.store.send(intent)
            self.wall.go_on(each_s)

    def rest(self, seconds: float = 0.0) -> None:
        """Time passes, and the kiosk looks what there is to do; the disk is waited for."""
        self.wall.go_on(seconds)
        self.counting.tick(self.store.visit)
        self.clerk.wait(10)
        self.counting.tick(self.store.visit)

    @property
    def clerk(self) -> Clerk:
        return self.counting._clerk

    @property
    def held(self) -> Sums:
        """Today's sums."""
        return self.counting._book.held

    @property
    def kept(self) -> Sums:
        """What is held in the file."""
        return read_book(self.folder / BOOK).held
