"""`run_kiosk.py new` as people meet it: at a real terminal, and at the end of a pipe."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.staff.new import QUESTIONS
from tests.unit.staff.new_house import GIVEN, ROOT, SERVICE, everything, shipped


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return shipped(tmp_path)


def command(house: Path, *more: str) -> list[str]:
    return [sys.executable, str(ROOT / "run_kiosk.py"), "new", *more, "--folder", str(house)]


def test_it_works_through_a_pipe(house: Path) -> None:
    lines = "\n".join([*SERVICE, ""]) + "\n"
    run = subprocess.run(command(house, "service"), input=lines.encode(), capture_output=True, timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, b"")
    assert (house / "content" / "services" / "fahrrad-reparieren.yaml").is_file()


def read_until(master: int, words: str, pressing: bytes = b"") -> str:
    """What the terminal shows up to `words`. A key may be pressed every three seconds until then: the first Ctrl-C can
    come just before the program waits for a line, and is then seen only at the next key."""
    seen, end, next_press = "", time.monotonic() + 60, 0.0
    while words not in seen:
        assert time.monotonic() < end, seen
        if pressing and time.monotonic() > next_press:
            os.write(master, pressing)
            next_press = time.monotonic() + 3
        if select.select([master], [], [], 0.2)[0]:
            seen += os.read(master, 65536).decode("utf-8", "replace")
    return seen


def test_ctrl_c_at_a_terminal_leaves_all_as_it_was(house: Path) -> None:
    before = everything(house)
    child, master = pty.fork()
    if child == 0:  # pragma: no cover - the terminal's side
        os.execv(sys.executable, command(house, "service"))
    try:
        read_until(master, "Wie heißt der Dienst?")
        os.write(master, "Räder reparieren\n".encode())
        read_until(master, "Enter allein: raeder-reparieren")
        read_until(master, "Nichts wurde geschrieben", pressing=b"\x03")
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 130
        child = 0
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        os.close(master)
    assert everything(house) == before


def test_it_works_at_a_terminal(house: Path) -> None:
    child, master = pty.fork()
    if child == 0:  # pragma: no cover - the terminal's side
        os.execv(sys.executable, command(house, "notice"))
    try:
        for question, answer in zip(QUESTIONS["notice"], GIVEN["notice"][1::2], strict=True):
            read_until(master, question.de[:40])
            os.write(master, answer.encode() + b"\n")
        read_until(master, "Ist das richtig?")
        os.write(master, b"\n")
        read_until(master, "In den neuen Zeilen ist alles in Ordnung.")
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        child = 0
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        os.close(master)
    assert (house / "content" / "notices" / "aufzug.yaml").is_file()
