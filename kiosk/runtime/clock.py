"""Local time, and whether it can be believed.

A clock that is wrong makes the kiosk say "open" in front of a closed door, so nothing is said about "now" unless the
clock is trusted. Waiting and idling never use this: they count monotonic seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

SYNCHRONIZED = Path("/run/systemd/timesync/synchronized")
"""systemd-timesyncd writes this once it has heard from a time server since boot."""
RTC_SECONDS = Path("/sys/class/rtc/rtc0/since_epoch")
"""The battery clock's own time (Linux, sysfs-class-rtc). It must run in UTC, Debian's default."""
RTC_DRIFT = timedelta(minutes=5)
"""A battery clock further off has lost its battery (it then starts in 1970) or does not run in UTC."""
BACKWARD_SLACK = timedelta(minutes=1)
"""A time server may correct the clock by seconds; that changes no opening hours."""


class LocalClock(Protocol):
    """A source of wall-clock time."""

    def now(self) -> datetime:
        """Local time without a zone, as on the sign at the door."""

    def trusted(self) -> bool:
        """Whether `now` may be used to say what is open."""


class ZoneMissing(LookupError):
    """The system does not know the time zone; the message is for IT."""

    def __init__(self, zone: str) -> None:
        super().__init__(
            f"Zeitzone {zone}: auf diesem System nicht vorhanden. Das Debian-Paket „tzdata“ installieren "
            f"(apt-get install tzdata).\n"
            f"Time zone {zone}: not on this system. Install the Debian package 'tzdata' (apt-get install tzdata)."
        )


def _utc() -> datetime:
    return datetime.now(UTC)


class WallClock:
    """The system's clock, shown in one zone and trusted only with a reason."""

    def __init__(
        self,
        built: date,
        zone: str = "Europe/Berlin",
        utc: Callable[[], datetime] = _utc,
        synchronized: Path = SYNCHRONIZED,
        rtc_seconds: Path = RTC_SECONDS,
    ) -> None:
        """`built` is the day this program was built: time cannot be before it. Raises ZoneMissing."""
        try:
            self._zone = ZoneInfo(zone)
        except ZoneInfoNotFoundError as error:
            raise ZoneMissing(zone) from error
        self._utc = utc
        self._synchronized = synchronized
        self._rtc_seconds = rtc_seconds
        self._latest = datetime.combine(built, time(), UTC)

    def now(self) -> datetime:
        """Local time; through the change to winter time the hour after 2:00 is told twice."""
        return self._utc().astimezone(self._zone).replace(tzinfo=None)

    def trusted(self) -> bool:
        """True if the time is not before the build, came from a time server or a battery, and did not run backwards.

        Only believed times count for "backwards": a clock that was wrong until a time server set it recovers.
        """
        utc = self._utc()
        if utc < self._latest - BACKWARD_SLACK or not (self._synchronized.exists() or self._rtc_agrees(utc)):
            return False
        self._latest = max(self._latest, utc)
        return True

    def _rtc_agrees(self, utc: datetime) -> bool:
        try:
            seconds = int(self._rtc_seconds.read_text(encoding="ascii"))
        except (OSError, ValueError):  # no battery clock in this machine, or one that cannot be read: no witness
            return False
        return abs(utc.timestamp() - seconds) <= RTC_DRIFT.total_seconds()


class GivenClock:
    """A clock set by hand for demonstrations and tests (`--now 2026-11-23T14:00`); it moves on from there."""

    def __init__(self, at: datetime, monotonic: Callable[[], float]) -> None:
        """`at` is local time; raises ValueError if it carries a zone. `monotonic` counts seconds."""
        if at.tzinfo is not None:
            raise ValueError(f"{at.isoformat()}: give local time without a zone, like 2026-11-23T14:00")
        self._at = at
        self._monotonic = monotonic
        self._start = monotonic()

    def now(self) -> datetime:
        """The given time plus the seconds since."""
        return self._at + timedelta(seconds=self._monotonic() - self._start)

    def trusted(self) -> bool:
        """Whoever set it wanted it."""
        return True
