"""What led to a start."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from kiosk.health import starts
from kiosk.health.starts import ENDED, KEPT, Reason

UNIT = Path(__file__).resolve().parents[3] / "config" / "systemd" / "kiosk.service"
BOOT, OTHER_BOOT = "first boot", "second boot"


@pytest.fixture
def boot(tmp_path: Path) -> Path:
    """The file in which Linux tells of the boot."""
    file = tmp_path / "boot_id"
    file.write_text(BOOT + "\n")
    return file


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The state folder."""
    (folder := tmp_path / "state").mkdir()
    return folder


def reasons(state: Path, boot: Path, version: str = "1") -> dict[str, int]:
    """Start once more; the counts that are not 0."""
    starts.keep(state, started := starts.begin(state, version, boot))
    return {reason: count for reason, count in started.counts.items() if count}


@pytest.mark.parametrize(
    ("in_order", "result", "version", "again", "reason"),
    [
        (True, "success", "1", BOOT, Reason.PLANNED),
        (True, "success", "2", BOOT, Reason.UPDATE),
        (True, "", "1", BOOT, Reason.PLANNED),
        (False, "signal", "1", BOOT, Reason.CRASH),
        (False, "", "1", BOOT, Reason.CRASH),
        (False, "exit-code", "2", BOOT, Reason.CRASH),
        (False, "watchdog", "1", BOOT, Reason.WATCHDOG),
        (False, "watchdog", "1", OTHER_BOOT, Reason.BOOT),
        (True, "success", "2", OTHER_BOOT, Reason.BOOT),
    ],
)
def test_a_start_has_one_reason(
    in_order: bool, result: str, version: str, again: str, reason: Reason, state: Path, boot: Path
) -> None:
    first = starts.begin(state, "1", boot)
    starts.keep(state, first.ended() if in_order else first)
    if result:
        (state / ENDED).write_text(result + "\n")
    boot.write_text(again)
    expected = {Reason.BOOT.value: 1}
    expected[reason.value] = expected.get(reason.value, 0) + 1
    assert reasons(state, boot, version) == expected


def test_the_services_word_counts_once(state: Path, boot: Path) -> None:
    """A watchdog of last week does not explain the crash of today."""
    reasons(state, boot)
    (state / ENDED).write_text("watchdog")
    reasons(state, boot)
    assert reasons(state, boot) == {"boot": 1, "watchdog": 1, "crash": 1}


def test_the_service_leaves_its_word_where_it_is_looked_for(state: Path, boot: Path) -> None:
    """The very line of the unit, as systemd runs it: `$$` is a dollar sign (systemd.service(5))."""
    (line,) = re.findall(r"^ExecStopPost=-(.*)$", UNIT.read_text(encoding="utf-8"), re.M)
    reasons(state, boot)
    told = {"SERVICE_RESULT": "watchdog", "STATE_DIRECTORY": str(state)}
    subprocess.run(shlex.split(line.replace("$$", "$")), env=told, check=True)
    assert reasons(state, boot) == {"boot": 1, "watchdog": 1}


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", "null", '{"counts": {"party": 1}, "boot": "", "version": "", "running": true}', "\x00" * 50]
)
def test_counts_that_cannot_be_read_begin_anew(
    kept: str, state: Path, boot: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (state / KEPT).write_text(kept)
    assert reasons(state, boot) == {"boot": 1}
    assert reasons(state, boot) == {"boot": 1, "crash": 1}
    assert len(caplog.records) == 1 and "begin anew" in caplog.text
