"""Hooks and fixtures of tests with a real window."""

from tests.gui.hands import fill, home
from tests.gui.windows import (
    expected_log,
    host,
    lobby,
    pilot,
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_runtest_makereport,
)

__all__ = [
    "expected_log",
    "fill",
    "home",
    "host",
    "lobby",
    "pilot",
    "pytest_collection_modifyitems",
    "pytest_configure",
    "pytest_runtest_makereport",
]
