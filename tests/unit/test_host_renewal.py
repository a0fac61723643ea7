"""When a visitor sees other content: at the next move, at the place where they are, and never under their eyes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.domain.navigation import ATTRACT, HOME, SERVICE, TOPIC, Back, Finish, Listen, Louder, MoreTime, Open, Route
from kiosk.domain.node import View
from kiosk.standing import Words
from tests import builders
from tests.unit.terminal import AFTER_S, Terminal

OTHER = builders.words("Andere Papiere", "أوراق أخرى", "Other papers")


@pytest.fixture
def terminal() -> Terminal:
    """A visitor who looks at the services of a topic, and other content that waits: the topic has another name, and one
    of its services is gone."""
    made = Terminal()
    made.come("de")
    made.send(Open(Route(TOPIC, "papiere")))
    here = builders.CATALOG
    topics = {**here.topics, "papiere": replace(here.topics["papiere"], name=OTHER)}
    services = {id: one for id, one in here.services.items() if id != "anmelden"}
    catalog = replace(here, topics=topics, services=services)
    made.host.standing.offer(Words(catalog, builders.strings(), lambda utterance: utterance))
    return made


def shows_new(view: View) -> bool:
    return any(node.name and node.name.text == "Andere Papiere" for node in view.nodes())


def test_nothing_changes_under_the_eyes_of_a_visitor(terminal: Terminal) -> None:
    before = terminal.view
    terminal.send(Louder(1))
    terminal.send(Listen())
    terminal.pass_time(AFTER_S / 2)
    assert replace(terminal.view, overlay=None).main == before.main
    assert not shows_new(terminal.view) and terminal.host.standing.waits


def test_at_the_next_move_it_is_there(terminal: Terminal) -> None:
    terminal.send(Back())
    assert terminal.route == HOME and shows_new(terminal.view) and not terminal.host.standing.waits


def test_who_opens_what_is_gone_stays_before_it(terminal: Terminal) -> None:
    terminal.send(Open(Route(SERVICE, "anmelden")))
    assert terminal.route == TOPIC and shows_new(terminal.view)
    terminal.send(Back())
    assert terminal.route == HOME


def test_never_under_the_question_whether_somebody_is_there(terminal: Terminal) -> None:
    terminal.pass_time(AFTER_S + 1)
    assert terminal.view.overlay
    terminal.send(MoreTime())
    assert not terminal.view.overlay and not shows_new(terminal.view)
    terminal.send(Back())
    assert shows_new(terminal.view)


def test_who_has_gone_leaves_the_kiosk_at_rest_for_it(terminal: Terminal) -> None:
    assert not terminal.host.at_rest
    terminal.send(Finish())
    assert terminal.route == ATTRACT and terminal.host.at_rest
    terminal.host.renew()
    terminal.come("de")
    assert shows_new(terminal.view)
