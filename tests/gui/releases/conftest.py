"""A kiosk in its window that shows the releases of a terminal, as it does in a lobby: its content is the link
`current`."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from kiosk.app import places_of, prepare
from kiosk.audio.player import SilentPlayer
from kiosk.live.update import News, Update
from kiosk.stage.given_time import GivenTime
from tests.gui.windows import NOW, ROOT, Lobby, window_of
from tests.unit.release.desk import Desk

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

SERVICE, USUAL = "leipzig-pass", "Leipzig-Pass holen"
FILE = f"services/{SERVICE}.yaml"


@dataclass
class Terminal:
    """The desk that builds, and the terminal that shows; its verbs are programs of their own beside the kiosk."""

    desk: Desk
    news: list[News] = field(default_factory=list)
    """What has been told to the screen."""
    count: int = 0

    def run(self, *words: object) -> None:
        """`run_kiosk.py release …`."""
        command = [sys.executable, "run_kiosk.py", "release", *map(str, words), *self.desk.options(str(words[0]))]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    def show(self, name: str = USUAL, greeting: str = "Willkommen") -> None:
        """Build and activate a release in which the service and the greeting are these."""
        service, languages = self.desk.files[FILE].decode(), self.desk.files["languages.yaml"].decode()
        assert f"name: {USUAL}" in service and "greeting: Willkommen" in languages
        changes: dict[str, bytes | None] = {
            FILE: service.replace(f"name: {USUAL}", f"name: {name}").encode(),
            "languages.yaml": languages.replace("greeting: Willkommen", f"greeting: {greeting}").encode(),
        }
        self.count += 1
        self.run("activate", self.desk.file(self.count, changes))

    def told(self, pilot: Pilot, name: str) -> None:
        """Wait until the kiosk has read that the service has this name."""

        def read() -> bool:
            content = self.news[-1].content if self.news else None
            return bool(content and content.catalog and content.catalog.services[SERVICE].name.texts["de"] == name)

        pilot.wait_until(read, f"{name} is read")


@pytest.fixture(scope="session")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal that shows its first release."""
    made = Terminal(Desk(tmp_path_factory.mktemp("terminal") / "desk"))
    made.show()
    return made


@pytest.fixture(scope="session")
def lobby(request: pytest.FixtureRequest, terminal: Terminal) -> Iterator[Lobby]:
    """The kiosk with the window that the tests of this process are marked with."""
    width, height, *_ = window_of(request.session.items[0]) or (0, 0)
    content, config = terminal.desk.places / "current", terminal.desk.etc / "kiosk.yaml"
    options = argparse.Namespace(content=content, config=config, now=NOW, window=(width, height))
    given, player = GivenTime(), SilentPlayer("this test is silent")
    update = Update(places_of(options))
    app = prepare(options, given, player)
    from kiosk.stage.pilot import Pilot

    pilot = Pilot(app, given)
    come = app.renewal.come

    def noted(news: News) -> None:
        come(news)
        terminal.news.append(news)

    app.renewal.come = noted
    app.live(update)
    yield Lobby(pilot, given, player)
    update.close()
    pilot.close()
