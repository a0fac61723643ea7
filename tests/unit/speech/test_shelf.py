"""The shelf: rendered once, bounded, and gone when its kiosk is gone, however it went."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.speech.engine import Clip, SpeechFailed
from kiosk.speech.shelf import Shelf, runtime_folder


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path, limit=25)
    yield shelf
    shelf.close()


class Maker:
    """Makes clips of ten bytes and counts them."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, out: Path) -> Clip:
        out.write_bytes(bytes(10))
        self.made.append(out.name)
        return Clip(out, 1.0)


def test_a_clip_is_made_once(shelf: Shelf) -> None:
    make = Maker()
    assert shelf.get("a", ".wav", make) == shelf.get("a", ".wav", make) == Clip(shelf.folder / "a.wav", 1.0)
    assert make.made == ["a.wav"]


def test_the_clips_not_heard_for_longest_give_way(shelf: Shelf) -> None:
    make = Maker()
    for key in "abac":
        shelf.get(key, ".wav", make)
    assert sorted(path.name for path in shelf.folder.glob("*.wav")) == ["a.wav", "c.wav"]


def test_one_clip_too_big_is_still_heard(shelf: Shelf) -> None:
    def big(out: Path) -> Clip:
        out.write_bytes(bytes(100))
        return Clip(out, 9.0)

    assert shelf.get("big", ".wav", big).path.exists()


def test_a_clip_or_a_folder_that_a_cleaner_took_is_made_again(shelf: Shelf) -> None:
    make = Maker()
    shelf.get("a", ".wav", make).path.unlink()
    assert shelf.get("a", ".wav", make).path.exists()
    for path in shelf.folder.iterdir():
        path.unlink()
    shelf.folder.rmdir()
    assert shelf.get("a", ".wav", make).path.exists()
    assert make.made == ["a.wav"] * 3


def test_a_clip_that_could_not_be_made_is_not_on_the_shelf(shelf: Shelf) -> None:
    def fail(out: Path) -> Clip:
        raise SpeechFailed("no voice")

    with pytest.raises(SpeechFailed):
        shelf.get("a", ".wav", fail)
    make = Maker()
    shelf.get("a", ".wav", make)
    assert make.made == ["a.wav"]


def test_closing_takes_all_of_it_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.get("a", ".wav", Maker())
    shelf.close()
    assert not list(tmp_path.iterdir())


def test_what_a_killed_kiosk_left_is_cleared_by_the_next_and_a_live_one_is_left_alone(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from kiosk.speech.shelf import Shelf\n"
        "print(Shelf(pathlib.Path(sys.argv[1])).folder, flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        abandoned = Path(other.stdout.readline().strip())
        mine = Shelf(tmp_path)
        assert abandoned.exists(), "its owner lives"
        other.kill()
        other.wait()
    next_one = Shelf(tmp_path)
    assert not abandoned.exists()
    assert mine.folder.exists(), "mine is alive"
    mine.close()
    next_one.close()


def test_it_is_in_memory_where_the_machine_has_a_place_for_that(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert runtime_folder() == tmp_path
    for useless in ("", "relative", str(tmp_path / "missing")):
        monkeypatch.setenv("XDG_RUNTIME_DIR", useless)
        assert runtime_folder().is_dir()
        assert runtime_folder().is_absolute()
        assert runtime_folder() != tmp_path
