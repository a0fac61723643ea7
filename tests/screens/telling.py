"""Of the screens of which there are many alike, those that tell most.

What a card says differs from card to card, and tests/screens/test_layout.py and test_modes.py look at the words of each
of them. How a card is built (which keys, signs, rows and codes stand on it, and in which state) differs in a few ways
only. A test that asks nothing about words looks at these screens: whatever kinds of things there are, each stands on
one of them never, once or several times, as it does anywhere, and any two kinds do so together as they do anywhere. And
those with most words, and with most things, are always among them, for they have most pages. `make test-all` looks at
every screen.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, groupby

from kiosk.domain import navigation as nav
from kiosk.domain.node import Node, View
from kiosk.presenters.registry import present
from tests.combinations import ALL
from tests.screens.test_layout import SIZES, catalog, routes, scene

Kind = tuple[object, ...]
Built = set[frozenset[tuple[Kind, int]]]
"""How often any two kinds of things stand on a screen together: never (0), once (1), several times (2)."""


@cache
def telling_routes(language: str) -> tuple[nav.Route, ...]:
    """The screens that show in this language all there is to see, in the order of the kiosk."""
    assert catalog is not None
    every = tuple(routes(catalog))
    if os.environ.get(ALL):
        return every
    taken = {route for _, alike in groupby(every, key=lambda route: route.name) for route in _some(alike, language)}
    return tuple(route for route in every if route in taken)


Tried = tuple[str, str, str]
"""A layout, a size of panel and a language that are tried together."""
SMALLEST = ("24 inch", "24 inch upright")


def routes_on(layout: str, size: str, language: str, tried: Sequence[Tried]) -> tuple[nav.Route, ...]:
    """Whether words fit depends on the words: each language has all of its own looked at in each layout, on the
    smallest panel of those that are tried with both. On the other panels the screens that tell most are enough."""
    assert catalog is not None
    sizes = {one[1] for one in tried if (one[0], one[2]) == (layout, language)}
    smallest = min(sizes, key=lambda name: (SIZES[name][0] * SIZES[name][1], name))
    return tuple(routes(catalog)) if size == smallest else telling_routes(language)


def _some(alike: Iterator[nav.Route], language: str) -> list[nav.Route]:
    """Of screens of one name so many that none is built in a way that is not among them."""
    views = {route: present(scene(route, language)) for route in alike}
    known = {kind(node) for view in views.values() for node in view.nodes()}
    ways = {route: built(view, known) for route, view in views.items()}
    taken = list({max(views, key=lambda one: measure(views[one])) for measure in (_words, _things)})
    left = set().union(*ways.values()) - set().union(*(ways[route] for route in taken))
    while left:
        best = max(ways, key=lambda route: len(left & ways[route]))
        taken.append(best)
        left -= ways[best]
    return taken


def built(view: View, known: set[Kind]) -> Built:
    """In which way a screen is built, told by every two of all the kinds that are known, and by its hues."""
    counted = Counter(kind(node) for node in view.nodes())
    hues: Built = {frozenset({((node.id.partition(".")[0], node.hue), 1)}) for node in view.nodes() if node.hue}
    return hues | {frozenset(pair) for pair in combinations([(one, min(2, counted[one])) for one in known], 2)}


def kind(node: Node) -> Kind:
    """What a node is, whatever it says: its family, what it is for, how it stands, what it has, what it asks for, and
    in which languages it speaks."""
    family, languages = node.id.partition(".")[0], (node.name.language, node.value.language)
    has = (bool(node.icon), bool(node.address), type(node.intent))
    return family, node.role, node.states, languages, has


def _words(view: View) -> int:
    return sum(len(said.text) for node in view.nodes() for said in (node.name, node.value) if said)


def _things(view: View) -> int:
    return sum(1 for _ in view.nodes())
