from __future__ import annotations

import pytest

from kiosk.text.engine import Engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine()
