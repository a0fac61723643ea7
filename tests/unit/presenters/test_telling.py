"""What the keypad says of a thing: its name in its own language, then what it is, how it stands, and its place."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.domain.language import Words
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import HELP, HOME, LANGUAGES, ORGANISATION, SERVICE, TOPIC, Route
from kiosk.domain.node import Sentence, View
from kiosk.domain.sound import Sound
from kiosk.domain.strings import Strings
from kiosk.domain.visit import VOLUMES
from kiosk.domain.walk import walk
from kiosk.presenters import telling, trouble
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from tests import builders

CARD = Route(SERVICE, "anmelden")


def shown(route: Route, language: str = "de", **changes: Any) -> tuple[Scene, View]:
    here = builders.scene(route, language)
    visit = replace(here.visit, by_keys=True, **{key: changes.pop(key) for key in ("modes", "speed") if key in changes})
    here = replace(here, visit=visit, **changes)
    return here, present(here)


def said(sentences: tuple[Sentence, ...]) -> list[str]:
    return [sentence.utterance.text for sentence in sentences]


def told(route: Route, node: str, language: str = "de", **changes: Any) -> list[str]:
    here, view = shown(route, language, **changes)
    return said(telling.stop(here, view, view[node]))


def test_a_key_says_its_name_that_it_is_a_key_and_where_it_stands() -> None:
    assert told(Route(HOME), "topic.papiere") == ["Papiere", "Taste", "3 von 18"]


def test_a_key_with_parts_says_them_all() -> None:
    assert told(Route(HOME), "guide") == [
        *("Ich weiß nicht, wohin", "Ein paar kurze Fragen zeigen Ihnen den Weg.", "Beginnen", "Taste", "2 von 18"),
    ]


def test_a_heading_is_one_and_plain_words_are_nothing() -> None:
    assert told(CARD, "bring.title")[:2] == ["Das bringen Sie mit", "Überschrift"]
    assert [text for text in told(CARD, "bring.1") if " von " not in text] == ["Pass"]


@pytest.mark.parametrize("mode", Mode)
def test_a_switch_says_how_it_stands_without_being_used(mode: Mode) -> None:
    """V-13."""
    assert told(Route(HOME), f"bar.{mode.value}")[1] == "Schalter, aus"
    assert told(Route(HOME), f"bar.{mode.value}", modes=frozenset({mode}))[1] == "Schalter, ein"


def test_a_key_says_that_one_is_there_already_that_it_is_chosen_or_not_available() -> None:
    assert told(Route(HELP), "bar.help")[1] == "Taste, hier sind Sie"
    assert told(Route(LANGUAGES), "language.de")[1] == "Taste, gewählt"
    assert told(Route(LANGUAGES), "language.en")[-2:-1] == ["Taste"]
    assert told(Route(HOME), "bar.listen", sound=Sound.NO_DEVICE)[1] == "Taste, geht gerade nicht"


def test_the_name_keeps_its_language_and_the_rest_is_in_the_listeners() -> None:
    """V-09: a German name on an Arabic screen is said by the German voice."""
    here, view = shown(Route(ORGANISATION, "buergerbuero"), "ar")
    spoken = [(one.utterance.text, one.utterance.language) for one in telling.stop(here, view, view["title"])]
    assert spoken[0] == ("Bürgerbüro Otto-Schill-Straße", "de")
    assert {language for _, language in spoken[1:]} == {"ar"}


def test_a_language_says_itself_and_its_german_name_only_to_who_hears_german() -> None:
    """L-02: the autonym is spoken."""
    _, view = shown(Route(LANGUAGES), "ar")
    assert said(telling.words(view, view["language.en"])) == ["English"]
    _, view = shown(Route(LANGUAGES))
    assert said(telling.words(view, view["language.en"])) == ["English", "Englisch"]
    assert said(telling.words(view, view["language.de"])) == ["Deutsch"]  # not twice


def test_what_is_said_of_the_screens_own_words_can_be_marked_and_the_rest_cannot() -> None:
    here, view = shown(CARD)
    name, *rest = telling.stop(here, view, view["bring.title"])
    assert (name.node, name.part, name.start, name.end) == ("bring.title", "name", 0, 19)
    assert {(one.node, one.part, one.end) for one in rest} == {("bring.title", "", 0)}


def test_a_code_says_what_it_opens_in_which_language_its_address_and_what_else_one_can_do() -> None:
    """V-05, Q-04."""
    assert told(Route(ORGANISATION, "buergerbuero"), "code")[:-1] == [
        *("Mit dem Handy scannen", "leipzig.de/buergerbuero", "Seite: Deutsch"),
        *("QR-Code.", "Er führt zu einer Seite über:", "Bürgerbüro Otto-Schill-Straße"),
        *("Oder fragen Sie am Empfang.", "Oder rufen Sie an: 0341 115"),
    ]
    assert told(CARD, "code")[-2] == "Oder fragen Sie am Empfang."  # this page has no number


def test_how_to_use_a_thing_is_only_told_of_what_can_be_used() -> None:
    here, view = shown(CARD)
    assert said(telling.hint(here, view["about"])) == ["Runde Taste: auswählen."]
    assert telling.hint(here, view["bring.1"]) == ()


def test_a_screen_says_its_name_and_how_many_stops_there_are() -> None:
    here, view = shown(Route(TOPIC, "papiere"))
    assert said(telling.arrival(here, view)) == ["Papiere", f"{len(walk(view))} Einträge"]
    _, view = shown(Route(LANGUAGES), "en")
    assert said(telling.named(view)) == ["Language"]


@pytest.mark.parametrize("language", builders.LANGUAGES_HERE)
def test_every_stop_of_every_screen_says_something_and_its_place(language: str) -> None:
    for route in builders.ROUTES[1:]:
        here, view = shown(route, language)
        for number, stop in enumerate(walk(view), 1):
            spoken = telling.stop(here, view, stop)
            assert len(spoken) >= 2
            assert spoken[-1:] == telling.place(here, view, stop)
            figures = [part for part in spoken[-1].utterance.text.split() if part.isdigit()]
            assert figures == [str(number), str(len(walk(view)))]


@pytest.mark.parametrize(
    ("volume", "step", "expected"),
    [
        (5, 1, ["Lautstärke 5"]),
        (VOLUMES, 1, [f"Lautstärke {VOLUMES}", "Lauter geht es nicht."]),
        (VOLUMES, -1, [f"Lautstärke {VOLUMES}"]),
        (1, -1, ["Lautstärke 1", "Leiser geht es nicht."]),
    ],
)
def test_the_volume_is_told_and_at_the_ends_that_it_is_one(volume: int, step: int, expected: list[str]) -> None:
    """V-08."""
    here, _ = shown(Route(HOME))
    assert said(telling.volume(replace(here, visit=replace(here.visit, volume=volume)), step)) == expected


def test_speed_and_modes_are_told_in_the_words_of_the_screen() -> None:
    here, _ = shown(Route(HOME), speed=1.25, modes=frozenset({Mode.CONTRAST}))
    assert said(telling.speed(here)) == ["Tempo 1,25"]
    assert said(telling.mode(here, Mode.CONTRAST)) == ["Kontrast: ein"]
    assert said(telling.mode(here, Mode.LARGE)) == ["Größer: aus"]


def test_the_question_says_that_any_key_is_the_answer() -> None:
    """I-02."""
    here, view = shown(Route(HOME), countdown=30)
    assert view.overlay is not None
    assert said(telling.warning(here, view.overlay, "de")) == [
        *("Sind Sie noch da?", "Drücken Sie eine beliebige Taste.", "Der Bildschirm beginnt bald von vorn."),
        "Dann sieht niemand, was Sie gelesen haben.",
    ]


def test_every_language_offers_itself_twice_round_in_its_own_voice() -> None:
    """V-09: one without a voice is not offered."""
    here, _ = shown(Route(LANGUAGES))
    spoken = [(one.node, one.utterance.text, one.utterance.language) for one in telling.choices(here, "ar")]
    assert spoken[:3] == [
        ("language.ar", "العربية – الزر المستدير.", "ar"),
        ("language.en", "English – press the round key.", "en"),
        ("language.de", "Deutsch – runde Taste.", "de"),
    ]
    assert spoken[3:] == spoken[:3]
    assert [one.code for one in telling.offered(replace(here, mute=frozenset({"ar"})))] == ["de", "en"]
    assert len(telling.offered(replace(here, sound=Sound.NO_DEVICE))) == 3  # then nothing is heard, and all are shown


def test_a_language_in_which_nobody_has_written_how_to_choose_it_says_its_name() -> None:
    here, _ = shown(Route(LANGUAGES))
    words = {**here.strings.words, "speech.choose": Words.german("{language} – runde Taste.")}
    bare = replace(here, strings=Strings(words))
    assert said(telling.choices(bare, "ar"))[:2] == ["العربية", "English"]


def test_help_tells_the_place_and_all_keys() -> None:
    here, view = shown(Route(TOPIC, "papiere"))
    spoken = said(telling.where(here, view, view["bar.back"]))
    assert spoken[:2] == ["Sie sind hier:", "Papiere"]
    assert spoken[2] == told(Route(TOPIC, "papiere"), "bar.back")[-1]
    assert [text.partition(":")[0] for text in spoken[3:]] == [
        *("Pfeil nach unten", "Runde Taste", "Fragezeichen", "Pfeil nach oben", "Pfeil nach links", "Plus und Minus"),
    ]


def test_without_content_the_screens_own_words_are_all_there_is() -> None:
    view = trouble.present()
    spoken = {sentence.node for sentence in telling.stop(None, view, view["trouble"])}
    assert spoken == {child.id for child in view["trouble"].children}
    assert telling.introduction(None) == telling.edge(None, 1) == telling.volume(None, 1) == telling.speed(None) == ()
    assert telling.mode(None, Mode.LOW) == telling.hint(None, view["trouble"]) == ()
