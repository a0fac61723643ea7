"""The command line: what it understands, what it says when it does not, and where there is no screen."""

from __future__ import annotations

import argparse
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.cli import HERE, NO_SCREEN, VERBS, has_screen, main, moment, parser, size


@pytest.mark.parametrize(
    ("text", "pixels"),
    [("1280x720", (1280, 720)), ("1080x1920", (1080, 1920)), ("320x320", (320, 320)), ("7680x7680", (7680, 7680))],
)
def test_a_size_is_width_and_height(text: str, pixels: tuple[int, int]) -> None:
    assert size(text) == pixels


@pytest.mark.parametrize(
    "text",
    ["", "1280", "1280x", "x720", "1280*720", "-1280x720", "1280x720x3", "319x720", "720x319", "1280x7681", "1e3x720"],
)
def test_what_is_no_size_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="1280x720"):
        size(text)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-23T14:00", datetime(2026, 11, 23, 14)),
        ("2026-11-23 14:00:30", datetime(2026, 11, 23, 14, 0, 30)),
        ("2026-11-23", datetime(2026, 11, 23)),
        ("2026-11-23T14:00+01:00", datetime(2026, 11, 23, 14)),
    ],
)
def test_a_moment_is_a_local_time_without_a_zone(text: str, at: datetime) -> None:
    assert moment(text) == at


@pytest.mark.parametrize("text", ["", "14:00", "23.11.2026", "2026-13-01T00:00", "tomorrow"])
def test_what_is_no_moment_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="2026-11-23T14:00"):
        moment(text)


def test_without_options_it_is_this_checkouts_content_full_screen() -> None:
    options = parser().parse_args([])
    assert (options.window, options.now) == (None, None)
    assert options.content == HERE / "content"
    assert options.config == HERE / "config" / "kiosk.yaml"
    assert options.content.is_dir()
    assert options.config.is_file()


def test_options_are_read() -> None:
    given = "--window 1280x720 --now 2026-11-23T14:00 --content a --config b".split()
    options = parser().parse_args(given)
    assert (options.window, options.now) == ((1280, 720), datetime(2026, 11, 23, 14))
    assert (options.content, options.config) == (Path("a"), Path("b"))


@pytest.mark.parametrize("given", [["--window", "big"], ["--now", "noon"]])
def test_an_option_that_is_not_understood_is_quoted(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(given)
    assert end.value.code == 2
    assert f"'{given[1]}' is not a" in capsys.readouterr().err


def test_help_lists_every_verb_with_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    for verb, (_, what) in VERBS.items():
        assert f"{verb:<12} {what}" in said
    assert "Türöffner" in said


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_of_its_own(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code([verb, "--help"]) == 0
    assert f"run_kiosk.py {verb}" in capsys.readouterr().out


def exit_code(given: list[str]) -> object:
    """What the shell gets; some verbs return it, argparse raises it."""
    try:
        return main(given)
    except SystemExit as end:
        return end.code


def test_a_verb_that_there_is_not_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["chek"])
    assert end.value.code == 2
    assert "chek" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"])
def test_a_server_or_a_driver_is_a_screen(name: str, tmp_path: Path) -> None:
    assert has_screen({name: ":0"}, tmp_path)
    assert not has_screen({name: ""}, tmp_path)


def test_a_graphics_card_is_a_screen_and_a_rendering_chip_alone_is_none(tmp_path: Path) -> None:
    assert not has_screen({}, tmp_path / "dri")
    (tmp_path / "renderD128").touch()
    assert not has_screen({}, tmp_path)
    (tmp_path / "card0").touch()
    assert has_screen({}, tmp_path)


def test_where_there_is_no_screen_it_says_so_in_both_languages_of_the_staff() -> None:
    german, english = NO_SCREEN.split(" / ")
    assert "build/tour/" in german
    assert "build/tour/" in english


def test_help_opens_no_window_and_loads_no_toolkit() -> None:
    """What staff ask for on any machine must not need one."""
    modules = "kiosk.cli, kiosk.host, kiosk.presenters.registry, kiosk.screens.registry, tests.builders"
    code = f"import sys, {modules}; print('kivy' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"
