"""What the safe page needs, tells and survives; on a real screen in tests/gui/test_safe_page.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.safe_mode import program
from kiosk.safe_mode.page import PixelLetters, SetLetters
from kiosk.text.fonts import FontsMissing

ROOT = Path(__file__).resolve().parents[3]
NEVER = ("yaml", "kivy", "pygame", "PIL", "qrcode", "kiosk.loaders", "kiosk.content", "kiosk.audio", "kiosk.app")
"""Any of it may be what is broken."""


def test_it_loads_nothing_that_may_be_broken() -> None:
    """By a Python without site-packages: the standard library is all there is."""
    look = "import sys, kiosk.cli, kiosk.safe_mode.program; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-S", "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = told.stdout.split()
    assert [name for name in loaded if name.startswith(NEVER)] == []


def test_without_fonts_it_writes_with_squares(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise FontsMissing("NotoSans", "apt")

    assert isinstance(program.letters_there(), SetLetters)
    monkeypatch.setattr("kiosk.safe_mode.page.Engine", missing)
    assert isinstance(program.letters_there(), PixelLetters)
    assert "NotoSans" in caplog.text


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({}, "safe-mode"),
        ({"MONITOR_SERVICE_RESULT": "start-limit-hit"}, "start-limit-hit"),
        ({"MONITOR_SERVICE_RESULT": "exit-code", "MONITOR_EXIT_STATUS": "2"}, "exit-code 2"),
        ({"MONITOR_SERVICE_RESULT": "watchdog", "MONITOR_EXIT_STATUS": "ABRT"}, "watchdog ABRT"),
    ],
)
def test_staff_read_systemds_words(environ: dict[str, str], code: str) -> None:
    assert program.code_of(environ) == code


def test_prometheus_is_told_atomically_or_not_at_all(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    program.tell_metrics({})
    program.tell_metrics({"STATE_DIRECTORY": str(tmp_path)})
    assert [file.name for file in (tmp_path / "metrics").iterdir()] == ["safe_mode.prom"]
    assert (tmp_path / "metrics" / "safe_mode.prom").read_text().splitlines()[-1] == "kiosk_safe_mode 1"
    (tmp_path / "file").touch()
    program.tell_metrics({"STATE_DIRECTORY": str(tmp_path / "file")})
    assert "nobody is told" in caplog.text
