"""The greetings of the waiting screen: each in its turn, whatever is called out in between."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from kiosk.runtime.calling import CallingOut
from kiosk.waiting import GREETING_S, Waiting

EVERY_S = 60.0


class Afternoon:
    """A clock that can be trusted, at an hour at which it is not silent."""

    def now(self) -> datetime:
        """Always the same."""
        return datetime(2026, 11, 24, 14, 32)

    def trusted(self) -> bool:
        """Always."""
        return True


@pytest.mark.parametrize("languages", [3, 4, 12, 17])
def test_no_greeting_is_passed_over_for_a_call(languages: int) -> None:
    """With many languages somebody would else wait for their own for minutes."""
    now, shown, called = 0.0, [0], 0
    waiting = Waiting(Afternoon(), lambda: now, CallingOut(EVERY_S, time(18), time(8)))  # type: ignore[arg-type]
    for _ in range(20 * languages):
        now += GREETING_S
        called += waiting.tick(now, lambda: [True] * languages)
        shown.append(waiting.greeting % languages)
    assert called == pytest.approx(20 * languages * GREETING_S / EVERY_S, abs=1)
    calls_a_round = 1 + int(languages * GREETING_S // EVERY_S)
    longest = languages + 2 * calls_a_round
    assert all(len({*shown[at : at + longest]}) == languages for at in range(len(shown) - longest))
