"""What a source of releases offers."""

from __future__ import annotations

from msgspec import Struct

FILE = "latest.release"
"""The name of the newest release: in an HTTPS directory, and at the top of a git repository."""


class Offer(Struct, frozen=True):
    """The file, and what it is known by at its source: the same mark is the same file ("": not known)."""

    data: bytes
    mark: str
