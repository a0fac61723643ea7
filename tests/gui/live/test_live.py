"""In the real window, with the real watch and the real child: a sound save is seen, a broken one never."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from kiosk.domain.navigation import (
    ATTRACT,
    HOME,
    ORGANISATION,
    SERVICE,
    TODAY,
    TOPIC,
    Back,
    Choose,
    Finish,
    Open,
    Route,
    Wake,
)
from kiosk.domain.node import View
from kiosk.domain.visit import Visit
from kiosk.host import Host
from kiosk.live.report import place
from kiosk.presenters.registry import present
from tests.gui.live.conftest import Files
from tests.gui.pictures import picture
from tests.unit.live.breaks import BREAKS
from tests.unit.live.breaks import SERVICE as FILE

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

pytestmark = pytest.mark.window(1280, 720)
CARD, LIST = Route(SERVICE, "leipzig-pass"), Route(TOPIC, "anmelden")
OTHER = "Leipzig-Pass bekommen"


def views(host: Host) -> dict[tuple[str, str, str], View]:
    """What every visitor would see, on every screen with content, in German and Arabic."""
    scene = host.scene()
    catalog = scene.catalog
    routes = [Route(name) for name in (ATTRACT, HOME, TODAY)]
    routes += [Route(TOPIC, topic.id) for topic in catalog.topics.values() if not topic.leads_to]
    routes += [Route(SERVICE, service) for service in catalog.services]
    routes += [Route(ORGANISATION, one) for one in catalog.organisations]
    routes += [Route("guide", question) for question in catalog.guide.questions]
    return {
        (route.name, route.subject, code): present(
            replace(scene, visit=Visit((Route(HOME), route) if route.name != ATTRACT else (), code))
        )
        for route in routes
        for code in ("de", "ar")
    }


def read(pilot: Pilot, files: Files, change: Callable[[], object]) -> None:
    """Change something, and wait until that has been read."""
    count = len(files.news)
    change()
    pilot.wait_until(lambda: len(files.news) > count, "the change is read")


def home(host: Host, language: str = "de") -> None:
    host.send(Wake())
    host.send(Choose(language))


@pytest.fixture(autouse=True)
def mended(pilot: Pilot, files: Files) -> object:
    """Each test finds the files as they were, and leaves them so."""
    yield
    pilot.app.host.recover()
    count = len(files.news)
    if files.mend():
        pilot.wait_until(lambda: len(files.news) > count, "the mended files are read")


def test_thirty_broken_saves_in_a_row_never_change_what_a_visitor_sees(pilot: Pilot, host: Host, files: Files) -> None:
    seen, attract = views(host), picture(pilot).tobytes()
    home(host, "ar")
    pilot.settle()
    screen = picture(pilot).tobytes()
    host.send(Finish())
    pilot.settle()
    for name, (spoil, where) in BREAKS.items():
        files.mend()
        read(pilot, files, lambda spoil=spoil: spoil(files.folder))  # type: ignore[misc]
        pilot.settle()
        assert any(place(one).startswith(where) for one in files.news[-1].faults), name
        assert views(pilot.app.host) == seen, name
        assert picture(pilot).tobytes() == attract, name
    home(pilot.app.host, "ar")
    pilot.settle()
    assert picture(pilot).tobytes() == screen
    pilot.app.host.send(Finish())
    files.mend()
    read(pilot, files, lambda: files.edit(FILE, "name: Leipzig-Pass", f"name: {OTHER}"))
    assert views(pilot.app.host)[SERVICE, "leipzig-pass", "de"] != seen[SERVICE, "leipzig-pass", "de"]


def test_where_nobody_is_a_save_is_seen_at_once(pilot: Pilot, host: Host, files: Files) -> None:
    before = picture(pilot).tobytes()
    read(pilot, files, lambda: files.edit("content/languages.yaml", "greeting: Willkommen", "greeting: Grüß Gott"))
    pilot.settle()
    assert pilot.sees("Grüß Gott") and picture(pilot).tobytes() != before


def test_a_visitor_sees_it_at_the_next_move_and_keeps_the_place(pilot: Pilot, host: Host, files: Files) -> None:
    home(host)
    for route in (LIST, CARD):
        host.send(Open(route))
    pilot.settle()
    before = picture(pilot).tobytes()
    read(pilot, files, lambda: files.edit(FILE, "name: Leipzig-Pass", f"name: {OTHER}"))
    pilot.settle()
    assert picture(pilot).tobytes() == before
    host.send(Back())
    pilot.settle()
    assert host.visit.stack[-1].name == TOPIC and pilot.sees(OTHER)
    host.send(Open(CARD))
    pilot.settle()
    assert pilot.sees(OTHER)


def test_who_stands_before_a_service_that_is_removed_reads_on_and_comes_back(
    pilot: Pilot, host: Host, files: Files
) -> None:
    home(host)
    for route in (LIST, CARD):
        host.send(Open(route))
    read(pilot, files, (files.folder / FILE).unlink)
    pilot.settle()
    assert pilot.sees("Leipzig-Pass")
    host.send(Open(Route(ORGANISATION, "buergerbuero")))
    assert [route.name for route in host.visit.stack] == [HOME, TOPIC, ORGANISATION]
    host.send(Back())
    pilot.settle()
    assert host.visit.route == LIST and not pilot.sees("Leipzig-Pass")


def test_other_colours_and_times_come_when_nobody_is_there(pilot: Pilot, host: Host, files: Files) -> None:
    home(host)
    pilot.settle()
    before = picture(pilot).tobytes()

    def change() -> None:
        files.edit("config/themes/lobby.yaml", '"#FBF7EE"', '"#FFFFFF"')
        files.edit("config/kiosk.yaml", "after_s: 100", "after_s: 40")

    read(pilot, files, change)
    pilot.settle()
    assert picture(pilot).tobytes() == before and pilot.app.host is host
    host.send(Finish())
    pilot.advance(1)
    home(pilot.app.host)
    pilot.settle()
    assert pilot.app.host is not host and picture(pilot).tobytes() != before
    pilot.advance(42)
    assert pilot.app.stage.overlay, "it asks sooner"


@pytest.mark.parametrize("fault", ["", "name: ["])
def test_staff_see_age_and_faults_on_the_waiting_screen_only(
    fault: str, pilot: Pilot, host: Host, files: Files
) -> None:
    assert not host.view.find("staff")

    def change() -> None:
        files.edit("config/kiosk.yaml", "staff: no", "staff: yes")
        if fault:
            (files.folder / FILE).write_text(fault, encoding="utf-8")

    read(pilot, files, change)
    pilot.settle()
    wanted = f"1 Fehler|{FILE}:1: " if fault else "alles in Ordnung"
    for words in wanted.split("|"):
        assert pilot.sees(words), pilot.words()
    home(pilot.app.host)
    pilot.settle()
    assert not pilot.app.host.view.find("staff")
