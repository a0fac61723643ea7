"""What the verdict on a soak calls a fault, and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.soak.held import Held
from benchmarks.soak.verdict import ENOUGH, faults, slope

ROUND = 30
FIRST = Held(90, 420_000, 300_000, 110_000, 500_000, 70_000, 16, 10, 2, 1, 2, 49_000)
UP_AND_DOWN = (0, 3, -2, 1, 0, -1, 2, 0)
"""Nothing is the same twice."""


def rounds(visitors: int = ROUND, **each: float) -> list[Held]:
    """Eight rounds of a kiosk of which `each` visitor leaves so much."""
    made = []
    for number, swing in enumerate(UP_AND_DOWN):
        grown = {what: round(number * visitors * much) for what, much in each.items()}
        own, used = FIRST.own_kb + 900 * swing, FIRST.used_kb + 20 * swing
        swinging = replace(FIRST, visitors=90 + number * visitors, own_kb=own, used_kb=used)
        made.append(replace(swinging, **{what: much + getattr(swinging, what) for what, much in grown.items()}))
    return made


def test_a_kiosk_that_goes_up_and_down_is_well() -> None:
    assert [*faults(rounds(), [])] == []


@pytest.mark.parametrize(
    ("what", "each"),
    [("used_kb", 3), ("blocks", 25), ("files", 0.1), ("threads", 0.1), ("widgets", 0.1), ("events", 0.1)],
)
def test_what_each_visitor_leaves_is_found(what: str, each: float) -> None:
    assert [fault.partition(":")[0] for fault in faults(rounds(**{what: each}), [])] == [what]


def test_a_little_less_than_the_limit_is_none() -> None:
    assert [*faults(rounds(blocks=15, used_kb=1), [])] == []


def test_all_that_the_process_has_is_judged_by_two_kilobytes_a_visitor_only_after_many() -> None:
    assert [*faults(rounds(own_kb=20), [])] == []
    assert [fault.partition(":")[0] for fault in faults(rounds(ENOUGH // 5, own_kb=3), [])] == ["own_kb"]


def test_a_process_that_grows_much_is_found_at_once() -> None:
    (found,) = faults(rounds(own_kb=300), [])
    assert found.startswith("own_kb: grown by")


def test_what_processes_share_proves_nothing() -> None:
    assert [*faults(rounds(pss_kb=300), [])] == []


def test_a_line_in_the_log_is_a_fault() -> None:
    assert [*faults(rounds(), ["ERROR something"])] == ["log: ERROR something"]


def test_the_slope_is_not_moved_by_wild_points() -> None:
    points = [(float(x), 2.0 * x) for x in range(20)]
    points[7] = (7.0, 5000.0)
    assert slope(points) == pytest.approx(2.0, abs=0.01)
