"""Speech mode: what the keys of the keypad do (accessibility.md (b)).

Every key ends what is being said and says what is new; nothing ever waits its turn. The screen shows a ring around
what is spoken of, so that somebody who sees can help. No toolkit, no time but what is given.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.keypad import Function
from kiosk.domain.navigation import Back, ByKeys, Finish, Home, Intent, Louder
from kiosk.domain.visit import Visit, screen_of
from kiosk.domain.walk import stop_of
from kiosk.keypad.choice import STEPS
from kiosk.keypad.guide import Guide
from kiosk.narrator import Narrator
from kiosk.presenters.scene import Scene
from kiosk.showing import Showing
from kiosk.store import Store

GRACE_S = 10.0
"""So long a visit waits for headphones that were pulled out (accessibility.md (b), end)."""
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
        self._store, self._do, self._monotonic = store, do, monotonic
        self._guide = Guide(store, screen, narrator, scene)
        self._focus, self._speech, self._choice = self._guide.focus, self._guide.speech, self._guide.choice
        self.forget()

    def forget(self) -> None:
        """The visit is over: nothing of it stays."""
        self._guide.forget()
        self._out: float | None = None
        self._asked = self._came = self._turned = False

    @property
    def focus(self) -> str:
        """The id of the stop that the keypad is on; empty while nobody uses it."""
        return self._focus.node

    # What keys do

    def press(self, function: Function, warned: bool) -> None:
        """A key, or a plug. `warned`: the kiosk was asking whether somebody is still there, and that is answered."""
        if function is Function.HEADPHONES_OUT:
            self._unplugged()
            return
        plugged_for_nothing = function is Function.HEADPHONES_IN and not self._hushed
        self.here()
        if not self._store.visit.by_keys:
            self._do(ByKeys())
        elif warned or plugged_for_nothing:
            pass  # after a warning the host has it said where the visitor is
        elif self._speech.introducing and function not in ALWAYS:
            self._speech.skip()
        elif function in ALWAYS:
            self._always(function)
        elif self._choice.open:
            if chosen := self._choice.press(function):
                self._do(chosen)
        else:
            self._go(function)

    def _always(self, function: Function) -> None:
        """The volume and the ways back. On the first screen there is no way back but out: its key is told first, so
        that one press too many does not end the visit."""
        self._asked = False
        bar, first_screen = self._guide.view.bar, len(self._store.visit.stack) == 1
        if function is Function.BACK and bar and first_screen and not self._choice.open:
            self._focus.node = bar[0].id
            self._guide.tell()
        else:
            self._do(ALWAYS[function])

    def _go(self, function: Function) -> None:
        """On a screen: to another stop, or what this one is for."""
        asked, self._asked = self._asked, function is Function.HELP
        stop = self._guide.stop
        if function in STEPS:
            self._guide.step(STEPS[function])
        elif function is Function.SELECT and stop and stop.intent is not None:
            self._do(stop.intent)
        elif function is Function.SELECT and self._speech.going_on:
            self._speech.pause()
        elif function is Function.HELP and asked and self._speech.just(self._monotonic()):
            self._asked = False
            self._guide.where()
        else:
            self._guide.again()

    # Headphones and time

    def _unplugged(self) -> None:
        """Silence at once; in speech mode the visit waits for the plug or a key, and then ends."""
        self._speech.stop()
        if self._store.visit.by_keys:
            self._out = self._monotonic()

    @property
    def _hushed(self) -> bool:
        """Headphones were pulled out, and nobody has asked for anything since."""
        return self._out is not None

    @property
    def due(self) -> float | None:
        """When the visit ends if nobody plugs the headphones in again; None if they were not pulled out."""
        return None if self._out is None else self._out + GRACE_S

    def tick(self, now: float) -> None:
        """Do what time asks for, at `now`."""
        self._speech.tick(now)
        if self.due is not None and now >= self.due:
            self._do(Finish())

    def warn(self) -> None:
        """Ask aloud whether somebody is still there; not on a loudspeaker that nobody has asked to speak (EN 301 549
        5.1.3.9)."""
        if not self._hushed:
            self._guide.warn()

    # What comes of it

    def did(self, intent: Intent) -> None:
        """What has been asked for is done, by key or by finger. A screen that has come is told once it is shown."""
        if self._store.visit.by_keys and not self._came:
            self._guide.did(intent)

    def again(self) -> None:
        """Say once more where the visitor is, unless a screen has come that says so."""
        if not self._came:
            self._guide.again()

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
            self._guide.enter()
        elif turned:
            self._guide.to_the_page()
        return came or turned

    # The focus

    def follow(self) -> None:
        """The focus goes along with what is said, where it is meant to."""
        stop = stop_of(self._guide.view, self._speech.node) if self._speech.node else None
        if stop:
            self._focus.node = stop.id

    def nodes(self) -> frozenset[str]:
        """The nodes of which one must be in view: the stop and what is in it."""
        stop = self._guide.stop
        return frozenset(node.id for node in stop.walk()) if stop else frozenset()

    def here(self) -> None:
        """Somebody is there: a finger or a key."""
        self._out = None

    def finger(self) -> None:
        """A finger on the screen. Whoever touches does not use the ring, unless the keypad speaks."""
        self.here()
        if not self._store.visit.by_keys:
            self._focus.forget()

    def touched(self, node: str) -> None:
        """A finger is on a node: the keypad goes on from there."""
        view = self._guide.view
        stop = stop_of(view, node)
        if stop and self._store.visit.by_keys and not view.overlay:
            self._focus.node = stop.id

    def set_focus(self, node_id: str) -> bool:
        """Be at a node from now on, without doing what it is for; whether it is there. Told in speech mode only: who
        uses a screen reader of their own hears that."""
        view = self._guide.view
        node = stop_of(view, node_id) or view.find(node_id)
        if node is None:
            return False
        self._focus.node, self._choice.open = node.id, False
        if self._store.visit.by_keys:
            self.again()
        return True
