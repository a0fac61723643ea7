"""The machine's clock jumps under a running kiosk (libfaketime, Debian package faketime): nobody is sent away, nothing
stands still, and what is open now is said only by a clock that can be believed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.runtime.log import unexpected
from tests.gui.outside import Kiosk, Seen
from tests.gui.touch_screen import TouchScreen

FAKETIME = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), Path("libfaketime.so.1"))
BY_TIME_SERVER = (
    "mount -t tmpfs none /run && mkdir -p /run/systemd/timesync && touch /run/systemd/timesync/synchronized"
    ' && exec "$@"'
)
"""What says that a time server has set the clock (kiosk/runtime/clock.py), for this kiosk alone."""
SIZE = (1280, 720)
TUESDAY = "2026-12-01 14:32:00"
NOTHING = (4, 360)
"""A place where nothing can be pressed: touching it shows what there is to show at once, not only at the next
minute."""


class ByTheClock(Kiosk):
    """A kiosk that lives by the machine's clock, which a test can set."""

    CLOCK = ()

    def __init__(self, screen: TouchScreen, home: Path) -> None:
        self._clock = home / "clock"
        self.set(TUESDAY)
        variables = {"LD_PRELOAD": FAKETIME, "FAKETIME_TIMESTAMP_FILE": self._clock, "TZ": "UTC"}
        # Monotonic time goes on as it does: no kernel lets it jump.
        variables |= {"FAKETIME_NO_CACHE": 1, "FAKETIME_DONT_FAKE_MONOTONIC": 1}
        world = ["unshare", "--map-root-user", "--mount", "sh", "-c", BY_TIME_SERVER, "sh", "env"]
        faked = [f"{name}={value}" for name, value in variables.items()]
        super().__init__(screen, home, {"SDL_AUDIODRIVER": "dummy"}, started_by=[*world, *faked])

    def set(self, at: str) -> None:
        """It is `at` now, in UTC, and goes on from there."""
        new = self._clock.with_suffix(".new")
        new.write_text(f"@{at}\n", encoding="ascii")
        new.replace(self._clock)


@pytest.fixture(scope="module")
def screen() -> Iterator[TouchScreen]:
    """One screen for all kiosks."""
    made = TouchScreen(*SIZE)
    yield made
    made.close()


@pytest.fixture(scope="module")
def kiosk(screen: TouchScreen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ByTheClock]:
    """A visitor at home, on an afternoon in December."""
    made = ByTheClock(screen, tmp_path_factory.mktemp("clock"))
    made.visit()
    yield made
    log, code = made.log(), made.end()
    made.kill()
    assert (code, unexpected(log.splitlines())) == (0, [])


def shows(kiosk: ByTheClock, screen: TouchScreen, time: bool) -> Seen:
    """Touch nothing, and wait until the time of day is shown, or is not."""
    screen.tap(*NOTHING)
    what = "the time is shown" if time else "the time is not shown"
    return kiosk.see(lambda seen: ("header.now" in seen["places"]) is time, what)


@pytest.mark.parametrize(
    ("at", "believed"),
    [
        ("2026-11-17 14:32:00", False),
        (TUESDAY, True),
        ("1970-01-01 00:00:10", False),
        ("2027-03-28 00:59:58", True),
        ("2027-10-31 00:59:58", True),
        ("2027-12-01 14:32:00", True),
        ("2028-02-29 23:59:58", True),
    ],
    ids=["two weeks back", "right again", "1970", "to summer time", "to winter time", "a year on", "a leap day ends"],
)
def test_whatever_the_clock_says_the_visitor_stays(
    at: str, believed: bool, kiosk: ByTheClock, screen: TouchScreen
) -> None:
    """No time-out counts by it, and "open now" is said only where it can be believed."""
    kiosk.longest_gap = 0.0
    kiosk.set(at)
    seen = shows(kiosk, screen, believed)
    assert (seen["route"], seen["language"], "idle.more" in seen["places"]) == ("home", "de", False)
    kiosk.tap("bar.help")
    kiosk.see(lambda seen: seen["route"] == "help", "help")
    kiosk.tap("bar.home")
    kiosk.see(lambda seen: seen["route"] == "home", "home")
