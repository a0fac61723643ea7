"""Somebody has gone, or only thinks: the question, its countdown, and what answers it (EN 301 549 11.2.2.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.navigation import HELP, HOME, SERVICE, Choose, Louder, Open, Route, Wake
from kiosk.domain.visit import Visit
from kiosk.host import Host
from kiosk.widgets.pieces import Box
from tests.gui.pictures import picture
from tests.gui.windows import Lobby

if TYPE_CHECKING:
    from kiosk.stage.pilot import Pilot

pytestmark = pytest.mark.window(1920, 1080)
AFTER_S, WARN_S, READING_AFTER_S = 90, 30, 180


@pytest.fixture
def visitor(pilot: Pilot, host: Host) -> Pilot:
    """Somebody at home who reads Ukrainian and likes it loud, and then does nothing more."""
    host.send(Wake())
    host.send(Choose("uk"))
    host.send(Louder(1))
    pilot.settle()
    return pilot


def seconds_left(host: Host) -> int | None:
    """What the countdown says; None without one."""
    node = host.view.find("idle.seconds") if host.view else None
    return int(node.name.text) if node else None


def test_after_a_minute_and_a_half_the_question_comes_and_counts_down(visitor: Pilot, host: Host) -> None:
    """I-01, I-03."""
    visitor.advance(AFTER_S - 1)
    assert visitor.app.stage.overlay is None
    visitor.advance(1)
    for left in range(WARN_S, 0, -1):
        assert seconds_left(host) == left
        assert str(left) in visitor.words()
        visitor.advance(1)
    assert host.visit == Visit()


def test_the_question_is_asked_in_the_visitors_words_and_covers_the_page(visitor: Pilot, host: Host) -> None:
    """I-02."""
    title = host.scene().say("home.title").text
    page = picture(visitor)
    assert visitor.sees(title)
    visitor.advance(AFTER_S)
    for key in ("idle.title", "idle.restart", "idle.private", "idle.seconds", "idle.more", "idle.finish"):
        assert visitor.sees(host.scene().say(key).text), key
    assert not visitor.sees(title)
    assert (picture(visitor) != page).any(axis=2).mean() > 0.5


@pytest.mark.parametrize("at", [(10, 10), (960, 1060), (1900, 500), (200, 980)])
def test_any_touch_means_more_time(at: tuple[float, float], visitor: Pilot, host: Host) -> None:
    """I-01: wherever it lands, on a key of the page beneath too; the visit is as it was, and the time begins anew."""
    before = host.visit
    visitor.advance(AFTER_S + 7)
    visitor.touch(Box(*at, 1, 1))
    assert (host.visit, seconds_left(host), visitor.app.stage.overlay) == (before, None, None)
    visitor.advance(AFTER_S - 1)
    assert seconds_left(host) is None
    visitor.advance(1)
    assert seconds_left(host) == WARN_S


def test_more_time_can_be_had_again_and_again_with_one_tap(visitor: Pilot, host: Host, lobby: Lobby) -> None:
    """I-01."""
    before = host.visit
    for _ in range(12):  # WCAG 2.2.1: at least ten times
        for seconds in (AFTER_S + 0.5, WARN_S - 1):  # half a second more: sums of 0.6 s are not exact
            lobby.given.now += seconds
            visitor.app._tick()
        assert seconds_left(host) == 1
        visitor.tap(host.scene().say("idle.more").text)
        assert (host.visit, seconds_left(host)) == (before, None)


def test_the_finger_that_comes_down_is_enough(visitor: Pilot, host: Host) -> None:
    """Somebody who rests a finger on the glass is there: the countdown ends before it lifts."""
    visitor.advance(AFTER_S + WARN_S - 1)
    visitor.press(960, 900)
    visitor.advance(2)
    assert host.visit.route == Route(HOME)
    visitor.release(960, 900)
    assert host.visit.route == Route(HOME)


def test_finish_ends_the_visit_at_once(visitor: Pilot, host: Host) -> None:
    visitor.advance(AFTER_S + 3)
    visitor.tap(host.scene().say("idle.finish").text)
    assert host.visit == Visit()
    assert host.view is not None and host.view.route.name == "attract"


def test_a_slow_finger_finishes_too(visitor: Pilot, host: Host) -> None:
    """The first touch is a sign of life, but the key under the finger stays until it lifts."""
    visitor.advance(AFTER_S + 3)
    at = visitor.app.stage.at("idle.finish")
    assert at is not None
    visitor.press(*at.center)
    visitor.advance(3)
    assert visitor.app.stage.pressed == "idle.finish"
    visitor.release(*at.center)
    assert host.visit == Visit()


def test_something_that_leans_on_the_question_does_not_hold_it_for_ever(visitor: Pilot, host: Host) -> None:
    visitor.advance(AFTER_S + 3)
    visitor.press(960, 900)
    visitor.advance(6)
    assert (host.scene().countdown, visitor.app.stage.overlay) == (None, None)
    visitor.release(960, 900)
    assert host.visit.route == Route(HOME)


def test_nothing_of_the_visit_is_left_when_the_time_is_up(visitor: Pilot, host: Host) -> None:
    host.send(Open(Route(HELP)))
    visitor.settle()
    words = set(visitor.words())
    visitor.advance(AFTER_S + WARN_S)
    assert host.visit == Visit()
    brand = {"Türöffner", "Willkommenszentrum Leipzig"}
    assert set(visitor.words()) & words <= brand
    visitor.advance(600)
    assert host.view is not None and host.view.route.name == "attract" and host.view.overlay is None


def test_a_task_card_gives_more_time_to_read(visitor: Pilot, host: Host) -> None:
    """I-03."""
    host.send(Open(Route(SERVICE, next(iter(host.scene().catalog.services)))))
    visitor.advance(READING_AFTER_S - 1)
    assert seconds_left(host) is None
    visitor.advance(1)
    assert seconds_left(host) == WARN_S


def test_every_touch_starts_the_time_anew(visitor: Pilot, host: Host) -> None:
    for _ in range(3):
        visitor.advance(AFTER_S - 1)
        visitor.touch(Box(20, 600, 1, 1))  # on nothing: being there is enough
        assert seconds_left(host) is None
    assert host.visit.route == Route(HOME)


def test_a_screen_that_was_frozen_asks_before_it_forgets(visitor: Pilot, host: Host, lobby: Lobby) -> None:
    """The machine slept for an hour: the full warning comes first."""
    lobby.given.now += 3600
    visitor.app._tick()
    assert seconds_left(host) == WARN_S
    assert host.visit.route == Route(HOME)


@pytest.mark.window(1920, 1080, sound=True)
def test_the_question_is_spoken_and_the_answer_silences_it(visitor: Pilot, host: Host, lobby: Lobby) -> None:
    """I-02."""
    visitor.advance(AFTER_S)
    visitor.wait_until(lobby.player.busy, "the question is heard")
    view = host.view
    assert view is not None
    assert view.sentences()[0].utterance.text == host.scene().say("idle.title").text
    assert {sentence.node for sentence in view.sentences()} <= {node.id for node in view["idle"].walk()}
    assert visitor.app.stage.overlay is not None  # its own voice is no sign of life
    visitor.tap(host.scene().say("idle.more").text)
    assert not lobby.player.busy()
    assert seconds_left(host) is None
