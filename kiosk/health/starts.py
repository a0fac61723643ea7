"""Why the kiosk was started, counted over all its starts.

A mark says that it runs; only an end in good order takes it away. So a mark that is found at the start tells of a crash
or, if the machine was started anew, of that. Whether it was the watchdog only systemd knows: the service writes it down
when a run has ended (`ExecStopPost`, $SERVICE_RESULT of systemd.exec(5)).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from kiosk.health.files import replace

log = logging.getLogger(__name__)

KEPT, ENDED = "starts.json", "service_result"
"""Files in the state folder: ours, and the one word that the service leaves when a run has ended."""
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
"""Linux: another one after each start of the machine (random(4))."""
WATCHDOG = "watchdog"
"""$SERVICE_RESULT of a service that was ended because its beats stayed out."""


class Reason(Enum):
    """What led to a start."""

    BOOT = "boot"
    CRASH = "crash"
    WATCHDOG = "watchdog"
    PLANNED = "planned"
    UPDATE = "update"


class Starts(Struct, frozen=True):
    """What is known of the starts: of which boot and which version the last one was, whether that run has ended in good
    order (then it is not `running`), and how many there were for each reason."""

    boot: str = ""
    version: str = ""
    running: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)

    def next(self, boot: str, version: str, result: str) -> Starts:
        """After one more start; `result` is the service's word about the last run."""
        reason = self._reason(boot, version, result)
        counts = {one.value: self.counts.get(one.value, 0) + (one is reason) for one in Reason}
        return Starts(boot, version, True, counts)

    def ended(self) -> Starts:
        """After an end in good order."""
        return Starts(self.boot, self.version, False, self.counts)

    def _reason(self, boot: str, version: str, result: str) -> Reason:
        if boot != self.boot:
            return Reason.BOOT
        if self.running:
            return Reason.WATCHDOG if result == WATCHDOG else Reason.CRASH
        return Reason.UPDATE if version != self.version else Reason.PLANNED


def begin(folder: Path, version: str, boot_id: Path = BOOT_ID) -> Starts:
    """What is known with one more start. It counts once it is kept."""
    return _kept(folder).next(_word(boot_id), version, _word(folder / ENDED))


def keep(folder: Path, starts: Starts) -> None:
    """Put it where the next start finds it. Raises OSError."""
    kept = {"boot": starts.boot, "version": starts.version, "running": starts.running, "counts": dict(starts.counts)}
    replace(folder / KEPT, json.dumps(kept), lasting=True)
    (folder / ENDED).unlink(missing_ok=True)


def _kept(folder: Path) -> Starts:
    try:
        return _read(json.loads((folder / KEPT).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Starts()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        log.warning("the counts of starts begin anew, the old ones cannot be read: %s", error)
        return Starts()


def _read(kept: dict[str, Any]) -> Starts:
    """Raises what a file can raise that holds something else."""
    counts = {Reason(name).value: int(count) for name, count in kept["counts"].items()}
    return Starts(str(kept["boot"]), str(kept["version"]), kept["running"] is True, counts)


def _word(file: Path) -> str:
    """The one word in a file, empty where there is none."""
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:  # not on Linux, or no service that writes it: then it is a crash like any other
        return ""
