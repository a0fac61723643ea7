"""Attract, languages, home and help."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from kiosk.domain.language import SOURCE
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import (
    ATTRACT,
    GUIDE,
    HELP,
    HOME,
    LANGUAGES,
    SEARCH,
    TODAY,
    TOPIC,
    ByEar,
    Choose,
    Open,
    Route,
    Show,
    Turn,
    Wake,
)
from kiosk.domain.node import State
from kiosk.domain.sound import Sound
from kiosk.presenters.help import FEATURES
from kiosk.presenters.registry import present
from tests import builders
from tests.builders import ARABIC, LANGUAGES_HERE, scene
from tests.unit.presenters.sound_view import ids, spoken_in


@pytest.mark.parametrize("greeting", range(7))
def test_the_kiosk_greets_in_one_language_after_the_other(greeting: int) -> None:
    view = present(scene(Route(ATTRACT), greeting=greeting))
    language = builders.CATALOG.languages[greeting % 3]
    wake = view["wake"]
    assert (wake.name.text, wake.name.language) == (language.greeting, language.code)
    assert (wake.value.text, wake.value.language) == (language.touch, language.code)
    assert view.language == language.code
    here = [node.id for node in view["greetings"].children if State.HERE in node.states]
    assert here == [f"greeting.{language.code}"]


def test_the_whole_attract_screen_is_one_key_beside_the_ear_and_says_nothing_about_now() -> None:
    view = present(scene(Route(ATTRACT)))
    assert [node.intent for node in view.nodes() if node.intent] == [Wake(), ByEar()]
    assert view.bar == ()
    assert [node.id for node in view.header] == ["header.brand"]


@pytest.mark.parametrize("greeting", range(3))
def test_the_ear_speaks_the_language_of_the_greeting_and_stands_only_where_there_is_sound(greeting: int) -> None:
    here = scene(Route(ATTRACT), greeting=greeting)
    language = builders.CATALOG.languages[greeting].code
    assert present(here)["ear"].name == here.strings.said("bar.listen", language)
    assert present(replace(here, sound=Sound.NO_DEVICE)).find("ear") is None


def test_by_ear_is_switched_on_and_off_where_the_language_is_chosen() -> None:
    here = scene(Route(LANGUAGES))
    assert (present(here)["bar.listen"].name, present(here)["bar.listen"].intent) == (here.say("ear.on"), ByEar())
    on = replace(here, visit=replace(here.visit, by_ear=True))
    assert (present(on)["bar.listen"].name, present(on)["bar.listen"].states) == (here.say("ear.off"), {State.PLAYING})


def test_a_language_without_a_voice_shows_it_and_its_german_name_is_said_instead() -> None:
    view = present(scene(Route(LANGUAGES), mute=frozenset({"ar"})))
    icons = {tile.name.language: tile.icon for tile in view["languages"].children}
    assert icons == {"de": "", "ar": "speaker-x", "en": ""}
    said = [sentence.node for sentence in view.sentences() if sentence.node.endswith(".german")]
    assert said == ["language.ar.german"]


def test_every_greeting_is_in_its_own_language() -> None:
    greetings = present(scene(Route(ATTRACT)))["greetings"].children
    assert [(node.name.text, node.name.language) for node in greetings] == [
        (language.greeting, language.code) for language in builders.CATALOG.languages
    ]


@pytest.mark.parametrize("language", LANGUAGES_HERE)
def test_languages_stand_in_their_own_words_and_always_in_the_same_order(language: str) -> None:
    """L-01, L-02."""
    view = present(scene(Route(LANGUAGES), language))
    tiles = view["languages"].children
    assert [tile.name.text for tile in tiles] == ["Deutsch", "العربية", "English"]
    assert [tile.name.language for tile in tiles] == ["de", "ar", "en"]
    assert [tile.intent for tile in tiles] == [Choose("de"), Choose("ar"), Choose("en")]
    assert {tile.children[0].name.language for tile in tiles} == {SOURCE}
    assert [tile.id for tile in tiles if State.HERE in tile.states] == [f"language.{language}"]


def test_before_the_first_choice_no_language_is_marked() -> None:
    fresh = scene(Route(LANGUAGES))
    view = present(replace(fresh, visit=replace(fresh.visit, chosen="")))
    assert not any(State.HERE in tile.states for tile in view["languages"].children)


def test_the_word_language_stands_in_the_first_four_languages_that_have_their_own() -> None:
    more = [
        replace(ARABIC, code=code, word=word) for code, word in (("apd", ARABIC.word), ("fa", "زبان"), ("ps", "ژبه"))
    ]
    more = [*builders.CATALOG.languages, *more]
    view = present(scene(Route(LANGUAGES), catalog=builders.catalog(languages=tuple(more))))
    words = [(word.name.text, word.name.language) for word in view["title"].children]
    assert words == [("Sprache", "de"), ("اللغة", "ar"), ("Language", "en"), ("زبان", "fa")]


def test_home_leads_to_the_guide_the_topics_and_the_ways_on() -> None:
    view = present(scene(Route(HOME)))
    assert [node.intent for node in view["topics"].children] == [Open(Route(TOPIC, "papiere")), Open(Route(HELP))]
    assert [node.intent for node in view["ways"].children] == [Open(Route(SEARCH)), Open(Route(TODAY)), Show("")]
    assert view["guide"].intent == Open(Route(GUIDE))


def test_home_speaks_the_visitors_language() -> None:
    view = present(scene(Route(HOME), "ar"))
    assert view.language == "ar"
    assert view["topic.papiere"].name.text == "الأوراق"
    assert spoken_in(view, "topic.papiere")[0] == "ar"


@pytest.mark.parametrize(
    ("changes", "hue"),
    [
        ({}, "open"),
        ({"now": datetime(2026, 11, 29, 12)}, "closed"),
        ({"catalog": builders.catalog(holidays=lambda day: "Buß- und Bettag")}, "closed"),
        ({"catalog": builders.catalog(centre={"hours": None})}, "unknown"),
        ({"clock_trusted": False}, "unknown"),
    ],
)
def test_the_door_at_home_stands_as_the_centres_does(changes: dict[str, object], hue: str) -> None:
    assert present(scene(Route(HOME), **changes))["guide"].hue == hue


@pytest.mark.parametrize("route", [Route(HOME), Route(LANGUAGES)], ids=lambda route: route.name)
def test_what_does_not_fit_on_one_page_has_page_keys_that_are_not_read_aloud(route: Route) -> None:
    first = scene(route)
    assert present(first).find("pages") is None
    view = present(replace(first, pages=3))
    assert ids(view["pages"]) == ["pages.count", "pages.previous", "pages.next"]
    assert [view[key].intent for key in ("pages.previous", "pages.next")] == [None, Turn(1)]
    assert view.sentences() == present(first).sentences()


@pytest.mark.parametrize(
    ("modes", "there"),
    [
        (set(), False),
        ({Mode.LARGE}, False),
        ({Mode.LOW}, True),
        ({Mode.LOW, Mode.CONTRAST}, True),
        ({Mode.LOW, Mode.LARGE}, False),
    ],
)
def test_in_low_mode_home_shows_where_everything_is_if_words_are_not_large(modes: set[Mode], there: bool) -> None:
    here = scene(Route(HOME))
    view = present(replace(here, visit=replace(here.visit, modes=frozenset(modes))))
    note = view.find("low.note")
    assert (note is not None) is there
    if note:
        assert note.name == here.say("low.note")
        assert "low.note" not in {sentence.node for sentence in view.sentences()}


def test_help_gives_the_numbers_in_german_figures_and_says_what_they_are_for() -> None:
    view = present(scene(Route(HELP), "ar"))
    assert ids(view["numbers"]) == ["emergency.112", "emergency.116 117"]
    assert (view["number.112"].name.text, view["number.112"].name.language) == ("112", SOURCE)
    assert (view["number.112.name"].name.text, view["number.112.name"].value.text) == ("الإطفاء", "حريق.")
    assert spoken_in(view, "number.112.name") == ("ar", "ar")


def test_help_names_the_desk_and_what_the_screen_can_do() -> None:
    here = scene(Route(HELP))
    view = present(here)
    assert view["desk"].name == here.say("help.desk")
    assert ids(view["features"]) == ["features.title", *(f"feature.{name}" for name, *_ in FEATURES)]
    private = view["feature.private"]
    assert (private.name, private.value) == (here.say("help.private"), here.say("help.private.text"))
    assert [node.id for node in view.main] == ["title", "lead", "numbers", "desk", "features"]


def test_the_waiting_screen_shows_how_the_keypad_begins_where_there_is_one_and_a_voice() -> None:
    here = scene(Route(ATTRACT))
    sign = present(here)["keypad"]
    assert sign.name == here.strings.said("keypad.sign", present(here).language)
    assert sign.intent is None, "it is a sign, not a key"
    assert present(replace(here, keypad=False)).find("keypad") is None
    assert present(replace(here, sound=Sound.NO_DEVICE)).find("keypad") is None


def test_help_speaks_of_the_keypad_only_where_there_is_one() -> None:
    """D-01: what there is, and nothing else."""
    here = scene(Route(HELP))
    assert present(here).find("feature.keys") and not present(replace(here, keypad=False)).find("feature.keys")


def test_help_tells_of_everything_that_makes_the_screen_easier_to_use() -> None:
    """accessibility.md D-01: the modes by the words on their keys, the voice, the six keys and headphones."""
    here = scene(Route(HELP))
    view = present(here)
    for mode in Mode:
        told = view[f"feature.{mode.value}"]
        assert (told.name, told.value) == (here.say(f"bar.{mode.value}"), here.say(f"help.{mode.value}"))
        assert told.icon == view[f"bar.{mode.value}"].icon
    for name, word in (("language", "bar.language"), ("listen", "bar.listen"), ("keys", "help.keys")):
        told = view[f"feature.{name}"]
        assert (told.name, told.value) == (here.say(word), here.say(f"help.{name}" + ".text" * (name == "keys")))


def test_help_has_page_keys_where_it_needs_more_than_one_page() -> None:
    view = present(scene(Route(HELP), pages=3))
    assert ids(view["pages"]) == ["pages.count", "pages.previous", "pages.next"]
    assert view["pages.next"].intent == Turn(1)
