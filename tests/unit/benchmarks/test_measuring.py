"""The eye and the scales of the comparison: what they make of changes and processes that are known."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from benchmarks.compare_sizes import chart
from benchmarks.outside.eye import BLOCK, Change, alike, likeness
from benchmarks.outside.round import Found, Tap
from benchmarks.results import Results

ROOT = Path(__file__).resolve().parents[3]
FAMILY = """
import os, sys, time
from benchmarks.outside.processes import Processes, adopt_orphans
adopt_orphans()
other = os.posix_spawn(sys.executable, [sys.executable, "-c", "import time; time.sleep(60)"], os.environ)
held = "held = bytearray(50_000_000); end = time.process_time() + 0.5\\nwhile time.process_time() < end: pass\\n"
child = f"import os, time\\nif os.fork(): os._exit(0)\\n{held}print('worked', flush=True)\\ntime.sleep(60)"
reader, writer = os.pipe()
os.posix_spawn(sys.executable, [sys.executable, "-c", child], os.environ,
    file_actions=[(os.POSIX_SPAWN_DUP2, writer, 1)])
os.read(reader, 10)
processes = Processes([other])
slept = sum(processes.sleeps().values())
memory = processes.memory()
print(processes.worked(), memory.uss, memory.pss, memory.processes, slept)
processes.end()
print(processes.numbers(), other in Processes([]).numbers())
os.kill(other, 9)
"""

ENDED = """
import os, sys
from benchmarks.outside.processes import Processes
work = "import sys, threading, time\\ndef work(s):\\n end = time.thread_time() + s\\n"
work += " while time.thread_time() < end: pass\\n print(flush=True)\\n"
work += "def much(): work(0.2), sys.stdin.readline()\\n"  # it ends only when it has been looked at
work += "one = threading.Thread(target=much)\\none.start(), one.join(), print(flush=True)\\n"
work += "while sys.stdin.readline(): work(0.007)\\n"
(to_child, to), (back, from_child) = os.pipe(), os.pipe()
os.set_inheritable(to_child, True)
os.posix_spawn(sys.executable, [sys.executable, "-c", work], os.environ,
    file_actions=[(os.POSIX_SPAWN_DUP2, to_child, 0), (os.POSIX_SPAWN_DUP2, from_child, 1)])
processes = Processes([])
os.read(back, 1), processes.worked()
os.write(to, b"\\n"), os.read(back, 1)
for _ in range(6):
    before = processes.worked()
    os.write(to, b"\\n"), os.read(back, 1)
    print(processes.worked() - before)
