"""Lets visitors come to one kiosk, one after another, and says what they leave behind. docs/proof.md tells what for.

    .venv/bin/python -m benchmarks.soak [--visitors 5000] [--round 500] [--size 1920x1080] [--voices de,uk,ar]

First come some that are all different, until the caches are full. Then the same ones come in each round, a week later:
the caches hold the same after each, so what has grown is lost. Exit code 1 if something grows, complains or gets stuck;
every sample is left in build/soak.json.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.soak.held import Held, held
from benchmarks.soak.verdict import faults, slope_of, warm
from benchmarks.soak.visitor import Stuck, Visitors
from kiosk.audio.player import ChildPlayer
from kiosk.runtime import log
from kiosk.stage.given_time import GivenTime
from tests.gui.windows import NOW, ROOT, surroundings

RESULT = ROOT / "build" / "soak.json"
SLOPES = ("own_kb", "used_kb", "blocks")
WEEK_S = 7 * 24 * 3600
LOUDSPEAKER = {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": os.devnull, "SDL_DISKAUDIODELAY": "1"}
"""SDL's own device that writes into a file, here nowhere: it takes sound some 40 times as fast as ears do, so that
time need not wait for it. All else of the player is as in the lobby."""
EXPECTED = ("SDL disk i/o audio driver", "Writing to file")
"""What SDL says of it."""


def main() -> int:
    """Run the soak; 0 if nothing was found."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-soak-") as folder:
        home = Path(folder)
        os.environ.clear()
        os.environ.update(surroundings(home) | LOUDSPEAKER)
        with _caught(home / "log") as said:
            started = time.monotonic()
            visitors, samples, stuck = _soak(options, home)
            seconds = time.monotonic() - started
        found = [*stuck, *faults(samples, log.unexpected(said(), EXPECTED))]
    report = _report(options, visitors, samples, found, seconds)
    options.result.parent.mkdir(exist_ok=True)
    options.result.write_text(
        json.dumps(report | {"samples": [asdict(one) for one in samples]}, indent=1), encoding="utf-8"
    )
    print(json.dumps(report, indent=1, ensure_ascii=False))
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    made.add_argument("--visitors", type=int, default=300, help="how many come in all")
    made.add_argument("--first", type=int, default=60, help="so many others come first, until all caches are full")
    made.add_argument("--round", type=int, default=30, help="how many different ones; then the same come again")
    made.add_argument("--seed", type=int, default=1, help="where the numbers of the visitors begin")
    made.add_argument("--size", default="1920x1080", help="of the window")
    made.add_argument("--result", type=Path, default=RESULT, help="where every sample is left")
    made.add_argument("--voices", default="de,uk,ar", help="languages whose computer voice is heard")
    return made


@contextmanager
def _caught(file: Path) -> Iterator[Any]:
    """All that this process, its libraries and its children write to standard error, in a file."""
    kept = os.dup(2)
    with file.open("wb") as target:
        os.dup2(target.fileno(), 2)
    try:
        yield lambda: file.read_text(encoding="utf-8").splitlines()
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _soak(options: argparse.Namespace, home: Path) -> tuple[Visitors, list[Held], list[str]]:
    """The visitors, what was held after each round, and who got stuck."""
    from kiosk.app import prepare

    log.configure()
    given = GivenTime()
    player = ChildPlayer(lambda: app._wake())
    app = prepare(_kiosk(options, home), given, player)
    from kiosk.stage.pilot import Pilot  # imports Kivy, whose doors are shut only now

    pilot, samples, stuck = Pilot(app, given), [], []
    _finish_frames()
    visitors, start = Visitors(pilot, given, player), given.now
    for number, seed in enumerate(_seeds(options), 1):
        if seed == options.seed:
            given.now = max(given.now, start + (len(samples) + 1) * WEEK_S)
        try:
            visitors.come(seed)
        except (Stuck, TimeoutError, LookupError) as error:
            stuck.append(f"visitor {seed}, number {number}: {error}")
            app.host.recover()
        if seed == options.seed + options.round - 1:
            visitors.pause()
            samples.append(held(app, number))
    pilot.close()
    return visitors, samples, stuck


def _finish_frames() -> None:
    """Each frame is drawn to its end before the next, as on every screen. Only the window that nobody sees has nothing
    to wait for: Mesa's llvmpipe gathers there what is to be drawn in many frames, and keeps the room for it. One page
    that is painted 300 times without a touch holds 50 MB if frames are finished, 47 MB on an X server's screen, and up
    to 243 MB, in steps, if nobody waits."""
    from kivy.core.window import Window
    from kivy.graphics.opengl import glFinish

    Window.bind(on_flip=lambda *_: glFinish())


def _seeds(options: argparse.Namespace) -> Iterator[int]:
    """The visitors: first so many different ones, then whole rounds of the same ones."""
    yield from range(options.seed + options.round, options.seed + options.round + options.first)
    for _ in range((options.visitors - options.first) // options.round):
        yield from range(options.seed, options.seed + options.round)


def _kiosk(options: argparse.Namespace, home: Path) -> argparse.Namespace:
    """The command line of the kiosk, with a terminal's own settings: whose voices are heard, and no calling out."""
    text = (ROOT / "config" / "kiosk.yaml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^  voices: .*$", f"  voices: [{options.voices.replace(',', ', ')}]", text)
    config = home / "kiosk.yaml"
    config.write_text(re.sub(r"(?m)^  call_every_s: .*$", "  call_every_s: 0", text), encoding="utf-8")
    width, _, height = options.size.partition("x")
    now: datetime = NOW
    return argparse.Namespace(content=ROOT / "content", config=config, now=now, window=(int(width), int(height)))


def _report(
    options: argparse.Namespace, visitors: Visitors, samples: list[Held], found: list[str], seconds: float
) -> dict[str, object]:
    """What came of it, for people."""
    touches, after = sum(visitors.walked.values()), warm(samples)
    return {
        "visitors": options.visitors,
        "seed": options.seed,
        "different": options.round,
        "seconds": round(seconds),
        "touches and keys": touches,
        "a minute": round(60 * touches / seconds),
        "screens": dict(visitors.walked.most_common()),
        "languages": dict(visitors.languages.most_common()),
        "pressed": dict(visitors.did.most_common()),
        "heard": visitors.heard,
        "each visitor leaves": {name: round(slope_of(samples, name), 2) for name in SLOPES},
        "its own memory, warm and at the end (MB)": [round(one.own_kb / 1024) for one in (after[0], after[-1])],
        "at the end": asdict(samples[-1]),
        "faults": found,
    }


if __name__ == "__main__":
    sys.exit(main())
