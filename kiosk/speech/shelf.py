"""Where clips wait that were made to be played now: in memory if the machine has a place for that, never on its disk
for good. It holds sounds of public texts, found by what they say; nothing about who listened."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.speech.engine import Clip

LIMIT = 64 * 1024 * 1024
"""Bytes on the shelf, about 25 minutes of speech; the clips not used for longest give way."""
PREFIX = "kiosk-voice-"


def runtime_folder() -> Path:
    """The user's own folder in memory (XDG_RUNTIME_DIR), or the system's folder for temporary files."""
    folder = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return folder if folder.is_absolute() and folder.is_dir() else Path(tempfile.gettempdir())


class Shelf:
    """A bounded folder of clips that goes when its owner goes. Folders that a killed kiosk left behind are cleared by
    the next one: a live owner holds a lock in its folder."""

    def __init__(self, parent: Path | None = None, limit: int = LIMIT) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._clips: OrderedDict[str, tuple[Clip, int]] = OrderedDict()
        self.folder, self._owner = owned_folder(PREFIX, parent or runtime_folder())

    def get(self, key: str, suffix: str, make: Callable[[Path], Clip]) -> Clip:
        """The clip called `key`; if it is not on the shelf, `make` is given the file to write it to."""
        with self._lock:
            found = self._clips.get(key)
            if found and found[0].path.exists():
                self._clips.move_to_end(key)
                return found[0]
        self.folder.mkdir(mode=0o700, exist_ok=True)  # a cleaner of temporary files may have taken it
        clip = make(self.folder / f"{key}{suffix}")
        with self._lock:
            self._clips[key] = (clip, clip.path.stat().st_size)
            self._make_room()
        return clip

    def close(self) -> None:
        """Remove the shelf."""
        with self._lock:
            self._clips.clear()
            shutil.rmtree(self.folder, ignore_errors=True)
            if self._owner is not None:
                os.close(self._owner)
                self._owner = None

    def _make_room(self) -> None:
        while len(self._clips) > 1 and sum(size for _, size in self._clips.values()) > self._limit:
            _, (clip, _) = self._clips.popitem(last=False)
            clip.path.unlink(missing_ok=True)


def owned_folder(prefix: str, parent: Path) -> tuple[Path, int | None]:
    """A new folder of this process, and its open lock: folders that a killed kiosk left behind are cleared here. Raises
    OSError if there is no place for it."""
    _clear_abandoned(parent, prefix)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    return folder, _locked(folder)


def _locked(folder: Path) -> int | None:
    """The open lock of `folder`, None if somebody holds it. Raises OSError if there is no such folder."""
    lock = os.open(folder / "owner", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    return lock


def _clear_abandoned(parent: Path, prefix: str) -> None:
    for folder in parent.glob(f"{prefix}*"):
        with suppress(OSError):  # another user's, or gone in this moment: not ours to clear
            lock = _locked(folder)
            if lock is not None:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(lock)
