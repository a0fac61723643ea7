"""The visitor of the issue: just moved, reads one language, never saw this machine. By what can be read on it, and only
by that, the way leads from the sleeping screen to what to bring, and nothing stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.utterance import spoken
from kiosk.domain.visit import Visit
from kiosk.host import Host
from tests.gui.pictures import decoded, picture

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

SERVICE_ID = "wohnung-anmelden"
BRAND = {"Türöffner", "Willkommenszentrum Leipzig"}
LANGUAGES = pytest.mark.parametrize("code", ["de", "en", "ar", "uk"])
SIZES = pytest.mark.parametrize(
    "size",
    [
        pytest.param(size, marks=pytest.mark.window(*size), id="x".join(map(str, size)))
        for size in ((1920, 1080), (1080, 1920))
    ],
)


def wake(pilot: Pilot, host: Host, code: str) -> None:
    """Wait until the screen greets in the visitor's language, touch it, and choose the language by its own name."""
    catalog = host.scene().catalog
    language = catalog.language(code)
    for _ in range(10 * len(catalog.languages)):
        if pilot.sees(language.touch):
            break
        pilot.advance(1)
    assert pilot.sees(language.touch)
    pilot.tap(language.touch)
    pilot.tap(language.name)


def open_service(pilot: Pilot, host: Host, code: str) -> None:
    """By topic and service, both in the visitor's words."""
    catalog = host.scene().catalog
    service = catalog.services[SERVICE_ID]
    assert pilot.sees(host.scene().say("home.title").text)
    pilot.tap(catalog.topics[service.topic].name.said(code).text)
    pilot.tap(service.name.said(code).text)


def read_all(pilot: Pilot, host: Host) -> list[str]:
    """All words of a card, page by page, where it has several."""
    words = pilot.words()
    for _ in range(pilot.app.stage.page.pages - 1):
        at = pilot.app.stage.at("pages.next")
        assert at is not None
        pilot.touch(at)
        words += pilot.words()
    return words


@SIZES
@LANGUAGES
def test_from_the_sleeping_screen_to_what_to_bring(size: object, code: str, pilot: Pilot, host: Host) -> None:
    wake(pilot, host, code)
    open_service(pilot, host, code)
    service = host.scene().catalog.services[SERVICE_ID]
    (address,) = decoded(picture(pilot))
    link = service.link.page(code)
    assert link is not None and address == link.url
    words = read_all(pilot, host)
    for wanted in (service.name, service.what, *service.bring, service.next_step):
        assert spoken(wanted.said(code).text) in words
    assert spoken(host.scene().say("card.bring").text) in words


@SIZES
@LANGUAGES
def test_it_is_told_in_the_visitors_language(size: object, code: str, pilot: Pilot, host: Host) -> None:
    """Not in German with a foreign frame: what counts on this way is translated."""
    wake(pilot, host, code)
    service = host.scene().catalog.services[SERVICE_ID]
    topic = host.scene().catalog.topics[service.topic]
    for words in (topic.name, service.name, service.what, *service.bring, service.next_step):
        assert words.said(code).language == code
    for key in ("home.title", "card.bring", "bar.back", "bar.home", "bar.finish", "code.scan"):
        assert host.scene().say(key).language == code


@SIZES
@LANGUAGES
def test_back_home_and_finish_leave_nothing_behind(size: object, code: str, pilot: Pilot, host: Host) -> None:
    wake(pilot, host, code)
    say = host.scene().say
    open_service(pilot, host, code)
    page = {word for word in pilot.words() if not word.isdigit()}
    pilot.tap(say("bar.back").text)
    assert pilot.sees(host.scene().catalog.topics[host.scene().catalog.services[SERVICE_ID].topic].what.said(code).text)
    pilot.tap(say("bar.home").text)
    assert pilot.sees(say("home.title").text)
    pilot.tap(say("bar.finish").text)
    assert host.visit == Visit()
    assert host.view is not None and host.view.route.name == "attract"
    assert set(pilot.words()) & page <= BRAND
    pilot.touch(pilot.app.stage.at("wake"))  # type: ignore[arg-type]
    assert host.scene().language == "de"  # the next visitor is asked again
    assert host.view.route.name == "languages"


@pytest.mark.window(1920, 1080)
@LANGUAGES
def test_a_visitor_who_walks_away_leaves_nothing_behind(code: str, pilot: Pilot, host: Host) -> None:
    wake(pilot, host, code)
    open_service(pilot, host, code)
    page = {word for word in pilot.words() if not word.isdigit()}
    pilot.advance(180 + 30)
    assert host.visit == Visit()
    assert set(pilot.words()) & page <= BRAND
