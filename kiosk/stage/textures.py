"""Masks and codes as Kivy textures, kept as long as they are of use."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from kivy.graphics.texture import Texture

from kiosk.qr import QUIET_ZONE, matrix
from kiosk.text.mask import Mask

KEPT_BYTES = 48 * 1024 * 1024
"""Textures beyond this are dropped, the longest unused first; a screen holds about 4 MB at 1920 x 1080."""


class Textures:
    """Textures by what they show. Two bytes a pixel: white, and how much of it; a colour tints them."""

    def __init__(self, kept_bytes: int = KEPT_BYTES) -> None:
        self._kept_bytes = kept_bytes
        self._textures: OrderedDict[Hashable, tuple[Any, Mask]] = OrderedDict()
        self._bytes = 0

    def of(self, key: Hashable, mask: Callable[[], Mask]) -> tuple[Any, Mask]:
        """The texture for `key`, made from `mask()` if it is not there yet; with the mask it was made from."""
        found = self._textures.get(key)
        if found is None:
            made = mask()
            found = self._textures[key] = (texture(made), made)
            self._bytes += 2 * len(made.data)
            self._drop()
        self._textures.move_to_end(key)
        return found

    def code(self, address: str) -> tuple[Any, int]:
        """A code with its quiet zone, one pixel a module, and how many modules wide it is."""
        rows = matrix(address)
        side = len(rows) + 2 * QUIET_ZONE
        blank = bytes(side)
        cells = [blank] * QUIET_ZONE
        cells += [bytes(QUIET_ZONE) + bytes(255 * cell for cell in row) + bytes(QUIET_ZONE) for row in rows]
        cells += [blank] * QUIET_ZONE
        found, _ = self.of(("code", address), lambda: Mask(side, side, b"".join(cells)))
        return found, side

    def _drop(self) -> None:
        while self._bytes > self._kept_bytes and len(self._textures) > 1:
            _, (_, mask) = self._textures.popitem(last=False)
            self._bytes -= 2 * len(mask.data)


def texture(mask: Mask) -> Any:
    """A mask as a texture, its first row the lowest, as Kivy counts."""
    made = Texture.create(size=(mask.width, mask.height), colorfmt="luminance_alpha", bufferfmt="ubyte")
    made.mag_filter = made.min_filter = "nearest"
    made.wrap = "clamp_to_edge"
    pixels = bytearray(b"\xff") * (2 * len(mask.data))
    width, rows = mask.width, range(mask.height - 1, -1, -1)
    pixels[1::2] = b"".join(mask.data[row * width : (row + 1) * width] for row in rows)
    made.blit_buffer(bytes(pixels), colorfmt="luminance_alpha", bufferfmt="ubyte")
    return made
