"""A visitor who walks through the kiosk by chance, as people do: mostly on, now and then back, or lost in thought.

Real touches and keys on the real window and loop (kiosk/stage/pilot.py); only time is given. Chance comes from a seed,
so the same visitor can come again.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from kiosk.audio.player import Player
from kiosk.domain.keypad import USUAL, Function
from kiosk.domain.navigation import (
    ATTRACT,
    CONTACT,
    GUIDE,
    SEARCH,
    TODAY,
    Back,
    ByEar,
    Choose,
    Finish,
    Home,
    Listen,
    Open,
    Show,
    Toggle,
    Turn,
    Type,
    leads_to,
)
from kiosk.domain.reading import Status
from kiosk.domain.visit import Visit
from kiosk.stage.given_time import GivenTime
from kiosk.waiting import GREETING_S
from kiosk.widgets.pieces import Box, Target

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

LIKELY = {Open: 6, Show: 4, Type: 5, Turn: 4, Back: 2, Home: 1, Toggle: 1, Listen: 2, ByEar: 1, Choose: 2, Finish: 0}
"""How much sooner one thing is pressed than another. What is not named: 1."""
SELDOM_SEEN = {CONTACT: 24, GUIDE: 12, TODAY: 12, SEARCH: 12}
"""Screens to which few keys lead, and how likely those are pressed."""
STEPS = (1, 10)
"""Fewest and most touches after the choice of a language."""
BY_MISTAKE, LOST_IN_THOUGHT, BY_KEYS, LISTENS = 0.03, 0.02, 0.08, 0.1
"""How many touches land anywhere, how many come after a long time; how many visitors use the keypad, and listen."""
GONE_S, ANSWER_S = 200, 31
"""Longer than any screen waits before it asks whether somebody is there, and longer than it waits for the answer
(config/kiosk.yaml)."""
SLICE_S = 0.3
"""Between two looks at a voice that speaks: no longer than the silence between two sentences."""
KEYS = (Function.NEXT, Function.NEXT, Function.NEXT, Function.SELECT, Function.PREVIOUS, Function.BACK, Function.HELP)
APART_S = 0.6
"""Between two keys or touches: quicker ones are taken for a trembling hand."""


class Stuck(AssertionError):
    """The kiosk did not do what every visitor relies on."""


class Visitors:
    """All visitors of one kiosk. `walked` counts the screens they saw, `languages` those they read, `did` what they
    pressed; `heard` is how often a voice spoke to somebody who had asked for it."""

    def __init__(self, pilot: Pilot, given: GivenTime, player: Player) -> None:
        self._pilot, self._given, self._player = pilot, given, player
        self._host, self._stage = pilot.app.host, pilot.app.stage
        self._codes = [one.code for one in self._host.scene().catalog.languages]
        self._chance = Random()
        self.walked: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.did: Counter[str] = Counter()
        self.heard = 0

    def come(self, seed: int) -> None:
        """One visit, from the waiting screen and back to it; each language has its turn. Raises Stuck."""
        self._chance = Random(seed)
        if self._chance.random() < BY_KEYS:
            self._by_keys()
        else:
            self._by_finger(self._codes[seed % len(self._codes)])
        self.languages[self._host.visit.language] += 1
        self._leave()
        if self._host.visit != Visit() or self._host.view.route.name != ATTRACT:
            raise Stuck(f"visitor {seed} has gone, and this is left: {self._host.visit}")

    def pause(self) -> None:
        """For some seconds nobody comes."""
        for _ in range(2):
            self._pass(GREETING_S)

    def _by_finger(self, code: str) -> None:
        self._press("wake")
        for _ in self._codes:
            if self._stage.at(f"language.{code}"):
                break
            self._press("pages.next")
        self._press(f"language.{code}")
        if self._chance.random() < LISTENS:
            self._listen()
        for _ in range(self._chance.randint(*STEPS)):
            self._pass(GONE_S if self._chance.random() < LOST_IN_THOUGHT else self._chance.expovariate(1 / 5))
            self._step()

    def _step(self) -> None:
        """Press something, or by mistake nothing."""
        page = self._stage.overlay or self._stage.page
        weights = [_weight(target) for target in page.targets]
        if not any(weights) or self._chance.random() < BY_MISTAKE:
            self._touch(Box(self._chance.uniform(0, page.width), self._chance.uniform(0, page.height), 1, 1))
            return
        (target,) = self._chance.choices(page.targets, weights)
        self.did[type(target.intent).__name__] += 1
        self._touch(target.at)

    def _listen(self) -> None:
        """Have home read aloud, and go on in the middle of it."""
        if self._host.view["bar.listen"].intent != Listen():
            return
        self._press("bar.listen")
        self._pilot.wait_until(lambda: self._reading is not Status.PREPARING, "the voice has its first clip")
        if error := self._host.scene().reading.error:
            raise Stuck(f"nothing is heard: {error}")
        self.heard += 1

    def _by_keys(self) -> None:
        """With the keypad: the first key begins, then on from stop to stop."""
        self._key(Function.NEXT)
        for _ in range(2 * self._chance.randint(*STEPS)):
            self._key(self._chance.choice(KEYS))

    def _key(self, function: Function) -> None:
        from kivy.core.window import Keyboard, Window

        self._given.now += APART_S
        code = Keyboard.keycodes[USUAL[function][0]]
        Window.dispatch("on_key_down", code, 0, None, [])
        Window.dispatch("on_key_up", code, 0)
        self._pilot.settle(1)
        self.did["key"] += 1
        self.walked[self._host.view.route.name] += 1

    def _leave(self) -> None:
        """Press the key for it, where there is one, or walk away; the kiosk asks then, and counts down."""
        if self._chance.random() < 0.5 and self._stage.at("bar.finish"):
            self._press("bar.finish")
        while self._host.visit.stack:
            self._say_out()
            self._pass(GONE_S)
            if self._stage.overlay is None:
                raise Stuck(f"in {GONE_S} s nobody was asked whether they are still there: {self._host.visit}")
            self._say_out()
            self._pass(ANSWER_S)

    @property
    def _reading(self) -> Status:
        return Status(self._host._narrator.reading.status)

    def _pass(self, seconds: float) -> None:
        """Time passes; while something is being said, no faster than it is said."""
        end = self._given.now + seconds
        while self._given.now < end:
            self._keep_pace()
            busy = self._host._narrator.busy
            self._given.now = min(end, self._given.now + (SLICE_S if busy else seconds))
            self._pilot.app._tick()
            self._pilot.settle(1)

    def _say_out(self) -> None:
        """Let the voice finish: it keeps the visit alive."""
        while self._host._narrator.busy:
            self._pass(SLICE_S)

    def _keep_pace(self) -> None:
        """Clips are made and played in other processes, which know only real time."""

        def kept() -> bool:
            return self._reading not in (Status.PREPARING, Status.PLAYING) or not self._making_or_playing()

        self._pilot.wait_until(kept, "the voice has come to the end of its sentence")

    def _making_or_playing(self) -> bool:
        return self._reading is Status.PREPARING or self._player.busy()

    def _press(self, node: str) -> None:
        """Touch a node. Raises Stuck if it is not on the screen."""
        at = self._stage.at(node)
        if at is None:
            raise Stuck(f"{node} is not on {self._host.visit.route}; there are {sorted(self._stage.places)}")
        self._touch(at)

    def _touch(self, at: Box) -> None:
        from kivy.core.window import Window

        self._given.now += APART_S
        x, y = (value * self._pilot.app.frame.scale for value in at.center)
        Window.dispatch("on_mouse_down", x, y, "left", [])
        self._pilot.settle(1)
        Window.dispatch("on_mouse_up", x, y, "left", [])
        self._pilot.settle(1)
        self.walked[self._host.view.route.name] += 1


def _weight(target: Target) -> int:
    route = leads_to(target.intent)
    if route and route.name in SELDOM_SEEN:
        return SELDOM_SEEN[route.name]
    return LIKELY.get(type(target.intent), 1)
