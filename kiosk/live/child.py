"""The process that reads: `python -m kiosk.live.child`, started by kiosk.live.reading, never imported.

A file that blows up, hangs or crashes a parser costs this process, not visitors a frame. It takes one question from
stdin and gives one answer to stdout, both pickled: only the kiosk that started it is at the other end.
"""

from __future__ import annotations

import os
import pickle
import resource
import sys

from kiosk.live.last_good import settle

MEMORY = 3 * 1024**3
"""Bytes of address space: the index of 1,000 services in 16 languages takes a third of that."""
PROCESSOR_S = 110
"""Seconds of work: a child that is in a circle and has lost its kiosk ends by itself."""


def main() -> None:
    """Answer, and end."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not spoil the answer
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_S, PROCESSOR_S + 5))
    question = sys.stdin.buffer.read()
    if question:
        pickle.dump(settle(*pickle.loads(question)), answers, pickle.HIGHEST_PROTOCOL)
        answers.close()


if __name__ == "__main__":
    main()
