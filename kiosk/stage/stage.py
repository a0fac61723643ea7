"""The one Kivy widget: layers of pages, and fingers on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kivy.uix.widget import Widget
from msgspec import Struct
from msgspec.structs import replace

from kiosk.accessibility.things import places_on
from kiosk.domain.language import RTL_SCRIPTS
from kiosk.domain.navigation import HearFrom, Intent
from kiosk.domain.node import Sentence, View
from kiosk.screens.registry import compose, compose_overlay
from kiosk.stage.canvas import Layers
from kiosk.stage.painter import Painter
from kiosk.stage.painting import Painting
from kiosk.theme.tokens import Theme
from kiosk.widgets.pieces import Box, Fill, Look, Page, Piece, Target
from kiosk.widgets.ring import ring
from kiosk.widgets.sheet import Frame
from kiosk.widgets.spoken import place_of, spoken, under

LAYERS = ("page", "spoken", "press", "overlay", "over_press", "focus")
"""From the lowest to the uppermost."""
ABOVE_WORDS = 6
"""Units of a line above its letters: around bare words the ring takes that room, and leaves the line above alone."""
LOST_S = 2.0
"""A finger that was not heard of for so long has gone unseen: its lifting was lost."""
LAID_OUT = 3
"""Pages that are kept after they were laid out, until another is shown: the one that is shown, and what a finger is
about to ask for, which may have to be laid out twice to find out how many pages it has."""


class Laid(Struct):
    """A view laid out, and painted if it has been shown or is likely to be."""

    view: View
    page: Page
    painting: Painting | None = None


class Stage(Widget):
    """Shows a view, what is spoken of it, an overlay above it, and above all of it what the keypad is on.

    A finger presses the target under it at once, lets go of it by sliding off, presses it again by sliding back, and
    acts when it lifts (EN 301 549 11.2.5.2). One finger counts; others are ignored until it lifts. `on_touched` is told
    of every touch, `on_aimed` of what a finger that has come down would ask for, `on_intent` of every node that acts,
    what it asks for, and where the finger lifted in units.
    """

    def __init__(
        self,
        painter: Painter,
        on_intent: Callable[[str, Intent, float, float], None],
        on_touched: Callable[[], None],
        on_aimed: Callable[[Intent], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._painter = painter
        self._on_intent, self._on_touched, self._on_aimed = on_intent, on_touched, on_aimed
        self._layers = Layers(self.canvas, LAYERS)
        self._laid: list[Laid] = []
        self.view: View | None = None
        self.page: Page | None = None
        self.overlay: Page | None = None
        self._sentence: Sentence | None = None
        self._ring: tuple[Piece, ...] = ()
        self._finger: Any = None
        self._aimed = ""
        self._pressed: Target | None = None

    def furnish(self, painter: Painter) -> None:
        """Paint anew from now on, with another painter."""
        self._painter, self.view, self._sentence, self._ring = painter, None, None, ()
        self._forget(tuple(self._laid))
        self._layers.all_anew()
        self._put_ring("", painter.frame)

    @property
    def theme(self) -> Theme:
        """The colours that are shown at the moment."""
        return self._painter.theme

    @property
    def textures(self) -> int:
        """How many textures are kept."""
        return self._painter.textures

    def lay_out(self, view: View) -> Page:
        """The page that `view` would be, without its overlay."""
        return self._lay_out(replace(view, overlay=None)).page

    def _lay_out(self, view: View) -> Laid:
        found = next((laid for laid in self._laid if laid.view == view), None)
        if found is None:
            found = Laid(view, compose(view, self._frame(view)))
            self._laid.append(found)
            self._forget(self._laid[-LAID_OUT - 1 : -LAID_OUT])
        return found

    def _forget(self, laid: Sequence[Laid]) -> None:
        """These pages will not be shown; the one that is shown now is released when another takes its place."""
        for each in laid:
            self._laid.remove(each)
            if each.painting and each.page is not self.page:
                each.painting.release()

    def prepare(self, view: View) -> Page:
        """Have everything ready to show `view`, which is likely to come next; its page."""
        before, laid = self._painter.theme, self._lay_out(replace(view, overlay=None))
        self._painter.dress(view.modes)
        try:
            self._painting(laid)
        finally:
            self._painter.theme = before
        return laid.page

    def _painting(self, laid: Laid) -> Painting:
        if laid.painting is None or laid.painting.theme is not self._painter.theme:
            laid.painting = self._painter.paint(laid.page.pieces)
        return laid.painting

    def present(self, view: View, sentence: Sentence | None = None, focus: str = "") -> Page:
        """Show a view, repainting only what is new; the page that is shown."""
        frame = self._frame(view)
        self._painter.dress(view.modes)
        before, self.view = self.view, view
        under = replace(view, overlay=None)
        new_page = before is None or self.page is None or replace(before, overlay=None) != under
        if new_page:
            self._turn_to(self._lay_out(under))
        if before is None or new_page or before.overlay != view.overlay:
            self.overlay = compose_overlay(view, frame)
            self._fill("overlay", self.overlay.pieces if self.overlay else ())
            self._hold_on()
        if new_page or sentence != self._sentence:
            self._sentence = sentence
            self._fill("spoken", spoken(self._page, sentence, frame) if sentence else ())
        self._put_ring(focus, frame)
        return self._page

    def _put_ring(self, focus: str, frame: Frame) -> None:
        at = self.around(focus)
        if at and not any(isinstance(piece, Fill) and piece.node == focus for piece in self._top.pieces):
            at = Box(at.x, at.y + ABOVE_WORDS, at.w, at.h - ABOVE_WORDS)
        pieces = ring(at, frame) if at else ()
        if pieces != self._ring:
            self._ring = pieces
            self._fill("focus", pieces)

    @property
    def _page(self) -> Page:
        assert self.page is not None, "present() has not been called"
        return self.page

    @property
    def _top(self) -> Page:
        return self.overlay or self._page

    def _frame(self, view: View) -> Frame:
        frame = self._painter.frame
        return replace(frame, rtl=frame.script(view.language) in RTL_SCRIPTS, modes=view.modes)

    def _turn_to(self, laid: Laid) -> None:
        self._layers.ground(self._painter.theme.rgb(laid.page.ground))
        self._layers.show("page", self._painting(laid))
        self.page = laid.page
        self._forget([each for each in self._laid if each is not laid])

    def _hold_on(self) -> None:
        """A finger that holds a key while the page changes under it still holds that key, if it is still there."""
        held, self._pressed = self._pressed, None
        self._fill("press", ())
        self._fill("over_press", ())
        again = next((target for target in reversed(self._top.targets) if target.node == self._aimed), None)
        if again is None:
            self._aimed = ""
        elif held:
            self._press(again)

    def _fill(self, name: str, pieces: Sequence[Piece]) -> None:
        if pieces or self._layers.shows(name):
            self._layers.show(name, self._painter.paint(pieces) if pieces else None)

    def close(self) -> None:
        """Nothing is shown any more."""
        self._layers.close()

    def blink(self) -> None:
        """Ask for a frame in which nothing is new: it shows that frames arrive."""
        self._layers.blink()

    @property
    def pressed(self) -> str:
        """The node under the finger, or nothing."""
        return self._pressed.node if self._pressed else ""

    def _under(self, touch: Any) -> tuple[Target | None, float, float]:
        frame = self._painter.frame
        x, y = touch.x / frame.scale, frame.height - touch.y / frame.scale
        page = self.overlay or self.page
        return (page.target(x, y) if page else None), x, y

    def _press(self, target: Target | None) -> None:
        if target is self._pressed:
            return
        self._pressed = target
        layer = "over_press" if self.overlay else "press"
        self._fill(layer, target.draw(Look.PRESSED) if target else ())

    def on_touch_down(self, touch: Any) -> bool:
        """Press what is under the finger. Wheels and other buttons of a mouse are no fingers."""
        if touch.is_mouse_scrolling or getattr(touch, "button", "left") != "left":
            return True
        self._on_touched()
        if self._finger is None or touch.time_start - self._finger.time_update > LOST_S:
            self._finger = touch
            target, _, _ = self._under(touch)
            self._aimed = target.node if target else ""
            self._press(target)
            if target:
                self._on_aimed(target.intent)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        """Sliding off lets go, sliding back onto the same key presses it again; no other key is ever pressed."""
        if touch is self._finger:
            target, _, _ = self._under(touch)
            self._press(target if target and target.node == self._aimed else None)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Act, if the finger lifts from what it pressed; read aloud the words it lifts from, if it pressed nothing."""
        if touch is not self._finger:
            return True
        self.on_touch_move(touch)
        pressed, aimed, (_, x, y) = self._pressed, self._aimed, self._under(touch)
        self._finger, self._aimed = None, ""
        self._press(None)
        if pressed:
            self._on_intent(pressed.node, pressed.intent, x, y)
        elif not aimed:
            self._hear(x, y)
        return True

    def _hear(self, x: float, y: float) -> None:
        """A finger on words that are no key wants to hear them."""
        if self.view is None or self.overlay is not None:
            return
        sentence = under(self._page, self.view.sentences(), x, y, self._frame(self.view))
        if sentence:
            self._on_intent(sentence.node, HearFrom(sentence.node, sentence.part, sentence.start), x, y)

    @property
    def places(self) -> Mapping[str, Box]:
        """Where the nodes and second lines are that can be seen and touched, in units; under an overlay only those of
        the overlay."""
        page = self.overlay or self.page
        return places_on(page) if page else {}

    def around(self, node: str) -> Box | None:
        """The box around a node and all that is in it, in units; None if it is not on the screen."""
        found = self.view.find(node) if self.view and node else None
        return place_of(self._top, found) if found else None

    def at(self, node: str) -> Box | None:
        """Where a node is, in units from the upper left corner; None if it is not on the screen."""
        for page in (self.overlay, self.page):
            if page and node in page.places:
                return page.places[node]
        return None
