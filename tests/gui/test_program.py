"""run_kiosk.py as the lobby and the staff start it: a program of its own, with real content and broken content."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.compiled import sources
from kiosk.compiled.cache import Cache, seal_of
from kiosk.content import Places, read
from kiosk.runtime import lockdown
from tests.gui import broken
from tests.gui.windows import ROOT, surroundings

PATIENCE_S = 60.0


def command(*arguments: object) -> list[str]:
    """The command line."""
    return [sys.executable, str(ROOT / "run_kiosk.py"), *map(str, arguments)]


@contextmanager
def kiosk(home: Path, *arguments: object, cache: Path | None = None) -> Iterator[subprocess.Popen[str]]:
    """The running kiosk, with its window open; killed at the end of the block if it is still there. With a `cache` it
    keeps what it reads there."""
    pipe, environment = subprocess.PIPE, surroundings(home) | ({"XDG_CACHE_HOME": str(cache)} if cache else {})
    with subprocess.Popen(command(*arguments), env=environment, stdout=pipe, stderr=pipe, text=True) as process:
        limit = threading.Timer(PATIENCE_S, process.kill)
        limit.start()
        try:
            while process.poll() is None and not has_sound(process.pid):
                time.sleep(0.02)
            yield process
        finally:
            limit.cancel()
            process.kill()


def has_sound(pid: int) -> bool:
    """Whether the kiosk has started its player: it does so when its window is there."""
    children = [child for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split()]
    return any(b"kiosk.audio.child" in _command(child) for child in children)


def _command(process: str) -> bytes:
    """Its command line; nothing where it has ended meanwhile (who looks at the content's files at a start)."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def stopped(process: subprocess.Popen[str], number: int = signal.SIGTERM) -> tuple[int, list[str], str]:
    """End the kiosk as its supervisor does: the exit code, complaints in its log, all that it wrote."""
    process.send_signal(number)
    _, err = process.communicate()
    log = [line for line in err.splitlines() if line.startswith(("WARNING ", "ERROR ", "CRITICAL ", "Traceback"))]
    return process.returncode, log, err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_kiosk_opens_and_ends_in_good_order(number: int, tmp_path: Path) -> None:
    """With the machine's own clock and settings, as in the lobby."""
    with kiosk(tmp_path) as process:
        assert stopped(process, number)[:2] == (0, [])


def test_a_start_reads_back_what_was_kept_and_only_of_the_same_files(tmp_path: Path) -> None:
    """A file of the same size and time with other words is other content."""
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "config", tmp_path / "config")
    places = Places(content, tmp_path / "config/kiosk.yaml", tmp_path / "config/themes")
    time.sleep(sources.SETTLED_NS / 1e9 + 0.1)
    found = seal_of(places)
    assert found and Cache(tmp_path / "cache/tueroeffner-kiosk").keep(found.mark, read(places))
    with kiosk(tmp_path, "--content", content, "--config", places.config, cache=tmp_path / "cache") as process:
        code, log, err = stopped(process)
        assert (code, log) == (0, []) and "the content is read back" in err
    service = content / "services/leipzig-pass.yaml"
    before = service.stat()
    text = service.read_text(encoding="utf-8")
    service.write_text(text.replace("Leipzig-Pass", "Leipzig-Paß", 1), encoding="utf-8")
    os.utime(service, ns=(before.st_atime_ns, before.st_mtime_ns))
    with kiosk(tmp_path, "--content", content, "--config", places.config, cache=tmp_path / "cache") as process:
        code, log, err = stopped(process)
        assert (code, log) == (0, []) and "the content is read from its files" in err


def test_the_graphics_driver_compiles_its_shaders_once_and_leaves_nothing_at_home(tmp_path: Path) -> None:
    def started(cache: Path | None) -> dict[Path, int]:
        with kiosk(tmp_path, cache=cache) as process:
            assert stopped(process)[0] == 0
        folder = tmp_path / "cache/tueroeffner-kiosk" / lockdown.SHADERS
        return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file() and path.name != "index"}

    (tmp_path / "cache/tueroeffner-kiosk").mkdir(parents=True)
    assert started(None) == {}
    first = started(tmp_path / "cache")
    assert len(first) > 2
    # Written beside the picture: the first kiosk may have ended before it came to the last ones.
    assert first.items() <= started(tmp_path / "cache").items()
    assert not (tmp_path / ".cache").exists()


def test_a_window_for_the_desk_at_a_given_time(tmp_path: Path) -> None:
    with kiosk(tmp_path, "--window", "1280x720", "--now", "2026-11-24T14:32") as process:
        assert stopped(process)[:2] == (0, [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--window", "1280"], "1280x720"),
        (["--window", "10x10"], "320 to 7680"),
        (["--now", "yesterday"], "2026-11-23T14:00"),
        (["--no-such-option"], "--no-such-option"),
    ],
)
def test_what_it_cannot_read_it_says(arguments: list[str], said: str, tmp_path: Path) -> None:
    told = subprocess.run(command(*arguments), env=surroundings(tmp_path), capture_output=True, text=True, check=False)
    assert (told.returncode, said in told.stderr, "Traceback" in told.stderr) == (2, True, False)


@pytest.mark.parametrize(
    ("breakage", "place"),
    [("one_bad_service", "services/wohngeld.yaml:2"), ("no_centre", "centre.yaml")],
)
def test_broken_content_is_told_with_its_place_while_the_kiosk_runs(breakage: str, place: str, tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    getattr(broken, breakage)(content)
    with kiosk(tmp_path, "--content", content) as process:
        assert process.poll() is None
        code, log, err = stopped(process)
    assert (code, log) == (0, [])
    assert f"content/{place}" in err
