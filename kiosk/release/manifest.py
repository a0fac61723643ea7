"""What a release says of itself: when it was made, which kiosk it needs, and the SHA-256 of each of its files.

Its id comes from nothing else, so two releases with one id hold the same bytes. Ids sort as the releases were made.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from msgspec import Struct

from kiosk.loaders.files import IDENTIFIER, SUFFIX
from kiosk.release import faults
from kiosk.release.refusal import Reason, Refused

NAME = ".release.json"
"""In the archive and in the unpacked folder; hidden, so that the kiosk passes it over."""
FORMAT = 1
"""Raised when an older kiosk could no longer read a release."""
MOST_FILES = 20_000
MOST_BYTES = 64 * 1024 * 1024
"""Files, and bytes of all of them: room for 1,000 services in 17 languages (one file each, 2 to 3 KB). Less than a
folder may hold (kiosk.loaders.tree): a release is unpacked in memory, of which its service has 512 MB."""
LONGEST = 4 * 1024 * 1024
"""Bytes of a manifest: twice what so many files take."""
FILE = re.compile(rf"(?:{IDENTIFIER.pattern}/){{0,3}}{IDENTIFIER.pattern}{re.escape(SUFFIX)}", re.ASCII)
"""Names of files of content: translations/ar/services/kita.yaml is the deepest."""
ID = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{10}", re.ASCII)
_STAMP = "%Y%m%dT%H%M%SZ"
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Manifest(Struct, frozen=True):
    """`made` is UTC to the second, `files` has the SHA-256 by name, `needs` is the day of the oldest kiosk that can
    show it (None: any)."""

    made: datetime
    files: Mapping[str, str]
    needs: date | None = None

    @property
    def data(self) -> bytes:
        """As it stands in the archive: one way to write it, so that it can be compared."""
        told = {
            "format": FORMAT,
            "made": self.made.strftime(_STAMP),
            "needs": self.needs.isoformat() if self.needs else None,
            "files": dict(self.files),
        }
        return json.dumps(told, sort_keys=True, indent=1).encode() + b"\n"

    @property
    def id(self) -> str:
        """20261129T120000Z-1a2b3c4d5e: when it was made, and the beginning of what it is."""
        return f"{self.made.strftime(_STAMP)}-{hashlib.sha256(self.data).hexdigest()[:10]}"


def newer(release: str, other: str) -> bool:
    """Whether the release with this id was made later than the other one."""
    return release.partition("-")[0] > other.partition("-")[0]


def made(release: str) -> datetime:
    """When the release with this id was made (UTC)."""
    return datetime.strptime(release.partition("-")[0], _STAMP).replace(tzinfo=UTC)


def read_manifest(data: bytes, place: str) -> Manifest:
    """The manifest in these bytes; `place` is where they come from. Raises Refused."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _bad(place, type(error).__name__) from error
    if not isinstance(told, dict) or not isinstance(told.get("format"), int):
        raise _bad(place, "format")
    if told["format"] > FORMAT:
        newer = faults.NEEDS_NEWER.at(place, needs=f"format {told['format']}", here=f"format {FORMAT}")
        raise Refused(Reason.SCHEMA, newer)
    try:
        made = datetime.fromisoformat(told["made"]).replace(tzinfo=UTC)
        needs = None if told["needs"] is None else date.fromisoformat(told["needs"])
        files = told["files"]
        fits = isinstance(files, dict) and all(_DIGEST.fullmatch(digest) for digest in files.values())
    except (KeyError, TypeError, ValueError) as error:
        raise _bad(place, str(error)) from error
    if not fits:
        raise _bad(place, "files")
    if len(files) > MOST_FILES:
        raise Refused(Reason.SIZE, faults.TOO_MANY.at(place, limit=MOST_FILES))
    for name in files:
        if not FILE.fullmatch(name):
            raise Refused(Reason.MEDIA, faults.BAD_NAME.at(place, name=name))
    manifest = Manifest(made, files, needs)
    if manifest.data != data:  # a key twice, one too many, or another way to write it
        raise _bad(place, "form")
    return manifest


def _bad(place: str, detail: str) -> Refused:
    return Refused(Reason.SCHEMA, faults.BAD_LIST.at(place, detail=detail))
