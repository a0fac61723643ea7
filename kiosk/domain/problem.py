"""A fault in what staff wrote: place, reason, remedy (architecture.md, rule 5)."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Severity(Enum):
    """An error takes the thing it stands in off the screen; a warning does not; a note tells how far something is, and
    nothing needs mending."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Problem(Struct, frozen=True):
    """One fault. `path` is relative to the tree that was checked, `line` and `column` count from 1 (0: the whole
    file). `reason` and `remedy` are plain words for the person who wrote the file, in both of the staff's
    languages ("de", "en")."""

    path: str
    line: int
    column: int
    reason: dict[str, str]
    remedy: dict[str, str]
    severity: Severity = Severity.ERROR
    source: str = ""
    """The offending line itself, for showing."""
