"""What is typed finds what is meant: the real content, in all its languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.catalog import Catalog
from kiosk.domain.language import base_of
from kiosk.domain.navigation import ORGANISATION, SERVICE
from kiosk.domain.search import Hit
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.settings import load_settings
from kiosk.search.fold import tokens, without_article
from kiosk.search.index import MOST, Index
from kiosk.search.marks import marks

ROOT = Path(__file__).resolve().parents[3]
REGISTER = "wohnung-anmelden"


@cache
def content() -> Catalog:
    """The centre as it is."""
    catalog, _ = load_catalog(ROOT / "content", load_settings(ROOT / "config" / "kiosk.yaml")[0].hosts)
    assert catalog is not None
    return catalog


@cache
def index() -> Index:
    return Index(content())


LANGUAGES = [language.code for language in content().languages]
SERVICES = list(content().services)


def marked(hit: Hit) -> list[str]:
    """The letters that are marked."""
    return [hit.text.text[start:end] for start, end in hit.spans]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "query",
    [
        "Anmeldng",
        "anmeldung",
        "ANMELDUNG",
        "Anmeldugn",
        "nmeldung",
        "Amneldung",
        "Ummeldung",
        "Einwohnermeldeamt",
        "wohnsitz",
    ],
)
def test_german_words_lead_to_registration_on_every_page(query: str, language: str) -> None:
    """The issue: "Anmeldng" and "anmeldung" typed on an Arabic page lead to address registration."""
    first = index().find(query, language)[0]
    assert (first.kind, first.id) == (SERVICE, REGISTER)
    assert marked(first)


@pytest.mark.parametrize(
    ("query", "language", "wanted"),
    [
        ("прописка", "uk", REGISTER),
        ("propiska", "uk", REGISTER),
        ("анмельдунг", "uk", REGISTER),
        ("зареєструвати", "uk", REGISTER),
        ("تسجيل السكن", "ar", REGISTER),
        ("انميلدونغ", "ar", REGISTER),
        ("iqama", "ar", "aufenthalt-beantragen"),
        ("اقامه", "ar", "aufenthalt-beantragen"),
        ("الإقامة", "ar", "aufenthalt-beantragen"),
        ("rawda", "ar", "kita-platz"),
        ("Meldebescheinigung", "de", "meldebescheinigung"),
        ("bescheinigung", "de", "meldebescheinigung"),
        ("beschenigung", "de", "meldebescheinigung"),
        ("aerztin", "de", "arzt-finden"),
        ("arztin", "de", "arzt-finden"),
        ("kitaplatz", "de", "kita-platz"),
        ("fuehrungszeugnis", "en", "fuehrungszeugnis"),
        ("bürgergeld", "en", "grundsicherung"),
    ],
)
def test_what_people_type_leads_to_what_they_mean(query: str, language: str, wanted: str) -> None:
    assert index().find(query, language)[0].id == wanted


def words_of(language: str) -> Mapping[str, Sequence[str]]:
    """The other words of a language; Leichte Sprache has those of German."""
    return content().other_words.get(language) or content().other_words[base_of(language)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("service", SERVICES)
def test_every_service_is_found_by_its_name_and_by_each_of_its_words(service: str, language: str) -> None:
    name = content().services[service].name.said(language).text
    for text in (name, *words_of(language).get(service, ())):
        found = index().find(text, language)
        assert service in [hit.id for hit in found], text


def test_every_service_has_other_words_in_every_language() -> None:
    lacking = {(code, one) for code in LANGUAGES for one in SERVICES if not words_of(code).get(one)}
    assert lacking == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_organisation_is_found_by_its_german_name(language: str) -> None:
    for one in content().organisations.values():
        assert (ORGANISATION, one.id) in [(hit.kind, hit.id) for hit in index().find(one.name, language)]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_name_with_one_typing_error_is_still_found(data: st.DataObject) -> None:
    """A letter left out, doubled, or two that changed places, in a word of at least six."""
    language = data.draw(st.sampled_from(LANGUAGES))
    service = data.draw(st.sampled_from(SERVICES))
    plain = unicodedata.normalize("NFC", content().services[service].name.said(language).text)
    long = [word for word in "".join(c if c.isalpha() else " " for c in plain).split() if len(word) >= 6]
    if not long:
        return
    word = data.draw(st.sampled_from(long))
    at = data.draw(st.integers(1, len(word) - 2))
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    slip = data.draw(st.sampled_from(slips))
    hits = index().find(slip, language)
    form = without_article(tokens(slip)[0])
    another_word = any(form in token for hit in hits for token in tokens(hit.text.text))  # contracts, contacts
    many = len(hits) == MOST  # three letters behind an Arabic article begin many words
    assert another_word or many or service in [hit.id for hit in hits], (word, slip)


@settings(max_examples=200, deadline=None)
@given(query=st.text(max_size=40), language=st.sampled_from([*LANGUAGES, "xx"]))
def test_whatever_is_typed_does_no_harm(query: str, language: str) -> None:
    hits = index().find(query, language)
    assert len(hits) <= MOST
    for hit in hits:
        ends = [0, *(place for span in hit.spans for place in span), len(hit.text.text)]
        assert ends == sorted(ends)


@pytest.mark.parametrize("query", ["", "   ", "…", "'", "\u200f", "-"])
def test_nothing_typed_finds_nothing(query: str) -> None:
    assert index().find(query, "de") == ()


def test_the_first_letter_finds_something_in_every_language() -> None:
    for language, letter in (("de", "a"), ("en", "r"), ("ar", "ت"), ("uk", "р")):
        assert index().find(letter, language)


def test_services_come_before_organisations() -> None:
    kinds = [hit.kind for hit in index().find("leipzig", "de")]
    assert kinds.index(ORGANISATION) > 0
    assert SERVICE not in kinds[kinds.index(ORGANISATION) :]


@pytest.mark.parametrize(
    ("text", "typed", "wanted"),
    [
        ("Довідка про реєстрацію", ["реєстр"], ["реєстр"]),
        ("Meldebescheinigung", ["bescheinigung"], ["bescheinigung"]),
        ("Straße und Weg", ["strasse"], ["Straße"]),
        ("Kita-Platz", ["kitaplatz"], ["Kita-Platz"]),
        ("Anmeldung", ["anmeldng"], ["Anmeldung"]),
        ("الإقامة", ["iqama"], ["الإقامة"]),
        ("شهـــادة السكن", ["شهاده"], ["شهـــادة"]),
        ("Kind in der Schule", ["kind", "schule"], ["Kind", "Schule"]),
    ],
)
def test_the_letters_that_match_are_marked(text: str, typed: list[str], wanted: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, typed)] == wanted
