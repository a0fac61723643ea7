"""A key is known by its name, and a trembling hand or a bouncing key acts once."""

from __future__ import annotations

import logging

import pytest

from kiosk.domain.keypad import QUICK, USUAL, Function, usual_keys
from kiosk.runtime.keys import KeyFunctions

SLOW = sorted(set(Function) - QUICK - {Function.OTHER}, key=lambda function: function.value)


def made(settle_s: float = 0.5) -> KeyFunctions:
    """The functions of keys called by their functions."""
    return KeyFunctions({function.value: function for function in USUAL}, settle_s)


@pytest.mark.parametrize("function", SLOW)
def test_the_same_again_within_half_a_second_is_an_echo(function: Function) -> None:
    """S-05."""
    keys = made()
    found = [keys.press(function.value, now) for now in (10.0, 10.1, 10.49, 11.0)]
    assert found == [function, None, None, function]


def test_a_hand_that_goes_on_trembling_acts_once() -> None:
    """S-05: however long."""
    keys = made()
    found = [keys.press("select", 10 + number * 0.3) for number in range(10)]
    assert found == [Function.SELECT, *[None] * 9]


@pytest.mark.parametrize("function", sorted(QUICK, key=lambda function: function.value))
def test_steps_may_follow_quickly_and_none_is_lost(function: Function) -> None:
    keys = made()
    found = [keys.press(function.value, 10 + number * 0.2) for number in range(5)]
    assert found == [function] * 5
    bouncing = [keys.press(function.value, 20 + number * 0.06) for number in range(6)]
    assert bouncing == [function, None, None, function, None, None]


def test_different_keys_do_not_wait_for_each_other() -> None:
    keys = made()
    assert [keys.press(name, 10.0) for name in ("select", "back", "select")] == [Function.SELECT, Function.BACK, None]


def test_two_keys_of_one_function_are_one_wish() -> None:
    """K-01: enter and the enter of the number pad."""
    keys = KeyFunctions(usual_keys(), 0.5)
    assert [keys.press(name, 10.0) for name in ("enter", "numpadenter")] == [Function.SELECT, None]


def test_the_time_is_set_per_terminal() -> None:
    """EN 301 549 5.8: adjustable."""
    assert [made(0).press("select", 10.0) for _ in range(2)] == [Function.SELECT] * 2
    keys = made(2)
    assert [keys.press("select", now) for now in (10.0, 11.9)] == [Function.SELECT, None]
    keys = made(0.1)
    assert [keys.press("next", now) for now in (10.0, 10.11)] == [Function.NEXT] * 2


@pytest.mark.parametrize("keys", [usual_keys(), {"f13": Function.NEXT, "f14": Function.SELECT}], ids=["usual", "own"])
def test_two_maps_of_keys(keys: dict[str, Function]) -> None:
    """K-01: whatever a keypad sends can be given a function, and what has none is a key without one."""
    functions = KeyFunctions(keys, 0.5)
    assert [functions.press(name, 10.0 + number) for number, name in enumerate(keys)] == list(keys.values())
    assert functions.press("q", 30.0) is Function.OTHER


def test_a_key_without_a_function_is_told_once_by_its_name(caplog: pytest.LogCaptureFixture) -> None:
    """So IT finds out what a keypad sends; of keys that work nothing is written down."""
    caplog.set_level(logging.INFO)
    keys = made()
    for number, name in enumerate(("f16", "f16", "select", "", "next", "")):
        keys.press(name, 10.0 + number)
    assert [record.getMessage().partition("): ")[2] for record in caplog.records] == ["f16", "it has no name"]
