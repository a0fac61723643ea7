"""The host receives visitors: it turns intents into what is shown and said, and notices when somebody has gone.

No toolkit: the stage, the clocks and the voice are given (architecture.md, rule 7).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from kiosk.domain.catalog import Catalog
from kiosk.domain.navigation import (
    ATTRACT,
    OF_SOUND,
    ORGANISATION,
    SERVICE,
    Finish,
    HearFrom,
    Intent,
    Listen,
    MoreTime,
    Route,
    Skip,
    Turn,
    Wake,
)
from kiosk.domain.node import Sentence, View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.domain.strings import Strings
from kiosk.domain.utterance import Utterance
from kiosk.domain.visit import Visit
from kiosk.narrator import Narrator
from kiosk.presenters.frame import BRAND
from kiosk.presenters.scene import Scene
from kiosk.runtime.calling import CallingOut
from kiosk.runtime.clock import LocalClock
from kiosk.runtime.idle import IdleWatch, Phase
from kiosk.showing import Showing, Stage
from kiosk.store import Store

GREETING_S = 5.0
"""How long the attract screen greets in one language (look.md 7)."""
AGAIN_S = 15
"""With so many seconds left the warning is spoken once more (accessibility.md (b), time-out)."""
AT_ONCE = (*OF_SOUND, Wake, MoreTime)
"""What acts at the first touch by ear, too: it concerns the voice, or any touch means it."""


class Voice(Protocol):
    """What can be heard: the player's state and which languages have a voice."""

    @property
    def available(self) -> bool:
        """Whether there is a device."""

    def speaks(self, language: str) -> bool:
        """Whether this language can be heard."""

    def renew(self) -> None:
        """A new visitor has come: look again for devices and voices."""

    def close(self) -> None:
        """The kiosk ends."""


