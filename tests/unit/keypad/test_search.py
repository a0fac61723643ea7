"""Searching by the keypad: letters are walked to row by row, and each is answered with how much it finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from kiosk.domain.keyboard import Keyboard
from kiosk.domain.navigation import SEARCH, SERVICE, Open, Route
from kiosk.domain.utterance import spoken
from kiosk.search.index import Index
from tests import builders
from tests.unit.keypad.by_keys import BACK, NEXT, PREVIOUS, SELECT, come, go_to, heard, press
from tests.unit.terminal import Terminal

CATALOG = builders.catalog(
    keyboards={
        "de": Keyboard("de", "de", (tuple("qwertz"), tuple("asdmu"), tuple("nlpx"))),
        "123": Keyboard("123", "de", (tuple("123"),)),
    },
    other_words={"de": {"anmelden": ("Ummeldung",)}},
)
CATALOG = replace(CATALOG, find=Index(CATALOG).find)


@pytest.fixture
def searching() -> Iterator[Terminal]:
    """A visitor by keypad at the search."""
    made = Terminal(CATALOG)
    come(made)
    made.host.send(Open(Route(SEARCH)))
    heard(made)
    yield made
    made.close()


def test_letters_are_walked_row_by_row_and_spoken(searching: Terminal) -> None:
    go_to(searching, "key.q")
    assert press(searching, NEXT)[0] == "w"
    assert press(searching, PREVIOUS)[0] == "q"
    assert searching.host.visit.query == ""


def test_a_letter_is_answered_with_how_much_it_finds_and_the_visitor_stays_on_it(searching: Terminal) -> None:
    go_to(searching, "key.a")
    assert press(searching, SELECT) == [spoken(searching.view["found"].name.text)]
    assert searching.host.focus == "key.a"
    go_to(searching, "key.n")
    press(searching, SELECT)
    assert searching.host.visit.query == "an"


def test_after_erasing_what_is_left_is_spelled(searching: Terminal) -> None:
    for letter in "anm":
        go_to(searching, f"key.{letter}")
        press(searching, SELECT)
    go_to(searching, "key.erase")
    assert press(searching, SELECT)[:2] == ["a", "n"]


def test_the_result_stands_before_the_keyboard_and_the_way_back_finds_it_as_it_was(searching: Terminal) -> None:
    for letter in "anm":
        go_to(searching, f"key.{letter}")
        press(searching, SELECT)
    go_to(searching, "hit.service.anmelden")
    press(searching, SELECT)
    assert searching.host.visit.route == Route(SERVICE, "anmelden")
    press(searching, BACK)
    assert (searching.host.visit.query, searching.host.focus) == ("anm", "hit.service.anmelden")


def test_what_was_typed_never_becomes_a_clip_of_its_own(searching: Terminal) -> None:
    """Letters are the same for everybody; a word would be kept for the next visitor."""
    for letter in "ump":
        go_to(searching, f"key.{letter}")
        press(searching, SELECT)
    go_to(searching, "query")
    press(searching, SELECT)
    assert "ump" not in [utterance.text for utterance in searching.told]


def test_other_letters_come_under_the_same_key(searching: Terminal) -> None:
    go_to(searching, "key.layout.1")
    press(searching, SELECT)
    assert searching.host.visit.keyboard == "123"
    assert searching.host.focus == "key.layout.1"
    press(searching, SELECT)
    assert searching.host.visit.keyboard == ""
