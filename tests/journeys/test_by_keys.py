"""The visitor of the issue who sees nothing: new in the city, understands English. By six keys, and only by what is
heard, the way leads from the sleeping screen to what to bring, and back to the start. Nobody looks at the screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from kiosk.domain.keypad import Function
from kiosk.domain.node import Sentence
from kiosk.domain.reading import Status
from kiosk.domain.utterance import spoken
from kiosk.domain.visit import Visit
from kiosk.host import Host
from tests.gui.keys import press
from tests.gui.windows import Lobby

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

SERVICE_ID = "wohnung-anmelden"
LONGEST_SEARCH = 60
"""Presses after which somebody gives up."""


class Listener:
    """Somebody with a keypad and headphones: the real voice, on a device that plays it in real time."""

    def __init__(self, pilot: Pilot, lobby: Lobby) -> None:
        self._pilot, self._lobby = pilot, lobby
        self.heard: list[str] = []

    def press(self, *functions: Function) -> str:
        """Press keys; the first thing that is heard after the last one."""
        press(self._pilot, self._lobby, *functions)
        return self.listen()

    def listen(self) -> str:
        """The sentence that is heard now."""
        narrator = self._pilot.app.host._narrator

        def heard() -> bool:
            return bool(narrator.reading.status is Status.PLAYING and self._lobby.player.busy())

        self._pilot.wait_until(heard, "something is heard")
        sentence: Sentence = narrator.mark
        self.heard.append(sentence.utterance.text)
        return self.heard[-1]

    def hear_out(self) -> list[str]:
        """Everything that is said until it is silent."""
        narrator, before = self._pilot.app.host._narrator, len(self.heard)
        while narrator.reading.status is not Status.IDLE:
            self.listen()
            self._pilot.wait_until(partial(self._over, narrator.reading.index), "the sentence ends")
        return self.heard[before:]

    def _over(self, index: int) -> bool:
        """Whether a sentence is over; time goes on while one listens, but not so fast that a clip which is about to
        begin seems to be stuck."""
        narrator = self._pilot.app.host._narrator
        if not self._lobby.player.busy():
            self._lobby.given.now += 0.02
            self._pilot.app._tick()
        reading = narrator.reading
        return bool(reading.status is Status.IDLE or (reading.index != index and reading.status is Status.PLAYING))

    def until(self, words: str) -> None:
        """On and on, until these words are heard. Raises LookupError."""
        for _ in range(LONGEST_SEARCH):
            if words in self.press(Function.NEXT):
                return
        raise LookupError(f"{words!r} was not heard, but {self.heard[-LONGEST_SEARCH:]}")


@pytest.mark.window(1920, 1080, sound=True)
def test_by_six_keys_to_what_to_bring_and_back(pilot: Pilot, lobby: Lobby, host: Host) -> None:
    """V-01; issue 4, "done when": screen off, six keys, in English."""
    listener = Listener(pilot, lobby)
    assert listener.press(Function.NEXT) == "Deutsch – runde Taste."
    listener.until("press the round key")
    assert "welcome centre" in listener.press(Function.SELECT)
    service = host.scene().catalog.services[SERVICE_ID]
    topic = host.scene().catalog.topics[service.topic].name.said("en").text
    assert listener.press(Function.NEXT) == host.scene().say("home.title").text
    listener.until(topic)
    assert listener.press(Function.SELECT) == topic
    if listener.hear_out()[2] != service.name.said("en").text:
        listener.until(service.name.said("en").text)
    assert listener.press(Function.SELECT) == service.name.said("en").text
    listener.until(host.scene().say("card.bring").text)
    brought = [listener.press(Function.NEXT) for _ in service.bring]
    assert brought == [spoken(item.said("en").text) for item in service.bring]
    assert listener.press(Function.BACK) == topic
    assert listener.press(Function.BACK) == host.scene().say("home.title").text
    assert listener.press(Function.BACK) == host.scene().say("bar.finish").text
    press(pilot, lobby, Function.SELECT)
    assert (host.visit, host.focus, host.view.route.name) == (Visit(), "", "attract")
    assert host.scene().reading.status is Status.IDLE


@pytest.mark.window(1920, 1080, sound=True)
def test_whoever_is_lost_hears_where_they_are_and_what_the_keys_do(pilot: Pilot, lobby: Lobby, host: Host) -> None:
    """V-03, by the real voice to its end."""
    listener = Listener(pilot, lobby)
    listener.press(Function.NEXT, Function.SELECT, Function.SELECT, Function.HELP)
    listener.hear_out()
    assert listener.press(Function.HELP) == "Sie sind hier:"
    told = listener.hear_out()
    assert told[1] == "Wobei können wir helfen?"
    assert told[-1] == "Plus und Minus: lauter und leiser."
