"""Everything that pictures are made from, as one hash: while it is the same, nothing needs to be looked at again."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

from kiosk.preview.wishes import ROOT, Size, modes_name

CODE = ("kiosk", "config/themes")
VOICES = "assets"
"""Whether a language has a voice shows on its screens: of these files their names and sizes are enough."""
LIBRARIES = "requirements.lock"


def state_of(options: argparse.Namespace, sizes: list[Size]) -> str:
    """A hash of content, configuration, code, libraries and voices, and of what is asked for."""
    found = hashlib.sha256()
    asked = (options.language, options.screen, options.every, [modes_name(modes) for modes in options.modes], sizes)
    found.update(repr(asked).encode())
    for path in _files(options):
        found.update(f"\n{path}\n".encode("utf-8", "surrogateescape"))
        found.update(path.read_bytes())
    for path in sorted((ROOT / VOICES).rglob("*")):
        found.update(f"\n{path}\n{path.stat().st_size}".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _files(options: argparse.Namespace) -> Iterator[Path]:
    folder = Path(options.folder).resolve()
    for place in (folder / "content", folder / "config", *(ROOT / name for name in CODE)):
        yield from sorted(path for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc")
    yield ROOT / LIBRARIES
