"""Releases are switched while the kiosk runs: the waiting screen shows them at once, a visitor at the next screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.navigation import HOME, SERVICE, TOPIC, Back, Choose, Finish, Open, Route, Wake
from kiosk.host import Host
from tests.gui.pictures import picture
from tests.gui.releases.conftest import USUAL, Terminal

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

pytestmark = pytest.mark.window(1280, 720)
CARD, LIST = Route(SERVICE, "leipzig-pass"), Route(TOPIC, "anmelden")


def reading(host: Host) -> None:
    """A visitor reads a card."""
    host.send(Wake())
    host.send(Choose("de"))
    for route in (LIST, CARD):
        host.send(Open(route))


@pytest.fixture(autouse=True)
def alone(pilot: Pilot) -> object:
    """Nobody is there before the next test."""
    yield
    pilot.app.host.recover()


def test_where_nobody_is_it_is_seen_at_once_and_so_is_the_way_back(
    pilot: Pilot, host: Host, terminal: Terminal
) -> None:
    before = picture(pilot).tobytes()
    terminal.show(greeting="Grüß Gott")
    pilot.wait_until(lambda: pilot.sees("Grüß Gott"), "the release is on the screen")
    assert picture(pilot).tobytes() != before
    terminal.run("rollback")
    pilot.wait_until(lambda: not pilot.sees("Grüß Gott"), "the release before is on the screen")
    pilot.settle()
    assert picture(pilot).tobytes() == before


def test_who_reads_keeps_the_page_and_sees_it_at_the_next(pilot: Pilot, host: Host, terminal: Terminal) -> None:
    reading(host)
    pilot.settle()
    before = picture(pilot).tobytes()
    terminal.show("Ausweis holen")
    terminal.told(pilot, "Ausweis holen")
    pilot.settle()
    assert picture(pilot).tobytes() == before, "not under a visitor's eyes"
    host.send(Back())
    pilot.settle()
    assert host.visit.route == LIST and pilot.sees("Ausweis holen")
    host.send(Open(CARD))
    pilot.settle()
    before = picture(pilot).tobytes()
    terminal.run("rollback")
    terminal.told(pilot, USUAL)
    pilot.settle()
    assert picture(pilot).tobytes() == before and pilot.sees("Ausweis holen")
    host.send(Back())
    pilot.settle()
    assert [route.name for route in host.visit.stack] == [HOME, TOPIC]
    assert pilot.sees(USUAL) and not pilot.sees("Ausweis holen")


def test_two_releases_of_one_length_are_two(pilot: Pilot, host: Host, terminal: Terminal) -> None:
    for name in ("Leipzig-Amt holen", "Leipzig-Abo holen"):
        terminal.show(name)
        terminal.told(pilot, name)
    reading(pilot.app.host)
    pilot.settle()
    assert pilot.sees("Leipzig-Abo holen")


def test_another_language_comes_when_nobody_is_there(pilot: Pilot, host: Host, terminal: Terminal) -> None:
    reading(host)
    terminal.show("Karte holen", "Grüß Gott")
    terminal.told(pilot, "Karte holen")
    host.send(Back())
    pilot.settle()
    assert not pilot.sees("Karte holen") and pilot.app.host is host
    host.send(Finish())
    pilot.advance(1)
    assert pilot.sees("Grüß Gott")
    reading(pilot.app.host)
    pilot.settle()
    assert pilot.sees("Karte holen")
