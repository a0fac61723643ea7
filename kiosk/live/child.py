"""The process that reads: `python -m kiosk.live.child CONTENT CONFIG THEMES`, started by kiosk.live.reading, never
imported.

A file that blows up, hangs or crashes a parser costs this process, not visitors a frame. It takes one question from
stdin and gives one answer to stdout, both pickled: only the kiosk that started it is at the other end. Until it is
asked it reads ahead: parsing is half of what a change takes, and most files will not have changed.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import select
import sys
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from kiosk.compiled.cache import seal_of
from kiosk.content import Places, get_ready
from kiosk.live.copies import Copies, files_of
from kiosk.live.keeping import Keeping
from kiosk.live.last_good import Errors, settle
from kiosk.loaders import nodes

MEMORY = 3 * 1024**3
"""Bytes of address space: 10,000 services in 17 languages take a third of that."""
PROCESSOR_S = 590
"""Seconds of work: a child that is in a circle and has lost its kiosk ends by itself."""
MOST_AHEAD = 4 * 1024**2
"""Bytes of files that are read ahead: parsed, they take thirty times that. The content of the house has 1.6 MB."""


def main() -> None:
    """Get ready, answer, and end."""
    gc.disable()  # it ends soon, and what it makes it needs to the end: looking for what may go is a tenth of its work
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not spoil the answer
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_S, PROCESSOR_S + 5))
    get_ready()
    if len(sys.argv) > 1:
        read_ahead(Places(*map(Path, sys.argv[1:])))
    question = sys.stdin.buffer.read()
    if question:
        places, kept, fresh, known, keeping = pickle.loads(question)
        answer(places, kept, fresh, known, keeping, answers)
    os._exit(0)  # at once: to give each of its values back by itself takes longer than to read them, and is waited for


def read_ahead(places: Places) -> None:
    """Parse the files, as long as nobody asks, and as long as they are not too many."""
    paths = [path for _, path in files_of(places)]
    with suppress(OSError):  # a file has just gone: the reading will say what it means
        for path, together in zip(paths, accumulate(path.stat().st_size for path in paths), strict=True):
            if together > MOST_AHEAD or _asked():
                return
            nodes.read_ahead(path, places.content if path.is_relative_to(places.content) else places.config.parent)


def _asked() -> bool:
    return bool(select.select([sys.stdin], [], [], 0)[0])


def answer(
    places: Places, kept: Copies, fresh: Copies, known: Errors, keeping: Keeping | None, answers: BinaryIO
) -> None:
    """Read and settle, answer, and keep what was read for the next start: whoever asked does not wait for that."""
    seal = seal_of(places) if keeping else None
    found = settle(places, kept, fresh, known)
    content = found.content
    if keeping:
        found = keeping.judged(found, seal)
    pickle.dump(found, answers, pickle.HIGHEST_PROTOCOL)
    answers.close()
    if keeping and seal and content and keeping.wanted(found, seal) and not os.fork():
        keeping.keep(places, content, seal)


if __name__ == "__main__":
    main()
