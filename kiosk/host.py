"""The host receives visitors: it turns intents into what is shown and said, and notices when somebody has gone.

No toolkit: the stage, the clocks and the voice are given (architecture.md, rule 7).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.aloud import Aloud
from kiosk.domain.catalog import Catalog
from kiosk.domain.keypad import Function
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import (
    AT_ONCE,
    ATTRACT,
    LONG,
    Finish,
    HearFrom,
    Intent,
    Listen,
    Skip,
    Turn,
)
from kiosk.domain.node import View
from kiosk.domain.reading import Reading
from kiosk.domain.strings import Strings
from kiosk.domain.visit import Visit, advance, screen_of
from kiosk.keypad.conduct import Keypad
from kiosk.narrator import Narrator, Voice
from kiosk.presenters.frame import YES
from kiosk.presenters.scene import Scene
from kiosk.runtime.calling import CallingOut
from kiosk.runtime.clock import LocalClock
from kiosk.runtime.idle import IdleWatch, Phase
from kiosk.showing import Showing, Stage
from kiosk.standing import Standing
from kiosk.store import Store
from kiosk.waiting import Waiting

AGAIN_S = 15
"""With so many seconds left the warning is spoken once more (accessibility.md (b), time-out)."""
SLOW = frozenset({Mode.LARGE, Mode.LOW})
"""Modes for people who need more time (accessibility.md I-03): the kiosk waits longer before it asks, as it does on
long screens and for whoever uses the keypad."""


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
        has_keypad: bool = True,
        store: Store | None = None,
    ) -> None:
        self.standing = Standing(catalog, strings, voice)
        self._screen, self._narrator, self._voice = Showing(stage), narrator, voice
        self._wall, self._monotonic = wall, monotonic
        self._idle, self._after_s, self._reading_after_s = idle, idle.after_s, reading_after_s
        self._waiting, self._store = Waiting(wall, monotonic, calling), store or Store()
        self._store.subscribe(self._moved)
        self._aloud = Aloud(self._store, self._screen, narrator, self._scene)
        self._keypad = Keypad(self._store, self._screen, narrator, self._scene, self._do, monotonic)
        self._countdown: int | None = None
        self._has_keypad, self._following, self._arrived = has_keypad, False, False

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
        """The id of the node that the keypad is on, and what any touch or key means under the warning; empty while
        nobody uses it."""
        return self._keypad.focus if self._countdown is None else YES

    def set_focus(self, node_id: str) -> bool:
        """Move the focus from outside, without doing what the node is for; whether there is such a node."""
        self._there()
        found = self._keypad.set_focus(node_id)
        self.refresh()
        return found

    @property
    def at_rest(self) -> bool:
        """Whether nobody is there and nothing is said: content may be replaced."""
        return not self.visit.stack and not self._narrator.busy

    def renew(self) -> bool:
        """Show the content that was offered (kiosk.renewal), while nobody is there; whether there was some."""
        return self.standing.take(self._narrator, self._screen)

    def close(self) -> None:
        """The kiosk ends: voice and device are let go."""
        self._narrator.close()
        self._voice.close()

    def touched(self) -> None:
        """A finger, wherever it landed: somebody is there."""
        self._keypad.finger()
        self._there()

    def _there(self) -> None:
        self._idle.touched(self._monotonic())
        if not self.visit.stack:
            self._waiting.rest()

    def key(self, function: Function = Function.OTHER) -> float:
        """A key of a keypad or keyboard, or headphones: the first one begins speech mode, whatever is on the screen. In
        how many seconds time will ask again."""
        if function is not Function.HEADPHONES_OUT:
            self._there()
        self._keypad.press(function, warned=self._countdown is not None)
        return self.tick()

    def press(self, node: str, intent: Intent) -> float:
        """A target has been pressed. By ear the first touch says what it is, and the second one does it."""
        self._keypad.touched(node)
        if self._countdown is None and not isinstance(intent, AT_ONCE) and self._aloud.waits(node):
            self._there()
            self._aloud.aim(node)
            return self.tick()
        return self.send(intent)

    def foresee(self, intent: Intent) -> None:
        """A finger rests on what asks for `intent`: have ready what comes if it lifts there. Nothing else happens."""
        scene = self._scene()
        if scene and self._countdown is None and not self.standing.waits:
            self._screen.foresee(scene, intent)

    def send(self, intent: Intent) -> float:
        """Do what the visitor asks for. Asking is being there. In how many seconds time will ask again."""
        self._there()
        self._do(intent)
        return self.tick()

    def _do(self, intent: Intent) -> None:
        by_keys = self.visit.by_keys
        match intent:
            case Listen(node) if not by_keys:
                self._aloud.listen(node)
            case HearFrom() if not by_keys:
                self._aloud.hear(intent)
            case Skip(step):
                self._narrator.skip(step)
        self._send(intent)
        self._keypad.did(intent)

    def _send(self, intent: Intent) -> None:
        """A move to another screen is when other content may come."""
        leaves = screen_of(advance(self.visit, intent)) != screen_of(self.visit)
        new = leaves and self.renew()
        self._store.send(intent, self.standing.fitting if new else None)

    def recover(self) -> None:
        """After a fault of ours: the visit is forgotten, the kiosk starts again at the attract screen."""
        self._narrator.stop()
        self._keypad.forget()
        self._store.visit = Visit()
        self._countdown, self._arrived = None, False
        self._screen.forget()
        self.refresh()

    def tick(self) -> float:
        """Do what time asks for, show it, and say in how many seconds time will ask again."""
        now = self._monotonic()
        self._narrator.tick(now)
        self._keypad.tick(now)
        self._watch(now)
        if self.visit.route.name == ATTRACT and self._waiting.tick(now, self.standing.voiced):
            self._aloud.call()
        self.refresh()
        return self._next(now)

    def refresh(self) -> None:
        """Show the present state of things: of it the page that the keypad is on, or that the voice has come to."""
        self._keypad.follow()
        self._show()
        if self._keypad.arrive():
            self._show()
        if self._arrived:
            self._arrived = False
            self._aloud.read()
        screen = self._screen
        for _ in range(screen.pages):
            page = screen.page_of(self._in_view())
            if page == screen.page:
                break
            self._following = True
            self._store.send(Turn(page - self.visit.route.page))
            self._following = False
            self._show()

    def _in_view(self) -> frozenset[str]:
        """Nodes of which one must be in view."""
        read = self._narrator.reads
        return frozenset({read}) if read and not self.visit.by_keys else self._keypad.nodes()

    def _show(self) -> None:
        mark = self._narrator.mark if self._countdown is None else None
        self._screen.show(self._scene(), mark, self.focus)

    def scene(self) -> Scene:
        """The world at this moment. Only with content."""
        scene = self._scene()
        assert scene is not None, "there is no content"
        return scene

    def _scene(self) -> Scene | None:
        return self.standing.scene(
            visit=self.visit,
            now=self._wall.now().replace(second=0, microsecond=0),
            clock_trusted=self._wall.trusted(),
            reading=self._reading(),
            countdown=self._countdown,
            countdown_from=int(self._idle.warn_s),
            greeting=self._waiting.greeting,
            pages=self._screen.pages,
            keypad=self._has_keypad,
        )

    def _reading(self) -> Reading:
        """What the keys of the listen bar show: nothing of the warning, and of the keypad's speech only why it is not
        heard (accessibility.md V-14)."""
        if self._countdown:
            return Reading()
        reading = self._narrator.reading
        return Reading(error=reading.error) if self.visit.by_keys else reading

    def _moved(self, before: Visit, after: Visit) -> None:
        """A move ends the reading, unless it is the voice that turns the page; by ear a new one begins. A new visitor
        finds devices looked for anew."""
        place = before.stack, before.chosen, before.by_ear, before.interpreter
        if place != (after.stack, after.chosen, after.by_ear, after.interpreter) and not self._following:
            self._narrator.stop()
            self._arrived = after.by_ear
        if (screen_of(before), before.chosen, before.modes) != (screen_of(after), after.chosen, after.modes):
            self._screen.another()
        if not self._following:
            self._keypad.moved(before, after)
        if not before.stack and after.stack:
            self._voice.renew()
        if not after.stack:
            self._aloud.forget()
            self._screen.forget()
            self._waiting.rest()
        if (before.volume, before.speed) != (after.volume, after.speed):
            self._narrator.tune(after.volume, after.speed)

    def _watch(self, now: float) -> None:
        """Warn a visitor who has gone quiet, seen and heard; forget one who has left."""
        if not self.visit.stack:
            self._countdown = None
            return
        long = self.visit.route.name in LONG or self.visit.by_keys or self.visit.modes & SLOW
        self._idle.after_s = self._reading_after_s if long else self._after_s
        state = self._idle.tick(now, self._narrator.busy)
        if state.phase is Phase.EXPIRED:
            self._countdown = None
            self._store.send(Finish(left=True))
        elif state.phase is Phase.WARNING:
            before, self._countdown = self._countdown, state.seconds_left
            again = before is not None and before > AGAIN_S >= state.seconds_left and not self._narrator.busy
            if before is None or again:
                self._warn()
        elif self._countdown is not None:
            self._countdown = None
            self._keypad.again() if self.visit.by_keys else self._narrator.take_up()

    def _warn(self) -> None:
        """Ask aloud whether somebody is still there."""
        if self.visit.by_keys:
            self._keypad.warn()
        else:
            self._aloud.tune()
            self._narrator.break_off(self._screen.sentences(self._scene()))

    def _next(self, now: float) -> float:
        waits = [60.0 - self._wall.now().second]
        waits.append(self._idle.next_change(now) if self.visit.stack else self._waiting.due - now)
        waits += [due - now for due in (self._narrator.due, self._keypad.due) if due is not None]
        return max(0.0, min(waits))
