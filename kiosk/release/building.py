"""Building: the content of a folder, checked, as one signed file."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

from kiosk.loaders.files import LARGEST_FILE, passed_over
from kiosk.release import faults
from kiosk.release.archive import Release, release_of
from kiosk.release.checking import checked
from kiosk.release.manifest import FILE, MOST_BYTES, MOST_FILES
from kiosk.release.refusal import Impossible, Reason, Refused


def built(content: Path, config: Path, themes: Path, made: datetime, needs: date | None = None) -> Release:
    """The release of this content, made at this time (UTC), if a kiosk with these settings would show it as it is.
    Hidden files and editors' backups stay out. Raises Refused, Impossible, OSError."""
    if not content.is_dir():
        raise Impossible(faults.NO_CONTENT, str(content))
    files = _files(content)
    checked(content, config, themes, str(content))
    return release_of(files, made, needs)


def _files(content: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for folder, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if not passed_over(name))
        for name in [*names, *(one for one in folders if (Path(folder) / one).is_symlink())]:
            if not passed_over(name):
                path = Path(folder) / name
                files[path.relative_to(content).as_posix()] = _data(path, content)
        if len(files) > MOST_FILES:
            raise Refused(Reason.SIZE, faults.TOO_MANY.at(str(content), limit=MOST_FILES))
    if sum(map(len, files.values())) > MOST_BYTES:
        whole = faults.TOO_LARGE.at(str(content), name=content.name, limit=MOST_BYTES // 1024)
        raise Refused(Reason.SIZE, whole)
    return files


def _data(path: Path, content: Path) -> bytes:
    name = path.relative_to(content).as_posix()
    if path.is_symlink() or not path.is_file():
        raise Refused(Reason.MEDIA, faults.NOT_A_FILE.at(str(path), name=name))
    if not FILE.fullmatch(name):
        raise Refused(Reason.MEDIA, faults.BAD_NAME.at(str(path), name=name))
    if path.stat().st_size > LARGEST_FILE:
        raise Refused(Reason.SIZE, faults.TOO_LARGE.at(str(path), name=name, limit=LARGEST_FILE // 1024))
    return path.read_bytes()
