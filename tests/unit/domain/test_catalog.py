"""What the catalog finds, and which page a code leads to."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.catalog import Link, Page
from tests.builders import ADVICE, BARE, CATALOG, ENGLISH, REGISTER, catalog

PAGES = Link({"uk": "https://a/uk", "de": "https://a/de", "en": "https://a/en", "ar": "https://a/ar"})


def without(*codes: str) -> Link:
    return Link({code: url for code, url in PAGES.pages.items() if code not in codes})


@pytest.mark.parametrize(
    ("link", "language", "led_to"),
    [
        (PAGES, "ar", "ar"),
        (without("ar"), "ar", "en"),
        (without("ar", "en"), "ar", "de"),
        (without("ar", "en", "de"), "ar", "uk"),
        (PAGES, "de", "de"),
        (without("de"), "de", "uk"),
        (PAGES, "de-simple", "de"),
        (PAGES, "en", "en"),
        (without("en"), "en", "de"),
    ],
)
def test_a_page_is_in_ones_language_else_english_else_german_else_any(link: Link, language: str, led_to: str) -> None:
    """Readers of German are not led to English before any other language."""
    assert link.page(language) == Page(f"https://a/{led_to}", led_to)


@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_a_link_without_pages_leads_nowhere(language: str) -> None:
    assert Link().page(language) is None


def test_a_language_is_found_by_its_code() -> None:
    assert CATALOG.language("en") == ENGLISH
    with pytest.raises(KeyError, match="uk"):
        CATALOG.language("uk")


def test_services_are_found_by_topic_in_their_order() -> None:
    moved = catalog(services={s.id: s for s in (BARE, replace(ADVICE, topic="notfall"), REGISTER)})
    assert [service.id for service in moved.services_of("papiere")] == ["unbekannt", "anmelden"]
    assert [service.id for service in moved.services_of("notfall")] == ["beratung"]
    assert not moved.services_of("nirgends")


def test_services_are_found_by_where_they_are_given() -> None:
    assert [service.id for service in CATALOG.services_at("buergerbuero")] == ["anmelden"]
    assert [service.id for service in CATALOG.services_at("centre")] == ["beratung"]
    assert not CATALOG.services_at("mosaik")
