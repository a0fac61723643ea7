"""Copies of the files that visitors see at the moment, so that the last good one is there when a new one is broken.

They live in a folder in memory and go when the kiosk goes: after a start everything is read as it stands.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kiosk.content import Places
from kiosk.loaders.files import LARGEST_FILE, MOST_FILES, SUFFIX, names_in

CONTENT, CONFIG, THEMES = "content", "config", "themes"


class Copies(Struct, frozen=True):
    """A folder of copies; a file is called by its key: content/services/kita.yaml, config/kiosk.yaml."""

    folder: Path
    config: str
    """The name of the settings' file."""

    @property
    def places(self) -> Places:
        """Where the loaders find them."""
        return Places(self.folder / CONTENT, self.folder / CONFIG / self.config, self.folder / CONFIG / THEMES)

    @property
    def there(self) -> bool:
        """Whether copies have been taken at all."""
        return self.folder.is_dir()

    def has(self, key: str) -> bool:
        """Whether there is a copy."""
        return (self.folder / key).is_file()

    def data(self, key: str) -> bytes | None:
        """The copy's bytes, None without one."""
        path = self.folder / key
        return path.read_bytes() if path.is_file() else None

    def put(self, key: str, data: bytes | None) -> None:
        """Have these bytes under the key, or nothing. Written anew: other copies may share the old file."""
        path = self.folder / key
        path.unlink(missing_ok=True)
        if data is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def take(self, places: Places, before: Copies | None) -> set[str]:
        """Copy all that is there now; the keys of what differs from the copies taken `before`, whose unchanged files
        are shared. What is no plain file of a usual size is not copied: the loaders refuse it."""
        changed = set()
        self.places.content.mkdir(parents=True, exist_ok=True)
        self.places.themes.mkdir(parents=True, exist_ok=True)
        there = set()
        for key, path in files_of(places):
            there.add(key)
            if not self._one(key, path, before):
                changed.add(key)
        if before:
            changed |= {key for key, path in files_of(before.places) if key not in there and _stands(places, key)}
        return changed

    def _one(self, key: str, path: Path, before: Copies | None) -> bool:
        """Copy one file; whether it is what it was before."""
        target, old = self.folder / key, before.folder / key if before else None
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            now = path.stat()
            if old and old.is_file():
                then = old.stat()
                if (now.st_size, now.st_mtime_ns) == (then.st_size, then.st_mtime_ns):
                    os.link(old, target)
                    return True
            shutil.copy2(path, target, follow_symlinks=False)
        except OSError:  # gone in this moment, or not to be read: the loaders say so
            return False
        return bool(old and old.is_file() and old.read_bytes() == target.read_bytes())


def files_of(places: Places) -> Iterator[tuple[str, Path]]:
    """The plain files that the loaders may read, by key."""
    yield from _plain(places.config.parent, CONFIG, (places.config.name,))
    yield from _plain(places.themes, f"{CONFIG}/{THEMES}", names_in(places.themes))
    count = 0
    for folder, folders, _ in os.walk(places.content):
        inside = Path(folder).relative_to(places.content).as_posix()
        names = names_in(Path(folder))
        folders[:] = [name for name in folders if name in names]
        count += len(names)
        if count > MOST_FILES:
            return
        yield from _plain(Path(folder), f"{CONTENT}/{inside}" if inside != "." else CONTENT, names)


def _plain(folder: Path, prefix: str, names: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    for name in names:
        path = folder / name
        if name.endswith(SUFFIX) and not path.is_symlink() and path.is_file() and path.stat().st_size <= LARGEST_FILE:
            yield f"{prefix}/{name}", path


def _stands(places: Places, key: str) -> bool:
    """Whether something stands under this name that is no plain file: a folder, a link, too much."""
    root, _, rest = key.partition("/")
    path = places.content / rest if root == CONTENT else places.config.parent / rest
    if rest.startswith(f"{THEMES}/") and root == CONFIG:
        path = places.themes / rest.removeprefix(f"{THEMES}/")
    return os.path.lexists(path)
