"""What doctor sees on machines that are well, and on those that are not."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.health.files import NEW
from kiosk.health.reporter import Reporter
from kiosk.health.seen import Seen
from kiosk.runtime.clock import RTC_SECONDS, SYNCHRONIZED
from kiosk.staff.doctor.clock import look_at_clock
from kiosk.staff.doctor.content import look_at_content, look_at_fonts
from kiosk.staff.doctor.finding import Finding, Verdict
from kiosk.staff.doctor.network import look_at_network
from kiosk.staff.doctor.program import look_at_life, look_at_service, look_at_versions
from kiosk.staff.doctor.screen import look_at_display, look_at_keypad, look_at_touch
from kiosk.staff.doctor.storage import CANARY, look_at_storage
from kiosk.staff.doctor.terminal import Terminal
from tests.unit.staff.machines import KEYPAD, MOUSE, PANEL, ROUTES, Machine
from tests.unit.staff.small_kiosk import content

__all__ = ["content"]

PASS, FAIL, UNKNOWN = Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN


@pytest.fixture
def machine(tmp_path: Path, content: Path) -> Machine:
    """A machine of which nothing is known."""
    return Machine(tmp_path, content)


def look(at: Callable[[Terminal], Finding], machine: Machine, verdict: Verdict, german: str, english: str) -> None:
    """It is found like this, and what is not good says what to do."""
    found = at(machine.terminal())
    assert (found.verdict, german in found.found.de, english in found.found.en) == (verdict, True, True), found
    assert verdict is not FAIL or (found.remedy.de and found.remedy.en)


def test_a_screen(machine: Machine) -> None:
    look(look_at_display, machine, UNKNOWN, "keine Buchsen", "no sockets")
    machine.screen("HDMI-A-1", "disconnected")
    look(look_at_display, machine, FAIL, "An keiner Buchse", "No screen")
    machine.screen("HDMI-A-2", "connected")
    look(look_at_display, machine, UNKNOWN, "card1-HDMI-A-2", "card1-HDMI-A-2")
    machine.screen("HDMI-A-2", "connected", "1920x1080\n1280x720\n")
    look(look_at_display, machine, PASS, "1920 × 1080 (card1-HDMI-A-2)", "1920 × 1080")
    machine.screen("HDMI-A-2", "connected", "3840x2160\n1920x1080\n")
    look(look_at_display, machine, FAIL, "3840 × 2160 (card1-HDMI-A-2), eingestellt ist 1920 × 1080", "is set")
    machine.settings = "panel: {width_px: 2160, height_px: 3840, pitch_mm: 0.16}\n"
    look(look_at_display, machine, PASS, "3840 × 2160", "3840 × 2160")


def test_a_server_without_a_screen(machine: Machine) -> None:
    machine.environ["DISPLAY"] = ":4711"
    look(look_at_display, machine, FAIL, "Kein Fenster möglich", "No window possible")


def test_what_is_touched(machine: Machine) -> None:
    look(look_at_touch, machine, UNKNOWN, "keine Eingabegeräte", "no input devices")
    look(look_at_keypad, machine, UNKNOWN, "keine Eingabegeräte", "no input devices")
    machine.inputs(MOUSE)
    look(look_at_touch, machine, FAIL, "Kein Touch-Panel", "No touch panel")
    look(look_at_keypad, machine, FAIL, "Kein Tastenfeld", "No keypad")
    machine.inputs(MOUSE, PANEL, KEYPAD)
    look(look_at_touch, machine, PASS, "Touch Panel 27", "Touch Panel 27")
    look(look_at_keypad, machine, PASS, "Keypad 6", "Keypad 6")
    machine.settings = "keypad: {there: no}\n"
    machine.inputs(MOUSE)
    look(look_at_keypad, machine, PASS, "gibt es keins", "there is none")


def test_a_clock(machine: Machine) -> None:
    look(look_at_clock, machine, FAIL, "nicht zu glauben", "not to be believed")
    machine.tells(str(RTC_SECONDS).lstrip("/"), f"{datetime.now(UTC).timestamp():.0f}\n")
    look(look_at_clock, machine, PASS, "Batterie-Uhr", "battery clock")
    machine.tells(str(RTC_SECONDS).lstrip("/"), "5\n")
    look(look_at_clock, machine, FAIL, "weder Zeitserver noch", "neither time server nor")
    machine.tells(str(SYNCHRONIZED).lstrip("/"))
    look(look_at_clock, machine, PASS, "(Europe/Berlin), von einem Zeitserver", "from a time server")


def test_content(machine: Machine) -> None:
    look(look_at_content, machine, PASS, "keine Ausgabe", "0 errors")
    look(look_at_fonts, machine, PASS, "Alle Schriftzeichen von 2 Sprachen", "All letters of 2 languages")
    release = machine.folder / "releases" / "2026-11-20-ab12"
    release.parent.mkdir()
    machine.content.rename(release)
    (machine.folder / "current").symlink_to(release)
    machine.content = machine.folder / "current"
    look(look_at_content, machine, PASS, "Ausgabe 2026-11-20-ab12: 2 Sprachen", "release 2026-11-20-ab12")
    machine.settings = "panel: {pitch_mm: 31}\n"
    look(look_at_content, machine, FAIL, "1 Fehler", "1 errors")
    (release / "languages.yaml").unlink()
    look(look_at_content, machine, FAIL, "nichts zu zeigen", "nothing to show")


def test_a_letter_without_a_picture(machine: Machine) -> None:
    """Egyptian hieroglyphs are in none of the fonts."""
    file = machine.content / "languages.yaml"
    file.write_text(file.read_text("utf-8").replace("ሰላም", "\U00013000"), "utf-8")
    look(look_at_fonts, machine, FAIL, "Schriftzeichen fehlen für: ትግርኛ.", "Letters are missing for: ትግርኛ.")


def test_storage(machine: Machine, tmp_path: Path) -> None:
    look(look_at_storage, machine, UNKNOWN, "merkt sich nichts", "keeps nothing")
    machine.state = tmp_path / "state"
    look(look_at_storage, machine, FAIL, "No such file", "not writable (No such file")
    machine.state.mkdir()
    look(look_at_storage, machine, PASS, "geschrieben und gelesen", "written and read")
    assert list(machine.state.iterdir()) == []
    (machine.state / (CANARY + NEW)).mkdir()
    look(look_at_storage, machine, FAIL, "nicht zu beschreiben (Is a directory)", "not writable")


def test_a_disk_that_has_told_of_errors(machine: Machine, tmp_path: Path) -> None:
    machine.state = tmp_path
    number = tmp_path.stat().st_dev
    disk = tmp_path / "root/sys/dev/block" / f"{os.major(number)}:{os.minor(number)}"
    machine.tells("sys/devices/sda3/dev", "")
    disk.parent.mkdir(parents=True)
    disk.symlink_to("../../devices/sda3")
    machine.tells("sys/fs/ext4/sda3/errors_count", "0\n")
    look(look_at_storage, machine, PASS, "geschrieben und gelesen", "written and read")
    machine.tells("sys/fs/ext4/sda3/errors_count", "3\n")
    look(look_at_storage, machine, FAIL, "3 Fehler des Dateisystems", "3 errors of the file system")


def test_versions(machine: Machine, tmp_path: Path) -> None:
    look(look_at_versions, machine, PASS, "Pakete wie geprüft", "packages as tested")
    (lock := tmp_path / "requirements.lock").write_text("kivy==2.3.1 \\\n    --hash=x\npygame==1.0\nnothing==3\n")
    here = machine.terminal()
    found = look_at_versions(Terminal(here.content, here.config, None, {}, program=lock.parent))
    assert found.verdict is FAIL
    assert "Nicht wie geprüft: pygame 2." in found.found.de and "(1.0), nothing – (3)." in found.found.de


SYSTEMCTL = """#!/bin/sh
case "$2" in kiosk.service) echo "{kiosk}";; kiosk-safe-mode.service) echo "ActiveState={safe}";; *) exit 1;; esac
"""


def test_a_service(machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """systemd's words as `systemctl show` prints them; there is none here to ask."""
    look(look_at_service, machine, UNKNOWN, "kein systemd", "systemd does not run")
    machine.tells("run/systemd/system/there")
    (program := tmp_path / "systemctl").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    def says(kiosk: str, safe: str = "inactive") -> None:
        program.write_text(SYSTEMCTL.format(kiosk=kiosk, safe=safe))

    says("LoadState=loaded\nActiveState=active\nNRestarts=2")
    look(look_at_service, machine, PASS, "active, seit dem Einschalten 2-mal", "active, started anew by itself 2")
    says("LoadState=loaded\nActiveState=activating\nNRestarts=4")
    look(look_at_service, machine, FAIL, "activating", "activating")
    says("LoadState=not-found\nActiveState=inactive\nNRestarts=0")
    look(look_at_service, machine, FAIL, "nicht eingerichtet", "not set up")
    says("LoadState=loaded\nActiveState=inactive\nNRestarts=5", "active")
    look(look_at_service, machine, FAIL, "Notseite", "safe page")


