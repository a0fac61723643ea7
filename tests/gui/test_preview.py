"""run_kiosk.py preview: the pictures are what a visitor sees, and only those that changed are made anew."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import SERVICE, Choose, Open, Route, Toggle, Turn, Wake
from tests.gui.pictures import picture
from tests.gui.test_program import command
from tests.gui.windows import ROOT, surroundings

if TYPE_CHECKING:
    from kiosk.host import Host
    from kiosk.stage.pilot import Pilot

PATIENCE_S = 120.0
SIZE = "1280x720"
SERVICE_ID = "wohnung-anmelden"
SCREENS = ("home", "languages", "service", "help")
SMALL = ("--size", SIZE, *(word for name in SCREENS for word in ("--screen", name)), "--language", "de")
BOTH = (*SMALL, "--language", "ar")


def previewed(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command("preview", *arguments),
        env=surroundings(home),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )


def opened(path: Path) -> np.ndarray:
    """The pixels of a picture, height by width by channels."""
    with Image.open(path) as found:
        return np.asarray(found)


def names(out: Path) -> set[str]:
    return {path.name for path in out.glob("*.png")}


def places(pictures: set[str]) -> set[str]:
    """`home-ar` of the names of pictures: which screens in which language they show."""
    return {re.sub(r"^preview-\d+x\d+-([a-z]+)[^-]*.*-(de|ar|en|uk)-usual-.*", r"\1-\2", name) for name in pictures}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Content and configuration that a test may change."""
    for name in ("content", "config"):
        shutil.copytree(ROOT / name, tmp_path / "kiosk" / name)
    return tmp_path / "kiosk"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.window(1280, 720, sound=True)
@pytest.mark.parametrize(
    ("language", "modes", "page"), [("de", (), 0), ("ar", (), 1), ("ar", (Mode.LARGE, Mode.CONTRAST), 0)]
)
def test_a_picture_is_what_a_visitor_sees_pixel_by_pixel(
    language: str, modes: tuple[Mode, ...], page: int, pilot: Pilot, host: Host, tmp_path: Path
) -> None:
    for intent in (Wake(), Choose(language), *map(Toggle, modes), Open(Route(SERVICE, SERVICE_ID)), *[Turn(1)] * page):
        host.send(intent)
    pilot.settle()
    wish = ("--screen", f"service:{SERVICE_ID}", "--language", language, "--size", SIZE)
    asked = ("--modes", "+".join(mode.value for mode in modes) or "usual")
    out = tmp_path / "out"
    assert previewed(tmp_path, *wish, *asked, "--out", out).returncode == 0
    (made,) = out.glob(f"*-{page + 1}-*.png")
    seen, previewed_ = picture(pilot).copy(), opened(made).copy()
    # Time goes on from test to test, and stands still in a preview: all but the clock is compared.
    clock = pilot.app.stage.page.places.get("header.now") if pilot.app.stage.page else None
    if clock is not None:
        scale = pilot.app.frame.scale
        left, top, right, bottom = (round(edge * scale) for edge in (clock.x, clock.y, clock.right, clock.bottom))
        seen[top:bottom, left:right] = previewed_[top:bottom, left:right] = 0
    assert np.array_equal(previewed_, seen)


