"""Rows of docs/accessibility.md about places: how large keys are, how high they stand, where they are found again, and
what turns round on a screen that is read from the right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import groupby, product

import pytest
from msgspec.structs import astuple, replace

from kiosk.domain import navigation as nav
from kiosk.domain.modes import NO_MODES, Mode, Modes
from kiosk.domain.node import Role
from kiosk.domain.reading import Reading, Status
from kiosk.theme.tokens import UNIT_MM
from kiosk.widgets.pieces import Box, Code, Page, Sign, Target
from tests.combinations import chosen
from tests.screens.audit import SMALLEST_TARGET
from tests.screens.telling import telling_routes
from tests.screens.test_layout import LANGUAGES, SIZES, catalog, frame, pages, routes

LAYOUTS: dict[str, Modes] = {
    "usual": NO_MODES,
    "large": frozenset({Mode.LARGE}),
    "low": frozenset({Mode.LOW}),
    "large and low": frozenset({Mode.LARGE, Mode.LOW}),
}
PRIMARY = ("bar.", "topic.", "language.", "service.", "organisation.", "way.", "pages.", "guide", "idle.")
"""What leads somewhere, by the beginning of its id. Not among them: the small keys of a player."""
PRIMARY_MM = 25
REACH_MM = (380, 1220)
PLAYER = ("listen.back", "listen.again", "listen.forward")
TURN = {"arrow-left", "arrow-right", "arrow-bend-up-right", "caret-left", "caret-right", "sign-out"}
"""Signs that point along the lines that are read (look.md 8)."""


def with_keys() -> Iterator[nav.Route]:
    """The screens with the bar; of topics, services and organisations the first, the last and one in between."""
    assert catalog is not None
    for _, some in groupby(routes(catalog), key=lambda route: route.name):
        found = list(some)
        if found[0].name not in (nav.ATTRACT, nav.TROUBLE):
            yield from dict.fromkeys((found[0], found[len(found) // 2], found[-1]))


@pytest.mark.parametrize(("layout", "size", "language"), chosen(list(product(LAYOUTS, SIZES, LANGUAGES))))
def test_s_01_what_leads_somewhere_is_at_least_25_mm_wide_and_high(layout: str, size: str, language: str) -> None:
    on, small = frame(SIZES[size], language, LAYOUTS[layout]), set()
    for route in with_keys():
        for _, page in pages(route, language, on):
            for target in page.targets:
                side = min(target.at.w, target.at.h) * UNIT_MM
                if target.node.startswith(PRIMARY) and side < PRIMARY_MM:
                    small.add(f"{route.name}: {target.node} {side:.1f} mm")
    assert small == set()


def kinds(target: Target) -> tuple[str, ...]:
    """What types of control a target is of: by what it asks for, and each key of the bar is a type of its own."""
    asked = type(target.intent).__name__
    return (asked, target.node) if target.node.startswith("bar.") else (asked,)


def near(target: Target, page: Page, edge_mm: float) -> bool:
    """Whether enough of it to press (S-01) lies within reach, on a panel whose lower edge is so high."""
    top, bottom = (edge_mm + (page.height - y) * UNIT_MM for y in (target.at.y, target.at.bottom))
    return min(top, REACH_MM[1]) - max(bottom, REACH_MM[0]) >= SMALLEST_TARGET * UNIT_MM


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_r_01_of_each_type_of_control_one_is_between_380_and_1220_mm(language: str, size: str) -> None:
    """On every page of every way a screen is built, in the usual view, the waiting screen too; a panel that is higher
    than 340 mm hangs at 800 mm."""
    on, far = frame(SIZES[size], language), set()
    edge = 900 if SIZES[size][1] * UNIT_MM <= 340 else 800
    for route in telling_routes(language):
        for _, page in pages(route, language, on, reading=Reading(Status.PLAYING, 0, 9)):
            there = {kind for target in page.targets for kind in kinds(target)}
            reached = {kind for target in page.targets if near(target, page, edge) for kind in kinds(target)}
            far |= {f"{route.name} {route.subject}: {kind}" for kind in there - reached}
    assert far == set()


def test_r_01_on_a_panel_that_hangs_too_high_controls_are_out_of_reach() -> None:
    """Control: 27 inches at 1300 mm."""
    ((_, page),) = pages(nav.Route(nav.HOME), "de", frame(SIZES["27 inch"], "de"))
    assert not any(near(target, page, 1300) for target in page.targets)


@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["de", "ar"])
def test_l_03_language_and_help_are_at_the_same_place_on_every_screen(language: str, layout: str, size: str) -> None:
    """One tap away, per mode and orientation; in Arabic at the mirrored place."""
    on, found = frame(SIZES[size], language, LAYOUTS[layout]), defaultdict(set)
    for route in with_keys():
        for _, page in pages(route, language, on):
            for key in ("bar.language", "bar.help"):
                (at,) = (target.at for target in page.targets if target.node == key)
                found[key].add(at)
    assert {key: len(places) for key, places in found.items()} == {"bar.language": 1, "bar.help": 1}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("size", SIZES)
def test_l_04_the_bar_in_arabic_is_the_mirror_of_the_german_one(size: str, layout: str) -> None:
    german, arabic = (bar(language, size, layout) for language in ("de", "ar"))
    assert len(german) == 8 and german.keys() == arabic.keys()
    assert all(alike(arabic[key], at.mirrored(SIZES[size][0])) for key, at in german.items())


def bar(language: str, size: str, layout: str) -> dict[str, Box]:
    """The keys of the bar on the help screen."""
    ((_, page), *_) = pages(nav.Route(nav.HELP), language, frame(SIZES[size], language, LAYOUTS[layout]))
    return {target.node: target.at for target in page.targets if target.node.startswith("bar.")}


def alike(one: Box, other: Box) -> bool:
    """The same place, but for the last digits of fractions."""
    return all(abs(a - b) < 0.01 for a, b in zip(astuple(one), astuple(other), strict=True))


@cache
def turned(layout: str, size: str) -> tuple[tuple[nav.Route, Page, Page], ...]:
    """Every page with the same German words twice while it is read aloud: as usual, and on a surface that is read from
    the right."""
    on = frame(SIZES[size], "de", LAYOUTS[layout])
    found: list[tuple[nav.Route, Page, Page]] = []
    for route in with_keys():
        usual, other = (
            [page for _, page in pages(route, "de", surface, reading=Reading(Status.PLAYING, 0, 9))]
            for surface in (on, replace(on, rtl=True))
        )
        found += ((route, one, two) for one, two in zip(usual, other, strict=True))
    return tuple(found)


def keyboard_at(places: dict[str, Box]) -> float:
    """The left edge of the keyboard; 0 without one."""
    return min((at.x for node, at in places.items() if node.startswith("key.")), default=0.0)


def beside_languages(places: dict[str, Box]) -> bool:
    """Whether page keys stand in a column beside the grid of languages."""
    languages = any(node.startswith("language.") for node in places)
    return languages and "pages.next" in places and places["pages.previous"].x == places["pages.next"].x


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
def test_l_04_whatever_is_pressed_turns_round_but_for_languages_player_and_letters(size: str, layout: str) -> None:
    """The grid of languages with its column of page keys and the keyboard stay, for a place once learnt is found again;
    and the player's keys keep their order, for they point along the time."""
    wrong = set()
    for route, usual, other in turned(layout, size):
        before, after = ({target.node: target.at for target in page.targets} for page in (usual, other))
        assert before.keys() == after.keys()
        shift = keyboard_at(after) - keyboard_at(before)  # all of it may stand at the other side
        for node, at in before.items():
            letter = replace(at, x=at.x + shift)
            place = letter if node.startswith("key.") else at
            stay = ("language.", "key.", "pages.") if beside_languages(usual.places) else ("language.", "key.")
            expected = place if node.startswith(stay) else at.mirrored(usual.width)
            if node not in PLAYER and not alike(after[node], expected):
                wrong.add(f"{route.name} {route.subject}: {node} {after[node]} instead of {expected}")
        order = [after[node].x for node in PLAYER if node in after]
        assert order == sorted(order)
    assert wrong == set()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
