"""Where compiled contents lie, and when one of them may be believed."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from kiosk.compiled import box
from kiosk.compiled.catalogue import content_of, parts, same
from kiosk.compiled.sources import NoSeal, Seal, seal
from kiosk.compiled.values import NoValue
from kiosk.content import Content, Places

log = logging.getLogger(__name__)

NAME, SUFFIX, MARK = "content-", ".kiosk", 16
KEPT = 3
"""Files that stay: what is shown, and two that were before. What a rollback shows is read anew all the same where files
are shared with a newer release: a second name of a file changes its ctime, and so the seal."""
SEAL = "seal"


class Cache(Struct, frozen=True):
    """The folder of compiled contents. Nothing in it is needed: whatever is wrong with it costs time only, and is told
    to the log."""

    folder: Path

    def find(self, mark: str) -> Content | None:
        """The content that was read from files with this seal."""
        found = self._read(self._path(mark))
        return found[1] if found and found[0] == mark else None

    def newest(self) -> tuple[str, Content] | None:
        """What was kept last, and the seal of its files, which may be others by now."""
        with suppress(OSError):
            mine = self._mine()
            return self._read(mine[0]) if mine else None
        return None

    def _read(self, path: Path) -> tuple[str, Content] | None:
        """A seal and what was read from its files."""
        try:
            found = box.read(path)
            mark = bytes(found[SEAL]).decode()
            if path != self._path(mark):
                raise NoValue("of other files")
            return mark, content_of(found)
        except FileNotFoundError:
            return None
        except (box.Unusable, NoValue, KeyError, ValueError, TypeError) as error:
            if path.exists():
                log.warning("%s is not used: %s", path, error)
            return None

    def keep(self, mark: str, content: Content) -> bool:
        """Have the content found from now on; whether that is so."""
        path = self._path(mark)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            box.write(path, {SEAL: mark.encode(), **parts(content)})
        except OSError as error:
            log.warning("the content is not kept in %s: %s", self.folder, error.strerror or error)
            return False
        self._clear(path)
        return True

    def agrees(self, mark: str, content: Content) -> bool:
        """Whether what is kept for this seal is this very content."""
        try:
            kept = box.read(self._path(mark))
            del kept[SEAL]
            return same(kept, {name: memoryview(data) for name, data in parts(content).items()})
        except (box.Unusable, NoValue, KeyError, ValueError, TypeError):
            return False

    def forget(self, mark: str) -> None:
        """Have nothing found for this seal."""
        with suppress(OSError):
            self._path(mark).unlink(missing_ok=True)

    def _path(self, mark: str) -> Path:
        return self.folder / f"{NAME}{mark[:MARK]}{SUFFIX}"

    def _mine(self) -> list[Path]:
        """The files, the newest first. Raises OSError."""
        return sorted(self.folder.glob(f"{NAME}*{SUFFIX}"), key=lambda one: one.stat().st_mtime_ns, reverse=True)

    def _clear(self, newest: Path) -> None:
        """Remove what nobody will ask for: halves that a killed writer left, and the oldest."""
        with suppress(OSError):
            others = [one for one in self._mine() if one != newest]
            for path in (*others[KEPT - 1 :], *self.folder.glob(f".{NAME}*{box.HALF}")):
                path.unlink(missing_ok=True)


def seal_of(places: Places) -> Seal | None:
    """The seal of what is there now; None, and a line in the log, where it cannot be made."""
    try:
        return seal(map(str, (places.content, places.config, places.themes)))
    except NoSeal as error:
        log.warning("files cannot be sealed: %s", error)
        return None
