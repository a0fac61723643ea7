"""Hooks and fixtures of tests with a real window."""

from tests.gui.windows import (
    expected_log,
    host,
    lobby,
    pilot,
    pytest_configure,
    pytest_runtest_makereport,
    pytest_runtest_protocol,
)

__all__ = [
    "expected_log",
    "host",
    "lobby",
    "pilot",
    "pytest_configure",
    "pytest_runtest_makereport",
    "pytest_runtest_protocol",
]
