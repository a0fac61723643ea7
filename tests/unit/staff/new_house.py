"""A house to add something to, and complete answers for every kind of thing."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kiosk.staff.new import main

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 28)
SERVICE = [
    "Fahrrad reparieren",
    "",
    "8",
    "bicycle",
    "In der Werkstatt.",
    "Hier reparieren Sie Ihr Rad.",
    "",
    "",
    "",
    "",
]
GIVEN = {
    "service": ["--name", "Fahrrad reparieren", "--id", "rad", "--topic", "freizeit", "--icon", "bicycle",
                "--short", "In der Werkstatt.", "--what", "Hier reparieren Sie Ihr Rad.", "--ask", "",
                "--where", "", "--as_of", "2026-11-28", "--sources", "Aushang, Telefonat [neu]"],
    "organisation": ["--name", "Radhaus e.V.", "--id", "radhaus", "--role", "other", "--icon", "bicycle",
                     "--meaning", "Hilfe mit dem Rad", "--what", "Hier reparieren Sie Ihr Rad.", "--address", "",
                     "--phone", "0341 115", "--as_of", "2026-11", "--sources", ""],
    "notice": ["--text", "Der Aufzug ist kaputt.", "--id", "aufzug", "--from", "2026-12-01", "--until", "2026-12-04",
               "--urgent", "nein", "--as_of", "2026-11-28", "--sources", "Hausmeister"],
    "topic": ["--name", "Räder", "--id", "raeder", "--icon", "bicycle", "--hue", "people", "--what", "Rad und Weg.",
              "--ask", ""],
    "language": ["--german", "Isländisch", "--code", "is", "--name", "Íslenska", "--script", "Latn", "--greeting",
                 "Velkomin", "--touch", "Snertið skjáinn", "--word", "Tungumál", "--speaks",
                 "Ich spreche Isländisch."],
}  # fmt: skip


def shipped(folder: Path) -> Path:
    """A copy of what is shipped, to write in."""
    for name in ("content", "config"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def everything(house: Path) -> dict[str, bytes]:
    """Every file and what is in it."""
    return {str(path.relative_to(house)): path.read_bytes() for path in house.rglob("*") if path.is_file()}


def new(house: Path, kind: str, *more: str, typed: Sequence[str] = ()) -> int:
    """Run the verb; `typed` are the lines that somebody types, then the input ends."""
    waiting = iter(typed)

    def ask(_: str) -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    code = main([kind, "--folder", str(house), *more], TODAY, ask)
    assert code not in (0, 130) or list(waiting) == [], "every line typed was asked for"
    return code
