"""Watched for real: what is saved is told; neither a child that fails nor a folder that is gone changes anything."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import time

import pytest

from kiosk.live import reading, settling, update
from kiosk.live.reading import COMMAND
from tests.unit.live.breaks import SERVICE
from tests.unit.live.conftest import Kiosk
from tests.unit.live.watched import NEW, OLD, Watched, name_in, python, there, until, watched

HANGS = python("import sys, time", "sys.stdin.read()", "time.sleep(60)")
CRASHES = python("import os, sys", "sys.stdin.read()", "os.kill(os.getpid(), 11)")
TALKS_NONSENSE = python("print('hello')")
WITHOUT_MEMORY = python("from kiosk.live import child", "child.MEMORY = 16 * 1024**2", "child.main()")


def test_a_save_is_told_with_what_is_wrong_elsewhere(kiosk: Kiosk) -> None:
    with watched(kiosk) as live:
        live.save()
        kiosk.path("content/services/neu.yaml").write_text("name: [", encoding="utf-8")
        news = live.next()
        assert news.content and name_in(news.content) == NEW
        assert {one.path for one in news.faults} == {"content/services/neu.yaml"}


def test_settings_and_themes_are_watched(kiosk: Kiosk) -> None:
    with watched(kiosk) as live:
        kiosk.edit("config/kiosk.yaml", "after_s: 100", "after_s: 110")
        news = live.next()
        assert news.content and news.content.settings.idle.after_s == 110
        kiosk.edit("config/themes/lobby.yaml", "#FBF7EE", "#FBF7ED")
        news = live.next()
        assert news.content and news.content.theme.colours["paper"].upper() == "#FBF7ED"


def test_a_service_that_is_removed_goes(kiosk: Kiosk) -> None:
    with watched(kiosk) as live:
        kiosk.path(SERVICE).unlink()
        assert live.names("gone") == ["gone"]


@pytest.mark.parametrize("command", [HANGS, CRASHES, TALKS_NONSENSE, WITHOUT_MEMORY])
def test_a_child_that_fails_changes_nothing_and_the_next_save_works(
    command: tuple[str, ...], kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(reading, "MOST_S", 1.0)
    with watched(kiosk, command) as live:
        live.save()
        news = live.next()
        assert news.content is None and [one.path for one in news.faults] == ["content"]
        assert "content stays as it is: the reading process" in caplog.text
        live.update._command = COMMAND
        monkeypatch.setattr(reading, "MOST_S", 60.0)
        live.save("Pass")
        assert live.names("Pass") == ["Pass"]


def test_a_child_that_was_killed_is_asked_once_more(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "AGAIN_S", 0.3)
    with watched(kiosk, HANGS) as live:
        live.save()
        until(lambda: live.update._busy, "it is asked")
        live.update._command = COMMAND
        os.kill(live.update.child, signal.SIGKILL)
        assert live.next().content is None
        assert live.names() == [NEW]


def test_a_child_that_was_killed_while_it_waited_is_replaced(kiosk: Kiosk) -> None:
    with watched(kiosk) as live:
        live.save("Pass")
        assert live.names("Pass") == ["Pass"]
        until(lambda: live.update.child > 0, "it waits")
        os.kill(live.update.child, signal.SIGKILL)
        live.save()
        assert live.names() == [NEW]


def test_a_child_waits_only_while_somebody_is_at_work(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "LOOK_S", 0.1)
    with watched(kiosk) as live:
        assert live.quiet() and not live.update.child
        live.save()
        assert live.names() == [NEW]
        until(lambda: live.update.child > 0, "it waits for the next change")
        assert live.quiet() and live.update.child
        monkeypatch.setattr(update, "READY_S", 0.1)
        until(lambda: not live.update.child, "nobody is at work any more")
        live.save("Pass")
        assert live.names("Pass") == ["Pass"]


def test_a_folder_that_is_away_changes_nothing_and_comes_back(kiosk: Kiosk) -> None:
    content, away = kiosk.path("content"), kiosk.path("away")
    with watched(kiosk) as live:
        content.rename(away)
        assert live.next().content is None
        shutil.copytree(away, content)
        live.save()
        assert live.names() == [NEW]
        live.save("Pass")
        assert live.names("Pass") == ["Pass"]


def test_a_link_that_is_switched_is_a_change(kiosk: Kiosk) -> None:
    content = kiosk.path("content")
    content.rename(kiosk.path("release-1"))
    content.symlink_to("release-1")
    with watched(kiosk) as live:
        shutil.copytree(kiosk.path("release-1"), kiosk.path("release-2"))
        kiosk.path(SERVICE.replace("content", "release-2")).write_bytes(live.bytes(NEW))
        assert live.quiet()
        kiosk.path("next").symlink_to("release-2")
        kiosk.path("next").rename(content)
        assert live.names() == [NEW]
        live.save("Pass")
        assert live.names("Pass") == ["Pass"]


def test_a_writer_without_rest_is_shown_in_the_end(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "LONGEST_S", 0.5)
    monkeypatch.setattr(update, "PATIENCE_S", 1.5)
    rest = threading.Event()

    def write(live: Watched) -> None:
        while not rest.is_set():
            live.save()
            time.sleep(0.02)

    with watched(kiosk) as live:
        writer = threading.Thread(target=write, args=(live,))
        writer.start()
        try:
            assert set(live.names()) <= {OLD, NEW}
        finally:
            rest.set()
            writer.join()


def test_nothing_is_left_behind(kiosk: Kiosk) -> None:
    files, threads = len(os.listdir("/proc/self/fd")), threading.active_count()
    for _ in range(3):
        with watched(kiosk) as live:
            live.save()
            live.names()
            live.save(OLD)
    until(lambda: threading.active_count() == threads, "all threads have ended")
    until(lambda: len(os.listdir("/proc/self/fd")) == files, "all files are closed")
    assert there(kiosk.folder / "kept") == []


SERVICES = 500


def test_git_that_switches_five_hundred_files_never_shows_a_mixture(kiosk: Kiosk) -> None:
    """Back and forth, also in the middle of a reading; every content that is told is one of the two."""

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "core.hooksPath=/dev/null"]
        subprocess.run(["git", *identity, *arguments], cwd=kiosk.path("content"), check=True, capture_output=True)

    def write(version: str, first: int) -> None:
        for number in range(first, first + SERVICES):
            path = kiosk.path(f"content/services/s{number}.yaml")
            path.write_bytes(live_bytes.replace(OLD.encode(), f"{version} {number}".encode()))

    live_bytes = kiosk.path(SERVICE).read_bytes()
    git("init", "-q", "-b", "one")
    write("One", 0)
    git("add", "-A")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "two")
    for number in range(SERVICES // 2):
        kiosk.path(f"content/services/s{number}.yaml").unlink()
    write("Two", SERVICES // 2)
    git("add", "-A")
    git("commit", "-qm", "two")
    with watched(kiosk) as live:
        for version, after_s in (("one", 0.02), ("two", 0.08), ("one", 0.16), ("two", 0.3)):
            git("checkout", "-q", version)
            until(lambda: live.update._busy, "it is read")
            time.sleep(after_s)
        git("checkout", "-q", "one")
        git("checkout", "-q", "two")
        git("checkout", "-q", "one")
        seen = [versions(live)]
        while seen[-1] != {"One"} or not live.quiet(4):
            seen.append(versions(live))
    assert all(one in ({"One"}, {"Two"}) for one in seen), seen


def versions(live: Watched) -> set[str]:
    """Of which versions the services are that are shown."""
    content = live.next().content
    assert content and content.catalog
    names = [one.name.texts["de"].split() for id, one in content.catalog.services.items() if id[1:].isdigit()]
    assert len(names) == SERVICES
    return {name[0] for name in names}
