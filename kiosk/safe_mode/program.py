"""`run_kiosk.py safe-mode`: shows the safe page until the kiosk is to be tried again. Started by systemd when the kiosk
has failed too often (config/systemd/kiosk-safe-mode.service); keys and touches do nothing."""

from __future__ import annotations

import argparse
import logging
import math
import os
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.runtime import crash, log
from kiosk.runtime.notify import Supervisor
from kiosk.runtime.state import METRICS, state_folder
from kiosk.safe_mode.page import Letters, PixelLetters, SetLetters, picture
from kiosk.safe_mode.sdl_screen import NoScreen, Screen

logger = logging.getLogger(__name__)

MINUTES = 10.0
PICTURE_S = 10.0
"""From one picture to the next, at most: twice in the supervisor's patience there is one."""
LOOK_S = 1.0
"""So often it is looked whether it shall end: the longest that SIGTERM waits."""
METRIC = """\
# HELP kiosk_safe_mode Whether the safe page is shown instead of the kiosk (1) or not (0).
# TYPE kiosk_safe_mode gauge
kiosk_safe_mode 1
"""
ENDED, NOTHING_SHOWN = 0, 1
"""Exit codes."""


def main(arguments: Sequence[str]) -> int:
    """Show the page; 0 when its time is over or somebody ended it, 1 where nothing can be shown."""
    options = parser().parse_args(arguments)
    log.configure()
    crash.show_stack()
    told = _Told()
    tell_metrics(os.environ)
    try:
        show(options.minutes * 60, code_of(os.environ), told)
    except NoScreen as error:
        logger.error("die Notseite geht nicht auf / the safe page cannot be shown: %s", error)
        return NOTHING_SHOWN
    return ENDED


def parser() -> argparse.ArgumentParser:
    """What `run_kiosk.py safe-mode --help` shows."""
    made = argparse.ArgumentParser(prog="run_kiosk.py safe-mode", description=__doc__)
    made.add_argument("--minutes", type=float, default=MINUTES, help="how long, before the kiosk is tried again (10)")
    return made


class _Told:
    """Whether the supervisor, or somebody at the keyboard of a developer, has told the page to end."""

    def __init__(self) -> None:
        self.to_end = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)

    def _end(self, *_: object) -> None:
        self.to_end = True


def show(seconds: float, code: str, told: _Told) -> None:
    """One picture after the other; each that is really on the screen is a sign of life. Raises NoScreen."""
    supervisor, letters = Supervisor(os.environ), letters_there()
    with Screen() as screen:
        end, number = time.monotonic() + seconds, 0
        period = min(PICTURE_S, (supervisor.patience_s or math.inf) / 2)
        while time.monotonic() < end and not told.to_end:
            screen.show(picture(number, screen.size, letters, code))
            supervisor.tell("WATCHDOG=1" if number else "READY=1\nSTATUS=the safe page is shown")
            number += 1
            following = min(end, time.monotonic() + period)
            while (left := following - time.monotonic()) > 0 and not told.to_end:
                screen.wait(min(left, LOOK_S))
        supervisor.tell("STOPPING=1")


def letters_there() -> Letters:
    """Those of Pango and the fonts; without them such as need nothing, and the log says why."""
    try:
        return SetLetters()
    except Exception as error:
        # Whatever it is: it may be the very thing that the kiosk fails at, and this page has to come up.
        logger.error("only Latin letters, for there are no others: %s", error)
        return PixelLetters()


def code_of(environ: Mapping[str, str]) -> str:
    """What staff can tell IT, in systemd's words: its result and the exit status of the kiosk (systemd.exec(5)). Only
    letters that can always be written."""
    words = (environ.get("MONITOR_SERVICE_RESULT", "safe-mode"), environ.get("MONITOR_EXIT_STATUS", ""))
    return " ".join(word for word in words if word)


def tell_metrics(environ: Mapping[str, str]) -> None:
    """Tell Prometheus by a text file that the page is shown; the kiosk tells 0 when it is back."""
    folder = state_folder(environ)
    if folder is None:
        return
    file = folder / METRICS / "safe_mode.prom"
    half = Path(f"{file}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(METRIC, encoding="ascii")
        half.replace(file)
    except OSError as error:
        logger.warning("nobody is told that the safe page is shown: %s", error)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
