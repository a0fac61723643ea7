"""Damage to whole trees: what people, editors, programs and disks do to files, drawn by hypothesis."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.unit.loaders.builders import FILES, sound_content
from tests.unit.loaders.mistakes import TEXTS
from tests.unit.loaders.pitfalls import CASES

LETTERS = [
    *"\t'\"{]#\n\0\x1b\u202e\u2067\u2069\u200f\ufffdü:-&*!|>%@`?",
    ": ",
    "- ",
    "&a ",
    "*a ",
    "\n\n---\n",
    "[" * 40,
]
VALUES = (
    *"no on ~ 8:30 04177 1.10 2025-13-45 -1 1e400 99999999999999999999".split(),
    *('""', "[]", "{}", "[[]]", "{a: {b: c}}", "[a, [b]]", "'\\x1b'", '"a\\nb\\u2067"', "0341 1234567", "www.x.de"),
    *("https://a@b.de", "https://[::1", "https://xn--a.de/", "{text: a, say: '{b}'}", "{text: }", "2026-12-24"),
    *("x" * 700, "{time} {", "}{", "{{x}}", "٣", "½", "ﷺ", "𝟙𝟚-𝟙𝟛", "24-25", "a" * 41),
)
"""What may stand where another value stood; of every type there is, and of some that there is not."""
TEXTS_THERE = sorted({text for text, *_ in TEXTS.values() if len(text) < 2000} | {case.text for case in CASES})
EXTRA = {
    "notices/aufzug.yaml": "text: Der Aufzug steht.\nfrom: 2026-01-01\nuntil: 2026-12-31\nas_of: 2026-01-01\n",
    "pronunciation/de.yaml": "digits: [null, eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun]\n"
    "weekdays:\n  forms:\n    - words: [a, b, c, d, e, f, g]\ntimes:\n  hour: '{hour} Uhr'\n"
    "words: {z. B.: zum Beispiel}\n",
    "strings/en.yaml": "made_by: machine\nmade_on: 2026-11-22\n"
    "words:\n  home.title: {of: 3fa2b1c0, text: How can we help?}\n",
    "translations/en/services/amt-finden.yaml": "made_by: person\nmade_on: 2026-11-22\nchecked_by: A\nwords:\n"
    "  name: {of: 3fa2b1c0, text: Find offices}\n  bring.1: {of: 3fa2b1c0, text: Passport, say: pass port}\n",
    "translations/en/guide/guide.yaml": "made_by: machine\nmade_on: 2026-11\n"
    "words:\n  anliegen.1: {of: 3fa2b1c0, text: A}\n",
    "../config/kiosk.yaml": "panel: {width_px: 1920}\nidle: {after_s: 90}\nsound: {voices: [de]}\n"
    "hosts: [www.leipzig.de, handbookgermany.de]\nkeypad: {there: yes, next: [right]}\ntheme: lobby\n",
    "../config/themes/lobby.yaml": 'name: lobby\ncolours:\n  ink: "#000000"\n  paper: "#ffffff"\n',
}
"""Kinds of file that the small sound content has none of."""
ALL = {**FILES, **EXTRA}
NAMES = sorted(ALL)
SERVICES = sorted(name for name in FILES if name.startswith("services/"))


@dataclass(frozen=True)
class Damage:
    """One thing that happens to the file `name`."""

    name: str
    what: Callable[..., None]
    values: tuple[Any, ...] = ()

    def do(self, root: Path) -> None:
        """Do it below `root`; what is gone already cannot be damaged."""
        path = root / self.name
        if path.is_file() and not path.is_symlink():
            self.what(path, *self.values)

    def __repr__(self) -> str:
        return f"{self.what.__name__}({self.name}, {', '.join(map(repr, self.values))})"


def slips(path: Path, slipped: Sequence[tuple[int, int, str]]) -> None:
    """Letters lost, and others in their place."""
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    for place, lost, new in slipped:
        start = place % (len(text) + 1)
        text = text[:start] + new + text[start + lost :]
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


def lines_moved(path: Path, moves: Sequence[tuple[int, int, str]]) -> None:
    """Lines dropped, duplicated, swapped, moved to another level."""
    lines = path.read_bytes().splitlines(keepends=True)
    for one, other, how in moves:
        if not lines:
            break
        one, other = one % len(lines), other % len(lines)
        if how == "drop":
            del lines[one]
        elif how == "twice":
            lines.insert(other, lines[one])
        elif how == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        else:
            lines[one] = b"  " + lines[one] if how == "in" else lines[one].lstrip()
    path.write_bytes(b"".join(lines))


def value_changed(path: Path, place: int, value: str) -> None:
    """Another value behind a field's name."""
    lines = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    fields = [number for number, line in enumerate(lines) if ": " in line or line.endswith(":")]
    if fields:
        number = fields[place % len(fields)]
        lines[number] = f"{lines[number].partition(':')[0]}: {value}"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))


