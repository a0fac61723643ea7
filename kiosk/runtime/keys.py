"""From keys to what they are for: each by its name, and a trembling hand acts once (EN 301 549, 5.8)."""

from __future__ import annotations

import logging
import math

from kiosk.domain.keypad import QUICK, Function, Keys

log = logging.getLogger(__name__)

QUICK_S = 0.15
"""So soon the same step counts as a bounce of the key itself. A step is wanted several times in a row, and who knows
the way presses five times a second."""


class KeyFunctions:
    """What the keys of a terminal are for. The same function again within `settle_s` is an echo. A hand that goes on
    trembling does not act again: echoes are measured from each other. Steps (on, back, louder, quieter) are measured
    from the last step, so that quick ones are none too few."""

    def __init__(self, keys: Keys, settle_s: float) -> None:
        self._keys, self._settle_s = keys, settle_s
        self._last: dict[Function, float] = {}
        self._told: set[str] = set()

    def press(self, name: str, now: float) -> Function | None:
        """What the key with this name is for at `now` (monotonic seconds); None if it is an echo."""
        function = self._keys.get(name, Function.OTHER)
        if function is Function.OTHER:
            self._tell(name)
        quick = function in QUICK
        echo = now - self._last.get(function, -math.inf) < (min(QUICK_S, self._settle_s) if quick else self._settle_s)
        if not (echo and quick):
            self._last[function] = now
        return None if echo else function

    def _tell(self, name: str) -> None:
        """Once for each key without a function: IT sees what it is called. It tells nothing about a visit."""
        if name not in self._told:
            self._told.add(name)
            log.info("a key without a function (keypad: in kiosk.yaml): %s", name or "it has no name")
