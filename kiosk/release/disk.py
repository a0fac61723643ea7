"""Writing so that a power cut leaves the old or the new: everything is on the disk before a name leads to it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

FOR_ALL = 0o644
FOR_ALL_FOLDER = 0o755
"""Readable for the kiosk, which runs as another user than the one that fetches, whatever umask there is."""


def keep_names(folder: Path) -> None:
    """Have the disk know what is in a folder by now: a file that was fsynced can still lose its name."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def write(path: Path, data: bytes) -> None:
    """A new file with these bytes, on the disk when this returns; its name is only after `keep_names`."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, FOR_ALL), "wb") as file:
        file.write(data)
        file.flush()
        os.fchmod(file.fileno(), FOR_ALL)
        os.fsync(file.fileno())


def make_folder(path: Path) -> None:
    """A folder that all may read."""
    path.mkdir()
    path.chmod(FOR_ALL_FOLDER)


def write_tree(root: Path, files: Mapping[str, bytes], before: Path | None = None) -> None:
    """A new folder with these files, all of it on the disk when this returns, but for the name of the folder itself.
    What is the same in the folder `before` is shared with it: from one release to the next that is nearly all, a card
    lasts longer, and who watches sees by inode and time what is unchanged."""
    folders = {root, *(parent for name in files for parent in (root / name).parents if root in parent.parents)}
    for folder in sorted(folders):
        make_folder(folder)
    for name, data in files.items():
        if not (before and shared(before / name, root / name, data)):
            write(root / name, data)
    for folder in sorted(folders, reverse=True):
        keep_names(folder)


def shared(old: Path, new: Path, data: bytes) -> bool:
    """Give a file a second name if it holds these bytes; whether that was possible."""
    try:
        if old.read_bytes() != data:
            return False
        new.hardlink_to(old)
    except OSError:  # it is not there, cannot be read, or this file system has no second names: then it is written
        return False
    return True


def replace(path: Path, data: bytes) -> None:
    """These bytes under a name that may be taken: at any moment the old or the new file, never half of one."""
    beside = unfinished(path)
    beside.unlink(missing_ok=True)
    try:
        write(beside, data)
        beside.rename(path)
    except OSError:
        with suppress(OSError):  # what went wrong is told; the next run tidies up
            beside.unlink(missing_ok=True)
        raise
    keep_names(path.parent)


def lead(link: Path, target: str) -> None:
    """Let a link lead elsewhere, at once."""
    beside = unfinished(link)
    beside.unlink(missing_ok=True)
    beside.symlink_to(target)
    try:
        beside.rename(link)
    except OSError:
        with suppress(OSError):  # as above
            beside.unlink(missing_ok=True)
        raise
    keep_names(link.parent)


def remove(folder: Path) -> None:
    """Remove a folder: its name first, so that half of it is never taken for the whole."""
    gone = folder.with_name(f".{folder.name}.gone")
    if gone.exists():
        shutil.rmtree(gone)
    folder.rename(gone)
    keep_names(folder.parent)
    shutil.rmtree(gone)


def unfinished(path: Path) -> Path:
    """The name of what is not there yet: whoever finds one that nobody works at may remove it."""
    return path.with_name(f".{path.name}.part")


def tidy(folder: Path) -> None:
    """Remove what a run that was ended in its middle has left in a folder."""
    for left in (*folder.glob(".*.part"), *folder.glob(".*.gone")):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()
