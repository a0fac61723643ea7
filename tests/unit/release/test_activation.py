"""Showing releases and going back: what is shown, what is kept, and what people are told."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.release import disk
from kiosk.release.store import KEPT
from tests.unit.release.desk import NOW, PLACE, ROOT, Desk

METRICS = "metrics/content.prom"
BROKEN_RECORDS = (
    '{"key": "x", "reason": "schema", "at": "now", "digest": "", "problems": []}',
    '{"key": 5, "reason": "schema", "at": 5, "digest": "", "problems": []}',
    '{"key": "../x", "reason": "schema", "at": 5, "digest": "", "problems": []}',
    '{"key": "x", "reason": "schema", "at": 5, "digest": "", "problems": [5]}',
    '{"key": "x", "reason": "schema", "at": 5, "digest": "", "problems": [{"place": "y"}]}',
)
"""Valid JSON, and no record."""


def test_a_release_is_shown_and_told_of(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    release = desk.activate(1)
    assert desk.shown == release and release in capsys.readouterr().out
    there = desk.places / "current"
    assert (there / PLACE).read_bytes() == desk.release(1).files[PLACE]
    assert not desk.left_over
    assert desk.run("activate", desk.file(1)) == 0
    assert "is shown already" in capsys.readouterr().out


def test_all_may_read_it_whatever_umask_there_is(desk: Desk) -> None:
    before = os.umask(0o077)
    try:
        desk.activate(1)
    finally:
        os.umask(before)
    for path in (desk.places / "releases").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path
    assert stat.S_IMODE((desk.places / METRICS).stat().st_mode) == 0o644


def test_the_last_ones_are_kept(desk: Desk) -> None:
    ids = [desk.activate(number) for number in range(1, KEPT + 4)]
    assert desk.store.ids == ids[-KEPT - 1 :] and desk.shown == ids[-1]
    for release in reversed(ids[-KEPT - 1 : -1]):
        assert desk.run("rollback") == 0
        assert desk.shown == release


def test_back_and_forth(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = desk.activate(1), desk.activate(2)
    assert desk.run("rollback") == 0
    assert desk.shown == first and first in capsys.readouterr().out
    assert desk.run("rollback") == 2, "there is nothing before it"
    assert "no earlier release" in capsys.readouterr().err and desk.shown == first
    assert desk.activate(2) == second == desk.shown, "a person may think again"
    assert desk.run("rollback") == 0
    third = desk.activate(3)
    assert desk.store.ids == [first, third], "what was taken back goes when a newer one comes"
    assert desk.run("rollback") == 0
    assert desk.shown == first


def test_going_back_passes_over_what_is_damaged(desk: Desk) -> None:
    first, second, _ = (desk.activate(number) for number in (1, 2, 3))
    (desk.places / "releases" / second / PLACE).unlink()
    assert desk.run("rollback") == 0
    assert desk.shown == first


@pytest.mark.parametrize("how", ["less", "other", "more", "list"])
def test_damage_on_the_disk_is_seen(how: str, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.activate(1)
    second = desk.activate(2)
    there = desk.places / "releases" / second
    if how == "less":
        (there / PLACE).unlink()
    elif how == "more":
        (there / "services" / "mehr.yaml").touch()
    else:
        path = there / (PLACE if how == "other" else ".release.json")
        path.write_bytes(path.read_bytes() + b" ")
    assert desk.run("status") == 1
    assert f"{second}  wird gezeigt / is shown, beschädigt / damaged: " in capsys.readouterr().out
    assert desk.run("verify", there) == 1
    assert desk.run("activate", desk.file(2)) == 0, "the same file mends it"
    assert desk.shown == second and desk.run("status") == 0
    assert (there / PLACE).read_bytes() == desk.release(2).files[PLACE]


def test_what_is_the_same_is_there_once(desk: Desk) -> None:
    first, second = desk.activate(1), desk.activate(2)
    inodes = [
        {path.stat().st_ino for path in (desk.places / "releases" / one).rglob("*.yaml")} for one in (first, second)
    ]
    assert len(inodes[0] - inodes[1]) == 1, "the one that differs"
    (desk.places / "current" / "centre.yaml").write_text("damaged", "utf-8")
    third = desk.activate(3)
    assert desk.shown == third, "what is damaged is not taken over"


def test_what_a_terminal_tells(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("status") == 1, "nothing is shown yet"
    first, second = desk.activate(1), desk.activate(2)
    desk.run("rollback")
    capsys.readouterr()
    assert desk.run("status", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["shown"], told["sound"]) == (first, True)
    assert [one["id"] for one in told["releases"]] == [second, first]
    assert [one["rolled_back"] for one in told["releases"]] == [True, False]
    assert [one["reason"] for one in told["refused"]] == ["rollback"]
    assert desk.run("status") == 0
    assert f"{first}  wird gezeigt / is shown" in capsys.readouterr().out


def test_the_figures_for_prometheus(desk: Desk) -> None:
    from kiosk.release.activation import activate

    with desk.store.changed():
        activate(desk.terminal, desk.file(1).read_bytes(), "1.release")
    lines = (desk.places / METRICS).read_text("utf-8").splitlines()
    assert f"kiosk_content_activated_timestamp_seconds {NOW:.0f}" in lines
    assert "kiosk_content_check_timestamp_seconds 0" in lines
    assert sum(line.startswith("kiosk_content_rejected_total{reason=") for line in lines) == 5
    for line in lines:
        assert line.startswith("# ") or len(line.split()) == 2, "without times: node exporter takes the file's"


def test_what_the_terminal_remembers_may_be_lost_or_broken(desk: Desk) -> None:
    first = desk.activate(1)
    broken_states = ("", "{", "[]", '{"rejected": 3}', '{"rejected": {}, "marks": [], "checked": 0, "activated": 0}')
    for broken in (*broken_states, *BROKEN_RECORDS):
        (desk.places / "state.json").write_text(broken, "utf-8")
        (desk.places / "quarantine" / "x.json").write_text(broken, "utf-8")
        assert desk.run("status") == 0, broken
    assert desk.shown == first
    assert desk.activate(2) == desk.shown


def test_the_first_release_replaces_what_came_with_the_program(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    (desk.places / "current").symlink_to(ROOT / "content")
    assert desk.run("status") == 1
    assert "no release" in capsys.readouterr().out
    assert desk.run("rollback") == 2
    assert desk.activate(1) == desk.shown
    assert (ROOT / "content" / "centre.yaml").stat().st_nlink == 1, "nothing is shared with the program"


def test_nobody_else_can_keep_the_releases_to_themselves(desk: Desk) -> None:
    """A lock may be taken by whoever may open its file: then no release would come any more."""
    (desk.places / ".lock").touch(0o644)
    desk.activate(1)
    assert stat.S_IMODE((desk.places / ".lock").stat().st_mode) == 0o600


def opened_by(pid: int) -> list[Path]:
    """The files that a process has open."""
    found = []
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed in this moment
            found.append(link.readlink())
    return found


def test_two_at_a_time_wait_for_each_other(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    path = desk.file(1)
    with desk.store.changed():
        command = [sys.executable, "run_kiosk.py", "release", "activate", str(path), *desk.options("activate")]
        other = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        while not any(".lock" in str(name) for name in opened_by(other.pid)):
            assert other.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(2)
        assert desk.shown is None
    assert other.communicate()[0].startswith("Gezeigt") and other.returncode == 0
    assert desk.shown == desk.release(1).id


def test_root_works_as_who_owns_the_releases(desk: Desk) -> None:
    """Otherwise what an administrator activates by hand could not be cleared away by the fetcher. As who else runs this
    test, nothing changes."""
    nobody = 65534 if os.geteuid() == 0 else os.geteuid()
    path = desk.file(1)
    for folder in (desk.folder, *desk.folder.parents):
        if folder.owner() == desk.folder.owner() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o755)
    os.chown(desk.places, nobody, -1)
    command = [sys.executable, "run_kiosk.py", "release", "activate", str(path), *desk.options("activate")]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    assert {path.lstat().st_uid for path in desk.places.rglob("*")} == {nobody}


def test_a_store_that_is_not_there_is_told_of(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.places.rmdir()
    for words in (["status"], ["rollback"], ["activate", desk.file(1)]):
        assert desk.run(*words) == 2
        assert "--store" in capsys.readouterr().err
    assert desk.run("activate", desk.folder / "none.release") == 2


def test_nothing_that_somebody_else_put_there_is_touched(desk: Desk) -> None:
    desk.activate(1)
    (desk.places / "releases" / "mine").mkdir()
    (desk.places / "notes.txt").touch()
    for number in range(2, 8):
        desk.activate(number)
    assert (desk.places / "releases" / "mine").is_dir() and (desk.places / "notes.txt").exists()


def test_a_folder_is_never_half_of_itself(desk: Desk) -> None:
    """Removing takes the name first."""
    first = desk.activate(1)
    folder = desk.places / "releases" / first
    seen: list[bool] = []
    remove, disk.shutil.rmtree = disk.shutil.rmtree, lambda path: seen.append(folder.exists())  # type: ignore[attr-defined, assignment]
    try:
        disk.remove(folder)
    finally:
        disk.shutil.rmtree = remove  # type: ignore[attr-defined]
    assert seen == [False]