def test_l_04_arrows_turn_round_and_no_other_sign_does(size: str, layout: str) -> None:
    """Not the signs of play, pause and skip, not the clock, and no code."""
    signs, codes = set(), 0
    for _, usual, other in turned(layout, size):
        assert not any(piece.flip for piece in usual.pieces if isinstance(piece, Sign))
        signs |= {(piece.icon, piece.flip) for piece in other.pieces if isinstance(piece, Sign)}
        codes += sum(isinstance(piece, Code) for piece in other.pieces)
    assert {icon for icon, flip in signs if flip} == {icon for icon, _ in signs} & TURN
    assert {icon for icon, flip in signs if not flip} & TURN == set()
    assert {"pause", "skip-back", "skip-forward"} <= {icon for icon, _ in signs}
    assert {"arrow-left", "caret-right"} <= {icon for icon, _ in signs}
    assert codes and not hasattr(Code, "flip")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
@pytest.mark.parametrize("language", ["de", "ar"])
def test_v_06_what_stands_in_a_grid_is_heard_in_the_order_of_reading(language: str, size: str, layout: str) -> None:
    """Tiles and rows that belong together: line by line, each from the side that the screen is read from; languages and
    letters, whose places never change, from the left."""
    on, wrong, found = frame(SIZES[size], language, LAYOUTS[layout]), [], 0
    for route in with_keys():
        for view, page in pages(route, language, on):
            for group in (node for node in view.nodes() if node.role is Role.GROUP):
                shown = [page.places[one.id] for one in group.children if one.intent and one.id in page.places]
                left_to_right = not on.rtl or group.id == "languages" or group.id.startswith("keyboard.")
                found += len(shown) > 1
                if shown != sorted(shown, key=lambda at: (round(at.y), at.x if left_to_right else -at.x)):
                    wrong.append((route, group.id))
    assert found > 3
    assert wrong == []
