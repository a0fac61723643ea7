"""What is shown is published, and nothing else: every screen in every language and layout, as assistive technology
gets it (issue 4: one tree of nodes for eye, ear, keys and AT-SPI)."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from kiosk.accessibility.things import ROOT, Kind, Live, Snapshot, Thing, focus_in, places_on, second, things
from kiosk.domain import navigation as nav
from kiosk.domain.modes import Mode, Modes
from kiosk.domain.node import Role, View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.utterance import spoken
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose_overlay
from kiosk.widgets.pieces import Code, Page, Sign, Text
from tests.combinations import chosen
from tests.screens.telling import telling_routes
from tests.screens.test_layout import LANGUAGES, SIZES, frame, pages, routes, scene
from tests.screens.test_layout import catalog as content

MODES: dict[str, Modes] = {
    "+".join(mode.value for mode in some) or "usual": frozenset(some)
    for count in range(len(Mode) + 1)
    for some in combinations(Mode, count)
}
EVERY = list(product(MODES, ("27 inch", "27 inch upright"), LANGUAGES))
PRESSED = (Role.BUTTON, Role.TOGGLE)


def snapshot(view: View, page: Page, focus: str = "") -> Snapshot:
    return Snapshot(view, places_on(page), focus, 1.0, (page.width, page.height), "Haus")


def faults(view: View, page: Page, tree: tuple[Thing, ...]) -> list[str]:
    """What is wrong with a tree for a page."""
    found = [f"{thing.node} has no name" for thing in tree if thing.clickable and not thing.name]
    found += [f"{thing.node} has no language" for thing in tree if thing.name and not thing.language]
    found += [f"{thing.node} has no place" for thing in tree if thing.kind is not Kind.GROUP and thing.at is None]
    inside = [child for thing in tree for child in thing.children]
    if len({thing.id for thing in tree}) != len(tree) or sorted(inside) != sorted(thing.id for thing in tree[1:]):
        found.append("an id stands for two things, or a thing is not in exactly one other")
    by_node = {thing.node: thing for thing in tree}
    for piece in page.pieces:
        if isinstance(piece, Text) and piece.node in (node.id for node in view.nodes()):
            thing = _teller(view, piece, by_node)
            sign = not any(char.isalnum() for char in piece.said.text)  # on a key; it is told by its name
            if not thing or (not sign and spoken(piece.said.text) not in f"{thing.name} {thing.description}"):
                found.append(f"{piece.node}: {piece.said.text!r} is seen and not told")
            elif sign and not any(char.isalpha() for char in thing.name):
                found.append(f"{piece.node}: the sign {piece.said.text!r} has no name")
    for target in page.targets:
        thing = by_node.get(target.node)
        if not (thing and thing.clickable and thing.at and thing.at.holds(target.at) and target.at.holds(thing.at)):
            found.append(f"{target.node} can be pressed and is not there")
    return found


def _teller(view: View, piece: Text, by_node: dict[str, Thing]) -> Thing | None:
    """The thing that must tell painted words: that of the node or of its second line, or the key they stand on."""
    own = by_node.get(second(piece.node) if piece.part == "value" else piece.node) or by_node.get(piece.node)
    keys = (node for node in view.nodes() if node.role in PRESSED and piece.node in (one.id for one in node.walk()))
    return own or next((by_node.get(key.id) for key in keys), None)


@pytest.mark.parametrize(("modes", "size", "language"), chosen(EVERY))
def test_everything_that_is_seen_is_told(modes: str, size: str, language: str) -> None:
    """Every word in the usual view, the rest in each of the others."""
    assert content is not None
    on, found = frame(SIZES[size], language, MODES[modes]), []
    for route in routes(content) if modes == "usual" else telling_routes(language):
        for view, page in pages(route, language, on):
            wrong = faults(view, page, things(snapshot(view, page)))
            found += [f"{route.name} {route.subject}: {fault}" for fault in wrong]
    assert not found, "\n".join(found[:40])


DECORATION = {"bar", "night", "header.field", "query.caret"}
"""Grounds, the door, and the caret: shapes of no node, and no word or sign is among them."""


@pytest.mark.parametrize(("modes", "size", "language"), chosen(EVERY))
def test_what_is_painted_belongs_to_a_node(modes: str, size: str, language: str) -> None:
    """V-05: decoration apart, and the dots between the words of the picker's title."""
    assert content is not None
    on = frame(SIZES[size], language, MODES[modes])
    for route in telling_routes(language):
        for view, page in pages(route, language, on):
            known = {node.id for node in view.nodes()}
            loose = {piece for piece in page.pieces if piece.node not in known}
            meant = {piece.node for piece in loose if isinstance(piece, Text | Sign | Code)}
            assert {node for node in meant if not node.startswith("title.dot")} == set(), route
            assert {piece.node for piece in loose} - meant <= DECORATION, route


