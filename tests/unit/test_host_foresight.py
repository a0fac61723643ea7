"""What a finger rests on is made ready, unless it would not be shown when the finger lifts."""

from __future__ import annotations

import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import SERVICE, TOPIC, ByEar, Home, Listen, Louder, Open, Route, Toggle, Turn, Wake
from kiosk.domain.node import View
from kiosk.presenters.registry import present
from kiosk.presenters.scene import Scene
from kiosk.standing import Words
from tests import builders
from tests.unit.terminal import AFTER_S, Terminal

PAPERS = Open(Route(TOPIC, "papiere"))


def test_what_is_foreseen_is_what_comes(terminal: Terminal) -> None:
    terminal.stage.needs = {SERVICE: 3}
    terminal.come()
    for intent in (PAPERS, Open(Route(SERVICE, "anmelden")), Turn(1), Toggle(Mode.LARGE)):
        terminal.host.foresee(intent)
        foreseen = terminal.stage.foreseen.pop()
        assert not terminal.stage.foreseen and foreseen != terminal.view
        terminal.send(intent)
        assert terminal.view is foreseen


def test_a_move_that_ends_the_reading_is_foreseen_with_its_end(terminal: Terminal) -> None:
    terminal.come_and_listen()
    terminal.host.foresee(Home())
    foreseen = terminal.stage.foreseen.pop()
    terminal.send(Home())
    assert terminal.view is foreseen


def test_what_the_content_lacks_is_told_of_when_it_is_opened_and_not_before(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def lacking(scene: Scene) -> View:
        if scene.visit.route.name == TOPIC:
            raise KeyError("topic")
        return present(scene)

    terminal.come()
    monkeypatch.setattr("kiosk.showing.present", lacking)
    terminal.host.foresee(PAPERS)
    assert (terminal.stage.foreseen, caplog.records) == ([], [])
    terminal.send(PAPERS)
    assert "not in the content: topic" in caplog.text


def test_nothing_is_foreseen_of_what_concerns_the_voice(terminal: Terminal) -> None:
    terminal.come()
    for intent in (Listen(), Louder(1), ByEar()):
        terminal.host.foresee(intent)
    assert terminal.stage.foreseen == []


def test_by_ear_where_the_first_touch_only_says_what_a_key_is_nothing_is_foreseen(terminal: Terminal) -> None:
    terminal.send(Wake(), ByEar())
    terminal.host.foresee(PAPERS)
    assert terminal.stage.foreseen == []


def test_nothing_is_foreseen_under_the_question_whether_somebody_is_there(terminal: Terminal) -> None:
    terminal.come()
    terminal.pass_time(AFTER_S + 1)
    assert terminal.view.overlay is not None
    terminal.host.foresee(PAPERS)
    assert terminal.stage.foreseen == []


def test_nothing_is_foreseen_of_content_that_is_about_to_be_replaced(terminal: Terminal) -> None:
    terminal.come()
    terminal.host.standing.offer(Words(builders.CATALOG, builders.strings(), lambda utterance: utterance))
    terminal.host.foresee(PAPERS)
    assert terminal.stage.foreseen == []


def test_without_content_there_is_nothing_to_foresee() -> None:
    bare = Terminal(catalog=None)
    bare.host.foresee(Wake())
    assert bare.stage.foreseen == []
    bare.close()
