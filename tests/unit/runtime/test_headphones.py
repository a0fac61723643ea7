"""Headphones are noticed by what the kernel says: here pipes that say the kernel's own bytes."""

from __future__ import annotations

import errno
import logging
import os
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.runtime import headphones
from kiosk.runtime.headphones import Headphones
from tests.unit.speech.waiting import Notes, until

SW, HEADPHONES, LID = 5, 2, 0
"""linux/input-event-codes.h: EV_SW, SW_HEADPHONE_INSERT, SW_LID."""


class Jack:
    """A device that says what the kernel would say."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path)
        self._pipe: int | None = None

    def says(self, *events: tuple[int, int, int]) -> None:
        """Events by type, code and value, with the kernel's end mark behind them."""
        if self._pipe is None:
            self._pipe = os.open(self.path, os.O_WRONLY)
        os.write(self._pipe, b"".join(struct.pack("llHHi", 1, 2, *event) for event in (*events, (0, 0, 0))))

    def plugged(self, there: bool) -> None:
        """Headphones go in or out."""
        self.says((SW, HEADPHONES, int(there)))

    def goes(self) -> None:
        """The device is pulled out."""
        self.path.unlink(missing_ok=True)
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """New devices are looked for often."""
    monkeypatch.setattr(headphones, "LOOK_AGAIN_S", 0.01)


@pytest.fixture
def told() -> Notes:
    """What was told."""
    return Notes()


@pytest.fixture
def jack(tmp_path: Path) -> Iterator[Jack]:
    """A device with a switch."""
    made = Jack(tmp_path / "event0")
    yield made
    made.goes()


@pytest.fixture
def watched(tmp_path: Path, told: Notes, quick: None) -> Iterator[Headphones]:
    """Somebody looks at all devices of a folder."""
    watcher = Headphones(str(tmp_path / "event*"), told)
    yield watcher
    watcher.close()


def test_in_and_out_are_told_each_once(watched: Headphones, jack: Jack, told: Notes) -> None:
    """V-02, V-12, K-01."""
    for there in (True, True, False, False, True):
        jack.plugged(there)
    told.until_true(lambda: len(told.all) == 3)
    assert told.all == [True, False, True]


def test_other_switches_and_half_an_event_are_nothing(watched: Headphones, jack: Jack, told: Notes) -> None:
    jack.says((SW, LID, 1), (1, HEADPHONES, 1), (2, HEADPHONES, 1))
    jack.plugged(True)
    told.until(True)
    assert told.all == [True]


def test_of_two_devices_the_last_headphones_count(watched: Headphones, jack: Jack, told: Notes, tmp_path: Path) -> None:
    other = Jack(tmp_path / "event1")
    jack.plugged(True)
    told.until(True)
    other.plugged(True)
    until(lambda: list(watched._plugged.values()) == [True, True])
    jack.plugged(False)
    until(lambda: sorted(watched._plugged.values()) == [False, True])
    assert told.all == [True]
    other.plugged(False)
    told.until(False)
    other.goes()


def test_a_device_that_goes_takes_its_headphones_along_and_may_come_again(
    watched: Headphones, told: Notes, tmp_path: Path
) -> None:
    """A keypad on a cable: pulled out, plugged in at another place, with the headphones in it."""
    jack = Jack(tmp_path / "event0")
    jack.plugged(True)
    told.until(True)
    jack.goes()
    told.until(False)
    again = Jack(tmp_path / "event7")
    again.plugged(True)
    told.until_true(lambda: told.all == [True, False, True])
    again.goes()


