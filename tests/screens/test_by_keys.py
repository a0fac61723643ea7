"""The screens as whoever uses the keypad has them: walked in the order in which they are seen, and nothing unseen."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kiosk.domain import navigation as nav
from kiosk.domain.modes import NO_MODES, Modes
from kiosk.domain.node import View
from kiosk.domain.visit import Visit
from kiosk.domain.walk import walk
from kiosk.widgets.pieces import Box, Page
from tests.screens.test_layout import LANGUAGES, SIZES, frame, pages, routes
from tests.screens.test_layout import catalog as content


def shown(route: nav.Route, size: str, language: str, modes: Modes = NO_MODES) -> list[tuple[View, Page]]:
    """All pages of a screen for somebody who uses the keypad."""
    return pages(route, language, frame(SIZES[size], language, modes), by_keys=True)


def before(one: Box, other: Box, rtl: bool) -> bool:
    """Whether one box is read before another: it stands in a line above, or in the same line before it."""
    if one.bottom <= other.y + 1 or other.bottom <= one.y + 1:
        return one.y < other.y
    return one.x > other.x if rtl else one.x < other.x


@pytest.mark.parametrize("language", ["de", "ar"])
def test_keys_and_tiles_are_walked_in_the_order_in_which_they_are_seen(language: str) -> None:
    """V-06: line by line from above, from the right in Arabic; on the wide panel."""
    assert content is not None
    wrong = []
    for route in routes(content):
        if route.name in (nav.ATTRACT, nav.TROUBLE, nav.LANGUAGES):
            continue  # the places of the languages never change, whatever the direction (L-02)
        for view, page in shown(route, "27 inch", language):
            for group in ("rows", "topics", "ways", "bar"):
                parent = view.find(group)
                nodes = view.bar if group == "bar" else parent.children if parent else ()
                ids = {node.id for node in nodes}
                stops = [page.places[stop.id] for stop in walk(view) if stop.id in ids and stop.id in page.places]
                rtl = language == "ar"
                if not all(before(one, other, rtl) for one, other in pairwise(stops)):
                    wrong.append(f"{route.name} {route.subject} {group}")
    assert wrong == []


@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stop_has_a_place_on_one_of_the_pages(size: str, language: str) -> None:
    """V-06: what is spoken of can be seen; but what the header has no room for is not spoken of either."""
    assert content is not None
    lost = []
    for route in routes(content):
        if route.name != nav.ATTRACT:
            found = shown(route, size, language)
            placed = {node for _, page in found for node in page.places}
            header = {node.id for node in found[0][0].header}
            for stop in walk(found[0][0]):
                if stop.id not in header and not placed & {node.id for node in stop.walk()}:
                    lost.append(f"{route.name} {route.subject}: {stop.id}")
    assert lost == []


def test_without_the_keypad_the_speed_is_there_only_while_it_is_read() -> None:
    """Control: the usual bar has no keys for it."""
    assert content is not None
    route = next(route for route in routes(content) if route.name == nav.SERVICE)
    (view, _), *_ = pages(route, "de", frame(SIZES["27 inch"], "de"))
    assert view.find("speed.up") is None
    assert Visit().by_keys is False