def test_of_a_title_in_german_on_an_arabic_card_each_line_has_its_own_language() -> None:
    assert content is not None
    on = frame(SIZES["27 inch"], "ar")
    view, page = pages(nav.Route(nav.SERVICE, "wohnung-anmelden"), "ar", on)[0]
    tree = things(snapshot(view, page))
    by_node = {thing.node: thing for thing in tree}
    assert (by_node["title"].kind, by_node["title"].language, by_node["title"].level) == (Kind.HEADING, "ar", 1)
    assert (by_node["title/value"].kind, by_node["title/value"].language) == (Kind.PARAGRAPH, "de")
    assert by_node["lead"].language == "ar" and by_node["code.address"].language == "de"
    assert by_node["title"].at != by_node["title/value"].at, "each line is where it is painted"


def test_figures_belong_to_the_reader() -> None:
    """112 is said in Arabic on an Arabic page, as the kiosk's own voice says it."""
    view, page = pages(nav.Route(nav.HELP), "ar", frame(SIZES["27 inch"], "ar"))[0]
    languages = {thing.name: thing.language for thing in things(snapshot(view, page))}
    assert languages["112"] == languages["116 117"] == "ar"
    assert languages["Türöffner"] == "de"


def test_no_direction_mark_reaches_a_name() -> None:
    """A robot finds words as they are read; joiners are letters' business and stay (spoken)."""
    view, page = pages(nav.Route(nav.SERVICE, "wohnung-anmelden"), "ar", frame(SIZES["27 inch"], "ar"))[0]
    painted = "".join(piece.said.text for piece in page.pieces if isinstance(piece, Text))
    told = "".join(f"{thing.name}{thing.description}" for thing in things(snapshot(view, page)))
    marks = set("\u200e\u200f\u2066\u2067\u2068\u2069\u00ad\u00a0")
    assert marks & set(painted) and not marks & set(told)


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
    assert window.children == (alert.id,)
    title, text = view["idle.title"], view["idle.text"]
    assert alert.name == " ".join(spoken(said.text) for said in (title.name, text.name, text.value))
    assert {thing.node: thing.live for thing in rest if thing.live is not Live.OFF} == {"idle": Live.ASSERTIVE}
    assert {thing.node for thing in rest if thing.clickable} == {"idle.more", "idle.finish"}
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


def test_no_id_stands_for_two_things_on_any_screen() -> None:
    """What belongs to one screen is another thing on another one; header and bar are the same things everywhere."""
    assert content is not None
    known: dict[int, tuple[str, str]] = {}
    for route in routes(content):
        for view, page in pages(route, "de", frame(SIZES["27 inch"], "de")):
            here = f"{route.name} {route.subject}"
            for thing in things(snapshot(view, page)):
                place = "" if thing.node.startswith(("header.", "bar.")) or thing.id == ROOT else here
                assert known.setdefault(thing.id, (place, thing.node)) == (place, thing.node)
    assert len(known) > 500


def test_a_switch_says_whether_it_is_on_and_a_dead_key_that_it_is_off() -> None:
    on = frame(SIZES["27 inch"], "de", frozenset({Mode.LARGE}))
    view, page = pages(nav.Route(nav.SERVICE, "wohnung-anmelden"), "de", on)[0]
    by_node = {thing.node: thing for thing in things(snapshot(view, page))}
    assert by_node["bar.large"].pressed is True and by_node["bar.low"].pressed is False
    assert by_node["bar.help"].pressed is None
    assert by_node["pages.previous"].off and not by_node["pages.next"].off


def test_what_a_visitor_changes_is_told_and_what_changes_by_itself_is_not() -> None:
    on, route = frame(SIZES["27 inch"], "de"), nav.Route(nav.SERVICE, "wohnung-anmelden")
    view, page = pages(route, "de", on, reading=Reading(Status.PLAYING, 2, 9))[0]
    live = {thing.node: thing.live for thing in things(snapshot(view, page))}
    assert live["volume"] is live["speed"] is live["header.opening"] is Live.POLITE
    assert live["listen.state"] is live["title"] is Live.OFF
