"""How far a long run has come: one line that stays on a terminal, a line for each sentence elsewhere (a log file).

Our own, for it is short: a library's bar (click, tqdm) would still leave to us what is more than the bar, that is plain
lines where nobody watches, refusals that stay to be read above it, and a clock that tests can set.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TextIO

from kiosk.speech.engine import Voice
from kiosk.staff.voice.figures import duration

BAR = 20
CLEAR_LINE = "\r\x1b[K"


class Progress:
    """The witness of a run over `total` sentences; `clock` is monotonic, in seconds."""

    def __init__(self, total: int, out: TextIO, clock: Callable[[], float]) -> None:
        self._total, self._out, self._clock = total, out, clock
        self._watched = out.isatty()
        self._start = clock()
        self._done = 0

    def made(self, voice: Voice, text: str) -> None:
        """A clip is there."""
        self._done += 1
        if not self._watched:
            self._line(f"{self.figures(voice.language)}  {text}")
        self._draw(voice.language)

    def refused(self, voice: Voice, text: str, reason: str) -> None:
        """A text gets none; that stays to be read."""
        self._done += 1
        self._line(f"{voice.language}  ! {text}: {reason}")
        self._draw(voice.language)

    def gave_up(self, voice: Voice, refusals: int) -> None:
        """A whole voice is left out."""
        self._line(
            f"{voice.language}  ! {refusals} Absagen hintereinander: Der Rest dieser Sprache wird ausgelassen. / "
            f"{refusals} refusals in a row: the rest of this language is left out."
        )

    def waits(self, seconds: float, reason: str) -> None:
        """The service gets a rest."""
        self._line(f"… {seconds:.0f} s Pause / rest: {reason}")

    def end(self) -> None:
        """Whatever comes now begins on a line of its own."""
        if self._watched:
            print(file=self._out, flush=True)

    def figures(self, language: str) -> str:
        """`37/365  en  noch/left 11 min`."""
        return f"{self._done}/{self._total}  {language}  noch/left {self._left()}"

    def _left(self) -> str:
        rest = self._total - self._done
        seconds = (self._clock() - self._start) / self._done * rest if self._done else 0.0
        return duration(seconds) if self._done else "?"

    def _draw(self, language: str) -> None:
        if not self._watched:
            return
        share = self._done / self._total
        bar = "#" * round(BAR * share)
        line = f"[{bar:-<{BAR}}] {share:4.0%}  {self.figures(language)}"
        print(CLEAR_LINE + line[: shutil.get_terminal_size().columns - 1], end="", file=self._out, flush=True)

    def _line(self, words: str) -> None:
        print((CLEAR_LINE if self._watched else "") + words, file=self._out, flush=True)