def test_only_what_changed_is_made_anew(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = previewed(tmp_path, folder, *BOTH, "--out", out)
    assert first.returncode == 0, first.stderr
    before = names(out)
    assert places(before) == {f"{screen}-{code}" for screen in SCREENS for code in ("de", "ar")}
    times = {path.name: path.stat().st_mtime_ns for path in out.glob("*.png")}

    start = time.monotonic()
    assert " 0 neu" in previewed(tmp_path, folder, *BOTH, "--out", out).stdout
    quick = time.monotonic() - start

    german = re.search(r'home\.title: \{of: "[0-9a-f]+", text: "', (folder / "content/strings/ar.yaml").read_text())
    assert german
    change(folder / "content" / "strings" / "ar.yaml", german.group(), german.group() + "أهلاً ")
    previewed(tmp_path, folder, *BOTH, "--out", out)
    assert places(names(out) - before) == places(before - names(out)) == {"home-ar"}

    again = names(out)
    service = folder / "content" / "services" / f"{SERVICE_ID}.yaml"
    icon = re.search(r"^icon: .*$", service.read_text(encoding="utf-8"), re.M)
    assert icon
    change(service, icon.group(), "icon: phone")
    previewed(tmp_path, folder, *BOTH, "--out", out)
    assert places(names(out) - again) == places(again - names(out)) == {"service-de", "service-ar"}
    kept = names(out) & before
    assert {path.name: path.stat().st_mtime_ns for path in out.glob("*.png") if path.name in kept} == {
        name: times[name] for name in kept
    }
    assert quick < PATIENCE_S / 4


def test_a_run_of_one_language_leaves_the_others_and_a_gone_service_goes(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    services = ("--size", SIZE, "--screen", f"service:{SERVICE_ID}", "--screen", "help")
    previewed(tmp_path, folder, *services, "--language", "de", "--out", out)
    previewed(tmp_path, folder, *services, "--language", "ar", "--out", out)
    assert places(names(out)) == {"service-de", "help-de", "service-ar", "help-ar"}
    for path in (folder / "content").rglob(f"{SERVICE_ID}.yaml"):
        path.unlink()
    previewed(tmp_path, folder, "--size", SIZE, "--screen", "help", "--language", "de", "--out", out)
    assert places(names(out)) == {"help-de", "help-ar"}
    page = (out / "index.html").read_text(encoding="utf-8")
    assert all(name in page for name in names(out)) and SERVICE_ID not in names(out)


def test_a_run_that_is_broken_off_loses_nothing(tmp_path: Path) -> None:
    """Ctrl-C reaches both processes, as a terminal sends it; what is painted stays, whole, and is not painted again."""
    out = tmp_path / "out"
    arguments = command("preview", *BOTH, "--language", "uk", "--language", "en", "--out", out)
    with subprocess.Popen(
        arguments, env=surroundings(tmp_path), stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        end = time.monotonic() + PATIENCE_S
        while len(names(out)) < 3 and time.monotonic() < end:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        told = process.stderr.read() if process.stderr else ""
        assert process.wait(PATIENCE_S) == 2 and "Abgebrochen" in told
    done = {path.name: path.stat().st_mtime_ns for path in out.glob("*.png")}
    assert len(done) >= 3 and all(opened(out / name).any() for name in done)
    again = previewed(tmp_path, *BOTH, "--language", "uk", "--language", "en", "--out", out)
    assert again.returncode == 0
    assert {name: (out / name).stat().st_mtime_ns for name in done} == done
    assert f" {len(names(out)) - len(done)} neu" in again.stdout
    assert {path.suffix for path in out.iterdir()} == {".png", ".html", ".json"}


def test_a_language_in_preparation_is_shown_and_a_missing_text_is_told(folder: Path, tmp_path: Path) -> None:
    change(folder / "content" / "languages.yaml", "code: ar", "code: ar\n    offered: no")
    strings = folder / "content" / "strings" / "ar.yaml"
    lines = strings.read_text(encoding="utf-8").splitlines(keepends=True)
    strings.write_text("".join(line for line in lines if "home.title:" not in line), encoding="utf-8")
    out = tmp_path / "out"
    told = previewed(tmp_path, folder, "--screen", "home", "--language", "ar", "--size", SIZE, "--out", out)
    assert told.returncode == 1, told.stderr
    (one,) = json.loads((out / "preview.json").read_text(encoding="utf-8"))["pictures"]
    assert "missing" in {problem["kind"] for problem in one["problems"]}
    assert "in Vorbereitung" in (out / "index.html").read_text(encoding="utf-8")


def test_one_screen_goes_into_one_named_file(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "home.png"
    one = ("--one", "home", "--language", "uk", "--size", "upright", "--out", path)
    assert previewed(tmp_path, *one).returncode == 0
    assert opened(path).shape[:2] == (1920, 1080)
    assert [each.name for each in path.parent.iterdir()] == ["home.png"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--one", "home"), "--one braucht --out"),
        (("--day", "2026-12-01"), "--day gibt es nur mit --one"),
        (("--one", "home", "--day", "1.12.", "--out", "x.png"), "2026-12-01"),
        (("--one", "hom", "--out", "x.png"), "Meinten Sie / did you mean: home"),
        (("--language", "xx"), "Es gibt / there are: de"),
        (("/no-such-folder",), "content"),
        (("--size", "7"), "1920x1080"),
    ],
)
def test_what_cannot_be_done_is_said_in_both_languages(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    out = () if "--out" in arguments else ("--out", str(tmp_path / "x"))
    told = previewed(tmp_path, *arguments, *(() if "--one" in arguments else out))
    assert told.returncode == 2 and words in told.stderr and "Traceback" not in told.stderr


def test_without_readable_content_there_is_nothing_to_show(folder: Path, tmp_path: Path) -> None:
    (folder / "content" / "languages.yaml").write_text("languages: [\n", encoding="utf-8")
    told = previewed(tmp_path, folder, "--out", tmp_path / "out")
    assert told.returncode == 2 and "`check`" in told.stderr
