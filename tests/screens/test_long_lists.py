"""A list of hundreds is laid out page by page, whole and without a gap, and costs no more than a short one."""

from __future__ import annotations

from itertools import product
from unittest.mock import patch

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.catalog import Catalog, Service
from kiosk.domain.language import Words
from kiosk.domain.modes import NO_MODES, Modes
from kiosk.domain.node import View
from kiosk.domain.services import LONG, LONGEST
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.screens import listing
from kiosk.screens.registry import compose
from kiosk.showing import Showing
from kiosk.widgets.pieces import Page
from kiosk.widgets.sheet import Frame
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.test_layout import SIZES, catalog, frame, scene
from tests.screens.test_modes import LAYOUTS

TOPIC, MANY = "wohnen", 300
ROUTE = nav.Route(nav.TOPIC, TOPIC)
MODES: dict[str, Modes] = {"usual": NO_MODES, **LAYOUTS}
CHOSEN = chosen(list(product(MODES, SIZES, ("de", "ar", "ru", "fr", "vi", "ti"))))
"""Languages of every script, and those with the longest words: their words themselves are looked at in short lists."""
ON_PAGE_AT_MOST = 6


def many(count: int) -> Catalog:
    """The real content with so many services in one topic, of all that there are in turn."""
    assert catalog is not None
    every = list(catalog.services.values())
    services = {f"s{n}": replace(every[n % len(every)], id=f"s{n}", topic=TOPIC) for n in range(count)}
    return replace(catalog, services=services)


CATALOG = many(MANY)


class Eye:
    """A stage that lays out what it is shown, and counts how often."""

    def __init__(self, on: Frame) -> None:
        self._on, self.looks = on, 0
        self.page: Page | None = None
        self._laid: dict[int, tuple[View, Page]] = {}

    def present(self, view: View, sentence: object = None, focus: str = "") -> Page:
        self.page = self.lay_out(view)
        return self.page

    def lay_out(self, view: View) -> Page:
        if id(view) not in self._laid:
            self.looks += 1
            self._laid[id(view)] = view, compose(view, self._on)
        return self._laid[id(view)][1]

    def prepare(self, view: View) -> Page:
        return self.lay_out(view)


def of(route: nav.Route, language: str, on: Frame, content: Catalog = CATALOG, pages: int = 1) -> Scene:
    found = scene(route, language, catalog=content, pages=pages)
    return replace(found, visit=replace(found.visit, modes=on.modes))


@pytest.mark.parametrize(("modes", "size", "language"), CHOSEN)
def test_every_page_of_a_long_list_is_whole_and_every_row_is_on_one(modes: str, size: str, language: str) -> None:
    on = frame(SIZES[size], language, MODES[modes])
    showing = Showing(eye := Eye(on))  # type: ignore[arg-type]
    showing.show(of(ROUTE, language, on), None)
    count = showing.pages
    assert MANY / ON_PAGE_AT_MOST <= count <= MANY + 1
    rows = []
    for number in range(count):
        view = present(of(replace(ROUTE, page=number), language, on, pages=count))
        rows += [node.id for node in view["rows"].children]
    assert rows == [f"service.s{n}" for n in range(MANY)]
    seen: list[tuple[View, Page]] = []
    for number in (0, 1, count // 2, count - 1):
        before = eye.looks
        showing.show(of(replace(ROUTE, page=number), language, on, pages=count), None)
        assert eye.looks == before + (number > 0) and showing.pages == count, number  # the first one is laid out
        assert eye.page
        seen.append((showing.view, eye.page))
        assert audit.faults_of([seen[-1], seen[0]], on) == []  # what it is about stands on the first page alone
        shown = {target.node for target in eye.page.targets}
        assert {node.id for node in showing.view["rows"].children} <= shown


def test_a_row_higher_than_those_that_judged_makes_more_pages() -> None:
    """A text of wide letters may need more room than longer ones: no word is ever cut for it."""
    assert catalog is not None
    wide = Words({"de": " ".join(["MMMMMMMMMMMM"] * 6)})
    services: dict[str, Service] = {**CATALOG.services, "s7": replace(CATALOG.services["s7"], name=wide)}
    content = replace(CATALOG, services=services)
    on = frame(SIZES["27 inch upright"], "de")
    with patch("kiosk.domain.services.longest", lambda services, language: tuple(f"s{n}" for n in range(12, 20))):
        showing = Showing(eye := Eye(on))  # type: ignore[arg-type]
        showing.show(of(ROUTE, "de", on, content), None)
        judged = showing.pages
        page = next(
            n
            for n in range(judged)
            if "service.s7" in str(present(of(replace(ROUTE, page=n), "de", on, content, judged))["rows"])
        )
        showing.show(of(replace(ROUTE, page=page), "de", on, content, judged), None)
    assert eye.page and audit.faults_of([(showing.view, eye.page)], on) == []


@pytest.mark.parametrize("count", [LONG + 1, 5000])
def test_a_page_costs_the_same_however_long_the_list_is(count: int) -> None:
    """Counted in rows that are measured: those that judge at first, and those of the page."""
    on, measured = frame(SIZES["27 inch"], "ar"), 0
    content = many(count)
    content.longest_of(TOPIC, "ar")

    def height(*given: object) -> float:
        nonlocal measured
        measured += 1
        return real(*given)  # type: ignore[arg-type]

    real = listing.row_height
    with patch.object(listing, "row_height", height):
        Showing(Eye(on)).show(of(ROUTE, "ar", on, content), None)  # type: ignore[arg-type]
    assert 0 < measured <= 2 * 2 * (3 * LONGEST + ON_PAGE_AT_MOST)


def test_a_list_that_is_not_long_is_laid_out_as_a_whole() -> None:
    on = frame(SIZES["27 inch"], "de")
    view = present(of(ROUTE, "de", on, many(LONG)))
    assert len(view["rows"].children) == LONG and not view["rows"].of
