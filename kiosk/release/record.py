"""What a terminal remembers of releases: those that it refused or took back, and when it looked and switched last.

Nothing of it is needed to show content: a file that is lost or broken is as if it had never been there. One that the
disk does not give is another matter: then nothing is done, or what was taken back could come again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict

from kiosk.domain.problem import Problem
from kiosk.release import disk
from kiosk.release.refusal import Reason
from kiosk.release.store import Store

TAKEN_BACK = "rollback"
"""The reason of a release that somebody has taken back."""
DAY_S = 86_400
"""Seconds after which what was refused is looked at again: a key, a setting or the program may be another by then."""
MOST = 20
"""Records that are kept, and problems in each."""
HELP = {
    "rejected_total": "Releases that were refused, by reason.",
    "check_timestamp_seconds": "When it was last asked for a new release and an answer came.",
    "activated_timestamp_seconds": "When the release that is shown was switched to.",
}


class Record(Struct, frozen=True):
    """A release that is not to be shown. `key` is its id, or the beginning of the file's SHA-256 where no id could be
    trusted; `digest` is the whole of that ("": rolled back)."""

    key: str
    reason: str
    at: int
    digest: str = ""
    problems: tuple[dict[str, str], ...] = ()

    @property
    def taken_back(self) -> bool:
        """Whether it was shown once, and rolled back."""
        return self.reason == TAKEN_BACK

    def holds(self, digest: str, now: float) -> bool:
        """Whether the file with this SHA-256 need not be judged again. `now`: seconds since 1970."""
        return self.digest == digest and abs(now - self.at) < DAY_S


def records(store: Store) -> list[Record]:
    """All of them, the newest last. Raises OSError."""
    found = (_record(path) for path in store.quarantine.glob("*.json"))
    return sorted((one for one in found if one), key=lambda one: (one.at, one.key))


def remember(store: Store, record: Record) -> None:
    """Keep a record; the oldest give way, but for those of rollbacks. Raises OSError."""
    disk.replace(store.quarantine / f"{record.key}.json", _bytes(asdict(record)))
    plain = [one for one in records(store) if not one.taken_back and one.key != record.key]
    for one in plain[: 1 - MOST]:  # whatever time the clock gave it, the new one is not the oldest
        (store.quarantine / f"{one.key}.json").unlink(missing_ok=True)


def forget(store: Store, keys: Sequence[str]) -> None:
    """Records that no longer matter. Raises OSError."""
    for key in keys:
        (store.quarantine / f"{key}.json").unlink(missing_ok=True)


def as_told(problems: Sequence[Problem]) -> tuple[dict[str, str], ...]:
    """Problems as a record keeps them: place and words."""
    return tuple(
        {"place": f"{one.path}:{one.line}" if one.line else one.path, "de": one.reason["de"], "en": one.reason["en"]}
        for one in problems[:MOST]
    )


class State(Struct):
    """`checked`, `activated` and `marked` are seconds since 1970 (0: never), `rejected` counts refusals by reason,
    `marks` has for each source what its offer was known by when it was last dealt with, which was when `marked`."""

    checked: int = 0
    activated: int = 0
    rejected: dict[str, int] = field(default_factory=lambda: {one.value: 0 for one in Reason})
    marks: dict[str, str] = field(default_factory=dict)
    marked: int = 0

    def known(self, source: str, now: float) -> str:
        """The mark of what need not be sent again from a source. `now`: seconds since 1970."""
        return self.marks.get(source, "") if abs(now - self.marked) < DAY_S else ""

    @property
    def metrics(self) -> str:
        """For Prometheus' text files: no times of its own, every reason from the beginning."""
        counts = "".join(
            f'kiosk_content_rejected_total{{reason="{one.value}"}} {self.rejected[one.value]}\n' for one in Reason
        )
        return "".join((
            _head("rejected_total", "counter"),
            counts,
            _head("check_timestamp_seconds", "gauge"),
            f"kiosk_content_check_timestamp_seconds {self.checked}\n",
            _head("activated_timestamp_seconds", "gauge"),
            f"kiosk_content_activated_timestamp_seconds {self.activated}\n",
        ))  # fmt: skip


def state_of(store: Store) -> State:
    """What is remembered; from the beginning where nothing is. Raises OSError."""
    told = _read(store.folder / "state.json")
    try:
        rejected = {one.value: int(told["rejected"].get(one.value, 0)) for one in Reason}
        marks = {str(source): str(mark) for source, mark in told["marks"].items()}
        return State(int(told["checked"]), int(told["activated"]), rejected, marks, int(told.get("marked", 0)))
    except (KeyError, TypeError, ValueError, AttributeError):
        return State()


def save(store: Store, state: State) -> None:
    """Keep it, and tell Prometheus. Raises OSError."""
    disk.replace(store.folder / "state.json", _bytes(asdict(state)))
    disk.replace(store.metrics / "content.prom", state.metrics.encode())


def _head(name: str, kind: str) -> str:
    return f"# HELP kiosk_content_{name} {HELP[name]}\n# TYPE kiosk_content_{name} {kind}\n"


def _read(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _record(path: Path) -> Record | None:
    told = _read(path)
    try:
        problems = tuple({word: str(one[word]) for word in ("place", "de", "en")} for one in told["problems"])
        return Record(path.stem, str(told["reason"]), int(told["at"]), str(told["digest"]), problems)
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _bytes(told: dict[str, Any]) -> bytes:
    return json.dumps(told, indent=1).encode() + b"\n"


def rolled_back(store: Store) -> Iterator[str]:
    """The ids of the releases that somebody has taken back."""
    return (one.key for one in records(store) if one.taken_back)
