"""What counts as heard: nothing that a screen of the real content says may be missing from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.domain.catalog import Catalog, Notice
from kiosk.domain.hours import Special
from kiosk.domain.navigation import (
    ATTRACT,
    HELP,
    HOME,
    LANGUAGES,
    ORGANISATION,
    ORGANISATIONS,
    SERVICE,
    TODAY,
    TOPIC,
    Route,
)
from kiosk.domain.pronouncer import Pronouncer
from kiosk.domain.reading import Reading, Status
from kiosk.domain.strings import Strings
from kiosk.domain.utterance import Utterance, spoken
from kiosk.domain.visit import Visit
from kiosk.loaders.catalog import load_catalog
from kiosk.loaders.pronunciation import load_pronunciation
from kiosk.loaders.settings import load_settings
from kiosk.loaders.strings import load_strings
from kiosk.presenters import trouble
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.staff.voice.by_keys import FIGURES, KEYPAD
from kiosk.staff.voice.heard import EVERYWHERE, Heard, heard
from tests import builders
from tests.content.test_by_keys import walked

ROOT = Path(__file__).resolve().parents[3]
WEEK = [datetime(2026, 11, 23) + timedelta(minutes=30 * half_hours) for half_hours in range(7 * 48)]
"""A week without a holiday."""
STATES: dict[str, dict[str, Any]] = {
    "usual": {},
    "warned": {"countdown": 12},
    "clock": {"clock_trusted": False},
    "reading": {"reading": Reading(Status.PLAYING, 1, 4)},
    "paused": {"reading": Reading(Status.PAUSED, 1, 4)},
    "pages": {"pages": 3},
}


@cache
def content() -> tuple[Catalog, Strings]:
    settings, _ = load_settings(ROOT / "config" / "kiosk.yaml")
    catalog, problems = load_catalog(ROOT / "content", settings.hosts)
    assert catalog is not None, problems
    strings, problems = load_strings(ROOT / "content", [language.code for language in catalog.languages])
    assert strings is not None, problems
    return catalog, strings


@cache
def in_the_list() -> dict[Utterance, str]:
    return {one.utterance: one.place for one in heard(*content(), Pronouncer())}


def routes() -> Iterator[Route]:
    """Every place of the content, listed from the content and not by following keys."""
    catalog, _ = content()
    yield from (Route(name) for name in (ATTRACT, LANGUAGES, HOME, TODAY, HELP))
    yield from (Route(TOPIC, topic.id) for topic in catalog.topics.values() if not topic.leads_to)
    yield from (Route(SERVICE, service) for service in catalog.services)
    yield from (Route(ORGANISATION, organisation) for organisation in (catalog.centre.id, *catalog.organisations))
    yield from (Route(ORGANISATIONS, subject) for subject in ("house", "city"))


def said_on(route: Route, language: str, now: datetime = builders.TUESDAY, **state: Any) -> set[Utterance]:
    """What is read aloud there, and what its keys say when they are touched by ear."""
    catalog, strings = content()
    stack = () if route.name == ATTRACT else (route,)
    greeting = [one.code for one in catalog.languages].index(language)
    view = present(Scene(catalog, strings, Visit(stack, language), now, greeting=greeting, **state))
    keys = (view.sentences_of(node.id) for node in view.nodes() if node.intent)
    return {sentence.utterance for sentences in (view.sentences(), *keys) for sentence in sentences}


def codes() -> list[str]:
    return [language.code for language in content()[0].languages]


@pytest.mark.parametrize("state", STATES)
def test_every_sentence_of_every_screen_in_every_language_is_in_the_list(state: str) -> None:
    said = [said_on(route, code, **STATES[state]) for route in routes() for code in codes()]
    assert len(said) > 200
    assert set().union(*said) - in_the_list().keys() == set()


def test_what_is_said_when_the_other_languages_have_no_voice_is_in_the_list() -> None:
    alone = {code: frozenset(codes()) - {code} for code in codes()}
    said = [said_on(route, code, mute=alone[code]) for route in routes() for code in codes()]
    assert Utterance("Arabisch", "de") in said_on(Route(LANGUAGES), "de", mute=alone["de"])
    assert set().union(*said) - in_the_list().keys() == set()


def test_whatever_the_door_says_in_a_week_is_in_the_list() -> None:
    said = [said_on(Route(name), code, now) for name in (HOME, TODAY) for now in WEEK for code in codes()]
    assert len(set().union(*said)) > 100
    assert set().union(*said) - in_the_list().keys() == set()


def test_why_a_day_is_otherwise_and_what_notices_say_is_in_the_list() -> None:
    why, word = builders.words("Das Team lernt.", "الفريق يتعلّم."), builders.words("Der Aufzug steht.")
    day = date(2026, 11, 24)
    hours = replace(builders.CENTRE.hours, exceptions=(Special((), day, day, reason=why),))  # type: ignore[type-var]
    notice = Notice("aufzug", word, day, day, builders.FACTS)
    catalog = builders.catalog(centre={"hours": hours}, notices={"aufzug": notice})
    said = {one.utterance.text for one in heard(catalog, builders.strings(), Pronouncer())}
    assert {"Das Team lernt.", "الفريق يتعلّم.", "Der Aufzug steht."} <= said


def test_the_words_for_our_own_faults_are_in_the_list() -> None:
    assert {sentence.utterance for sentence in trouble.present().sentences()} <= in_the_list().keys()


SEARCHED = 45
"""Stops that only the search has, with all its keys: how many they are is up to what has been typed."""


def of_a_search(one: Utterance) -> bool:
    """Whether it tells how much a search finds, how many stops it has, or at which of them one is."""

    def is_like(*keys: str) -> bool:
        said = (content()[1].said(key, one.language, count="1", number="1").text for key in keys)
        return re.sub("[0-9]+", "1", one.text) in {spoken(text) for text in said}

    largest = max(map(int, re.findall("[0-9]+", one.text)), default=0)
    return is_like("search.count") or (largest >= SEARCHED and is_like("speech.count", "speech.position"))


@pytest.mark.parametrize("language", ["de", "ar"])
def test_whatever_the_keypad_says_on_a_walk_over_everything_is_in_the_list(language: str) -> None:
    """All stops of all screens, all keys, a choice of language, a question: but for the clock, for how much a search
    finds, and for where one is in that."""
    told = walked(language).terminal.told
    times = {one for one in told if "·" in one.text} | {one for one in told if of_a_search(one)}
    assert (len(set(told)) > 900, len(times) > 1) == (True, True)
    assert set(told) - times - in_the_list().keys() == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("3 von 24", "de"),
        ("25 items", "en"),
        ("Schalter, aus", "de"),
        ("Lautstärke 7", "de"),
        ("English – press the round key.", "en"),
        ("Kontrast: ein", "de"),
        ("Russisch, Arabisch, Englisch, Französisch", "de"),  # names joined to one sentence
        ("Haltestelle: Thomaskirche", "de"),  # a template that the content fills in
        ("Mosaik Leipzig e.V.", "de"),  # a name that is German on every screen
        ("Українська", "uk"),  # a language's tile speaks its own language
        ("Ласкаво просимо", "uk"),
        ("112", "ar"),  # figures are said in the listener's language
        ("Mo, Do 13–17 Uhr", "de"),
    ],
)
def test_what_a_list_by_hand_would_forget_is_there(text: str, language: str) -> None:
    assert Utterance(text, language) in in_the_list()


def test_nothing_is_there_that_only_stands_inside_other_sentences() -> None:
    assert not {"Mo", "Dezember", "September"} & {utterance.text for utterance in in_the_list()}
    assert not [utterance for utterance in in_the_list() if "{" in utterance.text]


def test_the_list_begins_where_visitors_do_and_says_where_a_sentence_is_met() -> None:
    places = list(dict.fromkeys(in_the_list().values()))
    kinds = list(dict.fromkeys(place.split(" / ")[0].split(": ")[0] for place in places))
    assert kinds[:4] == ["Begrüßung", "Sprachauswahl", "Startseite", "Hilfe"]
    assert kinds.index("Thema") < kinds.index("Angebot")
    assert places[-3:] == [KEYPAD, EVERYWHERE, FIGURES]
    assert in_the_list()[Utterance("Zurück", "de")] == "Sprachauswahl / languages"
    assert in_the_list()[Utterance("Wohnung anmelden", "de")] == "Thema / topic: Anmelden und Ämter"


def test_the_small_centre_has_every_sentence_once() -> None:
    found = heard(builders.catalog(), builders.strings(), Pronouncer())
    assert len(found) == len({one.utterance for one in found})
    assert Heard(
        Utterance("Hier melden Sie sich an.", "de"), "Stelle / organisation: Bürgerbüro Otto-Schill-Straße"
    ) in (found)


def test_engines_are_told_how_to_pronounce_a_sentence_and_people_read_what_is_shown() -> None:
    pronouncer, _ = load_pronunciation(ROOT / "content", codes())
    catalog, strings = content()
    told = {
        one.utterance.text: one.utterance
        for one in heard(catalog, strings, pronouncer)
        if one.utterance.language == "de"
    }
    assert told["Mo, Do 13–17 Uhr"].voiced == "Montag, Donnerstag dreizehn bis siebzehn Uhr"
    assert told["Wohnung anmelden"].say == ""
