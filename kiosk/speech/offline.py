"""The voice that is always there: espeak-ng in its own process. It speaks any text within some 100 ms, with no network.

It is a computer voice and sounds like one; clips by gTTS and human recordings replace it sentence by sentence.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

from kiosk.speech.companion import Companion, CompanionLost, Line
from kiosk.speech.engine import Clip, SpeechFailed, Voice

WORDS_PER_MINUTE = 150
"""espeak-ng's own 175 is fast for somebody who is listening in a language just learnt."""
ANSWER_SECONDS = 6.0
"""A sentence takes about 0.1 s, the start of the child 0.3 s; after this long it hangs."""
LOSSES = 3
"""So many children may be lost in a row before the voice rests until `revive`."""


class OfflineVoice:
    """espeak-ng. `voices`: language → espeak-ng's name of the voice. `render` blocks; any background thread may call
    it."""

    name = "offline"
    suffix = ".wav"

    def __init__(self, voices: Mapping[str, str], answer_seconds: float = ANSWER_SECONDS) -> None:
        self._voices = dict(voices)
        self._seconds = answer_seconds
        self._child = Companion("kiosk.speech.offline_child")
        self._lock = threading.Lock()
        self._losses = 0

    @property
    def pid(self) -> int:
        """The child's process id, 0 while there is none."""
        return self._child.pid

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for `language`."""
        return bool(self._voices.get(language))

    def voice(self, language: str, speed: float = 1.0) -> Voice:
        """The voice for `language`. Raises KeyError if there is none."""
        return Voice(self.name, language, self._voices[language], speed)

    def render(self, text: str, voice: Voice, out: Path) -> Clip:
        """Speak `text` into the WAV file `out`. A lost child is replaced and asked once more. Raises SpeechFailed."""
        request = {"text": text, "voice": voice.name, "rate": round(WORDS_PER_MINUTE * voice.speed), "out": str(out)}
        with self._lock:
            try:
                answer = self._ask(request)
            except CompanionLost:
                answer = self._ask_again(request)
        if "error" in answer:
            raise SpeechFailed(answer["error"])
        return Clip(out, answer["seconds"])

    def revive(self) -> None:
        """Try again after too many losses: at every new visit."""
        self._losses = 0

    def close(self) -> None:
        """End the child."""
        self._child.kill()

    def _ask(self, request: Line) -> Line:
        if self._losses >= LOSSES:
            raise SpeechFailed(f"the offline voice was lost {LOSSES} times in a row and rests until the next visit")
        try:
            answer = self._child.ask(self._seconds, do="speak", **request)
        except CompanionLost:
            self._losses += 1
            raise
        self._losses = 0
        return answer

    def _ask_again(self, request: Line) -> Line:
        try:
            return self._ask(request)
        except CompanionLost as error:
            raise SpeechFailed(str(error)) from error
