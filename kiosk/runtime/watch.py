"""Tells what happens to files, by inotify. The one door of the library `watchdog`.

Of watchdog we take its inotify descriptor, and not its observer: that one keeps to itself when the system allows no
more watches in a subfolder, when the kernel lost events, and when the watched folder itself was moved away. One thread
waits in the kernel; nothing wakes up while nothing happens.

A place may be reached by links (a release that is switched): whoever switches one changes the content. A folder that is
missing is waited for in the next one above that is there.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from watchdog.observers.inotify_c import CallbackId, InotifyConstants, InotifyEvent, InotifyFD, Mask, WatchDescriptor

from kiosk.loaders.files import passed_over
from kiosk.runtime.happening import Happening, Kind

log = logging.getLogger(__name__)

MOST_FOLDERS = 1000
"""Folders that are watched: 16 languages with 7 kinds are 112."""
MOST_LINKS = 40
"""Links on the way to a place; the kernel follows no more either."""
BITS = InotifyConstants
COMING_AND_GOING = Mask(
    BITS.IN_CREATE
    | BITS.IN_DELETE
    | BITS.IN_MOVED_FROM
    | BITS.IN_MOVED_TO
    | BITS.IN_DELETE_SELF
    | BITS.IN_MOVE_SELF
    | BITS.IN_ONLYDIR
)
EVERYTHING = Mask(COMING_AND_GOING | BITS.IN_MODIFY | BITS.IN_CLOSE_WRITE)
"""What is told of a folder: what comes and goes in it, or what is written there, too. Among devices the latter never
ends: whatever a program throws away is written to /dev/null."""
OURS = CallbackId(1)
Names = frozenset[str] | None
"""The names in a folder that matter; None: all but hidden ones and backups."""


class Watch:
    """Watches `folders` with all that is in them, and `files`. `told` gets what happens from the thread that waits, and
    must return at once. All other methods belong to one thread."""

    def __init__(
        self,
        folders: tuple[Path, ...],
        files: tuple[Path, ...],
        told: Callable[[Happening], None],
        wanted: Mask = EVERYTHING,
    ) -> None:
        """Raises OSError where the system has no inotify left."""
        self._folders, self._files, self._told, self._wanted = folders, files, told, wanted
        self._watched: dict[str, tuple[WatchDescriptor, tuple[int, int], Names]] = {}
        self._paths: dict[WatchDescriptor, str] = {}
        self._fault = ""
        self._lock = threading.Lock()
        """Of what is watched: the thread that waits hears of folders that go while the other one looks for new ones."""
        self._inotify = InotifyFD()
        self.renew()
        self._inotify.start()

    @property
    def folders(self) -> int:
        """How many folders are watched."""
        return len(self._watched)

    def close(self) -> None:
        """Watch no longer."""
        self._inotify.stop()
        if self._inotify.ident:
            self._inotify.join()

    def renew(self) -> bool:
        """Watch what is there now, after folders or links have come or gone; whether that changed anything."""
        wanted: dict[str, Names] = {}
        for path, names in (*self._ways(), *self._inside()):
            old = wanted.get(path, frozenset())
            wanted[path] = None if names is None or old is None else names | old
        with self._lock:
            before = self._places()
            for path in [path for path in before if path not in wanted or _place(path) != before[path]]:
                self._drop(path)
            faults = [fault for path, names in wanted.items() if (fault := self._add(path, names))]
            after = self._places()
        fault = faults[-1] if faults else ""
        if fault and fault != self._fault:
            log.error("changes may not be noticed until the next look: %s", fault)
        self._fault = fault
        return before != after

    def on_event(self, event: InotifyEvent) -> None:
        """Called by watchdog."""
        with self._lock:
            path = self._paths.get(event.wd)
            names = self._watched[path][2] if path in self._watched else None
        name = os.fsdecode(event.name)
        if path is None:
            return
        if not name or (not passed_over(name) if names is None else name in names):
            self._told(_happening(os.path.join(path, name) if name else path, event))

    def on_watch_deleted(self, wd: WatchDescriptor) -> None:
        """Called by watchdog when a folder is gone, or unmounted."""
        with self._lock:
            path = self._paths.pop(wd, "")
            gone = path in self._watched and self._watched[path][0] == wd
            if gone:
                del self._watched[path]
        if gone:
            self._told(Happening(path, Kind.GONE, shape=True))

    def on_queue_overflow(self) -> None:
        """Called by watchdog when the kernel had more to tell than it could keep."""
        self._told(Happening("", Kind.UNKNOWN, shape=True))

    def _places(self) -> dict[str, tuple[int, int]]:
        return {path: place for path, (_, place, _) in self._watched.items()}

    def _ways(self) -> Iterator[tuple[str, frozenset[str]]]:
        for path in (*self._folders, *self._files):
            yield from _way(path)

    def _inside(self) -> Iterator[tuple[str, None]]:
        count = 0
        for root in self._folders:
            for folder, folders, _ in os.walk(os.path.realpath(root)):
                folders[:] = [name for name in folders if not passed_over(name)]
                count += 1
                if count > MOST_FOLDERS:
                    return
                yield folder, None

    def _add(self, path: str, names: Names) -> str:
        """Watch a folder; what is wrong if that is not possible."""
        place = _place(path)
        if place is None:
            return ""
        if path in self._watched:
            self._watched[path] = (*self._watched[path][:2], names)
            return ""
        try:
            number = self._inotify.add_callback(os.fsencode(path), self._wanted, self, OURS)
        except OSError as error:
            return f"{path}: {error.strerror}"
        if number < 0:
            return f"{path}: no permission"
        self._watched[path], self._paths[number] = (number, place, names), path
        return ""

    def _drop(self, path: str) -> None:
        number, _, _ = self._watched.pop(path)
        self._paths.pop(number, None)
        self._inotify.remove_callbacks([(number, OURS)])


def _happening(path: str, event: InotifyEvent) -> Happening:
    if event.is_modify:
        return Happening(path, Kind.WRITTEN)
    if event.is_close_write:
        return Happening(path, Kind.CLOSED)
    kind = Kind.CREATED if event.is_create else Kind.PUT if event.is_moved_to else Kind.GONE
    return Happening(path, kind, shape=event.is_directory or os.path.islink(path) or kind is Kind.GONE)


def _place(path: str) -> tuple[int, int] | None:
    """Which folder it is, whatever it is called."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _way(path: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """The folders, with names in them, that decide where a path leads: those of its links, and the last one that is
    there."""
    rest, here, links = list(Path(os.path.abspath(path)).parts[1:]), "/", 0
    while rest:
        name = rest.pop(0)
        there = os.path.join(here, name)
        if os.path.islink(there) and links < MOST_LINKS:
            yield here, frozenset({name})
            links += 1
            target = os.path.normpath(os.path.join(here, os.readlink(there)))
            rest, here = [*Path(target).parts[1:], *rest], "/"
        elif not rest or not os.path.isdir(there):
            yield here, frozenset({name})
            return
        else:
            here = there
