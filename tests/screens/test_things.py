"""What is shown is published, and nothing else: every screen in every language and layout, as assistive technology
gets it (issue 4: one tree of nodes for eye, ear, keys and AT-SPI)."""

from __future__ import annotations

from itertools import product

import pytest

from kiosk.accessibility.things import ROOT, Kind, Snapshot, Thing, focus_in, things
from kiosk.domain import navigation as nav
from kiosk.domain.modes import Mode, Modes
from kiosk.domain.node import Role, View
from kiosk.domain.utterance import spoken
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose_overlay
from kiosk.widgets.pieces import Page, Sign, Text
from tests.combinations import chosen
from tests.screens.test_layout import LANGUAGES, SIZES, frame, pages, routes, scene
from tests.screens.test_layout import catalog as content

MODES: dict[str, Modes] = {"usual": frozenset(), "large": frozenset({Mode.LARGE}), "low": frozenset({Mode.LOW})}
EVERY = list(product(MODES, ("27 inch", "27 inch upright"), LANGUAGES))
PRESSED = (Role.BUTTON, Role.TOGGLE)


def snapshot(view: View, page: Page, focus: str = "") -> Snapshot:
    return Snapshot(view, page.places, focus, 1.0, (page.width, page.height), "Haus")


def faults(view: View, page: Page, tree: tuple[Thing, ...]) -> list[str]:
    """What is wrong with a tree for a page."""
    found = [f"{thing.node} has no name" for thing in tree if thing.clickable and not thing.name]
    found += [f"{thing.node} has no language" for thing in tree if thing.name and not thing.language]
    found += [f"{thing.node} has no place" for thing in tree if thing.kind is not Kind.GROUP and thing.at is None]
    if len({thing.id for thing in tree}) != len(tree):
        found.append("an id stands for two things")
    told = " ".join(f"{thing.name} {thing.description}" for thing in tree)
    for piece in page.pieces:
        node = view.find(piece.node) if isinstance(piece, Text | Sign) else None
        if isinstance(piece, Text) and spoken(piece.said.text) not in told and piece.said.text != "·":
            found.append(f"{piece.node}: {piece.said.text!r} is seen and not told")
        if node and node.intent and not any(thing.node == node.id for thing in tree) and node.role in PRESSED:
            found.append(f"{node.id} can be pressed and is not there")
    return found


@pytest.mark.parametrize(("modes", "size", "language"), chosen(EVERY))
def test_everything_that_is_seen_is_told(modes: str, size: str, language: str) -> None:
    assert content is not None
    on, found = frame(SIZES[size], language, MODES[modes]), []
    for route in routes(content):
        for view, page in pages(route, language, on):
            wrong = faults(view, page, things(snapshot(view, page)))
            found += [f"{route.name} {route.subject}: {fault}" for fault in wrong]
    assert not found, "\n".join(found[:40])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_painted_word_and_sign_belongs_to_a_node(language: str) -> None:
    """V-05: decoration apart: the dots between words of the picker's title."""
    assert content is not None
    on = frame(SIZES["27 inch"], language)
    for route in routes(content):
        for view, page in pages(route, language, on):
            known = {node.id for node in view.nodes()}
            loose = {piece.node for piece in page.pieces if isinstance(piece, Text | Sign)} - known
            assert {node for node in loose if not node.startswith("title.dot")} == set(), route


def test_of_a_title_in_german_on_an_arabic_card_each_line_has_its_own_language() -> None:
    assert content is not None
    on = frame(SIZES["27 inch"], "ar")
    view, page = pages(nav.Route(nav.SERVICE, "wohnung-anmelden"), "ar", on)[0]
    tree = things(snapshot(view, page))
    by_node = {thing.node: thing for thing in tree}
    assert (by_node["title"].kind, by_node["title"].language, by_node["title"].level) == (Kind.HEADING, "ar", 1)
    assert (by_node["title/value"].kind, by_node["title/value"].language) == (Kind.PARAGRAPH, "de")
    assert by_node["lead"].language == "ar" and by_node["code.address"].language == "de"


def test_a_code_is_an_image_whose_description_is_the_whole_address() -> None:
    view, page = pages(nav.Route(nav.SERVICE, "wohnung-anmelden"), "en", frame(SIZES["27 inch"], "en"))[0]
    (code,) = (thing for thing in things(snapshot(view, page)) if thing.node == "code")
    assert (code.kind, code.description) == (Kind.IMAGE, view["code"].address)
    assert code.description.startswith("https://")


def test_under_the_question_there_is_only_the_question() -> None:
    on = frame(SIZES["27 inch"], "en")
    view = present(scene(nav.Route(nav.HOME), "en", countdown=30))
    overlay = compose_overlay(view, on)
    assert overlay is not None
    window, *rest = things(snapshot(view, overlay, focus="idle.more"))
    alert = next(thing for thing in rest if thing.kind is Kind.ALERT)
    assert window.children == (alert.id,) and alert.live
    assert alert.name == spoken(view["idle.title"].name.text)
    assert {thing.node for thing in rest if thing.clickable} == {"idle.more", "idle.finish"}
    assert not any(thing.live for thing in rest if thing.node == "idle.seconds"), "not a word every second"
    assert focus_in(snapshot(view, overlay, "idle.more"), (window, *rest)) == next(
        thing.id for thing in rest if thing.node == "idle.more"
    )


def test_ids_stay_with_what_they_name() -> None:
    """The same thing on the same screen keeps its id, whatever the language or the mode; so a client may hold on."""
    ids = []
    for language, modes in (("de", frozenset()), ("ar", frozenset({Mode.LARGE}))):
        view, page = pages(nav.Route(nav.HELP), language, frame(SIZES["27 inch"], language, modes))[0]
        ids.append({thing.node: thing.id for thing in things(snapshot(view, page))})
    both = ids[0].keys() & ids[1].keys()
    assert len(both) > 10 and all(ids[0][node] == ids[1][node] for node in both)
    assert ids[0][""] == ROOT


def test_a_switch_says_whether_it_is_on_and_a_dead_key_that_it_is_off() -> None:
    on = frame(SIZES["27 inch"], "de", frozenset({Mode.LARGE}))
    view, page = pages(nav.Route(nav.SERVICE, "wohnung-anmelden"), "de", on)[0]
    by_node = {thing.node: thing for thing in things(snapshot(view, page))}
    assert by_node["bar.large"].pressed is True and by_node["bar.low"].pressed is False
    assert by_node["bar.help"].pressed is None
    assert by_node["pages.previous"].off and not by_node["pages.next"].off
