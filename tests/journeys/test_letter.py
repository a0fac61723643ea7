"""The visitor of issue 5: reads only Ukrainian, and holds a letter that they do not understand. By pictures the way
leads to the right desk, and there they hold up a card in German."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.keypad import Function
from kiosk.domain.navigation import HELP, HOME, SERVICE, SHOW, Route
from kiosk.domain.utterance import spoken
from kiosk.host import Host
from tests.gui.pictures import decoded, picture
from tests.gui.windows import Lobby
from tests.journeys.test_by_keys import Listener
from tests.journeys.test_register_address import SIZES, read_all, wake

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

LETTER = "brief-verstehen"


def answer(pilot: Pilot, icon: str) -> None:
    """Touch the picture, as somebody does who cannot read."""
    node = next(node for node in pilot.app.host.view["answers"].children if node.icon == icon)
    at = pilot.app.stage.at(node.id)
    assert at is not None, f"{node.id} is not on the screen"
    pilot.touch(at)


def to_the_letter(pilot: Pilot, host: Host, code: str) -> None:
    wake(pilot, host, code)
    pilot.tap(host.scene().say("home.guide").text)
    answer(pilot, "envelope-open")
    answer(pilot, "envelope-open")


@SIZES
@pytest.mark.parametrize("code", ["uk", "ar"])
def test_by_pictures_from_a_letter_to_the_desk(size: object, code: str, pilot: Pilot, host: Host) -> None:
    to_the_letter(pilot, host, code)
    assert host.view.route == Route(SERVICE, LETTER)
    service = host.scene().catalog.services[LETTER]
    (address,) = decoded(picture(pilot))
    assert address == "https://www.leipzig.de/welcomecentre"
    words = read_all(pilot, host)
    for wanted in (service.name, service.what, *service.bring, service.next_step):
        assert wanted.said(code).language == code
        assert spoken(wanted.said(code).text) in words
    assert "Willkommenszentrum Leipzig" in words, "where the desk is"


@SIZES
def test_there_they_hold_up_a_card_in_german(size: object, pilot: Pilot, host: Host) -> None:
    """One touch from the service to the card; the German sentence, and below it what it means."""
    to_the_letter(pilot, host, "uk")
    pilot.tap(host.scene().say("show.open").text)
    german = "Guten Tag. Ich verstehe diesen Brief nicht. Bitte helfen Sie mir."
    assert pilot.sees(german)
    assert pilot.sees("Ich spreche Ukrainisch. Bitte mit Dolmetscher oder Video.")
    assert pilot.sees(host.scene().catalog.services[LETTER].ask.said("uk").text)
    pilot.tap(host.scene().say("bar.back").text)
    assert host.view.route == Route(SERVICE, LETTER)


@pytest.mark.window(1920, 1080, sound=True)
def test_by_six_keys_from_the_guide_to_the_card(pilot: Pilot, lobby: Lobby, host: Host) -> None:
    """The same without sight, in English: the questions are heard, and so is the German sentence."""
    listener = Listener(pilot, lobby)
    listener.press(Function.NEXT)
    listener.until("press the round key")
    listener.press(Function.SELECT)
    catalog, say = host.scene().catalog, host.scene().say
    first, letters = catalog.guide.question(""), catalog.guide.questions["amt"]
    listener.until(say("home.guide").text)
    assert listener.press(Function.SELECT) == first.text.said("en").text
    listener.until(first.answers[1].text.said("en").text)
    assert listener.press(Function.SELECT) == letters.text.said("en").text
    if letters.answers[0].text.said("en").text not in listener.hear_out():
        listener.until(letters.answers[0].text.said("en").text)
    assert listener.press(Function.SELECT) == catalog.services[LETTER].name.said("en").text
    listener.until(say("show.open").text)
    listener.press(Function.SELECT)
    assert host.visit.route.name == SHOW
    listener.hear_out()
    listener.until("Guten Tag.")
    assert "Ich verstehe diesen Brief nicht." in listener.hear_out()


@pytest.mark.window(1920, 1080)
def test_back_start_again_and_somebody_to_ask(pilot: Pilot, host: Host) -> None:
    wake(pilot, host, "uk")
    say, questions = host.scene().say, host.scene().catalog.guide.questions
    pilot.tap(say("home.guide").text)
    answer(pilot, "briefcase")
    answer(pilot, "scales")
    assert pilot.sees(questions["lohn"].text.said("uk").text)
    assert pilot.sees(say("guide.step", number="3", count="3").text)
    pilot.tap(say("bar.back").text)
    assert pilot.sees(questions["arbeit"].text.said("uk").text)
    pilot.tap(say("guide.over").text)
    assert pilot.sees(questions["anliegen"].text.said("uk").text)
    assert not pilot.sees(say("guide.over").text)
    pilot.tap(say("guide.other").text)
    assert host.view.route == host.scene().catalog.guide.person
    pilot.tap(say("bar.back").text)
    pilot.tap(say("bar.back").text)
    assert host.view.route == Route(HOME)


@SIZES
def test_in_danger_the_numbers_are_two_touches_away(size: object, pilot: Pilot, host: Host) -> None:
    wake(pilot, host, "uk")
    pilot.tap(host.scene().say("home.guide").text)
    answer(pilot, "warning")
    assert host.view.route == Route(HELP)
    for number in ("112", "110"):
        assert pilot.sees(number)
