"""What Linux tells of the machine, read from files as it writes them."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest

from kiosk.health import machine

PANEL = """\
I: Bus=0003 Vendor=0eef Product=c000 Version=0111
N: Name="Touch Panel 27"
H: Handlers=mouse1 event5
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
B: ABS=260800000000003
"""
PAD = PANEL.replace("PROP=2", "PROP=5").replace("Panel 27", "Pad")
MOUSE = """\
I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Mouse"
B: PROP=0
B: EV=17
B: KEY=ff0000 0 0 0 0
B: REL=903
"""
KEYBOARD = """\
I: Bus=0003 Vendor=04d9 Product=1203 Version=0111
N: Name="Keypad"
B: PROP=0
B: EV=120013
B: KEY=1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe
"""
POWER = """\
I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
B: PROP=0
B: EV=3
B: KEY=10000000000000 0
"""


def inputs(folder: Path, *devices: str) -> Path:
    (file := folder / "devices").write_text("\n".join(devices) + "\n")
    return file


@pytest.mark.parametrize(
    ("devices", "names", "present"),
    [
        ((PANEL, MOUSE), ["Touch Panel 27"], True),
        ((MOUSE, PANEL, PANEL), ["Touch Panel 27"] * 2, True),
        ((PAD, MOUSE, KEYBOARD), [], False),
        ((), None, None),
    ],
)
def test_a_touch_screen_is_told_from_a_pad_and_a_mouse(
    devices: tuple[str, ...], names: list[str] | None, present: bool | None, tmp_path: Path
) -> None:
    file = inputs(tmp_path, *devices)
    assert (machine.touch_screens(file), machine.touch_present(file)) == (names, present)


def test_a_keypad_is_what_has_an_enter_key(tmp_path: Path) -> None:
    assert machine.keyboards(inputs(tmp_path, MOUSE, KEYBOARD, POWER)) == ["Keypad"]
    assert machine.keyboards(inputs(tmp_path, MOUSE, POWER)) == []
    assert machine.keyboards(tmp_path / "nothing") is None


@pytest.mark.parametrize(
    ("states", "connected"),
    [({"HDMI-A-1": "connected", "DP-1": "disconnected"}, True), ({"DP-1": "disconnected"}, False), ({}, None)],
)
def test_a_screen_is_plugged_in_if_one_connector_says_so(
    states: dict[str, str], connected: bool | None, tmp_path: Path
) -> None:
    (tmp_path / "card0").mkdir()
    (tmp_path / "version").write_text("drm 1.1.0\n")
    for name, state in states.items():
        (folder := tmp_path / f"card0-{name}").mkdir()
        (folder / "status").write_text(state + "\n")
    assert machine.screen_connected(tmp_path) is connected


def test_this_process_is_measured() -> None:
    (resident,) = re.findall(r"^VmRSS:\s+(\d+)", Path("/proc/self/status").read_text(), re.M)
    assert machine.memory() == pytest.approx(int(resident) * 1024, rel=0.1)
    before = machine.open_files()
    with open("/dev/null"):
        assert machine.open_files() == before + 1


def test_threads_are_counted() -> None:
    end = threading.Event()
    several = [threading.Thread(target=end.wait) for _ in range(5)]
    for one in several:
        one.start()
    assert len(several) < machine.threads() < 5 * len(several)
    end.set()
    for one in several:
        one.join()


@pytest.mark.parametrize(
    ("cgroup", "limit", "most"),
    [
        ("0::/system.slice/kiosk.service\n", "629145600\n", 629145600),
        ("0::/system.slice/kiosk.service\n", "max\n", None),
        ("12:memory:/system.slice/kiosk.service\n", "629145600\n", None),
        ("0::/elsewhere\n", "629145600\n", None),
        ("", "", None),
    ],
)
def test_the_services_limit_is_known(cgroup: str, limit: str, most: int | None, tmp_path: Path) -> None:
    (tmp_path / "cgroup").write_text(cgroup)
    (folder := tmp_path / "system.slice" / "kiosk.service").mkdir(parents=True)
    (folder / "memory.max").write_text(limit)
    assert machine.memory_most(tmp_path, tmp_path) == most
