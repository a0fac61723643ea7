"""What a reading is worth beyond the moment: it verifies what was read back at the start, and is kept for the next."""

from __future__ import annotations

import logging
import os
import time

from msgspec import Struct
from msgspec.structs import replace

from kiosk.compiled.cache import Cache, seal_of
from kiosk.compiled.sources import SETTLED_NS, Seal
from kiosk.content import Content, Places
from kiosk.live.last_good import Answer

log = logging.getLogger(__name__)

TRIES = 5
"""So often it is looked whether the files have come to rest: clocks may jump."""
NICE = 19
"""Nothing waits for it."""


class Keeping(Struct, frozen=True):
    """Where contents are kept, and the mark of the files from which what is shown was read back; empty if it was not
    read back but read."""

    cache: Cache
    mark: str = ""

    def judged(self, answer: Answer, seal: Seal | None) -> Answer:
        """The answer, without its content where that is the very one that was read back. What was read back and is not
        what stands in the files is told to the log and goes: then the kiosk gets what was read."""
        if not (seal and seal.mark == self.mark and self._as_it_stands(answer) and answer.content):
            return answer
        if self.cache.agrees(seal.mark, answer.content):
            return replace(answer, content=None, same=True)
        log.error("the content that was read back at the start is not what stands in the files: read anew")
        self.cache.forget(seal.mark)
        return answer

    def keep(self, places: Places, content: Content, seal: Seal) -> None:
        """Have what was read found by later starts, as soon as the files are at rest; not at all if they change. The
        process that read waits for that, beside whoever has its answer already."""
        os.nice(NICE)
        for _ in range(TRIES):
            if seal.settled:
                self.cache.keep(seal.mark, content)
                return
            time.sleep(SETTLED_NS / 1e9 + 0.1)
            again = seal_of(places)
            if again is None or again.mark != seal.mark:
                return
            seal = again

    def wanted(self, answer: Answer, seal: Seal | None) -> bool:
        """Whether the content of an answer is worth keeping: it is what stands in the files, and is not kept yet."""
        return bool(seal and answer.content) and self._as_it_stands(answer)

    @staticmethod
    def _as_it_stands(answer: Answer) -> bool:
        """Whether no file's last good version had to be put in its place."""
        return not answer.back
