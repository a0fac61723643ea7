"""The card for the desk, as long as staff may write what it asks for, and with what else may stand on it."""

from __future__ import annotations

from itertools import product

import pytest
from msgspec.structs import replace

from kiosk.domain import navigation as nav
from kiosk.domain.language import Words
from kiosk.domain.modes import NO_MODES, Mode, Modes
from kiosk.domain.request import for_service
from kiosk.domain.sound import Sound
from kiosk.domain.strings import Strings
from kiosk.domain.visit import Visit
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose
from kiosk.theme.tokens import NORMAL
from kiosk.widgets.pieces import Text
from tests.combinations import chosen
from tests.screens import audit
from tests.screens.test_layout import LANGUAGES, SIZES, catalog, frame, pages, scene, strings

LAYOUTS: dict[str, Modes] = {
    "usual": NO_MODES,
    "large": frozenset({Mode.LARGE}),
    "low": frozenset({Mode.LOW}),
    "large and low": frozenset({Mode.LARGE, Mode.LOW}),
}
LONG = Words(
    {
        "de": "Ich habe Fragen zu Bescheinigungen der Ausländerbehörde und zu Arbeitsverträgen.",
        "en": "I have questions about certificates of the foreigners office and work contracts.",
        "ar": "لديّ أسئلة عن شهادات دائرة الأجانب وعن عقود العمل وعن الإقامة في المدينة الجديدة.",
        "uk": "Я маю питання про довідки відомства у справах іноземців та про трудові договори.",
    }
)
"""As many letters as a request may have (docs/content.md), and long words."""
assert catalog is not None
SERVICE = next(iter(catalog.services.values()))
LONGEST = replace(catalog, services={**catalog.services, SERVICE.id: replace(SERVICE, ask=LONG)})
CARD = nav.Route(nav.SHOW, for_service(SERVICE.id))


@pytest.mark.parametrize(("layout", "size", "language"), chosen(list(product(LAYOUTS, SIZES, LANGUAGES))))
def test_the_longest_request_is_whole(layout: str, size: str, language: str) -> None:
    """T-04: never clipped, never torn; smaller or on two pages before that."""
    assert len(LONG.said("de").text) == 80
    on = frame(SIZES[size], language, LAYOUTS[layout])
    shown = pages(CARD, language, on, catalog=LONGEST)
    found = [fault for _, page in shown for fault in audit.faults(page, on)]
    assert found + audit.unplaced(shown) == []


@pytest.mark.parametrize("size", ["24 inch", "24 inch upright"])
def test_what_is_too_long_is_shown_all_the_same_and_told(size: str) -> None:
    """A wish of three lines in the least room: the visitor keeps the card, and the audit says what does not fit."""
    words = Words(
        {"de": "Bitte mit einem Menschen, der in meiner Sprache übersetzen und auch langsam sprechen kann. " * 4}
    )
    on = frame(SIZES[size], "de", LAYOUTS["large and low"])
    assert isinstance(strings, Strings)
    long = replace(strings, words={**strings.words, "show.wish": words, "show.change": words})
    shown = pages(CARD, "de", on, strings=long, catalog=LONGEST)
    assert len(shown) >= 2
    assert any(audit.faults(page, on) for _, page in shown)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_wish_and_without_sound_it_is_whole_too(language: str, size: str) -> None:
    on = frame(SIZES[size], language)
    visit = Visit((CARD,), language, interpreter=False)
    for sound in (Sound.READY, Sound.NO_DEVICE):
        page = compose(present(scene(CARD, language, visit=visit, sound=sound)), on)
        assert (page.pages, audit.faults(page, on)) == (1, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_german_sentence_is_the_largest_on_the_lobbys_panel(language: str) -> None:
    """look.md 3: 76 units, capitals of 16.9 mm, to be read across the desk."""
    assert catalog is not None
    for service in catalog.services:
        route = nav.Route(nav.SHOW, for_service(service))
        ((_, page),) = pages(route, language, frame(SIZES["27 inch"], language))
        (german,) = (piece for piece in page.pieces if isinstance(piece, Text) and piece.node == "german")
        assert german.style == NORMAL.statement
