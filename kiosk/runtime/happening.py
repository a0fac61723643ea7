"""What can happen to a file or folder, in the words of this house."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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


@dataclass(frozen=True, slots=True)
class Happening:
    """Something happened to `path`. `shape`: folders or links may have come or gone."""

    path: str
    kind: Kind
    shape: bool = False
