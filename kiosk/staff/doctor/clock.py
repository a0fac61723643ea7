"""Doctor looks at the clock: what the kiosk believes of it, and why."""

from __future__ import annotations

from kiosk import RELEASED
from kiosk.loaders.faults import Both
from kiosk.runtime.clock import RTC_SECONDS, SYNCHRONIZED, WallClock, ZoneMissing
from kiosk.staff.doctor.finding import Finding, bad, good
from kiosk.staff.doctor.terminal import Terminal

SERVER = Both("von einem Zeitserver", "from a time server")
BATTERY = Both("von der Batterie-Uhr bestätigt", "confirmed by the battery clock")
COMPARE = Both(
    "Abweichung unbekannt, bitte mit einer guten Uhr vergleichen.",
    "How far it is off is not known, please compare it with a good clock.",
)


def look_at_clock(terminal: Terminal) -> Finding:
    """Whether the kiosk believes the clock; if not it says nothing about "open now"."""
    witness, battery = (terminal.root / str(path).lstrip("/") for path in (SYNCHRONIZED, RTC_SECONDS))
    zone = terminal.settings.time_zone
    try:
        clock = WallClock(RELEASED, zone, synchronized=witness, rtc_seconds=battery)
    except ZoneMissing as missing:
        german, _, english = str(missing).partition("\n")
        return bad(Both(german, english), Both("sudo apt install tzdata", "sudo apt install tzdata"))
    time = f"{clock.now():%d.%m.%Y, %H:%M} ({zone})"
    if clock.trusted():
        why = SERVER if witness.exists() else BATTERY
        return good(Both(f"{time}, {why.de}. {COMPARE.de}", f"{time}, {why.en}. {COMPARE.en}"))
    early = clock.now().date() < RELEASED
    cause = (
        Both("vor dem Tag dieser Version", "before the day of this version")
        if early
        else Both(
            "weder Zeitserver noch Batterie-Uhr bestätigen sie", "neither time server nor battery clock confirms it"
        )
    )
    return bad(
        Both(f"{time}: nicht zu glauben, {cause.de}.", f"{time}: not to be believed, {cause.en}."),
        Both(
            "timedatectl: „System clock synchronized: yes“? Sonst Zeitserver in /etc/systemd/timesyncd.conf eintragen "
            "oder die Batterie tauschen. Bis dahin sagt der Kiosk nicht, was offen ist.",
            "timedatectl: 'System clock synchronized: yes'? Otherwise enter a time server in "
            "/etc/systemd/timesyncd.conf or replace the battery. Until then the kiosk does not say what is open.",
        ),
    )
