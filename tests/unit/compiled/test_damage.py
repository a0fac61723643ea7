"""A kept file that is damaged, cut, foreign or forged is not used, and nothing is raised; nobody is at its mercy."""

from __future__ import annotations

import os
import pickle
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.compiled import box, values
from kiosk.compiled.box import DIGEST, MAGIC, Unusable
from kiosk.compiled.cache import SEAL, Cache
from kiosk.content import Places, read
from tests.unit.compiled.conftest import everything

MARK = "a" * 64
FLIPS, CUTS = 600, 60


@pytest.fixture
def kept(places: Places, cache: Cache) -> Path:
    """The file of a content that has been kept."""
    assert cache.keep(MARK, read(places))
    return next(cache.folder.iterdir())


def test_no_changed_byte_goes_unnoticed(kept: Path, cache: Cache) -> None:
    """Every byte of the head, and as many others all over the file as make a region of a fraction of a percent."""
    whole, chance = kept.read_bytes(), random.Random(9)
    size, head = len(whole), len(MAGIC) + DIGEST + 300
    for place in (*range(head), *(chance.randrange(head, size) for _ in range(FLIPS)), size - 1):
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        kept.write_bytes(changed)
        assert cache.find(MARK) is None, place
    kept.write_bytes(whole)
    assert cache.find(MARK)


def test_no_cut_and_nothing_added_goes_unnoticed(kept: Path, cache: Cache) -> None:
    whole = kept.read_bytes()
    for end in (*range(len(MAGIC) + DIGEST + 5), *(len(whole) * part // CUTS for part in range(CUTS)), len(whole) - 1):
        kept.write_bytes(whole[:end])
        assert cache.find(MARK) is None, end
    kept.write_bytes(whole + b"\0")
    assert cache.find(MARK) is None


def test_a_block_of_zeros_is_noticed(kept: Path, cache: Cache) -> None:
    """What a disk has that lost power: a page of the file was never written."""
    whole = kept.read_bytes()
    for start in range(0, len(whole), 4096):
        kept.write_bytes(whole[:start] + bytes(len(whole[start : start + 4096])) + whole[start + 4096 :])
        assert cache.find(MARK) is None, start


def test_a_file_of_other_sources_under_this_name_is_not_used(places: Places, cache: Cache, kept: Path) -> None:
    kept.rename(kept.with_name(kept.name.replace("a" * 16, "b" * 16)))
    assert cache.find("b" * 64) is None


def test_the_log_says_why_and_a_missing_file_is_no_news(
    kept: Path, cache: Cache, caplog: pytest.LogCaptureFixture
) -> None:
    assert cache.find("c" * 64) is None
    assert caplog.text == ""
    kept.write_bytes(b"kiosk content 2\n")
    assert cache.find(MARK) is None
    assert "damaged, or of another version" in caplog.text


def _link(path: Path) -> None:
    path.rename(path.with_suffix(".other"))
    path.symlink_to(path.with_suffix(".other"))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "spoil",
    [_link, _folder, _pipe, lambda path: path.chmod(0o620), lambda path: path.chmod(0o602)],
    ids=["link", "folder", "pipe", "group may write", "others may write"],
)
def test_only_a_plain_file_that_nobody_else_may_write_is_used(
    spoil: Callable[[Path], None], kept: Path, cache: Cache
) -> None:
    spoil(kept)
    assert cache.find(MARK) is None


def test_a_file_of_somebody_else_is_not_used(kept: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: kept.stat().st_uid + 1)
    assert cache.find(MARK) is None


class Forged:
    """A pickle that calls whatever somebody likes."""

    def __init__(self, call: object, *arguments: object) -> None:
        self._reduced = call, arguments

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self._reduced


@pytest.mark.parametrize(
    "forged",
    [
        Forged(os.system, "touch forged"),
        Forged(eval, "open('forged', 'w')"),
        Forged(pickle.loads, b""),
        Forged(open, "forged", "w"),
        Forged(values.unpacked, b""),
        [Forged(zlib.decompress, b"")],
        Path,
    ],
)
def test_a_forged_file_calls_nothing(
    forged: object, cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if its checksum is right."""
    monkeypatch.chdir(tmp_path)
    cache.folder.mkdir()
    box.write(cache._path(MARK), {SEAL: MARK.encode(), "frame": values.packed(forged)})
    assert cache.find(MARK) is None
    assert not (tmp_path / "forged").exists()


def test_bytes_that_are_no_values_are_told_as_such() -> None:
    for data in (b"", b"x", zlib.compress(b""), zlib.compress(b"\x80\x05."), zlib.compress(b"\x80\x05K\x01")):
        with pytest.raises(values.NoValue):
            values.unpacked(data)


def test_what_is_read_is_in_memory(kept: Path, cache: Cache, places: Places) -> None:
    """What becomes of the file later is of no matter to visitors."""
    found = cache.find(MARK)
    kept.write_bytes(b"")
    assert found and everything(found) == everything(read(places))


def test_a_box_says_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="No such file"):
        box.read(tmp_path / "nothing")
