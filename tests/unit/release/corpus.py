"""Releases that must never be shown: how each is made, the reason that is counted, and words of what staff read."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.loaders.files import LARGEST_FILE
from kiosk.release.archive import pack
from kiosk.release.manifest import MOST_FILES, NAME
from kiosk.release.signature import END, LARGEST, TOOL, signed
from tests.unit.release.desk import PLACE, Desk, make_key, manifest_data

Member = tuple[str, bytes] | tarfile.TarInfo | bytes
"""Of an archive made by hand: a file, any other member, or raw bytes of the tar."""
SHOWN = 5
"""The number of the release that is shown before; the bad ones have number 6, if they have one."""


@dataclass(frozen=True)
class Bad:
    """One bad release."""

    make: Callable[[Desk], Path]
    reason: str
    de: str
    en: str


def tar(*members: Member, format: int = tarfile.PAX_FORMAT, encoding: str = "utf-8") -> bytes:
    """A compressed tar of just these."""
    packed = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file,
        tarfile.open(fileobj=file, mode="w", format=format, encoding=encoding) as made,
    ):
        for member in members:
            if isinstance(member, bytes):
                file.write(member)
            elif isinstance(member, tarfile.TarInfo):
                made.addfile(member)
            else:
                info = tarfile.TarInfo(member[0])
                info.size = len(member[1])
                made.addfile(info, io.BytesIO(member[1]))
    return packed.getvalue()


def with_more(*more: Member) -> Callable[[Desk], Path]:
    """A sound release with members behind it that are not in its list."""

    def make(desk: Desk) -> Path:
        release = desk.release(6)
        return desk.sealed(tar((NAME, release.manifest.data), *more, *sorted(release.files.items())))

    return make


def with_list(**changes: object) -> Callable[[Desk], Path]:
    """A sound release but for some values of its list."""

    def make(desk: Desk) -> Path:
        release = desk.release(6)
        return desk.sealed(tar((NAME, manifest_data(release, **changes)), *sorted(release.files.items())))

    return make


def with_raw_list(change: Callable[[bytes], bytes]) -> Callable[[Desk], Path]:
    """A sound release but for the bytes of its list."""

    def make(desk: Desk) -> Path:
        release = desk.release(6)
        return desk.sealed(tar((NAME, change(release.manifest.data)), *sorted(release.files.items())))

    return make


def with_files(changes: dict[str, bytes | None]) -> Callable[[Desk], Path]:
    """A release of a kiosk whose `build` does not check."""
    return lambda desk: desk.file(6, changes)


def changed(change: Callable[[bytes], bytes]) -> Callable[[Desk], Path]:
    """A sound file that something has happened to on its way."""

    def make(desk: Desk) -> Path:
        path = desk.file(6)
        path.write_bytes(change(path.read_bytes()))
        return path

    return make


def member(name: str, kind: bytes, linkname: str = "", size: int = 0) -> tarfile.TarInfo:
    """A member that is no file, or lies about its size."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.size = kind, linkname, size
    return info


def by_another_key(desk: Desk) -> Path:
    make_key(desk.folder / "stranger")
    path = desk.folder / "6.release"
    path.write_bytes(signed(pack(desk.release(6)), desk.folder / "stranger"))
    return path


def for_another_purpose(desk: Desk) -> Path:
    """Signed by the right key, as a commit would be."""
    archive = pack(desk.release(6))
    command = [TOOL, "-Y", "sign", "-f", str(desk.key), "-n", "git"]
    done = subprocess.run(command, input=archive, capture_output=True, check=True)
    path = desk.folder / "6.release"
    path.write_bytes(done.stdout + archive)
    return path


def other_bytes(desk: Desk) -> Path:
    """The list of the release that is shown, before another file."""
    shown, other = desk.release(SHOWN), desk.release(6)
    return desk.sealed(tar((NAME, shown.manifest.data), *sorted(other.files.items())))


def a_file_less(desk: Desk) -> Path:
    release = desk.release(6)
    return desk.sealed(tar((NAME, release.manifest.data), *sorted(release.files.items())[:-1]))


def bomb(desk: Desk) -> Path:
    """A header that takes up more than any release: 120 KB that become 120 MB."""
    release = desk.release(6)
    endless = tarfile.TarInfo("pax")
    endless.type, endless.size = tarfile.XHDTYPE, 120 * 1024 * 1024
    head = endless.tobuf(tarfile.USTAR_FORMAT)
    return desk.sealed(tar((NAME, release.manifest.data), head + bytes(endless.size)))


def not_utf8(desk: Desk) -> Path:
    release = desk.release(6)
    name = "services/k\udce4se.yaml"
    more = tar((NAME, release.manifest.data), (name, b"x"), format=tarfile.GNU_FORMAT)
    return desk.sealed(more)


def twice(desk: Desk) -> Path:
    release = desk.release(6)
    files = sorted(release.files.items())
    return desk.sealed(tar((NAME, release.manifest.data), files[0], files[0], *files[1:]))


def too_many(desk: Desk) -> Path:
    files = dict.fromkeys((f"x/{number}.yaml" for number in range(MOST_FILES + 1)), "0" * 64)
    return desk.sealed(tar((NAME, manifest_data(desk.release(6), files=files))))


def nothing(desk: Desk) -> Path:
    return desk.file(6, dict.fromkeys(desk.files))


def key_twice(data: bytes) -> bytes:
    return data.replace(b'"format": 1,', b'"format": 1,\n "format": 1,')


def newer_form(data: bytes) -> bytes:
    return json.dumps({**json.loads(data), "format": 2}).encode()


