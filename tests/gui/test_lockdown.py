"""Real Kivy windows: nothing a visitor, a keyboard, the environment or a command line can do opens the kiosk.

The stock runs at the top are the control: they show that the same events and surroundings do break an open Kivy.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.runtime.log import unexpected
from tests.gui.keyboard import Keyboard
from tests.unit.runtime.starter import ALT, CTRL, PATIENCE_S, SHIFT, next_report, run, start

ESC, PRINT, MENU, BACK = 27, 1073741894, 1073741925, 1073742094
F = {number: 1073741881 + number for number in range(1, 13)}
ARROWS = (1073741903, 1073741904, 1073741905, 1073741906)
SHORTCUTS = [
    *((sym, 0) for sym in (ESC, 9, 13, 32, 127, PRINT, MENU, BACK, *F.values(), *ARROWS)),
    *((ord(letter), 0) for letter in "aeq1"),
    *((ord(letter), CTRL) for letter in "ceqrswxz"),
    *((ord(letter), CTRL | SHIFT) for letter in "eq"),
    *((F[number], SHIFT) for number in (1, 11, 12)),
    *((sym, ALT) for sym in (F[4], 9, ESC)),
    (ESC, CTRL),
]
SEALED = {
    "children": ["Label"],
    "providers": ["MouseMotionEventProvider"],
    "files": [],
    "modules": [],
    "mods": [],
    "leaks": [],
    "config": {"input": {"mouse": "mouse,disable_multitouch,disable_hover"}, "modules": {}},
    "stderr_is_ours": True,
    "size": [320, 480],
    "place": [0, 0],
    "borderless": True,
    "cursor": False,
}
HOSTILE_ARGUMENTS = ["-m", "inspector", "-m", "keybinding", "-c", "kivy:exit_on_escape:1", "--size=100x100", "-s"]


def part(report: dict[str, object]) -> dict[str, object]:
    """What of a report must be as in SEALED."""
    return {key: report.get(key) for key in SEALED}


def hostile(person: Path) -> dict[str, str]:
    """Surroundings made to open Kivy: a home with a module and a configuration, and every variable that helps."""
    home = person / ".kivy"
    (home / "mods").mkdir(parents=True)
    (home / "mods" / "evil.py").write_text("def start(win, ctx): pass\ndef stop(win, ctx): pass\n")
    (home / "config.ini").write_text("[kivy]\nexit_on_escape = 1\n[modules]\nevil =\ninspector =\n")
    return {
        "HOME": str(person),
        "KIVY_HOME": str(home),
        "KCFG_KIVY_EXIT_ON_ESCAPE": "1",
        "KCFG_MODULES_INSPECTOR": "",
        "KCFG_INPUT_SECOND": "mouse",
        "KCFG_GRAPHICS_WIDTH": "100",
        "KIVY_NO_ARGS": "0",
        "KIVY_NO_ENV_CONFIG": "0",
        "KIVY_LOG_MODE": "KIVY",
        "KIVY_CLOCK": "interrupt",
    }


@pytest.mark.parametrize("step", [["key", ESC], ["close"]])
def test_stock_kivy_is_closed(step: list[object], tmp_path: Path) -> None:
    """Control: open Kivy ends before it can report."""
    assert run([step], tmp_path, sealed=False)[1] == {}


def test_stock_kivy_opens_its_settings_and_believes_its_surroundings(tmp_path: Path) -> None:
    """Control: F1, the environment, the configuration, the module and the arguments all work on open Kivy."""
    surroundings = hostile(tmp_path / "person")
    report = run([["key", F[1]]], tmp_path, surroundings, HOSTILE_ARGUMENTS[:-1], sealed=False)[1]
    assert "SettingsWithSpinner" in report["children"]
    assert {"evil", "kivy.modules.inspector", "kivy.modules.keybinding"} <= set(report["modules"])
    assert len(report["providers"]) > 1
    assert len(report["config"]["input"]) > 1
    assert report["mods"]
    assert report["size"] == [100, 100]


def test_no_key_leads_out(tmp_path: Path) -> None:
    """Every key and shortcut reaches the kiosk's own handler once, and nothing else happens."""
    code, report, err = run([["key", sym, mod] for sym, mod in SHORTCUTS], tmp_path)
    assert (code, part(report), unexpected(err.splitlines())) == (0, SEALED, [])
    assert len(report["keys"]) == len(SHORTCUTS)
    assert [key for key in report["keys"] if key in (["escape", []], ["f1", []], ["e", ["ctrl"]])] == [
        ["escape", []],
        ["f1", []],
        ["e", ["ctrl"]],
    ]


def test_a_held_key_is_one_wish_until_it_is_released(tmp_path: Path) -> None:
    """The system's key repeat is not handed on; pressing again is."""
    report = run([["hold", 13, 8], ["key", 13], ["key", 13]], tmp_path)[1]
    assert report["keys"] == [["enter", []]] * 2  # the hold, whose release comes with the next press; then a new press


def test_a_key_whose_release_was_lost_works_again(tmp_path: Path) -> None:
    """EN 301 549, 5.7: it is down and has been silent for longer than any system's repeat: somebody presses it anew."""
    report = run([["hold", 13, 8], ["rest", 2.3], ["hold", 13, 3]], tmp_path)[1]
    assert report["keys"] == [["enter", []]] * 2


def test_a_stuck_key_acts_once_however_long_it_is_stuck(tmp_path: Path) -> None:
    """Its repeats go on and on: they are no wish, and nobody is there. Other keys work meanwhile."""
    stuck = [["hold", 13, 4], ["rest", 0.9]]
    report = run([*stuck, *stuck, *stuck, ["key", 1073741905], *stuck], tmp_path)[1]
    assert report["keys"] == [["enter", []], ["down", []]]


