"""Lets monkeys loose on the real kiosk, more than a change needs, and says what they met. docs/proof.md tells what for.

    .venv/bin/python -m benchmarks.monkey [--seeds 50] [--acts 5000] [--first 1]

Ends with an error that tells the seed and the act where something did not hold; `--first SEED --seeds 1` does it again.
The times are what visitors would wait: what other programs took away from the kiosk is not counted.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.figures import Figures
from tests.gui.monkey import monkey_house


def main() -> None:
    """Let them play; the figures are left in build/monkey.json."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.monkey", description=__doc__)
    made.add_argument("--seeds", type=int, default=50, help="how many monkeys")
    made.add_argument("--acts", type=int, default=5000, help="what each of them does")
    made.add_argument("--first", type=int, default=1, help="the seed of the first one")
    options = made.parse_args()
    figures = Figures()
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-monkey-") as folder,
        monkey_house(Path(folder), {"SDL_AUDIODRIVER": "dummy"}) as monkey,
    ):
        for seed in range(options.first, options.first + options.seeds):
            monkey.play(seed, options.acts)
            print(f"seed {seed}: {dict(monkey.routes.most_common(6))}", flush=True)
        for gap in monkey.gaps:
            figures.add("the loop comes round", "ms", 1000 * gap)
        did, routes = dict(monkey.did), dict(monkey.routes)
    gaps, file = sorted(monkey.gaps), figures.save("monkey", did=did, routes=routes)
    print(figures.table())
    print(f"99 of 100 within {1000 * gaps[len(gaps) * 99 // 100]:.0f} ms, after {len(gaps)} acts; {file}")


if __name__ == "__main__":
    main()
