"""Whether a visitor can be spoken to."""

from __future__ import annotations

from enum import Enum


class Sound(Enum):
    """Whether there is a device and a voice, and if not, what is missing. The words that say so end in the value."""

    READY = "ready"
    NO_DEVICE = "no_device"
    NO_VOICE = "no_voice"
