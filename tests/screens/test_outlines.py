"""What high contrast has instead of fills: outlines around all that is parted from its ground, rings, lit marks."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.modes import Mode, Modes
from kiosk.domain.reading import Reading, Status
from kiosk.loaders.theme import load_theme
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose_overlay
from kiosk.theme.tokens import BORDER_CONTRAST, R_KEY, ROLES, UNIT_MM, Theme
from kiosk.widgets.pieces import Box, Fill, Look, Outline, Page, Piece, Sign, Text
from kiosk.widgets.ring import ring
from kiosk.widgets.sheet import Frame
from kiosk.widgets.spoken import ON_DARK, ON_PLATE, spoken
from tests.screens import audit
from tests.screens.test_layout import ROOT, SIZES, catalog, frame, pages, scene

CONTRAST = frozenset({Mode.CONTRAST})
MODES = {"contrast": CONTRAST, "large": CONTRAST | {Mode.LARGE}, "low": CONTRAST | {Mode.LOW}, "all": frozenset(Mode)}
WIDE_AND_UPRIGHT = ["27 inch", "27 inch upright"]
THINNEST_RING = 1.5 / UNIT_MM
"""Units (accessibility.md F-02)."""
WORDS, SIGNS, WORDS_LOBBY = 10.0, 4.5, 7.0
"""WCAG ratios at least in high contrast (C-01, C-02), and of words in the lobby's colours."""

assert catalog is not None
CARD = nav.Route(nav.SERVICE, next(iter(catalog.services)))
HOUSE = nav.Route(nav.ORGANISATION, catalog.centre.id)
HELP = nav.Route(nav.HELP)


def theme(name: str) -> Theme:
    colours, _ = load_theme(Path(ROOT / "config" / "themes" / f"{name}.yaml"), ROLES)
    return Theme(name, colours)


HIGH, LOBBY = theme("contrast"), theme("lobby")


def shown(route: nav.Route, size: str, modes: Modes, **more: object) -> list[Page]:
    return [page for _, page in pages(route, "en", frame(SIZES[size], "en", modes), **more)]


def ratio(one: str, other: str, colours: Theme = HIGH) -> float:
    return audit.contrast(colours.rgb(one), colours.rgb(other))


@pytest.mark.parametrize("size", WIDE_AND_UPRIGHT)
@pytest.mark.parametrize("modes", MODES.values(), ids=MODES)
def test_whatever_the_lobby_parts_by_a_fill_has_an_outline(size: str, modes: Modes) -> None:
    parted, found = set(), set()
    for page in [page for route in (CARD, HOUSE, HELP) for page in shown(route, size, modes)]:
        fills = [piece for piece in page.pieces if isinstance(piece, Fill) and piece.at.w > 60 and piece.at.h > 40]
        cards = [
            fill for fill in fills if fill.node.startswith(("card", "title", "desk", "emergency", "notice", "listen"))
        ]
        lines = [piece for piece in page.pieces if isinstance(piece, Outline) and ratio(piece.colour, "paper") >= SIGNS]
        parted |= {(fill.node, fill.at) for fill in cards}
        found |= {(line.node, line.at) for line in lines}
    outer = {(node, at) for node, at in parted if not within_another(node, at, parted)}
    assert {node.split(".")[0] for node, _ in outer} >= {"card", "title", "desk", "emergency", "notice", "listen"}
    assert outer - found == set()


def within_another(node: str, at: Box, others: set[tuple[str, Box]]) -> bool:
    """The white of a card lies within the card's own edge."""
    return any(other == node and box != at and box.holds(at) for other, box in others)


@pytest.mark.parametrize("size", WIDE_AND_UPRIGHT)
@pytest.mark.parametrize("modes", MODES.values(), ids=MODES)
def test_whatever_can_be_pressed_has_a_strong_outline_or_is_light(size: str, modes: Modes) -> None:
    """The keys of the bar are another's; here the voice's, the pages', the way to the organisation, the answers."""
    for reading in ({}, {"reading": Reading(Status.PLAYING, 2, 9)}):
        for page in (*shown(CARD, size, modes, **reading), warned(size, modes)):
            strong = [
                piece.at
                for piece in page.pieces
                if (
                    isinstance(piece, Outline)
                    and piece.width >= BORDER_CONTRAST
                    and ratio(piece.colour, "paper") >= SIGNS
                )
                or (isinstance(piece, Fill) and piece.colour == "playing")
            ]
            keys = [
                target for target in page.targets if not target.node.startswith("bar.") and target.at.w < page.width
            ]
            assert keys
            assert {key.node for key in keys if not any(box.holds(key.at) for box in strong)} == set()


def warned(size: str, modes: Modes) -> Page:
    """The question whether somebody is still there."""
    on = frame(SIZES[size], "en", modes)
    page = compose_overlay(present(scene(nav.Route(nav.HOME), "en", countdown=24)), on)
    assert page is not None
    return replace(page, ground="paper")


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("size", WIDE_AND_UPRIGHT)
@pytest.mark.parametrize("modes", MODES.values(), ids=MODES)
def test_the_playing_bar_and_the_warning_stand_out(size: str, modes: Modes, look: Look) -> None:
    for page in (*shown(CARD, size, modes, reading=Reading(Status.PLAYING, 2, 9)), warned(size, modes)):
        for target in page.targets:
            if not target.node.startswith("bar."):
                assert weak((*page.pieces, *target.draw(look)), HIGH, WORDS) == []