def written(path: Path, data: bytes) -> None:
    """Something else altogether."""
    path.write_bytes(data)


def cut_off(path: Path, place: int) -> None:
    """A half-written file."""
    data = path.read_bytes()
    path.write_bytes(data[: place % (len(data) + 1)])


def renamed(path: Path, name: str) -> None:
    """Another name, in the same folder."""
    target = path.with_name(name)
    if not target.exists():
        path.rename(target)


def copied(path: Path, other: str) -> None:
    """The same once more, where another file stands or none."""
    target = path.parents[0] / ".." / other if path.parent.name else path
    if target.parent.is_dir() and (target.is_file() or not os.path.lexists(target)) and not target.is_symlink():
        target.write_bytes(path.read_bytes())


def replaced(path: Path, by: str) -> None:
    """Not a file any more."""
    path.unlink()
    if by == "folder":
        path.mkdir()
    elif by == "pipe":
        os.mkfifo(path)
    elif by == "link":
        path.symlink_to(path.with_name("else.yaml"))
    elif by == "circle":
        path.symlink_to(path)
    elif by == "zero":
        path.symlink_to("/dev/zero")


def folder_gone(path: Path, by: str) -> None:
    """The folder of a file is gone, is a file, or is a link to another folder."""
    folder = path.parent
    if folder.name in ("content", "config"):
        return
    shutil.rmtree(folder)
    if by == "file":
        folder.write_text("a: b\n")
    elif by == "link":
        folder.symlink_to(folder.parent)


SLIPS = st.tuples(st.integers(0, 2000), st.integers(0, 12), st.sampled_from(LETTERS) | st.text(max_size=5))
MOVES = st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["drop", "twice", "swap", "in", "out"]))
BYTES = st.binary(max_size=120) | st.sampled_from(TEXTS_THERE).map(lambda text: text.encode("utf-8", "surrogatepass"))
FILE_NAMES = st.sampled_from(
    (
        "centre.yaml",
        "ÄMTER.yaml",
        "a b.yaml",
        "a.yml",
        "a.yaml~",
        ".a.yaml",
        "a\x1b[2J\n.yaml",
        "x" * 41 + ".yaml",
        "-.yaml",
    )
) | st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1, max_size=8).filter(
    lambda name: name not in (".", "..")
)


def damages(names: Sequence[str]) -> st.SearchStrategy[Damage]:
    """Anything that may happen to one of these files."""
    ways: list[tuple[Callable[..., None], tuple[st.SearchStrategy[Any], ...]]] = [
        (slips, (st.lists(SLIPS, min_size=1, max_size=4),)),
        (lines_moved, (st.lists(MOVES, min_size=1, max_size=4),)),
        (value_changed, (st.integers(0, 60), st.sampled_from(VALUES))),
        (value_changed, (st.integers(0, 60), st.sampled_from(VALUES) | st.sampled_from(TEXTS_THERE))),
        (written, (BYTES,)),
        (cut_off, (st.integers(0, 2000),)),
        (renamed, (FILE_NAMES,)),
        (copied, (st.sampled_from(NAMES),)),
        (replaced, (st.sampled_from(["nothing", "folder", "pipe", "link", "circle", "zero"]),)),
        (folder_gone, (st.sampled_from(["nothing", "file", "link"]),)),
    ]
    file = st.sampled_from(names)
    return st.one_of(*(st.builds(Damage, file, st.just(what), st.tuples(*values)) for what, values in ways))


def whole_content(root: Path) -> None:
    """A sound tree, content and config, with a file of every kind."""
    made = sound_content(root)
    for name, text in EXTRA.items():
        made.write(name, text)
