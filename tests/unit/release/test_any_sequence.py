"""Whatever comes in whatever order (new, old and bad releases, rollbacks, ends in the middle): what is shown is whole,
never older but by a rollback, and enough is kept to go back."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.release.record import rolled_back
from kiosk.release.store import KEPT
from tests.unit.release.corpus import BADS
from tests.unit.release.desk import PLACE, Desk
from tests.unit.release.faulty import ALL, KILLED, Machine, quick_folder

WAYS = ("openat", "write", "fsync", "rename", "mkdir", "unlinkat", "symlink", "unlink")
MOST = {"openat": 90, "write": 22, "fsync": 26, "rename": 8, "mkdir": 6, "unlinkat": 20, "symlink": 1, "unlink": 5}
"""A little more than a run makes of each: then it comes through."""


class Terminal(RuleBasedStateMachine):
    """The model: `number` is the last that was built, `shown` the one that the terminal must show (0: none)."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=quick_folder()))
        self.desk = Desk(self.folder / "desk")
        self.desk.shrink()
        self.machine = Machine(self.folder)
        self.number, self.shown = 0, 0

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.machine.__exit__(None, None, None)
            shutil.rmtree(self.folder)

    def id(self, number: int) -> str | None:
        return self.desk.release(number).id if number else None

    @rule()
    def a_new_one(self) -> None:
        self.number += 1
        self.desk.activate(self.number)
        self.shown = self.number
        assert len(self.desk.store.ids) <= KEPT + 1
        assert not self.desk.left_over

    @precondition(lambda self: self.shown > 1)
    @rule()
    def an_old_one(self) -> None:
        assert self.desk.run("activate", self.desk.file(self.shown - 1)) == 1

    @rule(name=some.sampled_from(["cut off", "another key", "an error in the content", "a link"]))
    def a_bad_one(self, name: str) -> None:
        assert self.desk.run("activate", BADS[name].make(self.desk)) == 1

    @rule()
    def back(self) -> None:
        before, there = self.desk.shown, self.desk.store.ids
        gone = set(rolled_back(self.desk.store))
        earlier = [one for one in there if before and one < before and one not in gone]
        assert self.desk.run("rollback") == (0 if earlier else 2)
        if earlier:
            assert self.desk.shown == earlier[-1]
            assert before in set(rolled_back(self.desk.store))
            self.shown = next(number for number in range(self.number + 1) if self.id(number) == earlier[-1])

    @precondition(lambda self: self.shown)
    @rule(call=some.sampled_from(WAYS), at=some.floats(0, 1), new=some.booleans())
    def an_end_in_the_middle(self, call: str, at: float, new: bool) -> None:
        words: list[object] = ["activate", self.desk.file(self.number + 1)] if new else ["rollback"]
        before = self.desk.shown
        fault = f"{call}:signal=KILL:when={1 + int(at * MOST[call])}"
        done = self.machine.run([*words, *self.desk.options("activate")], fault)
        assert done.code in (0, 2, KILLED), done.said
        shown = self.desk.shown
        assert shown
        if new:
            self.number += 1
            assert shown in (before, self.id(self.number))
        else:
            assert before and shown <= before
        self.shown = next(number for number in range(self.number + 1) if self.id(number) == shown)

    @invariant()
    def what_is_shown_is_whole(self) -> None:
        if not hasattr(self, "desk"):
            return
        assert self.desk.shown == self.id(self.shown)
        for release in self.desk.store.ids:
            assert self.desk.store.damage(release) is None, release
        assert len(self.desk.store.ids) <= KEPT + 2
        if self.shown:
            assert f"Ausgabe {self.shown}.".encode() in (self.desk.places / "current" / PLACE).read_bytes()


Terminal.TestCase.settings = settings(
    max_examples=100 if ALL else 8,
    stateful_step_count=20 if ALL else 10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
test_any_sequence = Terminal.TestCase
