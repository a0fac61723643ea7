"""Rows of docs/accessibility.md about states (C-03): what is here, on, playing, off, pressed or spoken is told without
colours: by a sign, a word, a line or a shape. And about pages (S-04): everything is reached by taps alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.language import Said
from kiosk.domain.modes import Mode
from kiosk.domain.node import Role, State, View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.domain.visit import Visit
from kiosk.loaders.theme import load_theme
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose
from kiosk.theme.tokens import CONTRAST_THEME, ROLES, Theme
from kiosk.widgets.pieces import Box, Fill, Look, Outline, Page, Piece, Sign, Target, Text
from kiosk.widgets.spoken import spoken
from tests.screens import audit
from tests.screens.test_layout import ROOT, SIZES, catalog, frame, pages, routes, scene
from tests.screens.test_looks import STATES, everything, invisible

PLAYING = {"reading": Reading(Status.PLAYING, 0, 9)}
SEEN_WITHOUT_HUE = 3.0
"""A ground that gets so much lighter or darker is told without its hue, too (WCAG 2, technique G183)."""
JUST_SEEN = 1.2
"""A line of nearly the colour of its ground is not seen: it tells nothing."""
SIDES = ["27 inch", "27 inch upright"]


def told(pieces: tuple[Piece, ...], at: Box) -> list[tuple[object, ...]]:
    """All that tells how something stands, without its colours: signs, words and their weight, lines, and shapes. The
    ground of the whole is nothing but a colour."""
    return [
        (type(piece).__name__, *(getattr(piece, name) for name in SHAPES[type(piece)]))
        for piece in pieces
        if not (isinstance(piece, Fill) and piece.at == at)
    ]


SHAPES = {kind: [name for name in kind.__struct_fields__ if name not in ("node", "colour")] for kind in get_args(Piece)}
"""What makes the shape of each kind of piece."""


def target(page: Page, node: str) -> Target:
    (found,) = (one for one in page.targets if one.node == node)
    return found


def drawn(page: Page, node: str, look: Look = Look.NORMAL) -> list[tuple[object, ...]]:
    """What tells how a key stands."""
    one = target(page, node)
    return told(one.draw(look), one.at)


def shown(route: nav.Route, size: str, modes: frozenset[Mode] = frozenset(), **more: object) -> Page:
    """The first page of a screen in English; `modes` are on, and seen on their keys only."""
    on = frame(SIZES[size], "en")
    visit = Visit((nav.Route(nav.HOME), route), "en", modes=modes)
    return compose(present(replace(scene(route, "en"), visit=visit, **more)), on)  # type: ignore[arg-type]


HELP, HOME = nav.Route(nav.HELP), nav.Route(nav.HOME)
assert catalog is not None
CARD = nav.Route(nav.SERVICE, next(iter(catalog.services)))


@pytest.mark.parametrize("size", SIDES)
def test_c_03_the_screen_one_is_on_is_told_on_the_bar(size: str) -> None:
    for node, here, there in (("bar.help", HELP, HOME), ("bar.home", HOME, HELP)):
        assert drawn(shown(here, size), node) != drawn(shown(there, size), node), node


@pytest.mark.parametrize("size", SIDES)
@pytest.mark.parametrize("mode", Mode)
def test_c_03_a_mode_that_is_on_is_told_on_its_key(mode: Mode, size: str) -> None:
    node = f"bar.{mode.value}"
    off, on = shown(HOME, size), shown(HOME, size, frozenset({mode}))
    assert drawn(off, node) != drawn(on, node)
    ticks = [piece for piece in target(on, node).draw(Look.NORMAL) if isinstance(piece, Sign)]
    assert "check-circle" in {tick.icon for tick in ticks}


@pytest.mark.parametrize("size", SIDES)
@pytest.mark.parametrize("node", ["bar.listen", "listen.play"])
def test_c_03_what_plays_and_what_is_silent_is_told_by_sign_and_word(node: str, size: str) -> None:
    states = [{}, PLAYING, {"reading": Reading(Status.PAUSED, 0, 9)}]
    if node == "bar.listen":
        states.append({"sound": Sound.NO_DEVICE})
    looks = []
    for state in states:
        pieces = target(shown(CARD, size, **state), node).draw(Look.NORMAL)
        signs = {piece.icon for piece in pieces if isinstance(piece, Sign)}
        looks.append(signs | {piece.said.text for piece in pieces if isinstance(piece, Text)})
    assert all(looks.count(look) == 1 for look in looks), looks


@pytest.mark.parametrize("size", SIDES)
def test_c_03_the_language_that_was_chosen_is_told_on_its_tile(size: str) -> None:
    page = shown(nav.Route(nav.LANGUAGES), size)
    german = compose(present(scene(nav.Route(nav.LANGUAGES), "de")), frame(SIZES[size], "en"))
    for code in ("de", "en"):
        assert drawn(page, f"language.{code}") != drawn(german, f"language.{code}")


@pytest.mark.parametrize("size", SIDES)
def test_c_03_whatever_is_spoken_is_told_by_a_line_or_a_sign(size: str) -> None:
    same = {
        (name, one.node)
        for state in STATES.values()
        for name, page in everything(frame(SIZES[size], "en"), **state)
        for one in page.targets
        if not invisible(one, page) and told(one.draw(Look.SPOKEN), one.at) == told(one.draw(Look.NORMAL), one.at)
    }
    assert same == set()


@pytest.mark.parametrize("size", SIDES)
def test_c_03_a_spoken_sentence_has_a_line_under_it(size: str) -> None:
    on = frame(SIZES[size], "en")
    view = present(scene(CARD, "en"))
    page = compose(view, on)
    sentence = next(one for one in view.sentences() if one.node == "lead")
    marks = spoken(page, sentence, on)
    assert [mark for mark in marks if isinstance(mark, Fill) and mark.at.h <= 4]


@pytest.mark.parametrize("size", SIDES)
@pytest.mark.parametrize("name", ["lobby", CONTRAST_THEME])
def test_c_03_whatever_is_pressed_is_told_without_its_hue(name: str, size: str) -> None:
    """By a line, a shape or a sign, or by a ground that is much lighter or darker."""
    colours, _ = load_theme(ROOT / "config" / "themes" / f"{name}.yaml", ROLES)
    modes = frozenset({Mode.CONTRAST}) if name == CONTRAST_THEME else frozenset()
    on = frame(SIZES[size], "en", modes)
    same = {
        (screen, one.node)
        for state in STATES.values()
        for screen, page in everything(on, **state)
        for one in page.targets
        if not invisible(one, page) and not changes(one, page, Theme(name, colours))
    }
    assert same == set()


def changes(one: Target, page: Page, theme: Theme) -> bool:
    """Whether a pressed key looks different to somebody who sees no hues."""
    usual, pressed = one.draw(Look.NORMAL), one.draw(Look.PRESSED)
    before, after = (theme.rgb(ground(pieces, one.at, page)) for pieces in (usual, pressed))
    if audit.contrast(before, after) >= SEEN_WITHOUT_HUE:
        return True
    seen = [
        told(tuple(piece for piece in pieces if audit.contrast(theme.rgb(piece.colour), under) >= JUST_SEEN), one.at)
        for pieces, under in ((usual, before), (pressed, after))
    ]
    return seen[0] != seen[1]


def ground(pieces: tuple[Piece, ...], at: Box, page: Page) -> str:
    """The colour of the whole, or of what lies under it."""
    under = [piece for piece in page.pieces if isinstance(piece, Fill) and piece.at.holds(at)]
    fills = [piece for piece in pieces if isinstance(piece, Fill) and piece.at == at]
    return fills[-1].colour if fills else under[-1].colour if under else page.ground


def test_c_03_the_judge_sees_a_key_that_only_changes_its_colour() -> None:
    """Control: a key whose ground and words turn from petrol to ink."""
    at, said = Box(0, 0, 200, 90), Said("Listen", "en")
    words = frame(SIZES["27 inch"], "en").type.key

    def draw(look: Look) -> tuple[Piece, ...]:
        colour = "action" if look is Look.NORMAL else "ink"
        return Fill("key", at, colour), Text("key", "name", at.inset(20), said, words, "surface")

    key = Target("key", at, nav.Home(), draw)
    page = Page(400, 300, "paper", draw(Look.NORMAL), (key,), {})
    colours, _ = load_theme(ROOT / "config" / "themes" / "lobby.yaml", ROLES)
    assert not changes(key, page, Theme("lobby", colours))
    assert told(draw(Look.NORMAL), at) == told(draw(Look.PRESSED), at)


def lists_and_cards() -> Iterator[nav.Route]:
    assert catalog is not None
    yield from (route for route in routes(catalog) if route.name not in (nav.ATTRACT, nav.TROUBLE))


@pytest.mark.parametrize("size", ["27 inch", "24 inch upright"])
@pytest.mark.parametrize("modes", [frozenset(), frozenset({Mode.LARGE}), frozenset({Mode.LARGE, Mode.LOW})], ids=len)
def test_s_04_every_page_is_reached_by_page_keys_and_nothing_is_anywhere_else(
    modes: frozenset[Mode], size: str
) -> None:
    """No drag, no long press: on all pages but the last is the key to the next, on all but the first the one back, and
    what the screen has to say stands on one of them."""
    wrong = []
    for route in lists_and_cards():
        found = pages(route, "uk", frame(SIZES[size], "uk", modes))
        wrong += [f"{route}: {fault}" for fault in audit.unplaced(found)]
        for number, (view, page) in enumerate(found):
            keys = {one.node for one in page.targets if one.node.startswith("pages.")}
            wanted = {"pages.previous"} if number else set()
            wanted |= {"pages.next"} if number < len(found) - 1 else set()
            if keys != wanted or (wanted and not counted(view, page)):
                wrong.append(f"{route} page {number + 1} of {len(found)}: {keys}")
    assert wrong == []


def counted(view: View, page: Page) -> bool:
    """C-03: a page key that is off at the end is told by the page's number between the keys."""
    off = [node for node in view.nodes() if State.OFF in node.states and node.id.startswith("pages.")]
    number = any(isinstance(piece, Text) and piece.node == "pages.count" for piece in page.pieces)
    return number and all(node.intent is None and node.role is Role.BUTTON for node in off)


