"""The content that visitors see: every place in it, in every language offered, is a sound view."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

import pytest
from msgspec.structs import replace

from kiosk.domain.catalog import Catalog, Organisation
from kiosk.domain.language import SOURCE
from kiosk.domain.navigation import (
    ASK,
    ATTRACT,
    CONTACT,
    GUIDE,
    HELP,
    HOME,
    LANGUAGES,
    ORGANISATION,
    ORGANISATIONS,
    ROUTES,
    SEARCH,
    SERVICE,
    SHOW,
    TODAY,
    TOPIC,
    TROUBLE,
    Route,
    leads_to,
)
from kiosk.domain.node import Role, View
from kiosk.domain.request import for_service, for_topic
from kiosk.domain.settings import Settings
from kiosk.domain.strings import Strings
from kiosk.domain.visit import Visit
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from tests.builders import CONTENT, TUESDAY
from tests.unit.presenters.sound_view import faults


@cache
def settings() -> Settings:
    return load_settings(CONTENT.parent / "config" / "kiosk.yaml")[0]


@cache
def catalog() -> Catalog:
    loaded, problems = load_catalog(CONTENT, settings().hosts)
    assert loaded is not None, problems
    return loaded


@cache
def strings() -> Strings:
    loaded, problems = load_strings(CONTENT, [language.code for language in catalog().languages])
    assert loaded is not None, problems
    return loaded


@cache
def routes() -> tuple[Route, ...]:
    """Every place there is."""
    return (
        *(Route(name) for name in (ATTRACT, LANGUAGES, HOME, SEARCH, TODAY, HELP, TROUBLE)),
        *(Route(ORGANISATIONS, subject) for subject in ("house", "city")),
        *(Route(TOPIC, topic) for topic in catalog().topics),
        *(Route(SERVICE, service) for service in catalog().services),
        *(Route(ORGANISATION, organisation) for organisation in (catalog().centre.id, *catalog().organisations)),
        *(Route(GUIDE, question) for question in ("", *list(catalog().guide.questions)[1:])),
        *(Route(CONTACT, organisation.id) for organisation in with_contact()),
        *(Route(SHOW, for_service(service)) for service in catalog().services),
        *(Route(SHOW, for_topic(topic.id)) for topic in catalog().topics.values() if not topic.leads_to),
        *(Route(SHOW), Route(ASK)),
    )


def with_contact() -> list[Organisation]:
    every = (catalog().centre, *catalog().organisations.values())
    return [one for one in every if one.phone or one.email or one.address]


def shown(route: Route, language: str) -> View:
    stack = () if route.name == ATTRACT else (route,)
    return present(Scene(catalog(), strings(), Visit(stack, language), TUESDAY))


@cache
def views(language: str) -> dict[Route, View]:
    """Every place in a language."""
    return {route: shown(route, language) for route in routes()}


LANGUAGES_OFFERED = [language.code for language in catalog().languages]


def test_every_kind_of_route_is_there() -> None:
    assert {route.name for route in routes()} == set(ROUTES)
    assert len(catalog().services) > 20
    assert len(catalog().organisations) > 10


@pytest.mark.parametrize("language", LANGUAGES_OFFERED)
def test_every_place_is_a_sound_view(language: str) -> None:
    found = {route: list(faults(view)) for route, view in views(language).items()}
    assert {route: said for route, said in found.items() if said} == {}


@pytest.mark.parametrize("language", LANGUAGES_OFFERED)
def test_no_place_that_the_kiosk_fills_in_is_left_open(language: str) -> None:
    nodes = [node for view in views(language).values() for node in view.nodes()]
    texts = [said.text for node in nodes for said in (node.name, node.value)]
    assert [text for text in texts if "{" in text or "}" in text] == []


@pytest.mark.parametrize("language", LANGUAGES_OFFERED)
def test_everything_can_be_reached_by_keys_from_home(language: str) -> None:
    """Every service and every organisation is found by whoever follows all keys."""
    seen, waiting = set(), [Route(HOME)]
    while waiting:
        route = waiting.pop()
        if route not in seen:
            seen.add(route)
            view = views(language).get(route) or shown(route, language)
            waiting += [route for node in view.nodes() if (route := leads_to(node.intent))]
    elsewhere = {Route(TOPIC, topic.id) for topic in catalog().topics.values() if topic.leads_to}
    assert set(routes()) - seen == {Route(ATTRACT), Route(TROUBLE), *elsewhere}


@pytest.mark.parametrize("language", LANGUAGES_OFFERED)
def test_every_code_leads_to_a_site_that_was_allowed(language: str) -> None:
    codes = [node for view in views(language).values() for node in view.nodes() if node.role is Role.CODE]
    maps = [one for one in with_contact() if one.map]
    contacts = [code for code in codes if code.address.startswith("BEGIN:VCARD")]
    assert len(contacts) == len(with_contact()) > 10
    codes = [code for code in codes if code not in contacts]
    assert len(codes) == len(catalog().services) + len(catalog().organisations) + 1 + len(maps)
    assert {urlsplit(code.address).scheme for code in codes} == {"https"}
    assert {urlsplit(code.address).hostname for code in codes} <= settings().hosts


@pytest.mark.parametrize("language", LANGUAGES_OFFERED)
def test_what_is_shown_is_in_the_visitors_language_or_in_german(language: str) -> None:
    """Only the language picker and the trouble screen speak others."""
    places = {route: view for route, view in views(language).items() if route.name not in (LANGUAGES, TROUBLE, ATTRACT)}
    spoken = {said.language for view in places.values() for n in view.nodes() for said in (n.name, n.value) if said}
    assert spoken <= {language, SOURCE}


@pytest.mark.parametrize("language", LANGUAGES_OFFERED)
def test_under_the_warning_every_place_is_still_sound(language: str) -> None:
    for route in routes():
        if route.name not in (ATTRACT, TROUBLE):
            scene = Scene(catalog(), strings(), Visit((route,), language), TUESDAY)
            assert list(faults(present(replace(scene, countdown=20, clock_trusted=False)))) == []
