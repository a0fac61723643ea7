"""A companion: asked, answered, lost, replaced; and never more than one process at a time."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.speech.companion import Companion, CompanionLost
from tests.unit.speech.waiting import Notes, ends

ECHO = """
import os, sys
from kiosk.speech.lines import Lines

lines = Lines()
print("a library prints to stdout")
while True:
    request = lines.requests.get()
    match request["do"]:
        case "echo":
            lines.answer(request, text=request["text"])
        case "event":
            lines.event("late", number=1)
            lines.answer(request)
        case "exit":
            os._exit(7)
        case "half a line":
            os.write(lines._out.fileno(), b'{"answer": ')
            os._exit(0)
"""


@pytest.fixture
def events() -> Notes:
    return Notes()


@pytest.fixture
def losses() -> Notes:
    return Notes()


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, events: Notes, losses: Notes) -> Iterator[Companion]:
    (tmp_path / "echo_companion.py").write_text(ECHO)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    companion = Companion("echo_companion", lambda line: events(line["event"]), losses)
    yield companion
    companion.kill()


def test_it_is_asked_and_answers_whatever_it_prints(child: Companion) -> None:
    assert not child.running
    assert child.ask(10, do="echo", text="grüß dich\n؟")["text"] == "grüß dich\n؟"
    first = child.pid
    assert child.ask(10, do="echo", text="")["text"] == ""
    assert child.pid == first


def test_events_are_told_apart_from_answers(child: Companion, events: Notes) -> None:
    child.ask(10, do="event")
    events.until("late")


@pytest.mark.parametrize(("order", "code"), [("exit", "7"), ("half a line", "0")])
def test_one_that_ends_is_reported_and_replaced(child: Companion, losses: Notes, order: str, code: str) -> None:
    with pytest.raises(CompanionLost, match=f"code {code}"):
        child.ask(10, do=order)
    losses.until(f"echo_companion ended with code {code}")
    assert not child.running
    assert child.ask(10, do="echo", text="again")["text"] == "again"


def test_one_that_hangs_is_killed_and_replaced(child: Companion, losses: Notes) -> None:
    child.ask(10, do="echo", text="")
    hanging = child.pid
    os.kill(hanging, signal.SIGSTOP)
    with pytest.raises(CompanionLost, match="no answer to 'echo'"):
        child.ask(0.1, do="echo", text="")
    assert ends(hanging)
    assert child.ask(10, do="echo", text="again")["text"] == "again"
    assert losses.all == [], "it was killed, it did not end by itself"


def test_killing_is_not_a_loss(child: Companion, losses: Notes) -> None:
    child.ask(10, do="echo", text="")
    pid = child.pid
    child.kill()
    assert not child.running
    assert child.pid == 0
    assert ends(pid)
    child.kill()
    assert losses.all == []


def test_one_that_cannot_be_started_is_lost(child: Companion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(CompanionLost, match="could not be started"):
        child.ask(10, do="echo", text="")
