"""Sound as samples: read, written, measured, cut and stretched.

Debian's libsndfile, libebur128 and libsonic do it, through ctypes and with one door each: the kiosk has no numpy at run
time, and no wheel of such a library is made for all its machines. A library is opened at its first use.
"""

from kiosk.speech.samples.ebur128 import loudness
from kiosk.speech.samples.libraries import LibraryMissing, SoundUnreadable
from kiosk.speech.samples.sndfile import read, write
from kiosk.speech.samples.sonic import stretched
from kiosk.speech.samples.sound import WIDTH, Samples, cut, louder, peak, silence

__all__ = [
    "WIDTH",
    "LibraryMissing",
    "Samples",
    "SoundUnreadable",
    "cut",
    "louder",
    "loudness",
    "peak",
    "read",
    "silence",
    "stretched",
    "write",
]