def test_signs_of_life(machine: Machine, tmp_path: Path) -> None:
    machine.state = tmp_path
    look(look_at_life, machine, UNKNOWN, "noch nichts von sich", "not told of itself")

    def beat(at: float) -> None:
        reporter = Reporter(tmp_path, tmp_path / "metrics", "1")
        reporter.put(Seen(at, at, "1", machine.content))
        reporter.close()

    beat(time.time() - 5)
    look(look_at_life, machine, PASS, "bisher 0 Abstürze", "0 crashes so far")
    beat(time.time() - 600)
    look(look_at_life, machine, FAIL, "Letztes Bild vor 10 min", "Last picture 10 min ago")


def test_a_network(machine: Machine) -> None:
    look(look_at_network, machine, UNKNOWN, "Kein Weg ins Netz", "No way out")
    machine.tells("proc/net/route", ROUTES.format(name="eth0", where="0001A8C0"))
    look(look_at_network, machine, UNKNOWN, "Kein Weg ins Netz", "No way out")
    machine.tells("proc/net/ipv6_route", " ".join(("0" * 32, "00", *["0"] * 7, "lo")) + "\n")
    look(look_at_network, machine, UNKNOWN, "Kein Weg ins Netz", "No way out")
    machine.tells("proc/net/route", ROUTES.format(name="eth0", where="00000000"))
    look(look_at_network, machine, PASS, "(eth0)", "(eth0)")
    machine.tells("proc/net/ipv6_route", " ".join(("0" * 32, "00", *["0"] * 7, "wlan0")) + "\n")
    look(look_at_network, machine, PASS, "(eth0, wlan0)", "(eth0, wlan0)")
