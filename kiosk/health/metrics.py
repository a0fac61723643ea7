"""What is told: the figures by name, and how they are written for Prometheus (its text format 0.0.4).

prometheus_client would write the same; importing it takes 45 ms and 7.8 MB in the process before visitors (version
0.26, measured on the machine of the tests), for some twenty lines. Prometheus' own promtool judges what is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from msgspec import Struct


class Kind(Enum):
    """Whether a figure goes up and down, or only up until the kiosk starts anew."""

    GAUGE = "gauge"
    COUNTER = "counter"


class Metric(Struct, frozen=True):
    """A figure: its name for Prometheus, what it is in English, and the names of its labels."""

    name: str
    what: str
    kind: Kind = Kind.GAUGE
    labels: tuple[str, ...] = ()

    def sample(self, value: float, *labels: str) -> Sample:
        """A value of it, with its labels in their order. Raises ValueError for other labels than it has."""
        return Sample(self, value, tuple(zip(self.labels, labels, strict=True)))


class Sample(Struct, frozen=True):
    """One value of a figure, with its labels."""

    metric: Metric
    value: float
    labels: tuple[tuple[str, str], ...] = ()


BUILD = Metric("kiosk_build_info", "Version of the program that runs.", labels=("version",))
RELEASE = Metric("kiosk_content_info", "Release of the content that is shown.", labels=("release",))
HEARTBEAT = Metric("kiosk_heartbeat_timestamp_seconds", "When the last picture came onto the screen (Unix time).")
STARTED = Metric("kiosk_start_time_seconds", "When the kiosk was started (Unix time).")
FRAME_GAP = Metric(
    "kiosk_frame_gap_max_seconds", "Longest time since the last writing in which the screen could not answer."
)
RSS = Metric("kiosk_rss_bytes", "Memory that the kiosk holds (resident).")
RSS_MOST = Metric("kiosk_memory_max_bytes", "Memory at which the service is ended (MemoryMax), where it is limited.")
FILES = Metric("kiosk_open_fds", "Files that the kiosk holds open.")
THREADS = Metric("kiosk_threads", "Threads of the kiosk.")
TEXTURES = Metric("kiosk_textures", "Textures kept, when nobody was there last.")
EVENTS = Metric("kiosk_clock_events", "Timers of the toolkit, when nobody was there last.")
STARTS = Metric("kiosk_starts_total", "Starts of the kiosk by what led to them.", Kind.COUNTER, ("reason",))
EXCEPTIONS = Metric(
    "kiosk_exceptions_total", "Faults of the program that were survived, by where.", Kind.COUNTER, ("where",)
)
ERRORS = Metric("kiosk_content_errors", "Errors in content and settings as they stand in the files.")
WARNINGS = Metric("kiosk_content_warnings", "Warnings about content and settings that are shown.")
DISPLAY = Metric("kiosk_display_connected", "1 if a screen is plugged in, 0 if none is.")
TOUCH = Metric("kiosk_touch_present", "1 if there is a touch panel, 0 if there is none.")
AUDIO = Metric("kiosk_audio_ok", "1 if the sound device could be opened, 0 if not.")
TRUSTED = Metric("kiosk_clock_trusted", "1 if the clock can be believed, 0 if not.")
WRITABLE = Metric("kiosk_storage_writable", "1 if what was written could be read again, 0 if not.")
TOUCHED = Metric("kiosk_touched_within_hour", "1 if the screen was touched in the last full hour of running.")
OPEN = Metric("kiosk_centre_open", "1 while the centre is open by its hours, 0 while it is closed.")
LOST = Metric("kiosk_health_write_failures_total", "Times that these figures could not be written.", Kind.COUNTER)
SAFE_MODE = Metric("kiosk_safe_mode", "1 while the safe page is shown, 0 while the kiosk runs.")
"""In a file of its own, which the safe page writes, too: one figure must not stand in two files."""

METRICS = (
    *(BUILD, RELEASE, HEARTBEAT, STARTED, FRAME_GAP, RSS, RSS_MOST, FILES, THREADS, TEXTURES, EVENTS, STARTS),
    *(EXCEPTIONS, ERRORS, WARNINGS, DISPLAY, TOUCH, AUDIO, TRUSTED, WRITABLE, TOUCHED, OPEN, LOST, SAFE_MODE),
)
"""All that the kiosk writes of its health. docs/health.md says what each is for."""


def as_text(samples: Iterable[Sample]) -> str:
    """Samples as Prometheus reads them, those of one figure together; without the time, which node exporter refuses."""
    groups: dict[Metric, list[Sample]] = {}
    for sample in samples:
        groups.setdefault(sample.metric, []).append(sample)
    return "".join(line + "\n" for metric, group in groups.items() for line in _lines(metric, group))


def _lines(metric: Metric, samples: Iterable[Sample]) -> Iterable[str]:
    yield f"# HELP {metric.name} {metric.what}"
    yield f"# TYPE {metric.name} {metric.kind.value}"
    for sample in samples:
        labels = ",".join(f'{name}="{_escaped(value)}"' for name, value in sample.labels)
        yield f"{metric.name}{f'{{{labels}}}' if labels else ''} {sample.value!r}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def counted(metric: Metric, counts: Mapping[str, int]) -> list[Sample]:
    """A counter with one label, by that label."""
    return [metric.sample(count, label) for label, count in sorted(counts.items())]
