"""Rows of docs/accessibility.md about codes, in millimetres of real panels: how large they are painted (Q-01, Q-02) and
how high they stand (Q-03)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.modes import NO_MODES, Mode, Modes
from kiosk.domain.settings import Panel, Settings
from kiosk.qr import QUIET_ZONE, matrix
from kiosk.widgets.pieces import Code, Page
from kiosk.widgets.sheet import Frame
from kiosk.widgets.surface import frame_of
from tests.combinations import chosen
from tests.screens.telling import telling_routes
from tests.screens.test_layout import LANGUAGES, catalog, engine, pages, routes

PANELS = {
    "24 inch": Panel(1920, 1080, 0.277, 900),
    "27 inch": Panel(1920, 1080, 0.311, 900),
    "27 inch upright": Panel(1080, 1920, 0.311, 800),
    "32 inch": Panel(1920, 1080, 0.369, 800),
    "43 inch, fine": Panel(3840, 2160, 0.245, 700),
    "43 inch upright": Panel(1080, 1920, 0.49, 800),
}
"""Pixels, millimetres of a pixel and of the lower edge (accessibility.md (d))."""
VIEWS: dict[str, Modes] = {
    "usual": NO_MODES,
    "large": frozenset({Mode.LARGE}),
    "low": frozenset({Mode.LOW}),
    "large and low": frozenset({Mode.LARGE, Mode.LOW}),
}
SYMBOL_MM, MODULE_MM, MODULE_PX = 60, 1.2, 4
MIDDLE_MM = (900, 1200)


def cards() -> list[nav.Route]:
    assert catalog is not None
    return [route for route in routes(catalog) if route.name in (nav.SERVICE, nav.ORGANISATION)]


def surface(panel: Panel, language: str, modes: Modes) -> Frame:
    assert catalog is not None
    made = frame_of(Settings(panel=panel), catalog, (panel.width_px, panel.height_px), engine)
    return replace(made, modes=modes, rtl=catalog.language(language).rtl)


def module_px(code: Code, scale: float) -> int:
    """Whole pixels a module, as the painter makes them."""
    modules = len(matrix(code.address)) + 2 * QUIET_ZONE
    return (round(code.at.right * scale) - round(code.at.x * scale)) // modules


def codes(shown: list[Page]) -> Iterator[Code]:
    yield from (piece for page in shown for piece in page.pieces if isinstance(piece, Code))


@pytest.mark.parametrize(("panel", "view", "language"), chosen(list(product(PANELS, VIEWS, LANGUAGES))))
def test_q_01_and_q_02_every_card_has_a_code_that_is_large_enough(panel: str, view: str, language: str) -> None:
    """At least 60 mm without its white border; a module at least 4 pixels and 1.2 mm."""
    glass = PANELS[panel]
    on, small = surface(glass, language, VIEWS[view]), set()
    for route in cards() if view == "usual" else [card for card in cards() if card in telling_routes(language)]:
        found = list(codes([page for _, page in pages(route, language, on)]))
        if not found:
            small.add(f"{route.subject}: no code")
        for code in found:
            module = module_px(code, on.scale)
            side = module * len(matrix(code.address)) * glass.pitch_mm
            if side < SYMBOL_MM or module < MODULE_PX or module * glass.pitch_mm < MODULE_MM:
                small.add(f"{route.subject}: {side:.1f} mm, modules of {module} pixels")
    assert small == set()


@pytest.mark.parametrize("panel", PANELS)
def test_q_03_the_middle_of_a_code_is_between_900_and_1200_mm(panel: str) -> None:
    """Above the floor, in the usual view: where a phone is held."""
    glass = PANELS[panel]
    on = surface(glass, "de", NO_MODES)
    heights = {
        round(glass.bottom_edge_mm + (glass.height_px - code.at.center[1] * on.scale) * glass.pitch_mm)
        for route in cards()
        for code in codes([page for _, page in pages(route, "de", on)])
    }
    assert heights
    assert MIDDLE_MM[0] <= min(heights) and max(heights) <= MIDDLE_MM[1]
