"""What is broken takes only itself off the screen; and where nothing is left, the kiosk still says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.navigation import ATTRACT, HOME, ORGANISATIONS, SERVICE, TOPIC, TROUBLE, Choose, Open, Route, Wake
from kiosk.domain.trouble import TITLES
from kiosk.domain.visit import Visit
from kiosk.host import Host
from kiosk.loaders.catalog import load_catalog
from kiosk.widgets.pieces import Box
from tests.gui.pictures import picture, share
from tests.gui.windows import ROOT

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

WHOLE = pytest.mark.window(1920, 1080)


@pytest.mark.window(1920, 1080, content="no_centre")
def test_without_content_there_is_still_help(pilot: Pilot, host: Host) -> None:
    assert host.view is not None and host.view.route.name == TROUBLE
    for said in TITLES:
        assert pilot.sees(said.text)
    assert pilot.sees("112") and pilot.sees("110") and pilot.sees("Otto-Schill-Straße 2")
    assert share(picture(pilot), pilot, "night") > 0.5


@pytest.mark.window(1920, 1080, content="no_centre")
def test_without_content_touching_and_waiting_change_nothing(pilot: Pilot, host: Host) -> None:
    words = pilot.words()
    for at in ((960, 540), (20, 1060)):
        pilot.touch(Box(*at, 1, 1))
        pilot.advance(300)
        assert (pilot.words(), host.visit) == (words, Visit())


@pytest.mark.window(1920, 1080, content="one_bad_service")
def test_one_bad_service_takes_no_other_with_it(pilot: Pilot, host: Host) -> None:
    whole, _ = load_catalog(ROOT / "content", frozenset())
    assert whole is not None and "wohngeld" in whole.services
    host.send(Wake())
    host.send(Choose("de"))
    shown = host.scene().catalog
    assert list(shown.services) == [service for service in whole.services if service != "wohngeld"]
    for service in shown.services.values():
        host.send(Open(Route(SERVICE, service.id)))
        assert host.view is not None and host.view.route == Route(SERVICE, service.id)
        assert pilot.sees(service.name.said("de").text)
    host.send(Open(Route(TOPIC, whole.services["wohngeld"].topic)))
    assert not pilot.sees(whole.services["wohngeld"].name.said("de").text)


@WHOLE
@pytest.mark.parametrize("name", [SERVICE, TOPIC, ORGANISATIONS])
def test_a_way_that_leads_nowhere_shows_trouble_and_a_touch_leads_on(
    name: str, pilot: Pilot, host: Host, expected_log: list[str]
) -> None:
    expected_log.append("not in the content")
    host.send(Wake())
    host.send(Choose("ar"))
    host.send(Open(Route(name, "gone")))
    pilot.settle()
    assert all(pilot.sees(said.text) for said in TITLES) and pilot.sees("112")
    pilot.touch(Box(960, 540, 1, 1))
    assert host.visit == Visit()
    assert host.view is not None and host.view.route.name == ATTRACT


@WHOLE
def test_after_a_fault_in_time_itself_time_goes_on(
    pilot: Pilot, host: Host, expected_log: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a next look, a kiosk that nobody touches would never greet, warn or forget again."""
    from kivy.base import EventLoop
    from kivy.clock import Clock

    expected_log.append("a handler failed; going home")
    tick = host.tick

    def broken() -> float:
        monkeypatch.setattr(host, "tick", tick)
        raise ZeroDivisionError("time is out of joint")

    monkeypatch.setattr(host, "tick", broken)
    pilot.app._due.cancel()
    pilot.app._now()
    Clock.schedule_once(lambda _: setattr(EventLoop, "quit", True), 1.5)
    EventLoop.mainloop()
    EventLoop.quit = False
    assert pilot.app._due.is_triggered, "the next look is planned"


@WHOLE
def test_a_fault_of_ours_forgets_the_visit_and_the_kiosk_lives(
    pilot: Pilot, host: Host, expected_log: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture that cannot be painted, met in Kivy's own loop: logged, forgotten, and the next touch works."""
    from kivy.base import EventLoop
    from kivy.clock import Clock

    expected_log.append("a handler failed; going home")
    host.send(Wake())
    host.send(Choose("de"))
    present, stage = pilot.app.stage.present, pilot.app.stage

    def broken(view: object, sentence: object = None, focus: str = "") -> int:
        monkeypatch.setattr(stage, "present", present)
        raise ZeroDivisionError("this picture cannot be painted")

    monkeypatch.setattr(stage, "present", broken)
    Clock.schedule_once(lambda _: host.send(Open(Route("help"))), 0)
    Clock.schedule_once(lambda _: setattr(EventLoop, "quit", True), 0.1)
    EventLoop.mainloop()
    EventLoop.quit = False
    assert host.visit == Visit()
    assert host.view is not None and host.view.route.name in (ATTRACT, TROUBLE)
    while host.visit.route.name != "languages":
        pilot.touch(Box(960, 540, 1, 1))
    pilot.tap("Deutsch")
    assert host.visit.route == Route(HOME)
