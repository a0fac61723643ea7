"""libsndfile: it reads WAV, FLAC, OGG and MP3, all that people record with, behind one call, and writes FLAC."""

from __future__ import annotations

import ctypes
import math
import os
import wave
from array import array
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.speech.samples.libraries import SoundUnreadable, library
from kiosk.speech.samples.sound import FULL_SCALE, WIDTH, Samples, limited

NAME, PACKAGE = "libsndfile.so.1", "libsndfile1"
LONGEST_SECONDS = 120.0
"""What is longer is no sentence, and would fill the memory."""
MOST_CHANNELS = 2
CUT_OFF = "die Datei ist abgeschnitten; bitte noch einmal kopieren / the file is cut off; please copy it again"

# Of sndfile.h:
READ, WRITE = 0x10, 0x20
SET_CLIPPING = 0x10C0
FLAC, FLAC_16_BIT = 0x170000, 0x170002
CONTAINER, CODING = 0xFFF0000, 0xFFFF
FLOATING = {0x06: "FLOAT", 0x07: "DOUBLE", 0x60: "VORBIS", 0x64: "OPUS"}
"""The codings that libsndfile 1.2 does not bring to 16 bit as it should: too loud a sample comes out with the wrong
sign, and of FLOAT and DOUBLE nothing is left."""


class _Info(ctypes.Structure):
    _fields_ = (
        ("frames", ctypes.c_int64),
        ("rate", ctypes.c_int),
        ("channels", ctypes.c_int),
        ("format", ctypes.c_int),
        ("sections", ctypes.c_int),
        ("seekable", ctypes.c_int),
    )


def read(path: Path) -> Samples:
    """The sound in a WAV, FLAC, OGG or MP3 file. Raises SoundUnreadable."""
    sndfile, info = _sndfile(), _Info()
    handle = sndfile.sf_open(os.fsencode(path), READ, ctypes.byref(info))
    if not handle:
        raise SoundUnreadable(f"keine lesbare Tondatei / not a sound file that can be read: {_reason(sndfile)}")
    try:
        if _is_cut_off(path):
            raise SoundUnreadable(CUT_OFF)
        _check(info)
        samples = Samples(_decoded(sndfile, handle, info), info.rate, info.channels)
    finally:
        sndfile.sf_close(handle)
    if not samples.frames:
        raise SoundUnreadable("kein Ton in der Datei / no sound in the file")
    return samples


def write(path: Path, samples: Samples) -> None:
    """Write a WAV or FLAC file, by the suffix; it is whole once it is called `path`. Raises OSError, LibraryMissing
    (FLAC only), and ValueError for another suffix."""
    kinds = {".wav": _write_wav, ".flac": _write_flac}
    if path.suffix not in kinds:
        raise ValueError(f"{path.suffix!r}: not one of {', '.join(kinds)}")
    part = Path(f"{path}.part")
    try:
        kinds[path.suffix](part, samples)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _check(info: _Info) -> None:
    if info.channels > MOST_CHANNELS:
        raise SoundUnreadable(f"{info.channels} Kanäle; bitte einen oder zwei / channels; one or two, please")
    if info.frames > LONGEST_SECONDS * info.rate:
        raise SoundUnreadable(f"länger als / longer than {LONGEST_SECONDS:g} s")


def _decoded(sndfile: Any, handle: int, info: _Info) -> bytes:
    """All of it, as 16 bit."""
    floating = info.format & CODING in FLOATING
    fetch, width = (sndfile.sf_readf_float, 4) if floating else (sndfile.sf_readf_short, WIDTH)
    frame = width * info.channels
    room = ctypes.create_string_buffer(info.frames * frame)
    sndfile.sf_command(handle, SET_CLIPPING, None, 1)
    frames = fetch(handle, room, info.frames)
    if info.format & CONTAINER == FLAC and frames != info.frames:  # an MP3 only guesses its length
        raise SoundUnreadable(CUT_OFF)
    data = room.raw[: frames * frame]
    if not floating:
        return data
    values = array("f", data)
    if not all(map(math.isfinite, values)):
        raise SoundUnreadable("Werte, die keine Zahlen sind / values that are no numbers")
    return limited(value * FULL_SCALE for value in values)


def _is_cut_off(path: Path) -> bool:
    """Whether a WAV file is shorter than it says of itself: libsndfile takes what there is. Recorders that do not know
    the length beforehand write 0 or the largest number."""
    with path.open("rb") as file:
        head = file.read(8)
        size = file.seek(0, os.SEEK_END)
    promised = int.from_bytes(head[4:], "little")
    return head[:4] == b"RIFF" and 0 < promised < 2**32 - 1 and size < 8 + promised


def _write_wav(path: Path, samples: Samples) -> None:
    with path.open("wb") as file, wave.open(file, "wb") as sound:
        sound.setnchannels(samples.channels)
        sound.setsampwidth(WIDTH)
        sound.setframerate(samples.rate)
        sound.writeframes(samples.data)


def _write_flac(path: Path, samples: Samples) -> None:
    sndfile, info = _sndfile(), _Info(rate=samples.rate, channels=samples.channels, format=FLAC_16_BIT)
    handle = sndfile.sf_open(os.fsencode(path), WRITE, ctypes.byref(info))
    if not handle:
        raise OSError(_reason(sndfile))
    written = sndfile.sf_writef_short(handle, samples.data, samples.frames)
    if sndfile.sf_close(handle) or written != samples.frames:
        raise OSError(f"{written} / {samples.frames}")


def _reason(sndfile: Any) -> str:
    """Why the last file could not be opened, in the library's own English."""
    return str(sndfile.sf_strerror(None).decode(errors="replace"))


@cache
def _sndfile() -> Any:
    found, handle, info = library(NAME, PACKAGE), ctypes.c_void_p, ctypes.POINTER(_Info)
    found.sf_open.argtypes, found.sf_open.restype = (ctypes.c_char_p, ctypes.c_int, info), handle
    found.sf_close.argtypes = (handle,)
    found.sf_strerror.argtypes, found.sf_strerror.restype = (handle,), ctypes.c_char_p
    found.sf_command.argtypes = (handle, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
    for move in (found.sf_readf_short, found.sf_readf_float, found.sf_writef_short):
        move.argtypes, move.restype = (handle, ctypes.c_char_p, ctypes.c_int64), ctypes.c_int64
    return found
