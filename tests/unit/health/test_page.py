"""docs/health.md names every figure, every alert and every row of doctor, and nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from kiosk.health.metrics import METRICS
from kiosk.health.starts import Reason
from kiosk.staff.doctor.examination import LOOKS

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "health.md").read_text(encoding="utf-8")


def table(heading: str) -> str:
    """The first cells of the table below a heading, and what follows in its lines."""
    _, _, after = PAGE.partition(f"\n## {heading}")
    return "\n".join(line for line in after.partition("\n## ")[0].splitlines() if line.startswith("| `"))


def first_cells(heading: str) -> set[str]:
    cells = "\n".join(line.split("|")[1] for line in table(heading).splitlines())
    return set(re.findall(r"`(\w+)", cells))


def alerts() -> set[str]:
    rules = yaml.safe_load((ROOT / "config" / "prometheus" / "kiosk_rules.yml").read_text(encoding="utf-8"))
    return {rule["alert"] for group in rules["groups"] for rule in group["rules"]}


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Is this terminal ready?", {name for name, _, _ in LOOKS}),
        ("Figures for Prometheus", {metric.name for metric in METRICS}),
        ("Alerts", alerts()),
    ],
)
def test_the_page_has_a_line_for_each(heading: str, names: set[str]) -> None:
    assert first_cells(heading) == names


def test_labels_and_reasons_are_named() -> None:
    figures = table("Figures for Prometheus")
    for metric in METRICS:
        if metric.labels:
            assert f"`{metric.name}{{{','.join(metric.labels)}}}`" in figures
    assert all(f"`{reason.value}`" in figures for reason in Reason)


def test_every_file_it_names_is_there() -> None:
    for place in re.findall(r"`(config/[\w/.]+)", PAGE):
        assert (ROOT / place).exists(), place
