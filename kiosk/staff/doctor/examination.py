"""All looks at one terminal, at the same time. None of them can spoil the report: one that fails or does not come back
is a row that says so."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from kiosk.loaders.faults import Both
from kiosk.staff.doctor.clock import look_at_clock
from kiosk.staff.doctor.content import look_at_content, look_at_fonts
from kiosk.staff.doctor.finding import Finding, Row, unknown
from kiosk.staff.doctor.network import look_at_network
from kiosk.staff.doctor.program import look_at_life, look_at_service, look_at_versions
from kiosk.staff.doctor.screen import look_at_display, look_at_keypad, look_at_touch
from kiosk.staff.doctor.sound import look_at_sound
from kiosk.staff.doctor.storage import look_at_storage
from kiosk.staff.doctor.terminal import Terminal

PATIENCE_S = 30.0
"""After this a look is not coming back: a disk or a sound server that hangs would hold it for ever."""
Look = Callable[[Terminal], Finding]
LOOKS: tuple[tuple[str, Both, Look], ...] = (
    ("display", Both("Bildschirm", "Screen"), look_at_display),
    ("touch", Both("Touch-Panel", "Touch panel"), look_at_touch),
    ("keypad", Both("Tastenfeld", "Keypad"), look_at_keypad),
    ("audio", Both("Ton", "Sound"), look_at_sound),
    ("clock", Both("Uhr", "Clock"), look_at_clock),
    ("content", Both("Inhalt", "Content"), look_at_content),
    ("fonts", Both("Schriften", "Fonts"), look_at_fonts),
    ("storage", Both("Speicher", "Storage"), look_at_storage),
    ("versions", Both("Versionen", "Versions"), look_at_versions),
    ("service", Both("Dienst", "Service"), look_at_service),
    ("life", Both("Lebenszeichen", "Signs of life"), look_at_life),
    ("network", Both("Netz", "Network"), look_at_network),
)
"""What is looked at, in the order of the report."""


def examine(
    terminal: Terminal,
    looks: Sequence[tuple[str, Both, Look]] = LOOKS,
    patience_s: float = PATIENCE_S,
) -> tuple[Row, ...]:
    """A row for each look, whatever becomes of it."""
    found: dict[str, Finding] = {}

    def take(name: str, look: Look) -> None:
        try:
            found[name] = look(terminal)
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
            found[name] = unknown(Both(f"Nicht zu sehen ({text}).", f"Cannot be seen ({text})."))

    threads = [threading.Thread(target=take, args=(name, look), daemon=True) for name, _, look in looks]
    for thread in threads:
        thread.start()
    end = time.monotonic() + patience_s
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    late = unknown(
        Both(f"Keine Antwort in {patience_s:.0f} s.", f"No answer within {patience_s:.0f} s."),
        Both("dmesg ansehen, dann das Terminal neu starten.", "Look at dmesg, then restart the terminal."),
    )
    return tuple(Row(name, title, found.get(name, late)) for name, title, _ in looks)
