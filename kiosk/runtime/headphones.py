"""Tells when headphones are plugged in or pulled out, where the kernel knows it (SW_HEADPHONE_INSERT).

Input devices are files that say 24 bytes for every change (linux/input.h). A thread of its own waits at them, and at
their folder, for devices come and go while the kiosk runs. Sound by HDMI or USB often has no such switch, so nothing
depends on it: every key of the keypad begins speech mode, too.
"""

from __future__ import annotations

import errno
import fcntl
import glob
import logging
import os
import select
import stat
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.runtime.happening import Happening
from kiosk.runtime.watch import COMING_AND_GOING, Watch

log = logging.getLogger(__name__)

EVENT = struct.Struct("llHHi")
"""struct input_event: seconds, microseconds, type, code, value."""
EV_SYN, EV_SW = 0, 5
SYN_DROPPED = 3
SW_HEADPHONE_INSERT = 2
SW_BYTES = 8
"""Enough for all switches there are (SW_CNT is 17)."""
LOOK_AGAIN_S, SETTLES_S = 2.0, 30.0
"""So often new devices are looked for, and for so long after the folder told that something came: the kernel makes a
device, and udev allows us to read it only afterwards, later still while the machine starts."""
END, LOOK = b"\0", b"\1"
"""What the thread is told."""
MANY = 64
"""Events that are read at once."""


def _read_ioctl(number: int, size: int) -> int:
    """The number of an ioctl that reads: _IOC(_IOC_READ, 'E', number, size)."""
    return 2 << 30 | size << 16 | ord("E") << 8 | number


GET_TYPES = _read_ioctl(0x20, SW_BYTES)
GET_SWITCHES = _read_ioctl(0x20 + EV_SW, SW_BYTES)
"""EVIOCGBIT(0) and EVIOCGBIT(EV_SW): what a device has."""
GET_STATE = _read_ioctl(0x1B, SW_BYTES)
"""EVIOCGSW: how its switches stand."""


class Headphones:
    """Looks at the devices that match `pattern`; `changed(plugged)` is called from its thread when headphones have been
    plugged in, or the last ones pulled out. How it stands when the kiosk starts is no change: nobody has come."""

    def __init__(self, pattern: str, changed: Callable[[bool], None]) -> None:
        self._pattern, self._changed = pattern, changed
        self._devices: dict[str, int] = {}
        self._plugged: dict[int, bool] = {}
        self._passed_over: set[str] = set()
        self._was: bool | None = None
        self._told = ""
        self._hears, self._tells = os.pipe()
        os.set_blocking(self._tells, False)
        self._thread = threading.Thread(target=self._work, name="headphones", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread and let go of the devices."""
        os.write(self._tells, END)
        self._thread.join()
        for number in (*self._devices.values(), self._hears, self._tells):
            os.close(number)

    def _work(self) -> None:
        watch = self._watch()
        try:
            self._wait(watch)
        finally:
            if watch:
                watch.close()

    def _wait(self, watch: Watch | None) -> None:
        """Look whenever there may be something new, until it is told to end."""
        settled = time.monotonic() + SETTLES_S
        while True:
            while watch and watch.renew():  # a folder in a new folder may have come before that one was watched
                pass
            self._look()
            self._compare()
            rests = watch is not None and time.monotonic() > settled
            wakers = [self._hears, *self._devices.values()]
            ready, _, _ = select.select(wakers, [], [], None if rests else LOOK_AGAIN_S)
            if self._hears in ready:
                if END in os.read(self._hears, MANY):
                    return
                settled = time.monotonic() + SETTLES_S
            for number in ready:
                if number in self._plugged:
                    self._read(number)

    def _watch(self) -> Watch | None:
        """What tells when devices come; None where nobody can, and the thread must look again and again."""
        folders = [folder for folder in Path(self._pattern).parents if not glob.has_magic(str(folder))]
        try:
            return Watch(tuple(folders[:1]), (), self._happened, COMING_AND_GOING)
        except OSError as error:
            log.info("new input devices are looked for again and again: %s", error.strerror)
            return None

    def _happened(self, _: Happening) -> None:
        """Something came or went; called from the watch's thread."""
        with suppress(BlockingIOError):  # full: it will look anyway
            os.write(self._tells, LOOK)

    def _look(self) -> None:
        """Open what has come."""
        there = set(glob.glob(self._pattern)) if self._pattern else set()
        self._passed_over &= there  # what comes back under an old name may be another device
        problem = "" if there else "no input devices"
        for path in sorted(there - self._devices.keys() - self._passed_over):
            try:
                self._open(path)
            except PermissionError:
                problem = "no permission for input devices (group input)"
            except OSError as error:
                self._passed_over.add(path)
                log.info("an input device is left alone: %s", error.strerror)
        if not self._devices:
            self._tell(problem or "no input device has a headphone switch")

    def _open(self, path: str) -> None:
        """Take a device, if it has the switch. Raises OSError."""
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            plugged = _state(number)
        except OSError:
            os.close(number)
            raise
        if plugged is None:
            os.close(number)
            self._passed_over.add(path)
        else:
            self._devices[path], self._plugged[number] = number, plugged
            self._tell("")

    def _read(self, number: int) -> None:
        """What a device says. One that is gone has no headphones."""
        try:
            said = os.read(number, EVENT.size * MANY)
        except BlockingIOError:
            return
        except OSError:  # pulled out (ENODEV)
            said = b""
        if not said:
            self._devices = {path: other for path, other in self._devices.items() if other != number}
            del self._plugged[number]
            os.close(number)
        for _, _, kind, code, value in EVENT.iter_unpack(said[: len(said) // EVENT.size * EVENT.size]):
            if (kind, code) == (EV_SW, SW_HEADPHONE_INSERT):
                self._plugged[number] = bool(value)
                self._compare()
            elif (kind, code) == (EV_SYN, SYN_DROPPED):
                self._plugged[number] = bool(_state(number))

    def _compare(self) -> None:
        """Tell a change. Nothing is told about how it stood before anybody looked."""
        now = any(self._plugged.values())
        before, self._was = self._was, now
        if before is not None and before != now:
            self._changed(now)

    def _tell(self, problem: str) -> None:
        """Log what is missing, once until it changes."""
        if problem and problem != self._told:
            log.info("headphones are not noticed, keys begin speech mode all the same: %s", problem)
        self._told = problem


def _state(device: int) -> bool | None:
    """Whether headphones are in; None for a device without the switch. Raises OSError.

    A pipe was named on purpose, by a pattern of its own: it has the switch, and nothing is plugged in so far.
    """
    try:
        if not _bit(device, GET_TYPES, EV_SW) or not _bit(device, GET_SWITCHES, SW_HEADPHONE_INSERT):
            return None
        return _bit(device, GET_STATE, SW_HEADPHONE_INSERT)
    except OSError as error:
        if error.errno == errno.ENOTTY and stat.S_ISFIFO(os.fstat(device).st_mode):
            return False
        raise


def _bit(device: int, request: int, bit: int) -> bool:
    answer = bytearray(SW_BYTES)
    fcntl.ioctl(device, request, answer)
    return bool(answer[bit // 8] >> bit % 8 & 1)
