"""The composition root: everything is loaded here, wired here, and run."""

from __future__ import annotations

import argparse
import datetime
import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import RELEASED
from kiosk.accessibility.publisher import Publisher
from kiosk.audio.clips import clips_of
from kiosk.audio.player import ChildPlayer, Player, SilentPlayer
from kiosk.audio.reader import Reader
from kiosk.audio.speaker import Speaker
from kiosk.content import Content, Places, read
from kiosk.domain.language import Language
from kiosk.domain.problem import Severity
from kiosk.domain.settings import Panel, Settings
from kiosk.host import Host
from kiosk.live.update import Update
from kiosk.narrator import Narrator
from kiosk.presenters.frame import BRAND
from kiosk.renewal import Furniture, Renewal
from kiosk.runtime import lockdown, log, sdl
from kiosk.runtime.calling import CallingOut
from kiosk.runtime.clock import GivenClock, LocalClock, WallClock, ZoneMissing
from kiosk.runtime.idle import IdleWatch
from kiosk.showing import Stage
from kiosk.staff.report import print_problems
from kiosk.text.bindings import PangoMissing
from kiosk.text.engine import Engine
from kiosk.text.fonts import FontsMissing
from kiosk.widgets.surface import frame_of

if TYPE_CHECKING:
    from kiosk.stage.kiosk_app import KioskApp

ASSETS = Path(__file__).resolve().parent.parent / "assets"
THEMES = Path(__file__).resolve().parent.parent / "config" / "themes"


CANNOT_RUN = (PangoMissing, FontsMissing, ZoneMissing, sdl.NoWindow)
"""What this machine may lack. Each says in one sentence, in German and in English, what to do."""


def load(content: Path, config: Path, themes: Path = THEMES) -> Content:
    """Everything staff wrote; problems are told on stderr and take only what they stand in off the screen."""
    read_now = read(Places(content, config, themes))
    problems = (*read_now.config_problems, *read_now.problems)
    faults = [problem for problem in problems if problem.severity is not Severity.NOTE]
    if faults:
        print_problems(faults, sys.stderr, "de")
    return read_now


def screen(panel: Panel) -> tuple[int, int]:
    """The pixels to fill: those of the screen that is there, or the configured ones where nobody looks (tests). Raises
    NoWindow where there is no screen."""
    configured = (panel.width_px, panel.height_px)
    if os.environ.get("SDL_VIDEODRIVER") in sdl.UNSEEN:
        return configured
    return sdl.screen_size(os.environ) or configured


def prepare(
    options: argparse.Namespace, monotonic: Callable[[], float] = time.monotonic, player: Player | None = None
) -> KioskApp:
    """The kiosk, wired and ready to run. Raises what CANNOT_RUN names where it cannot run here.

    `monotonic` and `player` stand in for the clock and the loudspeaker of this machine.
    """
    places = places_of(options)
    content = load(places.content, places.config, places.themes)
    engine = Engine()
    panel = content.settings.panel
    lockdown.prepare(os.environ)
    there = screen(panel)
    size = options.window or there
    lockdown.configure(size, window=bool(options.window))
    from kiosk.stage.kiosk_app import KioskApp  # opens the window, so not before Kivy's doors are shut

    given = GivenClock(options.now, monotonic) if options.now else None

    def furnished(content: Content) -> Furniture:
        wall: LocalClock = given or WallClock(RELEASED, content.settings.time_zone)

        def make_host(stage: Stage, wake: Callable[[], None]) -> Host:
            return build_host(content, stage, wall, wake, monotonic, player or loudspeaker(content.settings, wake))

        frame = frame_of(content.settings, content.catalog, size, engine)
        return Furniture(frame, (content.theme, content.contrast), make_host, content.settings.keypad)

    app = KioskApp(furnished(content), monotonic, Publisher)
    app.title = content.catalog.centre.name if content.catalog else BRAND.text  # of the window, for who cannot see it
    app.renewal = Renewal(app, content, furnished, datetime.datetime.now, getattr(options, "staff", False))
    return app


def places_of(options: argparse.Namespace) -> Places:
    """Where content and settings of this terminal stand; the kiosk's own themes where none are beside the settings."""
    themes = options.config.parent / THEMES.name
    return Places(options.content, options.config, themes if themes.is_dir() else THEMES)


def run(options: argparse.Namespace) -> int:
    """Open the kiosk and stay until it is told to end. 2 where it cannot run here, with one sentence that says why."""
    log.configure()
    update = watching(options)
    try:
        app = prepare(options)
        if update:
            app.live(update)
        app.run()
    except CANNOT_RUN as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        if update:
            update.close()
    return 0


def watching(options: argparse.Namespace) -> Update | None:
    """What notices changes from now on; None where that is not possible: then they are shown after the next start."""
    try:
        return Update(places_of(options))
    except OSError as error:
        logging.getLogger(__name__).error("changes are shown only after the next start: %s", error)
        return None


def loudspeaker(settings: Settings, wake: Callable[[], None]) -> Player:
    """The player in its own process, or none where this terminal has no loudspeaker."""
    return ChildPlayer(wake) if settings.sound.enabled else SilentPlayer("sound is switched off in the configuration")


def build_host(
    content: Content,
    stage: Stage,
    wall: LocalClock,
    wake: Callable[[], None],
    monotonic: Callable[[], float],
    player: Player,
) -> Host:
    """The host with its voice; `wake` is called from other threads when there is something to do."""
    settings, catalog = content.settings, content.catalog
    clips = clips_of(ASSETS, [released(language, settings) for language in catalog.languages] if catalog else ())
    player.open()
    return Host(
        catalog,
        content.strings,
        stage,
        Narrator(Reader(player, clips.find, wake), player.volume, content.pronouncer.pronounced),
        Speaker(player, clips),
        wall,
        monotonic,
        IdleWatch(settings.idle.after_s, settings.idle.warn_s),
        settings.idle.reading_after_s,
        calling_out(settings),
        settings.keypad.there,
    )


def calling_out(settings: Settings) -> CallingOut | None:
    """When the attract screen greets aloud; None where it never does."""
    sound = settings.sound
    if not sound.call_every_s:
        return None
    return CallingOut(sound.call_every_s, datetime.time(sound.quiet_from), datetime.time(sound.quiet_to))


def released(language: Language, settings: Settings) -> Language:
    """The language with its computer voices only if staff have released them; people's recordings are always heard."""
    return language if language.code in settings.sound.voices else replace(language, offline_voice="", gtts_voice="")
