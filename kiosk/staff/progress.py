"""How far a long run has come: one line that stays on a terminal, a line for each step elsewhere (a log file).

Our own, for it is short: a library's bar (click, tqdm) would still leave to us what is more than the bar, that is plain
lines where nobody watches, remarks that stay to be read above it, and a clock that tests can set.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TextIO

from kiosk.staff.figures import duration

BAR = 20
CLEAR_LINE = "\r\x1b[K"


class Bar:
    """The witness of a run of `total` steps; `clock` is monotonic, in seconds."""

    def __init__(self, total: int, out: TextIO, clock: Callable[[], float]) -> None:
        self._total, self._out, self._clock = total, out, clock
        self.watched = out.isatty()
        self._start = clock()
        self._done = 0

    def step(self, name: str) -> None:
        """One more is done; `name` says of what."""
        self._done += 1
        self.draw(name)

    def figures(self, name: str) -> str:
        """`37/365  en  noch/left 11 min`."""
        return f"{self._done}/{self._total}  {name}  noch/left {self._left()}"

    def draw(self, name: str) -> None:
        """The bar as it is now; nothing where nobody watches."""
        if not self.watched:
            return
        share = self._done / self._total if self._total else 1.0
        bar = "#" * round(BAR * share)
        line = f"[{bar:-<{BAR}}] {share:4.0%}  {self.figures(name)}"
        print(CLEAR_LINE + line[: shutil.get_terminal_size().columns - 1], end="", file=self._out, flush=True)

    def write(self, words: str) -> None:
        """A line that stays to be read above the bar."""
        print((CLEAR_LINE if self.watched else "") + words, file=self._out, flush=True)

    def end(self) -> None:
        """Whatever comes now begins on a line of its own."""
        if self.watched:
            print(file=self._out, flush=True)

    def _left(self) -> str:
        rest = self._total - self._done
        seconds = (self._clock() - self._start) / self._done * rest if self._done else 0.0
        return duration(seconds) if self._done else "?"
