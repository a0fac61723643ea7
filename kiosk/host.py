"""The host receives visitors: it turns intents into what is shown and said, and notices when somebody has gone.

No toolkit: the stage, the clocks and the voice are given (architecture.md, rule 7).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Protocol

from kiosk.audio.reader import Reader
from kiosk.domain.catalog import Catalog
from kiosk.domain.navigation import ATTRACT, ORGANISATION, SERVICE, Finish, Hush, Intent, Listen, MoreTime, Wake
from kiosk.domain.node import Sentence, View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.domain.strings import Strings
from kiosk.domain.visit import VOLUMES, Visit
from kiosk.presenters import trouble
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.runtime.clock import LocalClock
from kiosk.runtime.idle import IdleWatch, Phase
from kiosk.store import Store

log = logging.getLogger(__name__)

GREETING_S = 5.0
"""How long the attract screen greets in one language (look.md 7)."""
AGAIN_S = 15
"""With so many seconds left the warning is spoken once more (accessibility.md (b), time-out)."""
STEP_DB = 3.0


class Shown(Protocol):
    """What the stage says of a view that it shows: how many pages the content needs there, and which nodes are to be
    seen on this one."""

    @property
    def pages(self) -> int:
        """How many pages the content needs."""

    @property
    def places(self) -> Mapping[str, object]:
        """The nodes that can be seen, by id."""


class Stage(Protocol):
    """Where views are shown."""

    def present(self, view: View, sentence: Sentence | None = None) -> Shown:
        """Show a view and mark a sentence of it."""


class Voice(Protocol):
    """What can be heard: the player's state and which languages have a voice."""

    def ready(self, language: str) -> Sound:
        """Whether this language can be heard now."""

    def renew(self) -> None:
        """A new visitor has come: look again for devices and voices."""

    def volume(self, level: float) -> None:
        """How loud, from 0 to 1."""

    def close(self) -> None:
        """The kiosk ends."""


def level(step: int) -> float:
    """The loudness of a volume step as an amplitude: 3 dB a step below the loudest (EN 301 549 8.2.1)."""
    return float(10 ** ((step - VOLUMES) * STEP_DB / 20))