@pytest.fixture
def rare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks again by himself as long as a test lasts: new devices are found because the folder tells."""
    monkeypatch.setattr(headphones, "LOOK_AGAIN_S", 3600.0)


@pytest.mark.parametrize("folder", [".", "input", "input/by-name"])
def test_the_folder_tells_who_comes_even_one_that_is_not_there_yet(
    folder: str, rare: None, tmp_path: Path, told: Notes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    watcher = Headphones(str(tmp_path / folder / "event*"), told)
    until(lambda: "no input devices" in caplog.text)
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    jacks = []
    for count in (1, 2):  # the first one may come together with its folder
        jacks.append(Jack(tmp_path / folder / f"event{count}"))
        until(lambda count=count: len(watcher._devices) == count)
    jacks[1].plugged(True)
    told.until(True)
    watcher.close()
    for jack in jacks:
        jack.goes()


def test_where_no_folder_tells_new_devices_are_looked_for(
    quick: None, tmp_path: Path, told: Notes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EMFILE, "no inotify left")

    monkeypatch.setattr(headphones, "Watch", refuse)
    monkeypatch.setattr(headphones, "SETTLES_S", 0.0)
    caplog.set_level(logging.INFO)
    watcher = Headphones(str(tmp_path / "event*"), told)
    until(lambda: "no input devices" in caplog.text)
    jack = Jack(tmp_path / "event0")
    jack.plugged(True)
    told.until(True)
    assert "looked for again and again: no inotify left" in caplog.text
    watcher.close()
    jack.goes()


def test_how_it_stands_at_the_beginning_is_no_change(
    tmp_path: Path, told: Notes, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Headphones that hang at the kiosk begin nothing when it is switched on; pulled out and in again they do."""
    jack = Jack(tmp_path / "event0")
    monkeypatch.setattr(headphones, "_state", lambda device: True)
    watcher = Headphones(str(tmp_path / "event*"), told)
    jack.says((SW, LID, 1))
    assert told.all == []
    jack.plugged(False)
    jack.plugged(True)
    told.until_true(lambda: told.all == [False, True])
    watcher.close()
    jack.goes()


@pytest.mark.parametrize("pattern", ["nothing*", ""])
def test_without_devices_nothing_happens_and_that_is_told_once(
    pattern: str, tmp_path: Path, told: Notes, quick: None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    watcher = Headphones(pattern and str(tmp_path / pattern), told)
    until(lambda: len(caplog.records) > 0)
    watcher.close()
    assert [(record.levelname, "no input devices" in record.getMessage()) for record in caplog.records] == [
        ("INFO", True)
    ]
    assert told.all == []


def test_what_is_no_input_device_is_left_alone(
    tmp_path: Path, told: Notes, quick: None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    (tmp_path / "event3").write_text("no device")
    watcher = Headphones(str(tmp_path / "event*"), told)
    until(lambda: len(caplog.records) == 2)
    watcher.close()
    assert "left alone" in caplog.text
    assert "no input device has a headphone switch" in caplog.text


@pytest.mark.parametrize(
    ("types", "switches", "state", "stands"),
    [
        (1 << SW, 1 << HEADPHONES, 1 << HEADPHONES, True),
        (1 << SW, 1 << HEADPHONES, 0, False),
        (1 << SW, 1 << LID, 1, None),
        (0, 0, 0, None),
    ],
)
def test_a_device_is_asked_what_it_has_and_how_it_stands(
    types: int, switches: int, state: int, stands: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kernel's answers, as no machine without a sound card can give them."""
    answers = {headphones.GET_TYPES: types, headphones.GET_SWITCHES: switches, headphones.GET_STATE: state}

    def answer(device: int, request: int, room: bytearray) -> int:
        room[:] = answers[request].to_bytes(len(room), "little")
        return 0

    monkeypatch.setattr(headphones.fcntl, "ioctl", answer)
    assert headphones._state(3) is stands


def test_what_was_lost_is_asked_for_again(
    watched: Headphones, jack: Jack, told: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SYN_DROPPED: the kernel's own buffer was full."""
    jack.says((SW, LID, 1))
    monkeypatch.setattr(headphones, "_state", lambda device: True)
    jack.says((0, headphones.SYN_DROPPED, 0))
    told.until(True)


def test_it_ends_at_once_and_holds_nothing(tmp_path: Path, told: Notes) -> None:
    jack = Jack(tmp_path / "event0")
    files, threads = len(os.listdir("/proc/self/fd")), threading.active_count()
    watcher = Headphones(str(tmp_path / "event*"), told)
    jack.plugged(True)
    told.until(True)
    watcher.close()
    jack.goes()
    assert (len(os.listdir("/proc/self/fd")), threading.active_count()) == (files, threads)


def test_the_questions_to_the_kernel_are_those_of_its_headers() -> None:
    """linux/input.h: EVIOCGBIT(0, 8), EVIOCGBIT(EV_SW, 8), EVIOCGSW(8); struct input_event of 64-bit Linux."""
    assert (headphones.GET_TYPES, headphones.GET_SWITCHES) == (0x80084520, 0x80084525)
    assert (headphones.GET_STATE, headphones.EVENT.size) == (0x8008451B, 24)
