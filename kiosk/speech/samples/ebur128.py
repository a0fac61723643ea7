"""libebur128: it measures loudness as EBU R128 does (ITU-R BS.1770), a sentence in about a millisecond."""

from __future__ import annotations

import ctypes
import math
from functools import cache
from typing import Any

from kiosk.speech.samples.libraries import SoundUnreadable, library
from kiosk.speech.samples.sound import Samples

NAME, PACKAGE = "libebur128.so.1", "libebur128-1"
BLOCK_SECONDS = 0.4
"""What is measured at once (BS.1770-4): a shorter sound has no loudness of its own."""
INTEGRATED = 5
"""ebur128.h, EBUR128_MODE_I: the loudness of the whole."""


def loudness(samples: Samples) -> float:
    """The loudness in LUFS, -inf for silence. Two channels count as their mean, because the player gives a single one
    to both loudspeakers: what is heard as equally loud has the same figure. A sound shorter than 0.4 s is measured as
    if repeated. Raises SoundUnreadable, LibraryMissing."""
    ebur128, found = _ebur128(), ctypes.c_double(-math.inf)
    state = ctypes.c_void_p(ebur128.ebur128_init(samples.channels, samples.rate, INTEGRATED))
    if not state:
        raise SoundUnreadable(f"{samples.rate} Hz: nicht messbar / cannot be measured")
    times = _times(samples)
    try:
        ebur128.ebur128_add_frames_short(state, samples.data * times, samples.frames * times)
        ebur128.ebur128_loudness_global(state, ctypes.byref(found))
    finally:
        ebur128.ebur128_destroy(ctypes.byref(state))
    return found.value - 10 * math.log10(samples.channels)


def _times(samples: Samples) -> int:
    """How often the sound must be repeated to fill a block."""
    block = BLOCK_SECONDS * samples.rate + 1
    return math.ceil(block / samples.frames) if 0 < samples.frames < block else 1


@cache
def _ebur128() -> Any:
    found = library(NAME, PACKAGE)
    found.ebur128_init.argtypes = (ctypes.c_uint, ctypes.c_ulong, ctypes.c_int)
    found.ebur128_init.restype = ctypes.c_void_p
    found.ebur128_add_frames_short.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t)
    found.ebur128_loudness_global.argtypes = (ctypes.c_void_p, ctypes.POINTER(ctypes.c_double))
    found.ebur128_destroy.argtypes = (ctypes.POINTER(ctypes.c_void_p),)
    found.ebur128_destroy.restype = None
    return found
