"""The alerts: promtool finds them sound, each comes when it should and not otherwise, and says what to do."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.safe_mode.words import ASK
from tests.unpacked import PROMTOOL

PROMETHEUS = Path(__file__).resolve().parents[3] / "config" / "prometheus"
RULES, TESTS = "kiosk_rules.yml", ("kiosk_rules_test.yml", "kiosk_rules_day_test.yml")
TEXTS = ("summary_de", "summary_en", "todo_de", "todo_en")


def promtool(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROMTOOL, *words], cwd=folder, capture_output=True, text=True, check=False)


def alerts() -> list[dict[str, Any]]:
    groups = yaml.safe_load((PROMETHEUS / RULES).read_text(encoding="utf-8"))["groups"]
    return [rule for group in groups for rule in group["rules"]]


def test_promtool_finds_rules_and_the_job_sound() -> None:
    for words in (("rules", "--lint-fatal", RULES), ("config", "scrape.yml")):
        ended = promtool(PROMETHEUS, "check", *words)
        assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("file", TESTS)
def test_each_alert_comes_when_it_should_and_not_otherwise(file: str) -> None:
    ended = promtool(PROMETHEUS, "test", "rules", file)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def expected(file: str) -> Iterator[tuple[str, bool]]:
    """The alert of each test, and whether it is to come."""
    for test in yaml.safe_load((PROMETHEUS / file).read_text(encoding="utf-8"))["tests"]:
        (one,) = test["promql_expr_test"]
        yield re.findall('alertname="([^"]+)"', one["expr"])[0], bool(one["exp_samples"])


@pytest.mark.parametrize("alert", alerts(), ids=lambda alert: alert["alert"])
def test_both_ways_of_each_alert_are_tested(alert: dict[str, Any]) -> None:
    assert {comes for file in TESTS for name, comes in expected(file) if name == alert["alert"]} == {True, False}


def test_that_it_waits_is_tested_of_each_alert_that_waits() -> None:
    waits = {alert["alert"] for alert in alerts() if "for" in alert}
    tested = yaml.safe_load((PROMETHEUS / TESTS[0]).read_text(encoding="utf-8"))["tests"]
    assert {test["name"] for test in tested if "at once" in test["name"]} == {
        f"{name} does not come at once" for name in waits
    }


@pytest.mark.parametrize("file", TESTS)
@pytest.mark.parametrize("always", [True, False])
def test_alerts_that_are_always_there_or_never_turn_red(always: bool, file: str, tmp_path: Path) -> None:
    """Control of the tests above."""
    changed = re.sub(
        r"expr: (?:>-\n(?: {10}.*\n)+|.*\n)(?: +for: .*\n)?",
        f"expr: vector(1) > {0 if always else 2}\n",
        (PROMETHEUS / RULES).read_text(encoding="utf-8"),
    )
    (tmp_path / RULES).write_text(changed, encoding="utf-8")
    shutil.copy(PROMETHEUS / file, tmp_path)
    assert promtool(tmp_path, "check", "rules", RULES).returncode == 0
    ended = promtool(tmp_path, "test", "rules", file)
    said = Counter(re.findall(r'expr: "ALERTS{alertname=\\"(\w+)\\"', ended.stdout + ended.stderr))
    assert ended.returncode != 0
    # One that always comes has no labels of a terminal either, so it is wrong for every test.
    assert said == Counter(name for name, comes in expected(file) if always or comes)


@pytest.mark.parametrize("alert", alerts(), ids=lambda alert: alert["alert"])
def test_an_alert_says_in_both_languages_where_what_and_what_to_do(alert: dict[str, Any]) -> None:
    words = alert["annotations"]
    assert tuple(words) == TEXTS and all(words.values())
    for name in ("summary_de", "summary_en"):
        assert words[name].startswith("{{ $labels.instance }}: ")
    assert words["todo_de"] != words["todo_en"]
    assert re.findall(r"\d+", words["todo_de"]) == re.findall(r"\d+", words["todo_en"])
    assert alert["labels"]["severity"] in ("critical", "warning")


def test_the_alert_quotes_what_stands_on_the_safe_page() -> None:
    """Whoever reads the alert and then sees the screen must know that it is meant."""
    (words,) = (alert["annotations"] for alert in alerts() if alert["alert"] == "KioskSafeMode")
    for line in ASK[:2]:
        assert line.text in words[f"summary_{line.language}"]
        assert line.text in (PROMETHEUS.parent / "grafana" / "kiosk.json").read_text(encoding="utf-8")