class Host:
    """One terminal's conduct. Every method belongs to the thread of the user interface and returns at once."""

    def __init__(
        self,
        catalog: Catalog | None,
        strings: Strings | None,
        stage: Stage,
        reader: Reader,
        voice: Voice,
        wall: LocalClock,
        monotonic: Callable[[], float],
        idle: IdleWatch,
        reading_after_s: float = 180.0,
    ) -> None:
        self._catalog, self._strings = catalog, strings
        self._stage, self._reader, self._voice = stage, reader, voice
        self._wall, self._monotonic = wall, monotonic
        self._idle, self._after_s, self._reading_after_s = idle, idle.after_s, reading_after_s
        self._store = Store()
        self._store.subscribe(self._moved)
        self._countdown: int | None = None
        self._greeting, self._greeted = 0, monotonic()
        self._sentences: tuple[Sentence, ...] = ()
        self._view: View | None = None
        self._pages = 1
        self._places: Mapping[str, object] = {}

    @property
    def visit(self) -> Visit:
        """The present visit."""
        return self._store.visit

    @property
    def view(self) -> View | None:
        """What is shown."""
        return self._view

    def close(self) -> None:
        """The kiosk ends: voice and device are let go."""
        self._reader.close()
        self._voice.close()

    def touched(self) -> None:
        """A finger or a key, wherever it landed: somebody is there."""
        self._idle.touched(self._monotonic())

    def key(self) -> None:
        """Any key of a keyboard or keypad: it wakes the kiosk, and it says that somebody is there."""
        self.touched()
        self._store.send(Wake())

    def send(self, intent: Intent) -> None:
        """Do what the visitor asks for. Asking is being there."""
        self.touched()
        match intent:
            case Listen():
                self._listen()
            case Hush():
                self._reader.stop()
            case MoreTime():
                pass  # being there was all it said
            case _:
                self._store.send(intent)
        self.tick()

    def recover(self) -> None:
        """After a fault of ours: the visit is forgotten, the kiosk starts again at the attract screen."""
        self._reader.stop()
        self._store.visit = Visit()
        self._countdown = None
        self.refresh()

    def tick(self) -> float:
        """Do what time asks for, show it, and say in how many seconds time will ask again."""
        now = self._monotonic()
        self._reader.tick(now)
        self._watch(now)
        if self.visit.route.name == ATTRACT and now - self._greeted >= GREETING_S:
            self._greeting, self._greeted = self._greeting + 1, now
        self.refresh()
        return self._next(now)

    def refresh(self) -> None:
        """Show the present state of things."""
        view = self._present()
        sentence = self._sentence()
        shown = self._stage.present(view, sentence)
        if shown.pages != self._scene_pages(view):
            self._pages = shown.pages
            view = self._present()
            shown = self._stage.present(view, sentence)
        self._pages, self._places = shown.pages, shown.places
        self._view = view

    def _scene_pages(self, view: View) -> int:
        keys = view.find("pages.count")
        return keys.of if keys else 1

    def _present(self) -> View:
        if self._catalog is None or self._strings is None:
            return trouble.present()
        try:
            return present(self.scene())
        except KeyError:
            log.exception("the route %r leads nowhere", self.visit.route)
            return trouble.present()

    def scene(self) -> Scene:
        """The world at this moment. Only with content."""
        assert self._catalog is not None and self._strings is not None, "there is no content"
        return Scene(
            catalog=self._catalog,
            strings=self._strings,
            visit=self.visit,
            now=self._wall.now().replace(second=0, microsecond=0),
            clock_trusted=self._wall.trusted(),
            reading=self._reader.reading if not self._countdown else Reading(),
            sound=self._voice.ready(self.visit.language),
            countdown=self._countdown,
            countdown_from=int(self._idle.warn_s),
            greeting=self._greeting,
            pages=self._pages,
        )

    def _listen(self) -> None:
        match self._reader.reading.status:
            case Status.PLAYING | Status.PREPARING:
                self._reader.pause()
            case Status.PAUSED:
                self._reader.resume()
            case Status.IDLE:
                self._read(self._present())

    def _read(self, view: View) -> None:
        """Read what can be seen: of a card with several pages the present one; of a warning all of it."""
        self._sentences = tuple(s for s in view.sentences() if view.overlay or s.node in self._places)
        self._voice.volume(level(self.visit.volume))
        self._reader.read([sentence.utterance for sentence in self._sentences])

    def _sentence(self) -> Sentence | None:
        reading = self._reader.reading
        if reading.status in (Status.IDLE, Status.PREPARING) or self._countdown is not None:
            return None
        return self._sentences[reading.index] if reading.index < len(self._sentences) else None

    def _moved(self, before: Visit, after: Visit) -> None:
        """Any move ends the reading; a new visitor finds devices looked for anew."""
        if (before.stack, before.chosen) != (after.stack, after.chosen):
            self._reader.stop()
            self._pages = 1
        if not before.stack and after.stack:
            self._voice.renew()
        if not after.stack:
            self._greeted = self._monotonic()
        if before.volume != after.volume:
            self._voice.volume(level(after.volume))

    def _watch(self, now: float) -> None:
        """Warn a visitor who has gone quiet, seen and heard; forget one who has left."""
        if not self.visit.stack:
            self._countdown = None
            return
        long = self.visit.route.name in (SERVICE, ORGANISATION)
        self._idle.after_s = self._reading_after_s if long else self._after_s
        reading = self._reader.reading.status in (Status.PLAYING, Status.PREPARING)
        state = self._idle.tick(now, reading)
        if state.phase is Phase.EXPIRED:
            self._countdown = None
            self._store.send(Finish())
        elif state.phase is Phase.WARNING:
            before, self._countdown = self._countdown, state.seconds_left
            if before is None or before > AGAIN_S >= state.seconds_left:
                self._read(self._present())
        elif self._countdown is not None:
            self._countdown = None
            self._reader.stop()

    def _next(self, now: float) -> float:
        waits = [60.0 - self._wall.now().second]
        if not self.visit.stack:
            waits.append(self._greeted + GREETING_S - now)
        else:
            waits.append(self._idle.next_change(now))
        if self._reader.due is not None:
            waits.append(self._reader.due - now)
        return max(0.0, min(waits))
