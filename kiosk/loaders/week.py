"""Opening hours as staff write them: "13-17", "8:30-12, 13-18", "closed"."""

from __future__ import annotations

import re
from datetime import time

from kiosk.domain.hours import Span
from kiosk.loaders import faults_fields as faults
from kiosk.loaders.faults import Fault

CLOSED = "closed"

SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?")


def spans(text: str) -> tuple[Span, ...] | Fault:
    """The spans of one day, in order; none if closed; a fault if the text is not an opening time."""
    if text.strip().lower() == CLOSED:
        return ()
    found: list[Span] = []
    for part in text.split(","):
        match = SPAN.fullmatch(part.strip())
        start = _time(match[1], match[2]) if match else None
        end = _time(match[3], match[4]) if match else None
        if start is None or end is None:
            return faults.BAD_HOURS
        if start >= end or (found and start < found[-1].end):
            return faults.HOURS_ORDER
        found.append(Span(start, end))
    return tuple(found)


def _time(hour: str, minute: str | None) -> time | None:
    """A time of day; 24 is the end of the day, written as `time.max` (domain/hours.py)."""
    hours, minutes = int(hour), int(minute or 0)
    if (hours, minutes) == (24, 0):
        return time.max
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
