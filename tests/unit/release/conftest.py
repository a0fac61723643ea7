"""A desk for each test, and a site where that needs one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.release.desk import Desk
from tests.unit.release.https_server import Site, certificate, serving


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk and a terminal that has not shown anything yet."""
    return Desk(tmp_path / "desk")


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def site(pem: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(pem))
    with serving(pem) as found:
        yield found
