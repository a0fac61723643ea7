"""Every contact and every map, read from the pixels of the window by a library that knows nothing of ours; contacts are
taken apart by the rules of the RFC."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.domain.catalog import Organisation
from kiosk.domain.modes import Mode
from kiosk.domain.navigation import CONTACT, Choose, Open, Route, Toggle, Turn, Wake
from kiosk.domain.vcard import vcard
from kiosk.host import Host
from kiosk.widgets.pieces import Code
from tests import vcards
from tests.gui.pictures import decoded, picture
from tests.gui.test_scanning import LANGUAGES, MODES, NAMES, faults

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

SAMPLE = ("centre", "buergerbuero", "ihk", "jobcenter")
"""The centre itself, a place with a map, the longest contact of all, one without an address."""


def organisations(host: Host) -> dict[str, Organisation]:
    """The centre and all others that there is something to take along of."""
    catalog = host.scene().catalog
    every = {catalog.centre.id: catalog.centre, **catalog.organisations}
    return {name: one for name, one in every.items() if one.phone or one.email or one.address}


def codes(pilot: Pilot, host: Host) -> Iterator[tuple[Code, list[str]]]:
    """Every code on every page of the screen, and what is wrong with its pixels."""
    while True:
        for piece in [piece for piece in pilot.app.stage.page.pieces if isinstance(piece, Code)]:
            yield piece, faults(np.ascontiguousarray(picture(pilot, piece.at)), piece.address)
        route = host.visit.route
        if route.page + 1 >= pilot.app.stage.page.pages:
            return
        host.send(Turn(1))


def mistakes(pilot: Pilot, host: Host, language: str, wanted: list[str]) -> dict[str, object]:
    """What is wrong with which code."""
    wrong: dict[str, object] = {}
    for name in wanted:
        organisation = organisations(host)[name]
        host.send(Open(Route(CONTACT, name)))
        found = dict.fromkeys((code.address for code, _ in codes(pilot, host)), "")
        host.send(Open(Route(CONTACT, name)))
        wrong |= {f"{name}: {code.node}": bad for code, bad in codes(pilot, host) if bad}
        promised = [vcard(organisation, language), *([organisation.map] if organisation.map else [])]
        if list(found) != promised:
            wrong[name] = list(found)
        elif vcards.read(promised[0])["FN"] != [organisation.name.replace("\u00ad", "")]:
            wrong[name] = promised[0]
    return wrong


def come(host: Host, language: str, modes: set[Mode] | None = None) -> None:
    host.send(Wake())
    host.send(Choose(language))
    for mode in modes or ():
        host.send(Toggle(mode))


@pytest.mark.window(1920, 1080)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_contact_on_the_panel_is_what_its_page_says(language: str, pilot: Pilot, host: Host) -> None:
    """Q-02."""
    come(host, language)
    assert len(organisations(host)) > 10
    assert mistakes(pilot, host, language, list(organisations(host))) == {}


@pytest.mark.window(1080, 1920)
@pytest.mark.parametrize("language", LANGUAGES)
def test_contacts_on_an_upright_panel(language: str, pilot: Pilot, host: Host) -> None:
    """Q-02."""
    come(host, language)
    assert mistakes(pilot, host, language, list(SAMPLE)) == {}


@pytest.mark.window(1920, 1080)
@pytest.mark.parametrize("modes", MODES, ids=NAMES)
def test_contacts_are_read_in_every_mode(modes: set[Mode], pilot: Pilot, host: Host) -> None:
    """Q-02."""
    come(host, "uk", modes)
    assert mistakes(pilot, host, "uk", list(SAMPLE)) == {}


@pytest.mark.window(1080, 1920)
@pytest.mark.parametrize("modes", MODES, ids=NAMES)
def test_contacts_are_read_in_every_mode_upright(modes: set[Mode], pilot: Pilot, host: Host) -> None:
    """Q-02."""
    come(host, "ar", modes)
    assert mistakes(pilot, host, "ar", list(SAMPLE)) == {}


@pytest.mark.window(1920, 1080)
def test_a_phone_that_sees_the_whole_screen_takes_the_contact_and_the_map(pilot: Pilot, host: Host) -> None:
    come(host, "de")
    centre = host.scene().catalog.centre
    host.send(Open(Route(CONTACT, centre.id)))
    assert sorted(decoded(picture(pilot))) == sorted([vcard(centre, "de"), centre.map])
    (contact,) = (text for text in decoded(picture(pilot)) if text.startswith("BEGIN:VCARD"))
    assert vcards.read(contact)["ADR"] == ["", "", "Otto-Schill-Straße 2", "Leipzig", "", "04109", ""]
