"""How a long run shows how far it is: on a terminal, and in a log file."""

from __future__ import annotations

import io

import pytest

from kiosk.speech.engine import Voice
from kiosk.staff.figures import duration, megabytes
from kiosk.staff.progress import CLEAR_LINE
from kiosk.staff.voice.progress import Progress

DE = Voice("gtts", "de", "de")


class Terminal(io.StringIO):
    """Somebody is looking."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Each clip takes three seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_log_file_gets_a_line_for_each_sentence_with_the_time_that_is_left(clock: Clock) -> None:
    out = io.StringIO()
    progress = Progress(41, out, clock)
    for text in ("Hallo.", "Guten Tag."):
        clock.now += 3
        progress.made(DE, text)
    progress.end()
    assert out.getvalue() == "1/41  de  noch/left 2 min  Hallo.\n2/41  de  noch/left 2 min  Guten Tag.\n"


def test_a_terminal_gets_one_line_that_grows(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = Terminal()
    progress = Progress(4, out, clock)
    for _ in range(4):
        clock.now += 3
        progress.made(DE, "Hallo.")
    progress.end()
    assert out.getvalue().split(CLEAR_LINE)[1:] == [
        "[#####---------------]  25%  1/4  de  noch/left 9 s",
        "[##########----------]  50%  2/4  de  noch/left 6 s",
        "[###############-----]  75%  3/4  de  noch/left 3 s",
        "[####################] 100%  4/4  de  noch/left 0 s\n",
    ]


def test_what_was_refused_stays_above_the_line(clock: Clock) -> None:
    out = Terminal()
    progress = Progress(4, out, clock)
    progress.made(DE, "Hallo.")
    progress.refused(DE, "Guten Tag.", "no sound")
    progress.gave_up(DE, 8)
    progress.waits(30, "too many")
    lines = [line for line in out.getvalue().split(CLEAR_LINE) if line.endswith("\n")]
    assert lines[0] == "de  ! Guten Tag.: no sound\n"
    assert "8 refusals in a row" in lines[1]
    assert lines[2] == "… 30 s Pause / rest: too many\n"


def test_a_narrow_terminal_is_not_overrun(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    out = Terminal()
    Progress(4, out, clock).made(DE, "Hallo.")
    assert len(out.getvalue().removeprefix(CLEAR_LINE)) == 29


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (89, "89 s"), (91, "2 min"), (3600, "60 min"), (7500, "2:05 h")]
)
def test_times_are_as_exact_as_they_need_to_be(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_a_megabyte_has_a_million_bytes() -> None:
    assert megabytes(18_249_000) == "18.2"
