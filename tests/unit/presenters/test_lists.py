"""The services of a topic, the organisations, and lists that page."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.language import SOURCE
from kiosk.domain.navigation import ORGANISATION, ORGANISATIONS, SERVICE, TOPIC, Open, Route, Turn
from kiosk.domain.node import State
from kiosk.domain.visit import advance
from kiosk.presenters.registry import present
from tests import builders
from tests.builders import ELSEWHERE, OFFICE, scene
from tests.unit.presenters.sound_view import ids, spoken_in

PAPERS = Route(TOPIC, "papiere")


def test_a_topic_lists_its_services_in_the_visitors_language() -> None:
    here = scene(PAPERS, "ar")
    view = present(here)
    assert ids(view["rows"]) == ["service.anmelden", "service.beratung", "service.unbekannt"]
    assert view["service.anmelden"].intent == Open(Route(SERVICE, "anmelden"))
    assert (view["service.anmelden"].name.text, view["service.anmelden"].value.text) == ("تسجيل السكن", "خلال أسبوعين.")
    assert spoken_in(view, "service.anmelden") == ("ar", "ar")
    assert view["panel"].name.text == "الأوراق"
    assert view["panel.count"].name == here.say("list.services", count="3")


def test_what_is_not_translated_is_german_and_says_so() -> None:
    row = present(scene(PAPERS, "ar"))["service.unbekannt"]
    assert (row.name.text, row.name.language, row.value.language) == ("Karte abholen", SOURCE, SOURCE)


def test_a_row_has_its_topics_colour_and_its_own_sign() -> None:
    rows = present(scene(PAPERS))["rows"].children
    assert {row.hue for row in rows} == {"register"}
    assert [row.icon for row in rows] == ["house-line", "hand-waving", "question"]


@pytest.mark.parametrize(
    ("subject", "shown"), [("house", ["organisation.buergerbuero"]), ("city", ["organisation.mosaik"])]
)
def test_the_two_lists_hold_who_is_in_the_house_and_who_is_elsewhere(subject: str, shown: list[str]) -> None:
    here = scene(Route(ORGANISATIONS, subject))
    view = present(here)
    assert ids(view["rows"]) == shown
    assert view["panel"].name == here.say(f"list.{subject}")
    assert view["panel.count"].name == here.say("list.organisations", count="1")


@pytest.mark.parametrize("role", ["city", "staffing", "announced", "other"])
def test_every_organisation_is_in_one_of_the_lists(role: str) -> None:
    catalog = builders.catalog(organisations={"mosaik": replace(ELSEWHERE, role=role)})
    views = [present(scene(Route(ORGANISATIONS, subject), catalog=catalog)) for subject in ("house", "city")]
    found = [view.find("organisation.mosaik") is not None for view in views]
    works_here = role in ("city", "staffing")  # who was only announced is looked for where they have their office
    assert found == [works_here, not works_here]


def test_an_organisations_name_stays_german_and_its_meaning_is_translated() -> None:
    row = present(scene(Route(ORGANISATIONS, "house"), "ar"))["organisation.buergerbuero"]
    assert (row.name.text, row.name.language) == (OFFICE.name, SOURCE)
    assert (row.value.text, row.value.language) == ("دائرة العنوان والأوراق", "ar")
    assert row.intent == Open(Route(ORGANISATION, "buergerbuero"))


@pytest.mark.parametrize("count", [0, 1, 13])
def test_a_list_holds_all_its_rows_whatever_the_panel_can_show(count: int) -> None:
    here = scene(PAPERS, catalog=builders.many_services(count))
    view = present(here)
    assert ids(view["rows"]) == [f"service.s{number}" for number in range(1, count + 1)]
    assert view["panel.count"].name == here.say("list.services", count=str(count))


@pytest.mark.parametrize(("page", "pages", "at"), [(0, 2, 1), (1, 2, 2), (2, 3, 3), (9, 2, 2)])
def test_the_page_is_told_and_one_behind_the_last_is_the_last(page: int, pages: int, at: int) -> None:
    here = scene(replace(PAPERS, page=page), pages=pages)
    count = present(here)["pages.count"]
    assert (count.amount, count.of) == (at, pages)
    assert count.name == here.say("list.page", page=str(at), pages=str(pages))


def test_what_fits_on_one_page_has_no_page_keys() -> None:
    assert present(scene(PAPERS)).find("pages") is None


@pytest.mark.parametrize(
    ("page", "back", "on"),
    [(0, None, Turn(1)), (1, Turn(-1), Turn(1)), (2, Turn(-1), None)],
)
def test_the_page_keys_stay_and_are_off_at_the_ends(page: int, back: Turn | None, on: Turn | None) -> None:
    view = present(scene(replace(PAPERS, page=page), pages=3))
    keys = [view["pages.previous"], view["pages.next"]]
    assert [key.intent for key in keys] == [back, on]
    assert [State.OFF in key.states for key in keys] == [back is None, on is None]


@pytest.mark.parametrize("remembered", [1, 2, 9])
def test_the_page_keys_lead_on_from_the_page_that_is_shown(remembered: int) -> None:
    """In another language the list may be shorter than it was when the visitor turned its pages."""
    here = scene(replace(PAPERS, page=remembered), pages=2)
    intent = present(here)["pages.previous"].intent
    assert intent is not None
    assert advance(here.visit, intent).route.page == 0


def test_counts_and_page_keys_are_not_read_aloud() -> None:
    view = present(scene(PAPERS, pages=2))
    assert {sentence.node for sentence in view.sentences()} == {"panel", *ids(view["rows"])}
