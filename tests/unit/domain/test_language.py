"""Which words are said to whom, and in which language they really are."""

from __future__ import annotations

import unicodedata

import pytest

from kiosk.domain.language import Language, Said, Words, isolate

GREETING = Words({"de": "Guten Tag", "en": "Hello", "ar": ""})


def test_a_translation_is_said_in_its_language() -> None:
    assert GREETING.said("en") == Said("Hello", "en")


@pytest.mark.parametrize("language", ["uk", "ar", "xx", ""])
def test_what_is_not_translated_is_said_in_german_and_says_so(language: str) -> None:
    """An empty translation is none; a third language never helps out."""
    assert GREETING.said(language) == Said("Guten Tag", "de")


def test_a_translation_of_an_older_german_text_is_said_and_known_to_be_old() -> None:
    words = Words({"de": "Neu", "en": "Old", "ar": ""}, outdated=frozenset({"en", "ar"}))
    assert (words.said("en"), words.said("en").outdated) == (Said("Old", "en"), True)
    assert not words.said("de").outdated
    assert not words.said("ar").outdated, "the German text in its place is not old"


def test_words_without_german_are_empty() -> None:
    assert not Words({"en": "Hello"})
    assert Words({"en": "Hello"}).said("uk") == Said("", "de")
    assert not Words()
    assert not Words().said("ar")
    assert GREETING
    assert GREETING.said("ar")


def test_german_words_are_german() -> None:
    assert Words.german("Bürgerbüro").said("ar") == Said("Bürgerbüro", "de")


@pytest.mark.parametrize(
    ("script", "rtl"), [("Latn", False), ("Cyrl", False), ("Ethi", False), ("Arab", True), ("Hebr", True)]
)
def test_the_script_tells_the_direction(script: str, rtl: bool) -> None:
    assert Language("xx", "", "", script, "", "", "").rtl is rtl


def test_an_isolated_value_opens_and_closes_its_own_direction() -> None:
    isolated = isolate("0341 115")
    assert unicodedata.name(isolated[0]) == "FIRST STRONG ISOLATE"
    assert unicodedata.name(isolated[-1]) == "POP DIRECTIONAL ISOLATE"
    assert isolated[1:-1] == "0341 115"


def test_what_is_isolated_already_or_a_list_of_it_stays_as_it_is() -> None:
    spans = f"{isolate('8–12')}, {isolate('13–18')}"
    assert isolate(spans) == spans
    assert isolate(isolate("8–12")) == isolate("8–12")
    assert isolate(f"{isolate('8–12')} Uhr") == f"\u2068{isolate('8–12')} Uhr\u2069"
