"""The Kivy application: a window, the stage in it, and the host's sense of time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from kivy.app import App
from kivy.base import EventLoop
from kivy.clock import Clock
from kivy.core.window import Window
from msgspec.structs import replace

from kiosk.accessibility.things import Snapshot
from kiosk.domain.keypad import Function
from kiosk.domain.navigation import AGAIN, Intent
from kiosk.live.update import News, Update
from kiosk.renewal import Furniture, Renewal
from kiosk.runtime import crash, lockdown, loop, sdl
from kiosk.runtime.headphones import Headphones
from kiosk.runtime.heartbeat import Heartbeat
from kiosk.runtime.keys import KeyFunctions
from kiosk.runtime.memory import GivingBack
from kiosk.runtime.notify import Supervisor
from kiosk.runtime.touches import DoubleTap
from kiosk.stage.painter import Painter
from kiosk.stage.stage import Stage
from kiosk.theme.tokens import UNIT_MM
from kiosk.widgets.sheet import Frame

AFTER_A_FAULT_S = 1.0
SAME_PLACE_MM = 12.0
"""Two taps this close are at the same place: a fingertip is 10 to 14 mm wide."""

HELD_S, LOOK_AGAIN_S = 5.0, 0.1
"""So long a finger that rests on the question whether somebody is still there holds it on the screen, and so often
it is looked whether it still does."""


class Publisher(Protocol):
    """Publishes what is shown for assistive technology (kiosk.accessibility.publisher)."""

    def show(self, shown: Snapshot) -> None:
        """From now on, this."""


MakePublisher = Callable[[Callable[[str], None], Callable[[str], None], Callable[[], None]], Publisher]
"""Makes one from what a click and a focus do, which get the id of a node, and from what wakes the loop when somebody
begins to listen. All three are called from any thread."""


class KioskApp(lockdown.NoSettings, App):
    """One kiosk in one window, with the furniture of its terminal. `renewal` brings other content onto its screen, with
    whatever `live` is told."""

    renewal: Renewal

    def __init__(
        self,
        furniture: Furniture,
        monotonic: Callable[[], float] = time.monotonic,
        publisher: MakePublisher | None = None,
    ) -> None:
        """`publisher` makes what publishes each look for assistive technology; without one nothing does.

        Raises NoWindow if Kivy could not open one.
        """
        if Window is None:
            raise sdl.NoWindow("OpenGL", os.environ, sdl.OPENGL)
        super().__init__()
        self._furniture, self._monotonic = furniture, monotonic
        self.heartbeat = Heartbeat(Supervisor(os.environ), monotonic)
        self._make_publisher = publisher
        self._publisher: Publisher | None = None
        self._touched_at = -HELD_S
        self._memory = GivingBack()
        self._taps = DoubleTap(SAME_PLACE_MM / UNIT_MM)
        self._due = Clock.create_trigger(self._tick, 0)
        # One of its own: a trigger that waits for its time already cannot be hurried by triggering it again.
        self._now = Clock.create_trigger(self._tick, 0)

    def build(self) -> Stage:
        """The window's one widget, showing the first screen already."""
        lockdown.seal(Window, self._key, self._monotonic)
        EventLoop.bind(on_start=_one_button)
        self.stage = Stage(self._painter(), self._act, self._touched, self._aimed)
        self.host = self._furniture.make_host(self.stage, self._wake)
        crash.install(lambda: self.host.recover(), self._monotonic)
        loop.install()
        self.heartbeat.watch(Window, Clock, self._shows, self.stage.blink)
        if self._make_publisher:
            outside = self._from_outside(self._clicked), self._from_outside(self._focused)
            self._publisher = self._make_publisher(*outside, self._wake)
        self._listen_to_keys()
        self.renewal.begin()
        self._tick()
        return self.stage

    def furnish(self, furniture: Furniture) -> None:
        """Begin anew in the same window, with other furniture. Only while nobody is there."""
        self._headphones.close()
        self.host.close()
        self._furniture = furniture
        self.stage.furnish(self._painter())
        self.host = furniture.make_host(self.stage, self._wake)
        self._listen_to_keys()

    def live(self, update: Update, mark: str = "") -> None:
        """Show what `update` brings, from now on; `mark` tells it what the content was read back from."""
        update.start(self.renewal.content, self._news, mark)

    def _news(self, news: News) -> None:
        """Called from any thread."""
        Clock.schedule_once(lambda _: self._come(news), 0)

    def _come(self, news: News) -> None:
        self.renewal.come(news)
        self._tick()

    @property
    def frame(self) -> Frame:
        """The surface in units."""
        return self._furniture.frame

    @property
    def touched_at(self) -> float:
        """When the screen was touched last, in monotonic seconds; before any touch a moment before the start."""
        return self._touched_at

    def _painter(self) -> Painter:
        return Painter(self._furniture.frame, *self._furniture.themes)

    def _listen_to_keys(self) -> None:
        keypad = self._furniture.keypad
        self._keys = KeyFunctions(keypad.keys, keypad.settle_s)
        self._headphones = Headphones(keypad.headphones, self._plugged)

    def on_stop(self) -> None:
        """Called by Kivy when the kiosk ends."""
        self.heartbeat.end()
        self.stage.close()
        self._headphones.close()
        self.host.close()

    def _shows(self) -> bool:
        """Whether visitors see a page of ours, and nothing else."""
        return bool(Window.children == [self.stage] and self.stage.page and self.stage.page.pieces)

    def _publish(self) -> None:
        """Tell assistive technology what is shown now."""
        stage, scale = self.stage, self.frame.scale
        if self._publisher and stage.view:
            size, corner = (self.frame.width * scale, self.frame.height * scale), (Window.left, Window.top)
            shown = Snapshot(stage.view, stage.places, self.host.focus, scale, size, self.title, corner)
            self._publisher.show(replace(shown, active=bool(Window.focus)))

    def _from_outside(self, act: Callable[[str], None]) -> Callable[[str], None]:
        """`act`, to be called from any thread: it runs in that of the user interface, which is woken for it."""
        return lambda node: Clock.schedule_once(lambda _: act(node), 0)

    def _clicked(self, node: str) -> None:
        """Assistive technology presses a node: what a finger on it would do. What has gone meanwhile, or is under the
        question now, does nothing."""
        found = self.host.view.find(node) if node in self.stage.places else None
        if found and found.intent:
            self._plan(self.host.send(found.intent))

    def _focused(self, node: str) -> None:
        self.host.set_focus(node)
        self._tick()

    def _act(self, node: str, intent: Intent, x: float, y: float) -> None:
        if self._taps.tap(self._monotonic(), x, y, again=isinstance(intent, AGAIN)):
            self._plan(self.host.press(node, intent))

    def _touched(self) -> None:
        self._touched_at = self._monotonic()
        self.host.touched()
        self._now()

    def _aimed(self, intent: Intent) -> None:
        """A finger has come down. While it rests there and sees its key pressed, what it asks for is made ready."""
        node = self.stage.pressed

        def foresee(_: float) -> None:
            if self.stage.pressed == node:
                with suppress(Exception):  # if the finger lifts there, it fails again, and is told of and counted
                    self.host.foresee(intent)

        Clock.schedule_once(foresee, 0)

    def _key(self, name: str, held: frozenset[str]) -> None:
        """A key has been pressed, with others held (which change nothing)."""
        function = self._keys.press(name, self._monotonic())
        if function:
            self._plan(self.host.key(function))

    def _plugged(self, now: bool) -> None:
        """Headphones have been plugged in or pulled out; told in a thread of theirs."""
        function = Function.HEADPHONES_IN if now else Function.HEADPHONES_OUT
        Clock.schedule_once(lambda _: self._plan(self.host.key(function)), 0)

    def _wake(self) -> None:
        self._now()
        loop.wake()

    def _tick(self, *_: Any) -> None:
        try:
            if self._held():
                wait = LOOK_AGAIN_S
            else:
                self.renewal.tick()
                wait = self.host.tick()
                self._memory.look(self._monotonic(), self.host.at_rest)
        except Exception:
            # Kivy cancels the event that failed; without another one time would stand still until somebody touches.
            Clock.schedule_once(self._tick, AFTER_A_FAULT_S)
            raise
        self._plan(wait)

    def _plan(self, wait: float) -> None:
        """Look again in so many seconds; what is shown by now is published."""
        self._due.cancel()
        self._due.timeout = wait
        self._due()
        self._publish()  # last: a fault in it must not stop the clock

    def _held(self) -> bool:
        """Whether a finger is on the question. It would vanish at the first touch, under the very key that is about to
        act when the finger lifts."""
        on_question = self.stage.overlay is not None and self.stage.pressed
        return bool(on_question) and self._monotonic() - self._touched_at < HELD_S


def _one_button(_: Any) -> None:
    """Once the mouse is heard, hear only its left button: another one would take the place of a finger that is down,
    and Kivy would never tell that this finger lifted."""
    Window.bind(on_mouse_down=_mouse_down, on_mouse_up=_mouse_up)


def _mouse_down(_window: Any, _x: float, _y: float, button: str, *_: Any) -> bool:
    """True, which ends Kivy's handing on, for all but the left button. A left button that is down already went up
    unheard: Kivy would take a new touch at the same place for the old one, and not tell of it."""
    if button == "left":
        for provider in EventLoop.input_providers:
            provider.touches.clear()
    return button != "left"


def _mouse_up(_window: Any, _x: float, _y: float, button: str, *_: Any) -> bool:
    return button != "left"
