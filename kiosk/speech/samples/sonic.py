"""libsonic: speech slower and faster with its pitch kept. It was made for that, and espeak-ng itself uses it."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any

from kiosk.speech.samples.libraries import library
from kiosk.speech.samples.sound import WIDTH, Samples

NAME, PACKAGE = "libsonic.so.0", "libsonic0"


def stretched(samples: Samples, speed: float) -> Samples:
    """The same, `speed` times as fast (0.75 is slower), with its pitch kept. Raises LibraryMissing."""
    sonic = _sonic()
    stream = sonic.sonicCreateStream(samples.rate, samples.channels)
    try:
        sonic.sonicSetSpeed(stream, speed)
        sonic.sonicWriteShortToStream(stream, samples.data, samples.frames)
        sonic.sonicFlushStream(stream)
        frames = sonic.sonicSamplesAvailable(stream)
        room = ctypes.create_string_buffer(frames * WIDTH * samples.channels)
        sonic.sonicReadShortFromStream(stream, room, frames)
    finally:
        sonic.sonicDestroyStream(stream)
    return Samples(room.raw, samples.rate, samples.channels)


@cache
def _sonic() -> Any:
    found, stream = library(NAME, PACKAGE), ctypes.c_void_p
    found.sonicCreateStream.argtypes, found.sonicCreateStream.restype = (ctypes.c_int, ctypes.c_int), stream
    found.sonicSetSpeed.argtypes, found.sonicSetSpeed.restype = (stream, ctypes.c_float), None
    found.sonicDestroyStream.argtypes, found.sonicDestroyStream.restype = (stream,), None
    found.sonicFlushStream.argtypes = found.sonicSamplesAvailable.argtypes = (stream,)
    for move in (found.sonicWriteShortToStream, found.sonicReadShortFromStream):
        move.argtypes = (stream, ctypes.c_char_p, ctypes.c_int)
    return found
