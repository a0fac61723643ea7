#!/usr/bin/env python3
"""Opens a screen and becomes the program that stands on it: what the units of systemd start.

    on_screen.py Xorg vt7 -keeptty … -- PROGRAM [ARGUMENT …]
    on_screen.py cage -m last -- PROGRAM [ARGUMENT …]

Like `xinit PROGRAM -- Xorg`, with the program as the process that systemd knows: its exit code counts, it is told first
to end and ends in good order, and its screen goes after it. xinit keeps the exit code to itself and ends programs by
SIGHUP; cage takes the screen away before the program. Where the screen dies, SDL ends the program. Standard library
only.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

COMPOSITOR = "cage"
SUPERVISED = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")
"""What systemd tells the program, and nobody else."""


def command(screen: Sequence[str], told: int) -> list[str]:
    """What starts the screen so that it writes to the descriptor `told` which display it is, once it is open."""
    if os.path.basename(screen[0]) == COMPOSITOR:  # it must have a client, and tells only that one
        return [*screen, "--", "/bin/sh", "-c", f'echo "$DISPLAY" >&{told}; exec sleep infinity']
    return [*screen, "-displayfd", str(told)]


def open_screen(screen: Sequence[str]) -> str:
    """Start it and wait until it is open; what DISPLAY is then, empty if it ended instead."""
    reader, writer = os.pipe()
    # Xorg, too, says READY=1 to systemd: then the kiosk would count as ready before it has drawn anything.
    quiet = {name: value for name, value in os.environ.items() if name not in SUPERVISED}
    subprocess.Popen(command(screen, writer), pass_fds=[writer], env=quiet)
    os.close(writer)
    with os.fdopen(reader, encoding="ascii") as told:
        number = told.readline().strip().removeprefix(":")
    return f":{number}" if number else ""


def main(words: list[str]) -> int:
    """Open the screen and run the program in place of this one; an exit code only where that was not possible."""
    if "--" not in words[1:-1]:
        print(__doc__, file=sys.stderr)
        return 2
    at = words.index("--")
    display = open_screen(words[:at])
    if not display:
        print(f"{words[0]}: der Bildschirm geht nicht auf / the screen does not open", file=sys.stderr)
        return 1
    os.environ["DISPLAY"] = display
    os.execvp(words[at + 1], words[at + 1 :])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
