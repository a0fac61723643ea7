"""The camera: the real kiosk in a window that nobody sees, brought to any place and photographed."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.audio.player import SilentPlayer
from kiosk.domain.catalog import Catalog
from kiosk.domain.language import RTL_SCRIPTS
from kiosk.domain.modes import NO_MODES, Modes
from kiosk.domain.navigation import TROUBLE
from kiosk.domain.node import View
from kiosk.loaders.settings import load_settings
from kiosk.presenters import trouble
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.preview.places import Place, visit_at
from kiosk.screens.registry import compose, compose_overlay
from kiosk.stage.given_time import GivenTime
from kiosk.theme.tokens import Theme
from kiosk.widgets.pieces import Page
from kiosk.widgets.sheet import Frame

NOW = datetime(2026, 11, 24, 14, 32)
"""A Tuesday afternoon: the centre is open, by its last known hours. Always the same moment, or all pictures would
differ every minute."""
SECONDS_LEFT = 25
"""Of the question whether somebody is still there."""
UNSEEN = "offscreen"
"""SDL's driver for a window that nobody sees: the same OpenGL, and nothing comes up before whoever works here."""


LACKING = (
    "{place}: Der Inhalt ist nicht lesbar; ein Besucher sähe nur die Störungsseite. `check` sagt, was fehlt. / "
    "The content cannot be read; a visitor would see only the page of our trouble. `check` tells what is wrong."
)


class NoContent(Exception):
    """There is nothing to show; the words say why, in German and English."""


class Shot(Struct, frozen=True):
    """One page of a place as it is composed: not painted yet. `number` counts from 1."""

    view: View
    page: Page
    overlay: Page | None
    frame: Frame
    number: int

    @property
    def pages(self) -> int:
        """How many pages the place has."""
        return self.page.pages


class Camera:
    """One window of one size. Raises what kiosk.app.CANNOT_RUN names where there can be none."""

    def __init__(self, content: Path, config: Path, size: tuple[int, int], now: datetime = NOW) -> None:
        os.environ.setdefault("SDL_VIDEODRIVER", UNSEEN)
        from kiosk.app import prepare

        options = argparse.Namespace(content=content, config=config, window=size, now=now)
        given, player = GivenTime(), SilentPlayer("a preview makes pictures only")
        # Nothing is played here, but where visitors hear something their screens show the keys for it.
        player.available = load_settings(config)[0].sound.enabled
        app = prepare(options, given, player)
        from kiosk.stage.pilot import Pilot  # imports Kivy, whose doors are shut only now

        self._pilot = Pilot(app, given)
        if app.host.view.route.name == TROUBLE:
            raise NoContent(LACKING.format(place=content))
        self._scene = app.host.scene()
        self._colours: dict[bool, Theme] = {}

    @property
    def catalog(self) -> Catalog:
        """The content that is photographed."""
        return self._scene.catalog

    def shots(self, place: Place, language: str, modes: Modes = NO_MODES) -> Iterator[Shot]:
        """The pages of a place, composed as they would be for a visitor."""
        scene = self._at(place, language, modes)
        number, pages = 0, 1
        while number < pages:
            shot = self._composed(place, scene, number)
            if shot.pages != scene.pages:  # how many pages there are is known only now, and is said on every page
                scene = replace(scene, pages=shot.pages)
                shot = self._composed(place, scene, number)
            yield shot
            number, pages = number + 1, shot.pages

    def _at(self, place: Place, language: str, modes: Modes) -> Scene:
        """The world of a visitor in this language; one in preparation is there as if it were offered, alone."""
        catalog = self._scene.catalog
        waiting = tuple(one for one in catalog.in_preparation if one.code == language)
        catalog = replace(catalog, languages=(*catalog.languages, *waiting))
        greeting = [one.code for one in catalog.languages].index(language)
        visit = visit_at(place, language, modes, catalog)
        left = SECONDS_LEFT if place.screen == "idle" else None
        return replace(self._scene, catalog=catalog, visit=visit, greeting=greeting, countdown=left)

    def _composed(self, place: Place, scene: Scene, number: int) -> Shot:
        stack = scene.visit.stack
        if number:
            stack = (*stack[:-1], replace(stack[-1], page=number))
        scene = replace(scene, visit=replace(scene.visit, stack=stack))
        view = replace(trouble.present(), modes=scene.visit.modes) if place.screen == "trouble" else present(scene)
        whole = self._pilot.app.frame
        frame = replace(whole, rtl=whole.script(view.language) in RTL_SCRIPTS, modes=view.modes)
        return Shot(view, compose(view, frame), compose_overlay(view, frame), frame, number + 1)

    def colours(self, shot: Shot) -> Theme:
        """The colours that a shot is painted in."""
        strong = shot.frame.contrast
        if strong not in self._colours:
            self._pilot.app.stage.present(shot.view)
            self._colours[strong] = self._pilot.app.stage.theme
        return self._colours[strong]

    def develop(self, shot: Shot, path: Path) -> None:
        """Paint a shot and save it as a PNG. Raises OSError."""
        self._pilot.app.stage.present(shot.view)
        self._pilot.picture(path)

    def close(self) -> None:
        """Close the window."""
        self._pilot.close()
