"""What is left of a visit when the content under it is replaced: whatever is taken away, there is a screen to show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from kiosk.domain.catalog import Catalog
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import ATTRACT, HOME, SERVICE, TOPIC, TROUBLE, Route
from kiosk.domain.surviving import surviving
from kiosk.domain.visit import Visit
from kiosk.presenters.registry import present
from tests import builders

ON_A_CARD = (Route(HOME), Route(TOPIC, "papiere"), Route(SERVICE, "anmelden"))
CHOSEN = Visit(ON_A_CARD, "ar", volume=6, speed=1.25, by_ear=True, modes=frozenset({Mode.LARGE}), query="pass")


def without(services: set[str], topics: set[str], organisations: set[str], languages: set[str]) -> Catalog:
    """The small centre without these, and without the services that need them, as it is loaded."""
    here = builders.CATALOG
    left = (one for one in here.services.values() if one.topic not in topics and one.where not in organisations)
    return replace(
        here,
        services={one.id: one for one in left if one.id not in services},
        topics={id: one for id, one in here.topics.items() if id not in topics},
        organisations={id: one for id, one in here.organisations.items() if id not in organisations},
        languages=tuple(one for one in here.languages if one.code not in languages),
    )


def test_a_visit_of_what_is_there_is_left_alone() -> None:
    for route in builders.ROUTES:
        visit = replace(CHOSEN, stack=(Route(HOME), route))
        assert surviving(visit, builders.CATALOG) is visit


def test_who_read_a_service_that_is_gone_stands_before_its_topic() -> None:
    left = surviving(CHOSEN, without({"anmelden"}, set(), set(), set()))
    assert left == replace(CHOSEN, stack=ON_A_CARD[:2])


def test_back_never_leads_to_what_is_gone() -> None:
    moved = without(set(), {"papiere"}, set(), set())
    moved = replace(moved, services={"anmelden": replace(builders.REGISTER, topic="notfall")})
    assert surviving(CHOSEN, moved).stack == (ON_A_CARD[0], ON_A_CARD[2])


def test_who_has_nothing_left_is_at_home() -> None:
    alone = replace(CHOSEN, stack=ON_A_CARD[2:])
    assert surviving(alone, without({"anmelden"}, set(), set(), set())).stack == (Route(HOME),)


def test_nobody_stays_nobody() -> None:
    assert surviving(Visit(), without({"anmelden"}, set(), set(), {"ar"})) == Visit()


def test_who_read_a_language_that_is_gone_reads_german_with_all_else_as_it_was() -> None:
    assert surviving(CHOSEN, without(set(), set(), set(), {"ar"})) == replace(CHOSEN, chosen="")


@pytest.mark.parametrize("keyboard", ["", "xx"])
def test_a_keyboard_that_is_gone_is_that_of_the_language(keyboard: str) -> None:
    assert surviving(replace(CHOSEN, keyboard=keyboard), builders.CATALOG).keyboard == ""


def some_of(names: object) -> some.SearchStrategy[set[str]]:
    return some.sets(some.sampled_from(sorted(names)))  # type: ignore[call-overload, no-any-return]


@given(
    some.lists(some.sampled_from(builders.ROUTES), max_size=6),
    some_of(builders.CATALOG.services),
    some_of(builders.CATALOG.topics),
    some_of(builders.CATALOG.organisations),
    some_of({"ar", "en"}),
)
def test_whatever_goes_there_is_a_screen_that_is_no_trouble(
    stack: list[Route], services: set[str], topics: set[str], organisations: set[str], languages: set[str]
) -> None:
    catalog = without(services, topics, organisations, languages)
    visit = Visit(tuple(route for route in stack if route.name != ATTRACT), "ar")
    left = surviving(visit, catalog)
    assert bool(left.stack) == bool(visit.stack)
    assert surviving(left, catalog) == left
    for step in range(len(left.stack)):
        there = replace(left, stack=left.stack[: step + 1])
        shown = present(builders.scene(catalog=catalog, visit=there))
        assert shown.route.name not in (TROUBLE, ATTRACT)
