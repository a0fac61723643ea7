"""The offline voice's own process: espeak-ng 1.52 through ctypes. Started by kiosk.speech.offline, never imported.

espeak-ng is licensed under the GPL 3. It is loaded here and nowhere else, so that the kiosk and it stay two programs
that talk over a pipe. The library and its data come from the wheel `espeakng-loader`.
Requests: {"do": "speak", "text", "voice", "rate", "out"} → {"seconds"} or {"error"}.
"""

from __future__ import annotations

import ctypes
import os
import wave
from typing import Any

from kiosk.speech.lines import Lines

RETRIEVAL = 1
"""speak_lib.h: AUDIO_OUTPUT_RETRIEVAL, the samples come to the callback of a call that returns when all is spoken."""
RATE = 1
CHARACTERS_UTF8 = 1
POSITION_CHARACTER = 1

TAIL_SECONDS = 0.05
"""Silence behind every text: SDL 2.28 keeps back the last 23 ms of a clip that it has to bring to another sample rate,
and with them would go the end of the last word."""

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

    def speak(self, text: str, voice: str, words_per_minute: int) -> bytes:
        """The sound of `text`: 16 bit, mono. Raises ValueError for an unknown voice or if nothing can be heard."""
        if self._library.espeak_SetVoiceByName(voice.encode()):
            raise ValueError(f"espeak-ng has no voice {voice!r}")
        self._library.espeak_SetParameter(RATE, words_per_minute, 0)
        self._samples.clear()
        utf8 = text.encode() + b"\0"
        length = ctypes.c_size_t(len(utf8))
        self._library.espeak_Synth(utf8, length, 0, POSITION_CHARACTER, 0, CHARACTERS_UTF8, None, None)
        self._library.espeak_Synchronize()
        if not any(self._samples):
            raise ValueError("espeak-ng made no sound")
        return bytes(self._samples)

    def _collect(self, samples: Any, count: int, _events: Any) -> int:
        if samples and count > 0:
            self._samples += ctypes.string_at(samples, count * 2)
        return 0


def write(out: str, sound: bytes, samples_per_second: int) -> float:
    """Write `sound` as a WAV file that is complete once it is called `out`. Returns its length in seconds."""
    part = f"{out}.part"
    sound += bytes(2 * round(TAIL_SECONDS * samples_per_second))
    with wave.open(part, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(samples_per_second)
        file.writeframes(sound)
    os.replace(part, out)
    return round(len(sound) / 2 / samples_per_second, 3)


def main() -> None:
    """Answer requests until the kiosk is gone."""
    lines = Lines()
    import espeakng_loader

    espeak = Espeak(espeakng_loader.get_library_path(), espeakng_loader.get_data_path())
    while True:
        request = lines.requests.get()
        try:
            sound = espeak.speak(request["text"], request["voice"], request["rate"])
            seconds = write(request["out"], sound, espeak.samples_per_second)
        except (ValueError, OSError) as error:
            lines.answer(request, error=str(error))
        else:
            lines.answer(request, seconds=seconds)


if __name__ == "__main__":
    main()
