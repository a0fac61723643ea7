"""How editors and programs save: whatever they do meanwhile, visitors see the old content, then the new one."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.live.breaks import SERVICE
from tests.unit.live.conftest import Kiosk
from tests.unit.live.watched import NEW, OLD, watched

Habit = Callable[[Path, bytes], None]


def in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def slowly(path: Path, data: bytes) -> None:
    """A network drive, or a program that thinks between two lines; what is there so far may be sound."""
    with path.open("wb") as file:
        for part, pause_s in ((data[:40], 0.3), (data[40:], 1.5), (b"cost: Das kostet nichts.\n", 0)):
            file.write(part)
            file.flush()
            time.sleep(pause_s)


def beside_and_renamed(path: Path, data: bytes) -> None:
    """gedit, VS Code's atomic saves, most scripts."""
    beside = path.with_name(".goutputstream-1")
    beside.write_bytes(data)
    beside.rename(path)


def beside_with_a_usual_name(path: Path, data: bytes) -> None:
    """`sed -i` and others: the file beside it has a name like content."""
    beside = path.with_name("sedAbCd.yaml")
    beside.write_bytes(data)
    beside.rename(path)


def as_vim(path: Path, data: bytes) -> None:
    """A probe, the old file renamed to its backup, a new one, the backup removed, a swap file all the while."""
    swap = path.with_name(f".{path.name}.swp")
    swap.write_bytes(b"b0VIM 8.2")
    probe = path.with_name("4913")
    probe.touch()
    probe.unlink()
    backup = path.with_name(path.name + "~")
    path.rename(backup)
    path.write_bytes(data)
    backup.unlink()
    swap.unlink()


def as_emacs(path: Path, data: bytes) -> None:
    """A lock that is a link to nowhere, a backup copy, the file written in place."""
    lock = path.with_name(f".#{path.name}")
    lock.symlink_to("ada@desk.4711:1700000000")
    path.with_name(f"#{path.name}#").write_bytes(data[:20])
    path.with_name(path.name + "~").write_bytes(path.read_bytes())
    path.write_bytes(data)
    path.with_name(f"#{path.name}#").unlink()
    lock.unlink()


def removed_and_written(path: Path, data: bytes) -> None:
    path.unlink()
    time.sleep(0.5)
    path.write_bytes(data)


def by_a_mapped_file(path: Path, data: bytes) -> None:
    """Longer first, then cut to its length."""
    with path.open("r+b") as file:
        file.write(data + b"\n# rest")
        file.flush()
        os.ftruncate(file.fileno(), len(data))


def by_a_copy(path: Path, data: bytes) -> None:
    """`cp -p` from elsewhere, with an old date."""
    source = path.parents[2] / "elsewhere"
    source.write_bytes(data)
    os.utime(source, (1, 1))
    subprocess.run(["cp", "-p", str(source), str(path)], check=True)


HABITS: tuple[Habit, ...] = (
    *(in_place, slowly, beside_and_renamed, beside_with_a_usual_name, as_vim, as_emacs, removed_and_written),
    *(by_a_mapped_file, by_a_copy),
)


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.__name__)
def test_a_save_is_seen_whole_or_not_at_all(habit: Habit, kiosk: Kiosk) -> None:
    with watched(kiosk) as live:
        habit(kiosk.path(SERVICE), live.bytes(NEW))
        assert set(live.names()) <= {OLD, NEW}
        assert live.quiet()


def test_what_editors_leave_beside_is_no_change(kiosk: Kiosk) -> None:
    with watched(kiosk) as live:
        for name in (".leipzig-pass.yaml.swp", "leipzig-pass.yaml~", "#leipzig-pass.yaml#", ".git", "leipzig-pass.bak"):
            kiosk.path(SERVICE).with_name(name).write_text("half", encoding="utf-8")
        assert live.quiet()


def test_saved_many_times_it_is_read_when_it_rests(kiosk: Kiosk) -> None:
    with watched(kiosk) as live:
        for number in range(20):
            live.save(f"Pass {number}")
            time.sleep(0.05)
        assert live.names("Pass 19") == ["Pass 19"]
