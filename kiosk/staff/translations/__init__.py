"""`run_kiosk.py translations`: see what is translated, send it to translators, take it in, mark it as checked."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from kiosk.staff.translations.accept import accept
from kiosk.staff.translations.arguments import parser
from kiosk.staff.translations.export import export
from kiosk.staff.translations.imports import import_
from kiosk.staff.translations.status import status
from kiosk.staff.translations.texts import Unusable, load

VERBS = {"status": status, "export": export, "import": import_, "accept": accept}
WELL, CANNOT_RUN = 0, 2


def main(argv: Sequence[str]) -> int:
    """Run the verb; the exit code, as `--help` explains it."""
    options = parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show a letter must not end a run
            stream.reconfigure(errors="backslashreplace")
    try:
        code = VERBS[options.do](load(options.content), options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # `status | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
    except Unusable as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename}: geht nicht / not possible ({error.strerror})", file=sys.stderr)
    return CANNOT_RUN
