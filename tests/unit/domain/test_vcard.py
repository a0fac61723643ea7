"""A contact is a vCard 3.0 that a reader who knows only the RFC takes for what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.domain.catalog import NO_LINK, Organisation
from kiosk.domain.language import Words
from kiosk.domain.vcard import vcard
from tests.builders import CENTRE, ELSEWHERE, OFFICE, words
from tests.vcards import read


def test_everything_that_is_known_is_in_it() -> None:
    assert read(vcard(OFFICE, "ar")) == {
        "N": ["", "", "", "", ""],
        "FN": ["Bürgerbüro Otto-Schill-Straße"],
        "ORG": ["Bürgerbüro Otto-Schill-Straße"],
        "TEL": ["0341 115"],
        "EMAIL": ["buergerbueros@leipzig.de"],
        "ADR": ["", "", "Otto-Schill-Straße 2", "Leipzig", "", "04109", ""],
        "URL": ["https://www.leipzig.de/buergerbuero"],
        "NOTE": ["دائرة العنوان والأوراق"],
    }


def test_of_what_is_not_known_there_is_no_line() -> None:
    assert read(vcard(replace(ELSEWHERE, meaning=Words()), "de")).keys() == {"N", "FN", "ORG"}


def test_the_page_is_the_one_in_the_visitors_language() -> None:
    pages = [read(vcard(CENTRE, language))["URL"] for language in ("de", "en", "ar")]
    assert pages == [
        [f"https://www.leipzig.de/{end}"] for end in ("willkommenszentrum", "welcomecentre", "welcomecentre")
    ]


@pytest.mark.parametrize("address", ["Postfach 10 08 31", "Haus 3, Hof; links", "Straße 1, 2. Stock, 04109 Leipzig"])
def test_an_address_of_another_form_stays_whole(address: str) -> None:
    parts = read(vcard(replace(OFFICE, address=address), "de"))["ADR"]
    assert ", ".join(part for part in (parts[2], f"{parts[5]} {parts[3]}".strip()) if part) == address


def test_signs_that_are_for_the_screen_are_not_in_it() -> None:
    name = "Verbraucher\u00adzentrale \u2068Sachsen\u2069\u00a0e.\u200bV."
    assert read(vcard(replace(OFFICE, name=name), "de"))["FN"] == ["Verbraucherzentrale Sachsen e.V."]


@given(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs")) | st.sampled_from("\\,;\n :\"'"),
        min_size=1,
    )
)
def test_whatever_is_written_comes_back(text: str) -> None:
    """Backslash, comma, semicolon, line break, umlauts, any script."""
    office = replace(OFFICE, name=text, phone="", email="", address="", link=NO_LINK, meaning=words(text))
    found = read(vcard(office, "de"))
    assert found["FN"] == found["ORG"] == found["NOTE"] == [text]


def test_the_reader_sees_what_is_wrong() -> None:
    """Control."""
    good = vcard(OFFICE, "de")
    for bad in (good.replace("\r\n", "\n"), good.replace("FN:", "XX:"), good.replace("3.0", "2.1"), good + "X:1\r\n"):
        with pytest.raises(ValueError, match=r"."):
            read(bad)
    assert read(good.replace("0341 115", "03;41 115"))["TEL"] == ["03", "41 115"]
    folded = good.replace("Bürgerbüro Otto", "Bürgerbüro\r\n  Otto")
    assert read(folded) == read(good)


def test_a_contact_is_an_organisation_and_not_a_person() -> None:
    """Phones show the organisation's name where the parts of a person's name are empty."""
    made: Organisation = OFFICE
    assert "\r\nN:;;;;\r\n" in vcard(made, "de")
