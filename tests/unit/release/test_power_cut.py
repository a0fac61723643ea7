"""A power cut loses what was not fsynced, in any order. So nothing gets its name before all of it is on the disk.

strace writes down what a switch does; here it is read line by line, with what a disk would still owe at each moment.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.release.desk import Desk
from tests.unit.release.faulty import Machine

ON_FILE = re.compile(r"(write|pwrite64|fchmod|fsync|fdatasync)\(\d+<([^>]+)>")
NAMED = re.compile(r'(openat|mkdir|symlink|link|rename|unlink|unlinkat|rmdir)\(.*?"([^"]+)"(?:, "([^"]+)")?(.*)')


class Disk:
    """What is only in memory: files with bytes, folders with names that the disk does not know yet."""

    def __init__(self) -> None:
        self.bytes: set[Path] = set()
        self.names: set[Path] = set()
        self.renamed: list[tuple[Path, Path]] = []

    def take(self, line: str, renamed: Callable[[Path, Path], None]) -> None:
        """One line of strace's. `renamed` looks at each rename before it is done."""
        if " = -1 " in line:
            return
        if found := ON_FILE.match(line):
            call, path = found[1], Path(found[2])
            if call in ("fsync", "fdatasync"):
                self.bytes.discard(path)
                self.names.discard(path)
            else:
                self.bytes.add(path)
        elif found := NAMED.match(line):
            call, path, other = found[1], Path(found[2]), found[3]
            if call == "rename":
                renamed(path, Path(other))
                self.renamed.append((path, Path(other)))
                self.names |= {path.parent, Path(other).parent}
            elif call in ("symlink", "link"):
                self.names.add(Path(other).parent)
            elif call == "mkdir" or (call == "openat" and "O_CREAT" in found[4]):
                self.names.add(path.parent)

    def owed(self, place: Path) -> list[Path]:
        """What the disk does not have of a file, or of a folder and all in it."""
        return [path for path in self.bytes | self.names if path == place or place in path.parents]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def played(log: str, store: Path) -> Disk:
    """The switch again: every rename only of what is whole on the disk, the link only to what has its name there."""
    disk = Disk()

    def renamed(path: Path, other: Path) -> None:
        assert not disk.owed(path), f"{path} is given its name too early: {disk.owed(path)}"
        if other == store / "current":
            owed = [one for one in disk.names if one in (store / "releases", store / "quarantine")]
            assert not owed, f"the link leads there too early: {owed}"

    for line in log.splitlines():
        disk.take(line, renamed)
    assert not [path for path in disk.bytes if store in path.parents and path.name != ".lock"]
    assert not [path for path in disk.names if path in (store, *store.iterdir())]
    return disk


def test_nothing_is_named_before_it_is_on_the_disk(desk: Desk, machine: Machine) -> None:
    with machine:
        done = machine.run(["activate", desk.file(1), *desk.options("activate")])
        played(done.log, desk.places)
        assert len(ON_FILE.findall(done.log)) > 3 * len(desk.files), "strace has seen the files"
        first = desk.shown
        done = machine.run(["activate", desk.file(2), *desk.options("activate")])
        names = [other.name for _, other in played(done.log, desk.places).renamed]
        assert names.index(desk.release(2).id) < names.index("current") < names.index("state.json")
        assert done.calls["link"] + done.calls["linkat"] == len(desk.files) - 1, "what is the same is shared"
        done = machine.run(["rollback", *desk.options("rollback")])
        names = [other.name for _, other in played(done.log, desk.places).renamed]
        assert names.index(f"{desk.release(2).id}.json") < names.index("current"), "taken back, then switched"
    assert desk.shown == first
