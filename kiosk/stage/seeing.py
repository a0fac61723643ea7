"""What the running kiosk sees of itself, for those who look after it: of the machine, never of a visit."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from kivy.clock import Clock

from kiosk import VERSION
from kiosk.domain.hours import Door
from kiosk.domain.problem import Severity
from kiosk.domain.sound import Sound
from kiosk.health.seen import Load, Seen
from kiosk.presenters.time import opening_of
from kiosk.runtime import crash, loop
from kiosk.stage.kiosk_app import KioskApp

DOORS = {Door.OPEN: True, Door.CLOSED: False}
"""What is known of the centre's door; of nothing else anything is claimed."""


def seeing(app: KioskApp, content: Path, unix_time: Callable[[], float] = time.time) -> Callable[[], Seen]:
    """What takes a look: to be called in the thread of the user interface, right after a frame came onto the screen.
    It reads no file. `content` is the folder that is shown."""
    started = unix_time()

    def see() -> Seen:
        shown, host = app.renewal.content, app.host
        scene = host.scene() if shown.whole else None
        problems = (*shown.problems, *shown.config_problems)
        return Seen(
            beat=unix_time(),
            started=started,
            version=VERSION,
            content=content,
            busy_s=loop.longest_busy_s(),
            load=Load(app.stage.textures, len(Clock.get_events())) if host.at_rest else None,
            audio=scene.sound is Sound.READY if scene and shown.settings.sound.enabled else None,
            clock_trusted=scene.clock_trusted if scene else None,
            centre_open=DOORS.get(opening_of(scene, scene.catalog.centre.hours).door) if scene else None,
            errors=len(app.renewal.faults),
            warnings=sum(one.severity is Severity.WARNING for one in problems),
            exceptions=crash.counts(),
        )

    return see
