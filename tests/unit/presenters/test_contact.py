"""A contact to take along, and the way: the code and the same facts in words."""

from __future__ import annotations

import pytest

from kiosk.domain.language import SOURCE
from kiosk.domain.navigation import CONTACT, ORGANISATION, Open, Route
from kiosk.domain.node import Role, View
from kiosk.domain.utterance import Utterance, spoken
from kiosk.domain.vcard import vcard
from kiosk.presenters import telling
from kiosk.presenters.registry import present
from tests import builders
from tests.builders import CENTRE, LANGUAGES_HERE, OFFICE, scene
from tests.vcards import read


def contact(organisation: str, language: str = "de", **changes: object) -> View:
    return present(scene(Route(CONTACT, organisation), language, **changes))


@pytest.mark.parametrize("language", LANGUAGES_HERE)
def test_the_words_beside_the_code_say_what_is_in_it(language: str) -> None:
    view = contact("buergerbuero", language)
    assert view["contact.code"].address == vcard(OFFICE, language)
    inside = read(view["contact.code"].address)
    assert spoken(view["title"].name.text) == inside["FN"][0]
    assert spoken(view["contact.phone"].name.text) == inside["TEL"][0]
    assert spoken(view["contact.mail"].name.text).replace("\u200b", "") == inside["EMAIL"][0]
    assert inside["URL"][0].endswith(spoken(view["contact.page"].name.text))
    assert spoken(view["way.1"].name.text) == f"{inside['ADR'][2]}, {inside['ADR'][5]} {inside['ADR'][3]}"


def test_the_way_has_a_code_only_where_the_place_is_known_for_certain() -> None:
    assert contact("centre")["way.code"].address == CENTRE.map
    assert contact("centre")["way.host"].name.text == "openstreetmap.org"
    office = contact("buergerbuero")
    assert office.find("way.code") is None
    assert [node.id for node in office["way"].children] == ["way.title", "way.1", "way.2"]


def test_without_an_address_there_is_no_way() -> None:
    assert contact("mosaik").find("way") is None


@pytest.mark.parametrize(("organisation", "there"), [("centre", True), ("buergerbuero", True), ("mosaik", False)])
def test_its_key_is_there_where_there_is_something_to_take_along(organisation: str, there: bool) -> None:
    key = present(scene(Route(ORGANISATION, organisation))).find("contact")
    assert (key.intent if key else None) == (Open(Route(CONTACT, organisation)) if there else None)


def test_the_keypad_says_what_the_codes_hold() -> None:
    """V-05, Q-04."""
    here = scene(Route(CONTACT, "centre"))
    view = present(here)
    said = {
        name: " ".join(sentence.utterance.text for sentence in telling.stop(here, view, view[name]))
        for name in ("contact.code", "way.code")
    }
    assert "Er enthält den Kontakt von: Willkommenszentrum Leipzig" in said["contact.code"]
    assert "Er führt zum Ort auf dem Stadtplan: Willkommenszentrum Leipzig" in said["way.code"]
    assert "BEGIN" not in said["contact.code"]


def test_nothing_of_a_code_is_read_but_its_words() -> None:
    view = contact("centre", "en")
    assert [node.id for node in view.nodes() if node.role is Role.CODE] == ["contact.code", "way.code"]
    assert Utterance("Willkommenszentrum Leipzig", SOURCE) in [sentence.utterance for sentence in view.sentences()]
    assert not any("VCARD" in sentence.utterance.text for sentence in view.sentences())


def test_an_organisation_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        contact("nirgends", catalog=builders.catalog())
