"""The visitor of the issue who needs somebody to listen: from a service by one touch to a card that says in German what
they want, and in their own language what it says; changed by a touch, left by a touch, and nothing stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.keypad import Function
from kiosk.domain.navigation import SERVICE, SHOW, Choose, Open, Route, Wake
from kiosk.domain.utterance import spoken
from kiosk.domain.visit import Visit
from kiosk.host import Host
from tests.gui.keys import press
from tests.gui.windows import Lobby
from tests.journeys.test_by_keys import Listener
from tests.journeys.test_register_address import wake

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

SERVICE_ID = "wohnung-anmelden"
STATEMENT = "Guten Tag. Ich möchte meine Wohnung anmelden."
SPEAKS = {"en": "Ich spreche Englisch.", "ar": "Ich spreche Arabisch.", "uk": "Ich spreche Ukrainisch."}
OWN = {
    "en": ("I would like to register my address.", "I speak English."),
    "ar": ("أريد تسجيل سكني.", "أتحدث العربية."),
    "uk": ("Я хочу зареєструвати адресу проживання.", "Я розмовляю українською."),
}
SIZES = pytest.mark.parametrize(
    "size",
    [
        pytest.param(size, marks=pytest.mark.window(*size), id="x".join(map(str, size)))
        for size in ((1920, 1080), (1080, 1920))
    ],
)


def at_the_service(pilot: Pilot, host: Host, code: str) -> None:
    wake(pilot, host, code)
    host.send(Open(Route(SERVICE, SERVICE_ID)))
    pilot.settle()


def own(pilot: Pilot) -> str:
    """The half in the visitor's language."""
    return next(word for word in pilot.words() if any(part in word for parts in OWN.values() for part in parts))


@SIZES
@pytest.mark.parametrize("code", OWN)
def test_from_a_service_to_the_card_and_back(size: object, code: str, pilot: Pilot, host: Host) -> None:
    at_the_service(pilot, host, code)
    say = host.scene().say
    pilot.tap(say("show.open").text)
    words = pilot.words()
    assert STATEMENT in words and f"{SPEAKS[code]} Bitte mit Dolmetscher oder Video." in words
    assert all(part in own(pilot) for part in OWN[code]) and spoken(say("show.interpreter").text) in own(pilot)
    pilot.tap(say("show.wish").text)
    assert f"{SPEAKS[code]} Bitte sprechen Sie langsam." in pilot.words()
    assert spoken(say("show.slowly").text) in own(pilot)
    topic = host.scene().catalog.topics["arbeit"]
    pilot.tap(say("show.change").text)
    pilot.tap(topic.name.said(code).text)
    assert f"Guten Tag. {topic.ask.said('de').text}" in pilot.words()
    assert f"{SPEAKS[code]} Bitte sprechen Sie langsam." in pilot.words(), "the wish stays"
    pilot.tap(say("bar.back").text)
    assert host.visit.route == Route(SERVICE, SERVICE_ID), "one touch leads back, whatever was changed"


@pytest.mark.window(1920, 1080)
def test_nothing_of_it_stays(pilot: Pilot, host: Host) -> None:
    at_the_service(pilot, host, "ar")
    say = host.scene().say
    pilot.tap(say("show.open").text)
    pilot.tap(say("show.wish").text)
    pilot.tap(say("bar.home").text)
    pilot.tap(say("bar.finish").text)
    assert host.visit == Visit() and host.visit.interpreter


@pytest.mark.window(1920, 1080)
def test_it_stays_up_as_long_as_a_page_that_is_read(pilot: Pilot, host: Host) -> None:
    """Whoever is at the desk reads it, and asks back."""
    at_the_service(pilot, host, "uk")
    pilot.tap(host.scene().say("show.open").text)
    pilot.advance(170)
    assert host.visit.route.name == SHOW and host.view.overlay is None


@pytest.mark.window(1920, 1080, sound=True)
def test_the_german_words_are_heard_by_one_touch(pilot: Pilot, lobby: Lobby, host: Host) -> None:
    """By the real German voice, sentence by sentence, and nothing else of the page."""
    for intent in (Wake(), Choose("uk"), Open(Route(SERVICE, SERVICE_ID))):  # before the waiting screen greets aloud
        host.send(intent)
    pilot.settle()
    pilot.tap(host.scene().say("show.open").text)
    listener = Listener(pilot, lobby)
    pilot.tap(host.scene().say("show.hear").text)
    assert listener.hear_out() == [
        "Guten Tag.",
        "Ich möchte meine Wohnung anmelden.",
        "Ich spreche Ukrainisch.",
        "Bitte mit Dolmetscher oder Video.",
    ]


@pytest.mark.window(1920, 1080, sound=True)
def test_by_six_keys_to_the_card_and_its_voice(pilot: Pilot, lobby: Lobby, host: Host) -> None:
    """Screen off, in English: heard, asked for without an interpreter, spoken in German, and back."""
    listener = Listener(pilot, lobby)
    listener.press(Function.NEXT)
    listener.until("press the round key")
    listener.press(Function.SELECT)
    host.send(Open(Route(SERVICE, SERVICE_ID)))
    say = host.scene().say
    listener.until(say("show.open").text)
    assert listener.press(Function.SELECT) == say("show.title").text
    listener.until("Guten Tag.")
    assert "Ich möchte meine Wohnung anmelden." in listener.hear_out()
    listener.until(say("show.wish").text)
    assert say("speech.switch.on").text in listener.hear_out()
    press(pilot, lobby, Function.SELECT)
    assert say("speech.switch.off").text in listener.hear_out()
    for _ in range(3):
        listener.press(Function.PREVIOUS)
        if say("show.hear").text in listener.heard[-1]:
            break
    press(pilot, lobby, Function.SELECT)
    assert listener.hear_out() == [
        "Guten Tag.",
        "Ich möchte meine Wohnung anmelden.",
        "Ich spreche Englisch.",
        "Bitte sprechen Sie langsam.",
    ]
    assert listener.press(Function.BACK) == host.scene().catalog.services[SERVICE_ID].name.said("en").text
