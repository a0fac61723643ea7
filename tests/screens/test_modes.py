"""Large, low, and both (high contrast changes no place): every page in every language is whole on every panel, and
offers the same as in the usual view."""

from __future__ import annotations

from itertools import product

import pytest

from kiosk.domain import navigation as nav
from kiosk.domain.modes import Mode, Modes
from kiosk.presenters import trouble
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose, compose_overlay
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.telling import routes_on
from tests.screens.test_layout import LANGUAGES, SIZES, frame, pages, routes, scene
from tests.screens.test_layout import catalog as content

LARGE, LOW = frozenset({Mode.LARGE}), frozenset({Mode.LOW})
LAYOUTS = {"large": LARGE, "low": LOW, "large and low": LARGE | LOW}
CHOSEN = chosen(list(product(LAYOUTS, SIZES, LANGUAGES)))


@pytest.mark.parametrize(("layout", "size", "language"), CHOSEN)
def test_every_page_is_whole(layout: str, size: str, language: str) -> None:
    """Every word of each language in each layout on the smallest panel of those that are tried with both."""
    on, found = frame(SIZES[size], language, LAYOUTS[layout]), []
    for route in routes_on(layout, size, language, CHOSEN):
        if route.name in (nav.ATTRACT, nav.TROUBLE):
            continue  # a visit begins on the one without modes; the other has a test of its own below
        wrong = audit.faults_of(pages(route, language, on), on)
        found += [f"{route.name} {route.subject}: {fault}" for fault in wrong]
    assert not found, f"{len(found)} faults:\n" + "\n".join(found[:60])


@pytest.mark.parametrize(("layout", "size", "language"), CHOSEN)
def test_the_idle_warning_is_whole(layout: str, size: str, language: str) -> None:
    on = frame(SIZES[size], language, LAYOUTS[layout])
    overlay = compose_overlay(present(scene(nav.Route(nav.HOME), language, countdown=30)), on)
    assert overlay is not None
    assert audit.faults(overlay, on) == []


@pytest.mark.parametrize("modes", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("size", ["27 inch", "27 inch upright"])
def test_every_mode_offers_the_same(size: str, modes: Modes) -> None:
    """T-03: no reduced version: what can be pressed in the usual view can be pressed in every mode."""
    assert content is not None
    for route in routes(content):
        if route.name == nav.ATTRACT:
            continue
        usual, other = (
            {target.node for _, page in pages(route, "en", frame(SIZES[size], "en", used)) for target in page.targets}
            for used in (frozenset(), modes)
        )
        assert {node for node in usual ^ other if not node.startswith("pages.")} == set(), route


@pytest.mark.parametrize(("layout", "size", "language"), [(layout, size, "de") for layout in LAYOUTS for size in SIZES])
def test_our_own_fault_is_told_in_every_layout(layout: str, size: str, language: str) -> None:
    on = frame(SIZES[size], language, LAYOUTS[layout])
    assert audit.faults(compose(trouble.present(), on), on) == []
