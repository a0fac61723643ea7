"""A card says which of its parts are older than the German or not translated, and one key shows it in German."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.language import Words
from kiosk.domain.navigation import ORGANISATION, Route
from kiosk.domain.strings import Strings
from kiosk.domain.visit import advance
from kiosk.presenters.registry import present
from tests import builders
from tests.builders import OFFICE, REGISTER, scene
from tests.unit.presenters.sound_view import ids
from tests.unit.presenters.test_cards import FULL, card_of


def older(words: Words) -> Words:
    """The text as it is when the German has been changed after it was translated into Arabic."""
    return replace(words, outdated=frozenset({"ar"}))


@pytest.mark.parametrize("field", ["name", "what", "for_whom", "cost", "place", "next_step"])
def test_a_card_with_a_translation_of_an_older_text_shows_it_and_says_so(field: str) -> None:
    changed = {field: older(getattr(REGISTER, field))}
    here, view = card_of(REGISTER, "ar", **changed)
    title = {"name": "title", "what": "title", "place": "where.title", "next_step": "next.title"}.get(field)
    part = view[title or f"{field}.title"].name.text
    assert view["notice.outdated"].name == here.say("facts.outdated.parts", parts=part)
    assert changed[field].said("ar").text in {said.text for node in view.nodes() for said in (node.name, node.value)}
    assert ids(view["card"])[:4] == ["title", "lead", "notice.outdated", "german"]
    for language in ("de", "en"):
        assert card_of(REGISTER, language, **changed)[1].find("notice.outdated") is None


def test_a_card_whose_translations_are_all_of_today_says_nothing() -> None:
    assert card_of(REGISTER, "ar")[1].find("notice.outdated") is None
    assert present(scene(Route(ORGANISATION, "buergerbuero"), "ar")).find("notice.outdated") is None


def test_the_page_of_an_organisation_says_it_also_for_the_services_on_it() -> None:
    for catalog in (
        builders.catalog(organisations={"buergerbuero": replace(OFFICE, what=older(OFFICE.what))}),
        builders.with_services(replace(REGISTER, short=older(REGISTER.short))),
    ):
        here = scene(Route(ORGANISATION, "buergerbuero"), "ar", catalog=catalog)
        view = present(here)
        part = view["title" if catalog.organisations["buergerbuero"].what.outdated else "services.title"].name.text
        assert view["notice.outdated"].name == here.say("facts.outdated.parts", parts=part)


def test_an_older_word_of_the_interface_on_a_card_counts_as_well() -> None:
    titles = {key: older(words) if key == "card.bring" else words for key, words in builders.strings().words.items()}
    here = scene(FULL, "ar", strings=Strings(titles))
    assert present(here).find("notice.outdated") is not None
    names = {k: older(words) if k == "language.en" else words for k, words in builders.strings().words.items()}
    assert present(replace(here, strings=Strings(names))).find("notice.outdated") is not None


def test_one_key_shows_a_card_in_german_and_the_same_key_again_in_the_own_language() -> None:
    here, view = card_of(REGISTER, "ar", what=older(REGISTER.what))
    german = advance(here.visit, view["german"].intent)
    there = present(replace(here, visit=german))
    assert there["lead"].name == REGISTER.what.said("de")
    assert there["bring.title"].name == here.strings.said("card.bring", "de")
    assert there["bar.back"].name == here.say("bar.back"), "the keys stay in the visitor's language"
    assert there["german"].name == here.say("facts.own")
    assert (there.find("notice.outdated"), there.find("notice.machine")) == (None, None)
    assert there.language == "ar"
    again = advance(german, there["german"].intent)
    assert again == here.visit
    assert present(replace(here, visit=again)) == view


def test_what_is_not_translated_is_named_and_addresses_are_not() -> None:
    here, view = card_of(REGISTER, "ar", cost=Words.german("Nichts."), for_whom=Words.german("Für alle."))
    said = view["notice.untranslated"].name.text
    assert here.say("card.cost").text in said and here.say("card.for_whom").text in said
    assert here.say("card.where").text not in said
    assert view["german"].name == here.say("facts.german")
    assert card_of(REGISTER, "de", cost=Words.german("Nichts."))[1].find("german") is None
