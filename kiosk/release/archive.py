"""The archive of a release: a tar with the manifest first, compressed by gzip; the same files give the same bytes.

It is read into memory and never unpacked by tarfile: only bytes are taken out of it, and what is written to the disk
later are the names of the manifest. A file may be as large as the loaders would read; how many there may be says
kiosk.release.manifest.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import cast

from msgspec import Struct

from kiosk.loaders.files import LARGEST_FILE
from kiosk.release import faults
from kiosk.release.manifest import FILE, LONGEST, MOST_BYTES, MOST_FILES, NAME, Manifest, read_manifest
from kiosk.release.refusal import Reason, Refused

MOST_UNPACKED = MOST_BYTES + LONGEST + 1024 * (MOST_FILES + 20)
"""Bytes that a tar can have: the files, the manifest, a head and the filling of the last block for each."""
UNREADABLE = (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, ValueError, OverflowError)
"""What the readers raise over bytes that are no archive."""


class Release(Struct, frozen=True):
    """A release in memory: its manifest, and the bytes of each file that the manifest names."""

    manifest: Manifest
    files: Mapping[str, bytes]

    @property
    def id(self) -> str:
        """Of the manifest."""
        return self.manifest.id


def release_of(files: Mapping[str, bytes], made: datetime, needs: date | None = None) -> Release:
    """The release of these files, made at this time (UTC)."""
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    return Release(Manifest(made.replace(microsecond=0), digests, needs), files)


def pack(release: Release) -> bytes:
    """The archive: sorted, of nobody, all at the time at which it was made."""
    made, packed = int(release.manifest.made.timestamp()), io.BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", mtime=made) as file,
        tarfile.open(fileobj=file, mode="w", format=tarfile.USTAR_FORMAT) as tar,
    ):
        for name, data in ((NAME, release.manifest.data), *sorted(release.files.items())):
            member = tarfile.TarInfo(name)
            member.size, member.mtime, member.mode = len(data), made, 0o644
            tar.addfile(member, io.BytesIO(data))
    return packed.getvalue()


def unpack(data: bytes, place: str) -> Release:
    """The release in an archive; `place` is where it comes from. Raises Refused for whatever `pack` would not make."""
    try:
        return _gathered(_members(data, place), place)
    except UNREADABLE as error:
        raise Refused(Reason.SCHEMA, faults.NOT_AN_ARCHIVE.at(place, detail=type(error).__name__)) from error


def _gathered(members: Iterator[tuple[str, bytes]], place: str) -> Release:
    name, data = next(members, ("", b""))
    if name != NAME:
        raise Refused(Reason.SCHEMA, faults.NO_LIST.at(place))
    manifest, files = read_manifest(data, place), dict[str, bytes]()
    for name, data in members:
        if name in files:
            raise Refused(Reason.SCHEMA, faults.TWICE.at(place, name=name))
        if name not in manifest.files:
            raise Refused(Reason.SCHEMA, faults.NOT_LISTED.at(place, name=name))
        if hashlib.sha256(data).hexdigest() != manifest.files[name]:
            raise Refused(Reason.SCHEMA, faults.FILE_ALTERED.at(place, name=name))
        files[name] = data
    for name in manifest.files:
        if name not in files:
            raise Refused(Reason.SCHEMA, faults.FILE_MISSING.at(place, name=name))
    return Release(manifest, files)


def _members(data: bytes, place: str) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each member, judged before a byte of it is read."""
    measured = _Measured(data, place)
    total = 0
    with tarfile.open(fileobj=cast("io.BufferedReader", measured), mode="r|") as tar:
        for number, member in enumerate(tar):
            name = member.name.encode("utf-8", "backslashreplace").decode()
            if number > MOST_FILES:
                raise Refused(Reason.SIZE, faults.TOO_MANY.at(place, limit=MOST_FILES))
            if member.type not in (tarfile.REGTYPE, tarfile.AREGTYPE) or member.issparse():
                raise Refused(Reason.MEDIA, faults.NOT_A_FILE.at(place, name=name))
            if name != NAME and not FILE.fullmatch(name):
                raise Refused(Reason.MEDIA, faults.BAD_NAME.at(place, name=name))
            limit = LONGEST if name == NAME else LARGEST_FILE
            if member.size > limit:
                raise Refused(Reason.SIZE, faults.TOO_LARGE.at(place, name=name, limit=limit // 1024))
            file = tar.extractfile(member)
            held = file.read() if file else b""
            total += len(held)
            if len(held) != member.size:
                raise EOFError(name)
            if total > MOST_BYTES + LONGEST:
                raise measured.too_large()
            yield name, held
    measured.drain()


class _Measured:
    """A compressed file that is not read further than a release can be long."""

    def __init__(self, data: bytes, place: str) -> None:
        self._file = gzip.GzipFile(fileobj=io.BytesIO(data))
        self._left, self._place = MOST_UNPACKED, place

    def read(self, size: int) -> bytes:
        """As a file's. Raises Refused at the limit."""
        data = self._file.read(min(size, self._left + 1))
        self._left -= len(data)
        if self._left < 0:
            raise self.too_large()
        return data

    def drain(self) -> None:
        """Read what is left: at its end stands the checksum of all of it."""
        while self.read(65536):
            pass

    def too_large(self) -> Refused:
        """What is said at the limit."""
        return Refused(Reason.SIZE, faults.TOO_LARGE.at(self._place, name=self._place, limit=MOST_UNPACKED // 1024))
