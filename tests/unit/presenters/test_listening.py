"""The listen bar of a card in every state, and how long a text takes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.navigation import HELP, SERVICE, Faster, Listen, Louder, Open, Route, Skip
from kiosk.domain.node import View
from kiosk.domain.reading import Reading, Status
from kiosk.domain.sound import Sound
from kiosk.domain.visit import VOLUMES
from kiosk.presenters.listening import CHARACTERS_A_SECOND
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from tests import builders
from tests.builders import BARE, scene, words
from tests.unit.presenters.sound_view import ids

CARD = Route(SERVICE, "anmelden")
VOLUME = ["volume.down", "volume", "volume.up"]
SPEED = ["speed.down", "speed", "speed.up"]
SKIPS = ["listen.back", "listen.again", "listen.forward"]


def shown(**changes: object) -> tuple[Scene, View]:
    here = scene(CARD, **changes)
    return here, present(here)


def test_at_rest_the_bar_offers_to_read_and_says_how_long_it_takes() -> None:
    here, view = shown()
    assert ids(view["listen"]) == ["listen.play", "listen.state", *VOLUME]
    assert (view["listen.play"].name, view["listen.play"].icon) == (here.say("bar.listen"), "play")
    assert view["listen.play"].intent == Listen()
    assert view["listen.state"].name == here.say("listen.short")


@pytest.mark.parametrize(
    ("status", "word", "icon"),
    [
        (Status.PREPARING, "bar.pause", "pause"),
        (Status.PLAYING, "bar.pause", "pause"),
        (Status.PAUSED, "bar.resume", "play"),
    ],
)
def test_while_reading_the_bar_says_which_sentence_and_leads_to_others(status: Status, word: str, icon: str) -> None:
    here, view = shown(reading=Reading(status, 1, 9))
    assert ids(view["listen"]) == ["listen.play", *SKIPS, "listen.state", *SPEED, *VOLUME]
    assert (view["listen.play"].name, view["listen.play"].icon) == (here.say(word), icon)
    assert [view[skip].intent for skip in SKIPS] == [Skip(-1), Skip(0), Skip(1)]
    assert view["listen.state"].name == here.say("listen.sentence", number="2", count="9")
    assert (view["listen.state"].amount, view["listen.state"].of) == (2, 9)


@pytest.mark.parametrize(("sound", "why"), [(Sound.NO_DEVICE, "listen.no_device"), (Sound.NO_VOICE, "listen.no_voice")])
def test_without_sound_the_bar_stays_and_says_why(sound: Sound, why: str) -> None:
    here, view = shown(sound=sound)
    assert ids(view["listen"]) == ["listen.state"]
    assert view["listen.state"].name == here.say(why)


def test_without_a_voice_of_ones_own_the_bar_offers_another_language() -> None:
    here, view = shown(language="ar", mute=frozenset({"ar"}))
    assert view["listen.play"].name == here.say("listen.in", language=here.say("language.de").text)
    assert view["listen.play"].intent == Listen()


def test_where_no_language_has_a_voice_the_bar_sends_to_the_desk() -> None:
    here, view = shown(mute=frozenset({"de", "en", "ar"}))
    assert view["listen.state"].name == here.say("listen.no_voice")
    assert view["bar.listen"].intent == Open(Route(HELP))


@pytest.mark.parametrize("why", ["listen.no_device", "listen.no_voice"])
def test_a_reading_that_failed_says_why(why: str) -> None:
    here, view = shown(reading=Reading(error=why))
    assert ids(view["listen"]) == ["listen.state"]
    assert view["listen.state"].name == here.say(why)
    assert view["bar.listen"].intent == Listen(), "it may be tried again"


@pytest.mark.parametrize("volume", [1, 4, VOLUMES])
def test_the_volume_is_shown_between_its_keys(volume: int) -> None:
    fresh = scene(CARD)
    here = replace(fresh, visit=replace(fresh.visit, volume=volume))
    view = present(here)
    assert (view["volume"].amount, view["volume"].of) == (volume, VOLUMES)
    assert view["volume"].name == here.say("listen.volume", volume=str(volume))
    assert (view["volume.down"].intent, view["volume.up"].intent) == (Louder(-1), Louder(1))


@pytest.mark.parametrize(("language", "said"), [("de", "1,25"), ("en", "1.25"), ("ar", "1.25")])
def test_the_speed_is_shown_as_the_language_writes_figures(language: str, said: str) -> None:
    fresh = scene(CARD, language, reading=Reading(Status.PLAYING, 0, 3))
    here = replace(fresh, visit=replace(fresh.visit, speed=1.25))
    view = present(here)
    assert view["speed"].value.text == said
    assert view["speed"].name == here.say("listen.speed", speed=said)
    assert (view["speed.down"].intent, view["speed.up"].intent) == (Faster(-1), Faster(1))


def test_a_whole_speed_is_shown_with_its_first_decimal() -> None:
    assert shown(reading=Reading(Status.PLAYING, 0, 3))[1]["speed"].value.text == "1,0"


@pytest.mark.parametrize(("seconds", "minutes"), [(60, 1), (85, 1), (95, 2), (180, 3)])
def test_how_long_a_text_takes_is_told_in_minutes(seconds: int, minutes: int) -> None:
    short = present(scene(Route(SERVICE, BARE.id)))
    nodes = [node for top in ("card", "aside") for node in short[top].walk() if not node.silent]
    said = sum(len(node.name.text) + len(node.value.text) for node in nodes)
    more = "a" * (seconds * CHARACTERS_A_SECOND - said + len(BARE.what.said("de").text))
    here = scene(Route(SERVICE, BARE.id), catalog=builders.with_services(replace(BARE, what=words(more))))
    expected = here.say("listen.length", minutes=str(minutes)) if minutes > 1 else here.say("listen.short")
    assert present(here)["listen.state"].name == expected


def test_the_bar_itself_is_not_read_aloud() -> None:
    for reading in (Reading(), Reading(Status.PLAYING, 0, 5)):
        view = shown(reading=reading)[1]
        around = {node.id for node in view["listen"].walk()}
        assert around.isdisjoint(sentence.node for sentence in view.sentences())


def test_what_is_read_aloud_stays_the_same_while_it_is_read() -> None:
    """The marked sentence is found by its number."""
    states = [Reading(), Reading(Status.PREPARING, 0, 5), Reading(Status.PLAYING, 3, 5), Reading(Status.PAUSED, 4, 5)]
    assert len({shown(reading=reading)[1].sentences() for reading in states}) == 1
