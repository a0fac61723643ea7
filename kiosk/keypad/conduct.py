"""Speech mode: what the keys of the keypad do, and what is said after each (accessibility.md (b)).

Every key ends what is being said and says what is new; nothing ever waits its turn. The screen shows a ring around
what is spoken of, so that somebody who sees can help. No toolkit, no time but what is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.keypad import Function
from kiosk.domain.navigation import Back, ByKeys, Faster, Finish, Home, Intent, Listen, Louder, MoreTime, Toggle, Turn
from kiosk.domain.node import Sentence, View
from kiosk.domain.visit import Visit, screen_of
from kiosk.domain.walk import stop_of, walk
from kiosk.keypad.choice import STEPS, Choice
from kiosk.keypad.focus import Focus
from kiosk.keypad.speech import Speech
from kiosk.narrator import Narrator
from kiosk.presenters import telling
from kiosk.presenters.scene import Scene
from kiosk.showing import Showing
from kiosk.store import Store

GRACE_S = 10.0
"""So long a visit waits for headphones that were pulled out (accessibility.md (b), end)."""
TALK_S = 0.3
"""Between sentences of a longer talk, as in reading aloud."""
HINTS = 2
"""So often in a visit it is said how to use a thing."""
ALWAYS: dict[Function, Intent] = {
    Function.LOUDER: Louder(1),
    Function.QUIETER: Louder(-1),
    Function.HOME: Home(),
    Function.BACK: Back(),
}
"""What these keys ask for, wherever the visitor is."""


class Keypad:
    """The conduct of one terminal's keypad. `scene` is the world at this moment; `do` carries out what a key asks for,
    and `did` is called after it."""

    def __init__(
        self,
        store: Store,
        screen: Showing,
        narrator: Narrator,
        scene: Callable[[], Scene | None],
        do: Callable[[Intent], object],
        monotonic: Callable[[], float],
    ) -> None:
        self._store, self._screen, self._scene = store, screen, scene
        self._do, self._monotonic = do, monotonic
        self._focus, self._speech = Focus(), Speech(store, narrator)
        self._choice = Choice(self._focus, self._speech, scene)
        self.forget()

    def forget(self) -> None:
        """The visit is over: nothing of it stays."""
        self._focus.forget()
        self._speech.forget()
        self._choice.open = self._introduced = self._asked = False
        self._hints = 0
        self._out: float | None = None
        self._came = self._turned = False

    @property
    def focus(self) -> str:
        """The id of the stop that the keypad is on; empty while nobody uses it."""
        return self._focus.node

    @property
    def due(self) -> float | None:
        """When the visit ends if nobody plugs the headphones in again; None if they were not pulled out."""
        return None if self._out is None else self._out + GRACE_S

    @property
    def hushed(self) -> bool:
        """Headphones were pulled out, and nobody has asked for anything since: the loudspeaker says nothing by itself
        (EN 301 549 5.1.3.9)."""
        return self._out is not None

    def here(self) -> None:
        """Somebody is there: a finger or a key."""
        self._out = None

    def finger(self) -> None:
        """A finger on the screen. Whoever touches does not use the ring, unless the keypad speaks."""
        self.here()
        if not self._store.visit.by_keys:
            self._focus.forget()

    # What keys do

    def press(self, function: Function, warned: bool) -> None:
        """A key, or a plug. `warned`: the kiosk was asking whether somebody is still there, and that is answered."""
        if function is Function.HEADPHONES_OUT:
            self._unplugged()
            return
        again = function is not Function.HEADPHONES_IN or self.hushed
        self.here()
        if not self._store.visit.by_keys:
            self._do(ByKeys())
        elif warned or not again:
            pass  # the host says again where the visitor is
        elif self._speech.introducing and function not in ALWAYS:
            self._speech.skip()
        elif function in ALWAYS:
            self._always(function)
        elif self._choice.open:
            if chosen := self._choice.press(function):
                self._do(chosen)
        else:
            self._go(function)

    def _unplugged(self) -> None:
        """Silence at once; in speech mode the visit waits for the plug or a key, and then ends."""
        self._speech.stop()
        if self._store.visit.by_keys:
            self._out = self._monotonic()

    def _always(self, function: Function) -> None:
        """The volume and the ways back. On the first screen there is no way back but out: its key is told first, so
        that one press too many does not end the visit."""
        self._asked = False
        bar, first_screen = self._view.bar, len(self._store.visit.stack) == 1
        if function is Function.BACK and bar and first_screen and not self._choice.open:
            self._focus.node = bar[0].id
            self._tell()
        else:
            self._do(ALWAYS[function])

    def _go(self, function: Function) -> None:
        """On a screen: to another stop, or what this one is for."""
        asked, self._asked = self._asked, function is Function.HELP
        stop = self._view.find(self._focus.node)
        if function in STEPS:
            round_the_end = self._focus.step(self._view, STEPS[function])
            scene, _ = self._telling()
            self._tell(telling.edge(scene, STEPS[function]) if round_the_end else ())
        elif function is Function.SELECT and stop and stop.intent is not None:
            self._do(stop.intent)
        elif function is Function.SELECT and self._speech.going_on:
            self._speech.pause()
        elif function is Function.HELP and asked and self._speech.just(self._monotonic()):
            self._asked = False
            scene, view = self._telling()
            self._speech.say(telling.where(scene, view, stop), TALK_S)
        else:
            self.again()

    # What comes of it

    def did(self, intent: Intent) -> None:
        """What has been asked for is done, by key or by finger: say what became of it, unless a screen has come that
        says so itself."""
        if self._came or not self._store.visit.by_keys:
            return
        scene, _ = self._telling()
        match intent:
            case Louder(step):
                self._aside(telling.volume(scene, step))
            case Faster():
                self._speech.say(telling.speed(scene))
            case Toggle(mode):
                self._aside(telling.mode(scene, mode))
            case Listen() if self._speech.follows and self._speech.going_on:
                self._speech.pause()
            case Listen():
                self._speech.say(self._screen.sentences(self._scene()), TALK_S, follows=True)
            case Turn() | MoreTime():
                pass  # the page that comes is told by `arrive`, and the host says again where the visitor is
            case _:
                self.again()

    def _aside(self, said: tuple[Sentence, ...]) -> None:
        """Something small is heard at once. The choice of language and the introduction go on behind it: nobody has
        asked for them, so nobody could ask again."""
        if self._choice.open or self._speech.introducing:
            self._speech.before(said)
        else:
            self._speech.say(said)

    def moved(self, before: Visit, after: Visit) -> None:
        """The visit has changed. Another screen, or the same in another language, is told once it is shown."""
        begins = after.by_keys and not before.by_keys
        if not after.stack:
            self.forget()
        elif begins or screen_of(before) != screen_of(after) or before.chosen != after.chosen:
            self._focus.moved(before, after)
            self._choice.open, self._asked, self._came = begins, False, after.by_keys
        elif before.route != after.route:
            self._turned = bool(self._focus.node)

    def arrive(self) -> bool:
        """Say what has come, now that it is shown; whether anything had."""
        came, turned = self._came, self._turned
        self._came = self._turned = False
        if came and self._choice.open:
            self._choice.begin(self._store.visit.chosen)
        if came and not self._choice.open:
            self._enter()
        elif turned:
            self._to_the_page()
        return came or turned

    def _enter(self) -> None:
        """The screen and its first stop; after a step back the stop that was left. Before the first screen of all, what
        this is and how it is used."""
        was_here = self._focus.arrive(self._view)
        scene, view = self._telling()
        lines = telling.named(view) if was_here else telling.arrival(scene, view)
        lead = () if self._introduced else telling.introduction(scene)
        self._introduced = True
        self._tell((*lead, *lines), len(lead))

    def _to_the_page(self) -> None:
        """A finger has turned the page: on to its first stop."""
        view = self._view
        here = (stop for stop in walk(view) if any(self._screen.new_here(node.id) for node in stop.walk()))
        self._focus.node = next((stop.id for stop in here), self._focus.node)
        if self._store.visit.by_keys:
            self._tell()

    def again(self) -> None:
        """Say once more where the visitor is."""
        if self._came:
            return
        if self._choice.open:
            self._choice.offer(self._choice.language)
        else:
            scene, view = self._telling()
            stop = view.find(self._focus.node)
            self._speech.say(telling.stop(scene, view, stop) if stop else ())

    def warn(self) -> None:
        """Ask whether somebody is still there; not on a loudspeaker that nobody has asked to speak."""
        scene, view = self._telling()
        if view.overlay and not self.hushed:
            self._speech.say(telling.warning(scene, view.overlay, view.language), TALK_S)

    # The focus

    def follow(self) -> None:
        """The focus goes along with what is said, where it is meant to."""
        stop = stop_of(self._view, self._speech.node) if self._speech.node else None
        if stop:
            self._focus.node = stop.id

    def nodes(self) -> frozenset[str]:
        """The nodes of which one must be in view: the stop and what is in it."""
        stop = self._view.find(self._focus.node)
        return frozenset(node.id for node in stop.walk()) if stop else frozenset()

    def touched(self, node: str) -> None:
        """A finger is on a node: the keypad goes on from there."""
        stop = stop_of(self._view, node)
        if stop and self._store.visit.by_keys and not self._view.overlay:
            self._focus.node = stop.id

    def set_focus(self, node_id: str) -> bool:
        """Be at a node from now on, without doing what it is for; whether it is there. Told in speech mode only: who
        uses a screen reader of their own hears that."""
        view = self._view
        node = stop_of(view, node_id) or view.find(node_id)
        if node is None:
            return False
        self._focus.node, self._choice.open = node.id, False
        if self._store.visit.by_keys:
            self.again()
        return True

    def tick(self, now: float) -> None:
        """Do what time asks for, at `now`."""
        self._speech.tick(now)
        if self.due is not None and now >= self.due:
            self._do(Finish())

    # What it is told of

    def _tell(self, before: tuple[Sentence, ...] = (), lead: int = 0) -> None:
        """The present stop, after something else; at first with a hint how to use it."""
        scene, view = self._telling()
        stop = view.find(self._focus.node)
        lines = telling.stop(scene, view, stop) if stop else ()
        if stop and self._hints < HINTS and (hint := telling.hint(scene, stop)):
            self._hints += 1
            lines = (*lines, *hint)
        self._speech.say((*before, *lines), lead=lead)

    def _telling(self) -> tuple[Scene | None, View]:
        """The scene and its view in the language that is spoken: the one that is being offered, or the one in which
        the screen can be heard."""
        scene = self._scene()
        if scene:
            language = self._choice.language if self._choice.open else scene.heard_in or scene.language
            scene = scene if language == scene.language else replace(scene, visit=replace(scene.visit, chosen=language))
        return scene, self._screen.visible(self._screen.present(scene))

    @property
    def _view(self) -> View:
        return self._screen.visible(self._screen.view)
