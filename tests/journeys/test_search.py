"""Visitors who search, by touching the keys on the screen: with a typing error, in their own letters, and for a German
word on an Arabic page. All of them come to address registration, and nothing of it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.keyboard import DIGITS, GERMAN
from kiosk.domain.navigation import HOME, LANGUAGES, SEARCH, SERVICE, Layout, Open, Route
from kiosk.domain.utterance import spoken
from kiosk.domain.visit import Visit
from kiosk.host import Host
from kiosk.widgets.pieces import Box, Fill, Text
from tests.gui.windows import Lobby

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

REGISTER = Route(SERVICE, "wohnung-anmelden")
BOTH = pytest.mark.parametrize(
    "size",
    [
        pytest.param(size, marks=pytest.mark.window(*size), id="x".join(map(str, size)))
        for size in ((1920, 1080), (1080, 1920))
    ],
)


class Typist:
    """Somebody who types with a finger on the glass."""

    def __init__(self, pilot: Pilot, host: Host, language: str) -> None:
        self._pilot, self._host = pilot, host
        host._store.visit = Visit((Route(HOME),), language)
        host.send(Open(Route(SEARCH)))
        pilot.settle()

    def key(self, name: str) -> None:
        """Touch the key with this id."""
        at = self._pilot.app.stage.at(f"key.{name}")
        assert at is not None, f"there is no key {name!r}"
        self._pilot.touch(at)

    def type(self, text: str) -> None:
        """Touch the keys of a text one after the other."""
        for letter in text:
            self.key("space" if letter == " " else letter)

    def letters(self, keyboard: str) -> None:
        """Take another keyboard."""
        keys = (node for node in self._host.view.nodes() if node.intent == Layout(keyboard))
        self.key(next(keys).id.removeprefix("key."))

    def open_first(self) -> None:
        """Touch the first thing that was found."""
        at = self._pilot.app.stage.at(self._host.view["results"].children[0].id)
        assert at is not None
        self._pilot.touch(at)

    @property
    def caret(self) -> Box:
        """Where the next letter will be."""
        page = self._pilot.app.stage.page
        (found,) = (piece for piece in page.pieces if isinstance(piece, Fill) and piece.node == "query.caret")
        return found.at

    @property
    def words(self) -> Text:
        """What was typed, as it stands in the field."""
        page = self._pilot.app.stage.page
        (found,) = (piece for piece in page.pieces if isinstance(piece, Text) and piece.node == "query")
        return found


@BOTH
@pytest.mark.parametrize(
    ("language", "keyboard", "typed"),
    [
        ("de", "", "anmeldng"),
        ("uk", "", "прописка"),
        ("ar", GERMAN, "anmeldung"),
        ("ar", GERMAN, "anmeldng"),
        ("en", "", "anmeldng"),
    ],
)
def test_what_is_typed_leads_to_address_registration(
    language: str, keyboard: str, typed: str, size: object, pilot: Pilot, host: Host
) -> None:
    """The issue, "done when"."""
    typist = Typist(pilot, host, language)
    if keyboard:
        typist.letters(keyboard)
    typist.type(typed)
    assert host.visit.query == typed
    name = host.scene().catalog.services[REGISTER.subject].name.said(language).text
    assert pilot.sees(name)
    typist.open_first()
    assert host.visit.route == REGISTER
    assert pilot.sees(name)


@BOTH
def test_each_letter_finds_at_once_and_erasing_takes_back(size: object, pilot: Pilot, host: Host) -> None:
    typist = Typist(pilot, host, "uk")
    assert pilot.sees(host.scene().say("search.hint").text)
    typist.type("п")
    assert host.view["results"].children
    typist.type("рош")
    typist.key("erase")
    assert host.visit.query == "про"
    typist.type("писка")
    assert pilot.sees(host.scene().say("search.count", count="2").text)
    typist.key("clear")
    assert host.visit.query == ""
    assert pilot.sees(host.scene().say("search.hint").text)


@BOTH
def test_the_visitor_comes_back_to_what_was_typed_and_leaves_nothing(size: object, pilot: Pilot, host: Host) -> None:
    typist = Typist(pilot, host, "de")
    typist.type("anmeldung")
    typist.open_first()
    pilot.tap(host.scene().say("bar.back").text)
    assert (host.visit.route.name, host.visit.query) == (SEARCH, "anmeldung")
    assert pilot.sees("anmeldung")
    pilot.advance(180 + 30)
    assert host.visit == Visit()
    assert "anmeldung" not in pilot.words()


@pytest.mark.window(1920, 1080)
def test_another_language_takes_its_own_keyboard_and_keeps_what_was_typed(pilot: Pilot, host: Host) -> None:
    typist = Typist(pilot, host, "ar")
    typist.letters(DIGITS)
    typist.type("27")
    pilot.tap(host.scene().say("bar.language").text)
    assert host.visit.route.name == LANGUAGES
    pilot.tap("Українська")
    assert (host.visit.route.name, host.visit.query, host.visit.keyboard) == (SEARCH, "27", "")
    typist.type("й")
    assert host.visit.query == "27й"


@pytest.mark.window(1920, 1080)
def test_nothing_found_leads_to_people(pilot: Pilot, host: Host) -> None:
    typist = Typist(pilot, host, "de")
    typist.type("qqqqqq")
    assert pilot.sees(host.scene().say("search.none").text)
    pilot.tap(host.scene().say("search.desk").text)
    assert host.visit.route.name == "help"


@BOTH
def test_the_caret_is_where_the_next_letter_comes(size: object, pilot: Pilot, host: Host) -> None:
    """Behind Latin at the right, behind Arabic at the left; where both meet, at the side of the keyboard's letters."""
    typist = Typist(pilot, host, "ar")
    page_width = pilot.app.frame.width
    places = [typist.caret.x]
    assert places[0] > page_width / 2  # an empty field is written from the right
    for letter in "شقة":
        typist.type(letter)
        places.append(typist.caret.x)
    assert places == sorted(places, reverse=True)
    typist.type(" ")
    assert typist.caret.x < places[-1]  # a space is seen, too
    behind_arabic = typist.caret.x
    typist.letters(GERMAN)
    latin = [typist.caret.x]
    for letter in "kita":
        typist.type(letter)
        latin.append(typist.caret.x)
    assert abs(latin[0] - behind_arabic) < 8
    assert all(abs(x - latin[0]) < 8 for x in latin[1:])  # Latin grows to the left of it, and is written to the right
    typist.letters("")
    assert typist.caret.x < latin[-1] - 40  # the next Arabic letter comes at the left of the Latin word


