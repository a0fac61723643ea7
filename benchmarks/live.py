"""Measures live update: from a save to the pixels on the waiting screen, and what watching costs while nothing happens.
benchmarks/README.md tells what is measured, and how.

    .venv/bin/python -m benchmarks.live [--rounds 20] [--services 1000] [--idle 20]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.figures import Figures, p95
from benchmarks.tree import ROOT, write_large

ASKED_MS = 1000
"""From a save to the screen on a page that nobody uses (issue 6)."""
PATIENCE_S = 120.0
REST_S = 2.0
"""Between what is on the screen and the next save: who looks at what was saved before takes longer."""
FIRST_SAVES = 5
"""So many kiosks are started for the first save of somebody's work: no child waits for that one."""
BEATS_PER_S = 60
WORD = "  header.house: "
"""What is saved: the words beside the name of the kiosk."""


def sleeps() -> Iterator[tuple[str, int]]:
    """How often each thread of this process went to sleep: each time something had woken it."""
    names = {str(thread.native_id): thread.name for thread in threading.enumerate()}
    for task in Path("/proc/self/task").iterdir():
        slept = next(line for line in (task / "status").read_text().splitlines() if line.startswith("voluntary"))
        yield f"{names.get(task.name, 'library')} {task.name}", int(slept.split()[1])


