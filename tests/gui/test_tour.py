"""run_kiosk.py tour: pictures of one journey in every language, whatever the settings, and nobody's files lost."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kiosk import tour
from tests.gui.test_program import command
from tests.gui.windows import ROOT, surroundings

PATIENCE_S = 180.0
SIZE = "1280x720"
STEPS = (
    "attract languages home large largecontrast largecontrastlow topic service low lowlarge organisation contact guide "
    "question search show today organisations help idle"
).split()
CODES = ("de", "ar", "uk", "ti")
"""One of each script; the tour itself walks in all languages, if none is named."""


def toured(home: Path, *arguments: object) -> dict[str, bytes]:
    """The pictures of a tour of one size."""
    out = home / "tour"
    told = subprocess.run(
        command("tour", "--size", SIZE, "--out", out, *(f"--language={code}" for code in CODES), *arguments),
        env=surroundings(home),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert told.returncode == 0, told.stderr
    return {path.name: path.read_bytes() for path in out.glob("*.png")}


def test_the_tour_leaves_pictures_in_each_language_and_a_page_that_shows_them(tmp_path: Path) -> None:
    wanted = {f"{SIZE}-{code}-{n:02}-{step}.png" for code in CODES for n, step in enumerate(STEPS)}
    pictures = toured(tmp_path)
    assert set(pictures) == wanted
    assert len({*pictures.values()}) == len(wanted)  # no two screens look the same
    page = (tmp_path / "tour" / "index.html").read_text(encoding="utf-8")
    assert [page.count(f'src="{name}"') for name in sorted(wanted)] == [1] * len(wanted)
    for data in list(pictures.values())[:4]:
        assert data.startswith(b"\x89PNG") and data[16:24] == (1280).to_bytes(4, "big") + (720).to_bytes(4, "big")


@pytest.mark.parametrize(("after", "warn"), [(30, 20), (130, 20)])
def test_other_idle_times_make_no_other_tour(after: int, warn: int, tmp_path: Path) -> None:
    """The picture of the question shows the question, however early or late this terminal asks it."""
    config = tmp_path / "kiosk.yaml"
    shipped = (ROOT / "config" / "kiosk.yaml").read_text(encoding="utf-8")
    times = f"idle:\n  after_s: {after}\n  warn_s: {warn}\n  reading_after_s: 600\n"
    before, after_it = shipped.split("idle:\n")[0], shipped.split("  reading_after_s: 180\n")[1]
    config.write_text(before + times + after_it, encoding="utf-8")
    pictures = toured(tmp_path, "--config", config)
    for code in CODES:
        question, help_, attract = (
            pictures[f"{SIZE}-{code}-{step}.png"] for step in ("19-idle", "18-help", "00-attract")
        )
        assert question not in (help_, attract)


OURS = ("1920x1080-de-00-attract.png", "1080x1920-uk-13-idle.png", "1280x720-zh-Hant-03-topic.png")
OTHERS = (
    "holiday.png",
    "plan-0-attract.png",
    "1920x1080.png",
    "1920x1080-de-00-attract.jpg",
    "my 1920x1080-de-00-attract.png",
    "1920x1080-de-00-attract.png.bak",
    "1920x1080-de-10-attract-2.png",
    "1920x1080-de-0-attract.png",
)


def test_a_tour_takes_only_its_own_old_pictures_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into a folder full of somebody's pictures. That there is no window afterwards is what ends this tour early."""
    for name in (*OURS, *OTHERS):
        (tmp_path / name).write_bytes(name.encode())
    monkeypatch.setenv("SDL_VIDEODRIVER", "no-such-driver")
    assert tour.main(["--out", str(tmp_path)]) == 2
    assert {path.name for path in tmp_path.iterdir()} == set(OTHERS)
    assert all((tmp_path / name).read_bytes() == name.encode() for name in OTHERS)


def test_a_language_that_nobody_can_choose_is_told_and_no_picture_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / OURS[0]).write_bytes(b"")
    assert tour.main(["--out", str(tmp_path), "--language", "de", "--language", "tlh", "--language", "xx"]) == 2
    assert capsys.readouterr().err.startswith("tlh, xx: nicht angeboten; es gibt / not offered; there are: de, ")
    assert (tmp_path / OURS[0]).exists()
