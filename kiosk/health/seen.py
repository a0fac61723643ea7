"""What the user interface sees of itself at a beat, and the figures that come of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from kiosk.health import metrics
from kiosk.health.metrics import Metric, Sample, counted

UNRELEASED = "none"
"""The release of content that did not come as one: somebody works on it in place."""
RELEASES = "releases"
"""The folder whose folders are releases."""


class Load(Struct, frozen=True):
    """What the kiosk holds while nobody is there: then it is the same on every screen, tells of no visit, and what has
    become more was forgotten by us."""

    textures: int
    timers: int


class Seen(Struct, frozen=True):
    """Taken in the loop, right after a frame came onto the screen at `beat` (Unix time). `busy_s` is the longest time
    since the last writing in which the loop could not answer. None is what is not known, or does not apply."""

    beat: float
    started: float
    version: str
    content: Path
    busy_s: float | None = None
    load: Load | None = None
    touched: bool = False
    audio: bool | None = None
    clock_trusted: bool | None = None
    centre_open: bool | None = None
    errors: int = 0
    warnings: int = 0
    exceptions: Mapping[str, int] = field(default_factory=dict)


def samples(seen: Seen, release: str) -> Iterator[Sample]:
    """The figures of what was seen; `release` is that of the content."""
    yield metrics.BUILD.sample(1, seen.version)
    yield metrics.RELEASE.sample(1, release)
    yield metrics.HEARTBEAT.sample(seen.beat)
    yield metrics.STARTED.sample(seen.started)
    yield from known(metrics.FRAME_GAP, seen.busy_s)
    if seen.load:
        yield metrics.TEXTURES.sample(seen.load.textures)
        yield metrics.EVENTS.sample(seen.load.timers)
    yield from counted(metrics.EXCEPTIONS, seen.exceptions)
    yield metrics.ERRORS.sample(seen.errors)
    yield metrics.WARNINGS.sample(seen.warnings)
    yield from known(metrics.AUDIO, seen.audio)
    yield from known(metrics.TRUSTED, seen.clock_trusted)
    yield metrics.TOUCHED.sample(int(seen.touched))
    yield from known(metrics.OPEN, seen.centre_open)


def known(metric: Metric, value: float | None) -> Iterator[Sample]:
    """The figure, if it is known."""
    if value is not None:
        yield metric.sample(float(value) if isinstance(value, float) else int(value))


def release_of(content: Path) -> str:
    """The release that a folder of content is or is in, whatever links lead there."""
    parts = content.resolve().parts
    return parts[parts.index(RELEASES) + 1] if RELEASES in parts[:-1] else UNRELEASED
