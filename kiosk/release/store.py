"""Where a terminal keeps its releases:

    releases/<id>/       whole releases, as the kiosk reads them; only made and removed, and mended byte for byte
    current              a link to the one that is shown
    quarantine/<id>.json what was refused, and what was rolled back (kiosk.release.record)
    state.json           what fetching must remember (kiosk.release.record)
    metrics/content.prom for Prometheus' node exporter

One program at a time changes it: who does holds the lock. Reading needs none.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.content import load_loaders
from kiosk.release import disk, faults
from kiosk.release.archive import Release
from kiosk.release.manifest import ID, NAME, Manifest, read_manifest
from kiosk.release.refusal import Impossible, Refused

KEPT = 3
"""Releases that are kept beside the one that is shown."""
WAIT_S = 60.0
"""So long who finds the store locked waits: a fetch that is under way is over by then."""
LOOK_S = 0.2


class Store:
    """The folder of a terminal's releases."""

    def __init__(self, folder: Path) -> None:
        """Raises Impossible if it is not there."""
        if not folder.is_dir():
            raise Impossible(faults.NO_STORE, str(folder))
        self.folder = folder
        self.releases, self.current = folder / "releases", folder / "current"
        self.quarantine, self.metrics = folder / "quarantine", folder / "metrics"

    @contextmanager
    def changed(self, wait_s: float = WAIT_S) -> Iterator[None]:
        """Alone with the store, in good order: what somebody's end has left over is gone. Raises Impossible if others
        are at it for longer than `wait_s`, OSError."""
        self._own()
        end = time.monotonic() + wait_s
        with open(self.folder / ".lock", "wb") as lock:  # the lock goes with the process, however it ends
            os.fchmod(lock.fileno(), 0o600)  # who may open it may hold it for good: nobody else
            while not _locked(lock.fileno()):
                if time.monotonic() > end:
                    raise Impossible(faults.BUSY, str(self.folder))
                time.sleep(LOOK_S)
            for folder in (self.releases, self.quarantine, self.metrics):
                if not folder.is_dir():
                    disk.make_folder(folder)
            for folder in (self.folder, self.releases, self.quarantine, self.metrics):
                disk.tidy(folder)
            yield

    def _own(self) -> None:
        """Root becomes who owns the store: what root would leave there, the fetcher could not clear away."""
        owner = self.folder.stat()
        if os.geteuid() == 0 and owner.st_uid != 0:
            load_loaders()  # Python's modules may be out of that user's reach
            os.setgroups([])
            os.setgid(owner.st_gid)
            os.setuid(owner.st_uid)
            os.environ["HOME"] = str(self.folder)  # git would stumble over root's, which it may no longer read

    @property
    def shown(self) -> str | None:
        """The id of the release that the kiosk shows, None where there is none. Raises OSError if it cannot be read."""
        if not self.current.is_symlink():
            return None
        name = self.current.readlink().name
        return name if ID.fullmatch(name) and (self.releases / name).is_dir() else None

    @property
    def ids(self) -> list[str]:
        """All that are there, the newest last."""
        if not self.releases.is_dir():
            return []
        return sorted(path.name for path in self.releases.iterdir() if ID.fullmatch(path.name))

    def damage(self, release: str) -> str | None:
        """Which file of a release is not as it was made; None if all are."""
        return damage(self.releases / release, release)

    def unfinished(self, release: str) -> Path:
        """Where a release is unpacked; nothing leads there."""
        return disk.unfinished(self.releases / release)

    def put(self, release: Release) -> None:
        """Unpack a release beside the others, all of it on the disk. Raises OSError."""
        files = {NAME: release.manifest.data, **release.files}
        disk.write_tree(self.unfinished(release.id), files, self.current if self.shown else None)

    def adopt(self, release: str) -> None:
        """Let what `put` has unpacked be one of the releases. Raises OSError."""
        place = self.releases / release
        if place.exists():  # left from a time before a rollback, perhaps damaged since
            disk.remove(place)
        self.unfinished(release).rename(place)
        disk.keep_names(self.releases)

    def mend(self, release: Release) -> None:
        """Give the release that is shown the bytes back that the disk has damaged, file by file. Raises OSError."""
        place, files = self.releases / release.id, {NAME: release.manifest.data, **release.files}
        for name, data in files.items():
            path = place / name
            if not path.is_file() or path.read_bytes() != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                disk.replace(path, data)
        for path in [path for path in place.rglob("*") if not path.is_dir()]:
            if path.relative_to(place).as_posix() not in files:
                path.unlink()

    def show(self, release: str) -> None:
        """Show one of the releases: the kiosk follows the link."""
        disk.lead(self.current, f"{self.releases.name}/{release}")

    def prune(self, unwanted: set[str]) -> None:
        """Remove the unwanted, and all but the newest; never the one that is shown."""
        others = [one for one in self.ids if one != self.shown]
        wanted = [one for one in others if one not in unwanted][-KEPT:]
        for one in others:
            if one not in wanted:
                disk.remove(self.releases / one)


def damage(folder: Path, release: str = "") -> str | None:
    """Which file of an unpacked release is not as it was made (by its SHA-256); None if all are. With `release` its
    manifest must have this id, too."""
    try:
        manifest = manifest_of(folder)
    except (OSError, Refused):
        return NAME
    if release and manifest.id != release:
        return NAME
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()} - {NAME}
    for name in sorted(there ^ manifest.files.keys()):
        return name
    for name, digest in manifest.files.items():
        try:
            data = (folder / name).read_bytes()
        except OSError:
            return name
        if hashlib.sha256(data).hexdigest() != digest:
            return name
    return None


def manifest_of(folder: Path) -> Manifest:
    """What an unpacked release says of itself. Raises Refused, OSError."""
    return read_manifest((folder / NAME).read_bytes(), str(folder / NAME))


def _locked(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
