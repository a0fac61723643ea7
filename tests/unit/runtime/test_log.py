"""The log: plain, on standard error, and every warning explained."""

from __future__ import annotations

import subprocess
import sys

from kiosk.runtime.log import unexpected
from tests.unit.runtime.starter import ROOT

PROGRAM = """
import logging
from kiosk.runtime import log
logging.info("a library that logs before us gives the root logger a handler")
log.configure()
logging.getLogger("kivy").setLevel(logging.DEBUG)
logging.getLogger("kivy").info("chatter")
logging.getLogger("kivy").warning("trouble in Kivy")
logging.getLogger("kivy.sub").info("more chatter")
logging.getLogger("kivyness").info("not Kivy")
logging.getLogger("kiosk.runtime").debug("detail")
logging.getLogger("kiosk.runtime").info("ready")
log.configure()
logging.getLogger("kiosk.runtime").info("again")
"""


def test_plain_lines_once_and_of_kivy_only_what_matters() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "WARNING kivy: trouble in Kivy",
        "INFO kivyness: not Kivy",
        "INFO kiosk.runtime: ready",
        "INFO kiosk.runtime: again",
    ]


def test_what_is_unexpected() -> None:
    lines = [
        "INFO kiosk: ready",
        "DEBUG kiosk: detail",
        "",
        "WARNING kiosk.audio: no sound card",
        "WARNING kiosk.loop: known thing",
        "Traceback (most recent call last):",
        "libEGL warning: something",
    ]
    assert unexpected(lines, ["known thing"]) == [lines[3], lines[5], lines[6]]
    assert unexpected(lines[:3]) == []
