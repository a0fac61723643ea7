"""`run_kiosk.py release …` again and again, each time in a fork of a process that has loaded everything: so a run takes
no longer than its work, and strace, which is let in before it begins, counts the system calls of this work only.

Reads {"words": […], "out": FILE} in JSON lines. Answers with the pid, waits for a line, answers with the exit code.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys

from kiosk.release import main
from kiosk.text.fonts import icon_names

PR_SET_PTRACER, ANY = 0x59616D61, ctypes.c_ulong(-1)
"""prctl(2): any process of this user may trace, also where the system allows only parents to."""


def run(words: list[str], told: int, begin: int) -> None:
    """The forked process; does not come back."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANY, 0, 0, 0)
    os.dup2(told, 1)
    os.dup2(told, 2)
    os.read(begin, 1)
    code = 70
    try:
        code = main(words)
        sys.stdout.flush()
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)


def serve() -> None:
    """Until stdin ends."""
    icon_names()  # kept by the process, as the libraries are
    for line in sys.stdin:
        asked = json.loads(line)
        begin, go = os.pipe()
        # Opened here: strace may be there before the fork does anything, and counts only what is the verb's.
        told = os.open(asked["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        pid = os.fork()
        if pid == 0:
            run(asked["words"], told, begin)
        print(pid, flush=True)
        sys.stdin.readline()
        os.write(go, b"!")
        _, status = os.waitpid(pid, 0)
        for number in (begin, go, told):
            os.close(number)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    serve()
