"""Masks and codes as Kivy textures, kept as long as they are of use."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from kivy.graphics.opengl_utils import gl_has_texture_native_format
from kivy.graphics.texture import Texture

from kiosk.qr import QUIET_ZONE, matrix
from kiosk.text.mask import Mask

BYTES = 4
"""Of a pixel."""
Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""
KEPT_BYTES = 8 * 1024 * 1024
"""Textures beyond this are dropped, the longest unused first; a screen holds about 6 MB at 1920 x 1080, and a whole
visit of 13 touches 10 to 12 MB. What is dropped is made again under the finger that asks for it; more were no faster
(benchmarks/profile/memory.md)."""


class Textures:
    """Textures by what they show, in the colours that it is shown in: renderers are quickest with what they need only
    copy (kiosk.stage.painting.SHADER).

    The masks they were made from are kept without their bytes, which the graphics driver has.
    """

    def __init__(self, kept_bytes: int = KEPT_BYTES) -> None:
        self._kept_bytes = kept_bytes
        self._textures: OrderedDict[Hashable, tuple[Any, Mask]] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._textures)

    def of(self, what: Hashable, colour: Colour, mask: Callable[[], Mask]) -> tuple[Any, Mask]:
        """The texture of something in a colour, made from `mask()` if it is not there yet; with the size and the box of
        that mask."""
        key = what, colour
        found = self._textures.get(key)
        if found is None:
            made = mask()
            found = self._textures[key] = (texture(made, colour), made._replace(data=b""))
            self._bytes += BYTES * made.width * made.height
            self._drop()
        self._textures.move_to_end(key)
        return found

    def code(self, address: str, colour: Colour) -> tuple[Any, int]:
        """A code with its quiet zone, one pixel a module, and how many modules wide it is."""
        rows = matrix(address)
        side = len(rows) + 2 * QUIET_ZONE
        blank = bytes(side)
        cells = [blank] * QUIET_ZONE
        cells += [bytes(QUIET_ZONE) + bytes(255 * cell for cell in row) + bytes(QUIET_ZONE) for row in rows]
        cells += [blank] * QUIET_ZONE
        found, _ = self.of(("code", address), colour, lambda: Mask(side, side, b"".join(cells)))
        return found, side

    def _drop(self) -> None:
        while self._bytes > self._kept_bytes and len(self._textures) > 1:
            _, (_, mask) = self._textures.popitem(last=False)
            self._bytes -= BYTES * mask.width * mask.height


def texture(mask: Mask, colour: Colour) -> Any:
    """A mask in a colour as a texture, its first row the lowest, as Kivy counts."""
    native = gl_has_texture_native_format("bgra")
    red, green, blue = (bytes([round(255 * part)]) for part in colour)
    made = Texture.create(size=(mask.width, mask.height), colorfmt="bgra" if native else "rgba", bufferfmt="ubyte")
    made.mag_filter = made.min_filter = "nearest"
    made.wrap = "clamp_to_edge"
    width, rows = mask.width, range(mask.height - 1, -1, -1)
    upwards = b"".join(mask.data[row * width : (row + 1) * width] for row in rows)
    pixels = bytearray((blue + green + red if native else red + green + blue) + b"\0") * len(upwards)
    pixels[3::BYTES] = upwards
    made.blit_buffer(bytes(pixels), colorfmt=made.colorfmt, bufferfmt="ubyte")
    return made
