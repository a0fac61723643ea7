"""Where the keypad is: one stop of the walk, and the stops it was at on the screens behind."""

from __future__ import annotations

from kiosk.domain.navigation import Route
from kiosk.domain.node import View
from kiosk.domain.visit import Visit, screen_of
from kiosk.domain.walk import first, walk


class Focus:
    """`node` is the id of the stop; empty on a screen that has just come, or while nobody uses the keypad."""

    def __init__(self) -> None:
        self.node = ""
        self._left: dict[Route, str] = {}

    def forget(self) -> None:
        """The visit is over."""
        self.node = ""
        self._left.clear()

    def moved(self, before: Visit, after: Visit) -> None:
        """Another screen has come: of one that lay behind, the stop that was left there."""
        self._left[screen_of(before)] = self.node
        back = len(after.stack) < len(before.stack) and after.stack == before.stack[: len(after.stack)]
        self.node = self._left.get(screen_of(after), "") if back else ""

    def arrive(self, view: View) -> bool:
        """Be somewhere on a screen that is shown: where it was left, or at its beginning. Whether it had been left."""
        if any(stop.id == self.node for stop in walk(view)):
            return True
        beginning = first(view)
        self.node = beginning.id if beginning else ""
        return False

    def step(self, view: View, by: int) -> bool:
        """To the next stop (+1) or the one before (-1); whether that led round the end. From a stop that is no longer
        there it leads to the beginning."""
        ids = [stop.id for stop in walk(view)]
        if self.node not in ids:
            self.arrive(view)
            return False
        at = ids.index(self.node) + by
        self.node = ids[at % len(ids)]
        return not 0 <= at < len(ids)
