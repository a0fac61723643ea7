"""Writes what was answered: a file of its own, or lines in a file that is there; all of it, or nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from kiosk.loaders.nodes import Items, Table, Text, parsed


class Odd(Exception):
    """A file is not written as we know it, so that lines cannot be put into it safely. The message is its name."""


class Change(Struct, frozen=True):
    """A file and what is to stand in it; `shown` are the lines that are new."""

    path: Path
    text: str
    shown: str
    new: bool = False


def write(changes: Sequence[Change]) -> None:
    """Write all files or none: each beside its place first, then each into it. A file that is new replaces nothing.
    Raises OSError (FileExistsError where somebody was quicker), and nothing has changed."""
    waiting: list[tuple[Path, Change]] = []
    try:
        for change in changes:
            change.path.parent.mkdir(parents=True, exist_ok=True)
            beside = change.path.with_name(f".{change.path.name}.{os.getpid()}")
            waiting.append((beside, change))
            with beside.open("w", encoding="utf-8", newline="\n") as file:
                file.write(change.text)
                file.flush()
                os.fsync(file.fileno())
        for change in changes:
            if change.new and change.path.exists():
                raise FileExistsError(17, "File exists", str(change.path))
        for beside, change in waiting:
            if not change.new:
                beside.chmod(change.path.stat().st_mode)
            os.replace(beside, change.path)
    finally:
        for beside, _ in waiting:
            with suppress(OSError):
                beside.unlink()


def entry_added(path: Path, name: str, lines: Sequence[str], before_last: bool = False) -> Change:
    """`lines` as one more entry of the list `name` in a file, at its end (or before its last entry), everything else as
    it is. Raises Odd."""
    old = path.read_text(encoding="utf-8")
    items = _items(old, name, path)
    every = old.rstrip("\n").split("\n")
    first = every[items.items[0].line - 1] if items.items else ""
    dash = first.index("- ") if "- " in first else -1
    if dash < 0 or first[:dash].strip():
        raise Odd(path.name)
    block = [f"{' ' * dash}{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines)]
    place = len(every)
    if before_last:
        place = items.items[-1].line - 1
        while place and every[place - 1].lstrip().startswith("#"):
            place -= 1
    new = "\n".join((*every[:place], *block, *every[place:])) + "\n"
    if len(_items(new, name, path).items) != len(items.items) + 1:
        raise Odd(path.name)
    return Change(path, new, "\n".join(block))


def _items(text: str, name: str, path: Path) -> Items:
    node, problems = parsed(text, path.name)
    found = node.values.get(name) if isinstance(node, Table) else None
    if problems or not isinstance(found, Items):
        raise Odd(path.name)
    return found


def word_added(path: Path, name: str, value: str) -> Change | None:
    """One more word of the interface, behind the others whose name begins like its; None if it is there. Raises Odd."""
    old = path.read_text(encoding="utf-8")
    words = _words(old, path)
    if name in words:
        return None
    alike = [place.line for key, place in words.items() if key.startswith(name.partition(".")[0] + ".")]
    every = old.rstrip("\n").split("\n")
    last = max(alike, default=0)
    if not last:
        raise Odd(path.name)
    indent = every[last - 1][: len(every[last - 1]) - len(every[last - 1].lstrip())]
    line = f"{indent}{name}: {value}"
    new = "\n".join((*every[:last], line, *every[last:])) + "\n"
    if name not in _words(new, path):
        raise Odd(path.name)
    return Change(path, new, line)


def _words(text: str, path: Path) -> Mapping[str, Text]:
    node, problems = parsed(text, path.name)
    words = node.values.get("words") if isinstance(node, Table) else None
    if problems or not isinstance(words, Table):
        raise Odd(path.name)
    return words.names
