"""What was used last is kept, up to a weight."""

from __future__ import annotations

import pytest

from kiosk.text.cache import Latest


def test_a_value_is_made_once() -> None:
    made: list[int] = []
    kept: Latest[list[int]] = Latest(10)
    assert kept.get("a", lambda: made) is kept.get("a", lambda: [1]) is made


def test_the_longest_unused_goes_first() -> None:
    kept: Latest[str] = Latest(10, len)
    kept.get("a", lambda: "1234")
    kept.get("b", lambda: "1234")
    kept.get("a", lambda: "new")
    kept.get("c", lambda: "1234")
    assert (len(kept), kept.weight) == (2, 8)
    assert kept.get("a", lambda: "new") == "1234"
    assert kept.get("b", lambda: "new") == "new"


def test_one_that_is_too_heavy_is_still_given() -> None:
    kept: Latest[str] = Latest(3, len)
    assert kept.get("a", lambda: "12345") == "12345"
    kept.get("b", lambda: "1")
    assert (len(kept), kept.weight) == (1, 1)


@pytest.mark.parametrize("value", [False, 0, None, ""])
def test_a_value_that_says_nothing_is_kept_too(value: object) -> None:
    kept: Latest[object] = Latest(10)
    assert kept.get("a", lambda: value) is kept.get("a", lambda: "new") is value
