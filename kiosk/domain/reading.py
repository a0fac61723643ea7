"""How far the reading aloud has come."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Status(Enum):
    """What the reader is doing. The short silence between two sentences counts as playing."""

    IDLE = "idle"
    PREPARING = "preparing"
    """The next sentence is not ready to be heard yet."""
    PLAYING = "playing"
    PAUSED = "paused"


class Reading(Struct, frozen=True):
    """Sentence `index` (from 0) of `count` is being read. `error` is the name of the words that say why nothing is
    heard ("listen.no_device", "listen.no_voice"); empty when all is well. An error goes with `IDLE`."""

    status: Status = Status.IDLE
    index: int = 0
    count: int = 0
    error: str = ""