def under(words: str) -> str:
    """The ground on which words of this colour stand, where the mark brings none."""
    return "code_bg" if words in ON_PLATE else "night" if words in ON_DARK else "surface"


def weak(pieces: tuple[Piece, ...], colours: Theme, words: float) -> list[str]:
    """Words and signs of the listen bar and the warning that stand out too little from what is under them."""
    found = []
    for number, piece in enumerate(pieces):
        if isinstance(piece, Text | Sign) and piece.node.startswith(
            ("listen", "volume", "speed", "idle", "pages", "about")
        ):
            fills = [below for below in pieces[:number] if isinstance(below, Fill) and below.opacity == 1]
            under = [below.colour for below in fills if below.at.contains(*piece.at.center)]
            least = words if isinstance(piece, Text) else SIGNS
            if ratio(piece.colour, under[-1] if under else "paper", colours) < least:
                found.append(f"{piece.node}: {piece.colour} on {under[-1:]}")
    return found


@pytest.mark.parametrize(("colours", "words"), [(HIGH, WORDS), (LOBBY, WORDS_LOBBY)], ids=["contrast", "lobby"])
@pytest.mark.parametrize("size", WIDE_AND_UPRIGHT)
@pytest.mark.parametrize("route", [CARD, HOUSE, HELP], ids=["card", "house", "help"])
def test_the_spoken_sentence_is_marked_and_can_be_read(
    route: nav.Route, size: str, colours: Theme, words: float
) -> None:
    """Also on the plate of a code, which is white in high contrast too."""
    on = frame(SIZES[size], "en", CONTRAST if colours is HIGH else frozenset())
    marked = 0
    for view, page in pages(route, "en", on):
        for sentence in view.sentences():
            pieces = spoken(page, sentence, on)
            if not pieces or any(target.node == sentence.node for target in page.targets):
                continue
            *marks, text = pieces
            assert isinstance(text, Text)
            grounds = [mark.colour for mark in marks if isinstance(mark, Fill) and mark.at.h > 10]
            line = next(mark.colour for mark in marks if isinstance(mark, Fill) and mark.at.h < 10)
            ground = grounds[0] if grounds else under(text.colour)
            assert ratio(text.colour, ground, colours) >= words, (sentence.node, text.colour, ground)
            assert ratio(line, ground, colours) >= SIGNS, (sentence.node, line, ground)
            marked += 1
    assert marked > 5


@pytest.mark.parametrize("modes", [frozenset(), CONTRAST], ids=["lobby", "contrast"])
def test_the_ring_lies_around_its_key_and_is_thick_enough(modes: Modes) -> None:
    on = frame(SIZES["27 inch"], "en", modes)
    key = Box(400, 300, 200, 100)
    outer, inner = ring(key, on, R_KEY)
    assert [inner.colour, outer.colour] == ["focus_in", "focus_out"]
    assert inner.at.inset(inner.width) == key
    assert outer.at.inset(outer.width) == inner.at
    assert inner.width + outer.width >= THINNEST_RING
    assert (inner.radius, outer.radius) == (R_KEY + inner.width, R_KEY + inner.width + outer.width)
    visible = [outer] if modes else [inner, outer]
    assert all(line.width >= THINNEST_RING for line in visible)


@pytest.mark.parametrize("modes", [frozenset(), CONTRAST], ids=["lobby", "contrast"])
@pytest.mark.parametrize("size", SIZES)
def test_a_ring_is_never_cut_off_by_the_edge_of_the_glass(size: str, modes: Modes) -> None:
    on = frame(SIZES[size], "en", modes)
    glass = Box(0, 0, on.width, on.height)
    corner = Box(on.width - 80, on.height - 80, 80, 80)
    for at in (glass, corner, Box(0, 0, 80, 80)):
        for line in ring(at, on):
            assert glass.holds(line.at, 0), (at, line)


@pytest.mark.parametrize("colours", [HIGH, LOBBY], ids=["contrast", "lobby"])
def test_the_lines_of_the_ring_stand_out_from_each_other_and_from_what_is_around(colours: Theme) -> None:
    """In the lobby one of the two is always seen, on light as on night; in high contrast black parts the other one."""
    assert ratio("focus_in", "focus_out", colours) >= 3.0
    for ground in ("paper", "surface", "night", "light", "main", "pressed"):
        assert max(ratio(line, ground, colours) for line in ("focus_in", "focus_out")) >= 3.0, ground
    for one, other in pairwise(("light", "focus_in", "focus_out", "paper")):
        assert colours is LOBBY or ratio(one, other, colours) >= 3.0


def test_the_warning_shows_which_answer_is_meant_by_any_touch() -> None:
    on: Frame = frame(SIZES["27 inch"], "ar")
    page = compose_overlay(present(scene(nav.Route(nav.HOME), "ar", countdown=24)), on)
    assert page is not None
    yes = next(target.at for target in page.targets if target.node == "idle.more" and target.at.w < page.width)
    rings = [piece for piece in page.pieces if isinstance(piece, Outline) and piece.colour.startswith("focus_")]
    assert [line.at for line in rings] == [line.at for line in ring(yes, on)]
