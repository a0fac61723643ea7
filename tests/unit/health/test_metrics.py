"""The figures as Prometheus reads them: its own promtool is the judge."""

from __future__ import annotations

import subprocess

import pytest
from msgspec.structs import replace

from kiosk.health import metrics
from kiosk.health.metrics import METRICS, Metric, Sample, as_text, counted
from tests.unpacked import PROMTOOL

STRANGE = 'a "quoted" \\ backslash\nand ümläut'


def judged(text: str) -> tuple[int, str]:
    """What promtool says: 0 for well-formed figures with good names."""
    ended = subprocess.run([PROMTOOL, "check", "metrics"], input=text, capture_output=True, text=True, check=False)
    return ended.returncode, ended.stderr


def every(label: str) -> list[Sample]:
    return [metric.sample(1.5, *(label for _ in metric.labels)) for metric in METRICS]


@pytest.mark.parametrize("label", ["plain", STRANGE, ""])
def test_promtool_finds_nothing_to_complain_of(label: str) -> None:
    assert judged(as_text(every(label))) == (0, "")


def test_promtool_would_complain() -> None:
    """Control: of a label that is not escaped, of a bad name, and of a figure that stands there twice."""
    assert judged(as_text(every("plain")).replace('"plain"', '"a"b"'))[0] != 0
    assert judged(as_text([replace(metrics.LOST, name="kiosk_health_write_failures").sample(1)]))[0] != 0
    assert judged(as_text(every("plain")) * 2)[0] != 0


def test_no_figure_carries_a_time() -> None:
    """Node exporter refuses a whole folder for one of them."""
    lines = [line for line in as_text(every("plain")).splitlines() if not line.startswith("#")]
    assert len(lines) == len(METRICS)
    assert all(len(line.split()) == 2 for line in lines)


def test_samples_of_one_figure_stand_together() -> None:
    mixed = [metrics.STARTS.sample(1, "boot"), metrics.TOUCH.sample(1), metrics.STARTS.sample(2, "crash")]
    text = as_text(mixed)
    assert judged(text) == (0, "")
    assert text.count("# TYPE kiosk_starts_total counter") == 1


def test_a_figure_has_the_labels_that_it_says() -> None:
    with pytest.raises(ValueError, match="longer"):
        metrics.TOUCH.sample(1, "left")
    with pytest.raises(ValueError, match="shorter"):
        metrics.STARTS.sample(1)
    assert [sample.labels for sample in counted(metrics.STARTS, {"boot": 2})] == [(("reason", "boot"),)]


def test_names_are_ours_and_different() -> None:
    names = [metric.name for metric in METRICS]
    assert len(set(names)) == len(names) and all(name.startswith("kiosk_") for name in names)
    defined = {value for value in vars(metrics).values() if isinstance(value, Metric)}
    assert defined == set(METRICS)
