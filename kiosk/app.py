"""The composition root: everything is loaded here, wired here, and run."""

from __future__ import annotations

import argparse
import datetime
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk import RELEASED, VERSION
from kiosk.accessibility.publisher import Publisher
from kiosk.audio.clips import clips_of
from kiosk.audio.player import ChildPlayer, Player, SilentPlayer
from kiosk.audio.reader import Reader
from kiosk.audio.speaker import Speaker
from kiosk.compiled.cache import Cache
from kiosk.compiled.sources import THEMES, sources_of
from kiosk.compiled.start import Start
from kiosk.content import Content, Places, read
from kiosk.domain.language import Language
from kiosk.domain.problem import Severity
from kiosk.domain.settings import Panel, Settings
from kiosk.health.reporter import Reporter
from kiosk.health.watch import Health
from kiosk.host import Host
from kiosk.live.update import Update
from kiosk.narrator import Narrator
from kiosk.presenters.frame import BRAND
from kiosk.renewal import Furniture, Renewal
from kiosk.runtime import crash, lockdown, log, memory, sdl, visual
from kiosk.runtime.calling import CallingOut
from kiosk.runtime.clock import GivenClock, LocalClock, WallClock, ZoneMissing
from kiosk.runtime.idle import IdleWatch
from kiosk.runtime.state import METRICS, cache_folder, state_folder
from kiosk.showing import Stage
from kiosk.staff.report import print_problems
from kiosk.store import Store
from kiosk.text.bindings import PangoMissing
from kiosk.text.engine import Engine
from kiosk.text.fonts import FontsMissing, missing
from kiosk.usage.counting import LOOK_S, Counting, counting
from kiosk.widgets.surface import frame_of

if TYPE_CHECKING:
    from kiosk.stage.kiosk_app import KioskApp

ASSETS = Path(__file__).resolve().parent.parent / "assets"


CANNOT_RUN = (PangoMissing, FontsMissing, ZoneMissing, sdl.NoWindow)
"""What this machine may lack. Each says in one sentence, in German and in English, what to do."""


def load(content: Path, config: Path, themes: Path = THEMES) -> Content:
    """Everything staff wrote; problems are told on stderr and take only what they stand in off the screen."""
    return tell(read(Places(content, config, themes)))


def tell(content: Content) -> Content:
    """The content, whose problems are told on stderr."""
    problems = (*content.config_problems, *content.problems)
    faults = [problem for problem in problems if problem.severity is not Severity.NOTE]
    if faults:
        print_problems(faults, sys.stderr, "de")
    for gone in missing().values():
        logging.getLogger(__name__).error("languages are not offered: %s", gone)
    return content


def screen(panel: Callable[[], Panel]) -> tuple[int, int]:
    """The pixels to fill: those of the screen that is there, or the configured ones where nobody looks (tests). Raises
    NoWindow where there is no screen."""
    looked_at = os.environ.get("SDL_VIDEODRIVER") not in sdl.UNSEEN
    if there := looked_at and sdl.screen_size(os.environ):
        return there
    return panel().width_px, panel().height_px


