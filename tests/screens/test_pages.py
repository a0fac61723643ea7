"""Every screen in every language on every panel, in the usual view: whole, and whole while it is pressed or spoken."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.widgets.pieces import Look
from tests.screens import audit
from tests.screens.telling import SMALLEST, telling_routes
from tests.screens.test_layout import LANGUAGES, SIZES, catalog, frame, pages, routes


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole(language: str, size: str) -> None:
    """Every word of each language on the smallest panels; on the others the screens that tell most."""
    assert catalog is not None
    on, found = frame(SIZES[size], language), []
    for route in routes(catalog) if size in SMALLEST else telling_routes(language):
        wrong = audit.faults_of(pages(route, language, on), on)
        found += [f"{route.name} {route.subject}: {fault}" for fault in wrong]
    assert not found, f"{len(found)} faults:\n" + "\n".join(found[:60])


@pytest.mark.parametrize("size", SMALLEST)
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_pressed_or_spoken_is_whole(language: str, size: str) -> None:
    assert catalog is not None
    on, found = frame(SIZES[size], language), set()
    for route in routes(catalog):
        for _, page in pages(route, language, on):
            for target in page.targets:
                for look in (Look.PRESSED, Look.SPOKEN):
                    found |= set(audit.words(replace(page, pieces=target.draw(look)), on))
    assert not found
