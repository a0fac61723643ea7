"""When a change counts, with the time given: what editors and git do, one happening after the other."""

from __future__ import annotations

import pytest

from kiosk.live.settling import GONE_S, LONGEST_S, OPEN_S, QUIET_S, Settling
from kiosk.runtime.happening import Kind

Told = list[tuple[float, str, Kind]]
CREATED, WRITTEN, CLOSED, PUT, GONE, UNKNOWN = (
    Kind.CREATED,
    Kind.WRITTEN,
    Kind.CLOSED,
    Kind.PUT,
    Kind.GONE,
    Kind.UNKNOWN,
)


def due(told: Told) -> float | None:
    settling = Settling()
    for at, path, kind in told:
        settling.note(path, kind, at)
    return settling.due()


HABITS: dict[str, tuple[Told, float]] = {
    "written in place": ([(1, "a", WRITTEN), (1.01, "a", CLOSED)], 1.01 + QUIET_S),
    "written slowly and still open": ([(1, "a", WRITTEN)], 1 + OPEN_S),
    "written on": ([(1, "a", WRITTEN), (3, "a", WRITTEN)], 3 + OPEN_S),
    "closed at last": ([(1, "a", WRITTEN), (3, "a", CLOSED)], 3 + QUIET_S),
    "one closed, another open": ([(1, "a", WRITTEN), (2, "b", WRITTEN), (2.1, "b", CLOSED)], 1 + OPEN_S),
    "written beside and renamed": (
        [(1, "a.tmp", CREATED), (1, "a.tmp", WRITTEN), (1, "a.tmp", CLOSED), (1, "a.tmp", GONE), (1, "a", PUT)],
        1 + QUIET_S,
    ),
    "a temporary file that never became one": ([(1, "4913", CREATED), (1, "4913", GONE)], 1 + QUIET_S),
    "moved away and written anew": (
        [(1, "a", GONE), (1, "a~", PUT), (1.1, "a", CREATED), (1.1, "a", WRITTEN), (1.1, "a", CLOSED)],
        1.1 + QUIET_S,
    ),
    "removed": ([(1, "a", GONE)], 1 + GONE_S),
    "removed while another is saved": ([(1, "a", GONE), (2, "b", CLOSED)], 1 + GONE_S),
    "removed and put back": ([(1, "a", GONE), (2, "a", PUT)], 2 + QUIET_S),
    "removed for good after it was put back": ([(1, "a", GONE), (2, "a", CREATED), (3, "a", GONE)], 3 + GONE_S),
    "something unknown": ([(1, "", UNKNOWN)], 1 + QUIET_S),
}


@pytest.mark.parametrize("name", HABITS)
def test_a_change_counts_when_its_writer_has_finished(name: str) -> None:
    told, at = HABITS[name]
    assert due(told) == pytest.approx(at)


def test_while_nothing_happens_nothing_is_due() -> None:
    settling = Settling()
    assert settling.due() is None
    settling.note("a", CLOSED, 1)
    settling.forget()
    assert settling.due() is None and not settling.pending


def test_a_writer_without_rest_is_not_waited_for_for_ever() -> None:
    told: Told = [(1 + number / 10, "a", WRITTEN) for number in range(600)]
    assert due(told) == pytest.approx(1 + LONGEST_S)


def test_what_is_gone_is_waited_for_even_then() -> None:
    told: Told = [(1 + number / 10, "a", WRITTEN) for number in range(600)]
    assert due([*told, (60, "b", GONE)]) == pytest.approx(60 + GONE_S)