def prepare(
    options: argparse.Namespace,
    monotonic: Callable[[], float] = time.monotonic,
    player: Player | None = None,
    kept: Callable[[], Content | None] = lambda: None,
) -> KioskApp:
    """The kiosk, wired and ready to run. Raises what CANNOT_RUN names where it cannot run here.

    `monotonic` and `player` stand in for the clock and the loudspeaker of this machine. `kept` brings the content where
    it need not be read. It may have to wait until somebody has looked at all files, so it is asked as late as possible:
    on a screen that is there, when the window is open.
    """

    @cache
    def found() -> Content:
        places = places_of(options)
        return tell(kept() or read(places))

    engine = Engine()
    memory.tune()
    (getattr(options, "visual", None) or visual.Asked(os.environ)).tell(os.environ)
    lockdown.prepare(os.environ, cache_folder(os.environ))
    there = screen(lambda: found().settings.panel)
    size = options.window or there
    lockdown.configure(size, window=bool(options.window))
    from kiosk.stage.kiosk_app import KioskApp  # opens the window, so not before Kivy's doors are shut

    content = found()
    shown = threading.Event()  # the first page: what it does not need begins after it
    given = GivenClock(options.now, monotonic) if options.now else None
    usage = None if given else counted(content.settings, monotonic)  # a demonstration is no visit

    def furnished(content: Content) -> Furniture:
        wall: LocalClock = given or WallClock(RELEASED, content.settings.time_zone)

        def make_host(stage: Stage, wake: Callable[[], None]) -> Host:
            store = Store(usage.observe if usage and content.settings.usage else None)
            sound = player or loudspeaker(content.settings, wake, shown)
            return build_host(content, stage, wall, wake, monotonic, sound, store)

        frame = frame_of(content.settings, content.catalog, size, engine)
        return Furniture(frame, (content.theme, content.contrast), make_host, content.settings.keypad)

    app = KioskApp(furnished(content), monotonic, Publisher)
    app.heartbeat.once(shown.set)
    app.title = content.catalog.centre.name if content.catalog else BRAND.text  # of the window, for who cannot see it
    app.renewal = Renewal(app, content, furnished, datetime.datetime.now, getattr(options, "staff", False))
    if usage:
        look_after(usage, app)
    return app


def counted(settings: Settings, monotonic: Callable[[], float]) -> Counting | None:
    """What counts the visits of this terminal in sums without persons; None where there is no place to keep them."""
    folder = state_folder(os.environ)
    return counting(folder, WallClock(RELEASED, settings.time_zone), monotonic) if folder else None


def look_after(usage: Counting, app: KioskApp) -> None:
    """Have the sums kept while the kiosk runs, and once more when it ends, also by faults of ours."""
    from kivy.base import EventLoop
    from kivy.clock import Clock

    Clock.schedule_interval(lambda _: usage.tick(app.host.visit), LOOK_S)
    EventLoop.bind(on_stop=lambda _: usage.close())


def places_of(options: argparse.Namespace) -> Places:
    """Where content and settings of this terminal stand; the kiosk's own themes where none are beside the settings."""
    return Places(*sources_of(options.content, options.config))


def run(options: argparse.Namespace) -> int:
    """Open the kiosk and stay until it is told to end. 2 where it cannot run here, with one sentence that says why."""
    log.configure()
    crash.show_stack()
    start = Start(cache_folder(os.environ), getattr(options, "looking", None))
    update, reporter = watching(options, start.cache), reporting()
    try:
        app = prepare(options, kept=start.content)
        app.heartbeat.once(memory.settle)
        if update:
            app.live(update, start.mark)
        if reporter:
            observe(app, reporter, places_of(options).content)
        app.run()
        if reporter:
            reporter.close()
    except CANNOT_RUN as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        if update:
            update.close()
    return 0


def watching(options: argparse.Namespace, cache: Cache | None = None) -> Update | None:
    """What notices changes from now on; None where that is not possible: then they are shown after the next start."""
    try:
        return Update(places_of(options), cache=cache)
    except OSError as error:
        logging.getLogger(__name__).error("changes are shown only after the next start: %s", error)
        return None


def reporting() -> Reporter | None:
    """What tells those who look after the terminal how it is; None where it has no place to leave that."""
    state = state_folder(os.environ)
    return Reporter(state, state / METRICS, VERSION) if state else None


def observe(app: KioskApp, reporter: Reporter, content: Path) -> None:
    """From now on its beats are told."""
    from kiosk.stage.seeing import seeing  # with Kivy

    app.heartbeat.on_beat(Health(reporter, seeing(app, content), lambda: app.touched_at, time.monotonic).beat)


def loudspeaker(settings: Settings, wake: Callable[[], None], shown: threading.Event) -> Player:
    """The player in its own process, which begins when the first page is `shown`; or none where this terminal has no
    loudspeaker."""
    if not settings.sound.enabled:
        return SilentPlayer("sound is switched off in the configuration")
    return ChildPlayer(wake, after=shown)


def build_host(
    content: Content,
    stage: Stage,
    wall: LocalClock,
    wake: Callable[[], None],
    monotonic: Callable[[], float],
    player: Player,
    store: Store | None = None,
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
        store,
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
