"""Opening Debian's libraries for sound, and what to say when something about a sound is not as it should be."""

from __future__ import annotations

import ctypes

from kiosk.speech.engine import SpeechFailed


class SoundUnreadable(SpeechFailed):
    """A sound file that cannot be used. The message says why in German and English; it does not name the file."""


class LibraryMissing(SoundUnreadable):
    """One of Debian's libraries is not installed. The message names the package."""


def library(name: str, package: str) -> ctypes.CDLL:
    """The library called `name`, which comes with Debian's `package`. Raises LibraryMissing."""
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        raise LibraryMissing(
            f"{name} fehlt, bitte installieren / is missing, please install: apt-get install {package}"
        ) from error
