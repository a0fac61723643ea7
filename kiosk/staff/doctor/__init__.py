"""`run_kiosk.py doctor`: looks at this terminal and says what is good, what is not, and what to do: screen, touch,
keypad, sound (it plays a short tone), clock, content, fonts, storage, versions, service, network. With --acceptance it
makes the acceptance sheet instead: what people must verify on site, with ruler, meters and ears.
"""

from __future__ import annotations

import argparse
import io
import os
import platform
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kiosk.staff.doctor import acceptance
from kiosk.staff.doctor.acceptance import GOOD, NOT_GOOD, NOT_MADE
from kiosk.staff.doctor.examination import examine
from kiosk.staff.doctor.finding import Verdict
from kiosk.staff.doctor.readiness import Readiness, as_json, as_page, as_text
from kiosk.staff.doctor.terminal import Terminal
from kiosk.staff.usual import usual_config, usual_content, usual_state

CODES = (
    "exit codes: 0 nothing is wrong (something may be unknown); 1 something is not good; 2 the report could not be made"
)


def main(argv: Sequence[str]) -> int:
    """Look at this terminal and tell; the exit code."""
    options = _parser().parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that cannot show a letter must not cost the report
        sys.stdout.reconfigure(errors="backslashreplace")
    if options.acceptance:
        return acceptance.make(options)
    terminal = Terminal(options.content, options.config, usual_state(), os.environ)
    readiness = Readiness(examine(terminal), platform.node(), datetime.now().astimezone())
    try:
        _hand_out(readiness, options)
    except BrokenPipeError:  # `doctor | head`: the reader has seen enough; Python's own flush at exit must not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(error, file=sys.stderr)
        return NOT_MADE
    return NOT_GOOD if readiness.verdict is Verdict.FAIL else GOOD


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="run_kiosk.py doctor", description=__doc__, epilog=CODES)
    made.add_argument("--acceptance", action="store_true", help="make the acceptance sheet, not the report")
    made.add_argument("--html", type=Path, metavar="FILE", help="write a page to print (report or sheet), too")
    made.add_argument("--json", action="store_true", help="the report for scripts")
    made.add_argument("--language", choices=("de", "en"), default="de", help="language of report and sheet")
    made.add_argument("--content", type=Path, default=usual_content(), metavar="DIR", help="the content that is shown")
    made.add_argument("--config", type=Path, default=usual_config(), metavar="FILE", help="this terminal's settings")
    return made


def _hand_out(readiness: Readiness, options: argparse.Namespace) -> None:
    """Print the report; and write it as a page. Raises OSError."""
    print(as_json(readiness) if options.json else as_text(readiness, options.language), end="", flush=True)
    if options.html is not None:
        options.html.write_text(as_page(readiness, options.language), encoding="utf-8")
        words = acceptance.WORDS[options.language]
        print(words["written"].format(place=options.html), file=sys.stderr if options.json else sys.stdout, flush=True)