class Host:
    """One terminal's conduct. Every method belongs to the thread of the user interface and returns at once."""

    def __init__(
        self,
        catalog: Catalog | None,
        strings: Strings | None,
        stage: Stage,
        narrator: Narrator,
        voice: Voice,
        wall: LocalClock,
        monotonic: Callable[[], float],
        idle: IdleWatch,
        reading_after_s: float = 180.0,
        calling: CallingOut | None = None,
    ) -> None:
        self._catalog, self._strings = catalog, strings
        self._screen, self._narrator, self._voice = Showing(stage), narrator, voice
        self._wall, self._monotonic = wall, monotonic
        self._idle, self._after_s, self._reading_after_s = idle, idle.after_s, reading_after_s
        self._calling = calling
        self._store = Store()
        self._store.subscribe(self._moved)
        self._countdown: int | None = None
        self._greeting, self._greeted = 0, monotonic()
        self._following = self._arrived = self._hinted = False

    @property
    def visit(self) -> Visit:
        """The present visit."""
        return self._store.visit

    @property
    def view(self) -> View:
        """What is shown."""
        return self._screen.view

    @property
    def focus(self) -> str:
        """The id of the node that the keypad is on; empty while nobody uses it."""
        return ""

    def set_focus(self, node: str) -> None:
        """Move the focus to a node, as assistive technology may. It does nothing else."""
        self.touched()

    @property
    def centre(self) -> str:
        """The name of the house; the kiosk's own where there is no content."""
        return self._catalog.centre.name if self._catalog else BRAND.text

    def close(self) -> None:
        """The kiosk ends: voice and device are let go."""
        self._narrator.close()
        self._voice.close()

    def touched(self) -> None:
        """A finger or a key, wherever it landed: somebody is there."""
        self._idle.touched(self._monotonic())
        if not self.visit.stack:  # what a finger is on stays where it is until it has lifted
            self._greeted = self._monotonic()

    def key(self) -> None:
        """Any key of a keyboard or keypad: it wakes the kiosk, and it says that somebody is there."""
        self.touched()
        self._store.send(Wake())

    def press(self, node: str, intent: Intent) -> float:
        """A target has been pressed. By ear the first touch says what it is, and the second one does it."""
        marked, scene = self._narrator.mark, self._scene()
        silent = scene is None or not scene.heard_in  # nobody waits for words that do not come
        if silent or not self.visit.by_ear or self._countdown is not None or isinstance(intent, AT_ONCE):
            return self.send(intent)
        if marked is not None and marked.node == node:
            return self.send(intent)
        self.touched()
        self._narrator.tune(self.visit.volume, self.visit.speed)
        said = self._screen.heard(self._scene()).sentences_of(node)
        self._narrator.aim(node, (*said, *self._hint(said)))
        return self.tick()

    def send(self, intent: Intent) -> float:
        """Do what the visitor asks for. Asking is being there. In how many seconds time will ask again."""
        self.touched()
        match intent:
            case Listen():
                self._listen()
            case Skip(step):
                self._narrator.skip(step)
            case HearFrom():
                self._hear(intent)
            case MoreTime():
                pass  # being there was all it said
            case _:
                self._store.send(intent)
        return self.tick()

    def recover(self) -> None:
        """After a fault of ours: the visit is forgotten, the kiosk starts again at the attract screen."""
        self._narrator.stop()
        self._store.visit = Visit()
        self._countdown, self._arrived = None, False
        self._screen.another()
        self.refresh()

    def tick(self) -> float:
        """Do what time asks for, show it, and say in how many seconds time will ask again."""
        now = self._monotonic()
        self._narrator.tick(now)
        self._watch(now)
        if self.visit.route.name == ATTRACT and now - self._greeted >= GREETING_S:
            self._greeting, self._greeted = self._greeting + 1, now
            self._call(now)
        self.refresh()
        return self._next(now)

    def refresh(self) -> None:
        """Show the present state of things; while it is read aloud, the page that the voice has come to."""
        self._show()
        if self._arrived:
            self._arrived = False
            self._read()
        screen = self._screen
        for _ in range(screen.pages):
            page = self._narrator.page(screen.page, screen.pages, screen.seen)
            if page == screen.page:
                break
            self._following = True
            self._store.send(Turn(page - self.visit.route.page))
            self._following = False
            self._show()

    def _show(self) -> None:
        self._screen.show(self._scene(), self._narrator.mark if self._countdown is None else None)

    def scene(self) -> Scene:
        """The world at this moment. Only with content."""
        scene = self._scene()
        assert scene is not None, "there is no content"
        return scene

    def _scene(self) -> Scene | None:
        if self._catalog is None or self._strings is None:
            return None
        return Scene(
            catalog=self._catalog,
            strings=self._strings,
            visit=self.visit,
            now=self._wall.now().replace(second=0, microsecond=0),
            clock_trusted=self._wall.trusted(),
            reading=self._narrator.reading if not self._countdown else Reading(),
            sound=Sound.READY if self._voice.available else Sound.NO_DEVICE,
            mute=frozenset(one.code for one in self._catalog.languages if not self._voice.speaks(one.code)),
            countdown=self._countdown,
            countdown_from=int(self._idle.warn_s),
            greeting=self._greeting,
            pages=self._screen.pages,
        )

    def _listen(self) -> None:
        if self._narrator.reading.status is Status.IDLE:
            self._read()
        else:
            self._narrator.hold_or_go_on()

    def _read(self, at: int | None = None) -> None:
        """Read the screen, from sentence `at` on or from the page on that is shown."""
        sentences = self._screen.sentences(self._scene())
        self._narrator.tune(self.visit.volume, self.visit.speed)
        self._narrator.read(sentences, self._screen.begins(sentences) if at is None else at)

    def _hear(self, touched: HearFrom) -> None:
        """Read from the sentence on that was touched; borrowed ones are whole texts, and begin anywhere in them."""
        sentences = self._screen.sentences(self._scene())
        for start in (touched.start, 0):
            for at, one in enumerate(sentences):
                if (one.node, one.part, one.start) == (touched.node, touched.part, start):
                    self._read(at)
                    return

    def _hint(self, said: Sequence[Sentence]) -> tuple[Sentence, ...]:
        """After the first thing that a visitor touches by ear: how to open it, in the language that was just heard."""
        if self._hinted or not said or self._strings is None:
            return ()
        self._hinted = True
        hint = self._strings.said("ear.open", said[-1].utterance.language)
        return (replace(said[-1], start=0, end=0, utterance=Utterance(hint.text, hint.language)),)

    def _call(self, now: float) -> None:
        """Greet aloud whoever passes by, now and then, each time in another language."""
        voiced = [self._voice.speaks(one.code) for one in self._catalog.languages] if self._catalog else []
        if self._calling and any(voiced) and self._calling.due(now, self._wall.now(), self._wall.trusted()):
            self._greeting = self._calling.next(self._greeting, voiced)
            self._narrator.tune(self.visit.volume, self.visit.speed)
            self._narrator.read(self._screen.present(self._scene()).sentences_of("wake"))

    def _moved(self, before: Visit, after: Visit) -> None:
        """A move ends the reading, unless it is the voice that turns the page; by ear a new one begins. A new visitor
        finds devices looked for anew."""
        place = (before.stack, before.chosen, before.by_ear) != (after.stack, after.chosen, after.by_ear)
        if place and not self._following:
            self._narrator.stop()
            self._arrived = after.by_ear
        if (_screen(before), before.chosen, before.modes) != (_screen(after), after.chosen, after.modes):
            self._screen.another()
        if not before.stack and after.stack:
            self._voice.renew()
        if not after.stack:
            self._hinted = False
            self._screen.forget()
            self._greeted = self._monotonic()
        if (before.volume, before.speed) != (after.volume, after.speed):
            self._narrator.tune(after.volume, after.speed)

    def _watch(self, now: float) -> None:
        """Warn a visitor who has gone quiet, seen and heard; forget one who has left."""
        if not self.visit.stack:
            self._countdown = None
            return
        long = self.visit.route.name in (SERVICE, ORGANISATION)
        self._idle.after_s = self._reading_after_s if long else self._after_s
        state = self._idle.tick(now, self._narrator.busy)
        if state.phase is Phase.EXPIRED:
            self._countdown = None
            self._store.send(Finish())
        elif state.phase is Phase.WARNING:
            before, self._countdown = self._countdown, state.seconds_left
            again = before is not None and before > AGAIN_S >= state.seconds_left and not self._narrator.busy
            if before is None or again:
                self._narrator.tune(self.visit.volume, self.visit.speed)
                self._narrator.break_off(self._screen.sentences(self._scene()))
        elif self._countdown is not None:
            self._countdown = None
            self._narrator.take_up()

    def _next(self, now: float) -> float:
        waits = [60.0 - self._wall.now().second]
        if not self.visit.stack:
            waits.append(self._greeted + GREETING_S - now)
        else:
            waits.append(self._idle.next_change(now))
        if self._narrator.due is not None:
            waits.append(self._narrator.due - now)
        return max(0.0, min(waits))


def _screen(visit: Visit) -> Route:
    return replace(visit.route, page=0)
