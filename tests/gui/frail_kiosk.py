"""The kiosk as the lobby has it, which can fall ill: a program of its own for tests of its supervision. Its arguments
are those of run_kiosk.py. Nothing in it is replaced; an illness breaks out at SIGUSR1, in the thread of the user
interface.

The file that FRAIL names holds one word: the illness. With "start" the kiosk fails before it is there.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

from kiosk.cli import main

LONG_S = 60.0


def fail(*_: object) -> None:
    """A fault of ours."""
    raise ZeroDivisionError("planted")


def busy(*_: object) -> None:
    """A loop without an end."""
    while True:
        pass


def asleep(*_: object) -> None:
    """A call that does not come back for a long time."""
    time.sleep(LONG_S)


def in_thread(*_: object) -> None:
    """A thread fails."""
    threading.Thread(target=fail, name="planted").start()


def drawing(*_: object) -> None:
    """From now on no frame can be drawn."""
    from kivy.core.window import Window

    Window.bind(on_draw=fail)
    Window.canvas.ask_update()


def no_page(*_: object) -> None:
    """Frames go on, but with something else than our pages."""
    from kivy.core.window import Window
    from kivy.uix.label import Label

    Window.add_widget(Label(text="planted"))


ILLNESSES = {
    "fail": fail, "busy": busy, "asleep": asleep, "thread": in_thread, "drawing": drawing, "no page": no_page
}  # fmt: skip


def main_with_illness() -> int:
    """Run the kiosk until it ends."""
    named = Path(os.environ["FRAIL"])

    def word() -> str:
        return named.read_text(encoding="ascii") if named.exists() else ""

    def break_out(*_: Any) -> None:
        from kivy.clock import Clock  # Kivy is there by now, with its doors shut

        Clock.schedule_once(ILLNESSES[word()], 0)

    signal.signal(signal.SIGUSR1, break_out)
    if word() == "start":
        fail()
    return main()


if __name__ == "__main__":
    sys.exit(main_with_illness())
