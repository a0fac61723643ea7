"""Measures releases of the shipped content: how long building, switching and going back take, how soon a switch is on
the screen, and what a server has to bear when many terminals ask at once. benchmarks/README.md tells how.

    .venv/bin/python -m benchmarks.releases [--rounds 10] [--terminals 200]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.figures import Figures, p95
from benchmarks.live import PATIENCE_S, REST_S, WORD, Rounds
from benchmarks.tree import ROOT
from kiosk.release import disk, https
from kiosk.release.activation import Terminal, activate, roll_back
from kiosk.release.archive import pack, release_of
from kiosk.release.building import built
from kiosk.release.signature import signed
from kiosk.release.store import Store
from tests.unit.release.desk import make_key
from tests.unit.release.https_server import certificate, serving

ASKED_MS = 1000
"""From the switch to the screen on a page that nobody uses; and for 99 of 100 answers of the server (issue 8)."""
PROCESSES = 4
"""That play the terminals: one alone would wait for itself."""


class Switches(Rounds):
    """Shows one release and the other in turn, and waits until it has been painted."""

    def _at_rest(self) -> None:
        time.sleep(3)

    def _round(self, name: str) -> None:
        store = Store(self._words.parents[2])
        other = next(one for one in store.ids if one != store.shown)
        text = (store.releases / other / "strings" / "de.yaml").read_text(encoding="utf-8")
        self._shown.clear()
        self._wanted = next(line for line in text.splitlines() if line.startswith(WORD)).removeprefix(WORD)
        start = time.perf_counter()
        store.show(other)
        if not self._shown.wait(PATIENCE_S):
            raise TimeoutError(f"{other} was not on the screen after {PATIENCE_S:.0f} s")
        self.found["save"].append((time.perf_counter() - start) * 1000)
        time.sleep(REST_S)


def kiosk(store: Path, rounds: int) -> None:
    """The kiosk in this process; the times go to stdout as JSON."""
    os.environ |= {"SDL_VIDEODRIVER": "offscreen", "SDL_AUDIODRIVER": "dummy"}
    from kiosk.app import prepare, watching
    from kiosk.audio.player import SilentPlayer

    options = argparse.Namespace(content=store / "current", config=ROOT / "config" / "kiosk.yaml", window=None)
    options.now = datetime(2026, 11, 24, 14, 32)
    update = watching(options)
    app = prepare(options, player=SilentPlayer("a benchmark makes no sound"))
    from kivy.core.window import Window

    switches = Switches(app, store, rounds, 0)
    assert update
    app.bind(on_start=lambda _: app.live(update))
    app.bind(on_start=lambda _: switches.start())
    Window.bind(on_flip=switches.flipped)
    app.run()
    update.close()
    print(json.dumps(switches.found["save"]))


def desk(folder: Path, figures: Figures, rounds: int) -> tuple[Terminal, bytes]:
    """Build, switch and go back; the terminal, with two releases that differ in a word, and a file."""
    store, key, etc = folder / "store", folder / "key", ROOT / "config"
    store.mkdir()
    (folder / "signers").write_text(f"anna@example.org {make_key(key)}\n", encoding="utf-8")
    terminal = Terminal(Store(store), folder / "signers", etc / "kiosk.yaml", etc / "themes", time.time)
    made, file = datetime.now(UTC), b""
    for number in range(rounds + 1):
        release = timed(figures, "build", lambda: built(ROOT / "content", terminal.config, terminal.themes, made))
        words = release.files["strings/de.yaml"].decode()
        line = next(one for one in words.splitlines() if one.startswith(WORD))
        other = {"strings/de.yaml": words.replace(line, f"{WORD}Haus {number}", 1).encode()}
        release = release_of({**release.files, **other}, made + timedelta(seconds=number))
        file = timed(figures, "sign", lambda release=release: signed(pack(release), key))  # type: ignore[misc]
        figures.add("file", "KB", len(file) / 1024)
        with terminal.store.changed():
            timed(figures, "activate", lambda file=file: activate(terminal, file, "x"))  # type: ignore[misc]
    with terminal.store.changed():
        timed(figures, "roll back", lambda: roll_back(terminal))
    for old in terminal.store.ids[:-2]:
        disk.remove(terminal.store.releases / old)
    return terminal, file


def timed(figures: Figures, what: str, work: Callable[[], Any]) -> Any:
    """What the work gives; how long it took is added."""
    start = time.perf_counter()
    done = work()
    figures.add(what, "ms", (time.perf_counter() - start) * 1000)
    return done


@contextmanager
def server(folder: Path, data: bytes) -> Iterator[str]:
    """The address of a server in a process of its own."""
    (folder / "latest.release").write_bytes(data)
    command = [sys.executable, "-m", "benchmarks.releases", "--serve", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield process.stdout.readline().strip()
        finally:
            process.kill()


def serve(folder: Path) -> None:
    """Until it is killed."""
    with serving(folder / "localhost.pem") as site:
        site.offer((folder / "latest.release").read_bytes())
        print(site.url, flush=True)
        threading.Event().wait()


def ask(address: str, mark: str, count: int, at: float) -> list[float]:
    """So many terminals that ask at the same moment; how long each waited, in ms."""

    def one(_: int) -> float:
        time.sleep(max(0.0, at - time.time()))
        start = time.perf_counter()
        offer = https.offered(address, mark)
        assert (offer is None) == bool(mark)
        return (time.perf_counter() - start) * 1000

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(one, range(count)))


def all_at_once(folder: Path, data: bytes, terminals: int, figures: Figures) -> list[float]:
    """All terminals fetch the whole file at once, then ask for news at once; the times of the first."""
    os.environ["REQUESTS_CA_BUNDLE"] = str(certificate(folder))
    with server(folder, data) as address, ProcessPoolExecutor(PROCESSES) as processes:
        offer = https.offered(address, "")
        assert offer
        times: dict[str, list[float]] = {}
        for what, mark in (("fetch", ""), ("nothing new", offer.mark)):
            at = time.time() + 2
            share = [terminals // PROCESSES] * PROCESSES
            asked = [processes.submit(ask, address, mark, count, at) for count in share]
            times[what] = [value for one in asked for value in one.result()]
            for value in times[what]:
                figures.add(f"{terminals} at once: {what}", "ms", value)
    return times["fetch"]


def main() -> None:
    """Measure, print the table, write build/releases.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--terminals", type=int, default=200)
    parser.add_argument("--store", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve)
    if options.store:
        kiosk(options.store, options.rounds)
        return
    figures = Figures()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        terminal, file = desk(folder, figures, options.rounds)
        store = str(terminal.store.folder)
        command = [sys.executable, "-m", "benchmarks.releases", "--rounds", str(options.rounds), "--store", store]
        ended = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        switches = json.loads(ended.stdout.splitlines()[-1])
        for value in switches:
            figures.add("switch → screen", "ms", value)
        fetched = sorted(all_at_once(folder, file, options.terminals, figures))
    print(figures.table())
    print(f"asked: at most {ASKED_MS} ms from the switch to the screen; p95 measured {p95(switches):.0f} ms")
    print(f"asked: p99 of the server at most {ASKED_MS} ms; measured {fetched[int(len(fetched) * 0.99) - 1]:.0f} ms")
    print(figures.save("releases", rounds=options.rounds, terminals=options.terminals))


if __name__ == "__main__":
    main()
