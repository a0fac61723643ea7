"""The layers of the window, and which part of it the next frame paints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.core.window import Window
from kivy.graphics import Canvas, RenderContext
from kivy.graphics.opengl import GL_BLEND, GL_RENDERER, GL_SCISSOR_TEST, glDisable, glEnable, glGetString, glScissor

from kiosk.runtime import sdl
from kiosk.stage.covered import Pixels, around
from kiosk.stage.painting import SHADER, Layer, Painting

SPECK: Pixels = (0, 0, 1, 1)
"""A frame that only has to be one paints so little."""
LASTING = ("x11", "offscreen")
"""SDL's video drivers under which Mesa's software renderer has one buffer, copied onto the screen: what was painted
last is still there when the next frame begins. With a graphics card, or without X, buffers take turns
(EGL_EXT_buffer_age tells, but SDL does not pass it on), so everything is painted anew there."""


class Layers:
    """Layers by name, from the lowest to the uppermost. What changes in them is painted with the next frame; what does
    not change stays, where the window keeps it."""

    def __init__(self, canvas: Canvas, names: Sequence[str]) -> None:
        self._canvas = canvas
        shaded = RenderContext(fs=SHADER, use_parent_projection=True, use_parent_modelview=True)
        canvas.add(shaded)
        self._layers = {name: Layer(shaded) for name in names}
        self._stale: list[Pixels] | None = None
        self._ground: tuple[float, float, float] | None = None
        self._lasting = sdl.video_driver() in LASTING and b"llvmpipe" in glGetString(GL_RENDERER)
        Window.bind(on_draw=self._begin, on_flip=self._end, on_resize=self.all_anew)

    def show(self, name: str, painting: Painting | None) -> None:
        """Show a painting in a layer, or nothing."""
        stale = self._layers[name].show(painting)
        if stale is None or self._stale is None:
            self._stale = None
        else:
            self._stale += stale
        self._canvas.ask_update()

    def ground(self, colour: tuple[float, float, float]) -> None:
        """What is under all layers has this colour."""
        if colour != self._ground:
            self._ground, self._stale = colour, None
            Window.clearcolor = (*colour, 1)

    def blink(self) -> None:
        """Ask for a frame that changes nothing."""
        if self._stale is not None:
            self._stale.append(SPECK)
        self._canvas.ask_update()

    def shows(self, name: str) -> bool:
        """Whether there is something in a layer."""
        return self._layers[name].shown is not None

    def close(self) -> None:
        """The window has other layers from now on."""
        Window.unbind(on_draw=self._begin, on_flip=self._end, on_resize=self.all_anew)

    def _begin(self, _: Any) -> None:
        """A frame is painted. One that nobody here has asked for (the window was covered, say) paints everything. The
        frame before may have failed midway: nothing of how it was painted may stay."""
        glDisable(GL_SCISSOR_TEST)
        glEnable(GL_BLEND)
        if self._stale and self._lasting:
            glEnable(GL_SCISSOR_TEST)
            glScissor(*around(self._stale))

    def all_anew(self, *_: Any) -> None:
        """The next frame paints everything: a window of another size begins with nothing on it."""
        self._stale = None

    def _end(self, _: Any) -> None:
        """The frame is painted."""
        glDisable(GL_SCISSOR_TEST)
        self._stale = []