@BOTH
def test_the_caret_behind_latin_letters_is_at_their_right(size: object, pilot: Pilot, host: Host) -> None:
    typist = Typist(pilot, host, "de")
    typist.type("wohnung")
    width = pilot.app.frame.measure(typist.words.said, typist.words.style)[0]
    assert typist.caret.x == pytest.approx(typist.words.at.x + width, abs=4)


@pytest.mark.window(1920, 1080)
def test_the_caret_of_german_on_an_arabic_page_is_at_its_right_end(pilot: Pilot, host: Host) -> None:
    typist = Typist(pilot, host, "ar")
    typist.letters(GERMAN)
    typist.type("amt")
    assert typist.caret.x == pytest.approx(typist.words.at.right, abs=4)


@pytest.mark.window(1920, 1080, sound=True)
def test_by_ear_the_first_touch_says_the_letter_and_the_second_types_it(pilot: Pilot, lobby: Lobby, host: Host) -> None:
    """Whoever does not see the keys looks for them with a finger: a touch must not write."""
    typist = Typist(pilot, host, "de")
    host._store.visit = Visit(host.visit.stack, "de", by_ear=True)
    narrator = host._narrator
    typist.key("a")
    assert host.visit.query == ""
    assert narrator._sentences[0].utterance.text == "a"
    typist.key("a")
    assert host.visit.query == "a"
    assert narrator._sentences[0].utterance.text == spoken(host.view["found"].name.text)
    typist.key("a")  # the same letter again is one touch
    assert host.visit.query == "aa"
    typist.key("erase")
    typist.key("erase")
    assert host.visit.query == "a"
    assert [sentence.utterance.text for sentence in narrator._sentences][:1] == ["a"]
