"""Opening staff's files safely, and their folder: no links, no devices, nothing endless, nothing outside."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from kiosk.domain.problem import Problem
from kiosk.loaders import faults_files as faults
from kiosk.loaders.faults import Both, Fault

LARGEST_FILE = 256 * 1024
"""Bytes of one file; libyaml reads that many in about 0.15 s (reliability.md 2.3)."""
MOST_FILES = 200_000
"""In one tree: room for 10,000 services in 17 languages (one file each, 2 to 3 KB), and a stop for what is plainly not
content: somebody's picture archive, or a folder that a program fills without end."""

IDENTIFIER = re.compile(r"[a-z0-9-]{1,40}")
SUFFIX = ".yaml"

# Neither follows a link that was put there after we looked, nor waits for a pipe. Windows knows neither flag.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


def shown_path(path: Path, root: Path) -> str:
    """A path as problems show it: from the tree's own folder on, with slashes: `content/services/kita.yaml`."""
    try:
        inside = path.relative_to(root)
    except ValueError:
        return path.as_posix()
    return (Path(root.resolve().name) / inside).as_posix()


def data_of(path: Path, root: Path) -> tuple[bytes | None, Problem | None]:
    """The bytes of a regular file inside `root`, or None and the problem. `root` itself may be a link (a release)."""
    found = _fault_of(path, root)
    if found is None:
        try:
            return _bytes(path), None
        except FileNotFoundError:
            found = faults.MISSING_FILE, path.name
        except _Unfit as unfit:
            found = unfit.fault, str(LARGEST_FILE // 1024)
        except OSError as error:
            found = faults.CANNOT_OPEN, error.strerror or type(error).__name__
    fault, detail = found
    return None, fault.at(shown_path(path, root), name=detail, detail=detail, limit=detail)


class _Unfit(Exception):
    """A file that must not be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.en)
        self.fault = fault


def _fault_of(path: Path, root: Path) -> tuple[Fault, str] | None:
    """What is wrong with the way to the file, before it is opened."""
    try:
        inside = path.relative_to(root)
    except ValueError:
        return faults.OUTSIDE, ""
    if ".." in inside.parts:
        return faults.OUTSIDE, ""
    try:
        # Any link on the way below the root makes the resolved path differ from the written one.
        return (faults.SYMLINK, "") if path.resolve() != root.resolve() / inside else None
    except (OSError, RuntimeError) as error:
        return faults.CANNOT_OPEN, str(error)


def _bytes(path: Path) -> bytes:
    if not stat.S_ISREG(path.lstat().st_mode):
        raise _Unfit(faults.NOT_A_FILE)
    descriptor = os.open(path, _OPEN_FLAGS)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _Unfit(faults.NOT_A_FILE)
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise _Unfit(faults.TOO_BIG)
    return data


def identifiers(folder: Path, root: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The ids of the `.yaml` files in a folder, in order, and what is wrong with the other names.

    Hidden files and editors' backups are passed over; a folder that is missing is empty.
    """
    problems: list[Problem] = []
    found: list[str] = []
    for name in names_in(folder):
        stem, suffix = os.path.splitext(name)
        if suffix == SUFFIX and IDENTIFIER.fullmatch(stem):
            found.append(stem)
        elif suffix == SUFFIX:
            problems.append(faults.BAD_FILE_NAME.at(shown_path(folder / name, root), name=name))
        else:
            hint = Both("Der Name muss auf „.yaml“ enden.", "The name must end in '.yaml'.")
            problems.append(faults.UNKNOWN_NAME.at(shown_path(folder / name, root), name=name, hint=hint))
    return tuple(found), tuple(problems)


def names_in(folder: Path) -> tuple[str, ...]:
    """What a person put into a folder, in order: without hidden files and backups; nothing if it is missing."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return ()
    return tuple(name for name in names if not passed_over(name))


def passed_over(name: str) -> bool:
    """Whether a name is hidden, or an editor's backup or lock: no person means it to be content."""
    return name.startswith((".", "#", "~")) or name.endswith(("~", ".bak"))
