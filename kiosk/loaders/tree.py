"""The folder of content as it is read: every file once, counted, with all the problems met on the way."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.domain.problem import Problem
from kiosk.loaders import faults_files as faults
from kiosk.loaders import nodes
from kiosk.loaders.faults import Fault, Value
from kiosk.loaders.files import MOST_FILES, SUFFIX, identifiers, shown_path

MOST_BYTES = 512 * 1024 * 1024
"""Of all files together; the other limit of one tree is MOST_FILES."""

Witness = Callable[[str], None]
"""Is told the name of each file before it is read: how far a long reading has come."""


def unwatched(name: str) -> None:
    """The witness where nobody waits."""


class Tree:
    """Reads files below `root` and collects `problems`. `files` and `bytes` count what was read."""

    def __init__(self, root: Path, witness: Witness = unwatched) -> None:
        self.root = root
        self._witness = witness
        self.problems: list[Problem] = []
        self.files = 0
        self.bytes = 0
        self._full = False

    def has(self, name: str) -> bool:
        """Whether there is anything called `name` (a path with slashes)."""
        return (self.root / name).exists()

    def read(self, name: str) -> nodes.Node | None:
        """The content of the file `name`; None after a problem."""
        path = self.root / name
        self._witness(name)
        if self._is_full(path):
            return None
        node, problems = nodes.read(path, self.root)
        self.problems += problems
        return node

    def table(self, name: str) -> nodes.Table | None:
        """The content of a file that must consist of fields; None after a problem."""
        node = self.read(name)
        if node is not None and not isinstance(node, nodes.Table):
            self.problems.append(node.problem(faults.NO_FIELDS))
            return None
        return node

    def ids(self, folder: str) -> tuple[str, ...]:
        """The ids of the files in a folder, in order."""
        found, problems = identifiers(self.root / folder, self.root)
        self.problems += problems
        return found

    def report(self, name: str, fault: Fault, /, **values: Value) -> None:
        """Note a problem with the file or folder `name` as a whole."""
        self.problems.append(fault.at(shown_path(self.root / name, self.root), **values))

    def _is_full(self, path: Path) -> bool:
        self.files += 1
        with suppress(OSError):  # nodes.read says what is wrong with it
            self.bytes += path.lstat().st_size
        if self.files <= MOST_FILES and self.bytes <= MOST_BYTES:
            return False
        if not self._full:
            self._full = True
            self.report("", faults.TOO_MANY, files=MOST_FILES, megabytes=MOST_BYTES // 1024 // 1024)
        return True

    @staticmethod
    def name_of(folder: str, identifier: str) -> str:
        """The path of an entry's file below the root; `folder` is "" for the root itself."""
        return f"{folder}/{identifier}{SUFFIX}".removeprefix("/")
