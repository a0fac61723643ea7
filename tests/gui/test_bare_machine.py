"""A machine that gives the kiosk almost nothing: no place to write, no network, no home, no locale, nothing to read
from or print to. It opens, and visitors get all that is to be read."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.runtime.log import unexpected
from kiosk.text.fonts import NOTO, text_files
from tests.gui.outside import Kiosk, until
from tests.gui.test_program import command, has_sound
from tests.gui.touch_screen import TouchScreen
from tests.gui.windows import surroundings

ALL_READ_ONLY = """
mount --make-rprivate /
cut -d' ' -f5 /proc/self/mountinfo | sort -u | while read -r at; do mount -o remount,bind,ro "$at"; done
for at in / /tmp /var/tmp /dev/shm "$PWD"; do if touch "$at/written" 2>/dev/null; then exit 3; fi; done
exec "$@"
"""
"""Every file system, for this kiosk alone; 3 if one can still be written to."""
WITHOUT = ("env", "-u", "HOME", "-u", "XDG_RUNTIME_DIR", "-u", "LC_ALL", "-u", "TERM", "LANG=C")
LITTLE_ROOM = 'mount -t tmpfs -o size=64k none "$TMPDIR" && exec "$@"'
"""As much as one short sentence takes."""
NO_PLACE, NO_ROOM = "there is no place for its clips", "No space left on device"
SIZE = (1280, 720)
DUMMY = {"SDL_AUDIODRIVER": "dummy"}


def world(script: str, *namespaces: str) -> list[str]:
    """A command that becomes another one in a world of its own, where it is root, whoever runs it."""
    return ["unshare", "--map-root-user", "--mount", *namespaces, "sh", "-c", script, "sh"]


@contextmanager
def kiosk_in(folder: Path, started_by: Sequence[str], **environment: str) -> Iterator[Kiosk]:
    """The kiosk on a screen, in another world."""
    screen = TouchScreen(*SIZE)
    try:
        kiosk = Kiosk(screen, folder, DUMMY | environment, started_by=started_by)
        try:
            yield kiosk
        finally:
            kiosk.kill()
    finally:
        screen.close()


def silent(kiosk: Kiosk) -> None:
    """Nothing is being said, or is going to be."""
    kiosk.see(lambda seen: seen["status"] == "idle", "the reading has ended")


def test_with_nothing_at_all_every_page_can_be_read(tmp_path: Path) -> None:
    """Only the voice is missing, which needs a place for its clips; the log says so once, and the key on the screen."""
    with kiosk_in(tmp_path, [*world(ALL_READ_ONLY, "--net"), *WITHOUT]) as kiosk:
        for language in ("de", "ar", "ti"):
            kiosk.visit(language)
            kiosk.see(lambda seen: sum(node.startswith("topic.") for node in seen["places"]) > 3, "topics")
            kiosk.tap("topic.anmelden")
            kiosk.tap("service.wohnung-anmelden")
            kiosk.see(lambda seen: seen["route"] == "service" and seen["key"] == "speaker-x", "the card, without sound")
        assert kiosk.end() == 0
        complaints = unexpected(kiosk.log().splitlines())
    assert [NO_PLACE in line for line in complaints] == [True], complaints


def test_a_full_disk_for_clips_costs_words_and_later_nothing(tmp_path: Path) -> None:
    """What fits is heard; when there is room again, all of it is."""
    little = tmp_path / "little"
    little.mkdir()
    with kiosk_in(tmp_path, [*world(LITTLE_ROOM), "env", "-u", "XDG_RUNTIME_DIR"], TMPDIR=str(little)) as kiosk:
        kiosk.visit()
        kiosk.tap("bar.listen")
        until(lambda: NO_ROOM in kiosk.log(), "the log says that there is no room")
        silent(kiosk)
        room = [
            "nsenter",
            "--target",
            str(kiosk.pid),
            "--user",
            "--mount",
            "mount",
            "-o",
            "remount,size=64m",
            str(little),
        ]
        subprocess.run(room, check=True)
        begun = time.monotonic()
        kiosk.visit()
        kiosk.tap("bar.listen")
        kiosk.see(lambda seen: seen["status"] == "playing" and seen["index"] >= 2, "several sentences are heard")
        print(f"heard again after {time.monotonic() - begun:.1f} s")
        assert kiosk.end() == 0
        complaints = unexpected(kiosk.log().splitlines(), [NO_ROOM])
    assert complaints == []


def test_without_the_font_of_a_script_its_languages_are_not_offered(tmp_path: Path) -> None:
    """Nobody ever sees boxes in place of letters; the log says what to install."""
    others = tmp_path / "noto"
    others.mkdir()
    for file in text_files():
        if "Ethiopic" not in file.name:
            shutil.copy(file, others)
    with kiosk_in(tmp_path, world(f'mount --bind {others} {NOTO} && exec "$@"')) as kiosk:
        kiosk.tap("wake")
        offered = set(kiosk.see(lambda seen: seen["route"] == "languages", "the languages")["places"])
        if "pages.next" in offered:
            kiosk.tap("pages.next")
            offered |= set(kiosk.see(lambda seen: not {*seen["places"]} <= offered, "more languages")["places"])
        assert {"language.de", "language.ar", "language.it"} <= offered
        assert "language.ti" not in offered
        assert kiosk.end() == 0
        complaints = unexpected(kiosk.log().splitlines())
    assert ["NotoSansEthiopic" in line and "apt install" in line for line in complaints] == [True], complaints


@pytest.mark.parametrize("closed", ["<&-", "<&- >&-", "</dev/full >/dev/full"])
def test_nothing_to_read_from_and_nothing_to_print_to(closed: str, tmp_path: Path) -> None:
    """Whatever standard input and output are, the kiosk opens with its player, and ends when it is told to."""
    log = tmp_path / "log"
    with log.open("wb") as err:
        started = [*world(f'exec "$@" {closed}'), *command("--window", "640x480")]
        process = subprocess.Popen(started, env=surroundings(tmp_path), stderr=err)
        try:
            until(lambda: has_sound(process.pid), "the kiosk has its player", 60)
            process.send_signal(signal.SIGTERM)
            code = process.wait(20)
        finally:
            process.kill()
            process.wait()
    assert (code, unexpected(log.read_text(encoding="utf-8").splitlines())) == (0, [])
