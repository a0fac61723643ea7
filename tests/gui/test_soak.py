"""Three hundred visitors to one kiosk, one after another: nothing grows, nobody gets stuck. `make soak` has thousands
of them (docs/proof.md)."""

from __future__ import annotations

import faulthandler
import json
import subprocess
import sys
from pathlib import Path

from kiosk.domain.navigation import ROUTES, TROUBLE
from tests.gui.windows import ROOT

VISITORS = 300
SOAK = ("--first", "60", "--round", "30", "--size", "960x540", "--voices", "de,uk")
PATIENCE_S = 1800
"""Eleven minutes on two cores that others keep busy, too; the kiosk itself uses two to three of them."""


def test_three_hundred_visitors_leave_nothing(tmp_path: Path) -> None:
    """They see the screens in every language, and some of them hear a voice: a soak that goes nowhere proves
    nothing."""
    faulthandler.cancel_dump_traceback_later()  # pytest's five minutes are not for this one: it has its own limit
    result = tmp_path / "soak.json"
    command = [sys.executable, "-m", "benchmarks.soak", "--visitors", str(VISITORS), *SOAK, "--result", str(result)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    report = json.loads(result.read_text(encoding="utf-8"))
    assert report["faults"] == []
    assert len(set(ROUTES) - {TROUBLE} - set(report["screens"])) <= 1
    assert len(report["languages"]) == 17
    assert report["touches and keys"] > 5 * VISITORS
    assert report["heard"] > VISITORS / 100
