"""A kiosk in its window that watches copies of the shipped files."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.app import places_of, prepare
from kiosk.audio.player import SilentPlayer
from kiosk.live.update import News, Update
from kiosk.stage.given_time import GivenTime
from tests.gui.windows import NOW, ROOT, Lobby, window_of


@dataclass
class Files:
    """What staff have written, with its pristine copy."""

    folder: Path
    pristine: Path
    news: list[News] = field(default_factory=list)
    """What has been told to the screen."""

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace words that must be there."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        (self.folder / name).write_text(text.replace(old, new), encoding="utf-8")

    def mend(self) -> bool:
        """As it was in the beginning, wherever it is not; whether it was not somewhere."""
        mended = False
        for path in self.folder.rglob("*"):
            if path.is_symlink() or not (self.pristine / path.relative_to(self.folder)).exists():
                path.unlink()
                mended = True
        for path in sorted(self.pristine.rglob("*")):
            now = self.folder / path.relative_to(self.pristine)
            if path.is_dir():
                now.mkdir(exist_ok=True)
            elif not now.is_file() or now.read_bytes() != path.read_bytes():
                shutil.rmtree(now) if now.is_dir() else None
                shutil.copy(path, now)
                mended = True
        return mended


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Copies of the shipped files; settings and colours differ from what holds without any."""
    made = Files(tmp_path_factory.mktemp("live") / "files", tmp_path_factory.mktemp("pristine") / "files")
    for name in ("content", "config"):
        shutil.copytree(ROOT / name, made.folder / name)
    made.edit("config/kiosk.yaml", "after_s: 90", "after_s: 100")
    made.edit("config/themes/lobby.yaml", "#FBF7EF", "#FBF7EE")
    shutil.copytree(made.folder, made.pristine)
    return made


@pytest.fixture(scope="session")
def lobby(request: pytest.FixtureRequest, files: Files) -> Iterator[Lobby]:
    """The kiosk with the window that the tests of this process are marked with; it watches `files`."""
    width, height, *_ = window_of(request.session.items[0]) or (0, 0)
    options = argparse.Namespace(content=files.folder / "content", config=files.folder / "config/kiosk.yaml", now=NOW)
    options.window = (width, height)
    given, player = GivenTime(), SilentPlayer("this test is silent")
    update = Update(places_of(options))
    app = prepare(options, given, player)
    from kiosk.stage.pilot import Pilot

    pilot = Pilot(app, given)
    come = app.renewal.come

    def noted(news: News) -> None:
        come(news)
        files.news.append(news)

    app.renewal.come = noted
    app.live(update)
    yield Lobby(pilot, given, player)
    update.close()
    pilot.close()
