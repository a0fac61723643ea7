"""The card for the desk: German above, the visitor's language below, whole sentences only."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.language import Words
from kiosk.domain.navigation import ASK, HELP, SERVICE, SHOW, Interpreter, Listen, Open, Route, Show
from kiosk.domain.node import Node, Role, State, View
from kiosk.domain.request import for_service, for_topic
from kiosk.domain.sound import Sound
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from tests import builders
from tests.builders import scene

CARD = Route(SHOW, for_service("anmelden"))


def card(language: str, route: Route = CARD, interpreter: bool = True, **changes: object) -> View:
    here = scene(route, language)
    return present(replace(here, visit=replace(here.visit, interpreter=interpreter), **changes))


def texts(node: Node) -> list[tuple[str, str]]:
    labels = ("german.team", "own.means")
    return [(one.name.text, one.name.language) for one in node.walk() if one.name and one.id not in labels]


def test_german_above_and_the_same_in_the_visitors_language_below() -> None:
    view = card("en")
    assert texts(view["german.half"]) == [
        ("Guten Tag. Ich möchte meine Wohnung anmelden.", "de"),
        ("Ich spreche Englisch. Bitte mit Dolmetscher oder Video.", "de"),
    ]
    assert texts(view["own"]) == [
        (
            "Hello. I would like to register my address. I speak English. "
            "I need an interpreter, here or by video, please.",
            "en",
        )
    ]


def test_without_an_interpreter_one_asks_to_speak_slowly() -> None:
    view = card("en", interpreter=False)
    assert view["german.more"].name.text == "Ich spreche Englisch. Bitte sprechen Sie langsam."
    assert view["own.1"].name.text.endswith("I speak English. Please speak slowly.")


def test_one_key_asks_for_an_interpreter_or_no_longer() -> None:
    for wanted in (True, False):
        key = card("ar", interpreter=wanted)["show.wish"]
        assert (key.role, State.ON in key.states, key.intent) == (Role.TOGGLE, wanted, Interpreter())


def test_who_speaks_german_has_one_half_and_needs_no_interpreter() -> None:
    view = card("de")
    assert texts(view["card"]) == [("Guten Tag. Ich möchte meine Wohnung anmelden.", "de")]
    assert view.find("show.wish") is None


def test_without_a_request_of_its_own_a_service_asks_with_its_topic_and_anything_is_a_question() -> None:
    statements = [
        card("ar", Route(SHOW, subject))["german"].name.text
        for subject in (for_service("unbekannt"), for_topic("papiere"), "")
    ]
    assert statements == [
        "Guten Tag. Ich brauche Papiere.",
        "Guten Tag. Ich brauche Papiere.",
        "Guten Tag. Ich habe eine Frage.",
    ]


def test_what_is_not_translated_stands_in_german_and_never_names_a_wrong_language() -> None:
    """The German word for one's own language would be "I speak German"."""
    only_german = replace(builders.REGISTER, ask=Words.german("Ich möchte etwas."))
    strings = builders.strings()
    bare = {key: Words.german(words.said("de").text) for key, words in strings.words.items()}
    here = scene(CARD, "ar", catalog=builders.with_services(only_german), strings=replace(strings, words=bare))
    assert texts(present(here)["own"]) == [("Guten Tag. Ich möchte etwas. Bitte mit Dolmetscher oder Video.", "de")]
    mixed = scene(CARD, "ar", catalog=builders.with_services(only_german))
    assert [language for _, language in texts(present(mixed)["own"])] == ["ar", "de", "ar"]


def test_a_language_without_its_german_sentence_is_left_out_of_the_card() -> None:
    languages = tuple(replace(language, speaks="") for language in builders.CATALOG.languages)
    view = present(scene(CARD, "ar", catalog=builders.catalog(languages=languages)))
    assert view["german.more"].name.text == "Bitte mit Dolmetscher oder Video."


def test_the_german_words_alone_can_be_heard() -> None:
    view = card("ar")
    assert view["show.hear"].intent == Listen("german")
    assert [sentence.utterance.text for sentence in view.sentences_of("german")] == [
        "Guten Tag.",
        "Ich möchte meine Wohnung anmelden.",
        "Ich spreche Arabisch.",
        "Bitte mit Dolmetscher oder Video.",
    ]
    assert {sentence.utterance.language for sentence in view.sentences_of("german")} == {"de"}


@pytest.mark.parametrize(
    "silent", [{"sound": Sound.NO_DEVICE}, {"mute": frozenset({"de"})}], ids=["no device", "no German voice"]
)
def test_without_a_german_voice_its_key_says_so_and_leads_to_help(silent: dict[str, object]) -> None:
    key = card("ar", **silent)["show.hear"]
    assert (State.OFF in key.states, key.intent) == (True, Open(Route(HELP)))


def test_it_is_read_aloud_in_both_languages_and_without_its_keys() -> None:
    languages = [sentence.utterance.language for sentence in card("en").sentences()]
    assert languages == ["en"] * 2 + ["de"] * 5 + ["en"] * 5


@pytest.mark.parametrize("service", builders.CATALOG.services)
def test_from_every_service_it_is_one_step(service: str) -> None:
    assert present(scene(Route(SERVICE, service)))["show"].intent == Show(for_service(service))


def test_something_else_is_chosen_among_the_topics_that_have_services() -> None:
    assert card("en")["show.change"].intent == Open(Route(ASK))
    tiles = present(scene(Route(ASK), "en"))["asks"].children
    assert [(tile.name.text, tile.intent) for tile in tiles] == [
        ("Papers", Show(for_topic("papiere"))),
        ("Something else", Show("")),
    ]


def test_the_scene_knows_nothing_but_the_wish() -> None:
    """Nothing is typed and nothing is kept: a new visit has the wish as everybody begins with it."""
    fresh: Scene = scene()
    assert fresh.visit.interpreter
