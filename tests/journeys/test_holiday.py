"""Somebody comes on a public holiday and reads one language: the kiosk says that the centre is closed, why, and when it
opens next; and on any day it leads on to who can help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.navigation import ORGANISATION, Route
from kiosk.domain.utterance import spoken
from kiosk.host import Host
from tests.journeys.test_register_address import wake

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

REPENTANCE, ASCENSION = "2026-11-18T10:00", "2027-05-06T14:00"
"""A Wednesday, on which the centre is closed in every week, and a Thursday."""
TOLD = {
    ("de", REPENTANCE): (
        "Wir haben geschlossen.",
        "Wir öffnen morgen um 13:00 Uhr.",
        "Heute ist Feiertag: Buß- und Bettag.",
        "Feiertag, öffnet Donnerstag 13:00",
    ),
    ("uk", REPENTANCE): (
        "У нас зачинено.",
        "Відкриття: завтра, 13:00.",
        "Сьогодні святковий день: День покаяння і молитви.",
        "Buß- und Bettag",
    ),
    ("de", ASCENSION): (
        "Wir haben geschlossen.",
        "Wir öffnen morgen um 9:00 Uhr.",
        "Heute ist Feiertag: Christi Himmelfahrt.",
        "Bald geschlossen",
    ),
    ("uk", ASCENSION): (
        "У нас зачинено.",
        "Відкриття: завтра, 9:00.",
        "Сьогодні святковий день: Вознесіння Господнє.",
        "Christi Himmelfahrt",
    ),
}
DAYS = [
    pytest.param(size, code, now, marks=pytest.mark.window(*size, now=now), id=f"{code}-{now[:10]}-{size[0]}x{size[1]}")
    for now in (REPENTANCE, ASCENSION)
    for size in ((1920, 1080), (1080, 1920))
    for code in ("de", "uk")
]


@pytest.mark.parametrize(("size", "code", "now"), DAYS)
def test_on_a_holiday_it_is_closed_and_why_and_when_it_opens(
    size: object, code: str, now: str, pilot: Pilot, host: Host
) -> None:
    wake(pilot, host, code)
    pilot.tap(host.scene().say("home.today").text)
    words = pilot.words()
    for told in TOLD[code, now]:
        assert spoken(told) in words, words
    assert spoken(host.scene().say("week.closed").text) in words
    assert all(host.view[node].name.language == code for node in ("title", "lead", "why", "week.title", "desks.title"))


@pytest.mark.window(1920, 1080)
@pytest.mark.parametrize("code", ["de", "uk"])
def test_on_a_day_like_others_it_is_open_and_leads_on_to_an_organisation(code: str, pilot: Pilot, host: Host) -> None:
    wake(pilot, host, code)
    pilot.tap(host.scene().say("home.today").text)
    say = host.scene().say
    assert pilot.sees(say("today.open").text) and pilot.sees(say("today.until", time="18:00").text)
    assert pilot.sees(say("desk.ask").text), "nobody knows who is here, and that is said"
    pilot.tap("Mosaik Leipzig e.V.")
    assert host.view.route == Route(ORGANISATION, "mosaik")
    pilot.tap(say("bar.back").text)
    assert pilot.sees(say("today.open").text)
