"""Where a place is, as staff write it, and the map that a code may lead to; and cards that lack a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.problem import Severity
from kiosk.loaders.catalog import load_catalog
from tests.unit.loaders.builders import HOSTS, Content, said

OFFICE = "organisations/buergerbuero.yaml"
MAP = "www.openstreetmap.org"


def loaded(content: Content, more: str = "", hosts: frozenset[str] = HOSTS | {MAP}) -> tuple[str, list[str], list[str]]:
    """The office's map, and what a person reads of errors and warnings about its file."""
    content.edit(OFFICE, "as_of: 2023-05\nsources", f"{more}as_of: 2023-05\nsources")
    catalog, problems = load_catalog(content.root, hosts)
    assert catalog is not None
    told = [[line for line in said(problems, level) if OFFICE in line] for level in (Severity.ERROR, Severity.WARNING)]
    return catalog.organisations["buergerbuero"].map, *told


def test_coordinates_are_a_mark_on_a_map(content: Content) -> None:
    found = loaded(content, "geo: [51.338575, 12.370793]\n")
    assert found == (f"https://{MAP}/?mlat=51.33857&mlon=12.37079#map=18/51.33857/12.37079", [], [])


def test_one_house_in_one_street_is_searched_for(content: Content) -> None:
    found = loaded(content, "address: Egelstraße 4, 04103 Leipzig\n")
    assert found == (f"https://{MAP}/search?query=Egelstra%C3%9Fe%204%2C%2004103%20Leipzig", [], [])


@pytest.mark.parametrize(
    "address", ["Löhrstraße 3-7, 04105 Leipzig", "Postfach 10 08 31, 04008 Leipzig", "Hauptbahnhof"]
)
def test_what_a_search_may_not_find_has_no_map(address: str, content: Content) -> None:
    assert loaded(content, f"address: {address}\n") == ("", [], [])


@pytest.mark.parametrize(
    ("geo", "reason"),
    [
        ("[12.370793, 51.338575]", "keine Zahl von 50.1 bis 51.8"),
        ("[52.52, 13.40]", "keine Zahl von 50.1 bis 51.8"),
        ("[51.34, 2.35]", "keine Zahl von 11.8 bis 15.1"),
        ("[51.34]", "zwei Zahlen, hier stehen 1"),
        ("[51.34, 12.37, 3]", "zwei Zahlen, hier stehen 3"),
        ("51.34 12.37", "Liste"),
        ("[hier, dort]", "„hier“ ist keine Zahl"),
    ],
)
def test_a_place_that_cannot_be_is_told_with_its_line(geo: str, reason: str, content: Content) -> None:
    found, errors, _ = loaded(content, f"geo: {geo}\n")
    assert found == ""
    assert errors and all(error.startswith(f"content/{OFFICE}:11:") for error in errors)
    assert reason in errors[0]


def test_a_map_on_a_site_that_is_not_allowed_is_left_out_and_told(content: Content) -> None:
    found, errors, warnings = loaded(content, "geo: [51.338575, 12.370793]\n", HOSTS)
    assert (found, errors) == ("", [])
    assert len(warnings) == 1 and f"„{MAP}“ steht nicht auf der Liste" in warnings[0]


def test_an_address_alone_is_no_reason_to_allow_a_map(content: Content) -> None:
    assert loaded(content, "address: Egelstraße 4, 04103 Leipzig\n", HOSTS) == ("", [], [])


def test_a_card_without_its_sentence_for_a_language_is_told(content: Content) -> None:
    content.edit("languages.yaml", "speaks: Ich spreche Arabisch.", "offline_voice: ar")
    told = [line for line in content.said(Severity.WARNING) if "languages.yaml" in line]
    assert told == ["content/languages.yaml:5: Auf der Karte für den Empfang fehlt der Satz zu dieser Sprache (ar)."]
    assert content.sound().language("ar").speaks == ""


def test_a_request_without_a_translation_is_told_and_german_stands_there(content: Content) -> None:
    content.edit("services/amt-finden.yaml", "what:", "ask: Ich suche ein Amt.\nwhat:")
    content.translate("translations/ar/services/amt-finden.yaml", {"name": ("Ämter finden", "إيجاد دائرة")})
    told = [line for line in content.said(Severity.WARNING) if "ar/services/amt-finden" in line]
    assert len(told) == 1 and "ask" in told[0]
    assert content.sound().services["amt-finden"].ask.said("ar").text == "Ich suche ein Amt."


def test_a_request_that_is_too_long_for_a_card_is_told(content: Content, tmp_path: Path) -> None:
    content.edit("services/amt-finden.yaml", "what:", f"ask: Ich {'suche ' * 20}ein Amt.\nwhat:")
    assert any("amt-finden.yaml:5" in line and "80" in line for line in content.said(Severity.WARNING))
