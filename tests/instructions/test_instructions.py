"""No part of the kiosk becomes slower unnoticed: its work is counted in instructions, which no busy machine changes.

Who makes something slower on purpose, or faster, renews the figures: `.venv/bin/python -m tests.instructions.counting`.
"""

from __future__ import annotations

import json

import pytest

from tests.instructions.counting import FIGURES, count, machine
from tests.instructions.work import GUARDED

TOLERANCE = 0.15
GROWTH = 1.1
"""Times the work for few services: that of the same pages among thirty times as many."""
ELSEWHERE = 1.0
"""On another Python or processor than those that figures were made on the nearest ones are asked for: twice as much."""


@pytest.fixture(scope="session")
def counted() -> dict[str, int]:
    """The instructions of each stage, counted once."""
    return count()


@pytest.mark.parametrize("stage", GUARDED)
def test_it_works_no_more_than_it_did(stage: str, counted: dict[str, int]) -> None:
    figures = json.loads(FIGURES.read_text())
    before, tolerance = figures.get(machine()), TOLERANCE
    if before is None:
        before, tolerance = next(iter(figures.values())), ELSEWHERE
    change = counted[stage] / before[stage] - 1
    assert -tolerance <= change <= tolerance, (
        f"{stage}: {counted[stage]:,} instructions, {change:+.0%}. If that is meant: {__doc__.splitlines()[-1]}"
    )


def test_a_page_costs_the_same_however_many_services_there_are(counted: dict[str, int]) -> None:
    few, many = counted["few services"], counted["many services"]
    assert 1 / GROWTH <= many / few <= GROWTH, f"{few:,} instructions with few services, {many:,} with many"
