"""The offline voice's own process: espeak-ng 1.52 through ctypes. Started by kiosk.speech.offline, never imported.

espeak-ng is licensed under the GPL 3. It is loaded here and nowhere else, so that the kiosk and it stay two programs
that talk over a pipe. The library and its data come from the wheel `espeakng-loader`.
Requests: {"do": "speak", "text", "voice", "rate", "out"} → {"clip": how to play it} or {"error"}; with "unmeasured",
the reason why it could not be measured.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

from kiosk.speech.lines import Lines
from kiosk.speech.measure import measured, spans, trimmed
from kiosk.speech.samples import LibraryMissing, Samples, write

RETRIEVAL = 1
"""speak_lib.h: AUDIO_OUTPUT_RETRIEVAL, the samples come to the callback of a call that returns when all is spoken."""
RATE = 1
CHARACTERS_UTF8 = 1
POSITION_CHARACTER = 1

Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class Espeak:
    """The library, and the samples of the text it speaks at the moment. Raises OSError if it cannot be loaded."""

    def __init__(self, library: str, data: str) -> None:
        self._library = ctypes.CDLL(library)
        self.samples_per_second = int(self._library.espeak_Initialize(RETRIEVAL, 0, data.encode(), 0))
        if self.samples_per_second <= 0:
            raise OSError(f"espeak-ng does not start with the data in {data}")
        self._samples = bytearray()
        self._callback = Callback(self._collect)  # kept: ctypes would free it while the library still calls it
        self._library.espeak_SetSynthCallback(self._callback)

    def speak(self, text: str, voice: str, words_per_minute: int) -> Samples:
        """The sound of `text`. Raises ValueError for an unknown voice or if nothing can be heard; it does not say which
        voice, for that would tell a log the visitor's language."""
        if self._library.espeak_SetVoiceByName(voice.encode()):
            raise ValueError("espeak-ng has no such voice")
        self._library.espeak_SetParameter(RATE, words_per_minute, 0)
        self._samples.clear()
        utf8 = text.encode() + b"\0"
        length = ctypes.c_size_t(len(utf8))
        self._library.espeak_Synth(utf8, length, 0, POSITION_CHARACTER, 0, CHARACTERS_UTF8, None, None)
        self._library.espeak_Synchronize()
        if not any(self._samples):
            raise ValueError("espeak-ng made no sound")
        return Samples(bytes(self._samples), self.samples_per_second, 1)

    def _collect(self, samples: Any, count: int, _events: Any) -> int:
        if samples and count > 0:
            self._samples += ctypes.string_at(samples, count * 2)
        return 0


def answer(samples: Samples) -> dict[str, Any]:
    """How the clip is to be played. Without the library that measures, the voice speaks as loud as it does."""
    try:
        return {"clip": measured(samples)}
    except LibraryMissing as error:
        return {"clip": spans(samples), "unmeasured": str(error)}


def main() -> None:
    """Answer requests until the kiosk is gone."""
    lines = Lines()
    import espeakng_loader

    espeak = Espeak(espeakng_loader.get_library_path(), espeakng_loader.get_data_path())
    while True:
        request = lines.requests.get()
        try:
            samples = trimmed(espeak.speak(request["text"], request["voice"], request["rate"]))
            write(Path(request["out"]), samples)
        except ValueError as error:
            lines.answer(request, error=str(error))
        except OSError as error:  # not its file's name: that is made from the text
            lines.answer(request, error=f"the clip cannot be written: {error.strerror}")
        else:
            lines.answer(request, **answer(samples))


if __name__ == "__main__":
    main()
