"""How far the rendering of clips has come, and what was refused on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from kiosk.speech.engine import Voice
from kiosk.staff.progress import Bar


class Progress:
    """The witness of a run over `total` sentences; `clock` is monotonic, in seconds."""

    def __init__(self, total: int, out: TextIO, clock: Callable[[], float]) -> None:
        self._bar = Bar(total, out, clock)

    def made(self, voice: Voice, text: str) -> None:
        """A clip is there."""
        self._bar.step(voice.language)
        if not self._bar.watched:
            self._bar.write(f"{self.figures(voice.language)}  {text}")

    def refused(self, voice: Voice, text: str, reason: str) -> None:
        """A text gets none; that stays to be read."""
        self._bar.write(f"{voice.language}  ! {text}: {reason}")
        self._bar.step(voice.language)

    def gave_up(self, voice: Voice, refusals: int) -> None:
        """A whole voice is left out."""
        self._bar.write(
            f"{voice.language}  ! {refusals} Absagen hintereinander: Der Rest dieser Sprache wird ausgelassen. / "
            f"{refusals} refusals in a row: the rest of this language is left out."
        )

    def waits(self, seconds: float, reason: str) -> None:
        """The service gets a rest."""
        self._bar.write(f"… {seconds:.0f} s Pause / rest: {reason}")

    def end(self) -> None:
        """Whatever comes now begins on a line of its own."""
        self._bar.end()

    def figures(self, language: str) -> str:
        """`37/365  en  noch/left 11 min`."""
        return self._bar.figures(language)
