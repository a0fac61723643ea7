"""Fixtures of the keypad's tests."""

from tests.unit.keypad.by_keys import home, terminal

__all__ = ["home", "terminal"]
