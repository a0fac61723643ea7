"""The host: how a visitor is received, heard and led, and what happens when something is not there."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest
from msgspec.structs import replace

from kiosk.domain.navigation import (
    ATTRACT,
    HELP,
    HOME,
    LANGUAGES,
    SERVICE,
    TOPIC,
    TROUBLE,
    Back,
    Choose,
    Finish,
    Home,
    Listen,
    Louder,
    Open,
    Route,
    Turn,
    Wake,
)
from kiosk.domain.reading import Reading
from kiosk.domain.visit import NORMAL_VOLUME, VOLUMES, Visit
from kiosk.narrator import level
from kiosk.waiting import GREETING_S
from tests import builders
from tests.unit.terminal import Terminal

PAPERS, CARD = Route(TOPIC, "papiere"), Route(SERVICE, "anmelden")


def test_a_visitor_wakes_the_kiosk_chooses_a_language_and_comes_home(terminal: Terminal) -> None:
    assert terminal.route == ATTRACT
    terminal.send(Wake())
    assert terminal.route == LANGUAGES
    terminal.send(Choose("ar"))
    assert (terminal.route, terminal.view.language) == (HOME, "ar")
    assert terminal.view["topic.papiere"].name.text == "الأوراق"


def test_every_step_is_shown_and_kept_as_the_present_view(terminal: Terminal) -> None:
    terminal.come()
    for intent, route in ((Open(PAPERS), TOPIC), (Open(CARD), SERVICE), (Back(), TOPIC), (Home(), HOME)):
        terminal.send(intent)
        assert terminal.route == route
        assert terminal.host.view == terminal.view
    terminal.send(Finish())
    assert terminal.host.visit == Visit()
    assert terminal.route == ATTRACT


def test_a_key_wakes_the_kiosk_and_one_without_a_function_changes_nothing_later(terminal: Terminal) -> None:
    terminal.host.key()
    assert terminal.route == LANGUAGES
    terminal.send(Choose("ar"), Open(PAPERS))
    before = terminal.host.visit
    terminal.host.key()
    assert terminal.host.visit == before


def test_attract_greets_in_the_next_language_every_five_seconds(terminal: Terminal) -> None:
    greeted = []
    assert GREETING_S == 5.0
    for _ in range(5):
        greeted.append(terminal.view.language)
        terminal.pass_time(GREETING_S - 0.1)
        assert terminal.view.language == greeted[-1]
        terminal.pass_time(0.1)
    assert greeted == ["de", "ar", "en", "de", "ar"]


def test_while_somebody_is_there_the_greetings_rest(terminal: Terminal) -> None:
    terminal.come()
    for _ in range(4):
        terminal.pass_time(GREETING_S)
    terminal.send(Finish())
    assert terminal.view.language == "de"
    terminal.pass_time(GREETING_S)
    assert terminal.view.language == "ar"


def test_the_kiosk_wants_to_look_again_when_the_next_greeting_is_due(terminal: Terminal) -> None:
    assert terminal.wait == GREETING_S
    terminal.pass_time(2)
    assert terminal.wait == pytest.approx(GREETING_S - 2)


def test_the_kiosk_looks_at_the_full_minute_because_the_clock_is_shown() -> None:
    terminal = Terminal(now=datetime(2026, 11, 24, 12, 59, 58))
    assert terminal.wait == pytest.approx(2)
    terminal.come()
    closed = terminal.view["header.opening"].name
    terminal.live(2)
    opened = terminal.view["header.opening"].name
    assert closed == terminal.host.scene().say("open.closed.today", time="13:00")
    assert opened == terminal.host.scene().say("open.until", time="18:00")
    terminal.close()


def test_the_volume_reaches_the_player_at_once_and_the_next_visitor_has_the_usual_one(terminal: Terminal) -> None:
    """V-08."""
    terminal.come()
    terminal.send(Louder(1))
    terminal.send(Finish())
    told = [note for note in terminal.player.told if note.startswith("volume")]
    assert told == [f"volume {level(NORMAL_VOLUME + 1):g}", f"volume {level(NORMAL_VOLUME):g}"]


def test_a_step_of_volume_is_three_decibels_and_the_last_is_full() -> None:
    """V-08."""
    levels = [level(step) for step in range(1, VOLUMES + 1)]
    assert levels[-1] == 1.0
    assert levels[-1] / levels[0] == pytest.approx(10 ** (18 / 20)), "18 dB in all (EN 301 549 8.2.1)"
    steps = [louder / quieter for quieter, louder in pairwise(levels)]
    assert steps == [pytest.approx(10 ** (3 / 20))] * 6


def test_for_a_new_visitor_devices_and_voices_are_looked_for_anew(terminal: Terminal) -> None:
    assert (terminal.player.told, terminal.voices.renewed) == ([], 0)
    terminal.come()
    terminal.send(Open(PAPERS), Back())
    assert (terminal.player.told.count("open"), terminal.voices.renewed) == (1, 1)
    terminal.send(Finish(), Wake())
    assert (terminal.player.told.count("open"), terminal.voices.renewed) == (2, 2)


def test_without_a_voice_the_key_offers_another_language_and_without_any_sound_it_leads_to_help(
    terminal: Terminal,
) -> None:
    """V-09, V-14."""
    terminal.voices.mute = {"ar"}
    terminal.come("ar")
    scene = terminal.host.scene()
    assert terminal.view["bar.listen"].name == scene.say("listen.in", language=scene.say("language.de").text)
    assert terminal.view["bar.listen"].intent == Listen()
    terminal.send(Choose("de"))
    assert terminal.view["bar.listen"].name == terminal.host.scene().say("bar.listen")
    terminal.player.available = False
    terminal.pass_time(0)
    assert terminal.view["bar.listen"].name == terminal.host.scene().say("bar.silent")
    assert terminal.view["bar.listen"].intent == Open(Route(HELP))


def test_a_card_that_needs_more_pages_is_shown_again_with_page_keys(terminal: Terminal) -> None:
    terminal.stage.needs[SERVICE] = 2
    terminal.come()
    terminal.host.send(Open(CARD))
    assert terminal.view["pages.count"].of == 2, "at once, not only when the kiosk looks again"
    terminal.send(Turn(1))
    assert (terminal.view["pages.count"].amount, terminal.view["pages.count"].of) == (2, 2)
    terminal.send(Back())
    assert terminal.view.find("pages") is None


def test_only_what_can_be_seen_is_read_aloud(terminal: Terminal) -> None:
    """V-11."""
    terminal.stage.hidden = {"lead"}
    terminal.come()
    terminal.send(Open(CARD))
    whole = terminal.view.sentences()
    terminal.send(Listen())
    assert terminal.reading.count == len([sentence for sentence in whole if sentence.node != "lead"]) < len(whole)


def test_after_a_fault_the_visit_is_forgotten_and_the_reading_ends(terminal: Terminal) -> None:
    terminal.come_and_listen()
    terminal.pass_time(1)
    terminal.host.recover()
    assert terminal.host.visit == Visit()
    assert terminal.reading == Reading()
    assert terminal.route == ATTRACT
    terminal.come("en")
    assert terminal.view.language == "en"


def test_after_a_fault_under_the_warning_there_is_no_warning(terminal: Terminal) -> None:
    terminal.come()
    terminal.pass_time(90)
    assert terminal.view.overlay
    terminal.host.recover()
    terminal.come()
    assert terminal.view.overlay is None


def test_without_content_there_is_trouble_and_every_touch_is_borne() -> None:
    terminal = Terminal(catalog=None)
    assert terminal.route == TROUBLE
    for intent in (Wake(), Choose("ar"), Open(CARD), Listen(), Turn(1), Back(), Finish()):
        terminal.send(intent)
        assert terminal.route == TROUBLE
    terminal.live(300)
    assert terminal.route == TROUBLE
    terminal.close()


@pytest.mark.parametrize("route", [Route(SERVICE, "weg"), Route("nowhere"), Route(TOPIC)], ids=lambda route: route.name)
def test_a_route_that_leads_nowhere_is_trouble_is_logged_and_leads_back(
    terminal: Terminal, route: Route, caplog: pytest.LogCaptureFixture
) -> None:
    terminal.come("ar")
    terminal.send(Open(route))
    assert terminal.route == TROUBLE
    assert "not in the content" in caplog.text
    terminal.send(Back(), Open(route))
    assert caplog.text.count("not in the content") == 1, "it is told once, not at every visit"
    intent = terminal.view["trouble"].intent
    assert intent is not None
    terminal.send(intent)
    assert (terminal.route, terminal.host.visit) == (ATTRACT, Visit())


def test_a_word_that_is_missing_is_trouble_and_no_crash() -> None:
    known = dict(builders.strings().words)
    del known["home.title"]
    terminal = Terminal(strings=replace(builders.strings(), words=known))
    terminal.come()
    assert terminal.route == TROUBLE
    terminal.send(Open(Route(HELP)))
    assert terminal.route == HELP, "what is whole is shown"
    terminal.close()


def test_the_end_lets_go_of_voice_and_device() -> None:
    terminal = Terminal()
    terminal.close()
    assert terminal.player.told[-1] == "close"
    assert terminal.voices.closed
