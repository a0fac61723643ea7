"""What Linux tells of this process and of what is plugged in. Where it tells nothing, nothing is claimed (None)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

SELF = Path("/proc/self")
GROUPS = Path("/sys/fs/cgroup")
"""Below it the limits of each service (cgroups(7), version 2)."""
SCREENS = Path("/sys/class/drm")
"""One folder a connector (card0-HDMI-A-1), with its `status`; reading it asks the kernel, not the screen."""
INPUTS = Path("/proc/bus/input/devices")
ABS_MT_POSITION_X, DIRECT = 0x35, 1
"""What a touch screen has: a place for each finger, and INPUT_PROP_DIRECT (linux/input-event-codes.h); a touch pad has
the first only."""
ENTERS = (28, 96)
"""KEY_ENTER and KEY_KPENTER."""


def memory(folder: Path = SELF) -> int:
    """Bytes of memory that the process holds (proc(5), statm). Raises OSError."""
    return int((folder / "statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def memory_most(folder: Path = SELF, groups: Path = GROUPS) -> int | None:
    """Bytes of memory at which the system ends it; None where there is no limit."""
    own = [line[3:] for line in _text(folder / "cgroup").splitlines() if line.startswith("0::/")]
    limit = _text(groups / own[0].lstrip("/") / "memory.max").strip() if own else ""
    return int(limit) if limit.isdecimal() else None


def open_files(folder: Path = SELF) -> int:
    """How many files it holds open. Raises OSError."""
    return len(os.listdir(folder / "fd"))


def threads(folder: Path = SELF) -> int:
    """How many threads it has. Raises OSError."""
    return len(os.listdir(folder / "task"))


def screens(folder: Path = SCREENS) -> dict[str, bool] | None:
    """The connectors of the graphics cards, and whether a screen is plugged in; None where Linux knows of none, as in a
    virtual machine."""
    found = {file.parent.name: _text(file).strip() == "connected" for file in sorted(folder.glob("card*-*/status"))}
    return found or None


def screen_connected(folder: Path = SCREENS) -> bool | None:
    """Whether any screen is plugged in."""
    found = screens(folder)
    return any(found.values()) if found else None


def touch_screens(file: Path = INPUTS) -> list[str] | None:
    """The names of the touch screens; None where Linux does not tell of inputs."""
    devices = list(_devices(file))
    return [_name(device) for device in devices if _touches(device)] if devices else None


def touch_present(file: Path = INPUTS) -> bool | None:
    """Whether there is a touch screen."""
    found = touch_screens(file)
    return None if found is None else bool(found)


def keyboards(file: Path = INPUTS) -> list[str] | None:
    """The names of what has an Enter key, as every keypad has and no power button; None where Linux does not tell."""
    devices = list(_devices(file))
    found = [_name(device) for device in devices if any(_bit(device.get("KEY", ""), key) for key in ENTERS)]
    return found if devices else None


def _name(device: dict[str, str]) -> str:
    return device.get("N", "").partition("=")[2].strip('"')


def _touches(device: dict[str, str]) -> bool:
    return _bit(device.get("ABS", ""), ABS_MT_POSITION_X) and _bit(device.get("PROP", ""), DIRECT)


def _devices(file: Path) -> Iterator[dict[str, str]]:
    """Each input: its name by "N", and the words of bits by "ABS", "KEY", "PROP" and so on."""
    for block in _text(file).split("\n\n"):
        lines = [line for line in block.splitlines() if line[1:3] == ": "]
        bits = [line[3:].partition("=") for line in lines if line.startswith("B: ")]
        if lines:
            yield {line[0]: line[3:] for line in lines} | {name: value for name, _, value in bits}


def _bit(words: str, number: int) -> bool:
    """Whether a bit is set in words as the kernel prints them: the highest first, each of 64 bits."""
    numbers = [int(word, 16) for word in words.split()][::-1]
    at, shift = divmod(number, 64)
    return at < len(numbers) and bool(numbers[at] >> shift & 1)


def _text(file: Path) -> str:
    """What a file says, nothing where there is none."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
