"""Some monkeys, a few at every change; `make monkey` has many more of them (docs/proof.md)."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.navigation import HELP, HOME, LANGUAGES, TOPIC
from tests.gui.monkey import ACTS, monkey_house

SEEDS, ACTS_EACH = (1, 2), 450
DUMMY = {"SDL_AUDIODRIVER": "dummy"}
"""A loudspeaker that takes sound, and that nobody hears."""


def test_monkeys_leave_the_kiosk_as_they_found_it(tmp_path: Path) -> None:
    """It stays the one window on the whole screen, at a place that visitors know, forgets who has gone, complains of
    nothing and writes nothing."""
    with monkey_house(tmp_path, DUMMY) as monkey:
        for seed in SEEDS:
            monkey.play(seed, ACTS_EACH)
    assert set(monkey.did) == {act.__name__ for act in ACTS}
    assert {HOME, LANGUAGES, TOPIC, HELP} <= set(monkey.routes), "a monkey that sees nothing proves nothing"