def resident_mb() -> float:
    """Memory of this process, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


class Rounds(threading.Thread):
    """Saves the name of the house, waits until it has been painted, and does so again."""

    def __init__(self, app: Any, folder: Path, rounds: int, idle_s: float) -> None:
        super().__init__(daemon=True)
        self._app, self._words, self._rounds, self._idle_s = app, folder / "content/strings/de.yaml", rounds, idle_s
        self._wanted, self._shown = "", threading.Event()
        self.found: dict[str, list[float]] = {"save": [], "gap": [], "memory": [], "threads": [], "files": []}
        self.idle: dict[str, float] = {}
        self._beat, self._gap = 0.0, 0.0

    def flipped(self, *_: object) -> None:
        """A frame has been painted: whether the new name is in it."""
        if self._wanted and self._wanted in json.dumps([node.value.text for node in self._app.host.view.header]):
            self._wanted = ""
            self._shown.set()

    def beat(self, *_: object) -> None:
        """The loop came round."""
        now = time.perf_counter()
        self._gap, self._beat = max(self._gap, now - (self._beat or now)), now

    def run(self) -> None:
        """All rounds; then the kiosk ends."""
        from kivy.base import EventLoop
        from kivy.clock import Clock

        try:
            self._at_rest()
            Clock.schedule_interval(self.beat, 1 / BEATS_PER_S)
            for number in range(self._rounds):
                self._round(f"Haus {number}")
        finally:  # a fault is told, and nobody waits for ever
            EventLoop.quit = True

    def _at_rest(self) -> None:
        """What it costs to watch while nothing happens."""
        time.sleep(3)
        before = dict(sleeps())
        time.sleep(self._idle_s)
        self.idle = {name: (count - before.get(name, count)) / self._idle_s for name, count in sleeps()}

    def _round(self, name: str) -> None:
        data = self._words.read_text(encoding="utf-8")
        line = next(one for one in data.splitlines() if one.startswith(WORD))
        self._shown.clear()
        self._wanted, self._gap = name, 0.0
        start = time.perf_counter()
        self._words.write_text(data.replace(line, WORD + name, 1), encoding="utf-8")
        if not self._shown.wait(PATIENCE_S):
            raise TimeoutError(f"{name!r} was not on the screen after {PATIENCE_S:.0f} s")
        self.found["save"].append((time.perf_counter() - start) * 1000)
        time.sleep(REST_S)
        self.found["gap"].append(self._gap * 1000)
        self.found["memory"].append(resident_mb())
        self.found["threads"].append(threading.active_count())
        self.found["files"].append(len(os.listdir("/proc/self/fd")))


def kiosk(folder: Path, rounds: int, idle_s: float, watch: bool) -> None:
    """The kiosk in this process; what was found goes to stdout as JSON."""
    os.environ |= {"SDL_VIDEODRIVER": "offscreen", "SDL_AUDIODRIVER": "dummy"}
    from kiosk.app import places_of, prepare, watching
    from kiosk.audio.player import SilentPlayer

    options = argparse.Namespace(content=folder / "content", config=folder / "config" / "kiosk.yaml", window=None)
    options.now = datetime(2026, 11, 24, 14, 32)
    start = time.perf_counter()
    update = watching(options) if watch else None
    copied = (time.perf_counter() - start) * 1000
    assert places_of(options).themes.is_relative_to(folder)
    app = prepare(options, player=SilentPlayer("a benchmark makes no sound"))
    from kivy.core.window import Window

    rounds_ = Rounds(app, folder, rounds, idle_s)
    if update:
        app.bind(on_start=lambda _: app.live(update))
    app.bind(on_start=lambda _: rounds_.start())
    Window.bind(on_flip=rounds_.flipped)
    app.run()
    if update:
        update.close()
    print(json.dumps({"start": copied, "idle": rounds_.idle, **rounds_.found}))


def one(folder: Path, rounds: int, idle_s: float, watch: bool = True) -> dict[str, Any]:
    """What a kiosk found, in a process of its own: there is one window in each."""
    command = [sys.executable, "-m", "benchmarks.live", "--folder", str(folder), "--rounds", str(rounds)]
    command += ["--idle", str(idle_s), *([] if watch else ["--unwatched"])]
    ended = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Measure, print the table, write build/live.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--services", type=int, default=1000)
    parser.add_argument("--idle", type=float, default=20, help="seconds without any change")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--unwatched", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder:
        kiosk(options.folder, options.rounds, options.idle, not options.unwatched)
        return
    figures = Figures()
    with tempfile.TemporaryDirectory() as made:
        usual, large = _shipped(Path(made) / "usual"), Path(made) / "large"
        write_large(large, options.services)
        unwatched = one(usual, 0, options.idle, watch=False)
        figures.add("waking up at rest, not watching", "/s", sum(unwatched["idle"].values()))
        for number in range(FIRST_SAVES):
            found = one(_shipped(Path(made) / str(number)), 1, 1)
            figures.add("shipped content: first save → screen", "ms", found["save"][0])
        saves = _figures(figures, "shipped content", one(usual, options.rounds, options.idle))
        _figures(figures, f"{options.services} services × 16 languages", one(large, max(3, options.rounds // 4), 2))
    print(figures.table())
    print(f"asked: at most {ASKED_MS} ms from a save to the screen; p95 measured {p95(saves):.0f} ms")
    print(figures.save("live", services=options.services, rounds=options.rounds))


def _shipped(folder: Path) -> Path:
    """The folder, with copies of the shipped files in it."""
    for name in ("content", "config"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def _figures(figures: Figures, of: str, found: dict[str, Any]) -> list[float]:
    """Add what was found; the times from save to screen."""
    figures.add(f"{of}: copies at the start", "ms", found["start"])
    figures.add(f"{of}: waking up at rest", "/s", sum(found["idle"].values()))
    watch = (often for name, often in found["idle"].items() if name.startswith(("live", "Thread-")))
    figures.add(f"{of}: … of which the watch", "/s", sum(watch))
    for key, what, unit in (
        ("save", "save → screen", "ms"),
        ("gap", "longest time between two looks of the loop", "ms"),
        ("memory", "memory of the kiosk", "MB"),
        ("threads", "threads", ""),
        ("files", "open files", ""),
    ):
        for value in found[key]:
            figures.add(f"{of}: {what}", unit, value)
    return list(found["save"])


if __name__ == "__main__":
    main()
