"""Writing small files so that whoever reads them finds the old one or the new one, whole."""

from __future__ import annotations

import os
from pathlib import Path

FOR_ALL_TO_READ = 0o644
"""Node exporter runs as another user, and the kiosk's service makes files that only it may read (UMask=0077)."""
NEW = ".new"
"""What ends the name of a file that is being written: no reader looks at those."""


def replace(file: Path, text: str, lasting: bool = False) -> None:
    """Put `text` in place of what `file` holds. What must outlive a power cut is `lasting`: it is on the disk when this
    returns. Figures that are written anew every half minute are not, which spares a flash disk. Raises OSError.

    Root writes by it, too (`sudo … doctor`), into the kiosk's folder: a link that waits there for it is refused."""
    new = file.with_name(file.name + NEW)
    with open(new, "w", encoding="utf-8", opener=_past_links) as stream:
        os.fchmod(stream.fileno(), FOR_ALL_TO_READ)
        stream.write(text)
        if lasting:
            stream.flush()
            os.fsync(stream.fileno())
    new.replace(file)
    if lasting:
        _sync(file.parent)


def _past_links(file: str, flags: int) -> int:
    return os.open(file, flags | os.O_NOFOLLOW, FOR_ALL_TO_READ)


def _sync(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def reads_back(file: Path, text: str) -> bool:
    """Whether what is written to `file` comes back from the disk itself. Raises OSError."""
    replace(file, text, lasting=True)
    number = os.open(file, os.O_RDONLY)
    try:
        os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)  # or memory would answer in place of the disk
        return os.read(number, len(text.encode()) + 1) == text.encode()
    finally:
        os.close(number)
