"""Every point at which a power cut or a bad disk can meet a switch: strace ends the real verbs at the n-th call of each
kind, or lets that call fail. Then the kiosk shows one whole release, the old or the new, and the next one heals all.

In CI a part of the points, those that change the disk first; with KIOSK_TEST_ALL=1 every one, with every error.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.release.activation import activate
from kiosk.release.record import rolled_back
from kiosk.release.refusal import PassedOver
from tests.unit.release.desk import Desk
from tests.unit.release.faulty import ALL, CALLS, KILLED, Machine, Run, quick_folder

READS_SKIPPED = 1 if ALL else 8
"""Of the files that are opened every so manieth is taken: most are only read."""
ERRORS = ("ENOSPC", "EIO", "EROFS")
KINDS = {
    "opening": ("openat",),
    "writing": ("write", "pwrite64", "ftruncate"),
    "keeping": ("fsync", "fdatasync"),
    "making": ("mkdir", "mkdirat", "chmod", "fchmod"),
    "naming": ("rename", "renameat", "renameat2", "symlink", "symlinkat", "link", "linkat"),
    "removing": ("unlink", "unlinkat", "rmdir"),
}
"""A test for each: none of them takes long, and together they are all calls."""
SHOWN, NEXT = 4, 5
"""Numbers: the release that is shown, with three before it, and the one that comes or is left."""


@dataclass
class Case:
    """A terminal that is put back before each fault, and the verb that meets it."""

    desk: Desk
    machine: Machine
    words: Sequence[object]
    old: str
    new: str

    def begin(self) -> None:
        """As it was."""
        shutil.rmtree(self.desk.places)
        shutil.copytree(self.desk.folder / str(self.words[0]), self.desk.places, symlinks=True)

    def run(self, fault: str = "") -> Run:
        self.begin()
        return self.machine.run([*self.words, *self.desk.options("activate")], fault)

    def points(self, kind: str) -> Iterator[tuple[str, int]]:
        """The call and its number, as a run without a fault makes them, of one kind."""
        sound = self.run()
        assert (sound.code, self.desk.shown) == (0, self.new), sound.said
        for call, count in sorted((call, sound.calls[call]) for call in KINDS[kind]):
            step = READS_SKIPPED if call == "openat" else 1
            yield from ((call, number) for number in range(1, count + 1, step))

    def heal(self) -> None:
        """The next release comes as if nothing had been, and nothing is left over."""
        number = NEXT + 1
        assert self.desk.run("activate", self.desk.folder / f"{number}.release") == 0
        assert self.desk.shown == self.desk.release(number).id
        assert not self.desk.left_over and len(self.desk.store.ids) <= 4
        for release in self.desk.store.ids:
            assert self.desk.store.damage(release) is None, release
        assert "activated_timestamp_seconds 1" in (self.desk.places / "metrics/content.prom").read_text("utf-8")


@dataclass(frozen=True)
class Built:
    """A terminal, and the ids of what it shows at first and of what comes."""

    desk: Desk
    shown: str
    next: str


@pytest.fixture(scope="module")
def built() -> Iterator[Built]:
    """A terminal with four releases and one to come, the same when that has come, and one more to come after it. Half
    of the files are the same in all of them."""
    with tempfile.TemporaryDirectory(dir=quick_folder()) as folder:
        desk = Desk(Path(folder) / "desk")
        desk.shrink()
        ids = [desk.activate(number) for number in range(1, SHOWN + 1)]
        shutil.copytree(desk.places, desk.folder / "activate", symlinks=True)
        for name in sorted(desk.files)[::2]:
            with (desk.folder / "content" / name).open("a") as file:
                file.write("# anders\n")
        ids.append(desk.activate(NEXT))
        shutil.copytree(desk.places, desk.folder / "rollback", symlinks=True)
        desk.file(NEXT + 1)
        yield Built(desk, *ids[-2:])


@pytest.fixture(params=["activate", "rollback"])
def case(request: pytest.FixtureRequest, built: Built, tmp_path: Path) -> Iterator[Case]:
    """Showing the next release; and going back from it, when it is shown."""
    desk = built.desk
    with Machine(tmp_path) as machine:
        if request.param == "activate":
            yield Case(desk, machine, ["activate", desk.folder / f"{NEXT}.release"], built.shown, built.next)
        else:
            yield Case(desk, machine, ["rollback"], built.next, built.shown)


def test_every_call_is_of_a_kind() -> None:
    assert sorted(call for calls in KINDS.values() for call in calls) == sorted(CALLS)


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_is_killed_leaves_the_old_or_the_new(kind: str, case: Case) -> None:
    seen = set()
    for call, number in case.points(kind):
        done, where = case.run(f"{call}:signal=KILL:when={number}"), f"{case.words[0]}: {call} {number}"
        assert done.code == KILLED, where
        shown = case.desk.shown
        assert shown in (case.old, case.new), where
        assert not [one for one in case.desk.store.ids if case.desk.store.damage(one)], f"{where}: each is whole"
        seen.add(shown)
        if case.words[0] == "rollback" and shown == case.new:
            assert list(rolled_back(case.desk.store)) == [case.old], where
            with pytest.raises(PassedOver), case.desk.store.changed():
                activate(case.desk.terminal, (case.desk.folder / f"{NEXT}.release").read_bytes(), "x", by_itself=True)
        case.heal()
    assert seen == {case.old, case.new} or kind not in ("naming", "keeping")


@pytest.mark.parametrize("kind", KINDS)
def test_a_disk_that_fails_is_told_of_and_changes_nothing_by_half(kind: str, case: Case) -> None:
    told = 0
    for turn, (call, number) in enumerate(case.points(kind)):
        for error in ERRORS if ALL else ERRORS[turn % 6 : turn % 6 + 1]:  # every other point, one error each
            done, where = case.run(f"{call}:error={error}:when={number}"), f"{case.words[0]}: {call} {number} {error}"
            assert done.code in (0, 2), where + done.said
            assert "Traceback" not in done.said, where + done.said
            shown = case.desk.shown
            assert shown in (case.old, case.new) or (case.words[0] == "rollback" and shown in case.desk.store.ids), (
                where
            )
            if done.code == 0:
                assert shown != case.old, where
            elif not done.failed_in_saying:
                assert done.said.count("→") == 2, where + done.said
                told += 1
            assert not sum(case.desk.state.rejected.values()), f"{where}: the release is not to blame"
            case.heal()
    assert told or kind in ("making", "removing"), "the faults were met"
