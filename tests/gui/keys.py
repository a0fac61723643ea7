"""Keys as SDL hands them to the window, for tests in the process of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.audio.reader import GAP_SECONDS
from kiosk.domain.keypad import USUAL, Function
from kiosk.domain.reading import Status
from tests.gui.windows import Lobby

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

APART_S = 0.6
"""Between two keys: quicker ones are taken for a trembling hand."""


def press(pilot: Pilot, lobby: Lobby, *functions: Function) -> None:
    """Press and release the first usual key of these functions, one after the other."""
    from kivy.core.window import Keyboard, Window

    for function in functions:
        lobby.given.now += APART_S
        code = Keyboard.keycodes[USUAL[function][0]]
        Window.dispatch("on_key_down", code, 0, None, [])
        Window.dispatch("on_key_up", code, 0)
        pilot.settle(1)


def go_to(pilot: Pilot, lobby: Lobby, node: str) -> None:
    """On, stop by stop, to this one. Raises LookupError."""
    for _ in range(100):
        if pilot.app.host.focus == node:
            return
        press(pilot, lobby, Function.NEXT)
    raise LookupError(f"{node} was not come by")


def until_heard(pilot: Pilot, lobby: Lobby) -> None:
    """Wait until something is heard."""
    reading = pilot.app.host.scene

    def heard() -> bool:
        return not reading().reading.error and pilot.app.host._narrator.mark is not None and lobby.player.busy()

    pilot.wait_until(heard, "something is heard")


def until_silent(pilot: Pilot, lobby: Lobby) -> None:
    """Live until all is said, to its end."""

    def said() -> bool:
        lobby.given.now += GAP_SECONDS
        pilot.app._tick()
        return pilot.app.host._narrator.reading.status is Status.IDLE

    pilot.wait_until(said, "all is said")
