"""What is too much, or no file at all: `check` says so in a line or two, soon, and reads the rest."""

from __future__ import annotations

import gc
import io
import os
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml

from kiosk.domain.problem import Problem
from kiosk.loaders import files, tree
from kiosk.staff import check
from kiosk.staff.progress import Bar
from kiosk.staff.reading import problems_in
from kiosk.staff.report import print_problems
from tests.unit.loaders.builders import Content, sound_content

SERVICE = "services/amt-finden.yaml"


@pytest.fixture
def house(tmp_path: Path) -> Content:
    """A small sound content folder."""
    return sound_content(tmp_path / "content")


def told(house: Content, name: str = SERVICE) -> list[Problem]:
    """The problems of one file; they are printed in few and short lines, whatever is in it."""
    problems = problems_in(house.root.parent)
    found = [problem for problem in problems if problem.path == f"content/{name}"]
    stream = io.StringIO()
    print_problems(found, stream, "de")
    assert len(stream.getvalue()) < 12_000 and max(map(len, stream.getvalue().splitlines())) < 500
    return found


def least(work: Callable[[], object]) -> float:
    """What `work` takes of the processor, s: the least of three, without what earlier tests left."""
    gc.collect()
    gc.freeze()
    taken = []
    for _ in range(3):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    gc.unfreeze()
    return min(taken)


@cache
def plain() -> float:
    """What it takes PyYAML, without libyaml, to read 20,000 lines, s: the measure of this machine."""
    text = "".join(f"f{n}: x\n" for n in range(20_000))
    return least(lambda: yaml.compose(text))


MUCH = {
    "one scalar of 250 KB": ("name: Ämter finden", "name: " + "b" * 250_000),
    "one word repeated": ("name: Ämter finden", "name: " + "0341 " * 50_000),
    "one site repeated": ("what: Sie", "what: " + "a.b-" * 60_000),
    "one key of 1,000 letters": ("short:", "s" * 1000 + ":"),
    "20,000 fields": ("short:", "".join(f"f{n}: x\n" for n in range(20_000)) + "short:"),
    "10,000 items": ("bring:\n", "bring:\n" + "  - Pass\n" * 10_000),
    "20,000 control characters": ("short:", "# " + "\x01" * 20_000 + "\nshort:"),
    "20,000 direction marks": ("name:", "# " + "\u200f" * 20_000 + "\nname:"),
    "20,000 anchors": ("short:", "".join(f"f{n}: &a x\n" for n in range(20_000)) + "short:"),
    "20,000 times the same field": ("short:", "place: da\n" * 20_000 + "short:"),
    "20,000 remarks that swallow": ("short:", "".join(f"f{n}: x #y\n" for n in range(15_000)) + "short:"),
    "a value on 50,000 lines": ("name: Ämter finden", 'name: "' + "\n" * 50_000 + '"'),
}


@pytest.mark.parametrize(("old", "new"), MUCH.values(), ids=MUCH)
def test_much_of_one_thing_is_told_shortly_and_soon(old: str, new: str, house: Content) -> None:
    house.edit(SERVICE, old, new)
    assert 0 < len(told(house)) <= 45
    assert least(lambda: told(house)) < plain(), "what grows with the square of it would take minutes"


def test_a_line_of_a_million_letters_is_not_read(house: Content) -> None:
    house.edit(SERVICE, "short:", "x" * 1_000_000 + "\nshort:")
    assert [problem.reason["en"] for problem in told(house)] == ["The file is larger than 256 KB."]


def linked(path: Path) -> None:
    """A link to something that never ends."""
    path.symlink_to("/dev/zero")


NOT_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a pipe": (os.mkfifo, "Das ist keine gewöhnliche Datei."),
    "a folder": (os.mkdir, "Das ist keine gewöhnliche Datei."),
    "a link": (linked, "Das ist nur ein Verweis (Symlink) auf etwas anderes."),
}


@pytest.mark.parametrize(("make", "reason"), NOT_FILES.values(), ids=NOT_FILES)
def test_what_is_no_file_is_not_read(make: Callable[[Path], None], reason: str, house: Content) -> None:
    (house.root / SERVICE).unlink()
    make(house.root / SERVICE)
    assert [problem.reason["de"] for problem in told(house)] == [reason]


def test_a_device_is_not_read() -> None:
    data, problem = files.data_of(Path("/dev/zero"), Path("/dev"))
    assert data is None and problem and problem.reason["de"] == "Das ist keine gewöhnliche Datei."


def test_a_linked_folder_is_not_read_but_the_root_may_be_a_link(house: Content) -> None:
    (house.root / "services").rename(house.root.parent / "elsewhere")
    (house.root / "services").symlink_to(house.root.parent / "elsewhere")
    assert [problem.reason["en"] for problem in told(house)] == ["This is only a symbolic link to something else."]
    (house.root / "services").unlink()
    (house.root.parent / "elsewhere").rename(house.root / "services")
    house.root.rename(house.root.parent / "release-7")
    house.root.symlink_to(house.root.parent / "release-7")
    assert not any("Symlink" in problem.reason["de"] for problem in problems_in(house.root.parent))


def test_a_file_that_may_not_be_read_is_told(house: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refused(path: Path, flags: int) -> int:
        if Path(path).name == "amt-finden.yaml":
            raise PermissionError(13, "Permission denied")
        return real(path, flags)

    monkeypatch.setattr(files.os, "open", refused)
    (problem,) = told(house)
    assert problem.reason["de"] == "Die Datei lässt sich nicht öffnen (Permission denied)."


@pytest.mark.parametrize(("limit", "value"), [("MOST_FILES", 5), ("MOST_BYTES", 3000)])
def test_a_tree_that_is_too_large_is_told_once(
    limit: str, value: int, house: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, limit, value)
    problems = problems_in(house.root.parent)
    assert len([problem for problem in problems if problem.reason["de"].startswith("Der Ordner ist zu groß")]) == 1
    assert check.main([str(house.root.parent)]) == 1


class Terminal(io.StringIO):
    """Where somebody watches."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_a_long_check_shows_how_far_it_is_where_somebody_watches(
    house: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(house.root.parent)
    monkeypatch.setattr(check, "WORTH_A_BAR", 10)
    monkeypatch.setattr("sys.stderr", watched := Terminal())
    check.main([folder])
    count = check.count_files(house.root)
    assert f" {count}/{count}  Dateien" in watched.getvalue() and watched.getvalue().endswith("\n")
    assert "Dateien" not in capsys.readouterr().out
    monkeypatch.setattr("sys.stderr", nobody := io.StringIO())
    check.main([folder])
    assert nobody.getvalue() == ""
    monkeypatch.setattr(check, "WORTH_A_BAR", 1000)
    monkeypatch.setattr("sys.stderr", short := Terminal())
    check.main([folder])
    assert short.getvalue() == ""


def test_who_stops_it_gets_no_traceback(house: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "WORTH_A_BAR", 1)
    monkeypatch.setattr("sys.stderr", Terminal())
    monkeypatch.setattr(Bar, "step", stopped)
    assert check.main([str(house.root.parent)]) == 2


def test_the_same_tree_gives_the_same_report(house: Content, capsys: pytest.CaptureFixture[str]) -> None:
    house.edit(SERVICE, "short:", "shrot:")
    house.edit("topics.yaml", "hue: register", "hue: pink")
    said = set()
    for _ in range(3):
        assert check.main([str(house.root.parent), "--format", "json"]) == 1
        said.add(capsys.readouterr().out)
    assert len(said) == 1
