"""One file with named parts, that is whole or is not there: written beside and put in place, read at once and checked.

The check is a checksum, not a signature: it is against disks that tear and turn bits. Who may write here at all is
decided by owner and rights of the file, which are looked at; such a person could change the program as well.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

MAGIC = b"kiosk content 1\n"
DIGEST = 32
LARGEST = 1024**3
"""Bytes: ten times what 10,000 services in 17 languages take."""
HALF = ".half"
"""Ends the name of a file that is being written."""


class Unusable(Exception):
    """The file is not there, not ours, or not whole; the text says which."""


def write(path: Path, parts: Mapping[str, bytes]) -> None:
    """Have these parts at `path`, or what was there before. Raises OSError."""
    places, start = {}, 0
    for name, data in parts.items():
        places[name] = (start, len(data))
        start += len(data)
    table = json.dumps(places).encode()
    inside = [len(table).to_bytes(4, "big"), table, *parts.values()]
    half = path.with_name(f".{path.name}.{os.getpid()}{HALF}")
    try:
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), "wb") as file:
            file.writelines((MAGIC, _digest(inside), *inside))
            file.flush()
            os.fsync(file.fileno())
        os.replace(half, path)
    except BaseException:
        with suppress(OSError):
            half.unlink()
        raise
    with _opened(path.parent, os.O_RDONLY | os.O_DIRECTORY) as folder:
        os.fsync(folder)


def read(path: Path) -> dict[str, memoryview]:
    """The parts of the file, which is in memory then: what becomes of it on the disk no longer matters. Raises
    Unusable."""
    try:
        with _opened(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK) as descriptor:
            _judge(os.fstat(descriptor))
            with open(descriptor, "rb", closefd=False) as file:
                data = file.read(LARGEST + 1)
    except OSError as error:
        raise Unusable(error.strerror or type(error).__name__) from error
    whole = memoryview(data)  # its pieces are no copies
    magic, digest, inside = whole[: len(MAGIC)], whole[len(MAGIC) :][:DIGEST], whole[len(MAGIC) + DIGEST :]
    if len(data) > LARGEST or magic != MAGIC or digest != _digest([inside]):
        raise Unusable("damaged, or of another version")
    end = 4 + int.from_bytes(inside[:4], "big")
    places = json.loads(bytes(inside[4:end]))
    return {name: inside[end + start : end + start + size] for name, (start, size) in places.items()}


def _judge(found: os.stat_result) -> None:
    """Raises Unusable for what is no plain file, or what somebody else may have written."""
    if not stat.S_ISREG(found.st_mode):
        raise Unusable("no plain file")
    if found.st_uid != os.geteuid() or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise Unusable("others may write it")


def _digest(inside: list[bytes] | list[memoryview]) -> bytes:
    made = hashlib.blake2b(digest_size=DIGEST, person=b"kiosk content")
    for data in inside:
        made.update(data)
    return made.digest()


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    descriptor = os.open(path, flags | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
