"""The code to take a page along: only to pages of the content, and it says where it leads."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.catalog import Link
from kiosk.domain.language import SOURCE
from kiosk.domain.navigation import CONTACT, ORGANISATION, SERVICE, Route
from kiosk.domain.node import Role
from kiosk.domain.utterance import spoken
from kiosk.presenters.card import LONGEST_ADDRESS, short_address
from kiosk.presenters.registry import present
from tests import builders
from tests.builders import CATALOG, LANGUAGES_HERE, scene


def addresses() -> set[str]:
    """Every page of the small centre."""
    linked = (CATALOG.centre, *CATALOG.services.values(), *CATALOG.organisations.values())
    return {url for entry in linked for url in entry.link.pages.values()}


@pytest.mark.parametrize("language", LANGUAGES_HERE)
def test_every_code_leads_to_a_page_of_the_content(language: str) -> None:
    views = [present(scene(route, language)) for route in builders.ROUTES]
    codes = [node for view in views for node in view.nodes() if node.role is Role.CODE and view.route.name != CONTACT]
    assert len(codes) == len(CATALOG.services) + len(CATALOG.organisations) + 1
    assert {code.address for code in codes} <= addresses()


@pytest.mark.parametrize(
    ("language", "address", "page_language"),
    [
        ("de", "https://www.leipzig.de/buergerbuero", "de"),
        ("en", "https://english.leipzig.de/register", "en"),
        ("ar", "https://english.leipzig.de/register", "en"),
    ],
)
def test_a_code_says_where_it_leads_and_in_which_language(language: str, address: str, page_language: str) -> None:
    """Q-04."""
    here = scene(Route(SERVICE, "anmelden"), language)
    view = present(here)
    assert view["code"].address == address
    assert view["code"].name == here.say("code.scan")
    shown = view["code.address"].name
    assert (spoken(shown.text), shown.language) == (short_address(address), SOURCE)
    named = here.say(f"language.{page_language}").text
    assert view["code.language"].name == here.say("code.page", language=named)


def test_a_long_host_may_break_between_its_parts_but_never_before_its_end() -> None:
    """Beside a large code there is no room for the whole line, and no word may be torn."""
    assert breaks("https://stadtbibliothek.leipzig.de/x") == ["stadtbibliothek.", "leipzig.de/x"]
    assert breaks("https://a.b.leipzig.de") == ["a.", "b.", "leipzig.de"]
    assert breaks("https://www.leipzig.de/a.b/c") == ["leipzig.de/a.b/c"]


def breaks(url: str) -> list[str]:
    """The pieces that the shown address of a service with this page may be broken into."""
    service = replace(CATALOG.services["anmelden"], link=Link({SOURCE: url}))
    catalog = replace(CATALOG, services={**CATALOG.services, "anmelden": service})
    return present(scene(Route(SERVICE, "anmelden"), catalog=catalog))["code.address"].name.text.split("\u200b")


@pytest.mark.parametrize(
    "route", [Route(SERVICE, "unbekannt"), Route(ORGANISATION, "mosaik")], ids=["service", "organisation"]
)
def test_without_a_page_of_its_own_the_code_leads_to_the_centres(route: Route) -> None:
    view = present(scene(route, "ar"))
    assert view["code"].address == "https://www.leipzig.de/welcomecentre"
    assert view["code.address"].name.text == "leipzig.de/welcomecentre"


def test_without_any_page_there_is_no_code_but_the_way_to_the_desk() -> None:
    here = scene(Route(SERVICE, "unbekannt"), catalog=builders.catalog(centre={"link": Link()}))
    code = present(here)["code"]
    assert (code.role, code.name, code.address) == (Role.TEXT, here.say("code.none"), "")


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("https://www.leipzig.de/buergerbuero", "leipzig.de/buergerbuero"),
        ("https://leipzig.de/", "leipzig.de"),
        ("https://handbookgermany.de/ar", "handbookgermany.de/ar"),
        ("https://a.de/?p=27", "a.de/?p=27"),
        ("https://wwwa.de/b", "wwwa.de/b"),
        (f"https://a.de/{'b' * (LONGEST_ADDRESS - 5)}", f"a.de/{'b' * (LONGEST_ADDRESS - 5)}"),
        (f"https://www.a.de/{'b' * (LONGEST_ADDRESS - 4)}", "a.de"),
    ],
)
def test_an_address_is_shown_as_people_read_it(address: str, read: str) -> None:
    assert short_address(address) == read


def test_a_page_in_a_language_that_is_not_offered_is_named_too() -> None:
    service = replace(builders.BARE, link=Link({"uk": "https://a.de/uk"}))
    here = scene(Route(SERVICE, service.id), catalog=builders.with_services(service))
    assert present(here)["code.language"].name == here.say("code.page", language=here.say("language.uk").text)
