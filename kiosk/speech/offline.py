"""The voice that is always there: espeak-ng in its own process. It speaks any text within some 100 ms, with no network.

It is a computer voice and sounds like one; clips by gTTS and human recordings replace it sentence by sentence.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from kiosk.speech.engine import Clip, Voice
from kiosk.speech.worker import Worker

log = logging.getLogger(__name__)

WORDS_PER_MINUTE = 150
"""espeak-ng's own 175 is fast for somebody who is listening in a language just learnt."""
ANSWER_SECONDS = 6.0
"""A sentence takes about 0.1 s, the start of the child 0.3 s; after this long it hangs."""
TRIES = 2
"""A lost child is replaced and asked once more."""


class OfflineVoice:
    """espeak-ng. `voices`: language → espeak-ng's name of the voice. `render` blocks; any background thread may call
    it."""

    name = "offline"
    suffix = ".wav"

    def __init__(self, voices: Mapping[str, str], answer_seconds: float = ANSWER_SECONDS) -> None:
        self._voices = dict(voices)
        self._worker = Worker("kiosk.speech.offline_child", answer_seconds, TRIES)
        self._told = ""

    @property
    def pid(self) -> int:
        """The child's process id, 0 while there is none."""
        return self._worker.pid

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for `language`."""
        return bool(self._voices.get(language))

    def voice(self, language: str, speed: float = 1.0) -> Voice:
        """The voice for `language`. Raises KeyError if there is none."""
        return Voice(self.name, language, self._voices[language], speed)

    def render(self, text: str, voice: Voice, out: Path) -> Clip:
        """Speak `text` into the WAV file `out`. Raises SpeechFailed."""
        rate = round(WORDS_PER_MINUTE * voice.speed)
        answer = self._worker.ask(do="speak", text=text, voice=voice.name, rate=rate, out=str(out))
        if "unmeasured" in answer:
            self._tell(answer["unmeasured"])
        return Clip(out, **answer["clip"])

    def revive(self) -> None:
        """Try again after too many losses: at every new visit."""
        self._worker.revive()

    def close(self) -> None:
        """End the child."""
        self._worker.close()

    def _tell(self, reason: str) -> None:
        """Log once why the voice is not as loud as all others: it speaks all the same."""
        if reason != self._told:
            self._told = reason
            log.warning("the offline voice is not measured: %s", reason)