def test_keys_of_keypads_that_kivy_does_not_know_have_names(tmp_path: Path) -> None:
    """K-01: F13 and what follows it, and those of the volume; what Kivy takes for F13 is another key."""
    report = run([["key", sym] for sym in (1073741928, 1073741939, 1073741952, 1073741953, PRINT)], tmp_path)[1]
    assert [name for name, _ in report["keys"]] == ["f13", "f24", "volumeup", "volumedown", "print"]


def test_requests_to_close_and_dropped_files_are_refused(tmp_path: Path) -> None:
    """Alt+F4, the window manager's button, a file dragged in; and a settings panel, however it was asked for."""
    code, report, err = run([["close"], ["drop", "/etc/hostname"], ["settings"], ["close"]], tmp_path)
    assert (code, part(report), unexpected(err.splitlines())) == (0, SEALED, [])


def test_one_tap_is_one_touch(tmp_path: Path) -> None:
    """One provider only: two would make two actions of it."""
    report = run([["tap", 100, 100]], tmp_path)[1]
    assert (report["touches"], report["providers"]) == (["mouse"], SEALED["providers"])


@pytest.mark.parametrize("arguments", [HOSTILE_ARGUMENTS, ["--help"], ["-h"], ["-m", "list"], ["--no-such-option"]])
def test_surroundings_have_no_effect(arguments: list[str], tmp_path: Path) -> None:
    """Neither variables nor a prepared home nor arguments; the arguments stay for the kiosk to read."""
    person = tmp_path / "person"
    cwd = tmp_path / "cwd"
    cwd.mkdir()
    steps = [["key", ESC], ["key", F[1]], ["key", ord("e"), CTRL]]
    code, report, err = run(steps, cwd, hostile(person), arguments)
    assert (code, part(report), unexpected(err.splitlines())) == (0, SEALED, [])
    assert report["argv"] == arguments
    assert sorted(path.name for path in person.rglob("*")) == [".kivy", "config.ini", "evil.py", "mods"]


def test_a_desk_window_is_framed_and_shows_the_pointer_but_is_as_tight(tmp_path: Path) -> None:
    """--window changes how it looks, not what it lets through."""
    code, report, _ = run([["key", ESC], ["key", F[1]], ["close"]], tmp_path, window=True)
    looks = {"borderless": False, "cursor": True, "place": report["place"]}
    assert (code, part(report)) == (0, {**SEALED, **looks})


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("lean", [True, False])
def test_a_signal_ends_in_good_order(number: int, lean: bool, tmp_path: Path) -> None:
    """The supervisor's stop and Ctrl+C: exit code 0, without a word."""
    with start([["close"]], tmp_path, stay=True, lean=lean) as process:
        assert part(next_report(process)) == SEALED
        process.send_signal(number)
        _, err = process.communicate()
    assert (process.returncode, unexpected(err.splitlines())) == (0, [])


def test_a_signal_while_building_is_not_forgotten(tmp_path: Path) -> None:
    """Kivy clears the wish to quit when its loop starts."""
    code, _, err = run([], tmp_path, stay=True, early_signal=True)
    assert (code, unexpected(err.splitlines())) == (0, [])


@pytest.fixture
def screen() -> Iterator[str]:
    """A real X server without a window manager (Debian package xvfb), as in the lobby; its DISPLAY."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "640x480x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as ready:
        number = ready.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(timeout=PATIENCE_S)


X_ESC, X_F1, X_F4, X_F11, X_F12, X_ALT, X_CTRL = 0xFF1B, 0xFFBE, 0xFFC1, 0xFFC8, 0xFFC9, 0xFFE9, 0xFFE3
NO_DESKTOP = ("XDG_RUNTIME_DIR",)


@pytest.mark.parametrize("sealed", [False, True])
def test_a_real_keyboard(sealed: bool, screen: str, tmp_path: Path) -> None:
    """Keys from the X server and a close button; open Kivy (the control) is gone by then, the sealed one answers."""
    environ = {"SDL_VIDEODRIVER": "x11", "DISPLAY": screen}
    with start([], tmp_path, environ, sealed=sealed, until="q", longest_sleep_s=PATIENCE_S * 10) as process:
        assert next_report(process)["driver"] == "x11"
        keyboard = Keyboard(screen)
        for key, held in ((X_F1, 0), (X_F11, 0), (X_F12, 0), (X_F4, X_ALT), (ord("e"), X_CTRL), (X_ESC, 0)):
            keyboard.press(key, held)
        keyboard.close_all()
        keyboard.press(ord("q"))
        out, err = process.communicate()
    assert process.returncode == 0
    if sealed:
        report = json.loads(out)
        assert part(report) == SEALED
        assert [key for key in report["keys"] if key[0] in ("f1", "e", "escape")] == [
            ["f1", []],
            ["e", ["ctrl"]],
            ["escape", []],
        ]
        assert unexpected(err.splitlines(), NO_DESKTOP) == []
    else:
        assert out == ""


def test_a_signal_ends_the_sleep_of_a_still_screen(screen: str, tmp_path: Path) -> None:
    """Under X the loop sleeps inside SDL; with no timer due and nothing else to wake it, SIGTERM must."""
    environ = {"SDL_VIDEODRIVER": "x11", "DISPLAY": screen}
    with start([], tmp_path, environ, stay=True, longest_sleep_s=PATIENCE_S * 10) as process:
        next_report(process)
        process.send_signal(signal.SIGTERM)
        process.communicate()
    assert process.returncode == 0
