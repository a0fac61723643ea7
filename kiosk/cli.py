"""The command line: `run_kiosk.py` opens the kiosk, `run_kiosk.py VERB` works for staff."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from kiosk import __doc__ as about
from kiosk.compiled.sources import Looking, sources_of
from kiosk.runtime import visual
from kiosk.runtime.state import cache_folder

NO_SCREEN = (
    "Kein Bildschirm da: Der Kiosk läuft auf einem gedachten und legt Bilder aus allen Sprachen nach build/tour/. / "
    "No screen here: the kiosk runs on a virtual one and leaves pictures in every language in build/tour/."
)
HERE = Path(__file__).resolve().parent.parent
VERBS = {
    "check": ("kiosk.staff.check", "read content and configuration and say what is wrong, where, and how to mend it"),
    "doctor": (
        "kiosk.staff.doctor",
        "look at this terminal: is it ready, and if not, why; --acceptance: what to verify on site",
    ),
    "voice": ("kiosk.staff.voice", "who speaks the texts: status, build (gTTS), list and import (people), prune"),
    "qr": ("kiosk.staff.qr", "print all codes with names and addresses as a PDF, to be checked by staff"),
    "translations": ("kiosk.staff.translations", "who translated what: status, export and import (PO), accept"),
    "new": ("kiosk.staff.new", "add a service, organisation, topic, notice or language: asks, writes and checks"),
    "stats": (
        "kiosk.staff.stats",
        "how the kiosk was used, in sums without persons: table, --csv, --html page to print",
    ),
    "release": ("kiosk.release", "content as signed releases: build, verify, fetch, activate, rollback, status"),
    "schema": ("kiosk.staff.schema", "make what editors know about our files from the fields (for developers)"),
    "preview": ("kiosk.preview", "pictures of all screens in all languages, on one page to look through"),
    "safe-mode": ("kiosk.safe_mode.program", "the page for when the kiosk does not come up (started by systemd)"),
    "tour": ("kiosk.tour", "walk a visitor's journey in every language; the pictures are left in build/tour/"),
}
"""The verbs: the module of each, with `main(arguments) -> exit code`, and what it does."""


def size(text: str) -> tuple[int, int]:
    """`1280x720` as (1280, 720). Raises ArgumentTypeError."""
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and 320 <= int(width) <= 7680 and 320 <= int(height) <= 7680):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; write it as 1280x720 (320 to 7680)")
    return int(width), int(height)


def moment(text: str) -> datetime:
    """`2026-11-23T14:00` as Leipzig's time. Raises ArgumentTypeError."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time; write it as 2026-11-23T14:00") from None


def parser() -> argparse.ArgumentParser:
    """What `run_kiosk.py --help` shows."""
    verbs = "\n".join(f"  {name:<12} {what}" for name, (_, what) in VERBS.items())
    made = argparse.ArgumentParser(
        prog="run_kiosk.py",
        description=about,
        epilog=f"verbs (run_kiosk.py VERB --help):\n{verbs}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--window", type=size, metavar="WxH", help="in a window of this size instead of full screen")
    made.add_argument("--content", type=Path, metavar="DIR", default=HERE / "content", help="the content to show")
    made.add_argument(
        "--config", type=Path, metavar="FILE", default=HERE / "config" / "kiosk.yaml", help="this terminal's settings"
    )
    made.add_argument("--now", type=moment, metavar="TIME", help="start at this local time, such as 2026-11-23T14:00")
    made.add_argument("--staff", action="store_true", help="show age and faults of the content on the waiting screen")
    return made


def main(arguments: list[str] | None = None) -> int:
    """Run the kiosk or a verb; the exit code. 0 well, 1 something is wrong with what was given, 2 it cannot run."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0] in VERBS:
        return int(importlib.import_module(VERBS[given[0]][0]).main(given[1:]))
    if given and not given[0].startswith("-"):
        near = get_close_matches(given[0], VERBS, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(VERBS)}"
        parser().error(f"{given[0]!r} is not a verb: {hint}")
    options = parser().parse_args(given)
    if not has_screen(os.environ):
        print(NO_SCREEN, flush=True)
        from kiosk import tour

        return tour.main(["--content", str(options.content), "--config", str(options.config)])
    options.visual = visual.Asked(os.environ)  # this, and what follows, while the kiosk loads its libraries
    if cache_folder(os.environ):
        options.looking = Looking(sources_of(options.content, options.config))
    gc.disable()  # until the first page (kiosk.runtime.memory.settle): what a start loads stays, and is not to collect
    from kiosk.app import run

    return run(options)


def has_screen(environ: os._Environ[str] | dict[str, str], dri: Path = Path("/dev/dri")) -> bool:
    """Whether something can be shown: by an X or Wayland server, a driver named by hand, or a graphics card."""
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY") or environ.get("SDL_VIDEODRIVER"):
        return True
    return any(dri.glob("card*"))
