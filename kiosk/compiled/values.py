"""Frozen values as bytes, and back: pickle, but for nothing else than values.

A pickle may name anything that Python can call. Reading one here knows only the kiosk's own frozen values, its lists of
names, and dates: whatever else one asks for is refused, and nothing is imported for it.
"""

from __future__ import annotations

import io
import pickle
import sys
import zlib
from collections.abc import Mapping
from datetime import date, time
from enum import Enum
from typing import Any

from msgspec import Struct

from kiosk.domain.phrase import Phrase

ROOMS = ("kiosk.domain.", "kiosk.theme.", "kiosk.search.")
"""Where values come from."""
PLAIN: Mapping[tuple[str, str], type] = {
    ("datetime", "date"): date,
    ("datetime", "time"): time,
    (Phrase.__module__, Phrase.__name__): str,
}
LEVEL = 1
"""Of zlib: a third of the size. The next levels save little more and take twice as long."""


class NoValue(Exception):
    """These bytes are none of our values."""


def packed(value: object) -> bytes:
    """A value as bytes."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), LEVEL)


def unpacked(data: bytes | memoryview) -> Any:
    """The value that was packed. Raises NoValue for anything else."""
    try:
        return _Unpickler(io.BytesIO(zlib.decompress(data))).load()
    except NoValue:
        raise
    except Exception as error:  # whatever bytes that are no pickle can bring about
        raise NoValue(f"{type(error).__name__}: {error}") from error


class _Unpickler(pickle.Unpickler):
    """Reads values of the kiosk only."""

    def find_class(self, module: str, name: str) -> Any:
        """A class that may stand in a value. Raises NoValue for any other name."""
        found: Any = getattr(sys.modules.get(module), name, None)
        if (module, name) in PLAIN and isinstance(found, type) and issubclass(found, PLAIN[module, name]):
            return found
        ours = module.startswith(ROOMS) and isinstance(found, type) and found.__module__ == module
        if ours and issubclass(found, (Struct, Enum)):
            return found
        raise NoValue(f"{module}.{name} is no value")
