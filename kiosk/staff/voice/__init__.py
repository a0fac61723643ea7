"""`run_kiosk.py voice`: see who speaks the kiosk's texts, have gTTS speak them, bring in recordings, clear up.

To gTTS go public texts of the content only, from the staff's machine, never a visitor's word.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from kiosk.staff.voice.arguments import parser
from kiosk.staff.voice.build import build
from kiosk.staff.voice.imports import import_takes
from kiosk.staff.voice.material import INTERRUPTED, UNUSABLE, WELL, Machine, Unusable, load
from kiosk.staff.voice.prune import prune
from kiosk.staff.voice.sheet import list_texts
from kiosk.staff.voice.status import status

VERBS = {"status": status, "build": build, "list": list_texts, "import": import_takes, "prune": prune}
THIS_MACHINE = Machine()


def main(argv: Sequence[str], machine: Machine = THIS_MACHINE) -> int:
    """Run the verb; the exit code, as `--help` explains it."""
    options = parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show a letter must not end a run
            stream.reconfigure(errors="backslashreplace")
    try:
        material = load(options.content, options.config, options.assets)
        if material.errors:
            told = "Fehler in den Inhalten, dort fehlen Sätze / errors in the content, sentences are missing there"
            print(f"{material.errors} {told}: run_kiosk.py check", file=sys.stderr)
        code = VERBS[options.do](material, options, machine)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # `list | head`: the reader has seen enough; Python's own flush at exit must not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
    except (Unusable, OSError) as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        print("\nAngehalten. / Stopped.", file=sys.stderr)
        return INTERRUPTED
