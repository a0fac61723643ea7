"""A visitor who uses the keypad of a terminal without a window, and hears whatever is said to its end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.domain.keypad import Function
from kiosk.domain.reading import Status
from tests.unit.terminal import Terminal

NEXT, PREVIOUS, SELECT, BACK = Function.NEXT, Function.PREVIOUS, Function.SELECT, Function.BACK
HELP, HOME, LOUDER, QUIETER = Function.HELP, Function.HOME, Function.LOUDER, Function.QUIETER
IN, OUT, OTHER = Function.HEADPHONES_IN, Function.HEADPHONES_OUT, Function.OTHER


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal that nobody uses."""
    made = Terminal()
    yield made
    made.close()


@pytest.fixture
def home(terminal: Terminal) -> Terminal:
    """A visitor by keypad who hears German, at home."""
    come(terminal)
    return terminal


def heard(terminal: Terminal) -> list[str]:
    """All that is said from the sentence on that is being said now, or is next."""
    before = len(terminal.started) - (terminal.reading.status is Status.PLAYING)
    while terminal.reading.status is not Status.IDLE:
        if terminal.reading.status is Status.PREPARING:
            terminal.until_heard()
        terminal.sentence_ends()
    return terminal.started[before:]


def until_asked(terminal: Terminal) -> None:
    """Time passes until the kiosk asks whether somebody is still there."""
    while terminal.view.overlay is None:
        terminal.live(1)


def press(terminal: Terminal, *functions: Function) -> list[str]:
    """Press keys; what is heard after the last one."""
    terminal.key(*functions)
    return heard(terminal)


def come(terminal: Terminal, language: str = "de") -> None:
    """A visitor begins by a key, chooses their language and is at home; the introduction is over."""
    terminal.key(OTHER)
    while terminal.host.focus != f"language.{language}":
        terminal.key(NEXT)
    press(terminal, SELECT)


def go_to(terminal: Terminal, node: str) -> None:
    """On, stop by stop, to this one."""
    for _ in range(100):
        if terminal.host.focus == node:
            return
        terminal.key(NEXT)
    raise LookupError(f"{node} was not come by, only {terminal.host.focus}")