@pytest.mark.parametrize("size", SIDES)
@pytest.mark.parametrize("look", Look)
def test_c_02_the_edge_of_every_key_stands_out_in_the_usual_colours(look: Look, size: str) -> None:
    """3:1 by an outline or by a ground of its own. The key of the screen one is on has neither: it leads nowhere else;
    of a key that is off none is asked. (High contrast: tests/screens/test_contrast.py.)"""
    colours, _ = load_theme(ROOT / "config" / "themes" / "lobby.yaml", ROLES)
    theme, weak = Theme("lobby", colours), set()
    for kind, state in STATES.items():
        for name, page in everything(frame(SIZES[size], "en"), **state):
            without = {HERE_ON.get(name), *(("bar.listen", "show.hear") if kind == "no voice" else ())}
            for one in page.targets:
                bare = look is Look.NORMAL and one.node in without
                if one.at.w < page.width and not bare and edge_of(one, page, look, theme) < SEEN_WITHOUT_HUE:
                    weak.add(f"{name}: {one.node} {edge_of(one, page, look, theme):.1f}:1")
    assert weak == set()


HERE_ON = {nav.HOME: "bar.home", nav.HELP: "bar.help", nav.LANGUAGES: "bar.language"}


def edge_of(one: Target, page: Page, look: Look, theme: Theme) -> float:
    """How strongly a key's outline or ground stands out from what is around it."""
    outside = theme.rgb(audit.ground_at(page, len(page.pieces), one.at.center[0], one.at.y - 6))
    pieces = (*page.pieces, *one.draw(look))
    edges = [piece for piece in pieces if isinstance(piece, Fill | Outline) and along(piece.at, one.at)]
    return max((audit.contrast(theme.rgb(piece.colour), outside) for piece in edges), default=0.0)


def along(at: Box, key: Box) -> bool:
    """Whether a box runs along a key on three sides at least: two keys may share a plate."""
    sides = (at.x - key.x, at.y - key.y, at.right - key.right, at.bottom - key.bottom)
    return at.holds(key, 1.0) and sum(abs(side) < 1 for side in sides) >= 3
