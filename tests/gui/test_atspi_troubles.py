"""Screen readers come, go and crash, and so do their buses: the kiosk is the same for visitors all the while."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.atspi_bus import bus, client, kiosk, listen, programs
from tests.gui.outside import until
from tests.gui.windows import ROOT

SHOWS = """
import sys, time
from msgspec.structs import replace
from kiosk.accessibility import publisher
from kiosk.accessibility.things import Snapshot, Thing
from kiosk.domain.navigation import HOME, Route
from kiosk.presenters.registry import present
from kiosk.screens.registry import compose, compose_overlay
from tests.screens.test_layout import frame, scene

def shown(**more):
    view = present(scene(Route(HOME), "de", **more))
    page = compose_overlay(view, frame((1920, 1080), "de")) or compose(view, frame((1920, 1080), "de"))
    return Snapshot(view, page.places, "", 1.0, (1920, 1080), "Haus")

def show(what, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        door.show(what)
        time.sleep(0.01)

class Door(publisher.Publisher):
    asked = sent = 0
    def _asked(self):
        self.asked += 1
        return super()._asked()
    def _send(self, *what):
        self.sent += 1
        super()._send(*what)

def nothing(*_):
    pass

door = Door(nothing, nothing, nothing)
"""
"""The beginning of a program that publishes one screen after another, without a window, and counts."""


def program(env: dict[str, str], code: str) -> subprocess.Popen[str]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", SHOWS + code], env=env, cwd=ROOT, text=True, **pipes)


def ended(process: subprocess.Popen[str], words: str = "") -> tuple[int, str, str]:
    """Say these words and wait for its end: exit code, output, complaints."""
    try:
        out, err = process.communicate(words, timeout=60)
    finally:
        process.kill()
    return process.returncode, out, err


def complaints(log: str) -> list[str]:
    return [line for line in log.splitlines() if line.startswith(("WARNING ", "ERROR ", "CRITICAL ", "Traceback"))]


def test_switching_assistive_technology_on_and_off_never_stops_the_kiosk(tmp_path: Path) -> None:
    """AccessKit's lock and Python's, taken in turn, would stop it for ever: within a second when there is no care."""
    code = """
looks = [shown(countdown=number) for number in (None, 30, 29)]
end, number = time.monotonic() + 8, 0
while time.monotonic() < end:
    number, before = number + 1, door.sent
    door.show(looks[number % 3])
    time.sleep(0.02 if door.sent > before else 0)  # unheard, without a pause: there it would stop
print(door.asked, door.sent)
"""
    with bus(tmp_path) as env:
        process = program(env, code)
        number = 0
        while process.poll() is None and number < 400:
            number += 1
            listen(env, number % 2 == 0)
        code_, out, err = ended(process)
        assert code_ == 0, err
        asked, sent = map(int, out.split())
        assert asked > 20 and sent > 20, "it was switched on and off, and between that much was published"


def test_the_question_is_told_once_and_its_seconds_are_not(tmp_path: Path) -> None:
    code = """
show(shown(), 8)
for number in range(30, 24, -1):
    show(shown(countdown=number), 0.3)
show(shown(countdown=24), 60)
"""
    with bus(tmp_path) as env, client(env) as robot:
        process = program(env, code)
        try:
            robot.wait("heading", "Wobei können wir helfen?")
            robot.wait("status bar", "24")
            (alert,) = (one for one in robot.tree() if one["role"] == "alert")
            assert alert["name"].startswith("Sind Sie noch da? ")
            assert "| alert" in (ROOT / "docs" / "accessibility-tree.md").read_text(encoding="utf-8")
            until(lambda: any(level == 2 for _, level in robot.heard()), "the question is announced")
            robot.tree()  # what was announced before this answer has been heard
            assert [words for words, level in robot.heard() if level == 2] == [alert["name"]]
            assert not [words for words, _ in robot.heard() if words.isdigit()]
            assert [one["role"] for one in robot.tree()][:2] == ["frame", "alert"], "nothing but the question"
        finally:
            process.kill()
            process.communicate()


def test_places_are_those_of_the_screen_where_the_window_does_not_fill_it(tmp_path: Path) -> None:
    code = "show(replace(shown(), corner=(100, 50)), 60)"
    with bus(tmp_path) as env, client(env) as robot:
        process = program(env, code)
        try:
            help_ = robot.wait("push button", "Hilfe")["at"]
            assert robot.wait("frame", "Haus")["at"] == [100, 50, 1920, 1080]
            assert help_[0] + help_[2] <= 1920 + 100 and help_[1] + help_[3] > 1080, "moved by the window's corner"
        finally:
            process.kill()
            process.communicate()


def test_a_fault_in_accesskit_takes_the_tree_and_nothing_else(tmp_path: Path) -> None:
    code = """
import logging
logging.basicConfig(format="%(levelname)s %(message)s")
show(shown(), 2)
whole = publisher.things
publisher.things = lambda what: (replace(whole(what)[0], children=(7,)),)
show(shown(countdown=30), 0.3)
show(shown(countdown=29), 0.3)
print("goes on")
"""
    with bus(tmp_path) as env:
        code_, out, err = ended(program(env, code))
    assert (code_, out) == (0, "goes on\n"), err
    assert [line for line in err.splitlines() if line.startswith("ERROR")] == [
        "ERROR AccessKit has failed: until the next start, assistive technology sees nothing"
    ]


def test_who_leaves_and_comes_back_finds_everything_again(tmp_path: Path) -> None:
    with bus(tmp_path) as env, kiosk(env) as process, client(env) as robot:
        robot.click("Willkommen")
        robot.wait("push button", "English")
        before = [(one["role"], one["name"]) for one in robot.tree()]
        listen(env, False)
        robot.wait_until(lambda: not robot.tree(), "nothing is published for nobody")
        listen(env, True)
        robot.wait("push button", "English")
        robot.wait_until(lambda: [(one["role"], one["name"]) for one in robot.tree()] == before, "all of it again")
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=30)
        assert (process.returncode, complaints(log)) == (0, []), log


WHOSE = pytest.mark.parametrize("whose", ["--session", "accessibility.conf"])
"""The bus of the session, or the accessibility bus alone: a word in the command line of its daemon."""


def end_bus(env: dict[str, str], whose: str) -> None:
    """Kill one of the two buses."""
    (daemon,) = (pid for pid, words in programs(env).items() if "dbus-daemon" in words.split()[0] and whose in words)
    os.kill(daemon, signal.SIGKILL)
    until(lambda: daemon not in programs(env), "that bus has gone")


@WHOSE
def test_what_is_published_on_a_dead_bus_is_lost_and_no_more(whose: str, tmp_path: Path) -> None:
    code = """
looks = [shown(countdown=number) for number in (None, 30, 29)]
while not door.sent:
    door.show(looks[0])
print("published", flush=True)
sys.stdin.readline()
for number in range(2000):
    door.show(looks[number % 3])
print("goes on")
"""
    with bus(tmp_path) as env:
        process = program(env, code)
        assert process.stdout and process.stdout.readline() == "published\n"
        end_bus(env, whose)
        assert ended(process, "\n") == (0, "goes on\n", "")


@WHOSE
def test_a_bus_that_dies_leaves_the_kiosk_unharmed(whose: str, tmp_path: Path) -> None:
    with bus(tmp_path) as env, kiosk(env) as process:
        with client(env) as robot:
            robot.click("Willkommen")
            robot.wait("push button", "English")
        end_bus(env, whose)
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=30)
        assert (process.returncode, complaints(log)) == (0, []), log


def test_the_tests_leave_no_process_behind(tmp_path: Path) -> None:
    with bus(tmp_path) as env, kiosk(env), client(env) as robot:
        robot.wait("push button", "Willkommen")
        assert len(programs(env)) >= 5, "two buses, the registry, the kiosk and the client"
    until(lambda: not programs(env), "all have ended")
