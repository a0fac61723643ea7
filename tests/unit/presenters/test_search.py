"""The search as a view: what is typed, what is found and why, and the keys."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.guide import Guide
from kiosk.domain.keyboard import SIGNS, Keyboard
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import GUIDE, HELP, SEARCH, SERVICE, Erase, EraseAll, Layout, Open, Route, Type
from kiosk.domain.node import Found, Node, View
from kiosk.domain.visit import Visit
from kiosk.domain.walk import walk
from kiosk.presenters.registry import present
from kiosk.search.index import Index
from tests import builders
from tests.builders import ASKING, scene
from tests.unit.presenters.sound_view import faults

KEYBOARDS = {
    "de": Keyboard("de", "de", (tuple("qwertz"), tuple("asdf"), tuple("yxcv"))),
    "ar": Keyboard("ar", "ar", (tuple("ضصث"), tuple("شسي"), tuple("ئءؤ"))),
    "123": Keyboard("123", "de", (tuple("123"), tuple(SIGNS))),
}
WORDS = {"de": {"anmelden": ("Ummeldung",)}, "ar": {"anmelden": ("قيد السكن",)}}
CATALOG = builders.catalog(keyboards=KEYBOARDS, other_words=WORDS)
CATALOG = replace(CATALOG, find=Index(CATALOG).find)


def view(query: str, language: str = "de", **more: object) -> View:
    visit = Visit((Route(SEARCH),), language, query=query, **more)  # type: ignore[arg-type]
    return present(scene(Route(SEARCH), language, visit=visit, catalog=CATALOG))


def keys(shown: View) -> list[Node]:
    return [key for row in shown["keyboard"].children for key in row.children]


@pytest.mark.parametrize("language", ["de", "ar", "en"])
@pytest.mark.parametrize("query", ["", " ", "a", "Ummeldung", "تسجيل", "qqqqq"])
@pytest.mark.parametrize("keyboard", ["", "123", "de", "gone"])
def test_the_view_is_sound(query: str, language: str, keyboard: str) -> None:
    assert list(faults(view(query, language, keyboard=keyboard))) == []


def test_results_come_before_the_keyboard_and_are_counted() -> None:
    ids = [stop.id for stop in walk(view("anmeld"))]
    assert ids.index("query") < ids.index("found") < ids.index("hit.service.anmelden") < ids.index("key.q")


def test_the_letters_that_were_found_are_told_in_the_name() -> None:
    hit = view("anmel")["hit.service.anmelden"]
    assert hit.intent == Open(Route(SERVICE, "anmelden"))
    assert [hit.name.text[one.start : one.end] for one in hit.found] == ["anmel"]
    assert hit.value.text == "In zwei Wochen."


def test_a_german_word_on_an_arabic_page_is_found_in_the_german_name_below() -> None:
    hit = view("wohnung", "ar")["hit.service.anmelden"]
    assert (hit.name.language, hit.value.text) == ("ar", "Wohnung anmelden")
    assert hit.found == (Found("value", 0, 7),)


def test_another_word_that_was_found_is_shown() -> None:
    hit = view("ummeld")["hit.service.anmelden"]
    (word,) = hit.children
    assert (word.name.text, hit.found) == ("Ummeldung", ())
    assert [word.name.text[one.start : one.end] for one in word.found] == ["Ummeld"]


def test_large_words_in_the_low_band_show_what_was_found_in_place_of_the_german_name() -> None:
    hit = view("ummeld", "ar", modes=frozenset({Mode.LARGE, Mode.LOW}))["hit.service.anmelden"]
    assert not hit.value and hit.children


def test_what_is_typed_is_in_the_language_of_its_letters_and_never_becomes_a_clip() -> None:
    """A clip is kept for the next visitor; letters are the same for all."""
    assert view("anmeldung", "ar")["query"].name.language == "de"
    assert view("تسجيل Kita", "ar")["query"].name.language == "ar"
    assert view("27", "ar")["query"].name.language == "ar"
    said = [sentence.utterance.text for sentence in view("ab").sentences_of("query")]
    assert said == ["a", "b"]


def test_nothing_found_leads_to_the_guide_and_the_desk() -> None:
    shown = view("qqqqq")
    assert "0" in shown["found"].name.text
    assert shown["way.desk"].intent == Open(Route("help"))


def test_keys_of_letters_speak_their_language_and_signs_have_names() -> None:
    arabic = {key.id: key for key in keys(view("", "ar"))}
    assert arabic["key.ض"].name.language == "ar"
    figures = {key.id: key for key in keys(view("", "ar", keyboard="123"))}
    assert all(any(char.isalpha() for char in figures[f"key.{sign}"].name.text) for sign in SIGNS)
    assert view("", "ar", keyboard="123").sentences_of("key.-")
    assert arabic["key.erase"].intent == Erase() and arabic["key.clear"].intent == EraseAll()
    assert arabic["key.space"].intent == Type(" ")


@pytest.mark.parametrize(
    ("language", "shown", "others"),
    [
        ("de", "", ["123"]),
        ("de", "123", [""]),
        ("ar", "", ["123", "de"]),
        ("ar", "123", ["de", ""]),
        ("ar", "de", ["123", ""]),
    ],
)
def test_other_letters_are_one_key_away(language: str, shown: str, others: list[str]) -> None:
    found = [key.intent.name for key in keys(view("", language, keyboard=shown)) if isinstance(key.intent, Layout)]
    assert found == others


def test_a_page_that_is_read_aloud_does_not_spell_the_keyboard() -> None:
    heard = [sentence.node for sentence in view("anmeld").sentences()]
    assert not any(node.startswith("key.") for node in heard)
    assert "found" in heard


@pytest.mark.parametrize(("guide", "leads_to"), [(ASKING, [GUIDE, HELP]), (Guide(), [HELP])])
def test_who_finds_nothing_is_led_on_to_the_guide_if_there_is_one_and_to_the_desk(
    guide: Guide, leads_to: list[str]
) -> None:
    visit = Visit((Route(SEARCH),), "de", query="qqqq")
    shown = present(scene(Route(SEARCH), visit=visit, catalog=replace(CATALOG, guide=guide)))
    assert [node.intent for node in shown["ways"].children] == [Open(Route(name)) for name in leads_to]
