"""Visits become sums, each thing once, and nothing else."""

from __future__ import annotations

import gc
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.modes import Mode
from kiosk.domain.navigation import Back, Choose, Finish, HearFrom, Listen, MoreTime, Toggle
from kiosk.domain.visit import Visit
from kiosk.usage.figures import Sums
from kiosk.usage.visitor import Visitor
from tests.unit.usage.lobby import CARD, LEFT, MONDAY, Lobby


@pytest.fixture
def lobby(tmp_path: Path) -> Lobby:
    return Lobby(tmp_path)


def by_figure(sums: Sums) -> dict[str, dict[str, int]]:
    made: dict[str, dict[str, int]] = {}
    for (figure, line), count in sums.items():
        made.setdefault(figure, {})[line] = count
    return made


def test_a_visit_counts_for_each_thing_once(lobby: Lobby) -> None:
    lobby.visit(
        *(Choose("ar"), CARD, Back(), CARD, Listen(), Listen(), HearFrom("title", "name", 0)),
        *(Toggle(Mode.LARGE), Toggle(Mode.LARGE), Toggle(Mode.LARGE), Choose("uk"), Finish()),
    )
    assert by_figure(lobby.held) == {
        "visits": {"": 1},
        "duration": {"120": 1},
        "ended": {"finish": 1},
        "language": {"uk": 1},
        "service": {"anmelden": 1},
        "used": {"audio": 1},
        "mode": {"large": 1},
    }


def test_nothing_is_counted_before_a_visit_is_over(lobby: Lobby) -> None:
    lobby.visit(Choose("ar"), CARD)
    lobby.rest()
    assert not lobby.held


def test_who_walks_away_is_not_counted_as_finishing_and_the_waiting_is_no_part_of_it(lobby: Lobby) -> None:
    lobby.visit(Choose("de"))
    lobby.wall.go_on(120)
    lobby.store.send(LEFT)
    assert by_figure(lobby.held) == {
        "visits": {"": 1},
        "duration": {"30": 1},
        "ended": {"idle": 1},
        "language": {"de": 1},
    }


def test_who_only_wakes_the_screen_has_no_duration(lobby: Lobby) -> None:
    lobby.visit(LEFT)
    assert by_figure(lobby.held) == {"visits": {"": 1}, "ended": {"idle": 1}}


def test_leaving_the_first_screen_is_an_end_of_their_own(lobby: Lobby) -> None:
    lobby.visit(Back())
    assert by_figure(lobby.held)["ended"] == {"finish": 1}


def test_a_visit_that_a_fault_breaks_off_has_no_end(lobby: Lobby) -> None:
    lobby.visit(Choose("de"))
    lobby.store.visit = Visit()  # as Host.recover does
    lobby.rest()
    assert by_figure(lobby.held) == {"visits": {"": 1}, "duration": {"30": 1}, "language": {"de": 1}}
    lobby.visit(Choose("de"))
    lobby.store.visit = Visit()
    lobby.visit(Finish())
    assert by_figure(lobby.held)["visits"] == {"": 3}


def test_after_the_reset_nothing_of_the_visit_is_left_in_the_program(lobby: Lobby) -> None:
    lobby.visit(Choose("ti"), CARD, MoreTime())
    during = lobby.counting._visitor
    assert during is not None and during.seen
    del during
    lobby.store.send(Finish())
    assert lobby.counting._visitor is None
    gc.collect()
    assert not [thing for thing in gc.get_objects() if isinstance(thing, Visitor)]
    state = [value for name, value in vars(lobby.counting).items() if name not in ("_shelf", "_calendar", "_clerk")]
    assert all(isinstance(value, int | float | bool | type(None)) or callable(value) for value in state[2:]), state
    book = lobby.counting._book
    assert (book.told, book.months, book.undated, book.undated_held) == ({}, {}, Sums(), Sums())
    assert set(book.held.values()) == {1}


def test_a_visit_over_midnight_belongs_to_the_day_on_which_it_ends(lobby: Lobby) -> None:
    lobby.wall.go_on(14 * 3600 - 30)
    for _ in range(5):
        lobby.visit(Finish(), each_s=1)
    lobby.visit(Choose("de"), CARD, each_s=20)
    assert lobby.counting._book.day == date(2026, 11, 23), "no day ends while somebody is there"
    lobby.store.send(Finish())
    assert lobby.counting._book.told[date(2026, 11, 23)]["visits", ""] == 5
    assert by_figure(lobby.held)["visits"] == {"": 1}


@pytest.mark.parametrize("jump", [timedelta(weeks=-2), timedelta(days=366), datetime(1970, 1, 1) - MONDAY], ids=str)
def test_a_clock_that_jumps_makes_no_sums_with_wrong_dates(jump: timedelta, lobby: Lobby) -> None:
    for _ in range(5):
        lobby.visit(Finish())
    lobby.wall.at += jump
    for _ in range(6):
        lobby.visit(Finish())
    lobby.rest(30 * 3600)
    lobby.wall.at -= jump
    for _ in range(5):
        lobby.visit(Finish())
    lobby.rest(24 * 3600)
    book = lobby.counting._book
    assert {day: sums["visits", ""] for day, sums in book.told.items()} == {
        date(2026, 11, 23): 5,
        date(2026, 11, 24): 5,
    }
    assert book.undated["visits", ""] == 5
    assert sum(book.undated_held[cell] for cell in [("visits", "")]) == 1


def test_a_clock_that_is_never_believed_still_tells_how_many_came(lobby: Lobby) -> None:
    lobby.wall.believed = False
    for _ in range(7):
        lobby.visit(Finish())
    lobby.counting.close()
    lobby.begin()
    assert lobby.counting._book.undated["visits", ""] == 5


def test_a_fault_in_counting_disturbs_no_visitor_and_is_told_once(
    lobby: Lobby, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Visitor, "step", lambda *_: 1 / 0)
    for _ in range(3):
        lobby.visit(Choose("ar"), CARD, Finish())
    assert lobby.store.visit == Visit()
    assert lobby.counting.faults == 3
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "ZeroDivisionError" in caplog.text
    monkeypatch.undo()
    lobby.visit(Finish())
    assert lobby.held["visits", ""] == 1
