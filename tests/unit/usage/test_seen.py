"""What one step of a visitor counts for."""

from __future__ import annotations

import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import (
    CONTACT,
    GUIDE,
    HELP,
    HOME,
    ORGANISATION,
    ORGANISATIONS,
    ROUTES,
    SEARCH,
    SERVICE,
    SHOW,
    TODAY,
    TOPIC,
    ByEar,
    ByKeys,
    HearFrom,
    Intent,
    Listen,
    Open,
    Route,
    Toggle,
    Type,
)
from kiosk.domain.visit import Visit, advance
from kiosk.usage.figures import LONGEST_S, Cell
from kiosk.usage.seen import duration, language_of, seen

AT_HOME = Visit((Route(HOME),), "ar")


def seen_of(intent: Intent, before: Visit = AT_HOME) -> frozenset[Cell]:
    return seen(intent, before, advance(before, intent))


@pytest.mark.parametrize(
    ("route", "cell"),
    [
        (Route(TOPIC, "papiere"), ("topic", "papiere")),
        (Route(SERVICE, "anmelden"), ("service", "anmelden")),
        (Route(GUIDE, "anliegen"), ("used", "guide")),
        (Route(SEARCH), ("used", "search")),
        (Route(ORGANISATIONS), ("used", "organisations")),
        (Route(TODAY), ("used", "today")),
        (Route(HELP), ("used", "help")),
        (Route(SHOW, "service:anmelden"), ("used", "card")),
        (Route(CONTACT, "mosaik"), ("used", "codes")),
    ],
)
def test_a_screen_counts_for_what_it_is(route: Route, cell: Cell) -> None:
    assert seen_of(Open(route)) == {cell}


@pytest.mark.parametrize("name", sorted(set(ROUTES) - {TOPIC, SERVICE, GUIDE, SEARCH, TODAY, HELP, SHOW, CONTACT}))
def test_other_screens_count_for_nothing_not_even_which_organisation(name: str) -> None:
    subject = "mosaik" if name == ORGANISATION else ""
    assert seen_of(Open(Route(name, subject))) <= {("used", "organisations")}


def test_what_is_typed_is_never_part_of_it() -> None:
    searching = advance(AT_HOME, Open(Route(SEARCH)))
    assert seen_of(Type("ä"), searching) == {("used", "search")}


@pytest.mark.parametrize(
    ("intent", "cell"),
    [
        (Toggle(Mode.LARGE), ("mode", "large")),
        (Toggle(Mode.CONTRAST), ("mode", "contrast")),
        (Toggle(Mode.LOW), ("mode", "low")),
        (ByEar(), ("mode", "ear")),
        (ByKeys(), ("mode", "keys")),
        (Listen(), ("used", "audio")),
        (HearFrom("title", "name", 0), ("used", "audio")),
    ],
)
def test_a_mode_and_a_voice_that_is_asked_for(intent: Intent, cell: Cell) -> None:
    assert seen_of(intent) == {cell}


@pytest.mark.parametrize("how", [ByEar(), ByKeys()])
def test_who_hears_everything_anyway_is_not_counted_as_listening(how: Intent) -> None:
    """Else whoever uses the keypad would always be in two lines, and one could be worked out from the other."""
    assert ("used", "audio") not in seen_of(Listen(), advance(AT_HOME, how))


def test_the_greeting_of_the_waiting_screen_is_nobodys() -> None:
    assert seen_of(Listen("wake"), Visit()) == frozenset()


def test_the_language_is_the_one_that_was_chosen() -> None:
    assert language_of(AT_HOME) == ("language", "ar")
    assert language_of(Visit((Route(HOME),))) is None


@pytest.mark.parametrize(
    ("seconds", "line"), [(0, "30"), (30, "30"), (30.1, "60"), (119, "120"), (300, "300"), (301, "+Inf"), (9e9, "+Inf")]
)
def test_a_duration_belongs_to_the_shortest_line_that_holds_it(seconds: float, line: str) -> None:
    assert duration(seconds) == ("duration", line)
    assert line in LONGEST_S
