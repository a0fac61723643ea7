"""The composition root: everything is loaded here, wired here, and run."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import RELEASED
from kiosk.accessibility.publisher import Publisher
from kiosk.audio.clips import clips_of
from kiosk.audio.player import ChildPlayer, Player, SilentPlayer
from kiosk.audio.reader import Reader
from kiosk.audio.speaker import Speaker
from kiosk.domain.catalog import Catalog, codes_of
from kiosk.domain.language import Language
from kiosk.domain.problem import Severity
from kiosk.domain.pronouncer import Pronouncer
from kiosk.domain.settings import Panel, Settings
from kiosk.domain.strings import Strings
from kiosk.host import Host
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.pronunciation import load_pronunciation
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.loaders.theme import load_theme
from kiosk.narrator import Narrator
from kiosk.presenters.frame import BRAND
from kiosk.public_holidays import public_holiday
from kiosk.runtime import lockdown, log, sdl
from kiosk.runtime.calling import CallingOut
from kiosk.runtime.clock import GivenClock, LocalClock, WallClock, ZoneMissing
from kiosk.runtime.idle import IdleWatch
from kiosk.search.index import Index
from kiosk.showing import Stage
from kiosk.staff.reading import icon_names
from kiosk.staff.report import print_problems
from kiosk.text.bindings import PangoMissing
from kiosk.text.engine import Engine
from kiosk.text.fonts import FontsMissing
from kiosk.theme.tokens import CONTRAST_THEME, DEFAULTS, ROLES, Theme
from kiosk.widgets.surface import frame_of

if TYPE_CHECKING:
    from kiosk.stage.kiosk_app import KioskApp

ASSETS = Path(__file__).resolve().parent.parent / "assets"
THEMES = Path(__file__).resolve().parent.parent / "config" / "themes"


CANNOT_RUN = (PangoMissing, FontsMissing, ZoneMissing, sdl.NoWindow)
"""What this machine may lack. Each says in one sentence, in German and in English, what to do."""


@dataclass(frozen=True, slots=True)
class Content:
    """What was loaded, as far as it could be."""

    settings: Settings
    catalog: Catalog | None
    strings: Strings | None
    theme: Theme
    contrast: Theme | None
    pronouncer: Pronouncer


def load(content: Path, config: Path, themes: Path = THEMES) -> Content:
    """Everything staff wrote; problems are told on stderr and take only what they stand in off the screen."""
    settings, problems = load_settings(config)
    catalog, more = load_catalog(content, settings.hosts, icon_names())
    catalog = replace(catalog, holidays=public_holiday, find=Index(catalog).find) if catalog else None
    problems += more
    codes, waiting = codes_of(catalog)
    strings, more = load_strings(content, codes, in_preparation=waiting)
    problems += more
    pronouncer, more = load_pronunciation(content, codes, waiting)
    problems += more
    colours, more = load_theme(themes / f"{settings.theme}.yaml", ROLES)
    problems += more
    strong, more = load_theme(themes / f"{CONTRAST_THEME}.yaml", ROLES)
    problems += more
    faults = [problem for problem in problems if problem.severity is not Severity.NOTE]
    if faults:
        print_problems(faults, sys.stderr, "de")
    if strings is None:
        catalog = None
    # A contrast with holes would hide words: then the usual colours stay.
    contrast = Theme(CONTRAST_THEME, strong) if strong.keys() >= ROLES else None
    theme = Theme(settings.theme, {**DEFAULTS, **colours})
    return Content(settings, catalog, strings, theme, contrast, pronouncer)


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
    content = load(options.content, options.config)
    engine = Engine()
    panel = content.settings.panel
    lockdown.prepare(os.environ)
    there = screen(panel)
    size = options.window or there
    lockdown.configure(size, window=bool(options.window))
    from kiosk.stage.kiosk_app import KioskApp  # opens the window, so not before Kivy's doors are shut

    zone = content.settings.time_zone
    wall: LocalClock = GivenClock(options.now, monotonic) if options.now else WallClock(RELEASED, zone)
    frame = frame_of(content.settings, content.catalog, size, engine)

    def make_host(stage: Stage, wake: Callable[[], None]) -> Host:
        return build_host(content, stage, wall, wake, monotonic, player or loudspeaker(content.settings, wake))

    themes = (content.theme, content.contrast)
    app = KioskApp(frame, themes, make_host, monotonic, content.settings.keypad, Publisher)
    app.title = content.catalog.centre.name if content.catalog else BRAND.text  # of the window, for who cannot see it
    return app


def run(options: argparse.Namespace) -> int:
    """Open the kiosk and stay until it is told to end. 2 where it cannot run here, with one sentence that says why."""
    log.configure()
    try:
        app = prepare(options)
    except CANNOT_RUN as error:
        print(error, file=sys.stderr)
        return 2
    app.run()
    return 0


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
