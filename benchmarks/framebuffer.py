"""The pixels of a virtual X screen, read in its server's own memory (Xvfb -fbdir): no screenshot, so no delay."""

from __future__ import annotations

import mmap
import struct
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.gui.outside import until

HEADER = 25
"""XWDFile.h: the header's 32-bit fields. 0: its size, 12: bytes a line, 19: colours that follow the header."""
BYTES_A_PIXEL = 4


class Framebuffer:
    """The screen whose Xvfb was given `-fbdir folder`."""

    def __init__(self, folder: Path) -> None:
        file = folder / "Xvfb_screen0"
        until(file.exists, "the screen's memory is there")
        with file.open("rb") as opened:
            self._memory = mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(f">{HEADER}I", self._memory[: 4 * HEADER])
        self._start, self._line = header[0] + 12 * header[19], header[12]

    def shown(self, x: int, y: int, width: int, height: int) -> bytes:
        """The pixels of a place."""
        lines = (self._start + line * self._line + BYTES_A_PIXEL * x for line in range(y, y + height))
        return b"".join(self._memory[line : line + BYTES_A_PIXEL * width] for line in lines)

    def until_changed(self, at: tuple[int, int, int, int], before: bytes) -> float:
        """Wait until a place looks other than `before`; when it did (time.monotonic())."""
        changed = 0.0

        def looks_other() -> bool:
            nonlocal changed
            changed = time.monotonic()
            return self.shown(*at) != before

        until(looks_other, "the screen changes", every_s=0.001)
        return changed

    def pixels(self, width: int, height: int) -> NDArray[np.uint32]:
        """The whole screen as it is at any moment, a number a pixel; to be dropped before `close`."""
        line = self._line // BYTES_A_PIXEL
        shown = np.frombuffer(self._memory, np.uint32, line * height, self._start)
        return shown.reshape(height, line)[:, :width]

    def close(self) -> None:
        """Let go of the memory."""
        self._memory.close()
