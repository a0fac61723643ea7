"""Saves that break a file: what is done, and the file and line where staff are told of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

SERVICE = "content/services/leipzig-pass.yaml"
Break = Callable[[Path], None]


def written(name: str, data: bytes) -> Break:
    """These bytes are all that is in a file."""

    def write(folder: Path) -> None:
        (folder / name).write_bytes(data)

    return write


def changed(name: str, old: str, new: str) -> Break:
    """Other words in a file."""

    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def half(name: str) -> Break:
    """A program was stopped in the middle of writing."""

    def cut(folder: Path) -> None:
        (folder / name).write_bytes((folder / name).read_bytes()[:41])

    return cut


def link(folder: Path) -> None:
    """A link to a file elsewhere."""
    (folder / "elsewhere.yaml").write_bytes((folder / SERVICE).read_bytes())
    (folder / SERVICE).unlink()
    (folder / SERVICE).symlink_to(folder / "elsewhere.yaml")


def directory(folder: Path) -> None:
    """A folder where a file should be."""
    (folder / SERVICE).unlink()
    (folder / SERVICE).mkdir()


def without(name: str) -> Break:
    """A file or folder that the kiosk cannot be without is gone."""

    def remove(folder: Path) -> None:
        shutil.rmtree(folder / name) if (folder / name).is_dir() else (folder / name).unlink()

    return remove


BOMB = b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nname: *c\n"
BREAKS: dict[str, tuple[Break, str]] = {
    "a tab": (changed(SERVICE, "\nname: ", "\n\tname: "), f"{SERVICE}:3"),
    "a quote that is not closed": (changed(SERVICE, "name: ", 'name: "'), f"{SERVICE}:3"),
    "half a file": (half(SERVICE), SERVICE),
    "nothing in it": (written(SERVICE, b""), SERVICE),
    "Latin-1": (written(SERVICE, "name: Ämter\n".encode("latin-1")), f"{SERVICE}:1"),
    "NUL": (written(SERVICE, b"name: a\0b\n"), f"{SERVICE}:1"),
    "a field twice": (changed(SERVICE, "icon: ", "name: Noch einmal\nicon: "), f"{SERVICE}:4"),
    "an unknown field": (changed(SERVICE, "short: ", "shrt: "), SERVICE),
    "a needed field less": (changed(SERVICE, "\nshort: ", "\n# short: "), SERVICE),
    "a topic that is not there": (changed(SERVICE, "topic: anmelden", "topic: anmeldn"), f"{SERVICE}:1"),
    "aliases": (written(SERVICE, BOMB), f"{SERVICE}:1"),
    "300 KB": (written(SERVICE, b"# much\n" * 45_000), SERVICE),
    "brackets without end": (written(SERVICE, b"[" * 60_000), SERVICE),
    "a link": (link, SERVICE),
    "a folder": (directory, SERVICE),
    "a script nobody knows": (
        changed("content/languages.yaml", "script: Arab", "script: Arabb"),
        "content/languages.yaml",
    ),
    "a misspelt language": (changed("content/languages.yaml", "code: en", "code: enn"), "content/strings/en.yaml"),
    "the guide": (changed("content/guide.yaml", "service: wohnung", "service: wohnungg"), "content/guide.yaml"),
    "the words": (changed("content/strings/de.yaml", "  home.title: ", "  home.title "), "content/strings/de.yaml"),
    "a word less": (changed("content/strings/de.yaml", "  open.until:", "  open.untl:"), "content/strings"),
    "no words": (without("content/strings/de.yaml"), "content/strings/de.yaml"),
    "a topic less": (changed("content/topics.yaml", "id: anmelden", "id: andere"), "content/"),
    "topics broken": (changed("content/topics.yaml", "topics:", "topcs:"), "content/topics.yaml"),
    "no topics": (without("content/topics.yaml"), "content/topics.yaml"),
    "a colour": (changed("config/themes/lobby.yaml", "paper: ", "paper: x"), "config/themes/lobby.yaml"),
    "another theme": (changed("config/kiosk.yaml", "theme: lobby", "theme: loby"), "config/themes/loby.yaml"),
    "the settings": (changed("config/kiosk.yaml", "after_s: 100", "after_s: lang"), "config/kiosk.yaml"),
    "a site less": (changed("config/kiosk.yaml", "  - www.leipzig.de\n", ""), "content/organisations"),
    "a keyboard": (changed("content/keyboards/de.yaml", "q w", "q q w"), "content/keyboards/de.yaml"),
    "the other words": (
        changed("content/search/de.yaml", "wohnung-anmelden", "whnung-anmelden"),
        "content/search/de.yaml",
    ),
    "all of it": (without("content"), "content"),
}
