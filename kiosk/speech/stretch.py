"""Clips that were made at their usual speed, heard slower or faster: stretched once, with the pitch kept, by a child
process. Only the offline voice can speak at another speed by itself."""

from __future__ import annotations

from pathlib import Path

from kiosk.speech.engine import Clip
from kiosk.speech.shelf import Shelf
from kiosk.speech.worker import Worker

ANSWER_SECONDS = 4.0
"""A sentence takes about 20 ms, the start of the child 0.2 s; after this long it hangs, and another voice speaks."""


class Stretcher:
    """Makes clips slower and faster and keeps them on `shelf`. The child is started by the first of them."""

    def __init__(self, shelf: Shelf, answer_seconds: float = ANSWER_SECONDS) -> None:
        self._shelf = shelf
        self._worker = Worker("kiosk.speech.stretch_child", answer_seconds, tries=1)

    @property
    def pid(self) -> int:
        """The child's process id, 0 while there is none."""
        return self._worker.pid

    def find(self, clip: Clip, speed: float) -> Clip:
        """`clip`, `speed` times as fast. Blocks while it is made, 4 s at the longest; any background thread may call
        it. Raises SpeechFailed, OSError."""
        written = clip.path.stat().st_mtime_ns  # a sentence may be recorded anew, under the same name
        key = f"{clip.path.stem}-{written:x}-{speed:g}"
        return self._shelf.get(key, ".wav", lambda out: self._stretched(clip, speed, out))

    def revive(self) -> None:
        """Try again after too many losses: at every new visit."""
        self._worker.revive()

    def close(self) -> None:
        """End the child."""
        self._worker.close()

    def _stretched(self, clip: Clip, speed: float, out: Path) -> Clip:
        answer = self._worker.ask(do="stretch", path=str(clip.path), speed=speed, out=str(out))
        return Clip(out, gain=clip.gain, **answer["clip"])  # faster is not louder
