"""The Grafana board: Prometheus understands each question, and has an answer from figures that are there."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.health.metrics import METRICS
from kiosk.usage.figures import FIGURES
from tests.unit.health.exporter import exporter, scraped
from tests.unpacked import PROMTOOL

CONFIG = Path(__file__).resolve().parents[3] / "config"
BOARD = json.loads((CONFIG / "grafana" / "kiosk.json").read_text(encoding="utf-8"))
PANELS = BOARD["panels"]
NAME = re.compile(r"\b(?:kiosk|node)_\w+|\bup\b|\bALERTS\b")
OTHERS = {
    "kiosk_content_rejected_total": '{instance="a",reason="signature"}',
    "kiosk_content_check_timestamp_seconds": '{instance="a"}',
    "kiosk_content_activated_timestamp_seconds": '{instance="a"}',
    "node_boot_time_seconds": '{instance="a"}',
    "node_time_seconds": '{instance="a"}',
    "node_textfile_mtime_seconds": '{instance="a",file="/var/lib/kiosk/metrics/kiosk.prom"}',
    "node_textfile_scrape_error": '{instance="a"}',
    "node_filesystem_readonly": '{instance="a",mountpoint="/"}',
    "node_filesystem_avail_bytes": '{instance="a",mountpoint="/"}',
    "node_filesystem_size_bytes": '{instance="a",mountpoint="/"}',
    "up": '{instance="a",job="kiosk"}',
    "ALERTS": '{instance="a",alertname="KioskClock",alertstate="firing"}',
}
"""Figures that are neither of health nor of usage: those of the content, and of node exporter and Prometheus."""


def questions() -> Iterator[str]:
    """Every expression on the board, with its variable filled in."""
    for panel in PANELS:
        yield from (target["expr"].replace("$terminal", ".*") for target in panel.get("targets", ()))
    for one in BOARD["annotations"]["list"]:
        yield one["expr"].replace("$terminal", ".*")


def labelled(labels: Iterable[str]) -> str:
    """A terminal's label and these, each with some value."""
    return "{" + ",".join(['instance="a"', *(f'{label}="x"' for label in labels)]) + "}"


def series() -> dict[str, str]:
    """Every figure that there is, with the labels it has."""
    ours = {metric.name: labelled(metric.labels) for metric in METRICS}
    usage = {one.metric: labelled([one.label] if one.label else []) for one in FIGURES.values()}
    return ours | usage | OTHERS


def test_everything_that_is_asked_for_is_there() -> None:
    assert {name for question in questions() for name in NAME.findall(question)} <= set(series())


def test_everything_that_alerts_ask_for_is_there() -> None:
    rules = yaml.safe_load((CONFIG / "prometheus" / "kiosk_rules.yml").read_text(encoding="utf-8"))
    asked = {name for rule in rules["groups"][0]["rules"] for name in NAME.findall(rule["expr"])}
    assert asked <= set(series())


def test_node_exporter_has_what_we_say_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.prom").write_text("a 1\n")
    with exporter(str(tmp_path), "stat", "time", "filesystem") as port:
        text = scraped(port)
    for name in OTHERS:
        assert not name.startswith("node_") or re.search(rf"^{name}[ {{]", text, re.M), name


def answers(folder: Path, expressions: list[str]) -> subprocess.CompletedProcess[str]:
    """Let Prometheus answer, with every figure rising for two hours; each answer must hold something."""
    times = {"kiosk_heartbeat_timestamp_seconds", "node_time_seconds", "node_textfile_mtime_seconds"}
    given = [
        {"series": name + labels, "values": "0+60x120" if name in times else "1+1x120"}
        for name, labels in series().items()
    ]
    asked = [
        {"expr": f"count({one}) > bool 0", "eval_time": "2h", "exp_samples": [{"labels": "{}", "value": 1}]}
        for one in expressions
    ]
    tests = [{"interval": "1m", "input_series": given, "promql_expr_test": asked}]
    (folder / "test.yml").write_text(yaml.safe_dump({"tests": tests}))
    command = [PROMTOOL, "test", "rules", "test.yml"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_every_question_has_an_answer(tmp_path: Path) -> None:
    """The annotation apart: it tells of a change, and is empty otherwise."""
    ended = answers(tmp_path, list(questions()))
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("wrong", ["sum(kiosk_rss_byte", "kiosk_rss", 'kiosk_rss_bytes{instance="b"}'])
def test_a_question_without_an_answer_turns_red(wrong: str, tmp_path: Path) -> None:
    assert answers(tmp_path, [wrong]).returncode != 0


def test_panels_stand_beside_each_other_and_say_what_they_are() -> None:
    assert len({panel["id"] for panel in PANELS}) == len(PANELS)
    for panel in PANELS:
        assert " · " in panel["title"], "German · English"
        at = panel["gridPos"]
        assert at["x"] >= 0 and at["x"] + at["w"] <= 24
    for one, other in combinations((panel["gridPos"] for panel in PANELS), 2):
        assert not _overlap(one, other), (one, other)


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    beside = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
    return not (beside or one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"])


def test_every_figure_of_health_is_on_the_board_or_in_an_alert() -> None:
    """What nobody looks at need not be told."""
    rules = (CONFIG / "prometheus" / "kiosk_rules.yml").read_text(encoding="utf-8")
    looked_at = {name for text in (*questions(), rules) for name in NAME.findall(text)}
    assert {metric.name for metric in METRICS} - looked_at == set()
