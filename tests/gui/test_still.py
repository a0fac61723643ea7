"""A screen on which nothing happens lets the machine sleep (issue 9, point 2): the shipped program on a real X server,
with a real sound server, and a visitor who only looks."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.gui.outside import NOW, PLAYER, ROOT, children_of, sleeps_of, until
from tests.gui.sound_server import SoundServer
from tests.gui.touch_screen import TouchScreen
from tests.gui.windows import surroundings

START_S = 120.0
STRETCH_S = 10.0
MOST_SLEEPS = 5
"""In a stretch: what looks around once a second has ten, the step of the clock on the screen has some."""
VISIT_S = 80.0
"""After 90 s without a touch the kiosk asks whether somebody is still there."""


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[int]:
    """The process of a kiosk that somebody has just touched: it shows the languages."""
    with ExitStack() as stack:
        server, screen = SoundServer(tmp_path), TouchScreen()
        stack.callback(server.kill)
        stack.callback(screen.close)
        server.start()
        environment = surroundings(tmp_path) | server.environment | {"DISPLAY": screen.display}
        for driver in ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER"):
            del environment[driver]  # X and the sound server, as in the lobby
        log = stack.enter_context((tmp_path / "log").open("wb"))
        process = stack.enter_context(
            subprocess.Popen(
                [sys.executable, str(ROOT / "run_kiosk.py"), "--now", NOW],
                env=environment,
                stderr=log,
            )
        )
        stack.callback(process.kill)
        until(lambda: server.streams() == 1, "the kiosk has a loudspeaker", START_S)
        until(lambda: server.streams() == 0, "it has given the loudspeaker back")
        screen.tap(960, 540)
        until(lambda: server.streams() == 1, "a visitor has come, and the loudspeaker is looked for anew")
        yield process.pid


def test_nothing_wakes_a_kiosk_on_which_nothing_happens(kiosk: int) -> None:
    """A busy machine may disturb a stretch; what wakes the kiosk by itself would disturb them all."""
    (player,) = (pid for pid, module in children_of(kiosk).items() if module == PLAYER)
    end, stretches = time.monotonic() + VISIT_S, list[tuple[int, int]]()
    while time.monotonic() < end:
        before = sleeps_of(kiosk), sleeps_of(player)
        time.sleep(STRETCH_S)
        stretches.append((sleeps_of(kiosk) - before[0], sleeps_of(player) - before[1]))
        if stretches[-1][0] <= MOST_SLEEPS and stretches[-1][1] == 0:
            return
    pytest.fail(f"it was never still: {stretches}")
