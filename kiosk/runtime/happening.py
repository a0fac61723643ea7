"""What can happen to a file or folder, in the words of this house."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Kind(Enum):
    """What happened."""

    WRITTEN = "written"
    CLOSED = "closed"
    """Closed after it was written to."""
    CREATED = "created"
    """There was nothing of that name before."""
    PUT = "put"
    """Renamed to this name, whatever was there before."""
    GONE = "gone"
    UNKNOWN = "unknown"
    """Something; look for yourself."""


class Happening(Struct, frozen=True):
    """Something happened to `path`. `shape`: folders or links may have come or gone."""

    path: str
    kind: Kind
    shape: bool = False
