"""`voice prune`: clips of texts that are not said any more go, once they have been unused for two weeks.

A clip is as old as its rendering, but the two weeks count from when it was first found unused: that is noted beside the
clips, by `build` and by `prune` itself. So a text that is corrected, and corrected back a week later, keeps its clip.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.speech.cache import GRACE_SECONDS, ClipCache, Stock
from kiosk.staff.figures import megabytes
from kiosk.staff.voice.material import UNUSABLE, WELL, Machine, Material, person

NOTE = "unused.json"


class Leftover(Struct, frozen=True):
    """What belongs to no text: `ripe` may go, the others wait until `next_day` (seconds since 1970)."""

    cache: ClipCache
    stock: Stock
    ripe: tuple[Path, ...]
    next_day: float


def prune(material: Material, options: argparse.Namespace, machine: Machine) -> int:
    """Run the verb; the exit code."""
    if material.errors:  # a text that is off the screen because of a slip is still in use
        print(
            "Erst berichtigen: Sonst ginge verloren, was noch gebraucht wird. / Mend them first, or clips would go "
            "that are still needed.",
            file=sys.stderr,
        )
        return UNUSABLE
    now = machine.now()
    for name, leftover in leftovers(material, now):
        if name == "recordings" and not options.recordings:
            _print_kept(leftover)
            continue
        if options.yes:
            leftover.cache.prune(replace(leftover.stock, unused=leftover.ripe), now, grace_seconds=0)
        _print(name, leftover, options.yes)
    return WELL


def leftovers(material: Material, now: float) -> Iterator[tuple[str, Leftover]]:
    """What belongs to no text of any language, among the clips of gTTS and among those of people. Writes down what is
    unused since when."""
    utterances = [one.utterance for one in material.heard]
    wanted = (material.for_gtts(utterance) for utterance in utterances)
    yield "speech", _leftover(material.rendered, material.rendered.stock([one for one in wanted if one]), now)
    recorded = material.recordings.stock((person(one.language), one.text) for one in utterances)
    yield "recordings", _leftover(material.recordings, recorded, now)


def note_unused(material: Material, now: float) -> None:
    """Write down what is unused since when, so that its two weeks begin."""
    if not material.errors:
        for _ in leftovers(material, now):
            pass


def _leftover(cache: ClipCache, stock: Stock, now: float) -> Leftover:
    since = _noted(cache.root, stock.unused, now)
    ripe = tuple(path for path in stock.unused if now - since[path] >= GRACE_SECONDS)
    waiting = [when for path, when in since.items() if path not in ripe]
    return Leftover(cache, stock, ripe, min(waiting, default=now) + GRACE_SECONDS)


def _noted(root: Path, unused: tuple[Path, ...], now: float) -> dict[Path, float]:
    """Since when each of these is unused; what is in use again is forgotten."""
    note = root / NOTE
    try:
        known = json.loads(note.read_text("utf-8"))
        since = {path: float(known.get(_name(root, path), now)) for path in unused}
    except (OSError, ValueError, AttributeError, TypeError):  # none yet, or damaged: the two weeks begin anew
        known, since = {}, dict.fromkeys(unused, now)
    fresh = {_name(root, path): when for path, when in since.items()}
    if fresh != known and root.is_dir():
        part = root / f"{NOTE}.part"
        part.write_text(json.dumps(fresh, indent=1), "utf-8")
        os.replace(part, note)
    return since


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _print(name: str, leftover: Leftover, gone: bool) -> None:
    size = 0 if gone else sum(path.stat().st_size for path in leftover.ripe)
    waiting = len(leftover.stock.unused) - len(leftover.ripe)
    if gone:
        print(f"{name}: {len(leftover.ripe)} Dateien gelöscht / files deleted")
    else:
        print(
            f"{name}: {len(leftover.ripe)} Dateien, {megabytes(size)} MB, würden gelöscht; mit --yes wirklich / "
            f"files would go; with --yes they do"
        )
    if waiting:
        day = datetime.fromtimestamp(leftover.next_day).date().isoformat()
        print(f"{name}: {waiting} sind noch keine 14 Tage ungenutzt, frühestens / unused for less than 14 days: {day}")


def _print_kept(leftover: Leftover) -> None:
    if leftover.stock.unused:
        print(
            f"recordings: {len(leftover.stock.unused)} Dateien ohne Text bleiben; löschen nur mit --recordings / "
            "files without a text stay; only --recordings deletes them"
        )
