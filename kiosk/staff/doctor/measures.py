"""What the settings of a terminal lead to, in millimetres: every screen is laid out as visitors will see it, and
measured. Nothing here is typed by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.catalog import Catalog
from kiosk.domain.modes import NO_MODES, Mode, Modes
from kiosk.domain.navigation import ATTRACT, HOME, TROUBLE, Route
from kiosk.domain.settings import Settings
from kiosk.domain.strings import Strings
from kiosk.domain.visit import Visit
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.qr import QUIET_ZONE, matrix
from kiosk.screens.registry import compose, compose_overlay
from kiosk.staff.voice.heard import routes
from kiosk.text.engine import Engine, TypeStyle
from kiosk.widgets.pieces import Box, Code, Page, Piece, Target, Text
from kiosk.widgets.sheet import Frame
from kiosk.widgets.surface import frame_of, pitch_of

NOON = datetime(2024, 1, 1, 12)
"""Any moment: it changes words, not places."""
LOW, LOW_AND_LARGE = frozenset({Mode.LOW}), frozenset({Mode.LOW, Mode.LARGE})
LETTER = 1000
"""Pixels of the capital letter that is measured."""
COVERED = 128
"""From here on a pixel counts as covered (255: wholly)."""


class Span(Struct, frozen=True):
    """From the lowest to the highest, in millimetres above the floor."""

    least: float
    most: float


class Measures(Struct, frozen=True):
    """Sizes are those on the glass, heights those above the floor, all in millimetres.

    `capital` and `capital_large` are the capital letters of the smallest words in the usual view and with large words,
    `key` is the smaller side of the smallest key of the bar, `target` that of anything to press in any view, `symbol`
    the side of the smallest code without its quiet zone, and `codes` are the middles of all codes in the usual view
    (0 and None: there is none). `bar` are the edges of the bar's keys, `low` those of everything to press in low mode;
    `low_words` is the upper edge of the highest thing to read there, the header apart. `pages` were laid out for this.
    """

    width: float
    bottom_edge: int
    capital: float
    capital_large: float
    key: float
    target: float
    symbol: float
    codes: Span | None
    bar: Span
    low: Span
    low_words: float
    pages: int


class Glass(Struct, frozen=True):
    """The surface as it hangs, and the way from its units to millimetres."""

    frame: Frame
    unit_mm: float
    bottom_edge: int

    def above_floor(self, y: float) -> float:
        """The height above the floor of what is `y` units below the upper edge."""
        return self.bottom_edge + (self.frame.height - y) * self.unit_mm

    def span(self, boxes: Iterable[Box]) -> Span:
        """The lowest and the highest edge of all these."""
        edges = [(self.above_floor(box.bottom), self.above_floor(box.y)) for box in boxes]
        return Span(min(low for low, _ in edges), max(high for _, high in edges))

    def smallest(self, boxes: Iterable[Box]) -> float:
        """The smallest side of all these."""
        return min(min(box.w, box.h) for box in boxes) * self.unit_mm


def measured(settings: Settings, catalog: Catalog, strings: Strings) -> Measures:
    """Lay out every page of every screen in every language, in the usual view and in low mode with and without large
    words. Raises FontsMissing and PangoMissing."""
    engine, panel = Engine(), settings.panel
    size = panel.width_px, panel.height_px
    frame = frame_of(settings, catalog, size, engine)
    glass = Glass(frame, pitch_of(settings, size) * frame.scale, panel.bottom_edge_mm)
    usual, low, large = (list(_pages(catalog, strings, frame, modes)) for modes in (NO_MODES, LOW, LOW_AND_LARGE))
    within_reach = [target.at for page in (*low, *large) for target in page.targets if _separate(target, page)]
    keys = [target.at for page in usual for target in page.targets if target.node.startswith("bar.")]
    capital = _capital(engine) * glass.unit_mm
    codes = [code for page in usual for code in page.pieces if isinstance(code, Code)]
    middles = [glass.above_floor(code.at.center[1]) for code in codes]
    return Measures(
        width=panel.width_px * panel.pitch_mm,
        bottom_edge=panel.bottom_edge_mm,
        capital=_smallest_words(usual) * capital,
        capital_large=_smallest_words(large) * capital,
        key=glass.smallest(keys),
        target=glass.smallest([*within_reach, *(t.at for page in usual for t in page.targets if _separate(t, page))]),
        symbol=min((_symbol(code, frame.scale) for code in codes), default=0.0) * glass.unit_mm,
        codes=Span(min(middles), max(middles)) if middles else None,
        bar=glass.span(keys),
        low=glass.span(within_reach),
        low_words=glass.span(piece.at for page in (*low, *large) for piece in page.pieces if _to_read(piece)).most,
        pages=len(usual) + len(low) + len(large),
    )


def _pages(catalog: Catalog, strings: Strings, frame: Frame, modes: Modes) -> Iterator[Page]:
    """Every page in every language, and the question whether somebody is still there. A visit begins on the waiting
    screen without modes, and the screen for our own faults has neither keys nor modes."""
    every = routes(catalog, strings)
    for language in catalog.languages:
        on = replace(frame, modes=modes, rtl=language.rtl)
        for route in every:
            if not modes or route.name not in (ATTRACT, TROUBLE):
                yield from _pages_of(catalog, strings, on, route, language.code)
        asked = Scene(catalog, strings, Visit((Route(HOME),), language.code, modes=modes), NOON, countdown=30)
        question = compose_overlay(present(asked), on)
        if question:
            yield question


def _pages_of(catalog: Catalog, strings: Strings, on: Frame, route: Route, language: str) -> Iterator[Page]:
    """The pages of one screen, one after the other as the kiosk shows them."""
    number = pages = 0
    while number <= pages:
        stack = () if route.name == ATTRACT else (replace(route, page=number),)
        scene = Scene(catalog, strings, Visit(stack, language, modes=on.modes), NOON, pages=max(1, pages))
        page = compose(present(scene), on)
        if page.pages > 1 and not pages:  # shown once more, with page keys
            pages = page.pages
            continue
        yield page
        number += 1
        if number >= page.pages:
            return


def _separate(target: Target, page: Page) -> bool:
    """Whether it is a key of its own, not the whole screen."""
    return target.at.w < page.width or target.at.h < page.height


def _to_read(piece: Piece) -> bool:
    return isinstance(piece, Text) and not piece.node.startswith("header")


def _smallest_words(pages: Iterable[Page]) -> float:
    """The size of the smallest words, in units."""
    return min(piece.style.size for page in pages for piece in page.pieces if isinstance(piece, Text))


def _capital(engine: Engine) -> float:
    """The height of a capital letter, as a part of the size of the words."""
    mask = engine.mask("H", TypeStyle(LETTER, False, 1.0), "de", "Latn", False)
    rows = (mask.data[start : start + mask.width] for start in range(0, len(mask.data), mask.width))
    return sum(max(row) >= COVERED for row in rows) / LETTER


def _symbol(code: Code, scale: float) -> float:
    """The side of a code in units without its quiet zone. It is painted with whole pixels a module, so it may be
    smaller than its place."""
    modules = len(matrix(code.address))
    pixels = round(code.at.right * scale) - round(code.at.x * scale)
    return pixels // (modules + 2 * QUIET_ZONE) * modules / scale
