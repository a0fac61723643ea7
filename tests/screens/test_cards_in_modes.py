"""Cards, help and trouble in large and in low mode: whole in every state, and nothing moves while somebody listens."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.modes import Modes
from kiosk.domain.node import View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.presenters.registry import present
from kiosk.qr import matrix
from kiosk.screens.registry import compose
from kiosk.theme.tokens import UNIT_MM
from kiosk.widgets.pieces import Box, Code, Page, Text
from kiosk.widgets.sheet import Frame
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.telling import SMALLEST, routes_on, telling_routes
from tests.screens.test_layout import LANGUAGES, SIZES, frame, pages, routes, scene
from tests.screens.test_layout import catalog as content
from tests.screens.test_modes import LAYOUTS

STATES: dict[str, dict[str, object]] = {
    "reading": {"reading": Reading(Status.PLAYING, 11, 24)},
    "paused": {"reading": Reading(Status.PAUSED, 0, 9)},
    "no voice": {"sound": Sound.NO_VOICE},
    "no device": {"sound": Sound.NO_DEVICE},
}
EVERY = [*product(LAYOUTS, SIZES, LANGUAGES, STATES)]
CHOSEN = chosen([*product(LAYOUTS, SIZES, LANGUAGES)])
SMALLEST_GAP_SEEN = 64
"""Units: a wider gap looks like something that is missing."""
LARGE_KEY = 110
"""Units: 1.25 times 88 (accessibility.md (c): targets scale at least so much)."""
SMALLEST_SYMBOL_MM = 60
"""accessibility.md Q-01; a panel of that size paints whole pixels a module."""
PIXELS = {"upright": 1080, "wide": 1920}
"""Width of the panels in SIZES, all of them full HD or as wide."""

assert content is not None
CARDS = [route for route in routes(content) if route.name in (nav.SERVICE, nav.ORGANISATION)]
LONGEST = [nav.Route(nav.ORGANISATION, content.centre.id), nav.Route(nav.SERVICE, next(iter(content.services)))]


@pytest.mark.parametrize(("layout", "size", "language", "state"), chosen(EVERY))
def test_a_card_is_whole_whatever_the_voice_does(layout: str, size: str, language: str, state: str) -> None:
    on = frame(SIZES[size], language, LAYOUTS[layout])
    for route in LONGEST:
        found = [fault for _, page in pages(route, language, on, **STATES[state]) for fault in audit.faults(page, on)]
        assert found == []


@pytest.mark.parametrize(("layout", "size", "state"), [*product(LAYOUTS, ["27 inch", "27 inch upright"], STATES)])
def test_nothing_moves_when_somebody_listens(layout: str, size: str, state: str) -> None:
    """A page that moved under the finger or lost the sentence would punish the wish to hear it."""
    on = frame(SIZES[size], "uk", LAYOUTS[layout])
    for route in LONGEST:
        quiet, other = (pages(route, "uk", on, **more) for more in ({}, STATES[state]))
        assert [places(page) for _, page in quiet] == [places(page) for _, page in other]


def places(page: Page) -> dict[str, Box]:
    """Where everything is but what the listen bar shows."""
    return {id_: at for id_, at in page.places.items() if not id_.startswith(("listen.", "volume", "speed"))}


@pytest.mark.parametrize(("layout", "size"), [*product(LAYOUTS, ["27 inch", "27 inch upright"])])
def test_keys_of_the_voice_grow_with_the_words(layout: str, size: str) -> None:
    on = frame(SIZES[size], "de", LAYOUTS[layout])
    page = pages(LONGEST[0], "de", on, **STATES["reading"])[0][1]
    keys = [target.at for target in page.targets if target.node.startswith(("listen.", "volume.", "speed."))]
    assert len(keys) == 8
    if on.large:
        assert min(min(key.w, key.h) for key in keys) >= LARGE_KEY


@pytest.mark.parametrize(("layout", "size", "language"), CHOSEN)
def test_what_is_read_can_be_seen_on_the_page_that_holds_it(layout: str, size: str, language: str) -> None:
    """The voice turns to the page on which a node stands: there its words must be, to be marked."""
    on = frame(SIZES[size], language, LAYOUTS[layout])
    for route in routes_on(layout, size, language, CHOSEN):
        if route.name not in (nav.SERVICE, nav.ORGANISATION, nav.HELP):
            continue
        shown = pages(route, language, on)
        read = {(sentence.node, sentence.part) for sentence in shown[0][0].sentences()}
        assert {node for node, _ in read} <= {node for _, page in shown for node in page.places}, route
        for _, page in shown:
            assert read_without_words(read, page) == set(), route


def read_without_words(read: set[tuple[str, str]], page: Page) -> set[tuple[str, str]]:
    """What is read of nodes on this page and cannot be read there. A key is marked as a whole."""
    words = {(piece.node, piece.part) for piece in page.pieces if isinstance(piece, Text)}
    keys = {target.node for target in page.targets}
    return {(node, part) for node, part in read - words if node in page.places and node not in keys}


@pytest.mark.parametrize(("layout", "size"), [*product(("usual", *LAYOUTS), SIZES)])
def test_every_code_is_large_enough_to_be_read_from_where_one_stands(layout: str, size: str) -> None:
    on = frame(SIZES[size], "en", LAYOUTS.get(layout, frozenset()))
    scale = PIXELS["upright" if on.portrait else "wide"] / on.width
    some = CARDS if size in SMALLEST else [route for route in CARDS if route in telling_routes("en")]
    for route in some:
        codes = [piece for _, page in pages(route, "en", on) for piece in page.pieces if isinstance(piece, Code)]
        assert codes, route
        for code in codes:
            modules = len(matrix(code.address))
            pixels = round(code.at.w * scale) // (modules + 8) * modules
            assert pixels / scale * UNIT_MM >= SMALLEST_SYMBOL_MM, (route, code.at)


@pytest.mark.parametrize(("layout", "size", "language"), [*product(("usual", *LAYOUTS), SIZES, LANGUAGES)])
def test_help_begins_with_the_number_for_danger_to_life(layout: str, size: str, language: str) -> None:
    on = frame(SIZES[size], language, LAYOUTS.get(layout, frozenset()))
    _, page = pages(nav.Route(nav.HELP), language, on)[0]
    assert {"title", "lead", "number.112", "number.112.name"} <= page.places.keys()
    assert page.places["number.112"].center[1] < on.bar_top


@pytest.mark.parametrize(("layout", "size"), [*product(("usual", *LAYOUTS), SIZES)])
def test_trouble_is_whole(layout: str, size: str) -> None:
    modes = LAYOUTS.get(layout, frozenset())
    on = frame(SIZES[size], "de", modes)
    view = troubled(modes)
    page = compose(view, on)
    assert [fault for fault in audit.faults(page, on) if "header" not in fault] == []
    assert audit.unplaced([(view, page)]) == []
    target, words = page.targets[0], [piece for piece in page.pieces if isinstance(piece, Text)]
    assert (target.at.w, target.at.h) == (on.width, on.height)
    assert all(page.target(*text.at.center) is target for text in words)


def troubled(modes: Modes) -> View:
    """Our own fault, as it is shown to somebody with these modes."""
    return replace(present(scene(nav.Route(nav.TROUBLE), "de")), modes=modes)


def cards_in(layout: str) -> Iterator[tuple[Frame, View, Page]]:
    """Every page of some cards in a layout, wide and upright."""
    for size in ("27 inch", "27 inch upright"):
        on = frame(SIZES[size], "ar", LAYOUTS[layout])
        yield from ((on, view, page) for route in LONGEST for view, page in pages(route, "ar", on))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_speaks_and_turns_is_at_the_same_place_on_every_page(layout: str) -> None:
    seen: dict[tuple[str, float], Box] = {}
    for on, _, page in cards_in(layout):
        for node in ("listen", "pages.previous", "pages.next"):
            if node in page.places:
                assert seen.setdefault((node, on.width), page.places[node]) == page.places[node]
    assert len(seen) == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_room_is_left_empty_for_a_code_that_stands_among_the_pages(language: str) -> None:
    """On the smallest panel large words of some codes find no room beside the card: then the card has all of it."""
    on = frame(SIZES["24 inch"], language, LAYOUTS["large"])
    for route in CARDS:
        first = pages(route, language, on)[0][1]
        beside = [place for id_, place in first.places.items() if id_ in ("code", "pages.next")]
        right = [place.right if on.rtl else on.width - place.x for place in beside]
        card = first.places["card"]
        edge = card.x if on.rtl else on.width - card.right
        assert edge - max(right, default=edge) < SMALLEST_GAP_SEEN, route
