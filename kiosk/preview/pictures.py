"""The folder of pictures: which picture shows what, which are still true, and which may go.

A picture's name ends with its key, a hash of everything that is painted. So a picture that is there is the right one,
whoever made it and whenever the run that made it ended.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kiosk.preview.camera import Shot
from kiosk.preview.wishes import ROOT, Size, Wish, modes_name
from kiosk.theme.tokens import Theme

PICTURE = re.compile(r"preview-\d+x\d+-[A-Za-z0-9._+-]+-\d+-[0-9a-f]{16}\.png")
"""The names of our own pictures; whatever else lies in the folder is left alone."""
RECORDS = "preview.json"
PAINTERS = ("kiosk/stage", "kiosk/text", "kiosk/theme")
"""What turns pieces into pixels: with another painter all pictures are others."""
LIBRARIES = "requirements.lock"

Record = dict[str, Any]
"""One picture on the page, as in preview.json: `file`, `size`, `screen`, `id`, `title`, `language`, `modes`, `page`,
`pages`, `problems`, and `new` where this run made it."""


def painters() -> str:
    """A hash of the code and the versions by which pieces become pixels."""
    files = sorted(path for folder in PAINTERS for path in (ROOT / folder).rglob("*.py"))
    found = hashlib.sha256()
    for path in (*files, ROOT / LIBRARIES):
        found.update(path.read_bytes())
    return found.hexdigest()


def key_of(shot: Shot, theme: Theme, painted_by: str) -> str:
    """16 hexadecimal digits of everything that a picture depends on."""
    overlay = shot.overlay.pieces if shot.overlay else ()
    frame = (shot.frame.width, shot.frame.height, shot.frame.scale, sorted(shot.frame.scripts.items()))
    parts = (painted_by, frame, sorted(theme.colours.items()), shot.page.ground, shot.page.pieces, overlay)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def record_of(wish: Wish, size: Size, shot: Shot, key: str) -> Record:
    """What the page says of a picture; its problems come later."""
    place, modes = wish.place, modes_name(wish.modes)
    pixels = f"{size[0]}x{size[1]}"
    subject = re.sub(r"[^A-Za-z0-9._-]", ".", place.id)
    return {
        "file": f"preview-{pixels}-{subject}-{wish.language}-{modes}-{shot.number}-{key}.png",
        "size": pixels,
        "screen": place.screen,
        "id": place.id,
        "title": place.title,
        "language": wish.language,
        "modes": modes,
        "page": shot.number,
        "pages": shot.pages,
    }


def read_records(out: Path) -> list[Record]:
    """What the last run wrote, without pictures that are gone; nothing if it cannot be read: then all is made anew."""
    try:
        found = json.loads((out / RECORDS).read_text(encoding="utf-8"))["pictures"]
        return [
            {**one, "new": False} for one in found if PICTURE.fullmatch(one["file"]) and (out / one["file"]).is_file()
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def read_state(out: Path) -> str:
    """What the last run was made from (kiosk.preview.inputs); "" if that is not known, or a picture of it is gone."""
    try:
        found = json.loads((out / RECORDS).read_text(encoding="utf-8"))
        whole = len(read_records(out)) == len(found["pictures"])
        return str(found["state"]) if whole else ""
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def write_records(out: Path, records: list[Record], state: str = "") -> None:
    """Keep for the next run what there is. The file is there whole or not at all."""
    half = out / f".{RECORDS}"
    kept = {"state": state, "pictures": records}
    half.write_text(json.dumps(kept, ensure_ascii=False, indent=0), encoding="utf-8")
    half.replace(out / RECORDS)


def tidy(out: Path, kept: Iterable[Record]) -> None:
    """Take away our own pictures that no record names any more."""
    named = {one["file"] for one in kept}
    for path in out.iterdir():
        if PICTURE.fullmatch(path.name) and path.name not in named:
            path.unlink(missing_ok=True)
