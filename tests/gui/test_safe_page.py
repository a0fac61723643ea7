"""From a kiosk that does not come up to the safe page and back: the shipped units, real programs, a real X server."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from benchmarks.framebuffer import Framebuffer
from kiosk.safe_mode.page import SetLetters, picture
from tests.gui.outside import until
from tests.gui.supervisor import BEAT, ENDED, FAILED, READY, SCREEN, STARTED, Supervisor
from tests.gui.units import ROOT

FRAIL = {"/opt/kiosk/run_kiosk.py --config": f"{ROOT / 'tests/gui/frail_kiosk.py'} --config"}
SAFE = "kiosk-safe-mode"
WIDE, HIGH = 1920, 1080


def surroundings(folder: Path) -> dict[str, str]:
    """What a test's kiosk needs."""
    here = {"FRAIL": str(folder / "illness"), "PYTHONPATH": str(ROOT), "SDL_AUDIODRIVER": "dummy"}
    return here | {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}


def test_after_five_crashes_the_safe_page_is_shown_and_left_when_all_is_well_again(tmp_path: Path) -> None:
    """With the shipped values, but for the page's ten minutes: they are six seconds here."""
    (tmp_path / "illness").write_text("start", encoding="ascii")
    shorter = {**FRAIL, "--minutes 10": "--minutes 0.1"}
    screen = f"{SCREEN} -fbdir {tmp_path}"
    with Supervisor(tmp_path, surroundings(tmp_path), replace=shorter, screen=screen) as terminal:
        terminal.start("kiosk")
        given_up = terminal.wait("kiosk", FAILED)
        ends = [event.at for event in terminal.events if (event.unit, event.what) == ("kiosk", ENDED)]
        assert len(ends) == 5
        shown = terminal.wait(SAFE, READY, given_up)
        print(f"the safe page {shown - ends[-1]:.1f} s after the fifth crash")
        assert shown - ends[-1] < 60
        memory = Framebuffer(tmp_path)
        page = bytes(picture(0, (WIDE, HIGH), SetLetters(), "start-limit-hit 1").pixels)
        until(lambda: without_fourth(memory.shown(0, 0, WIDE, HIGH)) == without_fourth(page), "the page is shown")
        memory.close()
        assert "kiosk_safe_mode 1" in (terminal.state / "metrics" / "safe_mode.prom").read_text()
        (tmp_path / "illness").unlink()
        back = terminal.wait("kiosk", READY, shown)
        print(f"the kiosk again {back - shown:.1f} s after the safe page")
        assert [event.word for event in terminal.events if (event.unit, event.what) == (SAFE, ENDED)] == ["0"]


def without_fourth(pixels: bytes) -> bytes:
    """Blue, green and red; what the fourth byte holds is nobody's business."""
    kept = bytearray(pixels)
    kept[3::4] = bytes(len(pixels) // 4)
    return bytes(kept)


def test_what_no_start_mends_leads_there_at_once_and_the_page_stays_until_it_is_told(tmp_path: Path) -> None:
    """Exit code 2. The page beats for its supervisor, nothing ends it but SIGTERM, and it ends in good order."""
    wrong = {"--config /etc/kiosk/kiosk.yaml": "--no-such-option"}
    quick = {SAFE: {"WatchdogSec": "2"}}
    with Supervisor(tmp_path, surroundings(tmp_path), quick, wrong) as terminal:
        terminal.start("kiosk")
        failed = terminal.wait("kiosk", FAILED)
        assert [event.what for event in terminal.events if event.unit == "kiosk"] == [STARTED, ENDED, FAILED]
        ready = terminal.wait(SAFE, READY, failed)
        for _ in range(3):
            ready = terminal.wait(SAFE, BEAT, ready)
        at = time.monotonic()
        os.kill(terminal.pid(SAFE), signal.SIGTERM)
        ended = terminal.wait(SAFE, ENDED, at)
        assert [event.word for event in terminal.events if (event.unit, event.at) == (SAFE, ended)] == ["0"]
    assert "Traceback" not in terminal.log(SAFE)
