"""The lobby in which sound gets into trouble: one kiosk, one touch screen, one sound server; and what must hold,
whatever happens there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.runtime.log import unexpected
from tests.gui.outside import Kiosk, until
from tests.gui.sound_server import SoundServer
from tests.gui.touch_screen import TouchScreen

ROUNDS = 5
"""So often trouble comes in a row, to see whether anything piles up."""
LONGEST_GAP_S = 0.25
"""Between two looks of the kiosk at the finger (issue 3, point 5)."""
LOGGED = ("kiosk.audio.", "kiosk.speech.", "ALSA lib")
"""Who may complain in the log while sound is in trouble."""


@dataclass(frozen=True)
class SoundLobby:
    """The kiosk and the sound server that it finds, both with their own in `folder`."""

    folder: Path
    kiosk: Kiosk
    server: SoundServer

    @contextmanager
    def unhurt(self) -> Iterator[None]:
        """Whatever happens to the sound in here: the page is live all the time, what was lost is cleared away, and
        nothing else complains."""
        kiosk = self.kiosk
        before, kiosk.longest_gap = kiosk.load(), 0.0
        yield
        kiosk.visit()
        until(lambda: kiosk.load() == before, f"the kiosk holds no more than before, {before}, but {kiosk.load()}")
        assert kiosk.longest_gap < LONGEST_GAP_S, f"the page stood still for {kiosk.longest_gap:.2f} s"
        complaints = unexpected(kiosk.log().splitlines(), LOGGED)
        assert not complaints, "\n".join(complaints)


@contextmanager
def sound_lobby(folder: Path, **environment: str) -> Iterator[SoundLobby]:
    """Opens the lobby, with no sound server yet; with more in the kiosk's environment."""
    with ExitStack() as stack:
        screen, server = TouchScreen(), SoundServer(folder)
        stack.callback(screen.close)
        stack.callback(server.kill)
        kiosk = Kiosk(screen, folder, server.environment | environment)
        stack.callback(kiosk.kill)
        yield SoundLobby(folder, kiosk, server)
        code = kiosk.end()
        assert code == 0, f"the kiosk ended with code {code}:\n{kiosk.log()}"
