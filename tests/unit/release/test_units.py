"""The systemd units that fetch releases fit the program: what they call is understood, and terminals ask apart."""

from __future__ import annotations

import configparser
from pathlib import Path

from kiosk.release.arguments import INSTALLED, STORE, parser
from kiosk.release.fetch import SOURCE
from tests.unit.release.desk import ROOT


def unit(name: str) -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string((ROOT / "config" / "systemd" / name).read_text("utf-8"))
    return read


def test_the_service_calls_what_the_program_understands() -> None:
    service = unit("kiosk-content.service")
    python, program, verb, *words = service["Service"]["ExecStart"].split()
    assert (python, program, verb) == ("/opt/kiosk/.venv/bin/python", "/opt/kiosk/run_kiosk.py", "release")
    options = parser().parse_args(words)
    assert (options.do, options.config, options.store) == ("fetch", INSTALLED, STORE)
    assert Path(service["Unit"]["ConditionPathExists"]) == INSTALLED.parent / SOURCE
    assert Path("/var/lib") / service["Service"]["StateDirectory"] == STORE


def test_the_timer_spreads_the_terminals() -> None:
    timer = unit("kiosk-content.timer")["Timer"]
    assert (timer["OnUnitActiveSec"], timer["RandomizedDelaySec"]) == ("15min", "5min")
