"""`run_kiosk.py release`: content as signed releases, from the desk of staff to the terminals, and back if need be.

Never loaded by the visitors' process: that one only follows the link `current`, as it follows any change of a file.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from kiosk.domain.problem import Problem
from kiosk.release import verbs
from kiosk.release.arguments import parser
from kiosk.release.refusal import Impossible, PassedOver, Refused, of_the_system
from kiosk.staff.report import seen, shown_place, write
from kiosk.text.fonts import FontsMissing

CANNOT = 2
"""Exit code: it could not be done here."""
MOST_SAID = 20
"""Problems that are said; `check` tells all."""
VERBS = {
    "build": verbs.build,
    "verify": verbs.verify,
    "fetch": verbs.get,
    "activate": verbs.bring,
    "rollback": verbs.go_back,
    "status": verbs.tell,
}


def main(argv: Sequence[str]) -> int:
    """Run the verb; the exit code, as `--help` explains it."""
    options = parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show a letter must not end a run
            stream.reconfigure(errors="backslashreplace")
    try:
        code = VERBS[options.do](options)
        sys.stdout.flush()
        return code
    except Refused as refused:
        _say(refused.problems)
        return verbs.WRONG
    except PassedOver as passed:
        _say([passed.problem])
        return verbs.WELL
    except Impossible as impossible:
        _say([impossible.problem])
        return CANNOT
    except FontsMissing as missing:
        write(sys.stderr, str(missing))
        return CANNOT
    except KeyboardInterrupt:  # whoever goes on later finds it as any other end in the middle
        write(sys.stderr, "Angehalten. / Stopped.")
        return CANNOT
    except BrokenPipeError:  # `status | head`: the reader has seen enough; Python's own flush must not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return verbs.WELL
    except OSError as error:
        _say([of_the_system(error)])
        return CANNOT


def _say(problems: Sequence[Problem]) -> None:
    """Each with its place, in German and English: who stands at a terminal may read either."""
    for problem in problems[:MOST_SAID]:
        place = ":".join(str(part) for part in (shown_place(problem.path), problem.line) if part)
        lines = [place] if place else []
        for language in ("de", "en"):
            lines += [f"  {seen(problem.reason[language])}", f"  → {seen(problem.remedy[language])}"]
        write(sys.stderr, *lines)
    if len(problems) > MOST_SAID:
        write(sys.stderr, f"… (+{len(problems) - MOST_SAID})")
    sys.stderr.flush()
