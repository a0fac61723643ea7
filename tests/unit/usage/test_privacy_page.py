"""docs/privacy.md tells whoever decides about data protection exactly what is counted: no more, and no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.usage.book import DAYS_FOR_MONTHS
from kiosk.usage.figures import DAY_METRIC, FAULTS_METRIC, FIGURES, Figure
from kiosk.usage.shelf import BOOK, EXPORT, FOR_US
from kiosk.usage.telling import FEWEST

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
ROWS = {row[0]: row[1:] for row in re.findall(r"^\| `(\w+)` \| (.+) \| `(\w+)` \|$", PAGE, re.MULTILINE)}


def test_the_page_has_a_row_for_every_figure_and_for_nothing_else() -> None:
    assert list(ROWS) == list(FIGURES)


@pytest.mark.parametrize("figure", FIGURES.values(), ids=lambda one: one.name)
def test_a_row_names_the_metric_and_every_line(figure: Figure) -> None:
    words, metric = ROWS[figure.name]
    assert metric == figure.metric
    assert set(re.findall(r"`([^`]+)`", words)) == {line for line in figure.lines if line}


def test_every_metric_and_number_of_the_page_is_ours() -> None:
    known = {figure.metric for figure in FIGURES.values()} | {DAY_METRIC, FAULTS_METRIC}
    assert set(re.findall(r"kiosk_usage\w*", PAGE)) == known
    assert FEWEST == 5 and "nur in Fünfern" in PAGE
    assert f"dieser Monat und {DAYS_FOR_MONTHS} davor" in PAGE and f"this month and {DAYS_FOR_MONTHS} before" in PAGE
    assert f"/var/lib/kiosk/{BOOK}" in PAGE and f"/var/lib/kiosk/metrics/{EXPORT}" in PAGE
    assert f"Rechte 0{FOR_US:o}" in PAGE


def test_what_the_page_says_of_the_program_is_there() -> None:
    for path in re.findall(r"`(kiosk/[\w/]+\.py)`", PAGE):
        assert (ROOT / path).is_file(), path
    assert re.search(r"^FEWEST = ", (ROOT / "kiosk/usage/telling.py").read_text(), re.MULTILINE)
