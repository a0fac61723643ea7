"""Where everything to press is in low mode, by how the panel hangs (accessibility.md R-02)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.reach import EDGE_MM, HIGHEST_MM, LOWEST_MM, NEEDED_MM, band, hangs_well
from kiosk.domain.settings import Panel

WIDE_MM, UPRIGHT_MM = 336.0, 597.0
"""The heights of a 27-inch panel."""


@pytest.mark.parametrize(
    ("edge", "height", "bottom", "top"),
    [(900, WIDE_MM, 0, 200), (800, UPRIGHT_MM, 0, 300), (850, WIDE_MM, 0, 250), (700, UPRIGHT_MM, 90, 400)],
)
def test_the_band_is_what_lies_between_800_and_1100_mm(edge: int, height: float, bottom: float, top: float) -> None:
    panel = Panel(bottom_edge_mm=edge)
    found = band(panel, height)
    assert (found.bottom_mm, found.top_mm) == (bottom, top)
    assert found.within(panel)


def test_a_panel_that_ends_below_1100_mm_is_used_to_its_end() -> None:
    assert band(Panel(bottom_edge_mm=750), 300).top_mm == 300


@pytest.mark.parametrize(("edge", "height"), [(1000, WIDE_MM), (400, 300.0), (550, WIDE_MM)])
def test_on_a_panel_that_hangs_too_high_or_too_low_the_band_can_be_used_and_says_that_it_is_not_within(
    edge: int, height: float
) -> None:
    panel = Panel(bottom_edge_mm=edge)
    found = band(panel, height)
    assert found.top_mm - found.bottom_mm >= NEEDED_MM
    assert not found.within(panel)


@given(st.integers(300, 1400), st.floats(200, 1000))
def test_the_band_is_always_on_the_glass_and_high_enough(edge: int, height: float) -> None:
    panel = Panel(bottom_edge_mm=edge)
    found = band(panel, height)
    assert 0 <= found.bottom_mm < found.top_mm <= height
    assert found.top_mm - found.bottom_mm >= NEEDED_MM - 1e-6
    if found.within(panel):
        assert edge + found.bottom_mm + EDGE_MM >= LOWEST_MM
        assert edge + found.top_mm <= HIGHEST_MM


def test_upright_the_keys_have_two_rows_and_need_a_higher_band() -> None:
    panel = Panel(1080, 1920, bottom_edge_mm=900)
    assert band(panel, UPRIGHT_MM).within(panel)
    found = band(panel, UPRIGHT_MM, upright=True)
    assert (found.bottom_mm, found.top_mm, found.within(panel)) == (0, 300, False)


@pytest.mark.parametrize("upright", [False, True], ids=["wide", "upright"])
@pytest.mark.parametrize("height", [60.0, 190.0, WIDE_MM, UPRIGHT_MM, 941.0])
def test_the_heights_at_which_a_panel_may_hang_are_those_with_which_the_band_is_within(
    height: float, upright: bool
) -> None:
    panels = (Panel(bottom_edge_mm=edge) for edge in range(1401))
    edges = [panel.bottom_edge_mm for panel in panels if band(panel, height, upright).within(panel)]
    assert edges == list(range(edges[0], edges[-1] + 1)), "no gap"
    assert hangs_well(height, upright) == (edges[0], edges[-1])
