"""What the tests of the host have in common."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.terminal import Terminal


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal()
    yield made
    made.close()
