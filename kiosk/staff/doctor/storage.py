"""Doctor looks at the disk: can it be written and read, is there room, has it told of errors."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.health.files import reads_back
from kiosk.loaders.faults import Both
from kiosk.staff.doctor.finding import Finding, bad, good, unknown
from kiosk.staff.doctor.terminal import Terminal

CANARY, TWEET = "doctor_canary", "tweet\n"
LEAST_FREE, LEAST_SHARE = 200 * 1024 * 1024, 0.05
"""Bytes, and the share of the disk: room for three releases of content, and what Debian's updates need."""
REPLACE = Both(
    "dmesg ansehen, Daten sichern, Speicher tauschen: Solche Fehler werden mehr.",
    "Look at dmesg, keep the data, replace the disk: such errors become more.",
)


def look_at_storage(terminal: Terminal) -> Finding:
    """Write and read a little where the kiosk keeps what outlasts a restart."""
    folder = terminal.state
    if folder is None:
        return unknown(
            Both("Dieser Kiosk merkt sich nichts.", "This kiosk keeps nothing."),
            Both(
                "Auf einem Terminal legt systemd /var/lib/kiosk an (docs/terminal.md).",
                "On a terminal systemd makes /var/lib/kiosk (docs/terminal.md).",
            ),
        )
    try:
        same = reads_back(folder / CANARY, TWEET)
        (folder / CANARY).unlink()
    except PermissionError:
        return unknown(
            Both(f"{folder}: Das darf nur der Benutzer des Kiosks.", f"{folder}: only the kiosk's user may do that."),
            Both("sudo -u kiosk run_kiosk.py doctor", "sudo -u kiosk run_kiosk.py doctor"),
        )
    except OSError as error:
        return bad(
            Both(f"{folder}: nicht zu beschreiben ({error.strerror}).", f"{folder}: not writable ({error.strerror})."),
            Both(
                "df -h und mount: voll, oder nur noch lesbar? Der Kiosk läuft weiter, merkt sich aber nichts.",
                "df -h and mount: full, or read-only? The kiosk goes on, but keeps nothing.",
            ),
        )
    errors = _errors(terminal.root / "sys", folder)
    if not same or errors:
        what = Both(
            f"{errors} Fehler des Dateisystems." if same else "Gelesen wird anderes, als geschrieben wurde.",
            f"{errors} errors of the file system." if same else "What is read is not what was written.",
        )
        return bad(what, REPLACE)
    return _room(folder)


def _room(folder: Path) -> Finding:
    disk = os.statvfs(folder)
    free, share = disk.f_bavail * disk.f_frsize, disk.f_bavail / max(1, disk.f_blocks)
    told = Both(
        f"{folder}: geschrieben und gelesen; {free / 1e9:.1f} GB frei ({share:.0%}).",
        f"{folder}: written and read; {free / 1e9:.1f} GB free ({share:.0%}).",
    )
    if free < LEAST_FREE or share < LEAST_SHARE:
        return bad(
            told,
            Both(
                "Platz schaffen: journalctl --vacuum-size=50M, apt-get clean.",
                "Make room: journalctl --vacuum-size=50M, apt-get clean.",
            ),
        )
    return good(told)


def _errors(sys: Path, folder: Path) -> int:
    """Errors that ext4 has met since the disk was checked last; 0 for other file systems, which do not count them."""
    number = folder.stat().st_dev
    device = sys / "dev/block" / f"{os.major(number)}:{os.minor(number)}"
    count = sys / "fs/ext4" / (device.resolve().name if device.exists() else "-") / "errors_count"
    return int(count.read_text(encoding="ascii")) if count.is_file() else 0
