"""Shapes: their area, their smooth edges, and that nine-patches can be stretched."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest

from kiosk.text.mask import Canvas, Mask
from kiosk.text.shapes import ALL, border, disc, polygon, rounded


def pixels(mask: Mask) -> np.ndarray:
    return np.frombuffer(mask.data, np.uint8).reshape(mask.height, mask.width).astype(int)


def area(mask: Mask) -> float:
    """In px."""
    return float(pixels(mask).sum() / 255)


@pytest.mark.parametrize("radius", [0, 8, 14, 16, 20, 28])
@pytest.mark.parametrize("stroke", [0, 2, 5])
def test_a_tile_has_the_area_of_its_shape(radius: int, stroke: int) -> None:
    tile = rounded(radius, ALL, stroke)
    side = 2 * border(radius, stroke) + 1
    assert (tile.width, tile.height) == (side, side)
    inner_side, inner_radius = side - 2 * stroke, max(radius - stroke, 0)
    filled = side**2 - (4 - pi) * radius**2
    hole = inner_side**2 - (4 - pi) * inner_radius**2 if stroke else 0
    if stroke <= radius or radius == 0:
        assert area(tile) == pytest.approx(filled - hole, rel=0.01)


def test_the_smallest_tile_of_a_radius() -> None:
    assert border(16) == 17
    assert rounded(16).width == 2 * 16 + 3


@pytest.mark.parametrize("stroke", [0, 2])
def test_what_is_stretched_is_the_same_along_the_edge(stroke: int) -> None:
    """A nine-patch stretches its middle row and column: they and their neighbours must be equal."""
    tile, edge = pixels(rounded(14, ALL, stroke)), border(14, stroke)
    assert (tile[edge] == tile[edge - 1]).all() and (tile[edge] == tile[edge + 1]).all()
    assert (tile[:, edge] == tile[:, edge - 1]).all() and (tile[:, edge] == tile[:, edge + 1]).all()
    assert tile[edge, 0] == 255, "a straight edge is sharp"
    assert tile[edge, edge] == (0 if stroke else 255)


def test_a_stroke_is_as_wide_as_it_says() -> None:
    row = pixels(rounded(16, ALL, 2))[border(16, 2)]
    assert list(row[:4]) == [255, 255, 0, 0] and list(row[-3:]) == [0, 255, 255]


def test_only_the_chosen_corners_are_round() -> None:
    tile = pixels(rounded(16, (True, False, False, True)))
    assert [tile[0, 0], tile[0, -1], tile[-1, -1], tile[-1, 0]] == [0, 255, 255, 0]


def test_round_corners_are_smooth_and_all_alike() -> None:
    tile = pixels(rounded(20))
    assert len(np.unique(tile)) > 10
    assert np.abs(tile - tile[::-1]).max() < 10 and np.abs(tile - tile.T).max() < 10  # of 255


def test_a_polygon_has_its_area_and_its_place() -> None:
    door = polygon([(10, 5), (90, 20), (90, 180), (10, 195)], (100, 200))
    assert (door.width, door.height) == (100, 200)
    assert area(door) == pytest.approx(80 * (190 + 160) / 2, rel=0.001)
    drawn = pixels(door)
    assert drawn[100, 9] == 0 and drawn[100, 10] == 255
    assert 0 < drawn[12, 50] < 255 or 0 < drawn[13, 50] < 255, "a slanted edge is smooth"


@pytest.mark.parametrize("diameter", [8, 13, 60])
def test_a_disc(diameter: int) -> None:
    assert area(disc(diameter)) == pytest.approx(pi * diameter**2 / 4, rel=0.01)
    assert (disc(diameter).width, disc(diameter).height) == (diameter, diameter)


def test_a_drawing_that_cannot_be_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="Cairo: invalid value"), Canvas(40_000, 1) as canvas:
        canvas.mask()
