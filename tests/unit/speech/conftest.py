"""The speech service on the loopback, for the real gTTS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.speech.loopback_google import LoopbackGoogle, make_certificate


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all tests."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def google(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackGoogle]:
    """The service; gTTS finds it by its environment alone."""
    with LoopbackGoogle(certificate) as server:
        monkeypatch.setenv("https_proxy", server.proxy)
        yield server
