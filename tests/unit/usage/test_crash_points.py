"""Every point at which the kiosk can die, or the disk refuse, while the sums are kept: enumerated with strace, which
kills the program at its N-th call that changes something, or has the call fail. What is found afterwards is whole."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.usage.metrics import as_metrics
from kiosk.usage.shelf import BOOK, EXPORT, Shelf
from kiosk.usage.writing import as_text
from tests.unit.usage.keeps import book_of

ROOT = Path(__file__).resolve().parents[3]
CALLS = "openat,write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,ftruncate,fchmod,close"
OLD, NEW = 10, 20
REFUSED_S = 60


def keep(folder: Path, visits: int, *strace: str) -> subprocess.CompletedProcess[str]:
    """Keep a book in a program of its own, under strace."""
    command = [sys.executable, "-B", "-m", "tests.unit.usage.keeps", str(folder), str(visits)]
    # Only calls on these paths count, so that the start of Python is none of the steps.
    paths = [f"--trace-path={path}{end}" for path in places(folder) for end in ("", ".new")]
    folders = [f"--trace-path={folder}", f"--trace-path={folder / 'metrics'}"]
    traced = ["strace", "--follow-forks", "--output=/dev/stderr", *paths, *folders, f"--trace={CALLS}", *strace]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [*traced, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=REFUSED_S
    )


def places(folder: Path) -> tuple[Path, Path]:
    return folder / BOOK, folder / "metrics" / EXPORT


def prepared(folder: Path) -> Path:
    """A folder in which an older book is kept."""
    folder.mkdir()
    book = book_of(OLD)
    Shelf(folder).keep(as_text(book), as_metrics(book, 0))
    return folder


def versions(folder: Path) -> tuple[int, int]:
    """Which book and which export are there: each must be the old one or the new one, whole."""
    texts = [path.read_text() for path in places(folder)]
    known = [[make(book_of(visits)) for visits in (OLD, NEW)] for make in (as_text, lambda book: as_metrics(book, 0))]
    book, export = (of_kind.index(text) for of_kind, text in zip(known, texts, strict=True))
    return book, export


def steps(folder: Path) -> list[tuple[str, int]]:
    """The calls at which something can happen, in their order: the name of each, and the how manieth of its name."""
    done = keep(prepared(folder), NEW)
    assert done.returncode == 0, done.stderr
    assert versions(folder) == (1, 1)
    names = re.findall(r"^(?:\d+ +)?(\w+)\(.* = ", done.stderr, re.MULTILINE)
    assert names.count("rename") == 2, done.stderr
    assert names.count("fsync") == 4, "both files, and their folders"
    return [(name, names[: at + 1].count(name)) for at, name in enumerate(names)]


def kept_again(folder: Path) -> None:
    """The next time everything is kept, and nothing is left over."""
    book = book_of(NEW)
    Shelf(folder).keep(as_text(book), as_metrics(book, 0))
    assert versions(folder) == (1, 1)
    assert not [*folder.rglob("*.new")]


def test_whoever_dies_at_any_step_leaves_the_old_sums_or_the_new_ones(tmp_path: Path) -> None:
    seen = []
    for name, number in steps(tmp_path / "whole"):
        folder = prepared(tmp_path / f"{name}{number}")
        done = keep(folder, NEW, f"--inject={name}:signal=KILL:when={number}")
        assert done.returncode != 0, f"{name} {number}: {done.stderr}"
        seen.append(versions(folder))
        kept_again(folder)
    assert seen == sorted(seen), "never again the old ones after the new ones"
    assert set(seen) == {(0, 0), (1, 0), (1, 1)}, "and nothing is exported that is not kept"


@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EROFS"])
def test_a_disk_that_refuses_at_any_step_leaves_them_whole_too(error: str, tmp_path: Path) -> None:
    refused = []
    for name, number in steps(tmp_path / "whole"):
        folder = prepared(tmp_path / f"{name}{number}")
        done = keep(folder, NEW, f"--inject={name}:error={error}:when={number}+")
        assert "Traceback" not in done.stderr
        assert versions(folder) != (0, 1)
        refused.append(done.returncode != 0)
        kept_again(folder)
    assert all(refused)
