"""Figures as people read them."""

from __future__ import annotations


def duration(seconds: float) -> str:
    """`45 s`, `12 min` or `2:05 h`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60}:{minutes % 60:02} h"


def megabytes(size: int) -> str:
    """`18.2` for so many bytes; a megabyte has a million of them, as on a disk's label."""
    return f"{size / 1_000_000:.1f}"