processes.end()
"""


def screen(*lit: int) -> np.ndarray[tuple[int, int], np.dtype[np.uint32]]:
    """A picture of 200 blocks, some of which are lit."""
    made = np.zeros((20, 10 * BLOCK), np.uint32)
    for block in lit:
        row, column = divmod(block, 10)
        made[row, column * BLOCK : (column + 1) * BLOCK] = 0xFFFFFF
    return made


def test_a_page_is_whole_when_all_but_one_block_in_a_hundred_is_there() -> None:
    whole = tuple(range(50, 150))
    change = Change([0.010, 0.030, 0.050, 0.080], [screen(), screen(*whole[:90]), screen(*whole[:98]), screen(*whole)])
    assert change.first == 0.010
    assert change.complete() == 0.050
    assert change.frames() == 4


def test_what_is_painted_back_is_not_yet_whole() -> None:
    whole, other = screen(*range(100)), screen(*range(100, 200))
    assert Change([0.01, 0.02, 0.03], [whole, other, whole]).complete() == 0.03


def test_parts_of_one_frame_are_one() -> None:
    assert Change([0.010, 0.011, 0.013, 0.030], [screen()] * 4).frames() == 2


def test_pictures_are_compared_block_by_block_and_from_afar() -> None:
    assert alike(screen(), screen(3, 4)) == pytest.approx(0.99)
    one, other = screen(*range(0, 200, 3)), screen(*range(0, 200, 7))
    assert likeness(one, one) == pytest.approx(1)
    assert likeness(one, other) < 0.5
    warm, cold = one & 0xFFC800, one & 0x00C8FF
    assert likeness(warm, cold) < 0.5 < likeness(warm, warm), "red is not blue"
    assert likeness(one & 0x00FF00, warm) == 0, "what has one hue is not like what has several"
    assert likeness(one & 0, one & 0) == 1


def test_children_and_orphans_are_weighed_and_ended_and_others_are_left_alone() -> None:
    said = subprocess.run(
        [sys.executable, "-c", FAMILY], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    ).stdout.splitlines()
    worked, uss, pss, count, slept = (float(word) for word in said[0].split())
    assert worked >= 0.5
    assert 48 < uss <= pss
    assert count == 1 and slept > 0
    assert said[1] == "[] True"


def test_little_work_is_seen_after_a_thread_has_ended_that_did_much() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ENDED], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=60
    ).stdout
    assert all(float(line) >= 0.0069 for line in said.splitlines()), said
    assert len(said.splitlines()) == 6


def found(program: str, start: float, complete: list[float], missed: list[str]) -> Found:
    """A round."""
    taps = [Tap("wake", "start/languages", 10, each, 2, 20) for each in complete]
    used = {"processor": 0.05, "wakes": 1.0, "beyond": 0.0}
    return Found(program, 1.0, {"first": 1, "complete": start}, {"pss": 100}, used, taps, missed, {"pss": 120})


def test_the_table_has_medians_ratios_and_what_was_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.results.BUILD", tmp_path)
    results = Results("compared", ["kiosk", "chromium"], {"taps": 3})
    for start in (400, 500, 900):
        results.add(found("kiosk", start, [10, 20, 90], []))
        results.add(found("chromium", 1000, [20, 40, 60], []))
    table = results.table()
    assert "| start → complete first screen, ms | 500 [400–900] (× 0.50) | 1000 [1000–1000] |" in table
    assert "| lift → whole new page, p50, ms | 20 [20–20] (× 0.50) | 40 [40–40] |" in table
    assert "| start → complete first screen, ms : chromium | 0.5 | 0.5 | kept |" in table
    assert "| lift → whole new page, p95, ms : chromium | 0.9 | 1.5 | **missed** |" in table
    assert not results.faults
    file = results.save()
    assert table in file.read_text() and (tmp_path / "compared.json").exists()


def test_a_touch_that_missed_and_pages_that_differ_are_faults() -> None:
    results = Results("compared", ["kiosk", "chromium"], {})
    results.add(found("chromium", 1000, [], ["wake → start/languages: nothing happened"]))
    results.alike("chromium and kiosk", "de/home", 0.97, 0.9)
    results.alike("chromium and kiosk", "ar/home", 0.5, 0.9)
    assert results.faults == [
        "chromium: wake → start/languages: nothing happened",
        "chromium and kiosk do not look alike on ar/home: 0.50",
    ]
    assert results.faults[0] in results.table()


def test_growth_is_drawn_from_nought_with_a_curve_for_each_program() -> None:
    measured = {
        10: [found("kiosk", 500, [10, 20, 30], []), found("chromium", 1000, [20], [])],
        1000: [found("kiosk", 1000, [10, 20, 30], []), found("chromium", 1000, [20], [])],
    }
    drawn = ElementTree.fromstring(chart(measured))
    lines = [one.get("points") for one in drawn.iter("{http://www.w3.org/2000/svg}polyline")]
    assert len(lines) == 6
    assert lines[:2] == ["70.0,50.0 370.0,50.0", "70.0,160.0 370.0,50.0"]
    words = [one.text for one in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"10", "1,000", "kiosk", "chromium", "start → complete first screen, ms"} <= set(words)
