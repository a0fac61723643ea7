"""Tiles that page: whatever their words need, each of them stands on one page, whole, in its order and apart."""

from __future__ import annotations

from itertools import combinations, pairwise, product
from math import ceil

import pytest

from kiosk.domain import navigation as nav
from kiosk.domain.modes import NO_MODES, Mode, Modes
from kiosk.screens.spread import LOWEST, Form, Tile, pages
from kiosk.widgets.pieces import Box
from tests.screens import audit
from tests.screens.test_layout import LANGUAGES, SIZES, catalog, frame
from tests.screens.test_layout import pages as shown_pages

ROOM = Box(64, 210, 1600, 660)
SHORT, LONG = 77.0, 240.0
EVERY_MODES = [frozenset(), frozenset({Mode.LARGE}), frozenset({Mode.LOW}), frozenset({Mode.LARGE, Mode.LOW})]


def tile(height: float) -> Tile:
    return Tile(lambda width: height, lambda at: None)


def tall(number: int) -> float:
    """Now and then a tile has many words."""
    return LONG if number % 5 == 3 else SHORT


@pytest.mark.parametrize("columns", [1, 2, 4])
@pytest.mark.parametrize("count", [0, 1, 2, 5, 12, 31])
@pytest.mark.parametrize("above", [0.0, 150.0])
def test_every_tile_has_its_place_and_nothing_touches_another(count: int, columns: int, above: float) -> None:
    heights = [tall(number) for number in range(count)]
    found = pages([tile(height) for height in heights], ROOM, Form(columns, 194), above)
    places = [place for page in found for place in page]
    assert len(places) == count
    assert all(place.h >= height for place, height in zip(places, heights, strict=True))
    for number, page in enumerate(found):
        room = Box(ROOM.x, ROOM.y + above, ROOM.w, ROOM.h - above) if number == 0 else ROOM
        assert all(room.holds(place) for place in page)
        assert len({(round(place.w), round(place.h)) for place in page}) <= 1, "all of a page are of one size"
        for one, other in combinations(page, 2):
            assert other.x >= one.right + 20 - 0.5 or other.y >= one.bottom + 20 - 0.5, "in reading order, and apart"


@pytest.mark.parametrize(("count", "expected"), [(6, 1), (7, 2), (12, 2), (13, 3)])
def test_there_are_as_few_pages_as_there_can_be(count: int, expected: int) -> None:
    room = Box(0, 0, 1600, 3 * LONG + 2 * 20)
    assert len(pages([tile(LONG)] * count, room, Form(2, 194))) == expected


def test_tiles_are_as_high_as_the_same_number_of_pages_allows() -> None:
    """Six lines would fit on a page, but two pages it is anyway: then four are enough, and higher."""
    (first, *_), *rest = pages([tile(SHORT)] * 13, ROOM, Form(2, 194))
    assert len(rest) == 1 and first.h == (ROOM.h - 3 * 20) / 4


@pytest.mark.parametrize("most", [2, 4, 6])
def test_no_page_has_more_than_it_may(most: int) -> None:
    assert max(len(page) for page in pages([tile(SHORT)] * 13, ROOM, Form(2, 194, most=most))) == most


@pytest.mark.parametrize("need", [100.0, 194.0, 300.0, 500.0])
def test_the_first_tile_covers_as_many_lines_as_it_needs(need: float) -> None:
    first, beside, *_ = pages([tile(need), *[tile(SHORT)] * 11], ROOM, Form(2, 194, head=True))[0]
    assert first.h >= need and first.w == beside.w
    lines = ceil((need + 20) / (beside.h + 20))
    assert first.h == pytest.approx(lines * beside.h + (lines - 1) * 20)


@pytest.mark.parametrize(("need", "across"), [(200.0, True), (700.0, False)])
def test_upright_and_where_one_column_is_too_narrow_it_lies_across_all(need: float, across: bool) -> None:
    head = Tile(lambda width: need if width < 1000 else need / 2, lambda at: None)
    first = pages([head, *[tile(SHORT)] * 11], ROOM, Form(2, 194, head=True, across=across))[0][0]
    assert (first.x, first.w) == (ROOM.x, ROOM.w)


def test_no_tile_is_lower_than_a_hand_needs() -> None:
    for lowest in (LOWEST, LOWEST * 1.5):
        found = pages([tile(20.0)] * 30, ROOM, Form(2, 194, lowest=lowest))
        assert min(place.h for page in found for place in page) >= lowest


def tiles_of(route: nav.Route, language: str, modes: Modes, size: str, **more: object) -> list[list[str]]:
    """What can be pressed on each page, but for the keys that are the same everywhere."""
    shown = shown_pages(route, language, frame(SIZES[size], language, modes), **more)
    return [
        [target.node for target in page.targets if not target.node.startswith(("bar.", "pages."))] for _, page in shown
    ]


@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "route", [nav.Route(nav.HOME), nav.Route(nav.LANGUAGES), nav.Route(nav.ORGANISATIONS, "city")], ids=lambda r: r.name
)
def test_turning_pages_shows_everything_once_and_in_the_same_order(route: nav.Route, language: str, size: str) -> None:
    for modes in EVERY_MODES[1:]:
        seen = [node for page in tiles_of(route, language, modes, size) for node in page]
        usual = [node for page in tiles_of(route, language, NO_MODES, size) for node in page]
        assert len(seen) == len(set(seen)) and sorted(seen) == sorted(usual)
        if Mode.LARGE in modes:
            assert seen == usual


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "modes", EVERY_MODES, ids=lambda modes: "-".join(sorted(mode.value for mode in modes)) or "usual"
)
@pytest.mark.parametrize("language", ["de", "ar"])
def test_all_languages_have_room_and_keep_their_places(language: str, modes: Modes, size: str) -> None:
    """More than sixteen (look.md 9)."""
    assert catalog is not None and len(catalog.languages) > 16
    on = frame(SIZES[size], language, modes)
    shown = shown_pages(nav.Route(nav.LANGUAGES), language, on)
    assert [fault for _, page in shown for fault in audit.faults(page, on)] == []
    tiles = [[target for target in page.targets if target.node.startswith("language.")] for _, page in shown]
    assert [target.node for page in tiles for target in page] == [f"language.{one.code}" for one in catalog.languages]
    for page in tiles:
        for one, other in pairwise(page):
            assert other.at.x > one.at.x or other.at.y > one.at.y, "from left to right in every language"


@pytest.mark.parametrize(("size", "modes"), [*product(["27 inch", "27 inch upright"], EVERY_MODES[1:])])
def test_page_keys_stay_where_they_are_while_pages_turn(size: str, modes: Modes) -> None:
    """A visitor who turns several pages presses the same place again and again."""
    for route in (nav.Route(nav.HOME), nav.Route(nav.ORGANISATIONS, "city")):
        shown = shown_pages(route, "de", frame(SIZES[size], "de", modes))
        keys = {page.places["pages.next"] for _, page in shown if "pages.next" in page.places}
        assert len(keys) <= 1
