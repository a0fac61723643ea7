"""Local time and when it is believed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.runtime.clock import GivenClock, WallClock, ZoneMissing

BUILT = date(2026, 11, 1)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Machine:
    """A computer whose clock, time server and battery clock are set by the test."""

    def __init__(self, folder: Path) -> None:
        self.utc = NOON
        self.synchronized = folder / "synchronized"
        self.rtc = folder / "since_epoch"
        self.clock = WallClock(BUILT, utc=lambda: self.utc, synchronized=self.synchronized, rtc_seconds=self.rtc)

    def heard_a_time_server(self) -> None:
        self.synchronized.touch()

    def battery(self, at: datetime) -> None:
        self.rtc.write_text(f"{int(at.timestamp())}\n")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize(
    ("utc", "local"),
    [
        ((2026, 11, 23, 12, 0), (2026, 11, 23, 13, 0)),
        ((2026, 7, 1, 12, 0), (2026, 7, 1, 14, 0)),
        # summer time begins: 2:00 becomes 3:00
        ((2027, 3, 28, 0, 59, 59), (2027, 3, 28, 1, 59, 59)),
        ((2027, 3, 28, 1, 0), (2027, 3, 28, 3, 0)),
        # summer time ends: 3:00 becomes 2:00
        ((2026, 10, 25, 0, 59, 59), (2026, 10, 25, 2, 59, 59)),
        ((2026, 10, 25, 1, 0), (2026, 10, 25, 2, 0)),
        ((2028, 2, 28, 23, 30), (2028, 2, 29, 0, 30)),
    ],
)
def test_local_time(machine: Machine, utc: tuple[int, ...], local: tuple[int, ...]) -> None:
    machine.utc = datetime(*utc, tzinfo=UTC)  # type: ignore[arg-type,misc]
    assert machine.clock.now() == datetime(*local)  # type: ignore[arg-type]
    assert machine.clock.now().tzinfo is None


def test_without_a_witness_the_clock_is_not_believed(machine: Machine) -> None:
    assert not machine.clock.trusted()


def test_a_time_server_is_a_witness(machine: Machine) -> None:
    machine.heard_a_time_server()
    assert machine.clock.trusted()


def test_a_battery_clock_that_agrees_is_a_witness(machine: Machine) -> None:
    machine.battery(NOON + timedelta(minutes=4))
    assert machine.clock.trusted()


@pytest.mark.parametrize("written", ["12", "", "not a number"])
def test_a_battery_clock_without_its_battery_is_none(machine: Machine, written: str) -> None:
    """It starts in 1970 while the system shows the time of the last shutdown."""
    machine.rtc.write_text(written)
    assert not machine.clock.trusted()


@pytest.mark.parametrize("utc", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2026, 10, 31, 23, tzinfo=UTC)])
def test_time_before_the_build_is_wrong(machine: Machine, utc: datetime) -> None:
    machine.heard_a_time_server()
    machine.utc = utc
    machine.battery(utc)
    assert not machine.clock.trusted()
    machine.utc = datetime(2026, 11, 1, tzinfo=UTC)
    assert machine.clock.trusted()


def test_time_that_runs_backwards_is_not_believed_until_it_has_caught_up(machine: Machine) -> None:
    machine.heard_a_time_server()
    assert machine.clock.trusted()
    machine.utc = NOON - timedelta(days=14)
    assert not machine.clock.trusted()
    machine.utc = NOON + timedelta(seconds=1)
    assert machine.clock.trusted()


def test_a_correction_by_seconds_is_no_running_backwards(machine: Machine) -> None:
    machine.heard_a_time_server()
    machine.clock.trusted()
    machine.utc = NOON - timedelta(seconds=59)
    assert machine.clock.trusted()


def test_backward_steps_do_not_add_up(machine: Machine) -> None:
    machine.heard_a_time_server()
    machine.clock.trusted()
    believed = []
    for step in (50, 100, 150):
        machine.utc = NOON - timedelta(seconds=step)
        believed.append(machine.clock.trusted())
    assert believed == [True, False, False]


def test_a_wrong_time_nobody_believed_does_no_lasting_harm(machine: Machine) -> None:
    machine.utc = NOON + timedelta(days=400)
    assert not machine.clock.trusted()
    machine.utc = NOON
    machine.heard_a_time_server()
    assert machine.clock.trusted()


def test_winter_time_is_not_running_backwards(machine: Machine) -> None:
    machine.clock = WallClock(
        date(2026, 10, 1), utc=lambda: machine.utc, synchronized=machine.synchronized, rtc_seconds=machine.rtc
    )
    machine.heard_a_time_server()
    machine.utc = datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC)
    assert machine.clock.trusted()
    before = machine.clock.now()
    machine.utc += timedelta(seconds=1)
    assert machine.clock.trusted()
    assert machine.clock.now() < before


def test_a_missing_zone_says_what_to_install() -> None:
    with pytest.raises(ZoneMissing, match=r"Mitteleuropa/Leipzig(.|\n)*tzdata(.|\n)*tzdata"):
        WallClock(BUILT, zone="Mitteleuropa/Leipzig")


def test_the_real_clock_tells_some_time() -> None:
    assert abs(WallClock(BUILT, zone="UTC").now() - datetime.now(UTC).replace(tzinfo=None)) < timedelta(minutes=1)


def seconds(*values: float) -> Callable[[], float]:
    return iter(values).__next__


def test_a_given_clock_moves_on_and_is_believed() -> None:
    clock = GivenClock(datetime(2026, 11, 23, 14, 0), seconds(1000.0, 1000.0, 1090.5))
    assert [clock.now(), clock.now()] == [datetime(2026, 11, 23, 14, 0), datetime(2026, 11, 23, 14, 1, 30, 500000)]
    assert clock.trusted()


def test_a_given_time_with_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        GivenClock(NOON, seconds(0.0))