def flipped(data: bytes) -> bytes:
    """One bit in the middle."""
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


SIGNATURE = ("signature", "Unterschrift", "signature")
BUILD = ("schema", "neu bauen", "Build the release anew")
LINK = ("media", "gewöhnliche Datei", "ordinary file")
CONTENT_NAME = ("media", "Name einer Inhaltsdatei", "name of a file of content")
BADS: dict[str, Bad] = {
    "empty": Bad(changed(lambda _: b""), "signature", "unterschriebene Ausgabe", "signed release"),
    "no signature": Bad(changed(lambda data: data.partition(END)[2]), "signature", "unterschriebene", "signed"),
    "not even that": Bad(changed(lambda _: b"\0" * 5000), "signature", "unterschriebene Ausgabe", "signed release"),
    "a signature without end": Bad(changed(lambda data: data[:200]), "signature", "unterschriebene", "signed"),
    "cut off": Bad(changed(lambda data: data[:-1]), *SIGNATURE),
    "half of it": Bad(changed(lambda data: data[: len(data) // 2]), *SIGNATURE),
    "a bit": Bad(changed(flipped), *SIGNATURE),
    "something behind it": Bad(changed(lambda data: data + b"x"), *SIGNATURE),
    "another key": Bad(by_another_key, "signature", "Schlüssel", "key"),
    "another purpose": Bad(for_another_purpose, *SIGNATURE),
    "too large a file": Bad(changed(lambda data: data + bytes(LARGEST)), "size", "zu groß", "too large"),
    "no archive": Bad(lambda desk: desk.sealed(b"nothing of that kind"), "schema", "Archiv", "archive"),
    "an empty archive": Bad(lambda desk: desk.sealed(tar()), "schema", "Liste der Dateien fehlt", "list of files"),
    "a torn archive": Bad(lambda desk: desk.sealed(pack(desk.release(6))[:-400]), "schema", "Archiv", "archive"),
    "a zip": Bad(lambda desk: desk.sealed(b"PK\x05\x06" + bytes(18)), "schema", "Archiv", "archive"),
    "a gzip of no tar": Bad(lambda desk: desk.sealed(gzip.compress(b"x" * 2000)), "schema", "Archiv", "archive"),
    "no list": Bad(lambda desk: desk.sealed(tar(*desk.release(6).files.items())), "schema", "Liste", "list"),
    "a list that is no JSON": Bad(with_raw_list(lambda _: b"{"), *BUILD),
    "a list of lists": Bad(with_raw_list(lambda _: b"[" * 100_000), *BUILD),
    "a list with a key twice": Bad(with_raw_list(key_twice), *BUILD),
    "a list of tomorrow": Bad(with_raw_list(newer_form), "schema", "Programm", "Renew the program"),
    "a newer kiosk": Bad(with_list(needs=date(2099, 1, 1)), "schema", "Programm", "Renew the program"),
    "a file not listed": Bad(with_more(("services/mehr.yaml", b"name: x\n")), *BUILD),
    "a file less": Bad(a_file_less, "schema", "fehlt", "is missing"),
    "a file twice": Bad(twice, "schema", "zweimal", "twice"),
    "the list of another": Bad(other_bytes, "schema", "nicht die Datei", "not the file"),
    "a link": Bad(with_more(member("services/x.yaml", tarfile.SYMTYPE, "/etc/passwd")), *LINK),
    "a hard link": Bad(with_more(member("services/x.yaml", tarfile.LNKTYPE, NAME)), *LINK),
    "a device": Bad(with_more(member("services/x.yaml", tarfile.CHRTYPE)), *LINK),
    "a pipe": Bad(with_more(member("services/x.yaml", tarfile.FIFOTYPE)), *LINK),
    "a folder": Bad(with_more(member("services", tarfile.DIRTYPE)), *LINK),
    "a sparse file": Bad(with_more(member("services/x.yaml", tarfile.GNUTYPE_SPARSE)), *LINK),
    "from the root": Bad(with_more(("/etc/cron.d/x.yaml", b"x")), *CONTENT_NAME),
    "up and away": Bad(with_more(("../../x.yaml", b"x")), *CONTENT_NAME),
    "up in the list": Bad(with_list(files={"../x.yaml": "0" * 64}), *CONTENT_NAME),
    "a program": Bad(with_more(("services/run.sh", b"#!/bin/sh\n")), *CONTENT_NAME),
    "a hidden file": Bad(with_more((".bashrc", b"x")), *CONTENT_NAME),
    "not UTF-8": Bad(not_utf8, *CONTENT_NAME),
    "a terabyte, it says": Bad(
        with_more(member("services/x.yaml", tarfile.REGTYPE, size=2**40)), "size", "zu groß", "too large"
    ),
    "a large file": Bad(with_files({PLACE: b"#" * (LARGEST_FILE + 1)}), "size", "zu groß", "too large"),
    "a bomb": Bad(bomb, "size", "zu groß", "too large"),
    "too many files": Bad(too_many, "size", "Zu viele", "Too many"),
    "older": Bad(lambda desk: desk.file(4), "older", "nicht neuer", "not newer"),
    "of the same second": Bad(
        lambda desk: desk.file(SHOWN, {PLACE: desk.files[PLACE]}), "older", "nicht neuer", "not newer"
    ),
    "an error in the content": Bad(with_files({PLACE: b"name: [\n"}), "schema", "Fehler", "errors"),
    "no words": Bad(with_files({"strings/de.yaml": None}), "schema", "Fehler", "errors"),
    "no content at all": Bad(nothing, "schema", "Fehler", "errors"),
}
